package io.highfence.chip;

import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Rate;
import io.highfence.chip.LimbTable.Outcome;
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

    /** Tera-operations without bit length, in millionths, or {@link Chip#UNKNOWN}. */
    long tops;

    /** The applicable die area in use, in millionths of mm2; 0 if there is none, or {@link Chip#UNKNOWN}. */
    long area;

    /** The paragraphs that the numbers meet, as bits. */
    int limbs;

    /** The tier after Note 2. */
    int tier = Tier.NONE;

    /** True if what is missing could change the tier. */
    boolean tierOpen;

    /** True if 3A991.p is met. */
    boolean lower;

    long remarks;

    /** The columns that could change the tier. */
    int missing;

    /** The columns that could change whether 3A991.p is met, where no tier is. */
    int lowerMissing;

    // Of the performance: on the narrowest reading, and what sparse or absent figures leave possible.
    long least;
    long most;

    /** Forgets the chip judged before. */
    void clear() {
        chip = null;
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

    /** The rate that gives the performance, or null if it is unknown or a sum over parts. */
    @Nullable
    Rate best() {
        return chip == null ? null : chip.totals().best;
    }

    /** Judges a chip as one integrated circuit. */
    void judge(Chip chip, ChipLaw law, Answer datacenter) {
        this.chip = chip;
        Totals totals = chip.totals();
        missing = 0;
        lowerMissing = 0;
        limbs = 0;
        tier = Tier.NONE;
        tierOpen = false;
        area = Chip.UNKNOWN;
        addUp(totals, law);
        if (law.formula == ChipLaw.Formula.TPP) {
            judgeTpp(totals, law, datacenter);
        } else if (law.formula == ChipLaw.Formula.OF_2022) {
            judge2022(chip, law);
        }
        judgeLower(chip, law);
    }

    /** Takes over what the table says of numbers in which nothing is doubtful. */
    void takeOutcome(Outcome outcome) {
        limbs = outcome.limbs();
        tier = outcome.tier();
        tierOpen = outcome.gravest() != tier;
        missing = tierOpen ? Column.DIES.bit() : 0;
        remarks = outcome.remarks();
    }

    private void addUp(Totals totals, ChipLaw law) {
        tpp = totals.tpp;
        tops = totals.tops;
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

    private void judgeTpp(Totals totals, ChipLaw law, Answer datacenter) {
        long known = Math.max(tpp, 0);
        area = totals.area;
        LimbTable table = law.table();
        Outcome outcome = table.of(known, totals.density, datacenter);
        tier = outcome.tier();
        if (outcome.gravest() != tier) {
            tierOpen = true;
            missing |= Column.DIES.bit();
        }
        if (totals.doubtful) {
            judgeArea(totals, law, known, datacenter);
            outcome = outcome(table, known, area, datacenter);
            tier = outcome.tier();
            judgeReadings(totals, law, known, datacenter);
        }
        limbs = outcome.limbs();
        remarks |= outcome.remarks();
        if (outcome.nearAsks()) {
            judgeNearness(law, known, datacenter);
        }
    }

    /** Works out the tier on every reading of the dies; where they differ the gravest counts, and a person must look. */
    private void judgeArea(Totals totals, ChipLaw law, long performance, Answer datacenter) {
        if (area == Chip.UNKNOWN) {
            return;
        }
        LimbTable table = law.table();
        long certain = totals.certainArea;
        long doubtful = totals.doubtfulArea;
        long unknown = totals.unknownArea;
        if (doubtful > 0 || unknown > 0) {
            long plain = area;
            if (tier(table, performance, certain, datacenter) != tier(table, performance, plain, datacenter)
                    || tier(table, performance, certain + unknown, datacenter)
                            != tier(table, performance, plain + unknown, datacenter)) {
                remarks |= Remark.DIE_ROLE.bit();
            }
            if (processDecides(totals, table, performance, certain, datacenter)
                    || processDecides(totals, table, performance, plain, datacenter)) {
                remarks |= Remark.DIE_PROCESS.bit();
                missing |= Column.DIES.bit();
                tierOpen = true;
            }
            boolean settled = unknown == 0 && (remarks & Remark.DIE_ROLE.bit()) == 0;
            area = settled ? plain : totals.smallestArea();
            tier = tier(table, performance, area, datacenter);
        }
        boolean excluded = datacenter == Answer.NO && law.note2().admit(performance);
        boolean noneKnown = tier == Tier.NONE && !excluded;
        if (certain + doubtful == 0 && law.noArea.admit(performance) && (unknown == 0 || noneKnown)) {
            remarks |= Remark.NO_AREA.bit();
        }
    }

    /** Whether the tier differs between none, some and all of the dies of unknown process, beside those that count. */
    private static boolean processDecides(
            Totals totals, LimbTable table, long performance, long counted, Answer datacenter) {
        long unknown = totals.unknownArea;
        if (unknown == 0) {
            return false;
        }
        int withNone = tier(table, performance, counted, datacenter);
        int withSmallest = counted > 0 ? withNone : tier(table, performance, totals.smallestUnknownArea, datacenter);
        return withNone != withSmallest || withNone != tier(table, performance, counted + unknown, datacenter);
    }

    private static int tier(LimbTable table, long performance, long area, Answer datacenter) {
        return outcome(table, performance, area, datacenter).tier();
    }

    private static Outcome outcome(LimbTable table, long performance, long area, Answer datacenter) {
        return table.of(performance, LimbTable.density(performance, area), datacenter);
    }

    /** Looks at what sparse, absent, narrow and summed rates leave in doubt. */
    private void judgeReadings(Totals totals, ChipLaw law, long known, Answer datacenter) {
        LimbTable table = law.table();
        if (most > known && outcome(table, most, area, datacenter).gravest() != tier) {
            tierOpen = true;
            missing |= Column.RATES.bit();
        }
        if (tpp == 0) {
            remarks |= Remark.NO_MAC.bit();
        }
        if (least < known
                && (limitBetween(law, known) || limbs(table, least, datacenter) != limbs(table, known, datacenter))) {
            remarks |= Remark.TWO_WIDTHS.bit();
        }
        // A package of several parts is one integrated circuit on our reading; a look is needed where the sum decides.
        if (totals.parts > 1 && tier(table, totals.largestUnit, area, datacenter) != tier) {
            remarks |= Remark.PACKAGE.bit();
        }
    }

    private int limbs(LimbTable table, long performance, Answer datacenter) {
        return outcome(table, performance, area, datacenter).limbs();
    }

    /** Whether a limit on performance lies between the narrowest reading and the one reported, whatever else a paragraph asks. */
    private boolean limitBetween(ChipLaw law, long known) {
        long[] limits = law.tppLimitValues();
        for (int i = 0; i < limits.length; i++) {
            if (least < limits[i] && limits[i] <= known) {
                return true;
            }
        }
        return false;
    }

    /** Whether a limit lies a little above that would change the tier. */
    private void judgeNearness(ChipLaw law, long performance, Answer datacenter) {
        LimbTable table = law.table();
        int gravest = outcome(table, performance, area, datacenter).gravest();
        for (long limit : law.tppLimitValues()) {
            if (law.near(performance, limit)
                    && outcome(table, limit, area, datacenter).gravest() != gravest) {
                remarks |= Remark.NEAR_LIMIT.bit();
            }
        }
    }

    private void judge2022(Chip chip, ChipLaw law) {
        long known = Math.max(tpp, 0);
        long rate = chip.ioBandwidthGbps();
        boolean productMet = law.product2022.admit(known);
        boolean productPossible = law.product2022.admit(Math.max(most, known));
        boolean rateMet = law.transferRate2022.admit(rate);
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
        if (limitBetween(law, known)) {
            remarks |= Remark.TWO_WIDTHS.bit();
        }
    }

    private void judgeLower(Chip chip, ChipLaw law) {
        long rate = chip.ioBandwidthGbps();
        takeLower(law.lowerTops.admit(tops), law.lowerTransferRate.admit(rate), rate < 0);
        if (!lower && tier == Tier.NONE && !tierOpen) {
            long mostTops = most == Totals.BOUNDLESS ? Totals.BOUNDLESS : chip.totals().mostTops;
            if (law.lowerTops.admit(mostTops)) {
                lowerMissing |= Column.RATES.bit();
            }
        }
    }

    /** Takes over whether the limits of 3A991.p are met, one of which may be so without being known. */
    void takeLower(boolean byTops, boolean byRate, boolean noRate) {
        lower = byTops || byRate;
        if (byTops) {
            remarks |= Remark.LOWER_RATE.bit();
        }
        if (byRate) {
            remarks |= Remark.LOWER_IO.bit();
        }
        if (!lower && tier == Tier.NONE && !tierOpen && noRate) {
            lowerMissing |= Column.IO_BANDWIDTH_GBPS.bit();
        }
    }
}
