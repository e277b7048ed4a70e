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
}
