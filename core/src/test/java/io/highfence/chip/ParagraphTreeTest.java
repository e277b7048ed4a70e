package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.highfence.base.Decimal;
import io.highfence.chip.Evidence.Outcome;
import io.highfence.chip.Evidence.Paragraph;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What became of each paragraph and why: the limits are those of the law sheet (F1.1 to F1.5, F1.13, F1.49, F2.22 to F2.26,
 * F6.1), the margins are worked out by hand.
 */
class ParagraphTreeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate IN_2022 = LocalDate.of(2023, 1, 1);

    @BeforeAll
    static void law() {
        Made.law();
    }

    private static @org.jspecify.annotations.Nullable Paragraph find(List<Paragraph> paragraphs, String name) {
        for (Paragraph paragraph : paragraphs) {
            Paragraph found = paragraph.name().equals(name) ? paragraph : find(paragraph.below(), name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static void check(Classification answer, String name, Outcome outcome, String why) {
        Paragraph found = find(answer.evidence().paragraphs(), name);
        assertNotNull(found, name);
        assertEquals(outcome, found.outcome(), name + ": " + found.why());
        assertEquals(why, found.why(), name);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the limits of .a and .b on either side
            rates=8b:600, dies=1000:nonplanar, datacenter=yes | 3A090.a.1 | MET | the numbers meet it
            rates=8b:600, dies=1000:nonplanar, datacenter=yes | 3A090.a.2 | NOT_MET | performance density 4.8 is 1.12 (18.9189 %) below 5.92
            rates=8b:750, dies=1000:nonplanar, datacenter=yes | 3A090.b.1 | NOT_MET | TPP 6000 is 1200 (25 %) above 4800
            rates=1b:2960, dies=500:nonplanar, datacenter=yes | 3A090.a.2 | MET | the numbers meet it
            rates=1b:2960, dies=500.000001:nonplanar, datacenter=yes | 3A090.a.2 | NOT_MET | performance density 5.9199 is less than 0.0001 (0 %) below 5.92
            rates=1b:2399.999999, dies=1000:nonplanar, datacenter=yes | 3A090.b.1 | NOT_MET | TPP 2399.999999 is 0.000001 (0 %) below 2400
            # what is not known of the rates
            datacenter=yes, dies=400:nonplanar | 3A090.a.1 | OPEN | no dense rate is known, so TPP is not
            rates=fp8:100 sparse-fp8:500, dies=400:nonplanar, datacenter=yes | 3A090.a.2 | OPEN | the rates that are known do not meet it, those that are missing could
            rates=fp8:100 sparse-fp8:500, dies=400:nonplanar, datacenter=yes | 3A090.b.1 | OPEN | the rates that are known do not meet it, those that are missing could
            rates=fp8:100 sparse-fp8:500, dies=400:nonplanar, datacenter=yes | 3A090.a.1 | NOT_MET | TPP 800 is 4000 (83.3333 %) below 4800
            rates=fp8:100 sparse-fp8:500, dies=400:nonplanar, datacenter=no | 3A090.a.2 | NOT_MET | TPP 800 is 800 (50 %) below 1600
            rates=fp8:650 sparse-fp8:900, datacenter=yes | 3A090.b.1 | NOT_MET | TPP 5200 is 400 (8.3333 %) above 4800
            hbm=standalone, hbm_bandwidth_gbps=1, hbm_area_mm2=1 | 3A090.a.1 | NOT_MET | no rate is stated that could meet it
            form=system | 3A090.a.1 | OPEN | what it contains is missing
            # what is not known of the dies
            rates=int8:250, datacenter=yes | 3A090.a.2 | OPEN | the dies are missing, so the density is not known
            rates=int8:1000, datacenter=yes | 3A090.a.2 | NOT_ASKED | no die area could change the answer
            rates=int8:250, dies=400:planar, datacenter=yes | 3A090.a.2 | NOT_MET | no die is known to be a non-planar logic die, so performance density is not defined
            rates=int8:300, dies=400:nonplanar 100:nonplanar:io, datacenter=yes | 3A090.a.2 | MET | the numbers meet it, on the open reading of the dies with the highest density
            rates=int8:300, dies=400:nonplanar 100:unknown, datacenter=yes | 3A090.a.2 | MET | the numbers meet it, on the open reading of the dies with the highest density
            rates=int8:300, dies=400:nonplanar 100:nonplanar:io, datacenter=yes | 3A090.b.1 | NOT_MET | performance density 6 is 0.08 (1.3513 %) above 5.92, on the open reading of the dies with the highest density
            # the entry itself
            rates=8b:600, dies=1000:nonplanar, datacenter=yes | 3A090 | MET | 3A090.a.1
            rates=8b:750, dies=1000:nonplanar, datacenter=yes | 3A090 | MET | 3A090.a.1, 3A090.a.2
            rates=int8:250, datacenter=yes | 3A090 | OPEN | missing and could decide: dies
            rates=fp8:0, dies=400:nonplanar, hbm=copackaged | 3A090 | OPEN | what is not stated could decide
            rates=fp8:10, dies=400:nonplanar | 3A090 | NOT_MET | no paragraph is met
            rates=fp8:400, dies=400:nonplanar, datacenter=no | 3A090 | TAKEN_OUT | by Note 2
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | 3A090 | MET | 3A090.c
            # Note 2
            rates=fp8:400, dies=400:nonplanar, datacenter=no | 3A090.a.2 | TAKEN_OUT | the numbers meet it, and Note 2 takes the item out
            rates=fp8:400, dies=400:nonplanar, datacenter=no | Note 2 | MET | it takes the item out of .a and .b
            rates=fp8:400, dies=400:nonplanar, datacenter=yes | Note 2 | NOT_MET | the item is designed or marketed for datacenters
            rates=fp8:400, dies=400:nonplanar | Note 2 | OPEN | whether it is designed or marketed for datacenters is not known, and decides; treated as yes
            rates=fp8:600, dies=400:nonplanar, datacenter=no | Note 2 | NOT_MET | TPP 4800 is the limit itself, which < 4800 leaves out
            rates=fp8:10, dies=400:nonplanar, datacenter=no | Note 2 | NOT_ASKED | the numbers meet no paragraph of .a or .b
            rates=int8:250, datacenter=yes | Note 2 | NOT_ASKED | whether a paragraph is met is open
            rates=int8:250, datacenter=no | Note 2 | MET | it takes the item out of .a and .b
            rates=int8:250 | Note 2 | OPEN | whether it is designed or marketed for datacenters is not known, and decides; treated as yes
            # memory
            rates=fp8:10, hbm=none | 3A090.c | NOT_ASKED | there is no high-bandwidth memory
            rates=fp8:10 | 3A090.c | NOT_ASKED | no high-bandwidth memory is stated
            form=system, contains=NVIDIA A100, hbm=standalone | 3A090.c | NOT_ASKED | the item is an assembly, not memory
            rates=fp8:10, hbm=copackaged | 3A090.c | NOT_ASKED | the memory shares its package with processing, which is tested under .a and .b
            hbm=standalone, hbm_area_mm2=110 | 3A090.c | OPEN | bandwidth or area of the memory is not stated
            hbm=standalone, hbm_bandwidth_gbps=220, hbm_area_mm2=110 | 3A090.c | NOT_MET | memory bandwidth density 2 is the limit itself, which > 2 leaves out
            hbm=standalone, hbm_bandwidth_gbps=220.01, hbm_area_mm2=110 | 3A090.c | MET | the limit is passed
            hbm=standalone, hbm_bandwidth_gbps=362.99, hbm_area_mm2=110 | License Exception HBM | MET | the density leaves the exception possible; its other conditions are not asked here
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | License Exception HBM | NOT_MET | memory bandwidth density 3.3 is the limit itself, which < 3.3 leaves out
            # 4A090
            rates=8b:600 | 4A090 | NOT_ASKED | the item is an integrated circuit, no computer or assembly
            form=system, contains=NVIDIA A100 | 4A090 | MET | it contains an integrated circuit that meets 3A090: NVIDIA A100
            form=module, rates=8b:600, dies=1000:nonplanar | 4A090 | MET | it contains an integrated circuit that meets 3A090
            form=system | 4A090 | OPEN | missing and could decide: contains
            form=board, contains=NVIDIA RTX 4090 D | 4A090 | TAKEN_OUT | an integrated circuit that Note 2 excludes is disregarded here too (Note 4)
            form=system, contains=NVIDIA V100 | 4A090 | NOT_MET | it contains no integrated circuit that meets 3A090
            # the .z paragraphs
            rates=fp8:10 | .z paragraphs | NOT_ASKED | the limits of 3A090 and 4A090 are not met
            rates=8b:600, encryption=none | .z paragraphs | NOT_MET | the item is stated to be in no other entry that has such a paragraph
            rates=8b:600, encryption=unknown | .z paragraphs | OPEN | missing and could decide: encryption
            rates=8b:600, base_eccn=3A001.b.2 | 3A001.z.1.a | MET | the item is already in 3A001.b.2 and meets the limits of 3A090 or 4A090
            # the lower entries
            rates=fp8:8 | 3A991.p.1 | MET | the limit is passed
            rates=fp8:8 | 3A991.p.2 | NOT_ASKED | io_bandwidth_gbps is not stated, and could not change the answer
            rates=fp8:8 | 3A991.p | MET | one of its paragraphs is enough
            rates=fp8:7.999999, io_bandwidth_gbps=149.999999 | 3A991.p.1 | NOT_MET | TOPS 7.999999 is 0.000001 (0 %) below 8
            rates=fp8:1, io_bandwidth_gbps=10 | 3A991.p.1 | NOT_MET | TOPS 1 is 7 (87.5 %) below 8
            rates=fp8:1, io_bandwidth_gbps=10 | 3A991.p.2 | NOT_MET | transfer rate in GB/s 10 is 140 (93.3333 %) below 150
            rates=fp8:1, io_bandwidth_gbps=10 | 3A991.p | NOT_MET | no paragraph is met
            rates=fp8:1, io_bandwidth_gbps=150 | 3A991.p.2 | MET | the limit is passed
            rates=fp8:1 | 3A991.p.2 | OPEN | missing: io_bandwidth_gbps
            rates=fp8:1 | 3A991.p | OPEN | missing and could decide: io_bandwidth_gbps
            rates=int8:250, datacenter=yes | 3A991.p | NOT_ASKED | whether 3A090 is met is open
            rates=8b:600 | 3A991.p.1 | NOT_ASKED | 3A090 is met, so the item is specified elsewhere
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | 3A991.p | NOT_ASKED | 3A090 is met, so the item is specified elsewhere
            rates=fp8:10, base_eccn=3A001.a.7 | 3A991.p | NOT_ASKED | the item is in 3A001.a.7, so it is specified elsewhere
            form=system, contains=NVIDIA V100 | 4A994.l | MET | one of its paragraphs is enough
            # computers
            form=system, contains=NVIDIA V100 | 4A003.b | NOT_ASKED | app_wt is not stated
            form=system, contains=NVIDIA V100, app_wt=70 | 4A003.b | NOT_MET | adjusted peak performance in WT 70 is the limit itself, which > 70 leaves out
            form=system, contains=NVIDIA V100, app_wt=70.000001 | 4A003.b | MET | the limit is passed
            form=system, contains=NVIDIA V100, app_wt=71 | 4A994.b | NOT_ASKED | the item is in 4A003.b first
            form=system, contains=NVIDIA V100, base_eccn=4A003.b | 4A003.b | MET | the item is stated to be in this entry
            form=system, contains=NVIDIA V100, base_eccn=4A003.b, app_wt=1 | 4A003.b | MET | the item is stated to be in this entry
            form=system, contains=NVIDIA V100, app_wt=0.0128 | 4A994.b | MET | the limit is passed
            form=system, contains=NVIDIA V100, app_wt=0.0127 | 4A994.b | NOT_MET | adjusted peak performance in WT 0.0127 is 0.0001 (0.7812 %) below 0.0128
            form=system, app_wt=71 | 4A003.b | NOT_ASKED | whether 3A090 is met is open
            form=system, contains=NVIDIA A100, app_wt=0 | 4A003.b | NOT_MET | adjusted peak performance in WT 0 is 70 (100 %) below 70
            """)
    void aParagraphSaysWhatBecameOfItAndWhy(String cells, String paragraph, Outcome outcome, String why) {
        check(Made.classify(cells, DAY), paragraph, outcome, why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=8b:600, io_bandwidth_gbps=600 | MET | both limits are passed
            rates=8b:600, io_bandwidth_gbps=599 | NOT_MET | transfer rate in GB/s 599 is 1 (0.1666 %) below 600
            rates=8b:599, io_bandwidth_gbps=600 | NOT_MET | bits x TOPS 4792 is 8 (0.1666 %) below 4800
            rates=8b:599, io_bandwidth_gbps=599 | NOT_MET | transfer rate in GB/s 599 is 1 (0.1666 %) below 600; bits x TOPS 4792 is 8 (0.1666 %) below 4800
            rates=8b:600 | OPEN | missing and could decide: io_bandwidth_gbps
            io_bandwidth_gbps=600 | OPEN | missing and could decide: rates
            """)
    void theEntryOf2022AsksForTwoLimitsTogether(String cells, Outcome outcome, String why) {
        Classification answer = Made.classify(cells, IN_2022);
        check(answer, "3A090 as of 2022", outcome, why);
        assertNull(find(answer.evidence().paragraphs(), ".z paragraphs"));
        assertNull(find(answer.evidence().paragraphs(), "Note 2"));
        assertNull(find(answer.evidence().paragraphs(), "3A090.a.1"));
    }

    @ParameterizedTest
    @CsvSource({
        "3A090.a.1, F1.1",
        "3A090.b.2, F1.4",
        "Note 2, F1.13",
        "3A090.c, F1.5",
        "4A090, F2.1",
        ".z paragraphs, A20",
        "3A991.p.1, F2.22",
    })
    void aParagraphNamesTheRuleThatWasApplied(String paragraph, String id) {
        Paragraph found = find(Made.classify("rates=fp8:10", DAY).evidence().paragraphs(), paragraph);
        assertNotNull(found);
        assertNotNull(found.rule());
        assertEquals(id, found.rule().id());
    }

    @Test
    void aZParagraphNamesItsOwnRule() {
        Classification answer = Made.classify("rates=8b:600, base_eccn=3A001.b.2", DAY);
        Paragraph found = find(answer.evidence().paragraphs(), "3A001.z.1.a");
        assertNotNull(found);
        assertEquals(answer.zRule, found.rule());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rates=int8:250, datacenter=yes | 3A090.a.1 | TPP >= 4800 | TPP 2000
            rates=int8:250, datacenter=yes | 3A090.a.2 | TPP >= 1600, performance density >= 5.92 | TPP 2000, performance density not known
            rates=int8:250, dies=0:nonplanar | 3A090.a.2 | TPP >= 1600, performance density >= 5.92 | TPP 2000, performance density not known
            rates=int8:250, dies=800:nonplanar | 3A090.b.1 | TPP >= 2400 and < 4800, performance density >= 1.6 and < 5.92 | TPP 2000, performance density 2.5
            rates=int8:250, datacenter=yes | Note 2 | not designed or marketed for datacenters, TPP < 4800 | datacenter yes, TPP 2000
            rates=fp8:0 | 3A090.a.1 | TPP >= 4800 | TPP 0
            hbm=none | 3A090.c | memory bandwidth density > 2 | ''
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | 3A090.c | memory bandwidth density > 2 | memory bandwidth density 3.3
            hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110 | License Exception HBM | memory bandwidth density < 3.3 | memory bandwidth density 3.3
            hbm=standalone, hbm_bandwidth_gbps=1, hbm_area_mm2=0 | 3A090.c | memory bandwidth density > 2 | memory bandwidth density not known
            rates=fp8:1.123456 | 3A991.p.1 | TOPS >= 8 | TOPS 1.123456
            form=system, app_wt=1 | 4A003.b | adjusted peak performance in WT > 70 | adjusted peak performance in WT 1
            """)
    void aParagraphSaysWhatItAsksAndWhatWasPutToIt(String cells, String paragraph, String condition, String values) {
        Paragraph found = find(Made.classify(cells, DAY).evidence().paragraphs(), paragraph);
        assertNotNull(found);
        assertEquals(condition, found.condition());
        assertEquals(values, found.values());
    }

    @Test
    void theEntriesStandInTheOrderInWhichTheyAreAsked() {
        assertEquals(List.of("3A090", "4A090", ".z paragraphs", "3A991.p"), entries("rates=fp8:10", DAY));
        assertEquals(
                List.of("3A090", "4A090", ".z paragraphs", "4A994.l", "4A003.b", "4A994.b"),
                entries("form=system, contains=NVIDIA V100", DAY));
        assertEquals(List.of("3A090", "4A090", "3A991.p"), entries("rates=fp8:10", IN_2022));
    }

    private static List<String> entries(String cells, LocalDate day) {
        return Made.classify(cells, day).evidence().paragraphs().stream()
                .map(Paragraph::name)
                .toList();
    }

    /** T7: 3A090.c begins on 2024-12-02. */
    @Test
    void memoryIsNoParagraphBeforeItsFirstDay() {
        String stack = "hbm=standalone, hbm_bandwidth_gbps=363, hbm_area_mm2=110";
        assertNull(
                find(Made.classify(stack, LocalDate.of(2024, 12, 1)).evidence().paragraphs(), "3A090.c"));
        assertNotNull(
                find(Made.classify(stack, LocalDate.of(2024, 12, 2)).evidence().paragraphs(), "3A090.c"));
    }

    /** T1: nothing was read of the days before 2022-10-07, and the stages until 2022-10-20 were not told apart. */
    @Test
    void daysThatWereNotReadHaveOneEntryThatSaysSo() {
        Classification before = Made.classify("rates=8b:600", LocalDate.of(2022, 10, 6));
        assertEquals(1, before.evidence().paragraphs().size());
        check(before, "3A090", Outcome.NOT_ASKED, "these rules begin later");
        Classification staged = Made.classify("rates=8b:600", LocalDate.of(2022, 10, 7));
        assertEquals(1, staged.evidence().paragraphs().size());
        check(staged, "3A090", Outcome.OPEN, Remark.STAGED.sentence());
    }

    /** The circuit of the highest performance answers, and a lesser one may be the one with more operations. */
    @Test
    void anotherCircuitThanTheOneThatAnswersMayMeetTheLowerEntry() {
        Chip wide = Chip.builder("wide")
                .rate("64b", 7 * Decimal.ONE)
                .number(Column.IO_BANDWIDTH_GBPS, 0)
                .build();
        Chip narrow = Chip.builder("narrow").rate("8b", 8 * Decimal.ONE).build();
        Chip board = Chip.builder("board")
                .form(Chip.Form.BOARD)
                .contains(wide)
                .contains(narrow)
                .build();
        Classification answer = Made.classify(board, DAY);
        check(answer, "4A994.l", Outcome.MET, "another circuit of it meets 3A991.p");
        check(answer, "3A991.p.1", Outcome.NOT_MET, "TOPS 7 is 1 (12.5 %) below 8");
    }
}
