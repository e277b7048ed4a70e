package io.highfence.pipeline;

import io.highfence.Decision;
import io.highfence.DecisionEvents.Event;
import io.highfence.DecisionEvents.Kind;
import io.highfence.Reason;
import io.highfence.Release;
import io.highfence.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is held, released and held again, reason by reason: the events of {@link io.highfence.DecisionEvents}, where the earlier decision is
 * not at hand any more and only its reasons are kept.
 */
final class Holds {
    /**
     * What was kept of a reason that was no note.
     *
     * @param id its id
     * @param verdict what it makes of the order
     * @param open whether nothing released it
     */
    record Kept(String id, Verdict verdict, boolean open) {}

    private Holds() {}

    /** What to keep of a decision: for each id the gravest reason that is open, else one that is released. */
    static List<Kept> keep(Decision decision) {
        List<Kept> kept = new ArrayList<>();
        gravest(decision).forEach((id, reason) -> kept.add(new Kept(id, reason.verdict(), reason.released() == null)));
        return kept;
    }

    /** The events between what was kept of a decision, which is nothing if there was none, and the decision that followed. */
    static List<Event> between(List<Kept> before, Decision after) {
        String order = after.order().id();
        Map<String, Kept> then = new LinkedHashMap<>();
        before.forEach(kept -> then.put(kept.id(), kept));
        Map<String, Reason> now = gravest(after);
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(then.keySet());
        List<Event> events = new ArrayList<>();
        for (String id : ids) {
            Kept earlier = then.get(id);
            boolean wasOpen = earlier != null && earlier.open();
            Reason reason = now.get(id);
            Release release = reason == null ? null : reason.released();
            if (reason == null) {
                if (wasOpen) {
                    events.add(new Event(Kind.RELEASED, order, id, earlier.verdict(), "It is not found any more."));
                }
            } else if (release != null) {
                if (earlier == null || wasOpen) {
                    events.add(new Event(Kind.RELEASED, order, id, reason.verdict(), release.text()));
                }
            } else if (!wasOpen) {
                Kind kind = earlier == null ? Kind.HELD : Kind.REOPENED;
                events.add(new Event(kind, order, id, reason.verdict(), reason.text()));
            }
        }
        return events;
    }

    private static Map<String, Reason> gravest(Decision decision) {
        Map<String, Reason> gravest = new LinkedHashMap<>();
        for (Reason reason : decision.reasons()) {
            if (reason.verdict() != Verdict.CLEAR) {
                gravest.merge(reason.id(), reason, Holds::graver);
            }
        }
        return gravest;
    }

    private static Reason graver(Reason one, Reason other) {
        boolean open = one.released() == null;
        if (open != (other.released() == null)) {
            return open ? one : other;
        }
        return other.verdict().compareTo(one.verdict()) > 0 ? other : one;
    }
}
