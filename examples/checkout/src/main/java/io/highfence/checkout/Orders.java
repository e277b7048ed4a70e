package io.highfence.checkout;

import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.checkout.OrderStore.Stored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The way of an order: placed, decided, perhaps released, decided again before it leaves and whenever what its decision rests on has
 * changed. Each step is one transaction, with the event that it makes.
 */
@Service
final class Orders {
    private static final Logger LOG = LoggerFactory.getLogger(Orders.class);

    private static final int BATCH = 200;
    private static final int TRIES = 5;

    private final Desk desk;
    private final OrderStore store;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    Orders(Desk desk, OrderStore store, Outbox outbox, TransactionTemplate transaction) {
        this.desk = desk;
        this.store = store;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /**
     * The answer to whoever places an order.
     *
     * @param order the order as it stands
     * @param compliance how long deciding took; zero if the order was there
     */
    record Placed(Stored order, Duration compliance) {}

    /** There is an order of this id with other content. */
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Conflict(String message) {
            super(message);
        }
    }

    /** There is no order of this id. */
    static final class Unknown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unknown(String id) {
            super("There is no order " + id);
        }
    }

    /**
     * Places an order. The same order a second time is the same answer.
     *
     * @param order the order
     * @param body the JSON that it was read from
     * @return the order with its outcome
     * @throws Conflict if another order has its id
     */
    Placed place(Order order, String body) {
        String content = content(order);
        Desk.Opinion opinion = desk.ask(order);
        Stored made = new Stored(
                order.id(),
                content,
                body,
                "[]",
                Outcome.of(opinion.verdict()),
                opinion.verdict().name(),
                opinion.message(),
                opinion.json(),
                opinion.page(),
                opinion.basis(),
                Instant.now(),
                false,
                null,
                1);
        try {
            transaction.executeWithoutResult(status -> {
                store.add(made);
                if (made.outcome() != Outcome.ACCEPTED) {
                    outbox.add(made, Outbox.Event.HELD);
                }
            });
            return new Placed(made, opinion.took());
        } catch (DuplicateKeyException e) {
            Stored known = get(order.id());
            if (!known.content().equals(content)) {
                throw new Conflict("There is another order " + order.id());
            }
            return new Placed(known, opinion.took());
        }
    }

    /**
     * Changes an order that has not left. What people decided about facts that are others now no longer holds.
     *
     * @param order the order as it is to be
     * @param body the JSON that it was read from
     * @return the order with its outcome
     */
    Stored change(Order order, String body) {
        return again(order.id(), known -> new Plan(content(order), body, known.authorizations(), List.of(), false));
    }

    /**
     * Records what a person has decided about some reasons, and decides again.
     *
     * @param id the order
     * @param version the version that the person saw
     * @param reasons the ids of the reasons
     * @param author the person
     * @param words evidence, note and expiry
     * @return the order, released if nothing else holds it
     */
    Stored dispose(String id, int version, List<String> reasons, String author, Words words) {
        return again(id, known -> {
            if (known.version() != version) {
                throw new Conflict("The order was decided again meanwhile; look at it again");
            }
            List<StoredDisposition> made = new ArrayList<>();
            for (Explained.Held held : Explained.of(known.decision()).liftable(reasons)) {
                made.add(new StoredDisposition(
                        UUID.randomUUID().toString(),
                        held.id(),
                        Objects.requireNonNull(held.binding()),
                        author,
                        words.evidence(),
                        words.note(),
                        words.expires(),
                        Instant.now()));
            }
            return new Plan(known.content(), known.body(), known.authorizations(), made, false);
        });
    }

    /**
     * What a person says when lifting reasons.
     *
     * @param evidence what the person relies on
     * @param note why
     * @param expires the last day on which it holds
     */
    record Words(String evidence, String note, LocalDate expires) {}

    /**
     * Records the licenses and other authorizations that the shop holds for an order, and decides again.
     *
     * @param id the order
     * @param authorizations all of them, as JSON in the form of an order's {@code authorizations}
     * @return the order, released if they cover what holds it
     */
    Stored authorize(String id, String authorizations) {
        return again(id, known -> new Plan(known.content(), known.body(), authorizations, List.of(), false));
    }

    /** Decides again, as before picking. */
    Stored again(String id) {
        return again(id, Orders::unchanged);
    }

    private static Plan unchanged(Stored known) {
        return new Plan(known.content(), known.body(), known.authorizations(), List.of(), false);
    }

    /** Decides again and, if the order may ship, lets it go: from then on it is closed. */
    Stored ship(String id) {
        return again(id, known -> new Plan(known.content(), known.body(), known.authorizations(), List.of(), true));
    }

    /** What is to become of an order before it is decided again. */
    private record Plan(
            String content, String body, String authorizations, List<StoredDisposition> made, boolean leaves) {}

    private Stored again(String id, Function<Stored, Plan> planner) {
        return again(id, planner, desk::ask);
    }

    private Stored again(String id, Function<Stored, Plan> planner, Function<Order, Desk.Opinion> asking) {
        for (int i = 0; i < TRIES; i++) {
            Stored known = get(id);
            if (known.shippedAt() != null) {
                throw new Conflict("The order has left");
            }
            Plan plan = planner.apply(known);
            Stored next = next(known, plan, asking);
            if (Boolean.TRUE.equals(transaction.execute(status -> save(known, plan, next)))) {
                return next;
            }
        }
        throw new Conflict("Others are changing the order " + id);
    }

    private Stored next(Stored known, Plan plan, Function<Order, Desk.Opinion> asking) {
        List<StoredDisposition> made = new ArrayList<>(store.dispositions(known.id()));
        made.addAll(plan.made);
        Desk.Opinion opinion = asking.apply(read(with(plan.body, plan.authorizations, made)));
        if (!opinion.isDecided() && plan.content.equals(known.content())) {
            throw new Desk.Busy();
        }
        Instant now = Instant.now();
        return new Stored(
                known.id(),
                plan.content,
                plan.body,
                plan.authorizations,
                Outcome.of(opinion.verdict()),
                opinion.verdict().name(),
                opinion.message(),
                opinion.json(),
                opinion.page(),
                opinion.basis(),
                now,
                known.released() || (opinion.ships() && known.outcome() != Outcome.ACCEPTED),
                plan.leaves && opinion.ships() ? now : null,
                known.version() + 1);
    }

    private boolean save(Stored known, Plan plan, Stored next) {
        if (!store.replace(next)) {
            return false;
        }
        plan.made.forEach(one -> store.add(known.id(), one));
        boolean ships = next.outcome() == Outcome.ACCEPTED;
        if (ships != (known.outcome() == Outcome.ACCEPTED)) {
            outbox.add(
                    next, ships ? Outbox.Event.RELEASED : known.released() ? Outbox.Event.REOPENED : Outbox.Event.HELD);
        }
        return true;
    }

    /**
     * Decides those orders again whose decision rests on other lists, rules or settings, or on another day, or that had to wait for one.
     * Customers go first: where they need all screeners, the rest waits for the next time.
     */
    @Scheduled(fixedDelayString = "${checkout.poll:1s}", initialDelayString = "${checkout.poll:1s}")
    void catchUp() {
        String basis = desk.basis();
        String after = "";
        List<String> ids;
        do {
            ids = store.restingOnOther(basis, after, BATCH);
            for (String id : ids) {
                try {
                    again(id, Orders::unchanged, desk::askIfFree);
                } catch (Desk.Busy e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("The order {} was not decided again, and will be: {}", id, e.toString());
                }
                after = id;
            }
        } while (!ids.isEmpty());
    }

    /** The order of an id. */
    Stored get(String id) {
        return store.find(id).orElseThrow(() -> new Unknown(id));
    }

    /** The orders that may not ship and came first. */
    List<Stored> held(int limit) {
        return store.held(limit);
    }

    /** What people have decided about an order. */
    List<StoredDisposition> dispositions(String id) {
        return store.dispositions(id);
    }

    /** A digest of all that was understood of an order; blanks and the sequence of keys make no difference. */
    private static String content(Order order) {
        return Digest.of(order.toString()).hex();
    }

    /** An order with what releases it, none of which may stand in the order already. */
    private static String with(String body, String authorizations, List<StoredDisposition> made) {
        int start = body.indexOf('{') + 1;
        return body.substring(0, start) + "\"authorizations\":" + authorizations + ",\"dispositions\":"
                + StoredDisposition.json(made) + "," + body.substring(start);
    }

    private static Order read(String body) {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "order")) {
            return Objects.requireNonNull(reader.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadInput e) {
            throw new IllegalStateException("What was read when it was placed cannot be read again", e);
        }
    }
}
