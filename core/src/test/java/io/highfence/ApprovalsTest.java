package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.list.PartyType;
import io.highfence.report.Explanation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** F3.2, F3.3, F3.18, FLAG-44 and FLAG-45: orders to the United Arab Emirates, whose parties Supplement No. 8 names or not. */
class ApprovalsTest {
    private static final String OTHER = "Wholly Unrelated Zyxwvut";
    private static final LocalDate LAST_OF_G42 = LocalDate.of(2027, 4, 6);

    private static Order.Builder order(String eccn, String consignee, String user) {
        return Orders.bare("uae")
                .destination(Country.of("AE"), null)
                .party(Orders.party(Party.Role.PURCHASER, OTHER, "AE"))
                .party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, consignee, "AE"))
                .party(Orders.party(Party.Role.END_USER, user, "AE"))
                .item(new Item("1", null, null, eccn, 1_000_000L, null, null, null, null));
    }

    private static Decision decide(Order.Builder order) {
        return Orders.decide(order.build());
    }

    /** As the supplement has it, blanks, punctuation and case aside; nothing else is that name. */
    @ParameterizedTest
    @CsvSource({
        "Microsoft, Microsoft, true",
        "G42, Core42, true",
        "g-42, OPENAI group PBC, true",
        "Microsoft, Falcon Compute, false",
        "Falcon Compute, Microsoft, false",
        "Microsoft Gulf, Microsoft Gulf, false",
        "Micros, Micros, false"
    })
    void theNamesDecide(String consignee, String user, boolean approved) {
        for (String eccn : List.of("3A090.a", "3A090.b")) {
            Decision decision = decide(order(eccn, consignee, user));
            assertEquals(Verdict.HOLD, decision.verdict());
            assertEquals(
                    !approved,
                    Orders.has(decision, "LICENSE_REQUIRED"),
                    () -> decision.reasons().toString());
            assertFalse(
                    Orders.has(decision, "LICENSE_FACTS"),
                    () -> decision.reasons().toString());
            // One source says so, and a name alone says who it is: neither lets an order go.
            assertEquals(approved, Orders.has(decision, "RULE_UNVERIFIED"));
            assertEquals(approved, Orders.has(decision, "APPROVED_ENTITY_NAME"));
        }
    }

    @Test
    void anEqualNameIsLookedAt() {
        Reason reason = ItemChecksTest.reason(decide(order("3A090.b", "Oracle", "Oracle")), "APPROVED_ENTITY_NAME");
        assertEquals(Verdict.HOLD, reason.verdict());
        assertEquals(HoldKind.REVIEW, reason.holdKind());
        assertTrue(reason.text().contains("Oracle"), reason::text);
    }

    /** Every end user counts. */
    @Test
    void oneEndUserOfSeveralIsEnough() {
        Decision decision = decide(
                order("3A090.b", "Oracle", "Oracle").party(Orders.party(Party.Role.END_USER, "Falcon Compute", "AE")));
        assertTrue(Orders.has(decision, "LICENSE_REQUIRED"));
    }

    /** Who is not named may be anybody. */
    @Test
    void whoIsNotNamedLeavesTheLicenseOpen() {
        for (String[] names : new String[][] {{"none", "Oracle"}, {"Oracle", "none"}, {"none", "none"}}) {
            Decision decision = decide(order("3A090.b", names[0], names[1]));
            assertEquals(
                    List.of("approvedEntity"),
                    ItemChecksTest.reason(decision, "LICENSE_FACTS").missing());
        }
        assertTrue(Orders.has(decide(order("3A090.b", "none", "Falcon Compute")), "LICENSE_REQUIRED"));
    }

    @Test
    void anApprovalEndsAndTheOrderSaysWhen() {
        Order.Builder order = order("3A090.b", "Oracle", "G42");
        Decision last = decide(order.plannedExportDate(LAST_OF_G42));
        assertFalse(Orders.has(last, "LICENSE_REQUIRED"), () -> last.reasons().toString());
        assertTrue(
                last.changesOn().containsKey(LAST_OF_G42.plusDays(1)),
                () -> last.changesOn().toString());
        Decision over = decide(order.plannedExportDate(LAST_OF_G42.plusDays(1)));
        assertTrue(Orders.has(over, "LICENSE_REQUIRED"), () -> over.reasons().toString());
    }

    /** The headquarters rule binds approved entities, too. */
    @Test
    void anApprovedEntityOfChinaNeedsALicense() {
        Country china = Country.of("CN");
        Decision decision = decide(order("3A090.b", "Oracle", "Oracle")
                .party(new Party(
                        Party.Role.END_USER,
                        "Oracle",
                        PartyType.ORGANISATION,
                        Country.of("AE"),
                        null,
                        List.of(),
                        null,
                        china,
                        china,
                        List.of())));
        assertTrue(Orders.has(decision, "LICENSE_REQUIRED"));
    }

    @ParameterizedTest
    @CsvSource({"3A090.a", "3A090.b"})
    void aLicenseReleases(String eccn) {
        Authorization.Builder license = Authorization.builder("D1")
                .type(Authorization.Type.LICENSE)
                .issuer("BIS")
                .valid(Orders.AS_OF, Orders.AS_OF)
                .eccn(eccn)
                .party(OTHER, null)
                .destination(Country.of("AE"))
                .quantity(1_000_000L, 0L);
        Order.Builder order = order(eccn, OTHER, OTHER).authorization(license.build());
        assertEquals(
                Verdict.CLEAR,
                decide(order).verdict(),
                () -> decide(order).reasons().toString());
        Order.Builder other = order(eccn, OTHER, "Falcon Compute").authorization(license.build());
        assertEquals(Verdict.HOLD, decide(other).verdict());
    }

    /** Elsewhere the supplement is not asked. */
    @Test
    void elsewhereApprovalCountsForNothing() {
        Decision decision = decide(order("3A090.b", "Oracle", "Oracle").destination(Country.of("SA"), null));
        assertTrue(Orders.has(decision, "LICENSE_REQUIRED"));
        assertFalse(Orders.has(decision, "APPROVED_ENTITY_NAME"));
    }

    @Test
    void whatIsRememberedTurnsOnTheNames() {
        Screener warm = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        List<Order> orders = List.of(
                order("3A090.b", "Oracle", "Oracle").build(),
                order("3A090.b", "Oracle", "Falcon Compute").build(),
                order("3A090.b", "Falcon Compute", "Oracle").build(),
                order("3A090.b", "Oracle", "Microsoft").build());
        for (int again = 0; again < 2; again++) {
            for (Order order : orders) {
                Screener fresh = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
                assertEquals(answer(fresh, order), answer(warm, order), order::toString);
            }
        }
    }

    private static String answer(Screener screener, Order order) {
        Decision decision = new Decision();
        screener.screen(order, Orders.DECIDED_AT, decision);
        return Explanation.json(decision);
    }
}
