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

    /**
     * How a reason that is no note stands in a decision: enough to tell events from when the decision itself is not at hand any more.
     *
     * @param reasonId the reason's id
     * @param verdict what it makes of the order
     * @param open whether nothing released it
     * @param text what was found, or what released it
     */
    public record Standing(String reasonId, Verdict verdict, boolean open, String text) {}

    /**
     * How the reasons of a decision stand; of several with one id the gravest that is open, else of those that are released.
     *
     * @param decision a filled decision
     * @return one for each id, in the sequence of the reasons; a new list
     */
    public static List<Standing> standings(Decision decision) {
        List<Standing> all = new ArrayList<>();
        for (Reason reason : decision.reasons()) {
            Release release = reason.released();
            all.add(new Standing(
                    reason.id(), reason.verdict(), reason.isOpen(), release == null ? reason.text() : release.text()));
        }
        return List.copyOf(states(all).values());
    }

    private static Map<String, Standing> states(List<Standing> all) {
        Map<String, Standing> states = new LinkedHashMap<>();
        for (Standing one : all) {
            if (one.verdict() != Verdict.CLEAR) {
                states.merge(one.reasonId(), one, DecisionEvents::graver);
            }
        }
        return states;
    }

    private static Standing graver(Standing one, Standing other) {
        if (one.open() != other.open()) {
            return one.open() ? one : other;
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
        return between(id, before == null ? List.of() : standings(before), standings(after));
    }

    /**
     * Compares what is kept of two decisions on one order.
     *
     * @param order the order's id
     * @param before how its reasons stood, none if there was no decision; of these no text is read
     * @param after how they stand
     * @return the events in the sequence of {@code after}, and then what is not found any more; a new list
     */
    public static List<Event> between(String order, List<Standing> before, List<Standing> after) {
        Map<String, Standing> then = states(before);
        Map<String, Standing> now = states(after);
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(then.keySet());
        List<Event> events = new ArrayList<>();
        for (String reasonId : ids) {
            Event event = event(order, then.get(reasonId), now.get(reasonId));
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }

    private static @Nullable Event event(String order, @Nullable Standing then, @Nullable Standing now) {
        boolean wasOpen = then != null && then.open();
        if (now == null) {
            return then == null || !wasOpen
                    ? null
                    : new Event(Kind.RELEASED, order, then.reasonId(), then.verdict(), "It is not found any more.");
        }
        if (now.open() == wasOpen && then != null) {
            return null;
        }
        Kind kind = !now.open() ? Kind.RELEASED : then == null ? Kind.HELD : Kind.REOPENED;
        return new Event(kind, order, now.reasonId(), now.verdict(), now.text());
    }
}
