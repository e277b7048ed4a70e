package io.highfence.ledger;

import io.highfence.base.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The state behind a ledger: what each order line holds, and the sums of each account by day. Not safe for several threads. */
final class Book {
    private final Map<OrderLine, Entry> entries = new HashMap<>();
    private final Map<Account, Days> accounts = new HashMap<>();

    /** What an order line holds. */
    private record Entry(Ledger.State state, List<Posting> postings) {}

    Ledger.State state(OrderLine key) {
        Entry entry = entries.get(key);
        return entry == null ? Ledger.State.NONE : entry.state();
    }

    List<Posting> postings(OrderLine key) {
        Entry entry = entries.get(key);
        return entry == null ? List.of() : entry.postings();
    }

    boolean knows(Account account, String order) {
        Days days = accounts.get(account);
        return days != null && (days.severalOrders || !days.firstOrder.equals(order));
    }

    List<Account> accounts() {
        return List.copyOf(new TreeSet<>(accounts.keySet()));
    }

    /**
     * Whether an event changes anything.
     *
     * @return true if it does, false if it has happened already
     * @throws Ledger.Refused if it contradicts what has happened
     * @throws ArithmeticException if a total would not fit
     */
    boolean changes(Event event) {
        OrderLine key = event.key();
        Ledger.State state = state(key);
        return switch (event.kind()) {
            case RESERVE -> {
                if (state == Ledger.State.NONE || state == Ledger.State.CANCELLED) {
                    fits(event.postings());
                    yield true;
                }
                if (!postings(key).equals(event.postings())) {
                    throw new Ledger.Refused(
                            key + " is " + state.word() + " with other amounts, accounts or days; cancel it first");
                }
                yield false;
            }
            case COMMIT -> {
                LocalDate day = event.day();
                if (state == Ledger.State.RESERVED) {
                    yield true;
                }
                if (state != Ledger.State.COMMITTED) {
                    throw new Ledger.Refused(key + " is " + state.word() + "; only what is reserved can be committed");
                }
                if (day != null
                        && postings(key).stream()
                                .anyMatch(posting -> !posting.day().equals(day))) {
                    throw new Ledger.Refused(key + " is committed on another day");
                }
                yield false;
            }
            case CANCEL -> {
                if (state == Ledger.State.COMMITTED) {
                    throw new Ledger.Refused(key + " is committed; what has happened cannot be cancelled");
                }
                yield state == Ledger.State.RESERVED;
            }
        };
    }

    /** No sum of a window can be larger than the sum of all days, so a total that fits is a bound for all. */
    private void fits(List<Posting> postings) {
        Map<Account, Long> more = new HashMap<>();
        for (Posting posting : postings) {
            Days days = accounts.get(posting.account());
            long before = more.getOrDefault(posting.account(), days == null ? 0L : days.total);
            try {
                more.put(posting.account(), Math.addExact(before, posting.amount()));
            } catch (ArithmeticException e) {
                ArithmeticException overflow =
                        new ArithmeticException("The total of " + posting.account() + " would not fit");
                overflow.initCause(e);
                throw overflow;
            }
        }
    }

    /** Lets an event happen that {@link #changes}. */
    void apply(Event event) {
        OrderLine key = event.key();
        switch (event.kind()) {
            case RESERVE -> {
                for (Posting posting : event.postings()) {
                    Days days = accounts.computeIfAbsent(posting.account(), account -> new Days(key.order()));
                    days.severalOrders |= !days.firstOrder.equals(key.order());
                    days.add(posting, 0, posting.amount());
                }
                entries.put(key, new Entry(Ledger.State.RESERVED, event.postings()));
            }
            case COMMIT -> {
                List<Posting> postings = new ArrayList<>();
                for (Posting posting : postings(key)) {
                    LocalDate day = event.day();
                    Posting done = day == null ? posting : posting.on(day);
                    Days days = held(posting);
                    days.add(posting, 0, -posting.amount());
                    days.add(done, done.amount(), 0);
                    postings.add(done);
                }
                entries.put(key, new Entry(Ledger.State.COMMITTED, Event.tidy(postings)));
            }
            case CANCEL -> {
                for (Posting posting : postings(key)) {
                    held(posting).add(posting, 0, -posting.amount());
                }
                entries.put(key, new Entry(Ledger.State.CANCELLED, List.of()));
            }
        }
    }

    /** The sums of what was reserved, so they are there. */
    private Days held(Posting posting) {
        return Objects.requireNonNull(accounts.get(posting.account()));
    }

    Totals.Sum sum(Account account, DateRange window, Set<OrderLine> own) {
        Days days = accounts.get(account);
        if (days == null) {
            return new Totals.Sum(0, 0, 0);
        }
        long committed = 0;
        long reserved = 0;
        for (int i = days.from(window.from()); i < days.size && days.day[i] <= last(window.to()); i++) {
            committed += days.committed[i];
            reserved += days.reserved[i];
        }
        long ownCommitted = 0;
        long ownReserved = 0;
        for (OrderLine key : own) {
            Entry entry = entries.get(key);
            if (entry == null) {
                continue;
            }
            for (Posting posting : entry.postings()) {
                if (posting.account().equals(account) && window.contains(posting.day())) {
                    if (entry.state() == Ledger.State.COMMITTED) {
                        ownCommitted += posting.amount();
                    } else {
                        ownReserved += posting.amount();
                    }
                }
            }
        }
        return new Totals.Sum(committed - ownCommitted, reserved - ownReserved, ownCommitted + ownReserved);
    }

    private static long last(@Nullable LocalDate to) {
        return to == null ? Long.MAX_VALUE : to.toEpochDay();
    }

    /** The sums of one account, by day, in the order of days. */
    private static final class Days {
        private long[] day = new long[4];
        private long[] committed = new long[4];
        private long[] reserved = new long[4];
        private int size;
        private long total;
        private final String firstOrder;
        private boolean severalOrders;

        Days(String firstOrder) {
            this.firstOrder = firstOrder;
        }

        int from(@Nullable LocalDate first) {
            return first == null ? 0 : place(first.toEpochDay());
        }

        /** Where a day stands, or would. */
        private int place(long wanted) {
            int at = Arrays.binarySearch(day, 0, size, wanted);
            return at < 0 ? -at - 1 : at;
        }

        void add(Posting posting, long moreCommitted, long moreReserved) {
            long when = posting.day().toEpochDay();
            int at = place(when);
            if (at == size || day[at] != when) {
                insert(at, when);
            }
            committed[at] += moreCommitted;
            reserved[at] += moreReserved;
            total += moreCommitted + moreReserved;
        }

        private void insert(int at, long when) {
            if (size == day.length) {
                day = Arrays.copyOf(day, size * 2);
                committed = Arrays.copyOf(committed, size * 2);
                reserved = Arrays.copyOf(reserved, size * 2);
            }
            System.arraycopy(day, at, day, at + 1, size - at);
            System.arraycopy(committed, at, committed, at + 1, size - at);
            System.arraycopy(reserved, at, reserved, at + 1, size - at);
            day[at] = when;
            committed[at] = 0;
            reserved[at] = 0;
            size++;
        }
    }
}
