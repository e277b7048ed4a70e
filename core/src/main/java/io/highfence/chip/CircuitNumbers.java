package io.highfence.chip;

import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Rate;
import io.highfence.chip.ChipLaw.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What the numbers of one integrated circuit come to under one law: performance, area, paragraphs, tier, and what is doubtful
 * about them. Reused from call to call; nothing here allocates.
 */
final class CircuitNumbers {
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

    @SuppressWarnings("NullAway.Init") // judge sets it before anything reads it
    private Totals totals;

    // Of the performance: on the narrowest reading, and what sparse or absent figures leave possible.
    long least;
    long most;

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
        totals = chip.totals();
        tpp = totals.tpp;
        tops = totals.tops;
        best = totals.best;
        least = totals.least;
        most = totals.most;
        remarks = totals.remarks;
        long analog = totals.analogOps * law.analogBits2022;
        if (analog > 0) {
            // The text of 2022 adds analog units to digital ones.
            tpp = Math.max(tpp, 0) + analog;
            least += analog;
            most = totals.mostBesideAnalog == Totals.BOUNDLESS ? Totals.BOUNDLESS : totals.mostBesideAnalog + analog;
        }
    }

    private void judgeTpp(Chip chip) {
        long known = Math.max(tpp, 0);
        area = chip.diesKnown() ? totals.certainArea + totals.doubtfulArea : Chip.UNKNOWN;
        limbs = law.limbsMet(known, area);
        tier = afterNote2(law.tier(limbs), known, datacenter);
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

    /** Works out the tier on every reading of the dies; where they differ the gravest counts, and a person must look. */
    private void judgeArea(Chip chip, long performance) {
        if (!chip.diesKnown()) {
            return;
        }
        long certain = totals.certainArea;
        long doubtful = totals.doubtfulArea;
        long unknown = totals.unknownArea;
        if (doubtful > 0 || unknown > 0) {
            long plain = area;
            if (tierWithArea(performance, certain) != tierWithArea(performance, plain)
                    || tierWithArea(performance, certain + unknown) != tierWithArea(performance, plain + unknown)) {
                remarks |= Remark.DIE_ROLE.bit();
            }
            if (processDecides(performance, certain) || processDecides(performance, plain)) {
                remarks |= Remark.DIE_PROCESS.bit();
                missing |= Column.DIES.bit();
                tierOpen = true;
            }
            boolean settled = unknown == 0 && (remarks & Remark.DIE_ROLE.bit()) == 0;
            area = settled ? plain : totals.smallestArea();
            tier = tier(performance);
            limbs = law.limbsMet(performance, area);
        }
        boolean noneKnown = tier == Tier.NONE && afterNote2(Tier.A, performance, datacenter) != Tier.NONE;
        if (certain + doubtful == 0 && ChipLaw.passes(law.noArea, performance) && (unknown == 0 || noneKnown)) {
            remarks |= Remark.NO_AREA.bit();
        }
    }

    private Tier tierWithArea(long performance, long anArea) {
        return afterNote2(law.tier(law.limbsMet(performance, anArea)), performance, datacenter);
    }

    /** Whether the tier differs between none, some and all of the dies of unknown process, beside those that count. */
    private boolean processDecides(long performance, long counted) {
        long unknown = totals.unknownArea;
        if (unknown == 0) {
            return false;
        }
        Tier withNone = tierWithArea(performance, counted);
        Tier withSmallest = counted > 0 ? withNone : tierWithArea(performance, totals.smallestUnknownArea);
        return withNone != withSmallest || withNone != tierWithArea(performance, counted + unknown);
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
        if (chip.units().length < 2) {
            return;
        }
        if (tier(totals.largestUnit) != tier) {
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
            if (rate < 0) {
                lowerOpen = true;
                lowerMissing |= Column.IO_BANDWIDTH_GBPS.bit();
            }
            long mostTops = most == Totals.BOUNDLESS ? Totals.BOUNDLESS : totals.mostTops;
            if (ChipLaw.passes(law.lowerTops, mostTops) && mostTops > Math.max(tops, 0)) {
                lowerOpen = true;
                lowerMissing |= Column.RATES.bit();
            }
        }
    }
}
