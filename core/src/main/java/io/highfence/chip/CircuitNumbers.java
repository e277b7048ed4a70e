package io.highfence.chip;

import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Die;
import io.highfence.chip.Chip.ProcessType;
import io.highfence.chip.Chip.Rate;
import io.highfence.chip.Chip.Role;
import io.highfence.chip.ChipLaw.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of one integrated circuit come to under one law: performance, area, paragraphs, tier, and what is doubtful
 * about them. Reused from call to call; nothing here allocates.
 */
final class CircuitNumbers {
    /** Above every performance that a chip can have, and far enough below overflow. */
    static final long BOUNDLESS = Long.MAX_VALUE;

    /** The chip, or null before the first use. */
    @Nullable
    Chip chip;

    /** Millionths, or {@link Chip#UNKNOWN} if no dense rate is stated. */
    long tpp;

    /** The rate that gives the performance, or null if it is unknown or a sum over parts. */
    @Nullable
    Rate best;

    /** Tera-operations without bit length, in millionths, or {@link Chip#UNKNOWN}. */
    long tops;

    /** The applicable die area in use, in millionths of mm2; 0 if there is none, or {@link Chip#UNKNOWN}. */
    long area;

    /** The paragraphs that the numbers meet, as bits. */
    int limbs;

    /** The tier after Note 2. */
    Tier tier = Tier.NONE;

    /** True if what is missing could change the tier. */
    boolean tierOpen;

    /** True if 3A991.p is met. */
    boolean lower;

    /** True if 3A991.p is not met and what is missing could change that. */
    boolean lowerOpen;

    long remarks;

    /** The columns that could change the tier. */
    int missing;

    /** The columns that could change whether 3A991.p is met, where no tier is. */
    int lowerMissing;

    @SuppressWarnings("NullAway.Init") // judge sets it before anything reads it
    private ChipLaw law;

    /** Whether it was judged as made for datacenters. */
    Answer datacenter = Answer.UNKNOWN;

    // Of the performance: on the narrowest reading, and what sparse or absent figures leave possible.
    private long least;
    long most;
    private long mostTops;

    // Of the area: certain, doubtful by role, doubtful by process, and the smallest die of unknown process.
    long certain;
    long doubtful;
    long unknown;
    private long smallestUnknown;

    /** Forgets the chip judged before. */
    void clear() {
        chip = null;
        best = null;
        tpp = Chip.UNKNOWN;
        tops = Chip.UNKNOWN;
        area = Chip.UNKNOWN;
        limbs = 0;
        tier = Tier.NONE;
        remarks = 0;
        missing = 0;
    }

    /** True for a remark that was made about this circuit. */
    boolean has(Remark remark) {
        return (remarks & remark.bit()) != 0;
    }

    /** Judges a chip as one integrated circuit. */
    void judge(Chip chip, ChipLaw law, Answer datacenter) {
        this.chip = chip;
        this.law = law;
        this.datacenter = datacenter;
        remarks = 0;
        missing = 0;
        lowerMissing = 0;
        limbs = 0;
        tier = Tier.NONE;
        tierOpen = false;
        area = Chip.UNKNOWN;
        addUp(chip);
        if (law.formula == ChipLaw.Formula.OF_2022) {
            judge2022(chip);
        } else if (law.formula == ChipLaw.Formula.TPP) {
            judgeTpp(chip);
        }
        judgeLower(chip);
    }

    private void addUp(Chip chip) {
        tpp = Chip.UNKNOWN;
        tops = Chip.UNKNOWN;
        best = null;
        least = 0;
        most = 0;
        mostTops = 0;
        boolean bounded = true;
        Rate[][] units = chip.units();
        for (int u = 0; u < units.length; u++) {
            bounded &= addUnit(units[u]);
        }
        if (units.length > 1) {
            best = null;
        }
        if (!bounded && chip.hbm() != Chip.Hbm.STANDALONE) {
            most = BOUNDLESS;
            mostTops = BOUNDLESS;
        }
    }

    /** Adds the units of one part: of its formats the highest counts. Returns false if nothing bounds its performance. */
    private boolean addUnit(Rate[] rates) {
        long unitTpp = Chip.UNKNOWN;
        long unitLeast = 0;
        long unitMost = 0;
        long unitTops = Chip.UNKNOWN;
        long unitMostTops = 0;
        long analog = 0;
        for (int i = 0; i < rates.length; i++) {
            Rate rate = rates[i];
            long ops = rate.teraOps();
            unitMostTops = Math.max(unitMostTops, ops);
            if (rate.analog()) {
                remarks |= Remark.ANALOG.bit();
                analog = Math.max(analog, ops * law.analogBits2022);
                unitTops = Math.max(unitTops, ops);
                continue;
            }
            long performance = ops * rate.bits();
            unitMost = Math.max(unitMost, performance);
            if (rate.sparse()) {
                remarks |= Remark.SPARSE_UNUSED.bit();
                continue;
            }
            unitTops = Math.max(unitTops, ops);
            unitLeast = Math.max(unitLeast, ops * rate.leastBits());
            if (performance > unitTpp) {
                unitTpp = performance;
                best = rate;
            }
        }
        if (analog > 0) {
            // The text of 2022 adds analog units to digital ones.
            unitTpp = Math.max(unitTpp, 0) + analog;
            unitLeast += analog;
            unitMost += analog;
        }
        if (unitTpp >= 0) {
            tpp = Math.max(tpp, 0) + unitTpp;
        }
        if (unitTops >= 0) {
            tops = Math.max(tops, 0) + unitTops;
        }
        least += unitLeast;
        most += unitMost;
        mostTops += unitMostTops;
        return unitMost > 0 || unitTpp >= 0;
    }

    private void judgeTpp(Chip chip) {
        long known = Math.max(tpp, 0);
        measure(chip);
        tier = tier(known);
        limbs = law.limbsMet(known, area);
        Tier undecided = chip.diesKnown() ? tier : tierOfAnyArea(known);
        if (undecided != tier) {
            tierOpen = true;
            missing |= Column.DIES.bit();
        }
        judgeArea(chip, known);
        if (most > known && tierUpTo(most) != tier) {
            tierOpen = true;
            missing |= Column.RATES.bit();
        }
        if (tpp == 0) {
            remarks |= Remark.NO_MAC.bit();
        }
        if (least < known && tier(least) != tier) {
            remarks |= Remark.TWO_WIDTHS.bit();
        }
        judgeDatacenter(known);
        judgeNearness(known);
        judgePackage(chip);
    }

    private Tier tierUpTo(long performance) {
        return chip != null && chip.diesKnown() ? tier(performance) : tierOfAnyArea(performance);
    }

    /** The tier at a performance, with the area as it was measured, after Note 2. */
    private Tier tier(long performance) {
        return afterNote2(law.tier(law.limbsMet(performance, area)), performance, datacenter);
    }

    /** The gravest tier that some area would give at a performance, after Note 2. */
    private Tier tierOfAnyArea(long performance) {
        return afterNote2(law.tier(law.limbsWithin(performance)), performance, datacenter);
    }

    private Tier afterNote2(Tier byNumbers, long performance, Answer isDatacenter) {
        return isDatacenter == Answer.NO && law.note2Reaches(performance) ? Tier.NONE : byNumbers;
    }

    /** Adds up the dies and picks the area that gives the highest density among the readings that are open. */
    private void measure(Chip chip) {
        certain = 0;
        doubtful = 0;
        unknown = 0;
        smallestUnknown = BOUNDLESS;
        Die[] dies = chip.allDies();
        for (int i = 0; i < dies.length; i++) {
            Die die = dies[i];
            if (die.role() == Role.MEMORY || die.process() == ProcessType.PLANAR) {
                continue;
            }
            if (die.process() == ProcessType.UNKNOWN) {
                // An interposer of unknown process is taken as passive.
                if (die.role() != Role.INTERPOSER) {
                    unknown += die.areaMm2();
                    smallestUnknown = Math.min(smallestUnknown, die.areaMm2());
                }
            } else if (die.role() == Role.LOGIC) {
                certain += die.areaMm2();
            } else {
                doubtful += die.areaMm2();
            }
        }
        area = chip.diesKnown() ? certain + doubtful : Chip.UNKNOWN;
    }

    /** Works out the tier on every reading of the dies; where they differ the gravest counts, and a person must look. */
    private void judgeArea(Chip chip, long performance) {
        if (!chip.diesKnown()) {
            return;
        }
        if (doubtful > 0 || unknown > 0) {
            long plain = area;
            Tier withoutDoubtful = tierWithArea(performance, certain);
            Tier withDoubtful = tierWithArea(performance, plain);
            Tier withUnknown = tierWithArea(performance, certain + unknown);
            Tier withAll = tierWithArea(performance, plain + unknown);
            Tier withSmallest =
                    certain == 0 && unknown > 0 ? tierWithArea(performance, smallestUnknown) : withoutDoubtful;
            if (withoutDoubtful != withDoubtful || withUnknown != withAll) {
                remarks |= Remark.DIE_ROLE.bit();
            }
            Tier gravestKnown = graver(withoutDoubtful, withDoubtful);
            Tier gravestUnknown = graver(graver(withUnknown, withAll), withSmallest);
            if (unknown > 0 && (gravestKnown != gravestUnknown || withSmallest != gravestKnown)) {
                remarks |= Remark.DIE_PROCESS.bit();
                missing |= Column.DIES.bit();
                tierOpen = true;
            }
            boolean settled = unknown == 0 && (remarks & Remark.DIE_ROLE.bit()) == 0;
            area = settled ? plain : smallestArea(plain);
            tier = tier(performance);
            limbs = law.limbsMet(performance, area);
        }
        if (certain + doubtful == 0
                && ChipLaw.passes(law.noArea, performance)
                && afterNote2(Tier.A, performance, datacenter) != Tier.NONE
                && (unknown == 0 || tier == Tier.NONE)) {
            remarks |= Remark.NO_AREA.bit();
        }
    }

    private Tier tierWithArea(long performance, long anArea) {
        return afterNote2(law.tier(law.limbsMet(performance, anArea)), performance, datacenter);
    }

    private static Tier graver(Tier one, Tier other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The smallest area that is not nothing: the highest density on any reading. */
    private long smallestArea(long plain) {
        if (certain > 0) {
            return certain;
        }
        return Math.min(plain > 0 ? plain : BOUNDLESS, unknown > 0 ? smallestUnknown : BOUNDLESS);
    }

    private void judgeDatacenter(long performance) {
        int met = area == Chip.UNKNOWN ? law.limbsWithin(performance) : limbs;
        if (law.tier(met) == Tier.NONE || !law.note2Reaches(performance)) {
            return;
        }
        if (datacenter == Answer.NO) {
            remarks |= Remark.NOTE_2.bit();
        } else if (datacenter == Answer.UNKNOWN) {
            remarks |= Remark.DATACENTER_UNKNOWN.bit();
        }
    }

    private void judgeNearness(long performance) {
        long[] limits = law.tppLimitValues();
        for (int i = 0; i < limits.length; i++) {
            if (law.near(performance, limits[i]) && tierUpTo(limits[i]) != tierUpTo(performance)) {
                remarks |= Remark.NEAR_LIMIT.bit();
            }
        }
    }

    /** A package of several parts is one integrated circuit on our reading; a look is needed where the sum decides. */
    private void judgePackage(Chip chip) {
        Rate[][] units = chip.units();
        if (units.length < 2) {
            return;
        }
        long largest = 0;
        for (int u = 0; u < units.length; u++) {
            for (int i = 0; i < units[u].length; i++) {
                Rate rate = units[u][i];
                largest = rate.sparse() ? largest : Math.max(largest, rate.teraOps() * rate.bits());
            }
        }
        if (tier(largest) != tier) {
            remarks |= Remark.PACKAGE.bit();
        }
    }

    private void judge2022(Chip chip) {
        long known = Math.max(tpp, 0);
        long rate = chip.ioBandwidthGbps();
        boolean productMet = ChipLaw.passes(law.product2022, known);
        boolean productPossible = ChipLaw.passes(law.product2022, Math.max(most, known));
        boolean rateMet = rate >= 0 && ChipLaw.passes(law.transferRate2022, rate);
        boolean ratePossible = rateMet || rate < 0;
        remarks &= ~Remark.ANALOG.bit();
        tier = productMet && rateMet ? Tier.A : Tier.NONE;
        if (tier == Tier.NONE && productPossible && ratePossible) {
            tierOpen = true;
            missing |= rateMet ? 0 : Column.IO_BANDWIDTH_GBPS.bit();
            missing |= productMet ? 0 : Column.RATES.bit();
        }
        if (tier == Tier.NONE && ratePossible && !productMet) {
            long[] limits = law.tppLimitValues();
            for (int i = 0; i < limits.length; i++) {
                if (law.near(known, limits[i])) {
                    remarks |= Remark.NEAR_LIMIT.bit();
                }
            }
        }
        if (tier != Tier.NONE && !ChipLaw.passes(law.product2022, least)) {
            remarks |= Remark.TWO_WIDTHS.bit();
        }
    }

    private void judgeLower(Chip chip) {
        long rate = chip.ioBandwidthGbps();
        boolean byTops = tops >= 0 && ChipLaw.passes(law.lowerTops, tops);
        boolean byRate = rate >= 0 && ChipLaw.passes(law.lowerTransferRate, rate);
        lower = byTops || byRate;
        lowerOpen = false;
        if (byTops) {
            remarks |= Remark.LOWER_RATE.bit();
        }
        if (byRate) {
            remarks |= Remark.LOWER_IO.bit();
        }
        if (!lower && tier == Tier.NONE && !tierOpen) {
            if (rate < 0 && chip.hbm() != Chip.Hbm.STANDALONE) {
                lowerOpen = true;
                lowerMissing |= Column.IO_BANDWIDTH_GBPS.bit();
            }
            if (ChipLaw.passes(law.lowerTops, Math.max(mostTops, 0)) && mostTops > Math.max(tops, 0)) {
                lowerOpen = true;
                lowerMissing |= Column.RATES.bit();
            }
        }
    }
}
