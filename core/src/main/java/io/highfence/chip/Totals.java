package io.highfence.chip;

import io.highfence.chip.Chip.Die;
import io.highfence.chip.Chip.ProcessType;
import io.highfence.chip.Chip.Rate;
import io.highfence.chip.Chip.Role;
import org.jspecify.annotations.Nullable;

/**
 * What the rates and dies of one integrated circuit add up to, whatever the law of the day says of the sums: worked out once,
 * when the chip is made. Sums stay far below overflow: rates, bits, dies and parts are all bounded.
 */
final class Totals {
    /** Above every sum that a chip can have. */
    static final long BOUNDLESS = Long.MAX_VALUE - 1;

    /** Performance in millionths, or {@link Chip#UNKNOWN} if no dense digital rate is stated. */
    final long tpp;

    /** The rate that gives the performance, or null if it is unknown or a sum over parts. */
    @Nullable
    final Rate best;

    /** Performance on the narrowest reading of the formats. */
    final long least;

    /** Performance of the digital units that sparse or absent figures leave possible. */
    final long most;

    /** The same where the text counts analog units, before their share is added. */
    final long mostBesideAnalog;

    /** The most that one unit contributes: what there would be if a package were not one circuit. */
    final long largestUnit;

    /** How many units may run at once: one, or each part of a package. */
    final int parts;

    /** Tera-operations without bit length, in millionths, or {@link Chip#UNKNOWN}. */
    final long tops;

    /** Tera-operations that sparse figures leave possible. */
    final long mostTops;

    /** Tera-operations of analog units, which have no bit length. */
    final long analogOps;

    /** Remarks on the rates, as bits. */
    final long remarks;

    /** Area of the non-planar logic dies, in millionths of mm2. */
    final long certainArea;

    /** Area of non-planar dies of another role, which may be logic. */
    final long doubtfulArea;

    /** Area of dies of unknown process. */
    final long unknownArea;

    /** The smallest die of unknown process, or {@link #BOUNDLESS}. */
    final long smallestUnknownArea;

    /** The applicable area where each die counts that may, or {@link Chip#UNKNOWN} if dies are not stated. */
    final long area;

    /** The density of the performance on that area, as {@link LimbTable#density} gives it. */
    final long density;

    /** Whether rates or dies can be read in several ways; if not, performance and area are all there is to judge. */
    final boolean doubtful;

    Totals(Rate[][] units, Die[] dies, boolean diesKnown, boolean standaloneMemory) {
        long tppSum = Chip.UNKNOWN;
        long topsSum = Chip.UNKNOWN;
        long leastSum = 0;
        long mostSum = 0;
        long mostTopsSum = 0;
        long analogSum = 0;
        long largest = 0;
        long found = 0;
        Rate bestRate = null;
        boolean bounded = true;
        boolean boundedWithAnalog = true;
        for (Rate[] rates : units) {
            long unitTpp = Chip.UNKNOWN;
            long unitTops = Chip.UNKNOWN;
            long unitLeast = 0;
            long unitMost = 0;
            long unitMostTops = 0;
            long unitAnalog = 0;
            for (Rate rate : rates) {
                long ops = rate.teraOps();
                unitMostTops = Math.max(unitMostTops, ops);
                if (rate.analog()) {
                    found |= Remark.ANALOG.bit();
                    unitAnalog = Math.max(unitAnalog, ops);
                    unitTops = Math.max(unitTops, ops);
                    continue;
                }
                long performance = ops * rate.bits();
                unitMost = Math.max(unitMost, performance);
                if (rate.sparse()) {
                    found |= Remark.SPARSE_UNUSED.bit();
                    continue;
                }
                unitTops = Math.max(unitTops, ops);
                unitLeast = Math.max(unitLeast, ops * rate.leastBits());
                if (performance > unitTpp) {
                    unitTpp = performance;
                    bestRate = rate;
                }
            }
            largest = Math.max(largest, unitTpp);
            tppSum = sum(tppSum, unitTpp);
            topsSum = sum(topsSum, unitTops);
            leastSum += unitLeast;
            mostSum += unitMost;
            mostTopsSum += unitMostTops;
            analogSum += unitAnalog;
            bounded &= unitMost > 0 || unitTpp >= 0;
            boundedWithAnalog &= unitMost > 0 || unitTpp >= 0 || unitAnalog > 0;
        }
        boolean open = !bounded && !standaloneMemory;
        tpp = tppSum;
        tops = topsSum;
        best = units.length > 1 ? null : bestRate;
        least = leastSum;
        most = open ? BOUNDLESS : mostSum;
        mostBesideAnalog = boundedWithAnalog || standaloneMemory ? mostSum : BOUNDLESS;
        mostTops = mostTopsSum;
        analogOps = analogSum;
        largestUnit = largest;
        parts = units.length;
        remarks = found;
        long certain = 0;
        long doubt = 0;
        long unknown = 0;
        long smallest = BOUNDLESS;
        for (Die die : dies) {
            if (die.role() == Role.MEMORY || die.process() == ProcessType.PLANAR) {
                continue;
            }
            if (die.process() == ProcessType.UNKNOWN) {
                // An interposer of unknown process is taken as passive.
                if (die.role() != Role.INTERPOSER) {
                    unknown += die.areaMm2();
                    smallest = Math.min(smallest, die.areaMm2());
                }
            } else if (die.role() == Role.LOGIC) {
                certain += die.areaMm2();
            } else {
                doubt += die.areaMm2();
            }
        }
        certainArea = certain;
        doubtfulArea = doubt;
        unknownArea = unknown;
        smallestUnknownArea = smallest;
        area = diesKnown ? certain + doubt : Chip.UNKNOWN;
        long known = Math.max(tpp, 0);
        density = LimbTable.density(known, area);
        doubtful = parts > 1
                || analogOps > 0
                || tpp == 0
                || least != known
                || most != known
                || (diesKnown && (doubt > 0 || unknown > 0 || certain == 0));
    }

    /** The smallest area that is not nothing, {@link #BOUNDLESS} if there is none: the highest density on any reading. */
    long smallestArea() {
        if (certainArea > 0) {
            return certainArea;
        }
        return Math.min(doubtfulArea > 0 ? doubtfulArea : BOUNDLESS, smallestUnknownArea);
    }

    private static long sum(long known, long more) {
        return more < 0 ? known : Math.max(known, 0) + more;
    }
}
