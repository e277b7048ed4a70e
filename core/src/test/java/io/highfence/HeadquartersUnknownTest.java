package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.list.PartyType;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** FLAG-36 and decisions 1: NEEDS_DATA where the outcomes differ in being held, HOLD with the fact named where every one holds. */
class HeadquartersUnknownTest {
    private static final String FACT = "hqCountry and ultimateParentCountry";

    private static Party party(String place, @Nullable String hq, @Nullable String parent) {
        return new Party(
                Party.Role.END_USER,
                "Wholly Unrelated Zyxwvut",
                PartyType.UNKNOWN,
                Country.of(place),
                null,
                List.of(),
                null,
                hq == null ? null : Country.of(hq),
                parent == null ? null : Country.of(parent),
                List.of());
    }

    private static Order order(String eccn, String to, @Nullable String hq, @Nullable String parent) {
        Order.Builder order = Orders.bare("x").destination(Country.of(to), null).item(Item.ofEccn("1", eccn));
        order.party(Orders.party(Party.Role.PURCHASER, "Wholly Unrelated Zyxwvut", "DE"));
        order.party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, "Wholly Unrelated Zyxwvut", "DE"));
        return order.party(party(to, hq, parent)).build();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // A license either way (F3.15).
                "3A090.a, CN, -, -, HOLD, LICENSE",
                "3A090.b, CN, CN, -, HOLD, LICENSE",
                "3A090.b, CN, US, -, HOLD, LICENSE",
                // A license, or none but by an announced policy (F3.14, decisions 2): held either way.
                "3A090.a, DE, -, -, HOLD, REVIEW",
                "3A090.a, DE, DE, -, HOLD, REVIEW",
                // A license, or none (F3.7): the fact decides.
                "3A090.b, DE, -, -, NEEDS_DATA, -",
                "3A090.b, DE, DE, -, NEEDS_DATA, -",
                "3A090.b, DE, -, DE, NEEDS_DATA, -",
                "3A090.b, DE, DE, CN, HOLD, LICENSE",
                // Outside the tables nothing turns on it.
                "EAR99, DE, -, -, CLEAR, -",
            })
    void anUnknownSeatOrParent(
            String eccn,
            String to,
            @Nullable String hq,
            @Nullable String parent,
            Verdict verdict,
            @Nullable HoldKind kind) {
        Decision decision = Orders.decide(order(eccn, to, hq, parent));
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
        assertEquals(kind, decision.holdKind());
        boolean named = decision.missing().contains(FACT);
        boolean open = hq == null || parent == null;
        boolean settled = "CN".equals(hq) || "CN".equals(parent) || eccn.equals("EAR99");
        assertEquals(open && !settled, named, () -> decision.missing().toString());
    }

    @Test
    void bothOutcomesAreNamed() {
        Reason free = ItemChecksTest.reason(Orders.decide(order("3A090.b", "DE", null, null)), "LICENSE_FACTS");
        assertTrue(free.text().contains("a license is required. Elsewhere: none is."), free::text);
        Reason dormant = ItemChecksTest.reason(Orders.decide(order("3A090.a", "DE", null, null)), "LICENSE_FACTS");
        assertTrue(
                dormant.text()
                        .contains(
                                "a license is required. Elsewhere: none is by what is enforced, while the codified text"
                                        + " requires one."),
                dormant::text);
    }

    /** With the reliance accepted one outcome is free, so the fact decides. */
    @Test
    void anAcceptedRelianceLeavesTheFactToDecide() {
        Settings relying = Orders.DEMO.toBuilder()
                .relyOnNonEnforcement(new Settings.Reliance("a test", Orders.AS_OF, "all"))
                .build();
        Decision open = Orders.decide(order("3A090.a", "DE", "DE", null), relying);
        assertEquals(Verdict.NEEDS_DATA, open.verdict(), () -> open.reasons().toString());
        assertTrue(open.missing().contains(FACT));
        assertEquals(
                Verdict.CLEAR,
                Orders.decide(order("3A090.a", "DE", "DE", "DE"), relying).verdict());
        assertEquals(
                Verdict.HOLD,
                Orders.decide(order("3A090.a", "DE", "DE", "CN"), relying).verdict());
    }
}
