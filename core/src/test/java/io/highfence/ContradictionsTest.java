package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.list.PartyType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of one order that speak against each other, and reasons that must not reach further than their rule. */
class ContradictionsTest {
    private static final String USER = "Wholly Unrelated Zyxwvut";

    private static final Order.Nexus NO_TIE = new Order.Nexus(false, false, false, false);

    private static Reason reason(Decision decision, String rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + decision.reasons()));
    }

    private static Order.Builder domestic(String destination) {
        return domestic(destination, Orders.party(Party.Role.END_USER, USER, "US"));
    }

    private static Order.Builder domestic(String destination, Party... receivers) {
        Order.Builder order = Orders.bare("domestic")
                .kind(Order.Kind.DOMESTIC)
                .destination(Country.of(destination), null)
                .party(Orders.party(Party.Role.PURCHASER, USER, "US"))
                .item(Item.ofEccn("1", "EAR99"))
                .item(Item.ofEccn("2", "3A090.a"));
        List.of(receivers).forEach(order::party);
        return order;
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

    /** Decisions, section 7: knowledge of onward export is a red flag, and an order that names who gets the item abroad has it. */
    @ParameterizedTest
    @CsvSource({
        "END_USER, US, CLEAR",
        "END_USER, CN, HOLD",
        "END_USER, DE, HOLD",
        "ULTIMATE_CONSIGNEE, CN, HOLD",
        "SHIP_TO, CN, HOLD",
        "INTERMEDIATE_CONSIGNEE, MX, HOLD",
        "BANK, DE, CLEAR",
    })
    void aDomesticSaleToSomebodyAbroadIsARedFlag(Party.Role role, String country, Verdict verdict) {
        Order.Builder order = role == Party.Role.END_USER
                ? domestic("US", Orders.party(role, USER, country))
                : domestic("US", Orders.party(Party.Role.END_USER, USER, "US"), Orders.party(role, USER, country));
        Decision decision = Orders.decide(order.build());
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
        if (verdict == Verdict.HOLD) {
            assertEquals(HoldKind.RED_FLAG, reason(decision, "ONWARD_EXPORT").holdKind());
        }
    }

    /** 15 CFR 734.13 to 734.16: what begins abroad does not leave from the United States, what stays in a country does not leave it. */
    @ParameterizedTest
    @CsvSource({
        "TRANSFER_IN_COUNTRY, CN, CN, false",
        "TRANSFER_IN_COUNTRY, HK, CN, false",
        "TRANSFER_IN_COUNTRY, US, CN, true",
        "TRANSFER_IN_COUNTRY, SG, CN, true",
        "TRANSFER_IN_COUNTRY, MO, CN, true",
        "REEXPORT, US, CN, true",
        "REEXPORT, SG, CN, false",
        "EXPORT_FROM_ABROAD, US, CN, true",
        "EXPORT_FROM_ABROAD, TW, CN, false",
        "EXPORT, US, CN, false",
    })
    void theKindFitsThePlaces(Order.Kind kind, String from, String to, boolean contradicted) {
        Order.Builder order = Orders.bare("kind")
                .kind(kind)
                .shipFrom(Country.of(from))
                .destination(Country.of(to), null)
                .item(Item.ofEccn("1", "3A090.b"));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, USER, to));
        }
        assertEquals(contradicted, Orders.has(Orders.decide(order.build()), "KIND_CONTRADICTED"));
    }

    @ParameterizedTest
    @CsvSource({"3A090.a, true", "3a090.B, true", "4A090.a, true", "3E001, false", "3D001, false", "EAR99, false"})
    void aDeemedExportIsOfTechnologyAndNotOfAThing(String eccn, boolean contradicted) {
        Decision decision = Orders.decide(Orders.bare("deemed")
                .kind(Order.Kind.DEEMED_EXPORT)
                .destination(Country.of("CN"), null)
                .party(Orders.party(Party.Role.END_USER, USER, "US"))
                .item(Item.ofEccn("1", eccn))
                .build());
        assertEquals(
                contradicted,
                Orders.has(decision, "KIND_CONTRADICTED"),
                () -> decision.reasons().toString());
    }

    /** An order to a place that asks nothing, received or used in another that asks more. */
    @ParameterizedTest
    @CsvSource({
        "3A090.b, DE, ULTIMATE_CONSIGNEE, CN, true",
        "3A090.b, DE, END_USER, CN, true",
        "3A090.b, DE, SHIP_TO, CN, true",
        "3A090.b, DE, INTERMEDIATE_CONSIGNEE, CN, true",
        "3A090.b, DE, END_USER, VN, true",
        "4A090.b, DE, END_USER, SA, true",
        "3A090.c, JP, ULTIMATE_CONSIGNEE, CN, true",
        "3A090.b, SA, END_USER, CN, true",
        "3A090.b, VN, END_USER, SA, false",
        "3A090.b, DE, END_USER, FR, false",
        "3A090.b, DE, BANK, CN, false",
        "3A090.b, CN, END_USER, DE, false",
        "3A991.p, DE, END_USER, CN, false",
        "EAR99, DE, END_USER, CN, false",
        "EAR99, DE, END_USER, IR, false",
    })
    void whoReceivesAnItemElsewhereContradictsTheDestination(
            String eccn, String to, Party.Role role, String place, boolean contradicted) {
        Order.Builder order = Orders.bare("elsewhere").destination(Country.of(to), null);
        for (Party.Role one : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(seated(one, one == role ? place : to));
        }
        if (role != Party.Role.ULTIMATE_CONSIGNEE && role != Party.Role.END_USER) {
            order.party(seated(role, place));
        }
        Decision decision = Orders.decide(order.item(Item.ofEccn("1", eccn)).build());
        assertEquals(
                contradicted,
                Orders.has(decision, "DESTINATION_CONTRADICTED"),
                () -> decision.reasons().toString());
        if (contradicted) {
            assertEquals(
                    HoldKind.REVIEW,
                    reason(decision, "DESTINATION_CONTRADICTED").holdKind());
            assertEquals(Verdict.HOLD, decision.verdict());
        }
    }

    /** A party headquartered in the United States, wherever it is. */
    private static Party seated(Party.Role role, String country) {
        Country us = Country.of("US");
        Country place = country == null ? null : Country.of(country);
        return new Party(role, USER, PartyType.UNKNOWN, place, null, List.of(), null, us, us, List.of());
    }

    /** Section 744.21 and 744.23 look at where items are used, and every end user counts. */
    @ParameterizedTest
    @CsvSource({
        "MILITARY, CN SG, true",
        "MILITARY, SG CN, true",
        "MILITARY, SG SG, false",
        "SUPERCOMPUTER, CN SG, true",
        "SUPERCOMPUTER, SG CN, true",
    })
    void everyEndUserCountsWhereverItStands(Order.Purpose purpose, String users, boolean held) {
        Order.Builder order = usedIn(purpose, "3A991.p", users.split(" "));
        Decision decision = Orders.decide(order.build());
        assertEquals(
                held,
                decision.holdKind() == HoldKind.LICENSE,
                () -> decision.reasons().toString());
    }

    private static Order.Builder usedIn(Order.Purpose purpose, String eccn, String... users) {
        Order.Builder order = Orders.bare("used")
                .destination(Country.of("SG"), null)
                .endUse(purpose, Order.Knowledge.KNOWN)
                .party(seated(Party.Role.PURCHASER, "SG"))
                .party(seated(Party.Role.ULTIMATE_CONSIGNEE, "SG"));
        for (String user : users) {
            order.party(seated(Party.Role.END_USER, user.isEmpty() ? null : user));
        }
        return order.item(Item.ofEccn("1", eccn));
    }

    @ParameterizedTest
    @CsvSource({
        "MILITARY, 3A991.p, true",
        "SUPERCOMPUTER, 3A991.p, true",
        "ADVANCED_NODE_FAB, EAR99, true",
        "CIVIL, 3A991.p, false",
    })
    void anEndUserWhoIsNobodyKnowsWhereLeavesAGraveUseOpen(Order.Purpose purpose, String eccn, boolean open) {
        Decision decision = Orders.decide(usedIn(purpose, eccn, "").build());
        assertEquals(
                open,
                Orders.has(decision, "END_USER_PLACE"),
                () -> decision.reasons().toString());
        assertTrue(decision.verdict() != Verdict.CLEAR);
        assertEquals(
                List.of("parties[2].country"), reason(decision, "PARTY_PLACE").missing());
    }

    /** Nothing goes to who uses computing power from afar, and an embargo asks of them all the same. */
    @ParameterizedTest
    @ValueSource(strings = {"TENANT", "REMOTE_USER"})
    void whoUsesFromAfarMustBeSomewhere(String role) {
        Party.Role remote = Party.Role.valueOf(role);
        assertEquals(
                Verdict.NEEDS_DATA,
                reason(Orders.decide(launch(seated(remote, null)).build()), "PARTY_PLACE")
                        .verdict());
        assertFalse(Orders.has(Orders.decide(launch(seated(remote, "SG")).build()), "PARTY_PLACE"));
    }

    @Test
    void somebodyTakesPartInAnOrder() {
        Order.Builder order = Orders.bare("nobody").item(Item.ofEccn("1", "EAR99"));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Party.of(role, "none", null));
        }
        Decision decision = Orders.decide(order.build());
        assertEquals(Verdict.NEEDS_DATA, reason(decision, "NOBODY_NAMED").verdict());
        order.party(Orders.buyer(Party.Role.END_USER));
        assertFalse(Orders.has(Orders.decide(order.build()), "NOBODY_NAMED"));
    }

    /** Decisions, section 4: what is not subject skips the rules of the EAR; of an advanced chip a person must find it. */
    @ParameterizedTest
    @CsvSource({
        "EAR99, 0, false, CLEAR, NOT_SUBJECT",
        "3A991.p, 0, false, NEEDS_DATA, NOT_SUBJECT",
        "3A991.p, 0.000001, false, HOLD, MILITARY_END_USE",
        "3A991.p, 0, true, HOLD, MILITARY_END_USE",
        "3A991.p, 0, , HOLD, MILITARY_END_USE",
        "3A991.p, , false, HOLD, MILITARY_END_USE",
        "3A090.b, 0, false, HOLD, NOT_SUBJECT_UNLIKELY",
    })
    void whatIsNotSubjectNeedsNoLicenseOfTheEar(
            String eccn, String percent, Boolean technology, Verdict verdict, String rule) {
        Country taiwan = Country.of("TW");
        Long content = percent == null ? null : (Long) Decimal.parse(percent);
        Order.Builder order = Orders.bare("foreign")
                .kind(Order.Kind.EXPORT_FROM_ABROAD)
                .exporter(from("TW"))
                .shipFrom(taiwan)
                .nexus(NO_TIE)
                .destination(Country.of("CN"), null)
                .endUse(Order.Purpose.MILITARY, Order.Knowledge.KNOWN)
                .item(new Item("1", null, null, eccn, null, null, taiwan, content, technology));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, USER, "CN"));
        }
        Decision decision = Orders.decide(order.build());
        assertEquals(verdict, decision.verdict(), () -> decision.reasons().toString());
        assertTrue(Orders.has(decision, rule), () -> decision.reasons().toString());
        assertEquals(
                rule.equals("NOT_SUBJECT_UNLIKELY")
                        ? HoldKind.REVIEW
                        : verdict == Verdict.HOLD ? HoldKind.LICENSE : null,
                decision.holdKind());
    }

    /** Decisions, section 7: remote users by place and headquarters. */
    @ParameterizedTest
    @ValueSource(strings = {"CN", "MO", "VE"})
    void aTenantInMacauOrD5IsLookedAtWhereverItsHeadquartersAre(String place) {
        assertEquals(
                HoldKind.REVIEW,
                reason(Orders.decide(launch(seated(Party.Role.TENANT, place)).build()), "REMOTE_USER_D5M")
                        .holdKind());
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
