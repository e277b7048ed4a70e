package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.list.PartyType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of one order that speak against each other, and reasons that must not reach further than their rule. */
class ContradictionsTest {
    private static final Order.Nexus NO_TIE = new Order.Nexus(false, false, false, false);

    private static Reason reason(Decision decision, String rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + decision.reasons()));
    }

    private static Order.Builder domestic(String destination) {
        return Orders.clean()
                .kind(Order.Kind.DOMESTIC)
                .destination(Country.of(destination), null)
                .item(Item.ofEccn("2", "3A090.a"));
    }

    @Test
    void aDomesticSaleInsideTheUnitedStatesIsClearAndSpeaksOfOnwardExport() {
        Decision decision = Orders.decide(domestic("US").build());
        assertEquals(Verdict.CLEAR, decision.verdict());
        assertTrue(Orders.has(decision, "DOMESTIC_ONWARD"));
    }

    @Test
    void aDomesticSaleThatCrossesABorderIsNotClear() {
        Decision abroad = Orders.decide(domestic("CN").build());
        assertEquals(Verdict.NEEDS_DATA, abroad.verdict());
        assertEquals(List.of("kind", "destination.country"), abroad.missing());
        Decision from = Orders.decide(domestic("US").shipFrom(Country.of("CN")).build());
        assertEquals(List.of("kind", "shipFrom"), from.missing());
    }

    private static Order.Builder withBlockedBank() {
        return Orders.clean().nexus(NO_TIE).party(Orders.party(Party.Role.BANK, "Sberbank of Russia", "RU"));
    }

    private static Order.Exporter from(String country) {
        return new Order.Exporter(Country.of(country), Country.of(country), Country.of(country));
    }

    /** Decisions, section 6: a blocked person with a US nexus is BLOCK; without one it is a hold. */
    @ParameterizedTest
    @ValueSource(strings = {"shipFrom", "exporter", "none"})
    void whoShipsFromTheUnitedStatesHasATieWhateverTheOrderSays(String tie) {
        Country taiwan = Country.of("TW");
        Order.Builder order = withBlockedBank()
                .kind(Order.Kind.EXPORT_FROM_ABROAD)
                .shipFrom(tie.equals("shipFrom") ? Country.of("US") : taiwan)
                .exporter(from(tie.equals("exporter") ? "US" : "TW"));
        Decision decision = Orders.decide(order.build());
        assertEquals(!tie.equals("none"), Orders.has(decision, "BLOCKED_PERSON"), decision.reasons()::toString);
    }

    /** Decisions, section 7: the test of headquarters is one of sections 742.6 and 744.23, which EAR99 never meets. */
    @Test
    void aForwarderFromD5IsLookedAtForAnItemOfTheTablesOnly() {
        Party forwarder = Orders.party(Party.Role.FREIGHT_FORWARDER, "Wholly Unrelated Zyxwvut", "CN");
        Decision ear99 = Orders.decide(Orders.clean().party(forwarder).build());
        assertEquals(Verdict.CLEAR, ear99.verdict(), ear99.reasons()::toString);
        Decision tier = Orders.decide(Orders.clean()
                .item(Item.ofEccn("2", "3A090.b"))
                .party(forwarder)
                .build());
        assertEquals(HoldKind.REVIEW, tier.holdKind());
        assertEquals("line 1", reason(tier, "HEADQUARTERS_OTHER_ROLE").subject().toString());
    }

    /** Decisions, section 6: no exception for the Entity List unless the entry allows one. */
    @Test
    void noExceptionIsOfferedWhereAPartysListingBarsThem() {
        Decision listed = Orders.decide(toChina("Huawei Technologies").build());
        Reason license = reason(listed, "LICENSE_REQUIRED");
        assertEquals(HoldKind.LICENSE, license.holdKind());
        assertFalse(license.change().contains("License Exception "), license.change());
        assertFalse(license.text().contains("case-by-case"), license.text());
        Reason clean = reason(Orders.decide(toChina("Fudan University Press").build()), "LICENSE_REQUIRED");
        assertTrue(clean.change().contains("License Exception "), clean.change());
    }

    private static Order.Builder toChina(String buyer) {
        Order.Builder order = Orders.bare("to China").destination(Country.of("CN"), null);
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, buyer, "CN"));
        }
        return order.item(Item.ofEccn("1", "3A090.a"));
    }

    @Test
    void aMissingRegionNamesTheFieldOfTheOrder() {
        Decision decision = Orders.decide(Orders.clean()
                .destination(Country.of("UA"), "Kyiv")
                .party(Orders.party(Party.Role.BANK, "Wholly Unrelated Zyxwvut", "UA"))
                .build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(List.of("parties[3].address"), decision.missing());
    }

    @Test
    void theStampSaysTheDayThatWasUsedAndTheThreshold() {
        Order undated = Order.builder("undated").build();
        Decision.Stamp stamp = Orders.decide(undated).stamp();
        assertEquals(Orders.AS_OF, stamp.asOf(), "the day of the decision, as the order names none");
        assertEquals(7800, stamp.threshold());
    }

    private static Order.Builder launch(Party tenant) {
        return Orders.bare("launch")
                .kind(Order.Kind.CLOUD_ACCESS)
                .destination(Country.of("SG"), null)
                .item(Item.ofEccn("a", "3A090.a"))
                .party(Party.of(Party.Role.OWNER, "none", null))
                .party(tenant);
    }

    private static Party tenant(String hq, String parent) {
        return new Party(
                Party.Role.TENANT,
                "Wholly Unrelated Zyxwvut",
                PartyType.ORGANISATION,
                Country.of("SG"),
                null,
                List.of(),
                null,
                hq == null ? null : Country.of(hq),
                parent == null ? null : Country.of(parent),
                List.of());
    }

    /** Decisions, sections 3 and 7: section 744.6 is a question to US persons and never CLEAR by itself. */
    @ParameterizedTest
    @CsvSource({
        "SG, SG, CLEAR, ",
        "CN, SG, HOLD, REMOTE_USER_D5M",
        "SG, CN, HOLD, REMOTE_USER_D5M",
        "MO, MO, HOLD, REMOTE_USER_D5M",
        "HK, HK, HOLD, REMOTE_USER_D5M",
        "TW, TW, CLEAR, ",
        "SG, , NEEDS_DATA, REMOTE_USER_UNKNOWN",
        " , SG, NEEDS_DATA, REMOTE_USER_UNKNOWN",
    })
    void aTenantFromMacauOrD5IsLookedAtThoughAccessIsNoExport(String hq, String parent, Verdict verdict, String rule) {
        Decision decision = Orders.decide(launch(tenant(hq, parent)).build());
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
        if (rule != null) {
            assertEquals(verdict, reason(decision, rule).verdict());
        }
    }

    /** An embargo binds where items go: a bank asks for a look, a consignee for the facts, and Iran stays barred for both. */
    @ParameterizedTest
    @CsvSource({
        "RU, BANK, HOLD, EMBARGO_OTHER_ROLE",
        "RU, INTERMEDIATE_CONSIGNEE, NEEDS_DATA, ",
        "IR, BANK, BLOCK, ",
        "IR, INTERMEDIATE_CONSIGNEE, BLOCK, ",
    })
    void anEmbargoLooksAtWhoTheItemsGoTo(String country, Party.Role role, Verdict verdict, String rule) {
        Decision decision = Orders.decide(Orders.clean()
                .party(Orders.party(role, "Wholly Unrelated Zyxwvut", country))
                .build());
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
        assertEquals(rule != null, Orders.has(decision, "EMBARGO_OTHER_ROLE"));
    }
}
