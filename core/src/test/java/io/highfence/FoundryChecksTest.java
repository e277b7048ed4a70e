package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.chip.Chip;
import io.highfence.law.FoundryFacts;
import io.highfence.law.FoundryPresumption;
import io.highfence.law.Known;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Orders of fabricators and assemblers under Note 1 to 3A090.a: what the presumption does to a decision (F1.34 to F1.41). */
class FoundryChecksTest {
    private static final Country TAIWAN = Country.of("TW");

    /** To a press in China, from Taiwan, by an exporter of which the role is said, or not. */
    private static Order.Builder order(FoundryFacts.@Nullable Exporter role) {
        Order.Builder order = Orders.bare("wafers")
                .kind(Order.Kind.EXPORT_FROM_ABROAD)
                .shipFrom(TAIWAN)
                .exporter(new Order.Exporter(TAIWAN, TAIWAN, TAIWAN, role))
                .destination(Country.of("CN"), null);
        for (Party.Role each : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(each, "Fudan University Press", "CN"));
        }
        return order;
    }

    private static Item item(@Nullable String eccn, @Nullable Chip chip, @Nullable FoundryFacts foundry) {
        return new Item("1", null, chip, eccn, null, null, null, null, null, foundry);
    }

    private static FoundryFacts advanced(FoundryFacts.@Nullable Attestation attestation) {
        return new FoundryFacts(Known.YES, 7_000_000L, Known.YES, attestation);
    }

    private static FoundryFacts counted(long transistors, Known hbm) {
        return advanced(new FoundryFacts.Attestation(
                FoundryFacts.By.APPROVED_OSAT,
                -1,
                -1,
                FoundryFacts.Designer.UNKNOWN,
                new FoundryFacts.FinalPackage(Known.UNKNOWN, null, transistors, hbm)));
    }

    private static Decision decide(FoundryFacts.@Nullable Exporter role, Item item) {
        return Orders.decide(order(role).item(item).build());
    }

    private static Set<String> rules(Decision decision) {
        return decision.reasons().stream().map(Reason::rule).collect(Collectors.toSet());
    }

    private static boolean saysFoundry(Decision decision) {
        return rules(decision).stream().anyMatch(rule -> rule.startsWith("FOUNDRY"));
    }

    /** F1.36: presumed 3A090.a and for datacenters; a lighter ECCN that the order states gives way. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"FRONT_END_FABRICATOR, EAR99", "OSAT, EAR99", "OSAT, 3A991.p", "OSAT, -", "OSAT, 3A090.b"})
    void aPresumedItemIsJudgedAs3A090a(FoundryFacts.Exporter role, @Nullable String stated) {
        Decision decision = decide(role, item(stated, null, advanced(null)));
        assertEquals(HoldKind.LICENSE, decision.holdKind(), decision.reasons()::toString);
        assertEquals("3A090.a", decision.items().get(0).eccn());
        Reason presumed = ItemChecksTest.reason(decision, FoundryPresumption.PRESUMED);
        assertEquals("line 0", presumed.subject().toString());
        assertNotNull(presumed.citation());
        assertTrue(presumed.citation().text().contains("Note 1 to 3A090.a"));
        assertTrue(presumed.change().contains("attestation"), presumed::change);
        assertEquals(stated != null, presumed.text().contains("gives way"), presumed::text);
        assertFalse(rules(decision).contains("ITEM_UNKNOWN"));
        // For datacenters, and so no NAC (F4.10).
        assertFalse(ItemChecksTest.reason(decision, "LICENSE_REQUIRED").change().contains("NAC"));
    }

    /** F1.34: nobody else is bound, and an order that says nothing of it is decided as one without the rule. */
    @Test
    void nobodyElseIsBound() {
        Decision silent = decide(null, item("EAR99", null, null));
        assertEquals(Verdict.CLEAR, silent.verdict(), silent.reasons()::toString);
        Decision neither = decide(FoundryFacts.Exporter.NEITHER, item("EAR99", null, advanced(null)));
        assertEquals(silent.reasons(), neither.reasons());
        assertEquals(silent.changesOn(), neither.changesOn());
        assertFalse(saysFoundry(silent));
    }

    @Test
    void anOrderThatSpeaksOfAFoundryIsAskedWhoExports() {
        for (FoundryFacts.Exporter role : new FoundryFacts.Exporter[] {null, FoundryFacts.Exporter.UNKNOWN}) {
            Decision decision = decide(role, item("EAR99", null, advanced(null)));
            assertEquals(Verdict.NEEDS_DATA, decision.verdict());
            assertEquals(List.of("exporter.role"), decision.missing());
        }
    }

    @Test
    void aFabricatorIsAskedHowTheItemIsMade() {
        Decision decision = decide(FoundryFacts.Exporter.FRONT_END_FABRICATOR, item("EAR99", null, null));
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(
                List.of("items[0].foundry.logic", "items[0].foundry.nodeNm", "items[0].foundry.nonPlanar"),
                decision.missing());
    }

    /** F1.39, F1.38: one transistor decides. */
    @Test
    void anAttestationOvercomesIt() {
        Decision below = decide(FoundryFacts.Exporter.OSAT, item("EAR99", null, counted(29_999_999_999L, Known.YES)));
        assertEquals(Verdict.CLEAR, below.verdict(), below.reasons()::toString);
        assertTrue(rules(below).contains(FoundryPresumption.OVERCOME));
        assertEquals("EAR99", below.items().get(0).eccn());
        Decision at = decide(FoundryFacts.Exporter.OSAT, item("EAR99", null, counted(30_000_000_000L, Known.NO)));
        assertEquals(HoldKind.LICENSE, at.holdKind());
    }

    /** F1.37: what overcomes the presumption makes nothing lighter than the item's own numbers. */
    @Test
    void anItemThatIs3A090aByItselfStaysIt() {
        Decision decision = decide(FoundryFacts.Exporter.OSAT, item("3A090.a", null, counted(1, Known.NO)));
        assertEquals(HoldKind.LICENSE, decision.holdKind());
        assertTrue(rules(decision).contains(FoundryPresumption.OVERCOME));
    }

    /** F1.40: no figure is stated for 2028. */
    @Test
    void aPersonLooksIn2028() {
        Settings settings = Orders.DEMO.toBuilder()
                .acceptedThrough(new Settings.Acceptance(LocalDate.of(2028, 12, 31), "a test"))
                .build();
        Decision decision = Orders.decide(
                order(FoundryFacts.Exporter.OSAT)
                        .plannedExportDate(LocalDate.of(2028, 6, 1))
                        .item(item("EAR99", null, counted(30_000_000_000L, Known.NO)))
                        .build(),
                settings);
        Reason review = ItemChecksTest.reason(decision, FoundryPresumption.REVIEW);
        assertEquals(HoldKind.REVIEW, review.holdKind());
        assertEquals(HoldKind.REVIEW, decision.holdKind(), decision.reasons()::toString);
        assertFalse(review.change().isBlank());
        assertEquals("the foundry presumption", decision.changesOn().get(LocalDate.of(2029, 1, 1)));
    }

    private static FoundryFacts designed(String tpp, String density) {
        return advanced(new FoundryFacts.Attestation(
                FoundryFacts.By.APPROVED_DESIGNER,
                tpp.equals("-") ? -1 : Decimal.parse(tpp),
                density.equals("-") ? -1 : Decimal.parse(density),
                FoundryFacts.Designer.UNKNOWN,
                FoundryFacts.FinalPackage.UNKNOWN));
    }

    /** F1.3, F1.4: figures below 3A090.a that are those of 3A090.b take the item out of nothing; both sides of each limit. */
    @ParameterizedTest
    @CsvSource({
        "3A991.p, 3000, 3, true",
        "EAR99, 3000, 3, true",
        "3A991.p, 4799.999999, 5.919999, true",
        "3A991.p, 2400, 1.6, true",
        "3A991.p, 2399.999999, 3.199999, false",
        "3A991.p, 2400, 1.599999, false",
        "3A991.p, 1600, 3.2, true",
        "3A991.p, 1599.999999, 5.919999, false",
        "3A991.p, 1600, 3.199999, false",
        "3A090.b, 3000, 3, false",
        "3A090.a, 3000, 3, false",
        "3A090, 3000, 3, false",
        "5A992.z.2, 3000, 3, false",
        "5A992.c, 3000, 3, true",
    })
    void attestedFiguresOf3A090bContradictALighterEccn(String eccn, String tpp, String density, boolean contradicted) {
        Decision decision =
                decide(FoundryFacts.Exporter.FRONT_END_FABRICATOR, item(eccn, null, designed(tpp, density)));
        assertTrue(rules(decision).contains(FoundryPresumption.OVERCOME), decision.reasons()::toString);
        assertEquals(
                contradicted, rules(decision).contains(FoundryPresumption.CONTRADICTED), decision.reasons()::toString);
        if (contradicted) {
            Reason reason = ItemChecksTest.reason(decision, FoundryPresumption.CONTRADICTED);
            assertEquals(HoldKind.REVIEW, reason.holdKind());
            assertTrue(reason.text().contains("3A090.b."), reason::text);
            assertNotNull(reason.citation());
            assertFalse(reason.change().isBlank());
            assertEquals(Verdict.HOLD, decision.verdict());
        }
    }

    /** What is attested is said whoever exports, and whoever attests it; 4,800 is 3A090.a at any density. */
    @Test
    void figuresAreHeldAgainstTheEccnWhereNobodyIsBound() {
        for (String tpp : List.of("4799.999999", "4800")) {
            Decision decision = decide(FoundryFacts.Exporter.NEITHER, item("3A991.p", null, designed(tpp, "1")));
            assertEquals(
                    tpp.equals("4800"), rules(decision).contains(FoundryPresumption.CONTRADICTED), decision::toString);
        }
        Decision lighter = decide(FoundryFacts.Exporter.NEITHER, item("3A090.b", null, designed("4800", "1")));
        assertTrue(rules(lighter).contains(FoundryPresumption.CONTRADICTED), lighter.reasons()::toString);
        Decision presumed = decide(FoundryFacts.Exporter.OSAT, item("3A991.p", null, designed("4800", "1")));
        assertEquals(HoldKind.LICENSE, presumed.holdKind());
        assertFalse(rules(presumed).contains(FoundryPresumption.CONTRADICTED), presumed.reasons()::toString);
    }

    /** The V100 has 125 x 16 = 2,000 on 815: an attestation of another performance is not of it. */
    @ParameterizedTest
    @CsvSource({
        "2000, 2.4539, false",
        "2000.000001, 2.4539, true",
        "1999.999999, 2.4539, true",
        "3000, 3, true",
        "-, 3, false"
    })
    void anAttestationOfAnotherPerformanceIsNotOfTheChip(String tpp, String density, boolean contradicted) {
        Item item = ItemChecksTest.chip("1", "3A991.p", null, "chip=NVIDIA V100; io_bandwidth_gbps=1");
        Decision decision = decide(
                FoundryFacts.Exporter.FRONT_END_FABRICATOR, item("3A991.p", item.chip(), designed(tpp, density)));
        assertEquals(
                contradicted, rules(decision).contains(FoundryPresumption.CONTRADICTED), decision.reasons()::toString);
    }

    /** F1.13: Note 2 takes out what is for no datacenter and below 4,800; what is not said is not "no" (F1.20). */
    @ParameterizedTest
    @CsvSource({"no, false", "unknown, true", "yes, true"})
    void figuresThatNote2TakesOutContradictNothing(String datacenter, boolean contradicted) {
        // 200 x 16 = 3,200 on no die that is said, so that the attested density alone makes it .b.
        Chip chip = ItemChecksTest.chip(
                        "1", null, null, "rates=fp16:200; datacenter=" + datacenter + "; io_bandwidth_gbps=1")
                .chip();
        Decision decision =
                decide(FoundryFacts.Exporter.FRONT_END_FABRICATOR, item("3A991.p", chip, designed("3200", "3")));
        assertEquals(
                contradicted, rules(decision).contains(FoundryPresumption.CONTRADICTED), decision.reasons()::toString);
    }

    private static Chip chip(String hbm, String process) {
        return ItemChecksTest.chip(
                        "1", null, null, "rates=fp16:100; dies=100:" + process + ":logic; datacenter=no; hbm=" + hbm)
                .chip();
    }

    /** F1.35: the dies of the chip say whether it is advanced logic. */
    @ParameterizedTest
    @CsvSource({"nonplanar, FOUNDRY_PRESUMED", "planar, FOUNDRY_NEEDS_DATA", "unknown, FOUNDRY_NEEDS_DATA"})
    void theDiesOfTheChipAreRead(String process, String rule) {
        Decision decision =
                decide(FoundryFacts.Exporter.FRONT_END_FABRICATOR, item("EAR99", chip("none", process), null));
        assertTrue(rules(decision).contains(rule), decision.reasons()::toString);
        FoundryFacts planar = new FoundryFacts(Known.NO, 28_000_000L, Known.NO, null);
        Decision contradicted =
                decide(FoundryFacts.Exporter.FRONT_END_FABRICATOR, item("EAR99", chip("none", process), planar));
        assertEquals(process.equals("nonplanar"), saysFoundry(contradicted), contradicted.reasons()::toString);
    }

    /** F1.38: without memory 35 billion in 2027; memory that the chip's own facts name is memory, whatever is attested. */
    @ParameterizedTest
    @CsvSource({"none, FOUNDRY_OVERCOME", "copackaged, FOUNDRY_PRESUMED"})
    void theMemoryOfTheChipIsRead(String hbm, String rule) {
        Decision decision = Orders.decide(order(FoundryFacts.Exporter.OSAT)
                .plannedExportDate(LocalDate.of(2027, 6, 1))
                .item(item("EAR99", chip(hbm, "nonplanar"), counted(34_999_999_999L, Known.NO)))
                .build());
        assertTrue(rules(decision).contains(rule), decision.reasons()::toString);
    }

    /** Decisions, section 1: 3A991 stands in Supplement No. 2 to part 744, 3A090 does not; the graver of the two binds. */
    @Test
    void thePresumptionMakesNothingLighter() {
        Order.Builder order = order(FoundryFacts.Exporter.OSAT)
                .endUse(Order.Purpose.MILITARY, Order.Knowledge.STATED)
                .item(item("3A991.p", null, advanced(null)));
        Reason military = ItemChecksTest.reason(Orders.decide(order.build()), "MILITARY_END_USE");
        assertEquals(HoldKind.LICENSE, military.holdKind());
        Order.Builder listed = Orders.bare("listed")
                .exporter(new Order.Exporter(TAIWAN, TAIWAN, TAIWAN, FoundryFacts.Exporter.OSAT))
                .destination(Country.of("CN"), null)
                .party(Orders.party(Party.Role.END_USER, "AECC Commercial Aircraft Engine Co. Ltd.", "CN"))
                .item(item("3A991.p", null, advanced(null)));
        assertTrue(
                Orders.decide(listed.build()).reasons().stream()
                        .anyMatch(reason -> reason.subject().party() == 0 && reason.holdKind() == HoldKind.LICENSE),
                () -> Orders.decide(listed.build()).reasons().toString());
    }

    /** Decisions, section 5: every item of the Commerce Control List is barred for Russia; EAR99 turns on its tariff number. */
    @Test
    void anEmbargoSeesThePresumedItem() {
        Order.Builder order = order(FoundryFacts.Exporter.OSAT)
                .destination(Country.of("RU"), null)
                .item(item("EAR99", null, advanced(null)));
        assertTrue(
                Orders.decide(order.build()).reasons().stream()
                        .anyMatch(reason -> reason.rule().startsWith("EMBARGO_RU")
                                && reason.verdict() == Verdict.BLOCK
                                && reason.subject().equals(Reason.Subject.line(0))),
                () -> Orders.decide(order.build()).reasons().toString());
    }

    @ParameterizedTest
    @EnumSource(names = {"DOMESTIC", "CLOUD_ACCESS", "SERVICE"})
    void whatShipsNothingAsksNothing(Order.Kind kind) {
        Decision decision = Orders.decide(order(FoundryFacts.Exporter.OSAT)
                .kind(kind)
                .item(item("EAR99", null, advanced(null)))
                .build());
        assertFalse(saysFoundry(decision), decision.reasons()::toString);
    }

    @Test
    void onlyTheLineThatIsPresumedIsHeld() {
        FoundryFacts memory = new FoundryFacts(Known.NO, -1, Known.UNKNOWN, null);
        Decision decision = Orders.decide(order(FoundryFacts.Exporter.OSAT)
                .item(item("EAR99", null, memory))
                .item(new Item("2", null, null, "EAR99", null, null, null, null, null, advanced(null)))
                .build());
        assertEquals(
                List.of(Verdict.CLEAR, Verdict.HOLD),
                decision.lines().stream().map(each -> each.verdict()).toList(),
                decision.reasons()::toString);
    }

    /** F1.37, T23: from 2026-12-31 an authorized designer must have applied. */
    @Test
    void theCutOffOfDesignersIsAnnounced() {
        FoundryFacts designed = advanced(new FoundryFacts.Attestation(
                FoundryFacts.By.AUTHORIZED_DESIGNER,
                1_000_000_000L,
                1_000_000L,
                new FoundryFacts.Designer(TAIWAN, TAIWAN, TAIWAN, Known.YES, null),
                FoundryFacts.FinalPackage.UNKNOWN));
        Decision decision = decide(FoundryFacts.Exporter.OSAT, item("EAR99", null, designed));
        assertEquals(Verdict.CLEAR, decision.verdict(), decision.reasons()::toString);
        assertEquals("the foundry presumption", decision.changesOn().get(LocalDate.of(2026, 12, 31)));
    }
}
