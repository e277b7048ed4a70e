package io.highfence.benchmarks;

import io.highfence.chip.ChipClassifier;
import io.highfence.chip.Classification;
import io.highfence.law.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The rivals of {@link ChipClassification}. */
final class ChipRivals {
    private ChipRivals() {}

    /** This SDK: every note, warning and limit of the law, of which only the tier is compared. */
    static final class Highfence implements ChipRival {
        private final ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        private final Classification answer = new Classification();
        private final LocalDate day = LocalDate.of(2026, 9, 1);

        @Override
        public int tier(ChipCase chip) {
            classifier.classify(chip.chip(), day, answer);
            Classification.Level level = answer.level();
            return level == Classification.Level.A ? A : level == Classification.Level.B ? B : NONE;
        }
    }

    /** What is usually written: doubles and a division. It knows four limits and one note, and is wrong on some of them. */
    static final class Doubles implements ChipRival {
        @Override
        public int tier(ChipCase chip) {
            double tpp = 0;
            for (int i = 0; i < chip.rates().length; i++) {
                tpp = Math.max(tpp, chip.rates()[i] * chip.bits()[i]);
            }
            if (!chip.datacenter() && tpp < 4800) {
                return NONE;
            }
            double density = tpp / chip.area();
            if (tpp >= 4800 || (tpp >= 1600 && density >= 5.92)) {
                return A;
            }
            return (tpp >= 2400 && density >= 1.6) || (tpp >= 1600 && density >= 3.2) ? B : NONE;
        }
    }

    /** The same with {@link BigDecimal}: exact, as it multiplies and never divides. */
    static final class BigDecimals implements ChipRival {
        private static final BigDecimal LIMIT_A = new BigDecimal("4800");
        private static final BigDecimal LIMIT_B1 = new BigDecimal("2400");
        private static final BigDecimal LEAST = new BigDecimal("1600");
        private static final BigDecimal DENSE = new BigDecimal("5.92");
        private static final BigDecimal LESS_DENSE = new BigDecimal("3.2");
        private static final BigDecimal LEAST_DENSE = new BigDecimal("1.6");

        @Override
        public int tier(ChipCase chip) {
            BigDecimal tpp = BigDecimal.ZERO;
            for (int i = 0; i < chip.exactRates().length; i++) {
                tpp = tpp.max(chip.exactRates()[i].multiply(BigDecimal.valueOf(chip.bits()[i])));
            }
            if (!chip.datacenter() && tpp.compareTo(LIMIT_A) < 0) {
                return NONE;
            }
            if (tpp.compareTo(LIMIT_A) >= 0 || (tpp.compareTo(LEAST) >= 0 && atLeast(tpp, DENSE, chip))) {
                return A;
            }
            boolean first = tpp.compareTo(LIMIT_B1) >= 0 && atLeast(tpp, LEAST_DENSE, chip);
            return first || (tpp.compareTo(LEAST) >= 0 && atLeast(tpp, LESS_DENSE, chip)) ? B : NONE;
        }

        private static boolean atLeast(BigDecimal tpp, BigDecimal density, ChipCase chip) {
            return tpp.compareTo(density.multiply(chip.exactArea())) >= 0;
        }
    }
}
