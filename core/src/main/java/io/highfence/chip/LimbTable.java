package io.highfence.chip;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.ChipLaw.Limb;
import io.highfence.law.Rule.Limit;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What performance and performance density decide under one law, worked out beforehand for every combination. Each limit cuts
 * one of the two into bands within which no answer changes, so that a chip is counted into a band of either and its outcome is
 * looked up. No branch depends on the chip; nothing is divided, rounded or allocated.
 */
final class LimbTable {
    /**
     * What a pair of bands comes to.
     *
     * @param limbs the paragraphs met, as bits
     * @param tier the tier after Note 2
     * @param gravest the gravest tier that some area would give, after Note 2; the tier itself where the area is known
     * @param remarks what Note 2 has to say, and whether a limit lies a little above that would change the tier, as bits
     * @param nearAsks whether that turns on where in its band the density lies
     */
    record Outcome(int limbs, int tier, int gravest, long remarks, boolean nearAsks) {}

    // The line of densities: the area is not known, there is none, and from there on twice the density in millionths.
    private static final long UNKNOWN_AREA = 0;
    private static final long NO_AREA = 1;
    private static final long LEAST_DENSITY = 2;

    /** Above every limit. */
    private static final long DENSEST = Long.MAX_VALUE - 1;

    private static final Answer[] ANSWERS = Answer.values();

    private final ChipLaw law;

    private final Bands performances;
    private final Bands densities;
    private final Outcome[] outcomes;
    private final @Nullable PlainAnswer[] plain;

    LimbTable(ChipLaw law) {
        this.law = law;
        TreeSet<Long> performanceCuts = new TreeSet<>();
        TreeSet<Long> densityCuts = new TreeSet<>(List.of(NO_AREA, LEAST_DENSITY));
        for (Limb limb : law.limbs()) {
            limb.tpp().stated.forEach(limit -> performanceCuts.add(limit.value() + just(limit)));
            limb.density().stated.forEach(limit -> densityCuts.add(LEAST_DENSITY + 2 * limit.value() + just(limit)));
        }
        law.note2().stated.forEach(limit -> performanceCuts.add(limit.value() + just(limit)));
        for (long limit : law.tppLimitValues()) {
            performanceCuts.add(limit);
            performanceCuts.add(law.nearFrom(limit));
        }
        performances = new Bands(performanceCuts);
        densities = new Bands(densityCuts);
        outcomes = new Outcome[performances.count() * densities.count() * ANSWERS.length];
        fill();
        plain = new PlainAnswer[outcomes.length * PlainAnswer.KINDS];
    }

    /** Adds the whole answers of plain chips, which need the rest of the law. */
    void fillPlain() {
        if (law.formula != ChipLaw.Formula.TPP) {
            return;
        }
        Map<Outcome, PlainAnswer[]> answers = new HashMap<>();
        for (int i = 0; i < outcomes.length; i++) {
            if (!outcomes[i].nearAsks()) {
                PlainAnswer[] byKind = answers.computeIfAbsent(outcomes[i], outcome -> PlainAnswer.of(law, outcome));
                System.arraycopy(byKind, 0, plain, i * PlainAnswer.KINDS, PlainAnswer.KINDS);
            }
        }
    }

    /** How far above its value the side changes: where the value itself still lies below. */
    private static int just(Limit limit) {
        return switch (limit.sign()) {
            case AT_LEAST, BELOW -> 0;
            case ABOVE, AT_MOST -> 1;
        };
    }

    private void fill() {
        for (int band = 0; band < performances.count(); band++) {
            for (int row = 0; row < densities.count(); row++) {
                for (Answer datacenter : ANSWERS) {
                    outcomes[index(band, row, datacenter)] =
                            outcome(performances.start(band), densities.start(row), datacenter);
                }
            }
        }
        Outcome[] plain = outcomes.clone();
        for (int band = 0; band < performances.count(); band++) {
            for (int row = 0; row < densities.count(); row++) {
                for (Answer datacenter : ANSWERS) {
                    int cell = index(band, row, datacenter);
                    for (long limit : law.tppLimitValues()) {
                        if (law.near(performances.start(band), limit)) {
                            outcomes[cell] = withNearness(outcomes[cell], plain, row, limit, datacenter);
                        }
                    }
                }
            }
        }
    }

    /** Compares an outcome with those that the same area could have at a limit a little above. */
    private Outcome withNearness(Outcome outcome, Outcome[] plain, int row, long limit, Answer datacenter) {
        int band = performances.of(limit);
        boolean changes = false;
        boolean stays = false;
        for (int above = row; above <= highestRow(row, limit); above++) {
            boolean same = plain[index(band, above, datacenter)].gravest() == outcome.gravest();
            changes |= !same;
            stays |= same;
        }
        return new Outcome(
                outcome.limbs(),
                outcome.tier(),
                outcome.gravest(),
                outcome.remarks() | (changes && !stays ? Remark.NEAR_LIMIT.bit() : 0),
                outcome.nearAsks() || (changes && stays));
    }

    /** The highest row that a density of a row can reach when the performance rises to a limit that it is near. */
    private int highestRow(int row, long limit) {
        if (densities.start(row) < LEAST_DENSITY) {
            return row;
        }
        BigInteger end = BigInteger.valueOf(densities.start(row + 1) - LEAST_DENSITY);
        BigInteger reached = end.multiply(BigInteger.valueOf(limit))
                .divide(BigInteger.valueOf(law.nearFrom(limit)))
                .add(BigInteger.ONE);
        return densities.of(LEAST_DENSITY
                + reached.min(BigInteger.valueOf(DENSEST - LEAST_DENSITY)).longValueExact());
    }

    /** The outcome where a band of either begins, by the limits as they are stated. */
    private Outcome outcome(long tpp, long density, Answer datacenter) {
        int met = 0;
        int within = 0;
        Limb[] limbs = law.limbs();
        for (int i = 0; i < limbs.length; i++) {
            if (limbs[i].tpp().admit(tpp)) {
                within |= 1 << i;
                Limits limits = limbs[i].density();
                boolean known = density >= LEAST_DENSITY;
                if (limits.isEmpty() || (known && limits.admitQuotient(density - LEAST_DENSITY, 2 * Decimal.ONE))) {
                    met |= 1 << i;
                }
            }
        }
        boolean noteReaches = law.note2().admit(tpp);
        boolean out = noteReaches && datacenter == Answer.NO;
        int asked = density == UNKNOWN_AREA ? within : met;
        long remarks = 0;
        if (law.tier(asked) != Tier.NONE && noteReaches && datacenter != Answer.YES) {
            remarks = (out ? Remark.NOTE_2 : Remark.DATACENTER_UNKNOWN).bit();
        }
        return new Outcome(met, out ? Tier.NONE : law.tier(met), out ? Tier.NONE : law.tier(asked), remarks, false);
    }

    private int index(int band, int row, Answer datacenter) {
        return index(band, row, column(datacenter));
    }

    private int index(int band, int row, int column) {
        return (band * densities.count() + row) * ANSWERS.length + column;
    }

    /** The column of an answer. */
    @SuppressWarnings("EnumOrdinal") // the order is the table's own business and is never stored
    static int column(Answer datacenter) {
        return datacenter.ordinal();
    }

    /**
     * Looks up what a performance and a density come to.
     *
     * @param tpp millionths, from 0
     * @param density as {@link #density} gives it
     */
    Outcome of(long tpp, long density, Answer datacenter) {
        return outcomes[index(performances.of(tpp), densities.of(density), datacenter)];
    }

    /** The whole answer for a plain chip of a kind, or null where its numbers do not say it all. */
    @Nullable
    PlainAnswer plain(PlainFacts facts, int kind) {
        int band = performances.of(facts.tpp, facts.tppStretch);
        int row = densities.of(facts.density, facts.densityStretch);
        return plain[index(band, row, facts.datacenter) * PlainAnswer.KINDS + kind];
    }

    /**
     * The place of a performance on an area in the line of densities: that of the quotient in whole millionths, and one further
     * where something was cut off. No limit is missed by cutting, since limits are whole millionths. Allocates nothing.
     *
     * @param tpp millionths, from 0
     * @param area millionths of a square millimetre; 0 if nothing counts, or {@link Chip#UNKNOWN}
     */
    static long density(long tpp, long area) {
        if (area <= 0) {
            return area == 0 ? NO_AREA : UNKNOWN_AREA;
        }
        long high = Math.multiplyHigh(tpp, Decimal.ONE);
        long low = tpp * Decimal.ONE;
        if (high == 0 && low >= 0) {
            return place(low / area, low % area);
        }
        return longDivision(high, low, area);
    }

    /** Divides 128 bits by 63, bit by bit: for numbers that no chip of today has. */
    private static long longDivision(long high, long low, long divisor) {
        if (high >= divisor) {
            return DENSEST;
        }
        long rest = high;
        long quotient = 0;
        for (int bit = Long.SIZE - 1; bit >= 0; bit--) {
            rest = (rest << 1) | ((low >>> bit) & 1);
            quotient <<= 1;
            if (Long.compareUnsigned(rest, divisor) >= 0) {
                rest -= divisor;
                quotient |= 1;
            }
        }
        return place(quotient, rest);
    }

    private static long place(long quotient, long rest) {
        return Long.compareUnsigned(quotient, DENSEST / 2 - 1) >= 0
                ? DENSEST
                : LEAST_DENSITY + 2 * quotient + (rest == 0 ? 0 : 1);
    }
}
