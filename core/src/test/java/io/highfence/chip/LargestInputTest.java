package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Decimal;
import io.highfence.chip.Chip.Answer;
import io.highfence.chip.Chip.Form;
import io.highfence.chip.Chip.Hbm;
import io.highfence.chip.Chip.ProcessType;
import io.highfence.chip.Chip.Role;
import io.highfence.law.RuleBook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that is accepted overflows; what is larger is a fault of its column, and never a wrong number. */
class LargestInputTest {
    private static final long SEED = 592;
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate DAY_OF_2022 = LocalDate.of(2023, 1, 1);
    private static final ChipClassifier CLASSIFIER = new ChipClassifier(RuleBook.bundled());
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Decimal.MAX, 6);

    private static Classification classify(Chip chip, LocalDate day) {
        Classification found = new Classification();
        CLASSIFIER.classify(chip, day, found);
        found.toMap();
        return found;
    }

    private static void assertNumber(BigDecimal expected, BigDecimal found) {
        assertEquals(0, expected.compareTo(found), () -> expected.toPlainString() + " " + found.toPlainString());
    }

    private static Chip.Builder largestCircuit(String id) {
        Chip.Builder builder = Chip.builder(id).datacenter(Answer.YES).ioBandwidthGbps(Decimal.MAX);
        for (int i = 0; i < Chip.MOST_RATES - 1; i++) {
            builder.rate(Format.MOST_BITS + "b", Decimal.MAX);
        }
        return builder.rate("analog", Decimal.MAX);
    }

    private static Chip.Builder withDies(Chip.Builder builder, ProcessType process, Role role) {
        for (int i = 0; i < Chip.MOST_DIES; i++) {
            builder.die(Decimal.MAX, process, role);
        }
        return builder;
    }

    private static Chip largestPackage(ProcessType process, Role role) {
        Chip part = withDies(largestCircuit("part"), process, role).build();
        // A package states no logic dies beside those of its parts.
        Role own = role == Role.LOGIC ? Role.IO : role;
        Chip.Builder builder = withDies(Chip.builder("package").datacenter(Answer.YES), process, own);
        builder.ioBandwidthGbps(Decimal.MAX);
        for (int i = 0; i < Chip.MOST_PARTS_OF_A_PACKAGE; i++) {
            builder.contains(part);
        }
        return builder.build();
    }

    @Test
    void theLargestPackageIsSummedExactly() {
        Chip chip = largestPackage(ProcessType.NONPLANAR, Role.LOGIC);
        assertEquals(List.of(), chip.faults());
        Classification found = classify(chip, DAY);
        BigDecimal tpp = LARGEST.multiply(BigDecimal.valueOf((long) Format.MOST_BITS * Chip.MOST_PARTS_OF_A_PACKAGE));
        BigDecimal area =
                LARGEST.multiply(BigDecimal.valueOf((long) Chip.MOST_DIES * (Chip.MOST_PARTS_OF_A_PACKAGE + 1)));
        assertNumber(tpp, found.tpp());
        assertNumber(area, BigDecimal.valueOf(found.applicableAreaMm2(), 6));
        // 64 x 128 bits over 65 x 128 dies.
        assertNumber(tpp.divide(area, 4, RoundingMode.DOWN), found.performanceDensity());
        assertEquals(List.of("3A090.a.1"), found.paragraphs());
        assertEquals("3A090.a", found.eccn());
    }

    private static final BigDecimal DENSITY = new BigDecimal("5.92");

    /** One unit of area decides where neither a long nor a double could tell: a performance of 8,192,000,000,000 by 5.92. */
    @Test
    void oneUnitOfAreaDecidesForTheLargestPackage() {
        BigDecimal tpp = LARGEST.multiply(BigDecimal.valueOf((long) Format.MOST_BITS * Chip.MOST_PARTS_OF_A_PACKAGE));
        long area = tpp.divide(DENSITY, 6, RoundingMode.DOWN).movePointRight(6).longValueExact();
        assertEquals(List.of("3A090.a.1", "3A090.a.2"), paragraphsOfLargest(area));
        assertEquals(List.of("3A090.a.1"), paragraphsOfLargest(area + 1));
    }

    /** Areas of every size, at the limit and beside it, against the product in decimals. */
    @Test
    void anyAreaIsJudgedExactlyForTheLargestPackage() {
        BigDecimal tpp = LARGEST.multiply(BigDecimal.valueOf((long) Format.MOST_BITS * Chip.MOST_PARTS_OF_A_PACKAGE));
        long most = Decimal.MAX / 1000 * 1000 * Chip.MOST_DIES;
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            long area = Chip.MOST_PARTS_OF_A_PACKAGE * (1 + (random.nextLong() >>> 1 + random.nextInt(62)) % most);
            boolean dense = tpp.compareTo(DENSITY.multiply(BigDecimal.valueOf(area, 6))) >= 0;
            List<String> expected = dense ? List.of("3A090.a.1", "3A090.a.2") : List.of("3A090.a.1");
            assertEquals(expected, paragraphsOfLargest(area), () -> "seed " + SEED + ", area " + area);
        }
    }

    /** The largest performance there is, over an area of so many millionths. */
    private static List<String> paragraphsOfLargest(long area) {
        Chip.Builder part = Chip.builder("part").rate(Format.MOST_BITS + "b", Decimal.MAX);
        long each = area / Chip.MOST_PARTS_OF_A_PACKAGE;
        long rest = addDies(part, each, Role.LOGIC) + area % Chip.MOST_PARTS_OF_A_PACKAGE;
        Chip.Builder builder = Chip.builder("package").datacenter(Answer.YES);
        assertEquals(0, addDies(builder, rest, Role.IO));
        Chip one = part.build();
        for (int i = 0; i < Chip.MOST_PARTS_OF_A_PACKAGE; i++) {
            builder.contains(one);
        }
        Classification found = classify(builder.build(), DAY);
        assertEquals(List.of(), found.chip().faults());
        assertEquals(area, found.applicableAreaMm2());
        return found.paragraphs();
    }

    /** Adds dies of that area together, and returns what is left over. */
    private static long addDies(Chip.Builder builder, long area, Role role) {
        long left = area;
        for (int i = 0; i < Chip.MOST_DIES && left > 0; i++) {
            long die = Math.min(left, Decimal.MAX);
            builder.die(die, ProcessType.NONPLANAR, role);
            left -= die;
        }
        return left;
    }

    /** In 2022 an analog unit adds its 8 bits to the digital ones. */
    @Test
    void theLargestPackageOf2022IsSummedExactly() {
        Classification found = classify(largestPackage(ProcessType.NONPLANAR, Role.LOGIC), DAY_OF_2022);
        long bits = (long) (Format.MOST_BITS + 8) * Chip.MOST_PARTS_OF_A_PACKAGE;
        assertNumber(LARGEST.multiply(BigDecimal.valueOf(bits)), found.tpp());
        assertEquals("3A090", found.eccn());
    }

    static List<Role> roles() {
        return List.of(Role.values());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void theLargestDoubtfulAreasDoNotOverflowEither(Role role) {
        for (ProcessType process : ProcessType.values()) {
            Classification found = classify(largestPackage(process, role), DAY);
            assertEquals("3A090.a", found.eccn(), () -> role + " " + process + " " + found);
            assertTrue(found.applicableAreaMm2() >= 0, found::toString);
        }
    }

    @Test
    void theLargestPerformanceOnTheSmallestAreaIsExact() {
        Chip chip = Chip.builder("c")
                .datacenter(Answer.YES)
                .rate("128b", Decimal.MAX)
                .die(1, ProcessType.NONPLANAR, Role.LOGIC)
                .build();
        Classification found = classify(chip, DAY);
        // 10^9 x 128 over 10^-6.
        assertNumber(new BigDecimal("128e15"), found.performanceDensity());
        assertEquals(List.of("3A090.a.1", "3A090.a.2"), found.paragraphs());
    }

    @Test
    void theSmallestPerformanceOnTheLargestAreaIsExact() {
        Chip chip = withDies(Chip.builder("c").datacenter(Answer.YES), ProcessType.NONPLANAR, Role.LOGIC)
                .rate("1b", 1)
                .ioBandwidthGbps(0)
                .build();
        Classification found = classify(chip, DAY);
        assertNumber(BigDecimal.ZERO, found.performanceDensity());
        assertEquals(ChipClassifier.OTHER, found.eccn());
    }

    @Test
    void theLargestMemoryIsExact() {
        Chip chip = Chip.builder("c")
                .hbm(Hbm.STANDALONE)
                .hbmBandwidthGbps(Decimal.MAX)
                .hbmAreaMm2(1)
                .build();
        Classification found = classify(chip, DAY);
        assertNumber(new BigDecimal("1e15"), found.memoryBandwidthDensity());
        assertEquals("3A090.c", found.eccn());
        Chip wide = Chip.builder("c")
                .hbm(Hbm.STANDALONE)
                .hbmBandwidthGbps(1)
                .hbmAreaMm2(Decimal.MAX)
                .build();
        assertEquals(ChipClassifier.OTHER, classify(wide, DAY).eccn());
    }

    @ParameterizedTest
    @CsvSource({
        "rates, fp16:1000000000.000001",
        "rates, fp16:99999999999999999999999999",
        "rates, 129b:1",
        "rates, 128x129b:1",
        "rates, sparse-fp16:1000000000.000001",
        "dies, 1000000000.000001:nonplanar",
        "dram_bandwidth_gbps, 1000000000.000001",
        "io_bandwidth_gbps, 1000000000.000001",
        "transistors_bn, 1000000000.000001",
        "hbm_bandwidth_gbps, 1000000000.000001",
        "hbm_area_mm2, 1000000000.000001",
        "app_wt, 1000000000.000001",
        "fp64_tflops, 1000000000.000001",
        "fp32_tflops, 1000000000.000001",
    })
    void oneMillionthMoreIsAFaultOfItsColumn(String column, String cell) {
        Classification found = classify(ChipColumns.chip(Map.of("id", "1", column, cell)), DAY);
        assertEquals(Classification.Verdict.NEEDS_DATA, found.verdict());
        assertTrue(found.missing().contains(column), found::toString);
        assertEquals(1, found.chip().faults().size(), found::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "rates, fp16:1000000000",
        "rates, 128b:1",
        "dies, 1000000000:nonplanar",
        "io_bandwidth_gbps, 1000000000",
        "app_wt, 1000000000.000000",
    })
    void theLimitItselfIsNoFault(String column, String cell) {
        assertEquals(
                List.of(), ChipColumns.chip(Map.of("id", "1", column, cell)).faults());
    }

    static LongStream outOfRange() {
        return LongStream.of(-1, Decimal.MAX + 1, Long.MAX_VALUE, Long.MIN_VALUE);
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void theBuilderTakesNoNumberOutOfRange(long number) {
        Chip chip = Chip.builder("c")
                .rate("fp16", number)
                .sparseRate("fp16", number)
                .die(number, ProcessType.NONPLANAR, Role.LOGIC)
                .ioBandwidthGbps(number)
                .hbmAreaMm2(number)
                .appWt(number)
                .build();
        assertEquals(6, chip.faults().size(), chip::toString);
        assertTrue(chip.rates().isEmpty());
        assertTrue(chip.dies().isEmpty());
        assertEquals(Chip.UNKNOWN, chip.ioBandwidthGbps());
        classify(chip, DAY);
    }

    /** Half of a sparse rate would be in range where the rate is not. */
    @Test
    void aSparseRateOutOfRangeIsNotHalvedIntoRange() {
        Chip chip = Chip.builder("c").sparse2to4Rate("fp16", Decimal.MAX + 2).build();
        assertEquals(1, chip.faults().size(), chip::toString);
    }

    @Test
    void moreThanAPackageHoldsIsAFault() {
        Chip part = Chip.builder("part").rate("fp16", 1).build();
        Chip.Builder builder = Chip.builder("package");
        for (int i = 0; i <= Chip.MOST_PARTS_OF_A_PACKAGE; i++) {
            builder.contains(part);
        }
        Classification found = classify(builder.build(), DAY);
        assertTrue(found.missing().contains("contains"), found::toString);
    }

    @Test
    void moreRatesDiesOrCircuitsThanThereAreAreFaults() {
        Chip.Builder rates = Chip.builder("c");
        Chip.Builder dies = Chip.builder("c");
        for (int i = 0; i <= Chip.MOST_RATES; i++) {
            rates.rate("fp16", i);
            dies.die(i + 1, ProcessType.NONPLANAR, Role.LOGIC);
        }
        assertEquals("rates", rates.build().faults().get(0).column());
        assertEquals("dies", dies.build().faults().get(0).column());
        Chip.Builder system = Chip.builder("s").form(Form.SYSTEM);
        for (int i = 0; i <= Chip.MOST_PARTS; i++) {
            system.contains(Chip.builder("c" + i).rate("fp16", 1).build());
        }
        Classification found = classify(system.build(), DAY);
        assertTrue(found.missing().contains("contains"), found::toString);
    }
}
