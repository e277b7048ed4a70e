package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Decimal;
import io.highfence.chip.Evidence.Fact;
import io.highfence.chip.Evidence.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each fact with its value, unit and origin, and each step from the facts to the numbers as an equation. */
class FactsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @BeforeAll
    static void law() {
        Made.law();
    }

    private static String line(Fact fact) {
        return fact.name() + " = " + fact.value() + (fact.unit().isEmpty() ? "" : " " + fact.unit()) + ", "
                + fact.origin() + (fact.remark().isEmpty() ? "" : ": " + fact.remark());
    }

    private static List<String> facts(Classification answer) {
        return answer.evidence().facts().stream().map(FactsTest::line).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=fp8:10, form=ic | form = ic, GIVEN
            rates=fp8:10 | form = ic, ASSUMED: an integrated circuit unless stated otherwise
            rates=fp8:10 | rate fp8 = 10 TOPS, GIVEN: 8 bits
            rates=tf32:10 | rate tf32 = 10 TOPS, GIVEN: 32 bits in storage, 19 in use
            rates=analog:10 | rate analog = 10 TOPS, GIVEN: no bit length
            rates=sparse-fp8:10 | rate fp8 = 10 TOPS, GIVEN: 8 bits; sparse, so only an upper limit of the dense rate
            datacenter=yes | rates =  TOPS, MISSING
            hbm=standalone | rates =  TOPS, NOT_STATED
            rates=fp8:10, dies=5:planar 6:nonplanar:io | die = 5 mm2, GIVEN: planar, logic
            rates=fp8:10, dies=5:planar 6:nonplanar:io | die = 6 mm2, GIVEN: nonplanar, io
            rates=fp8:10 | dies =  mm2, NOT_STATED
            rates=fp8:250, datacenter=yes | dies =  mm2, MISSING
            rates=fp8:10, datacenter=no | designed or marketed for datacenters = no, GIVEN
            rates=fp8:10 | designed or marketed for datacenters = , NOT_STATED
            rates=fp8:400, dies=400:nonplanar | designed or marketed for datacenters = yes, ASSUMED: not known, and decides; treated as yes
            chip=NVIDIA A100 | designed or marketed for datacenters = yes, CATALOGUE
            chip=NVIDIA A100, datacenter=no | designed or marketed for datacenters = no, GIVEN
            rates=fp8:1 | io_bandwidth_gbps =  GB/s, MISSING
            rates=fp8:1, io_bandwidth_gbps=0 | io_bandwidth_gbps = 0 GB/s, GIVEN
            form=system | contains = , MISSING
            form=system, rates=fp8:1 | contains = , NOT_STATED
            form=system, contains=NVIDIA V100 | contains = NVIDIA V100, GIVEN
            form=system, contains=NVIDIA V100; NVIDIA A100 | contains = NVIDIA V100, NVIDIA A100, GIVEN: the gravest of 2 different circuits answers
            form=system, contains=NVIDIA V100; NVIDIA A100 | NVIDIA A100: designed or marketed for datacenters = yes, CATALOGUE
            form=system, contains=NVIDIA V100; NVIDIA A100 | NVIDIA A100: die = 826 mm2, CATALOGUE: nonplanar, logic
            rates=fp8:10, hbm=none | hbm = none, GIVEN
            hbm_bandwidth_gbps=363, hbm_area_mm2=110, rates=fp8:1 | hbm = , MISSING
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | hbm = standalone, GIVEN
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | hbm_bandwidth_gbps = 363 GB/s, GIVEN
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | hbm_area_mm2 = 110 mm2, GIVEN
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | memory bandwidth density = 3.3 GB/s per mm2, DERIVED: cut after four decimals
            hbm=standalone | hbm_bandwidth_gbps =  GB/s, MISSING
            hbm=standalone | hbm_area_mm2 =  mm2, MISSING
            rates=fp8:10, dram_bandwidth_gbps=3 | dram_bandwidth_gbps = 3 GB/s, GIVEN
            rates=fp8:10, app_wt=3 | app_wt = 3 WT, GIVEN
            rates=fp8:10, transistors_bn=80 | transistors_bn = 80 thousand million, GIVEN
            rates=fp8:10, base_eccn=5A991 | base_eccn = 5A991, GIVEN
            rates=fp8:10, vendor_eccn=5A991 | vendor_eccn = 5A991, GIVEN
            rates=fp8:10, base_eccn=3F090 | base_eccn = , MISSING
            rates=8b:600 | encryption = none, ASSUMED: nothing is stated
            rates=8b:600, encryption=none | encryption = none, GIVEN
            rates=8b:600, encryption=massMarket | encryption = mass market, GIVEN
            rates=8b:600, encryption=5A002 | encryption = 5A002, GIVEN: read as 5A002.a
            rates=8b:600, encryption=unknown | encryption = unknown, MISSING
            rates=8b:1, dies=5:nonplanar | TPP = 8 TPP, DERIVED: of 8b
            rates=8b:1, dies=5:nonplanar | applicable die area = 5 mm2, DERIVED
            rates=8b:1, dies=5:planar | applicable die area = 0 mm2, DERIVED: no non-planar logic die
            rates=8b:1, dies=5:nonplanar | performance density = 1.6 TPP/mm2, DERIVED: cut after four decimals
            rates=fp9:1 | rates = , MISSING: cannot be judged: 'fp9' is no format
            """)
    void aFactHasItsUnitAndItsOrigin(String cells, String fact) {
        Classification answer = Made.classify(cells, DAY);
        // The reason of a fault is longer than its beginning.
        boolean said = facts(answer).stream()
                .anyMatch(line -> line.equals(fact)
                        || (fact.contains("cannot be judged")
                                && line.startsWith(fact.substring(0, fact.indexOf("judged")))));
        assertTrue(said, () -> fact + " in " + facts(answer));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=fp8:10, hbm=none | memory bandwidth density
            rates=fp8:10 | hbm
            rates=fp8:10 | contains
            rates=fp8:10 | app_wt
            rates=fp8:10 | base_eccn
            rates=fp8:10 | encryption
            rates=fp8:10 | io_bandwidth_gbps
            rates=fp8:10 | date
            rates=fp8:10 | applicable die area
            rates=fp8:10 | catalogue row
            rates=sparse-fp8:10 | TPP
            form=system, contains=NVIDIA V100 | rates
            form=system, contains=NVIDIA V100 | dies
            """)
    void whatIsNeitherStatedNorAskedForIsNoFact(String cells, String name) {
        Classification answer = Made.classify(cells, DAY);
        assertTrue(
                answer.evidence().facts().stream().noneMatch(fact -> fact.name().equals(name)),
                () -> facts(answer).toString());
    }

    /** T1: of the days before 2022-10-07 nothing was read. */
    @Test
    void aDayThatWasNotReadIsMissing() {
        assertTrue(facts(Made.classify("rates=fp8:10", LocalDate.of(2022, 10, 6)))
                .contains("date = 2022-10-06, MISSING: these rules do not reach back to that day"));
    }

    @Test
    void aRowOfTheCatalogueSaysItsSourceAndHowFarItIsTrusted() {
        for (ChipCatalogue.Entry entry : ChipCatalogue.bundled().entries()) {
            String seen = switch (entry.confidence()) {
                case TWO_SOURCES -> "seen in two sources";
                case ONE_SOURCE -> "seen in one source";
                case UNVERIFIED -> "not verified";
            };
            String flag = entry.flag().isEmpty() ? "" : ". " + entry.flag();
            String row =
                    "catalogue row = " + entry.names().get(0) + ", CATALOGUE: " + entry.source() + "; " + seen + flag;
            assertTrue(facts(Made.classify(entry.chip(), DAY)).contains(row), row);
        }
    }

    @Test
    void aRowIsToldOnceForTheChipItself() {
        assertEquals(1, rows("chip=NVIDIA V100", ""));
        assertEquals(1, rows("form=system, contains=NVIDIA V100", "NVIDIA V100: "));
        assertEquals(0, rows("form=system, contains=NVIDIA V100", ""));
    }

    private static long rows(String cells, String prefix) {
        return facts(Made.classify(cells, DAY)).stream()
                .filter(fact -> fact.startsWith(prefix + "catalogue row = NVIDIA V100, CATALOGUE: "))
                .count();
    }

    /** Before the first day that was read no circuit was judged; its facts are told all the same. */
    @Test
    void theFactsOfACircuitAreToldOnADayThatWasNotRead() {
        LocalDate before = LocalDate.of(2022, 10, 6);
        assertTrue(facts(Made.classify("rates=fp8:10", before)).contains("rate fp8 = 10 TOPS, GIVEN: 8 bits"));
        List<String> system = facts(Made.classify("form=system, contains=NVIDIA V100", before));
        assertTrue(system.stream().noneMatch(fact -> fact.startsWith("rates = ")), system::toString);
        List<String> empty = facts(Made.classify("form=system", before));
        assertTrue(empty.stream().anyMatch(fact -> fact.startsWith("rates = ")), empty::toString);
    }

    @Test
    void thePartsOfAPackageAreToldOneByOne() {
        Chip part = Chip.builder("part")
                .rate("fp8", 10 * Decimal.ONE)
                .die(5 * Decimal.ONE, Chip.ProcessType.NONPLANAR, Chip.Role.LOGIC)
                .build();
        Chip whole = Chip.builder("package")
                .contains(part)
                .contains(Made.chip("chip=NVIDIA V100"))
                .die(7 * Decimal.ONE, Chip.ProcessType.PLANAR, Chip.Role.IO)
                .build();
        List<String> facts = facts(Made.classify(whole, DAY));
        assertTrue(facts.contains("part: rate fp8 = 10 TOPS, GIVEN: 8 bits"), facts::toString);
        assertTrue(facts.contains("part: die = 5 mm2, GIVEN: nonplanar, logic"), facts::toString);
        assertTrue(facts.contains("die = 7 mm2, GIVEN: planar, io"), facts::toString);
        assertTrue(facts.stream().anyMatch(fact -> fact.startsWith("x: catalogue row = NVIDIA V100")), facts::toString);
        Chip withoutOwnDies =
                Chip.builder("package").contains(part).contains(part).build();
        List<String> others = facts(Made.classify(withoutOwnDies, DAY));
        assertTrue(others.stream().noneMatch(fact -> fact.startsWith("die")), others::toString);
        assertTrue(others.contains("TPP = 160 TPP, DERIVED: of sum"), others::toString);
    }

    @Test
    void aSystemNamesTwelvePartsAndCountsTheRest() {
        assertEquals("p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11", contained(12));
        assertEquals("p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 and 1 more", contained(13));
    }

    private static String contained(int parts) {
        Chip.Builder rack = Chip.builder("rack").form(Chip.Form.SYSTEM);
        for (int i = 0; i < parts; i++) {
            rack.contains(Chip.builder("p" + i).rate("fp8", Decimal.ONE).build());
        }
        return Made.classify(rack.build(), DAY).evidence().facts().stream()
                .filter(fact -> fact.name().equals("contains"))
                .map(Fact::value)
                .collect(Collectors.joining());
    }

    @Test
    void aHalvedRateSaysSo() {
        Chip halved = ChipColumns.chip(Made.row("rates=sparse-fp8:10 fp16:3"), true);
        List<String> facts = facts(Made.classify(halved, DAY));
        assertTrue(
                facts.contains("rate fp8 = 5 TOPS, GIVEN: 8 bits; sparse figures were halved, assuming 2:4 sparsity"),
                facts::toString);
    }

    /** The market of the whole is told where the circuit's own is not stated. */
    @Test
    void theMarketOfTheWholeIsToldForItsCircuit() {
        Chip circuit = Chip.builder("circuit").rate("fp8", Decimal.ONE).build();
        Chip board = Chip.builder("board")
                .form(Chip.Form.BOARD)
                .datacenter(Chip.Answer.NO)
                .contains(circuit)
                .build();
        Fact fact = Made.classify(board, DAY).evidence().facts().stream()
                .filter(one -> one.name().equals("circuit: designed or marketed for datacenters"))
                .findFirst()
                .orElseThrow();
        assertEquals("no", fact.value());
        assertEquals(Origin.GIVEN, fact.origin());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=fp8:10 | fp8: 10 TOPS x 8 bits = 80 TPP; TOPS without bit length = 10, the highest dense rate; applicable die area is not known: not every die is stated
            rates=fp8:0, dies=1:planar | fp8: 0 TOPS x 8 bits = 0 TPP; TOPS without bit length = 0, the highest dense rate; 1 die counts for nothing: memory, planar, or passive; performance density is not defined: no die is known to be a non-planar logic die
            rates=fp8:0, dies=2:nonplanar | fp8: 0 TOPS x 8 bits = 0 TPP; TOPS without bit length = 0, the highest dense rate; applicable die area = 2 mm2; performance density = 0 / 2 = 0 TPP/mm2
            rates=fp8:10 fp16:6, dies=4:nonplanar | fp8: 10 TOPS x 8 bits = 80 TPP; fp16: 6 TOPS x 16 bits = 96 TPP; TPP = 96, the highest of the formats; they are not added; TOPS without bit length = 10, the highest dense rate; applicable die area = 4 mm2; performance density = 96 / 4 = 24 TPP/mm2
            rates=tf32:10, dies=4:nonplanar 6:nonplanar | tf32: 10 TOPS x 32 bits = 320 TPP (19 bits in use would give 190); TOPS without bit length = 10, the highest dense rate; applicable die area = 4 + 6 = 10 mm2; performance density = 320 / 10 = 32 TPP/mm2
            rates=sparse-fp8:10, dies=4:nonplanar | fp8: 10 TOPS x 8 bits = 80 TPP at most: a sparse figure is only an upper limit and is not used; TPP is not known: no dense rate is stated; applicable die area = 4 mm2
            rates=analog:10 fp8:1, dies=4:nonplanar 3:nonplanar:io 2:unknown 1:planar 1:nonplanar:memory | analog: 10 TOPS, analog: no bit length in this text, not counted; fp8: 1 TOPS x 8 bits = 8 TPP; TPP = 8, the highest of the formats; they are not added; TOPS without bit length = 10, the highest dense rate; non-planar logic dies: 4 mm2; non-planar I/O dies and interposers, doubtful: 3 mm2; dies of unknown process: 2 mm2; applicable die area = 4 mm2, the open reading with the highest density; 2 dies count for nothing: memory, planar, or passive; performance density = 8 / 4 = 2 TPP/mm2
            rates=fp8:1, dies=4:nonplanar 3:nonplanar:interposer 1:unknown:interposer | fp8: 1 TOPS x 8 bits = 8 TPP; TOPS without bit length = 1, the highest dense rate; non-planar logic dies: 4 mm2; non-planar I/O dies and interposers, doubtful: 3 mm2; applicable die area = 7 mm2, all dies known to be non-planar; 1 die counts for nothing: memory, planar, or passive; performance density = 8 / 7 = 1.1428 TPP/mm2 (cut after four decimals; compared exactly)
            rates=8b:600, dies=1000:nonplanar, datacenter=yes | 8b: 600 TOPS x 8 bits = 4800 TPP; applicable die area = 1000 mm2; performance density = 4800 / 1000 = 4.8 TPP/mm2
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | TPP is not known: no dense rate is stated; applicable die area is not known: not every die is stated; memory bandwidth density = 363 / 110 = 3.3 GB/s per mm2
            hbm=standalone, hbm_bandwidth_gbps=0, hbm_area_mm2=110 | TPP is not known: no dense rate is stated; applicable die area is not known: not every die is stated; memory bandwidth density = 0 / 110 = 0 GB/s per mm2
            hbm=standalone, hbm_bandwidth_gbps=1, hbm_area_mm2=0 | TPP is not known: no dense rate is stated; applicable die area is not known: not every die is stated
            """)
    void theStepsAreEquations(String cells, String steps) {
        assertEquals(
                steps, String.join("; ", Made.classify(cells, DAY).evidence().arithmetic()));
    }

    /** F6.1: the text of 2022 adds analog units with 8 bits to the digital ones and asks for no area. */
    @Test
    void theStepsOf2022CountAnalogUnitsAndNoArea() {
        assertEquals(
                List.of(
                        "analog: 10 TOPS x 8 = 80 TPP, analog, added",
                        "fp8: 1 TOPS x 8 bits = 8 TPP",
                        "TPP = 88, the highest of the formats; they are not added",
                        "TOPS without bit length = 10, the highest dense rate"),
                Made.classify("rates=analog:10 fp8:1, dies=4:nonplanar", LocalDate.of(2023, 1, 1))
                        .evidence()
                        .arithmetic());
    }

    @Test
    void theStepsOfAPackageSumItsParts() {
        Chip package2 = Chip.builder("package")
                .contains(Made.chip("rates=fp8:10 fp16:6 sparse-fp8:100"))
                .contains(Made.chip("rates=int8:3"))
                .contains(Made.chip("rates=sparse-fp8:3"))
                .build();
        assertEquals(
                List.of(
                        "part 1, fp8: 10 TOPS x 8 bits = 80 TPP",
                        "part 1, fp16: 6 TOPS x 16 bits = 96 TPP",
                        "part 1, fp8: 100 TOPS x 8 bits = 800 TPP at most: a sparse figure is only an upper limit and is not used",
                        "part 2, int8: 3 TOPS x 8 bits = 24 TPP",
                        "part 3, fp8: 3 TOPS x 8 bits = 24 TPP at most: a sparse figure is only an upper limit and is not used",
                        "TPP = 96 + 24 + 0 = 120, of each part the highest format, summed over the package",
                        "TOPS without bit length = 13, the highest dense rates of the parts, summed",
                        "applicable die area is not known: not every die is stated"),
                Made.classify(package2, DAY).evidence().arithmetic());
    }

    /** F6.1: within a part, analog units count beside digital ones. */
    @Test
    void theStepsOfAPackageUnderTheTextOf2022AddTheAnalogUnitsOfEachPart() {
        Chip whole = Chip.builder("package")
                .contains(Made.chip("rates=analog:10 fp8:1"))
                .contains(Made.chip("rates=fp16:5"))
                .build();
        assertTrue(Made.classify(whole, LocalDate.of(2023, 1, 1))
                .evidence()
                .arithmetic()
                .contains("TPP = 88 + 80 = 168, of each part the highest format, summed over the package"));
    }

    @Test
    void whatWasNeverJudgedHasNoSteps() {
        assertEquals(
                List.of(),
                Made.classify("rates=fp8:10", LocalDate.of(2022, 10, 6))
                        .evidence()
                        .arithmetic());
    }

    /** The next change is that of the number, of what is missing, or of what must be looked at. */
    @Test
    void theNextChangeSaysWhatTheAnswerIsFromThenOn() {
        Evidence.Change next = Made.classify("rates=8b:600, io_bandwidth_gbps=599", LocalDate.of(2023, 1, 1))
                .evidence()
                .next();
        assertEquals(
                new Evidence.Change(
                        LocalDate.of(2023, 11, 17), "3A090.a", Classification.Verdict.CLASSIFIED, List.of("3A090.a.1")),
                next);
        assertEquals(
                io.highfence.law.RuleBook.bundled().verifiedThrough(),
                Made.classify("rates=8b:600", DAY).evidence().verifiedThrough());
    }
}
