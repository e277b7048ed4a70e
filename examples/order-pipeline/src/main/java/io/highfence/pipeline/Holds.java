package io.highfence.pipeline;

import io.highfence.Decision;
import io.highfence.DecisionEvents;
import io.highfence.Verdict;
import java.util.List;

/**
 * What is held, released and held again, reason by reason: the events of {@link DecisionEvents}, where the earlier decision is
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

    /** What to keep of a decision. */
    static List<Kept> keep(Decision decision) {
        return DecisionEvents.standings(decision).stream()
                .map(standing -> new Kept(standing.reasonId(), standing.verdict(), standing.open()))
                .toList();
    }

    /** The events between what was kept of a decision, which is nothing if there was none, and the decision that followed. */
    static List<DecisionEvents.Event> between(List<Kept> before, Decision after) {
        List<DecisionEvents.Standing> then = before.stream()
                .map(kept -> new DecisionEvents.Standing(kept.id(), kept.verdict(), kept.open(), ""))
                .toList();
        return DecisionEvents.between(after.order().id(), then, DecisionEvents.standings(after));
    }
}
