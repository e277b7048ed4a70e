package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.chip.Classification.Level;
import io.highfence.chip.Classification.Verdict;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a result says beside its number; rules by the ids of the law sheet, margins worked out by hand. */
class ClassificationTest {
    @TempDir
    static Path folder;

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate UNREAD = LocalDate.of(2022, 10, 6);
    private static final LocalDate STAGED = LocalDate.of(2022, 10, 7);
    private static final String STACK = "hbm=standalone, hbm_area_mm2=110, hbm_bandwidth_gbps=";

    @BeforeAll
    static void law() {
        Made.law();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-01 | rates=8b:600, dies=1000:nonplanar, datacenter=yes, encryption=none | F1.1 F1.21 F1.29 F2.22
            2026-09-01 | rates=8b:400, dies=400:nonplanar, datacenter=no | F1.2 F1.21 F1.29 F1.13 F2.22
            2026-09-01 | rates=fp8:10, io_bandwidth_gbps=10 | F1.21 F2.22
            2026-09-01 | rates=fp8:1, io_bandwidth_gbps=10 | F1.21
            2026-09-01 | rates=fp8:0, io_bandwidth_gbps=10 | F1.21 F1.31
            2026-09-01 | rates=fp8:1, io_bandwidth_gbps=10, dies=100:planar | F1.21 F1.29
            2026-09-01 | hbm=standalone, hbm_area_mm2=110, hbm_bandwidth_gbps=363 | F1.5 F1.49
            2026-09-01 | name=nothing is stated | T3
            2026-09-01 | rates=8b:600, dies=1000:nonplanar, datacenter=yes, base_eccn=3A001.b.2 | F1.1 F1.21 F1.29 F2.5 A20 F2.22
            2023-01-01 | rates=8b:600, io_bandwidth_gbps=600 | F6.1 F2.22 F2.22
            2022-10-07 | rates=8b:600 | T1
            """)
    void theRulesOfAnAnswerAreThoseThatItRestsOn(LocalDate day, String cells, String ids) {
        Classification answer = Made.classify(cells, day);
        assertEquals(ids, answer.rules().stream().map(Rule::id).collect(Collectors.joining(" ")));
        assertEquals(
                List.copyOf(answer.rules().stream()
                        .map(Rule::citation)
                        .collect(Collectors.toCollection(LinkedHashSet::new))),
                answer.citations());
    }

    @Test
    void anAssemblyRestsOnTheEntriesOfAssemblies() {
        assertEquals(
                List.of("3A090.tpp", "3A090.pd", "4A090", "4A994.l", "4A003.b", "3A991.p.1", "3A991.p.2"),
                families("form=system, contains=NVIDIA V100"));
        assertEquals(
                List.of("3A090.tpp", "3A090.pd", "4A090", "4A003.b", "3A991.p.1", "3A991.p.2"),
                families("form=system, contains=NVIDIA V100, app_wt=71"));
    }

    /** F5.9: the letter to one company is reported, and the look that it asks for rests on it. */
    @Test
    void aLookForTheReportedLetterRestsOnItsRule() {
        assertTrue(families("rates=fp16:100, dies=1000:nonplanar, dram_bandwidth_gbps=4000")
                .contains("letter"));
        assertFalse(families("rates=fp16:100, dies=1000:nonplanar").contains("letter"));
    }

    private static List<String> families(String cells) {
        return Made.classify(cells, DAY).rules().stream().map(Rule::family).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-01 | rates=8b:600, dies=1000:nonplanar, datacenter=yes | A | true
            2026-09-01 | rates=8b:400, dies=800:nonplanar, datacenter=yes | B | true
            2026-09-01 | rates=8b:400, dies=400:nonplanar, datacenter=no | NONE | true
            2026-09-01 | hbm=standalone, hbm_area_mm2=110, hbm_bandwidth_gbps=220.01 | C | true
            2026-09-01 | hbm=standalone, hbm_area_mm2=110, hbm_bandwidth_gbps=220 | NONE | false
            2026-09-01 | rates=8b:10 | NONE | false
            2026-09-01 | rates=8b:250, datacenter=yes | UNKNOWN | false
            2026-09-01 | form=system, rates=8b:600 | A | true
            2023-01-01 | rates=8b:600, io_bandwidth_gbps=600 | ENTRY_OF_2022 | true
            2023-01-01 | rates=8b:600, io_bandwidth_gbps=599 | NONE | false
            """)
    void theLevelIsThatBehindTheNumber(LocalDate day, String cells, Level level, boolean meetsParameters) {
        Classification answer = Made.classify(cells, day);
        assertEquals(level, answer.level());
        assertEquals(meetsParameters, answer.meetsParametersOf3A090(), "FLAG-39: whatever the notes make of it");
    }

    @Test
    void theFormatIsThatOfTheHighestPerformanceAndASumHasNone() {
        assertEquals("fp8", Made.classify("rates=fp16:10 fp8:21", DAY).tppFormat());
        assertEquals("fp8", Made.classify("rates=fp8:0", DAY).tppFormat());
        assertEquals(new BigDecimal("0"), Made.classify("rates=fp8:0", DAY).tpp());
        assertNull(Made.classify("rates=sparse-fp8:1", DAY).tppFormat());
        Chip part = Made.chip("rates=fp8:10");
        Chip two = Chip.builder("package").contains(part).contains(part).build();
        assertEquals("sum", Made.classify(two, DAY).tppFormat());
        assertEquals(new BigDecimal("160"), Made.classify(two, DAY).tpp());
    }

    /** FLAG-39: three chips are named, from 2025-05-13. */
    @Test
    void aChipThatGeneralProhibition10NamesIsToldByIdNameOrPart() {
        assertTrue(named(Chip.builder("ascend910b").build(), DAY));
        assertTrue(named(Chip.builder("x").name("Huawei Ascend 910C module").build(), DAY));
        assertFalse(named(Chip.builder("x").name("Ascend 910").build(), DAY));
        assertFalse(named(Chip.builder("x").name("Ascend 910BX").build(), DAY));
        Chip part = Chip.builder("Ascend 910D").build();
        Chip other = Chip.builder("other").build();
        assertTrue(named(
                Chip.builder("board")
                        .form(Chip.Form.BOARD)
                        .contains(other)
                        .contains(part)
                        .build(),
                DAY));
        assertFalse(named(
                Chip.builder("board").form(Chip.Form.BOARD).contains(other).build(), DAY));
        assertTrue(named(part, LocalDate.of(2025, 5, 13)));
        assertFalse(named(part, LocalDate.of(2025, 5, 12)));
    }

    private static boolean named(Chip chip, LocalDate day) {
        Classification answer = Made.classify(chip, day);
        assertEquals(answer.namedByGeneralProhibition10(), answer.notes().contains("general-prohibition-10-named"));
        return answer.namedByGeneralProhibition10();
    }

    /** A20: an item of another entry is the .z paragraph; what it would be by performance is noted beside it. */
    @Test
    void theNumberByPerformanceIsNotedBesideAZParagraph() {
        String limits = ", rates=8b:600, dies=1000:nonplanar, datacenter=yes";
        List<String> circuit =
                Made.classify("base_eccn=3A001.b.2" + limits, DAY).notes();
        assertEquals("also 3A090.a", circuit.get(circuit.indexOf("also-by-performance") + 1));
        List<String> computer =
                Made.classify("base_eccn=4A003.b, form=system" + limits, DAY).notes();
        assertEquals("also 4A090.a", computer.get(computer.indexOf("also-by-performance") + 1));
        assertFalse(Made.classify("encryption=none" + limits, DAY).notes().contains("also 3A090.a"));
    }

    /** F6.1: the text of 2022 counted analog units with 8 bits; later ones do not say. */
    @Test
    void analogRatesAreToldAsTheTextOf2022CountedThem() {
        List<String> notes = Made.classify("rates=analog:10 fp8:1", DAY).notes();
        assertEquals(
                List.of("analog-figure-of-2022: 80"),
                notes.stream().filter(note -> note.startsWith("analog")).toList());
        assertEquals(
                List.of(),
                Made.classify("rates=analog:10 fp8:1", LocalDate.of(2023, 1, 1)).notes().stream()
                        .filter(note -> note.startsWith("analog"))
                        .toList(),
                "there they count and are no figure for information");
    }

    @Test
    void faultsOfTheInputStandAmongTheNotesInWords() {
        Classification answer = Made.classify("rates=fp8:10, datacenter=perhaps", DAY);
        assertTrue(
                answer.notes().contains("datacenter: 'perhaps' is none of yes, no and unknown"),
                answer.notes().toString());
    }

    @Test
    void aReasonToLookSaysWhatAgainstWhat() {
        assertEquals(
                List.of("vendor-eccn: the vendor's number has a different effect: 3A090.a against 3A991.p"),
                Made.classify("rates=fp8:10, vendor_eccn=3A090.a", DAY).review());
        Classification z = Made.classify("rates=8b:600, dies=1000:nonplanar, datacenter=yes, base_eccn=3A001.b.2", DAY);
        Rule rule = z.rules().stream()
                .filter(one -> one.family().equals("z"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of("z-condition: the .z paragraph has a condition that is not among the facts: "
                        + rule.values().text("provided")),
                z.review());
        assertEquals(
                List.of("no-multiply-accumulate: a rate of zero is stated"),
                Made.classify("rates=fp8:0", DAY).review());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-01 | rates=8b:600, dies=1000:nonplanar, datacenter=yes | 3A090.a.1 tpp 4800 4800 0; 3A090.a.2 performanceDensity 4.8 5.92 -18.9189; 3A090.b.2 performanceDensity 4.8 3.2 50
            2026-09-01 | rates=fp8:10, io_bandwidth_gbps=100 | 3A991.p.1 tops 10 8 25; 3A991.p.2 io_bandwidth_gbps 100 150 -33.3333; 3A090.a.2 tpp 80 1600 -95
            2026-09-01 | rates=fp8:0, io_bandwidth_gbps=0, dies=1:planar | 3A090.a.2 tpp 0 1600 -100; 3A991.p.1 tops 0 8 -100; 3A991.p.2 io_bandwidth_gbps 0 150 -100
            2026-09-01 | rates=fp8:0, io_bandwidth_gbps=0, dies=1:nonplanar | 3A090.a.2 tpp 0 1600 -100; 3A090.b.1 performanceDensity 0 1.6 -100; 3A991.p.1 tops 0 8 -100; 3A991.p.2 io_bandwidth_gbps 0 150 -100
            2026-09-01 | rates=8b:600.000001 | 3A090.a.1 tpp 4800.000008 4800 0
            2026-09-01 | hbm=standalone, hbm_area_mm2=110, hbm_bandwidth_gbps=220 | 3A090.c memoryBandwidthDensity 2 2 0; 740.25 memoryBandwidthDensity 2 3.3 -39.3939
            2026-09-01 | hbm=standalone, hbm_area_mm2=110, hbm_bandwidth_gbps=0 | 3A090.c memoryBandwidthDensity 0 2 -100
            2026-09-01 | hbm=standalone, hbm_area_mm2=0, hbm_bandwidth_gbps=1 | ''
            2026-09-01 | hbm=copackaged, hbm_area_mm2=110, hbm_bandwidth_gbps=220, rates=8b:200, datacenter=yes | 3A090.a.2 tpp 1600 1600 0; 3A090.b.1 tpp 1600 2400 -33.3333
            2026-09-01 | form=system, app_wt=71, rates=8b:1 | 4A003.b app_wt 71 70 1.4285; 3A991.p.1 tops 1 8 -87.5; 3A090.a.2 tpp 8 1600 -99.5
            2023-01-01 | rates=8b:600, io_bandwidth_gbps=606 | 3A090 tpp 4800 4800 0; 3A090 io_bandwidth_gbps 606 600 1
            """)
    void theNearestLimitsOnEitherSideAreToldNearestFirst(LocalDate day, String cells, String expected) {
        assertEquals(
                expected,
                Made.classify(cells, day).nearest().stream()
                        .map(one -> one.threshold() + " " + one.value().toPlainString() + " "
                                + one.limit().toPlainString() + " "
                                + one.marginPercent().toPlainString())
                        .collect(Collectors.joining("; ")));
    }

    /** The transfer rate of the circuit counts, and not one of what holds it. */
    @Test
    void theNearestLimitsOfASystemAreThoseOfItsCircuit() {
        assertTrue(Made.classify("form=system, contains=NVIDIA V100, io_bandwidth_gbps=1", DAY).nearest().stream()
                .anyMatch(one -> one.threshold().equals("3A991.p.2 io_bandwidth_gbps")
                        && one.value().compareTo(new BigDecimal("300")) == 0));
    }

    @Test
    void densitiesAreCutAndThereIsNoneWithoutArea() {
        assertEquals(
                new BigDecimal("7.7357"),
                Made.classify("rates=fp8:588.4, dies=608.5:nonplanar", DAY).performanceDensity());
        assertNull(Made.classify("rates=fp8:588.4", DAY).performanceDensity());
        assertNull(Made.classify("rates=fp8:588.4, dies=1:planar", DAY).performanceDensity());
        assertNull(Made.classify("dies=608.5:nonplanar", DAY).performanceDensity());
        assertEquals(
                0,
                BigDecimal.ZERO.compareTo(
                        Made.classify("rates=fp8:0, dies=600:nonplanar", DAY).performanceDensity()));
        assertEquals(
                0,
                new BigDecimal("3.3")
                        .compareTo(Made.classify(STACK + "363", DAY).memoryBandwidthDensity()));
        assertEquals(
                0, BigDecimal.ZERO.compareTo(Made.classify(STACK + "0", DAY).memoryBandwidthDensity()));
        assertNull(Made.classify("hbm=standalone, hbm_bandwidth_gbps=1", DAY).memoryBandwidthDensity());
        assertNull(Made.classify("hbm=standalone, hbm_area_mm2=0, hbm_bandwidth_gbps=1", DAY)
                .memoryBandwidthDensity());
    }

    /** F1.13 asks how the circuit is marketed; where its own word is missing, that of the whole counts. */
    @Test
    void theMarketOfTheWholeCountsForACircuitThatStatesNone() {
        String limits = "rates=8b:400, dies=400:nonplanar";
        assertEquals("4A090.a", board("yes", limits).eccn());
        assertEquals("4A994.l", board("no", limits).eccn());
        assertEquals("4A994.l", board("yes", limits + ", datacenter=no").eccn());
        assertEquals("4A090.a", board("no", limits + ", datacenter=yes").eccn());
        assertEquals(Chip.Answer.NO, board("no", limits).circuitDatacenter());
        assertEquals(Chip.Answer.NO, board("yes", limits + ", datacenter=no").circuitDatacenter());
    }

    private static Classification board(String datacenter, String circuit) {
        Chip.Answer answer = datacenter.equals("yes") ? Chip.Answer.YES : Chip.Answer.NO;
        return Made.classify(
                Chip.builder("board")
                        .form(Chip.Form.BOARD)
                        .datacenter(answer)
                        .contains(Made.chip(circuit))
                        .build(),
                DAY);
    }

    /** The keys of the contract of the command line, in its order. */
    @Test
    void theMapHasTheKeysOfTheContractAndWhatTheMethodsSay() {
        Classification answer = Made.classify("name=Some chip, rates=8b:600, dies=1000:nonplanar", DAY);
        Map<String, @Nullable Object> map = answer.toMap();
        assertEquals(
                List.of(
                        "id",
                        "name",
                        "date",
                        "tpp",
                        "tppFormat",
                        "performanceDensity",
                        "memoryBandwidthDensity",
                        "paragraphs",
                        "eccn",
                        "verdict",
                        "notes",
                        "nearest",
                        "missing",
                        "review",
                        "citations",
                        "ruleSet"),
                List.copyOf(map.keySet()));
        assertEquals("x", map.get("id"));
        assertEquals("Some chip", map.get("name"));
        assertEquals("2026-09-01", map.get("date"));
        assertEquals(new BigDecimal("4800"), map.get("tpp"));
        assertEquals(List.of("3A090.a.1"), map.get("paragraphs"));
        assertEquals("3A090.a", map.get("eccn"));
        assertEquals(answer.review(), map.get("review"));
        assertEquals(
                Map.of(
                        "threshold", "3A090.a.1 tpp",
                        "value", new BigDecimal("4800"),
                        "limit", new BigDecimal("4800"),
                        "marginPercent", new BigDecimal("0")),
                ((List<?>) map.get("nearest")).get(0));
        assertEquals(RuleBook.bundled().id(), map.get("ruleSet"));
        assertEquals(answer.citations().get(0).text(), ((List<?>) map.get("citations")).get(0));
        assertEquals(map.toString(), answer.toString());
        assertEquals("Classification{}", new Classification().toString());
    }

    @Test
    void anEmptyResultNeedsData() {
        Classification empty = new Classification();
        assertEquals(Verdict.NEEDS_DATA, empty.verdict());
        assertEquals(Level.UNKNOWN, empty.level());
        assertNull(empty.eccn());
        assertThrows(NullPointerException.class, empty::chip);
        assertThrows(NullPointerException.class, empty::asOf);
        assertThrows(NullPointerException.class, empty::rules);
    }

    /** A result is filled again and again: nothing of the answer before may stay. */
    @Test
    void aResultThatIsFilledAgainForgetsTheAnswerBefore() {
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        Classification answer = new Classification();
        for (String before : List.of(
                "rates=8b:600, dies=1000:nonplanar, base_eccn=3A001.b.2",
                "rates=8b:250",
                "rates=8b:300, dies=400:nonplanar 100:unknown",
                STACK + "363",
                "hbm=standalone",
                "form=system, contains=NVIDIA A100",
                "form=system, app_wt=71")) {
            for (String cells : List.of("rates=fp8:1, io_bandwidth_gbps=10", "rates=8b:10", "form=system")) {
                for (LocalDate day : List.of(UNREAD, STAGED, LocalDate.of(2023, 1, 1), LocalDate.of(2026, 9, 2))) {
                    classifier.classify(Made.chip(before), DAY, answer);
                    classifier.classify(Made.chip(cells), day, answer);
                    Classification fresh = Made.classify(cells, day);
                    assertEquals(fresh.toString(), answer.toString(), before);
                    assertEquals(fresh.evidence(), answer.evidence(), before);
                    assertEquals(day, answer.asOf());
                }
            }
        }
    }

    /** F6.1, F1.1: 4800 without a fast link is no 3A090 under the rule of 2022, and 3A090.a since 2023-11-17. */
    @Test
    void aResultThatIsFilledAgainIsByTheLawOfTheNewDay() {
        ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());
        Classification answer = new Classification();
        Chip chip = Made.chip("rates=8b:600, io_bandwidth_gbps=10");
        classifier.classify(chip, DAY, answer);
        assertEquals("3A090.a", answer.eccn());
        classifier.classify(chip, LocalDate.of(2023, 1, 1), answer);
        assertEquals("3A991.p", answer.eccn());
    }

    @Test
    void aResultThatIsFilledAgainIsByTheRulesOfTheNewClassifier() throws IOException, BadInput {
        Path file = folder.resolve("chip-3a090.json");
        try (InputStream in =
                Objects.requireNonNull(RuleBook.class.getResourceAsStream(String.valueOf(file.getFileName())))) {
            Files.copy(in, file);
        }
        RuleBook other = RuleBook.load(file);
        Classification answer = new Classification();
        new ChipClassifier(RuleBook.bundled()).classify(Made.chip("rates=8b:600"), DAY, answer);
        new ChipClassifier(other).classify(Made.chip("rates=8b:600"), DAY, answer);
        assertSame(other, answer.law().book());
    }

    @Test
    void performanceAndAreaAreGivenInMillionths() {
        Classification answer = Made.classify("rates=8b:600, dies=1000:nonplanar 5:nonplanar", DAY);
        assertEquals(4800 * Decimal.ONE, answer.tppMillionths());
        assertEquals(1005 * Decimal.ONE, answer.applicableAreaMm2());
        assertTrue(Made.classify(STACK + "300", DAY).hbmExceptionPossible());
        assertFalse(Made.classify(STACK + "363", DAY).hbmExceptionPossible());
    }

    /** A10: an I/O die as large as the logic die leaves an area; only a package without any has none. */
    @Test
    void anIoDieAsLargeAsTheLogicDieIsNoMissingArea() {
        Classification answer =
                Made.classify("rates=int8:250, dies=400:nonplanar 400:nonplanar:io, datacenter=yes", DAY);
        assertTrue(answer.review().stream().noneMatch(look -> look.startsWith("nothing-non-planar")));
        Classification none = Made.classify("rates=int8:250, dies=400:planar, datacenter=yes", DAY);
        assertTrue(none.review().stream().anyMatch(look -> look.startsWith("nothing-non-planar")));
    }

    /** Where all rates are stated, dies alone are asked for. */
    @Test
    void aPackageWithoutDiesIsAskedForItsDiesAlone() {
        Chip part = Made.chip("rates=8b:125");
        Chip two = Chip.builder("package")
                .datacenter(Chip.Answer.YES)
                .contains(part)
                .contains(part)
                .build();
        Classification answer = Made.classify(two, DAY);
        assertEquals(List.of("dies"), answer.missing());
        assertNull(answer.eccn());
    }

    /** F6.1: a transfer rate that is stated as nothing is below 600 GB/s, and not unknown. */
    @Test
    void aTransferRateOfNothingIsStated() {
        Classification answer = Made.classify("rates=8b:600, io_bandwidth_gbps=0", LocalDate.of(2023, 1, 1));
        assertEquals("3A991.p", answer.eccn());
        assertEquals(List.of(), answer.missing());
    }

    /** T1: between the stages of October 2022 no number is given, and the performance is told all the same. */
    @Test
    void thePerformanceIsToldOnADayOfTheStages() {
        Classification answer = Made.classify("rates=8b:600, dies=1000:nonplanar", STAGED);
        assertEquals(new BigDecimal("4800"), answer.tpp());
        assertEquals("8b", answer.tppFormat());
        assertNull(Made.classify("rates=8b:600", UNREAD).tpp());
        assertNull(Made.classify("rates=8b:600", UNREAD).eccn());
    }

    /** F6.1: what the text of 2022 said of items of other entries was not read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=8b:600, io_bandwidth_gbps=600 | false
            rates=8b:600, io_bandwidth_gbps=600, encryption=none | false
            rates=8b:600, io_bandwidth_gbps=600, encryption=massMarket | true
            rates=8b:600, io_bandwidth_gbps=600, encryption=5A002 | true
            rates=8b:600, io_bandwidth_gbps=600, encryption=unknown | true
            rates=8b:600, io_bandwidth_gbps=600, base_eccn=3A001.a.7 | true
            """)
    void anItemOfAnotherEntryIsLookedAtUnderTheTextOf2022(String cells, boolean looked) {
        Classification answer = Made.classify(cells, LocalDate.of(2023, 1, 1));
        assertEquals("3A090", answer.eccn());
        assertEquals(looked, answer.review().stream().anyMatch(reason -> reason.startsWith("other-entry-2022: ")));
    }
}
