package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipCatalogue;
import io.highfence.chip.ChipFacts;
import io.highfence.list.PartyType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Circuits of Macau and D:5 under General Prohibition 10 (FLAG-39, F3.31): held in every kind of transaction. */
class GeneralProhibition10Test {
    private static final String PRESUMPTION = "GP10_PRESUMPTION";

    private static Item chip(String columns) {
        return ItemChecksTest.chip("1", null, 1L, columns);
    }

    private static Party maker(Party.Role role, @Nullable String hq, @Nullable String parent) {
        return new Party(
                role,
                "Wholly Unrelated Zyxwvut",
                PartyType.UNKNOWN,
                null,
                null,
                List.of(),
                null,
                hq == null ? null : Country.of(hq),
                parent == null ? null : Country.of(parent),
                List.of());
    }

    private static Order.Builder order(Order.Kind kind) {
        return ItemChecksTest.to(kind == Order.Kind.DOMESTIC ? "US" : "DE").kind(kind);
    }

    @ParameterizedTest
    @EnumSource(Order.Kind.class)
    void anAscendByNameIsHeldInEveryKindOfTransaction(Order.Kind kind) {
        Decision decision =
                Orders.decide(order(kind).item(chip("chip=Huawei Ascend 910C")).build());
        Reason reason = ItemChecksTest.reason(decision, PRESUMPTION);
        assertEquals(Verdict.HOLD, reason.verdict());
        assertEquals(HoldKind.LICENSE, reason.holdKind());
        assertEquals(Reason.Basis.GUIDANCE, reason.basis());
        assertEquals(Reason.Subject.line(0), reason.subject());
        assertTrue(String.valueOf(reason.citation()).contains("736.2(b)(10)"));
        assertEquals(HoldKind.LICENSE, decision.holdKind());
        assertEquals(
                1,
                decision.reasons().stream()
                        .filter(one -> one.rule().startsWith("GP10"))
                        .count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chip=Ascend 910B",
                "chip=HUAWEI ASCEND-910D; name=accelerator",
                "name=\u6607\u817e 910C",
                "name=\u6607\u9a30910B board",
                "form=board; contains=Ascend 910D",
            })
    void anAscendThatTheCatalogueDoesNotKnowIsHeldByItsName(String columns) {
        Decision decision =
                Orders.decide(order(Order.Kind.EXPORT).item(chip(columns)).build());
        assertEquals(
                HoldKind.LICENSE, ItemChecksTest.reason(decision, PRESUMPTION).holdKind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=Ascend 910", "chip=Ascend 310P", "name=910B"})
    void anotherNameIsNotHeld(String columns) {
        Decision decision =
                Orders.decide(order(Order.Kind.EXPORT).item(chip(columns)).build());
        assertFalse(Orders.has(decision, PRESUMPTION));
    }

    @ParameterizedTest
    @EnumSource(Order.Kind.class)
    void aCircuitOf3A090ByACompanyOfD5IsHeldInEveryKindOfTransaction(Order.Kind kind) {
        String numbers = "rates=fp16:400; dies=600:nonplanar; datacenter=yes; io_bandwidth_gbps=1";
        for (Party.Role role : List.of(Party.Role.MANUFACTURER, Party.Role.DESIGNER, Party.Role.FOUNDRY)) {
            Order.Builder order = order(kind).item(chip(numbers)).party(maker(role, "US", "CN"));
            assertTrue(Orders.has(Orders.decide(order.build()), PRESUMPTION), role::word);
        }
        Order american = order(kind)
                .item(chip(numbers))
                .party(maker(Party.Role.MANUFACTURER, "US", "US"))
                .build();
        assertFalse(Orders.has(Orders.decide(american), PRESUMPTION));
    }

    /** F3.31, PRC 3A090 circuits generally: the catalogue knows who designed its chips, and a server is made of its parts. */
    @ParameterizedTest
    @CsvSource({
        "chip=Biren BR100, true",
        "chip=Huawei Ascend 910, true",
        "chip=Alibaba Hanguang 800, true",
        "form=system; contains=Biren BR100; datacenter=yes, true",
        "form=board; contains=NVIDIA H100 SXM | Hanguang 800; datacenter=yes, true",
        "chip=Huawei Ascend 310; datacenter=yes, false",
        "chip=NVIDIA H100 SXM, false",
        "chip=Graphcore GC200, false",
        "form=system; contains=NVIDIA H100 SXM; datacenter=yes, false",
    })
    void aChineseMakerOfTheCatalogueNeedsNobodyToNameIt(String columns, boolean held) {
        for (Order.Kind kind : Order.Kind.values()) {
            Decision decision = Orders.decide(order(kind).item(chip(columns)).build());
            assertEquals(held, Orders.has(decision, PRESUMPTION), () -> kind + " " + decision.reasons());
            assertFalse(Orders.has(decision, "GP10_MAKER"));
            if (held) {
                assertTrue(ItemChecksTest.reason(decision, PRESUMPTION).text().contains("headquartered in CN."));
            }
        }
    }

    /** 299.9 x 16 on 10,000 is below every limit and 300 x 16 is not: what the order states beside the name counts. */
    @ParameterizedTest
    @CsvSource({"bf16:299.9, false", "bf16:300, true"})
    void theFiguresStatedBesideTheNameCount(String rates, boolean held) {
        Order.Builder order =
                order(Order.Kind.SERVICE).item(chip("chip=Biren BR100; dies=10000:nonplanar; rates=" + rates));
        assertEquals(held, Orders.has(Orders.decide(order.build()), PRESUMPTION));
    }

    /** Numbers typed in have no maker, and a part number that the catalogue does not know has none either. */
    @Test
    void numbersAloneNameNoMaker() {
        Chip known =
                Objects.requireNonNull(ChipCatalogue.bundled().find("BR100")).chip();
        Map<String, Object> facts = new LinkedHashMap<>(ChipFacts.of(known));
        assertEquals("CN", facts.remove("makerHq"));
        Chip typedIn = ChipFacts.read(facts);
        assertEquals(known, typedIn);
        assertEquals(List.of(), typedIn.makerSeats());
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        // One screener, so that what it remembers of a line is no answer to an equal chip of nobody.
        for (int round = 0; round < 2; round++) {
            for (Chip chip : List.of(known, typedIn)) {
                Decision decision = new Decision();
                Order.Builder order = order(Order.Kind.EXPORT).item(Item.ofChip("1", chip));
                screener.screen(order.build(), Orders.DECIDED_AT, decision);
                assertEquals(chip == known, Orders.has(decision, PRESUMPTION));
            }
        }
    }

    @Test
    void aRecordedChipKeepsItsMaker() {
        for (String columns : List.of("chip=Biren BR100", "form=system; contains=Biren BR100; datacenter=yes")) {
            Chip chip = Objects.requireNonNull(chip(columns).chip());
            Chip again = ChipFacts.read(ChipFacts.of(chip));
            assertEquals(List.of(Country.of("CN")), again.makerSeats());
            assertEquals(ChipFacts.of(chip), ChipFacts.of(again));
        }
    }

    /** The parameters count, whatever Note 2 makes of them; below them nothing is presumed. 300 x 16 = 4,800; F1.1, F1.13. */
    @ParameterizedTest
    @CsvSource({
        "rates=fp16:299.9; dies=100:nonplanar; datacenter=no, true",
        "rates=fp16:300; dies=10000:nonplanar; datacenter=yes, true",
        "rates=fp16:299.9; dies=10000:nonplanar; datacenter=yes, false",
        "rates=fp16:99.9; dies=1:nonplanar; datacenter=yes, false",
    })
    void theParametersOf3A090(String columns, boolean presumed) {
        Decision decision = Orders.decide(order(Order.Kind.SERVICE)
                .item(chip(columns + "; io_bandwidth_gbps=1"))
                .party(maker(Party.Role.DESIGNER, "CN", "CN"))
                .build());
        assertEquals(presumed, Orders.has(decision, PRESUMPTION));
    }

    @Test
    void anAscendInAServerOrByPartNumberAlone() {
        Order.Builder server =
                order(Order.Kind.CLOUD_ACCESS).item(chip("form=system; contains=Huawei Ascend 910B2; datacenter=yes"));
        assertTrue(Orders.has(Orders.decide(server.build()), PRESUMPTION));
        Order.Builder number = order(Order.Kind.CLOUD_ACCESS)
                .destination(null, null)
                .item(new Item("1", "ASCEND-910D", null, null, null, null, null, null, null));
        assertTrue(Orders.has(Orders.decide(number.build()), PRESUMPTION));
        Order.Builder other = order(Order.Kind.CLOUD_ACCESS).item(chip("chip=NVIDIA H100 SXM"));
        assertFalse(Orders.has(Orders.decide(other.build()), PRESUMPTION));
    }

    @ParameterizedTest
    @CsvSource({"2025-05-12, false", "2025-05-13, true"})
    void theGuidanceBeginsOnItsDay(LocalDate day, boolean held) {
        Decision decision = Orders.decide(order(Order.Kind.CLOUD_ACCESS)
                .plannedExportDate(day)
                .item(chip("chip=Huawei Ascend 910C"))
                .build());
        assertEquals(held, Orders.has(decision, PRESUMPTION));
    }

    @Test
    void aMakerWhoseHeadquartersAreNotSaidIsAskedFor() {
        Order.Builder order = order(Order.Kind.SERVICE)
                .item(chip("chip=NVIDIA H100 SXM"))
                .party(maker(Party.Role.MANUFACTURER, "US", null));
        Reason reason = ItemChecksTest.reason(Orders.decide(order.build()), "GP10_MAKER");
        assertEquals(Verdict.NEEDS_DATA, reason.verdict());
        assertEquals(List.of("parties[3].ultimateParentCountry"), reason.missing());
        Order.Builder below = order(Order.Kind.SERVICE)
                .item(Item.ofEccn("1", "3A991.p"))
                .party(maker(Party.Role.MANUFACTURER, null, null));
        assertFalse(Orders.has(Orders.decide(below.build()), "GP10_MAKER"));
    }

    @Test
    void aCircuitThatComesFromChinaIsAskedForItsMaker() {
        Item item = new Item("1", null, null, "3A090.b", null, null, Country.of("CN"), null, null);
        Order.Builder order = order(Order.Kind.REEXPORT).item(item);
        assertEquals(
                List.of("parties: manufacturer"),
                ItemChecksTest.reason(Orders.decide(order.build()), "GP10_MAKER")
                        .missing());
        order.party(maker(Party.Role.MANUFACTURER, "US", "US"));
        assertFalse(Orders.has(Orders.decide(order.build()), "GP10_MAKER"));
    }

    @Test
    void technicalAnalysisShowsTheRoomThatTheGuidanceLeavesAndReleasesNothing() {
        Order.Builder order = order(Order.Kind.SERVICE).item(chip("chip=Huawei Ascend 910C"));
        Reason plain = ItemChecksTest.reason(Orders.decide(order.build()), PRESUMPTION);
        assertFalse(plain.text().contains("The order says"), plain::text);
        Reason analysis = ItemChecksTest.reason(
                Orders.decide(order.technicalAnalysis(true).build()), PRESUMPTION);
        assertTrue(analysis.text().contains("The order says that it is for technical analysis"), analysis::text);
        assertEquals(HoldKind.LICENSE, analysis.holdKind());
    }

    @Test
    void onlyRecordedKnowledgeOfAViolationBlocks() {
        Order.Builder order = order(Order.Kind.CLOUD_ACCESS).item(chip("chip=Huawei Ascend 910C"));
        assertEquals(Verdict.HOLD, Orders.decide(order.build()).verdict());
        Decision decision =
                Orders.decide(order.technicalAnalysis(true).knownViolation(true).build());
        assertEquals(Verdict.BLOCK, decision.verdict());
        assertEquals(
                Reason.Basis.LAW,
                ItemChecksTest.reason(decision, "GP10_KNOWN_VIOLATION").basis());
    }

    @Test
    void bothFactsAreReadFromAnOrder() throws IOException, BadInput {
        assertTrue(read("\"purpose\":\"technicalAnalysis\"").technicalAnalysis());
        assertFalse(read("\"purpose\":null").technicalAnalysis());
        assertTrue(read("\"knownViolation\":true").knownViolation());
        assertFalse(read("\"knownViolation\":null").knownViolation());
        assertEquals(List.of("purpose 'fun'"), read("\"purpose\":\"fun\"").unjudged());
    }

    private static Order read(String field) throws IOException, BadInput {
        byte[] json = ("{\"id\":\"x\"," + field + "}").getBytes(StandardCharsets.UTF_8);
        try (OrderReader reader = new OrderReader(new ByteArrayInputStream(json), "order.json")) {
            return Objects.requireNonNull(reader.next());
        }
    }
}
