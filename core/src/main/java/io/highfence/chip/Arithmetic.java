package io.highfence.chip;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Die;
import io.highfence.chip.Chip.ProcessType;
import io.highfence.chip.Chip.Rate;
import io.highfence.chip.Chip.Role;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The steps from rates and dies to the numbers that the limits are held against, as equations with units. */
final class Arithmetic {
    static final int DECIMALS_SHOWN = 4;
    private static final String CUT = " (cut after four decimals; compared exactly)";

    private final Classification answer;
    private final CircuitNumbers circuit;
    private final List<String> steps = new ArrayList<>();

    private Arithmetic(Classification answer) {
        this.answer = answer;
        this.circuit = answer.circuit();
    }

    static List<String> of(Classification answer) {
        Arithmetic arithmetic = new Arithmetic(answer);
        Chip chip = answer.circuit().chip;
        if (chip != null) {
            arithmetic.performance(chip);
            if (answer.law().formula == ChipLaw.Formula.TPP) {
                arithmetic.area(chip);
            }
            arithmetic.memory();
        }
        return arithmetic.steps;
    }

    private void performance(Chip chip) {
        Rate[][] units = chip.units();
        List<String> sums = new ArrayList<>();
        for (int u = 0; u < units.length; u++) {
            String part = units.length == 1 ? "" : "part " + (u + 1) + ", ";
            for (Rate rate : units[u]) {
                steps.add(part + product(rate));
            }
            sums.add(Decimal.toString(Math.max(0, performance(units[u]))));
        }
        if (circuit.tpp == Chip.UNKNOWN) {
            steps.add("TPP is not known: no dense rate is stated");
            return;
        }
        String result = Decimal.toString(circuit.tpp);
        if (units.length > 1) {
            steps.add("TPP = " + String.join(" + ", sums) + " = " + result
                    + ", of each part the highest format, summed over the package");
        } else if (units[0].length > 1) {
            steps.add("TPP = " + result + ", the highest of the formats; they are not added");
        }
        if (answer.level() == Classification.Level.NONE) {
            steps.add("TOPS without bit length = " + Decimal.toString(circuit.tops) + ", the highest dense rate"
                    + (units.length > 1 ? "s of the parts, summed" : ""));
        }
    }

    private String product(Rate rate) {
        String rated = rate.format() + ": " + Decimal.toString(rate.teraOps()) + " TOPS";
        if (rate.analog()) {
            int bits = answer.law().analogBits2022;
            return bits == 0
                    ? rated + ", analog: no bit length in this text, not counted"
                    : rated + " x " + bits + " = " + Decimal.toString(rate.teraOps() * bits) + " TPP, analog, added";
        }
        String result = " x " + rate.bits() + " bits = " + Decimal.toString(rate.teraOps() * rate.bits()) + " TPP";
        if (rate.sparse()) {
            return rated + result + " at most: a sparse figure is only an upper limit and is not used";
        }
        if (rate.leastBits() != rate.bits()) {
            return rated + result + " (" + rate.leastBits() + " bits in use would give "
                    + Decimal.toString(rate.teraOps() * rate.leastBits()) + ")";
        }
        return rated + result;
    }

    /** As {@link CircuitNumbers} adds up the units of one part. */
    private long performance(Rate[] rates) {
        long highest = 0;
        long analog = 0;
        for (Rate rate : rates) {
            if (rate.analog()) {
                analog = Math.max(analog, rate.teraOps() * answer.law().analogBits2022);
            } else if (!rate.sparse()) {
                highest = Math.max(highest, rate.teraOps() * rate.bits());
            }
        }
        return highest + analog;
    }

    private void area(Chip chip) {
        if (circuit.area == Chip.UNKNOWN) {
            steps.add("applicable die area is not known: not every die is stated");
            return;
        }
        Totals totals = chip.totals();
        Die[] dies = chip.allDies();
        boolean plain = totals.doubtfulArea == 0 && totals.unknownArea == 0;
        List<String> certain = areas(dies, die -> die.process() == ProcessType.NONPLANAR && die.role() == Role.LOGIC);
        List<String> doubtful = areas(
                dies,
                die -> die.process() == ProcessType.NONPLANAR
                        && (die.role() == Role.IO || die.role() == Role.INTERPOSER));
        List<String> unknown = areas(
                dies,
                die -> die.process() == ProcessType.UNKNOWN
                        && die.role() != Role.MEMORY
                        && die.role() != Role.INTERPOSER);
        if (!certain.isEmpty()) {
            steps.add(
                    (plain ? "applicable die area = " : "non-planar logic dies: ") + sum(certain, totals.certainArea));
        }
        if (!doubtful.isEmpty()) {
            steps.add("non-planar I/O dies and interposers, doubtful: " + sum(doubtful, totals.doubtfulArea));
        }
        if (!unknown.isEmpty()) {
            steps.add("dies of unknown process: " + sum(unknown, totals.unknownArea));
        }
        if (!plain) {
            boolean settled = circuit.area == totals.certainArea + totals.doubtfulArea;
            steps.add("applicable die area = " + Decimal.toString(circuit.area) + " mm2, "
                    + (settled ? "all dies known to be non-planar" : "the open reading with the highest density"));
        }
        int left = dies.length - certain.size() - doubtful.size() - unknown.size();
        if (left > 0) {
            steps.add(left + (left == 1 ? " die counts" : " dies count") + " for nothing: memory, planar, or passive");
        }
        if (circuit.area == 0) {
            steps.add("performance density is not defined: no die is known to be a non-planar logic die");
        } else if (circuit.tpp >= 0) {
            steps.add("performance density = " + quotient(circuit.tpp, circuit.area, "TPP/mm2"));
        }
    }

    private static List<String> areas(Die[] dies, Predicate<Die> kind) {
        List<String> areas = new ArrayList<>();
        for (Die die : dies) {
            if (kind.test(die)) {
                areas.add(Decimal.toString(die.areaMm2()));
            }
        }
        return areas;
    }

    private static String sum(List<String> areas, long total) {
        return String.join(" + ", areas) + (areas.size() == 1 ? "" : " = " + Decimal.toString(total)) + " mm2";
    }

    private void memory() {
        long bandwidth = answer.chip().hbmBandwidthGbps();
        long area = answer.chip().hbmAreaMm2();
        if (bandwidth >= 0 && area > 0) {
            steps.add("memory bandwidth density = " + quotient(bandwidth, area, "GB/s per mm2"));
        }
    }

    private static String quotient(long dividend, long divisor, String unit) {
        String shown = Decimal.quotient(dividend, divisor, DECIMALS_SHOWN);
        boolean exact =
                new BigDecimal(shown).multiply(BigDecimal.valueOf(divisor)).compareTo(BigDecimal.valueOf(dividend))
                        == 0;
        return Decimal.toString(dividend) + " / " + Decimal.toString(divisor) + " = " + shown + " " + unit
                + (exact ? "" : CUT);
    }
}
