package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is looked up for a plain chip is what the way of all chips gives. */
class PlainFactsTest {
    private static final long SEED = 20_261_129;
    private static final long[] PERFORMANCES = {1_520, 1_600, 2_280, 2_400, 4_560, 4_800};
    private static final long[] DENSITIES = {1_600_000, 3_200_000, 5_920_000};
    private static final LocalDate[] DAYS = {
        LocalDate.of(2022, 10, 1),
        LocalDate.of(2022, 10, 20),
        LocalDate.of(2023, 1, 1),
        LocalDate.of(2023, 11, 17),
        LocalDate.of(2024, 4, 4),
        LocalDate.of(2025, 1, 16),
        LocalDate.of(2026, 1, 15),
        LocalDate.of(2026, 9, 1),
        LocalDate.MAX
    };

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** A chip of any kind, most of them plain, half of them on a limit or one unit beside it. */
    private static Chip chip(Random random) {
        long tpp = random.nextBoolean()
                ? (long) (random.nextDouble() * 6_000) * Decimal.ONE
                : PERFORMANCES[random.nextInt(PERFORMANCES.length)] * Decimal.ONE + 8L * (random.nextInt(3) - 1);
        Chip.Builder chip = Chip.builder("c")
                .name(one(random, new String[] {"", "H20", "RTX 5090D", "some chip"}))
                .datacenter(one(random, Chip.Answer.values()))
                .rate("fp8", tpp / 8);
        if (random.nextInt(4) > 0) {
            long area = random.nextBoolean()
                    ? (long) ((50 + random.nextDouble() * 1_500) * Decimal.ONE)
                    : Math.max(tpp * Decimal.ONE / DENSITIES[random.nextInt(3)] + random.nextInt(3) - 1, 1);
            chip.die(
                    area,
                    random.nextInt(8) > 0 ? Chip.ProcessType.NONPLANAR : one(random, Chip.ProcessType.values()),
                    random.nextInt(8) > 0 ? Chip.Role.LOGIC : one(random, Chip.Role.values()));
        }
        if (random.nextBoolean()) {
            chip.ioBandwidthGbps((599 + random.nextInt(3)) * Decimal.ONE);
        }
        if (random.nextInt(4) == 0) {
            chip.dramBandwidthGbps((1_399 + random.nextInt(3_000)) * Decimal.ONE);
        }
        if (random.nextInt(3) > 0) {
            chip.encryption(random.nextInt(8) > 0 ? Chip.Encryption.NONE : one(random, Chip.Encryption.values()));
        }
        if (random.nextInt(3) > 0) {
            chip.hbm(random.nextBoolean() ? Chip.Hbm.NONE : one(random, Chip.Hbm.values()));
        }
        if (random.nextInt(16) == 0) {
            chip.form(one(random, Chip.Form.values()));
        }
        if (random.nextInt(16) == 0) {
            chip.baseEccn("5A992.c");
        }
        if (random.nextInt(16) == 0) {
            chip.vendorEccn("3A090.a");
        }
        return chip.build();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=fp8:10 | true
            rates=fp8:0.000001, encryption=none | true
            rates=fp8:10, dies=400:nonplanar 20:nonplanar:memory | true
            rates=fp8:10, hbm=none | true
            rates=fp8:10, hbm=copackaged, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | true
            rates=fp8:10, hbm_bandwidth_gbps=363 | true
            rates=fp8:10, hbm_area_mm2=110 | true
            rates=fp8:10 sparse-fp8:10 | true
            # there is no one performance, or dies can be read in several ways
            datacenter=yes | false
            rates=fp8:0 | false
            rates=sparse-fp8:0 | false
            rates=fp8:10 sparse-fp8:20 | false
            rates=fp16:10 sparse-fp8:20 | false
            rates=tf32:10 | false
            rates=fp8:10, dies=400:unknown | false
            # a number of its own in the control list, or what shares one
            rates=fp8:10, form=module | false
            rates=fp8:10, base_eccn=5A991 | false
            rates=fp8:10, vendor_eccn=3A991.p | false
            rates=fp8:10, encryption=massMarket | false
            rates=fp8:10, encryption=5A002 | false
            rates=fp8:10, encryption=unknown | false
            # memory that could be controlled for itself
            rates=fp8:10, hbm=standalone | false
            rates=fp8:10, hbm_bandwidth_gbps=0, hbm_area_mm2=110 | false
            # facts that cannot be relied on
            rates=fp8:10, datacenter=perhaps | false
            chip=AMD MI308X, rates=fp8:10 | false
            chip=NVIDIA V100, rates=fp16:250 | false
            """)
    void aPlainChipHasNothingThatIsInDoubt(String cells, boolean plain) {
        assertEquals(plain, Made.chip(cells).plain() != null, cells);
    }

    @Test
    void aChipWithHalvedFiguresIsNotPlain() {
        assertNull(ChipColumns.chip(Made.row("rates=sparse-fp8:10"), true).plain());
    }

    /** Chips on the limits and just below them, with each fact that adds a remark or decides about 3A991.p. */
    @Test
    void theLookedUpAnswerIsThatOfTheWayOfAllChipsOnAndBelowEachLimit() {
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        Classification lookedUp = new Classification();
        Classification judged = new Classification();
        for (String rates : List.of(
                "64b:1",
                "8b:10",
                "8b:189.999999",
                "8b:190",
                "8b:199",
                "8b:200",
                "8b:285",
                "8b:300",
                "8b:570",
                "8b:600")) {
            for (String dies : List.of("", ", dies=270:nonplanar", ", dies=500:nonplanar", ", dies=1600:nonplanar")) {
                for (String market : List.of("yes", "no", "unknown")) {
                    for (String more : List.of(
                            "",
                            ", name=H20",
                            ", io_bandwidth_gbps=599",
                            ", io_bandwidth_gbps=10, encryption=none",
                            ", dram_bandwidth_gbps=4000, hbm=copackaged",
                            ", name=H20, io_bandwidth_gbps=600, encryption=none, hbm=none")) {
                        Chip chip = Made.chip("rates=" + rates + dies + ", datacenter=" + market + more);
                        for (LocalDate day : List.of(LocalDate.of(2023, 1, 1), LocalDate.of(2026, 9, 1))) {
                            classifier.classify(chip, day, lookedUp);
                            judged.apply(classifier.lawOn(day), day);
                            ChipClassifier.classify(chip, judged);
                            assertEquals(everything(judged), everything(lookedUp), () -> chip + " on " + day);
                        }
                        assertNotNull(chip.plain(), chip::toString);
                    }
                }
            }
        }
    }

    @Test
    @Tag("sweep")
    void theLookedUpAnswerIsThatOfTheWayOfAllChips() {
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        Classification lookedUp = new Classification();
        Classification judged = new Classification();
        Random random = new Random(SEED);
        TreeMap<String, Integer> seen = new TreeMap<>();
        for (int i = 0; i < 40_000; i++) {
            Chip chip = chip(random);
            LocalDate day = one(random, DAYS);
            classifier.classify(chip, day, lookedUp);
            judged.apply(classifier.lawOn(day), day);
            ChipClassifier.classify(chip, judged);
            assertEquals(everything(judged), everything(lookedUp), () -> chip + " on " + day + ", seed " + SEED);
            if (chip.plain() != null) {
                seen.merge(judged.level() + " " + judged.verdict(), 1, Integer::sum);
            }
        }
        for (String outcome : new String[] {
            "A CLASSIFIED",
            "B CLASSIFIED",
            "NONE CLASSIFIED",
            "A REVIEW",
            "B REVIEW",
            "NONE REVIEW",
            "UNKNOWN NEEDS_DATA"
        }) {
            assertTrue(seen.getOrDefault(outcome, 0) > 100, () -> outcome + " in " + seen);
        }
    }

    private static String everything(Classification answer) {
        return String.join(
                "\n",
                String.valueOf(answer.eccn()),
                String.valueOf(answer.verdict()),
                String.valueOf(answer.level()),
                String.valueOf(answer.tppMillionths()),
                String.valueOf(answer.applicableAreaMm2()),
                String.valueOf(answer.meetsParametersOf3A090()),
                String.valueOf(answer.hbmExceptionPossible()),
                String.valueOf(answer.paragraphs()),
                String.valueOf(answer.missing()),
                String.valueOf(answer.notes()),
                String.valueOf(answer.review()),
                String.valueOf(answer.nearest()),
                String.valueOf(answer.citations()),
                String.valueOf(answer.rules()),
                String.valueOf(answer.toMap()),
                String.valueOf(answer.chip()),
                String.valueOf(answer.asOf()));
    }
}
