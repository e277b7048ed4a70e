package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
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
import org.junit.jupiter.api.Test;

/**
 * Design decision 2: arithmetic is exact. The oracle is written from F1.1 to F1.4, F1.13, F1.21 and F1.29 in decimals of
 * the JDK; half of its chips lie on a limit or one unit beside it.
 */
class ExactnessTest {
    private static final long SEED = 20261125;
    private static final int CHIPS = 200_000;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final ChipClassifier CLASSIFIER = new ChipClassifier(RuleBook.bundled());
    private static final String[] FORMATS = {"fp64", "fp32", "fp16", "bf16", "fp8", "int8", "fp4", "int4"};
    private static final int[] BITS = {64, 32, 16, 16, 8, 8, 4, 4};
    private static final long[] PERFORMANCES = {1_600, 2_400, 4_800};
    private static final long[] DENSITIES = {1_600_000, 3_200_000, 5_920_000};

    private final Classification found = new Classification();

    @Test
    void classificationEqualsTheOracleInDecimals() {
        Random random = new Random(SEED);
        int[] paragraphs = new int[4];
        for (int i = 0; i < CHIPS; i++) {
            int chosen = i;
            List<BigDecimal> performances = new ArrayList<>();
            Chip.Builder builder = Chip.builder("chip " + i);
            boolean onLimit = random.nextBoolean();
            int formats = 1 + random.nextInt(5);
            for (int f = 0; f < formats; f++) {
                int format = random.nextInt(FORMATS.length);
                long most = onLimit
                        ? PERFORMANCES[random.nextInt(3)] * Decimal.ONE / BITS[format] + random.nextInt(3) - 1
                        : (long) (random.nextDouble() * 8_000 * Decimal.ONE / BITS[format]);
                builder.rate(FORMATS[format], most);
                performances.add(BigDecimal.valueOf(most, 6).multiply(BigDecimal.valueOf(BITS[format])));
            }
            BigDecimal tpp = performances.stream().max(BigDecimal::compareTo).orElseThrow();
            long wanted = tpp.movePointRight(6).longValueExact();
            BigDecimal area = BigDecimal.ZERO;
            int dies = 1 + random.nextInt(3);
            for (int d = 0; d < dies; d++) {
                long size = onLimit && d == dies - 1
                        ? wanted * Decimal.ONE / DENSITIES[random.nextInt(3)]
                                - area.movePointRight(6).longValueExact()
                                + random.nextInt(3)
                                - 1
                        : (long) (random.nextDouble() * 400 * Decimal.ONE) + 1;
                if (size > 0) {
                    builder.die(size, ProcessType.NONPLANAR, Role.LOGIC);
                    area = area.add(BigDecimal.valueOf(size, 6));
                }
            }
            boolean datacenter = random.nextBoolean();
            Chip chip = builder.datacenter(datacenter ? Answer.YES : Answer.NO)
                    .hbm(Chip.Hbm.NONE)
                    .ioBandwidthGbps(0)
                    .build();
            CLASSIFIER.classify(chip, DAY, found);
            List<String> limbs = limbs(tpp, area);
            String where = "seed " + SEED + ", " + chosen + ": " + chip;
            if (area.signum() == 0) {
                continue;
            }
            assertEquals(0, tpp.compareTo(found.tpp()), where);
            assertEquals(limbs, found.paragraphs(), where);
            assertEquals(tpp.divide(area, 4, RoundingMode.DOWN).compareTo(found.performanceDensity()), 0, where);
            boolean outside = !datacenter && tpp.compareTo(BigDecimal.valueOf(4_800)) < 0;
            String eccn =
                    limbs.isEmpty() || outside ? null : limbs.get(0).startsWith("3A090.a") ? "3A090.a" : "3A090.b";
            if (eccn == null) {
                assertTrue(!found.eccn().startsWith("3A090"), where);
                paragraphs[3]++;
            } else {
                assertEquals(eccn, found.eccn(), where);
                paragraphs[eccn.endsWith("a") ? 0 : 1]++;
            }
        }
        assertTrue(paragraphs[0] > 5_000 && paragraphs[1] > 5_000 && paragraphs[3] > 5_000, "each answer occurs often");
    }

    private static List<String> limbs(BigDecimal tpp, BigDecimal area) {
        List<String> limbs = new ArrayList<>();
        boolean dense = area.signum() > 0;
        if (atLeast(tpp, "4800")) {
            limbs.add("3A090.a.1");
        }
        if (atLeast(tpp, "1600") && dense && atLeast(tpp, "5.92", area)) {
            limbs.add("3A090.a.2");
        }
        boolean middle = dense && !atLeast(tpp, "5.92", area) && !atLeast(tpp, "4800");
        if (atLeast(tpp, "2400") && middle && atLeast(tpp, "1.6", area)) {
            limbs.add("3A090.b.1");
        }
        if (atLeast(tpp, "1600") && middle && atLeast(tpp, "3.2", area)) {
            limbs.add("3A090.b.2");
        }
        return limbs;
    }

    private static boolean atLeast(BigDecimal tpp, String limit) {
        return tpp.compareTo(new BigDecimal(limit)) >= 0;
    }

    /** The density reaches the limit exactly if the product does. */
    private static boolean atLeast(BigDecimal tpp, String density, BigDecimal area) {
        return tpp.compareTo(new BigDecimal(density).multiply(area)) >= 0;
    }

    @Test
    void theLargestChipDoesNotOverflow() {
        Chip.Builder part = Chip.builder("part").hbm(Chip.Hbm.NONE).datacenter(Answer.YES);
        for (String format : FORMATS) {
            part.rate(format, Decimal.MAX);
        }
        Chip.Builder largest = Chip.builder("largest").hbm(Chip.Hbm.NONE).datacenter(Answer.YES);
        Chip one = part.die(Decimal.MAX, ProcessType.NONPLANAR, Role.LOGIC).build();
        for (int i = 0; i < 16; i++) {
            largest.contains(one);
        }
        CLASSIFIER.classify(largest.build(), DAY, found);
        BigDecimal each = BigDecimal.valueOf(Decimal.MAX, 6).multiply(BigDecimal.valueOf(64));
        assertEquals(0, each.multiply(BigDecimal.valueOf(16)).compareTo(found.tpp()));
        assertEquals(0, new BigDecimal("64").compareTo(found.performanceDensity()));
        assertEquals("3A090.a", found.eccn());
    }

    @Test
    void whatIsBeyondTheBorderIsAFaultThatNamesItsColumn() {
        for (long rate : new long[] {-1, Decimal.MAX + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            CLASSIFIER.classify(Chip.builder("1").rate("fp8", rate).build(), DAY, found);
            assertEquals(Classification.Verdict.NEEDS_DATA, found.verdict());
            assertTrue(found.missing().contains("rates"), () -> found.toString());
            assertNull(found.tpp());
        }
        for (long area : new long[] {0, -1, Decimal.MAX + 1, Long.MAX_VALUE, Long.MIN_VALUE}) {
            Chip chip = Chip.builder("1")
                    .rate("fp8", 250 * Decimal.ONE)
                    .die(area, ProcessType.NONPLANAR, Role.LOGIC)
                    .build();
            CLASSIFIER.classify(chip, DAY, found);
            assertEquals(Classification.Verdict.NEEDS_DATA, found.verdict());
            assertTrue(found.missing().contains("dies"), () -> found.toString());
        }
    }
}
