package io.highfence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What changed between two decisions on one order, reason by reason: for webhooks, streams, and each step of an order. */
public final class DecisionEvents {
    private DecisionEvents() {}

    /** What became of a reason. */
    public enum Kind {
        /** It holds the order, and did not before. */
        HELD,
        /** It held the order, and does not any more: it is released, or not found any more. */
        RELEASED,
        /** It was released, and holds the order again. */
        REOPENED
    }

    /**
     * One event.
     *
     * @param kind what became of the reason
     * @param order the order's id
     * @param reasonId the reason's id, such as {@code LICENSE_REQUIRED/line 0}
     * @param verdict what the reason makes of the order, or made of it where it is not found any more
     * @param text what was found, what released it, or that it is not found any more
     */
    public record Event(Kind kind, String order, String reasonId, Verdict verdict, String text) {}

    /** What stands behind one id: the gravest reason of it that is open, else one that is released. */
    private static Map<String, Reason> states(@Nullable Decision decision) {
        Map<String, Reason> states = new LinkedHashMap<>();
        if (decision != null) {
            for (Reason reason : decision.reasons()) {
                if (reason.verdict() != Verdict.CLEAR) {
                    states.merge(reason.id(), reason, DecisionEvents::graver);
                }
            }
        }
        return states;
    }

    private static Reason graver(Reason one, Reason other) {
        if (one.isOpen() != other.isOpen()) {
            return one.isOpen() ? one : other;
        }
        return other.verdict().compareTo(one.verdict()) > 0 ? other : one;
    }

    /**
     * Compares two decisions. Reasons are told apart by their ids; notes are no events.
     *
     * @param before the earlier decision, or null if there is none
     * @param after the later one; another object than {@code before}, as a decision is filled anew each time
     * @return the events in the sequence of the later decision's reasons, and then what is not found any more; a new list
     * @throws IllegalArgumentException if the decisions are of two orders
     */
    public static List<Event> between(@Nullable Decision before, Decision after) {
        String id = after.order().id();
        if (before != null && !before.order().id().equals(id)) {
            throw new IllegalArgumentException(
                    "These are decisions on two orders: " + before.order().id() + " and " + id);
        }
        Map<String, Reason> then = states(before);
        Map<String, Reason> now = states(after);
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(then.keySet());
        List<Event> events = new ArrayList<>();
        for (String reasonId : ids) {
            Event event = event(id, reasonId, then.get(reasonId), now.get(reasonId));
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    private static @Nullable Event event(String order, String reasonId, @Nullable Reason then, @Nullable Reason now) {
        if (now == null) {
            return then == null || !then.isOpen()
                    ? null
                    : new Event(Kind.RELEASED, order, reasonId, then.verdict(), "It is not found any more.");
        }
        Release release = now.released();
        if (release != null) {
            return then != null && !then.isOpen()
                    ? null
                    : new Event(Kind.RELEASED, order, reasonId, now.verdict(), release.text());
        }
        if (then == null) {
            return new Event(Kind.HELD, order, reasonId, now.verdict(), now.text());
        }
        return then.isOpen() ? null : new Event(Kind.REOPENED, order, reasonId, now.verdict(), now.text());
    }
}
