package io.highfence.pipeline;

import io.highfence.Decision;
import io.highfence.Verdict;
import org.jspecify.annotations.Nullable;

/** What a decision means for the goods: held, released, or held again. */
final class Holds {
    private Holds() {}

    /**
     * The event of a decision.
     *
     * @param before what was decided before, or null
     * @param decision the decision
     * @return {@code held}, {@code released} or {@code reopened}, or null if nothing changes for the goods
     */
    static @Nullable String event(OpenOrder.@Nullable Answer before, Decision decision) {
        boolean held = decision.verdict() != Verdict.CLEAR;
        if (before == null) {
            return held ? "held" : null;
        }
        if (held == before.held()) {
            return null;
        }
        return held ? "reopened" : "released";
    }
}
