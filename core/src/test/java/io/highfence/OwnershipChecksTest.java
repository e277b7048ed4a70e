package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stakes make of an order, against the sample list: who is listed there is public. */
class OwnershipChecksTest {
    private static final String BUYER = "Blue Lagoon Rendering";
    private static final LocalDate IN_FORCE = LocalDate.of(2025, 10, 15);

    private static OwnershipGraph stakes(String rows) throws IOException, BadInput {
        String text = "owner,owner_country,owned,percent\n" + rows;
        return OwnershipGraph.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "stakes.csv");
    }

    private static Order order(LocalDate day, Party.Role role, Party.Owner... owners) {
        Order.Builder order = Orders.bare("owned").plannedExportDate(day);
        for (Party.Role needed : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(needed == role ? buyer(role, owners) : Orders.buyer(needed));
        }
        if (!List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)
                .contains(role)) {
            order.party(buyer(role, owners));
        }
        return order.item(Item.ofEccn("1", "EAR99")).build();
    }

    private static Party buyer(Party.Role role, Party.Owner... owners) {
        Country place = Country.of("DE");
        return new Party(
                role, BUYER, PartyType.ORGANISATION, place, null, List.of(), null, place, place, List.of(owners));
    }

    private static Decision decide(Order order, @Nullable OwnershipGraph stakes) {
        Decision decision = new Decision();
        Screener.with(Orders.RULES, Orders.SAMPLE, Orders.DEMO)
                .ownership(stakes)
                .build()
                .screen(order, Orders.DECIDED_AT, decision);
        return decision;
    }

    private static Reason reason(Decision decision, String rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " in " + decision.reasons()));
    }

    /** Decisions, section 6: blocked as its owner is, in any role; a country that agrees confirms the owner. */
    @ParameterizedTest
    @CsvSource({"END_USER", "BANK", "FREIGHT_FORWARDER"})
    void whatABlockedPersonOwnsIsBlocked(Party.Role role) throws Exception {
        Decision decision = decide(
                order(Orders.AS_OF, role),
                stakes("VTB Bank,RU,Northern Holding,50\nNorthern Holding,,Blue Lagoon Rendering,50\n"));
        assertEquals(Verdict.BLOCK, decision.verdict(), () -> decision.reasons().toString());
        Reason reason = reason(decision, "OFAC_50_PERCENT");
        assertNotNull(reason.citation());
        assertTrue(reason.citation().text().contains("OFAC"));
        assertEquals(Reason.Basis.LAW, reason.basis());
        assertFalse(Orders.has(decision, "BLOCKED_PERSON"), "nobody of the order is listed itself");
        assertTrue(
                decision.matches().stream().anyMatch(match -> match.searched().equals("VTB Bank")));
    }

    @ParameterizedTest
    @CsvSource({
        "50, BLOCK, OFAC_50_PERCENT",
        "49.999999, HOLD, OFAC_50_PERCENT_RED_FLAG",
        "25-50, HOLD, OFAC_50_PERCENT_RANGE",
        "'', HOLD, OFAC_50_PERCENT_UNKNOWN"
    })
    void theLimitDecides(String percent, Verdict verdict, String rule) throws Exception {
        Decision decision = decide(
                order(Orders.AS_OF, Party.Role.END_USER),
                stakes("VTB Bank,RU,Blue Lagoon Rendering," + percent + "\n"));
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
        assertTrue(Orders.has(decision, rule), () -> decision.reasons().toString());
    }

    /** A name alone never blocks, the owner's neither. */
    @Test
    void anOwnerWhoseNameAloneAgreesIsLookedAt() throws Exception {
        Decision decision =
                decide(order(Orders.AS_OF, Party.Role.END_USER), stakes("VTB Bank,,Blue Lagoon Rendering,60\n"));
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(
                HoldKind.REVIEW, reason(decision, "POSSIBLE_OFAC_50_PERCENT").holdKind());
    }

    /** The same company on days before, in, during the stay of, and after the Affiliates rule. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-28, LISTED_OWNER_RED_FLAG, RED_FLAG",
        "2025-09-29, AFFILIATES_RULE, LICENSE",
        "2025-11-09, AFFILIATES_RULE, LICENSE",
        "2025-11-10, AFFILIATES_RULE_RED_FLAG, RED_FLAG",
        "2026-11-09, AFFILIATES_RULE_RED_FLAG, RED_FLAG",
        "2026-11-10, AFFILIATES_RULE, LICENSE"
    })
    void theAffiliatesRuleHasItsDays(LocalDate day, String rule, HoldKind kind) throws Exception {
        Decision decision =
                decide(order(day, Party.Role.END_USER), stakes("Huawei Technologies,CN,Blue Lagoon Rendering,60\n"));
        assertEquals(
                kind,
                reason(decision, rule).holdKind(),
                () -> decision.reasons().toString());
        assertEquals(day.isAfter(LocalDate.of(2026, 11, 9)), Orders.has(decision, "RELIES_ON_UNREVIEWED_AMENDMENT"));
    }

    @Test
    void aRoleThatTheOwnersListDoesNotBindIsARedFlag() throws Exception {
        Decision decision =
                decide(order(IN_FORCE, Party.Role.BANK), stakes("Huawei Technologies,CN,Blue Lagoon Rendering,60\n"));
        assertEquals(HoldKind.RED_FLAG, reason(decision, "AFFILIATES_RULE").holdKind());
    }

    @Test
    void theEndOfTheStayIsSaidInAdvance() throws Exception {
        Decision decision = decide(
                order(LocalDate.of(2026, 9, 1), Party.Role.END_USER),
                stakes("Huawei Technologies,CN,Blue Lagoon Rendering,60\n"));
        assertTrue(decision.changesOn().containsKey(LocalDate.of(2026, 11, 10)), decision.changesOn()::toString);
    }

    /** The owners of the order and those of the file are one picture; of one holder the larger stake counts. */
    @Test
    void ownersOfTheOrderAndOfTheFileAreAdded() throws Exception {
        OwnershipGraph file = stakes("VTB Bank,RU,Blue Lagoon Rendering,30\nAlfa-Bank,RU,Northern Holding,100\n");
        Decision apart = decide(order(Orders.AS_OF, Party.Role.END_USER), file);
        assertTrue(Orders.has(apart, "OFAC_50_PERCENT_RED_FLAG"));
        Decision together = decide(
                order(Orders.AS_OF, Party.Role.END_USER, new Party.Owner("Northern Holding", 20_000_000L)), file);
        assertEquals(Verdict.BLOCK, together.verdict(), () -> together.reasons().toString());
        Decision same =
                decide(order(Orders.AS_OF, Party.Role.END_USER, new Party.Owner("VTB Bank", 30_000_000L)), file);
        assertTrue(
                Orders.has(same, "OFAC_50_PERCENT_RED_FLAG"),
                () -> same.reasons().toString());
        Decision larger =
                decide(order(Orders.AS_OF, Party.Role.END_USER, new Party.Owner("VTB Bank", 50_000_000L)), file);
        assertEquals(Verdict.BLOCK, larger.verdict(), () -> larger.reasons().toString());
    }

    @Test
    void aMinorityOwnerOfTheOrderIsARedFlagAndNoLonger() {
        Decision decision =
                decide(order(Orders.AS_OF, Party.Role.END_USER, new Party.Owner("VTB Bank", 10_000_000L)), null);
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(
                HoldKind.RED_FLAG, decision.holdKind(), () -> decision.reasons().toString());
    }

    @Test
    void anOwnerWithoutANameIsAskedFor() throws Exception {
        for (String name : List.of("", "...")) {
            Decision decision =
                    decide(order(Orders.AS_OF, Party.Role.END_USER, new Party.Owner(name, 60_000_000L)), null);
            assertEquals(Verdict.NEEDS_DATA, decision.verdict());
            assertEquals(
                    List.of("names of the holders"),
                    reason(decision, "OWNER_UNNAMED").missing());
        }
    }

    @Test
    void aCleanOwnerLeavesAnOrderClearAndAMissingOneIsSaid() throws Exception {
        Decision clean = decide(
                order(Orders.AS_OF, Party.Role.END_USER),
                stakes("Technische Universität München,DE,Blue Lagoon Rendering,100\n"));
        assertEquals(Verdict.CLEAR, clean.verdict(), () -> clean.reasons().toString());
        Reason missing = reason(clean, "OWNERSHIP_NOT_GIVEN");
        assertEquals(Verdict.CLEAR, missing.verdict());
        assertTrue(missing.text().contains("Technische"), missing.text());
        Decision without = decide(order(Orders.AS_OF, Party.Role.END_USER), null);
        assertFalse(Orders.has(without, "OWNERSHIP_NOT_GIVEN"));
    }

    @Test
    void tooManyHoldersAreHeld() throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < OwnershipChecks.MAX_HOLDERS - 1; i++) {
            rows.append("Holder ").append(Integer.toString(i, 26)).append(",,Blue Lagoon Rendering,0.001\n");
        }
        assertFalse(Orders.has(
                decide(order(Orders.AS_OF, Party.Role.END_USER), stakes(rows.toString())), "OWNERSHIP_TRUNCATED"));
        rows.append("One More,,Blue Lagoon Rendering,0.001\n");
        Decision decision = decide(order(Orders.AS_OF, Party.Role.END_USER), stakes(rows.toString()));
        assertEquals(HoldKind.REVIEW, reason(decision, "OWNERSHIP_TRUNCATED").holdKind());
    }

    @Test
    void theStampNamesTheStakesAndTheAnswerIsTheSameTwice() throws Exception {
        OwnershipGraph file = stakes("VTB Bank,RU,Blue Lagoon Rendering,50\nAlfa-Bank,RU,Blue Lagoon Rendering,10\n");
        Order order = order(Orders.AS_OF, Party.Role.END_USER);
        Decision one = decide(order, file);
        assertEquals(Explanation.json(one), Explanation.json(decide(order, file)));
        assertNotNull(one.stamp());
        assertEquals(file.digest(), one.stamp().also().get("ownership"));
        Decision without = decide(order, null);
        assertNotNull(without.stamp());
        assertEquals(java.util.Map.of(), without.stamp().also());
        assertNotEquals(one.replay(), without.replay());
    }

    @Test
    void theChainIsInEveryExplanation() throws Exception {
        Decision decision = decide(
                order(Orders.AS_OF, Party.Role.END_USER),
                stakes("VTB Bank,RU,Northern Holding,50\nNorthern Holding,,Blue Lagoon Rendering,50\n"));
        assertEquals(2, decision.ownership().size(), "OFAC's rule, and the one that is stayed");
        String text = Explanation.text(decision);
        assertTrue(text.contains("VTB Bank (SDN) holds 50 percent of Northern Holding"), text);
        String json = Explanation.json(decision);
        assertTrue(
                json.contains("{\"holder\":\"VTB Bank\",\"owned\":\"Northern Holding\",\"stake\":\"50 percent\"}"),
                json);
        assertTrue(json.contains("\"says\":\"RESTRICTED\""), json);
        String html = Explanation.html(decision);
        assertTrue(html.contains("<svg "), html);
        assertTrue(html.contains("listed: SDN"), html);
    }

    private static Party holding(
            String name, @Nullable String country, @Nullable String account, Party.Owner... owners) {
        Country place = country == null ? null : Country.of(country);
        return new Party(
                Party.Role.OTHER,
                name,
                PartyType.ORGANISATION,
                place,
                null,
                List.of(),
                null,
                place,
                place,
                List.of(owners),
                account);
    }

    /** An order with the end user {@link #BUYER}, whose owners are given, and with more parties. */
    private static Order order(LocalDate day, List<Party.Owner> owners, Party... more) {
        Order.Builder order = Orders.bare("owned").plannedExportDate(day);
        order.party(Orders.buyer(Party.Role.PURCHASER)).party(Orders.buyer(Party.Role.ULTIMATE_CONSIGNEE));
        order.party(buyer(Party.Role.END_USER, owners.toArray(new Party.Owner[0])));
        for (Party party : more) {
            order.party(party);
        }
        return order.item(Item.ofEccn("1", "EAR99")).build();
    }

    private static Party.Owner owner(String name, double percent) {
        return new Party.Owner(name, Math.round(percent * 1_000_000));
    }

    private static boolean isSaidOf(Decision decision, int party, String rule) {
        return decision.reasons().stream()
                .anyMatch(
                        reason -> reason.rule().equals(rule) && reason.subject().party() == party);
    }

    /** A name is held against the lists whatever reference stands beside it; a reference alone is no name. */
    @Test
    void aReferenceTakesNoNameAway() throws Exception {
        for (OwnershipGraph file : new OwnershipGraph[] {null, stakes("Northern Holding,,Somebody Else,60\n")}) {
            for (String ref : new String[] {null, "cust-4711", "Northern Holding", BUYER}) {
                Decision decision =
                        decide(order(Orders.AS_OF, List.of(new Party.Owner("VTB Bank", ref, 60_000_000L))), file);
                assertTrue(Orders.has(decision, "POSSIBLE_OFAC_50_PERCENT"), () -> ref + " " + decision.reasons());
            }
        }
        Decision alone = decide(order(Orders.AS_OF, List.of(new Party.Owner("", "VTB Bank 4711", 60_000_000L))), null);
        assertEquals(Verdict.NEEDS_DATA, alone.verdict());
        assertTrue(reason(alone, "OWNER_UNNAMED").text().contains("ref VTB Bank 4711"));
        assertFalse(
                alone.matches().stream().anyMatch(match -> match.searched().contains("VTB")), "a reference is no name");
    }

    /** By the caller's own id of a party of the order, by its name, by an id of the file and by a name of the file. */
    @Test
    void aReferenceIsLookedUp() throws Exception {
        byte[] text =
                "owner,owner_name,owner_country,owned,percent\nF1,VTB Bank,RU,F2,10\n".getBytes(StandardCharsets.UTF_8);
        OwnershipGraph file = OwnershipGraph.read(new ByteArrayInputStream(text), "stakes.csv");
        for (String ref : List.of("F1", "vtb bank")) {
            for (String name : List.of("", "VTB Bank", "Volga Trade")) {
                Decision decision = decide(order(Orders.AS_OF, List.of(new Party.Owner(name, ref, 60_000_000L))), file);
                assertEquals(Verdict.BLOCK, decision.verdict(), () -> ref + " " + name + " " + decision.reasons());
            }
        }
        Party listed = holding("VTB Bank", "RU", "cust-4711");
        for (String ref : List.of("cust-4711", "VTB BANK")) {
            Decision decision =
                    decide(order(Orders.AS_OF, List.of(new Party.Owner("", ref, 60_000_000L)), listed), null);
            assertTrue(isSaidOf(decision, 2, "OFAC_50_PERCENT"), () -> ref + " " + decision.reasons());
        }
        Party clean = holding("Northern Holding", "NO", "cust-4711");
        Decision named = decide(
                order(Orders.AS_OF, List.of(new Party.Owner("VTB Bank", "cust-4711", 60_000_000L)), clean), null);
        assertTrue(
                Orders.has(named, "POSSIBLE_OFAC_50_PERCENT"),
                () -> named.reasons().toString());
    }

    /** Of one holder the larger counts, at both ends of a range: what is certain never becomes doubtful. */
    @ParameterizedTest
    @CsvSource({
        "'', 50, BLOCK, OFAC_50_PERCENT",
        "'', 49.999999, HOLD, OFAC_50_PERCENT_UNKNOWN",
        "25-50, 50, BLOCK, OFAC_50_PERCENT",
        "25-50, 49.999999, HOLD, OFAC_50_PERCENT_RANGE",
        "25-75, 50, BLOCK, OFAC_50_PERCENT",
        "25-75, 49.999999, HOLD, OFAC_50_PERCENT_RANGE",
        "25-49.999999, 49.999999, HOLD, OFAC_50_PERCENT_RED_FLAG",
        "25-49.999999, 50, BLOCK, OFAC_50_PERCENT",
        "40, 50, BLOCK, OFAC_50_PERCENT",
        "40, 49.999999, HOLD, OFAC_50_PERCENT_RED_FLAG",
        "49.999999, 40, HOLD, OFAC_50_PERCENT_RED_FLAG",
        "50, 40, BLOCK, OFAC_50_PERCENT",
        "25-50, 20, HOLD, OFAC_50_PERCENT_RANGE"
    })
    void theLargerStakeCountsAtBothEnds(String inFile, String inOrder, Verdict verdict, String rule) throws Exception {
        OwnershipGraph file = stakes("VTB Bank,RU,Blue Lagoon Rendering," + inFile + "\n");
        List<Party.Owner> owners = List.of(owner("VTB Bank", Double.parseDouble(inOrder)));
        Decision decision = decide(order(Orders.AS_OF, owners), file);
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
        assertTrue(Orders.has(decision, rule), () -> decision.reasons().toString());
    }

    @Test
    void theTextSaysTheLargerStake() throws Exception {
        List<Party.Owner> owners = List.of(owner("VTB Bank", 60));
        String ofRange = reason(
                        decide(order(Orders.AS_OF, owners), stakes("VTB Bank,RU,Blue Lagoon Rendering,25-50\n")),
                        "OFAC_50_PERCENT")
                .text();
        assertTrue(ofRange.contains("is held 60 percent"), ofRange);
        String ofUnknown = reason(
                        decide(order(Orders.AS_OF, owners), stakes("VTB Bank,RU,Blue Lagoon Rendering,\n")),
                        "OFAC_50_PERCENT")
                .text();
        assertTrue(ofUnknown.contains("is held 60 to 100 percent"), ofUnknown);
    }

    /** Control that the file tells of stays, though the order says more of the stake. */
    @Test
    void controlStaysWhereTheOrderStatesMore() throws Exception {
        byte[] text = "owner,owner_country,owned,percent,control\nVTB Bank,RU,Blue Lagoon Rendering,10,yes\n"
                .getBytes(StandardCharsets.UTF_8);
        OwnershipGraph file = OwnershipGraph.read(new ByteArrayInputStream(text), "stakes.csv");
        Decision decision = decide(order(Orders.AS_OF, List.of(owner("VTB Bank", 20))), file);
        assertTrue(Explanation.text(decision).contains("control"), () -> Explanation.text(decision));
    }

    /** A chain within the order counts for whom it ends at, in the role that the party plays. */
    @Test
    void ownersOfOwnersInTheOrderAreFollowed() throws Exception {
        LocalDate day = LocalDate.of(2026, 11, 20);
        Party middle = holding("Middle Co", "SG", "cust-1", owner("Upper Co", 50));
        Party upper = holding("Upper Co", "SG", null, owner("Huawei Technologies", 50));
        Party listed = holding("Huawei Technologies", "CN", null);
        for (Party.Owner direct : List.of(
                owner("Middle Co", 50),
                owner("middle co.", 50),
                new Party.Owner("", "cust-1", 50_000_000L),
                new Party.Owner("", "Middle Co", 50_000_000L))) {
            for (OwnershipGraph file : new OwnershipGraph[] {null, stakes("Nobody,,Somebody Else,60\n")}) {
                Decision decision = decide(order(day, List.of(direct), middle, upper, listed), file);
                assertTrue(isSaidOf(decision, 2, "AFFILIATES_RULE"), () -> direct + " " + decision.reasons());
                assertEquals(HoldKind.LICENSE, decision.holdKind());
            }
        }
        Decision below = decide(order(day, List.of(owner("Middle Co", 49.999999)), middle, upper, listed), null);
        assertFalse(isSaidOf(below, 2, "AFFILIATES_RULE"), () -> below.reasons().toString());
        assertTrue(
                isSaidOf(below, 2, "AFFILIATES_RULE_RED_FLAG"),
                () -> below.reasons().toString());
    }

    /** From the order into the file and back: the file knows who holds the middle one, the order who holds that. */
    @Test
    void chainsCrossOrderAndFile() throws Exception {
        OwnershipGraph file = stakes("Upper Co,SG,Middle Co,50\n");
        Party upper = holding("Upper Co", "SG", null, owner("VTB Bank", 50));
        Party listed = holding("VTB Bank", "RU", null);
        Decision decision = decide(order(Orders.AS_OF, List.of(owner("Middle Co", 50)), upper, listed), file);
        assertTrue(
                isSaidOf(decision, 2, "OFAC_50_PERCENT"),
                () -> decision.reasons().toString());
        Decision without = decide(order(Orders.AS_OF, List.of(owner("Middle Co", 50)), upper, listed), null);
        assertFalse(isSaidOf(without, 2, "OFAC_50_PERCENT"));
    }

    @Test
    void cyclesWithinTheOrderComeToRest() {
        Party listed = holding("VTB Bank", "RU", null);
        for (double stake : new double[] {50, 49.999999}) {
            Party one = holding("One Co", "SG", null, owner("Two Co", 60), owner(BUYER, 100));
            Party two = holding("Two Co", "SG", null, owner("One Co", 60), owner("VTB Bank", stake));
            Decision decision = decide(order(Orders.AS_OF, List.of(owner("One Co", 60)), one, two, listed), null);
            assertEquals(stake == 50, isSaidOf(decision, 2, "OFAC_50_PERCENT"), () -> stake + " " + decision.reasons());
            assertEquals(stake == 50, isSaidOf(decision, 3, "OFAC_50_PERCENT"), () -> stake + " " + decision.reasons());
        }
    }

    /** By two ways the stakes add up; what several roles of one company say of one holder does not. */
    @Test
    void twoWaysAddUpAndTwoRolesDoNot() {
        Party listed = holding("VTB Bank", "RU", null);
        Party left = holding("Left Co", "SG", null, owner("VTB Bank", 50));
        Party right = holding("Right Co", "SG", null, owner("VTB Bank", 50));
        for (double stake : new double[] {25, 24.999999}) {
            Decision decision = decide(
                    order(Orders.AS_OF, List.of(owner("Left Co", 25), owner("Right Co", stake)), left, right, listed),
                    null);
            assertEquals(stake == 25, isSaidOf(decision, 2, "OFAC_50_PERCENT"), () -> stake + " " + decision.reasons());
        }
        for (double stake : new double[] {50, 49.999999}) {
            Party again = buyer(Party.Role.BILL_TO, owner("vtb BANK", stake));
            Decision decision = decide(order(Orders.AS_OF, List.of(owner("VTB Bank", 30)), listed, again), null);
            assertEquals(stake == 50, isSaidOf(decision, 2, "OFAC_50_PERCENT"), () -> stake + " " + decision.reasons());
            assertEquals(stake == 50, isSaidOf(decision, 4, "OFAC_50_PERCENT"), () -> stake + " " + decision.reasons());
        }
    }

    /** A namesake elsewhere is another company: only a holder that may be it brings it in, and then a person looks. */
    @Test
    void namesakesInSeveralCountriesAreLookedAt() {
        Party german = holding("Middle Co", "DE", null, owner("VTB Bank", 60));
        Party french = holding("Middle Co", "FR", null);
        Party listed = holding("VTB Bank", "RU", null);
        Decision decision = decide(order(Orders.AS_OF, List.of(owner("Middle Co", 60)), german, french, listed), null);
        assertTrue(
                isSaidOf(decision, 2, "OFAC_50_PERCENT_RANGE"),
                () -> decision.reasons().toString());
        assertTrue(
                isSaidOf(decision, 3, "OFAC_50_PERCENT"),
                () -> decision.reasons().toString());
        assertFalse(
                isSaidOf(decision, 4, "OFAC_50_PERCENT"),
                () -> decision.reasons().toString());
    }
}
