package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.ProcessType;
import io.highfence.chip.Chip.Role;
import io.highfence.law.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Chips around the limits against the words of F1.1 to F1.4, F1.7, F1.13, F1.26 and F1.29 in plain BigDecimal. */
class ExactnessTest {
    private static final long SEED = 20231117;
    private static final int CHIPS = 200_000;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final ChipClassifier CLASSIFIER = new ChipClassifier(RuleBook.bundled());

    private static final int[] WIDTHS = {1, 2, 4, 6, 8, 16, 32, 64, 128};
    private static final String[] TPP_LIMITS = {"1600", "2400", "4800"};
    private static final String[] DENSITY_LIMITS = {"1.6", "3.2", "5.92"};

    /** The numbers of one chip, and what the words of the entry make of them. */
    private static final class Oracle {
        private final List<BigDecimal> performances = new ArrayList<>();
        private BigDecimal area = BigDecimal.ZERO;

        void rate(BigDecimal teraOps, int bits) {
            performances.add(teraOps.multiply(BigDecimal.valueOf(bits)));
        }

        void die(BigDecimal mm2) {
            area = area.add(mm2);
        }

        /** F1.26: of several formats the highest. */
        BigDecimal tpp() {
            return performances.stream().reduce(BigDecimal.ZERO, BigDecimal::max);
        }

        /** TPP / area >= limit, where the area is more than nothing. */
        private boolean densityIsAtLeast(String limit) {
            return tpp().compareTo(new BigDecimal(limit).multiply(area)) >= 0;
        }

        private boolean tppIsAtLeast(String limit) {
            return tpp().compareTo(new BigDecimal(limit)) >= 0;
        }

        List<String> paragraphs() {
            List<String> met = new ArrayList<>();
            boolean below4800 = !tppIsAtLeast("4800");
            boolean below592 = !densityIsAtLeast("5.92");
            if (tppIsAtLeast("4800")) {
                met.add("3A090.a.1");
            }
            if (tppIsAtLeast("1600") && densityIsAtLeast("5.92")) {
                met.add("3A090.a.2");
            }
            if (tppIsAtLeast("2400") && below4800 && densityIsAtLeast("1.6") && below592) {
                met.add("3A090.b.1");
            }
            if (tppIsAtLeast("1600") && below4800 && densityIsAtLeast("3.2") && below592) {
                met.add("3A090.b.2");
            }
            return met;
        }

        String eccn(boolean datacenter) {
            List<String> met = paragraphs();
            if (met.isEmpty() || (!datacenter && !tppIsAtLeast("4800"))) {
                return "3A991.p";
            }
            return met.get(0).substring(0, "3A090.a".length());
        }

        BigDecimal densityCut() {
            return tpp().divide(area, 4, RoundingMode.DOWN);
        }

        /** F1.32: up to 5 percent under a limit at which the answer would be another. */
        boolean near(boolean datacenter) {
            for (String limit : TPP_LIMITS) {
                BigDecimal at = new BigDecimal(limit);
                if (tpp().compareTo(at) < 0 && tpp().compareTo(at.multiply(new BigDecimal("0.95"))) >= 0) {
                    Oracle there = new Oracle();
                    there.performances.add(at);
                    there.area = area;
                    if (!there.eccn(datacenter).equals(eccn(datacenter))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    @Tag("sweep")
    @Test
    void twoHundredThousandChipsAroundTheLimitsComeOutAsTheWordsSay() {
        Random random = new Random(SEED);
        Classification found = new Classification();
        int[] seen = new int[4];
        for (int i = 0; i < CHIPS; i++) {
            Oracle oracle = new Oracle();
            Answer market = random.nextInt(4) == 0 ? Answer.NO : Answer.YES;
            // TOPS of 8 and more, so that 3A991.p is the answer where 3A090 is not.
            Chip.Builder builder = Chip.builder("c" + i).datacenter(market).rate("1b", 8 * Decimal.ONE);
            oracle.rate(new BigDecimal(8), 1);
            long tppTarget = target(random);
            int width = WIDTHS[random.nextInt(WIDTHS.length)];
            rate(builder, oracle, Math.max(0, tppTarget / width + random.nextInt(5) - 2), width);
            for (int more = random.nextInt(3); more > 0; more--) {
                int other = WIDTHS[random.nextInt(WIDTHS.length)];
                rate(builder, oracle, (long) (tppTarget / other * random.nextDouble()), other);
            }
            dies(random, builder, oracle);
            Chip chip = builder.build();
            CLASSIFIER.classify(chip, DAY, found);

            boolean datacenter = market == Answer.YES;
            String what = "seed " + SEED + ", chip " + i + ": ";
            check(what, oracle, datacenter, found);
            seen[oracle.paragraphs().size()]++;
        }
        for (int size = 0; size < 3; size++) {
            int count = seen[size];
            assertTrue(count > CHIPS / 20, () -> "too few chips with that many paragraphs: " + count);
        }
    }

    private static void check(String what, Oracle oracle, boolean datacenter, Classification found) {
        assertEquals(0, oracle.tpp().compareTo(found.tpp()), () -> what + oracle.tpp() + " " + found);
        assertEquals(oracle.paragraphs(), found.paragraphs(), () -> what + found);
        assertEquals(oracle.eccn(datacenter), found.eccn(), () -> what + found);
        assertEquals(0, oracle.densityCut().compareTo(found.performanceDensity()), () -> what + found);
        Classification.Verdict verdict =
                oracle.near(datacenter) ? Classification.Verdict.REVIEW : Classification.Verdict.CLASSIFIED;
        assertEquals(verdict, found.verdict(), () -> what + found);
    }

    /** Mostly at a limit or at the edge of "near", to a few millionths; at times anywhere. */
    private static long target(Random random) {
        long limit = Decimal.parse(TPP_LIMITS[random.nextInt(TPP_LIMITS.length)]);
        return switch (random.nextInt(4)) {
            case 0 -> limit / 100 * 95 + random.nextInt(7) - 3;
            case 1 -> (long) (random.nextDouble() * 6000 * Decimal.ONE);
            default -> limit + random.nextInt(7) - 3;
        };
    }

    private static void rate(Chip.Builder builder, Oracle oracle, long teraOps, int width) {
        builder.rate(width + "b", teraOps);
        oracle.rate(BigDecimal.valueOf(teraOps, 6), width);
    }

    /** Dies whose sum gives a density at a limit, to a few millionths of area; and some that do not count. */
    private static void dies(Random random, Chip.Builder builder, Oracle oracle) {
        BigDecimal limit = new BigDecimal(DENSITY_LIMITS[random.nextInt(DENSITY_LIMITS.length)]);
        long exact = oracle.tpp()
                .divide(limit, 6, RoundingMode.DOWN)
                .movePointRight(6)
                .longValueExact();
        long area = random.nextInt(5) == 0
                ? 1 + (long) (random.nextDouble() * 3000 * Decimal.ONE)
                : Math.max(1, exact + random.nextInt(5) - 2);
        int count = 1 + random.nextInt(3);
        for (int die = 1; die <= count; die++) {
            long one = die == count ? area : Math.max(1, (long) (area * random.nextDouble() * 0.5));
            if (area - one < 1 && die < count) {
                continue;
            }
            area -= one;
            builder.die(one, ProcessType.NONPLANAR, Role.LOGIC);
            oracle.die(BigDecimal.valueOf(one, 6));
        }
        if (random.nextInt(3) == 0) {
            builder.die(300 * Decimal.ONE, ProcessType.PLANAR, Role.LOGIC);
        }
        if (random.nextInt(3) == 0) {
            builder.die(100 * Decimal.ONE, ProcessType.NONPLANAR, Role.MEMORY);
        }
    }
}
