-- For H2 and PostgreSQL alike. Runs at each start.

create table if not exists shop_order (
  id varchar(64) primary key,
  content varchar(64) not null,             -- digest of what was ordered: the same id with other content is refused
  body text not null,                       -- the order as JSON, to be decided again
  authorizations text not null,             -- the licenses that the shop holds for it, as JSON
  outcome varchar(32) not null,
  verdict varchar(16) not null,
  message varchar(2000) not null,           -- what the customer reads
  decision text not null,                   -- all of it, as JSON
  explanation text,                         -- the page for operators, finished when one looks; it needs no lists
  basis varchar(64) not null,               -- digest of engine, rules, lists, settings and day
  decided_at timestamp with time zone not null,
  released boolean not null,                -- whether it was ever released
  shipped_at timestamp with time zone,
  version integer not null
);
create index if not exists shop_order_open on shop_order (basis, id);

create table if not exists disposition (
  id varchar(36) primary key,
  order_id varchar(64) not null references shop_order (id),
  reason varchar(500) not null,
  input varchar(64) not null,               -- digests of what the reason rested on
  rules varchar(64) not null,
  lists varchar(64) not null,
  author varchar(100) not null,
  evidence varchar(2000) not null,
  note varchar(2000) not null,
  expires date not null,
  made_at timestamp with time zone not null
);
create index if not exists disposition_order on disposition (order_id);

-- Written in the transaction of the order, delivered after it, at least once.
create table if not exists outbox (
  id varchar(36) primary key,
  order_id varchar(64) not null,
  payload varchar(4000) not null,
  created_at timestamp with time zone not null,
  attempts integer not null,
  next_attempt timestamp with time zone not null,
  delivered_at timestamp with time zone
);
create index if not exists outbox_due on outbox (delivered_at, next_attempt);
