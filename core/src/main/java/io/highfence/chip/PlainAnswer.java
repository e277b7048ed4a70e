package io.highfence.chip;

import io.highfence.chip.LimbTable.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer for a plain chip of one outcome, worked out beforehand by the way that all chips go. Immutable.
 *
 * @see PlainFacts
 */
final class PlainAnswer {
    // What beside the outcome decides, as bits of a number.
    static final int BY_TOPS = 1;
    static final int BY_RATE = 2;
    static final int NO_RATE = 4;
    static final int LETTER = 8;
    static final int KINDS = 16;

    /** A chip with every fact that only adds a remark. */
    private static final Chip EXAMPLE =
            Chip.builder("").hbm(Chip.Hbm.COPACKAGED).build();

    private static final long REMARKS_ON_FACTS =
            Remark.ENCRYPTION_NOT_STATED.bit() | Remark.MEMORY_WITH_PROCESSING.bit();

    final @Nullable String eccn;
    final long remarks;

    /** The remarks on facts that belong to this answer where the chip has the fact. */
    final long onFacts;

    final int missing;
    final int lowerMissing;
    final int tier;
    final boolean tierOpen;
    final boolean lower;

    /** Whether a letter to one company would be remarked on. */
    final boolean asksForLetter;

    private PlainAnswer(ChipLaw law, Outcome outcome, int kind) {
        Classification out = new Classification();
        out.circuit.takeOutcome(outcome);
        out.circuit.takeLower((kind & BY_TOPS) != 0, (kind & BY_RATE) != 0, (kind & NO_RATE) != 0);
        out.circuit.tpp = 1;
        out.adopt();
        ChipClassifier.judgeMemory(EXAMPLE, law, out);
        eccn = ChipClassifier.eccn(EXAMPLE, law, out);
        tier = out.tier;
        asksForLetter = eccn != null && tier == Tier.NONE && law.tier(outcome.limbs()) == Tier.NONE;
        long letter = asksForLetter && (kind & LETTER) != 0 ? Remark.LETTER.bit() : 0;
        remarks = (out.remarks & ~REMARKS_ON_FACTS) | letter;
        onFacts = (out.remarks & REMARKS_ON_FACTS) | ~REMARKS_ON_FACTS;
        missing = out.missing;
        lowerMissing = out.lowerMissing;
        tierOpen = out.tierOpen;
        lower = out.lower;
    }

    /** The answers of an outcome, by what decides beside it. */
    static PlainAnswer[] of(ChipLaw law, Outcome outcome) {
        PlainAnswer[] answers = new PlainAnswer[KINDS];
        for (int kind = 0; kind < KINDS; kind++) {
            answers[kind] = new PlainAnswer(law, outcome, kind);
        }
        return answers;
    }
}
