package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A company in several roles is searched for once; one that differs in anything that is searched for has an answer of its own. */
class PartiesOfOneNameTest {
    private static final String NAME = "Huawei Technologies Co., Ltd.";
    private static final List<String> ADDRESSES = List.of("Bantian, Longgang District, Shenzhen", "Keilaniemi, Espoo");

    /** Parties that differ from the one before in type, country, identifier, birth date; no listed party of the sample has an address. */
    private static final int[] FACT_THAT_TELLS = {2, 3, 6, 8};

    private static Party party(
            Party.Role role,
            String name,
            PartyType type,
            String country,
            String address,
            DateRange birthDate,
            String identifier) {
        return new Party(
                role,
                name,
                type,
                country == null ? null : Country.of(country),
                address,
                identifier == null ? List.of() : List.of(ListedParty.Identifier.parse(identifier)),
                birthDate,
                null,
                null,
                List.of(),
                null);
    }

    /** Neighbours differ in one fact each, and each fact of a listed party that is searched for agrees once. */
    private static List<Party> parties() {
        ListedParty numbered = listed(record -> !record.identifiers().isEmpty());
        ListedParty born = listed(record -> !record.birthDates().isEmpty());
        String number = numbered.identifiers().get(0).kind().word() + ":"
                + numbered.identifiers().get(0).value();
        DateRange birth = born.birthDates().get(0);
        String name = born.primaryName();
        String china = ADDRESSES.get(0);
        List<Party> parties = new ArrayList<>();
        parties.add(party(Party.Role.PURCHASER, NAME, PartyType.ORGANISATION, "CN", china, null, null));
        parties.add(party(Party.Role.BILL_TO, NAME, PartyType.ORGANISATION, "CN", china, null, null));
        parties.add(party(Party.Role.BILL_TO, NAME, PartyType.PERSON, "CN", china, null, null));
        parties.add(party(Party.Role.BILL_TO, NAME, PartyType.PERSON, "FI", china, null, null));
        parties.add(party(Party.Role.END_USER, NAME, PartyType.PERSON, "FI", ADDRESSES.get(1), null, null));
        parties.add(party(Party.Role.END_USER, NAME, PartyType.PERSON, "FI", null, null, null));
        parties.add(party(Party.Role.END_USER, NAME, PartyType.PERSON, "FI", null, null, number));
        parties.add(party(Party.Role.SHIP_TO, name, PartyType.PERSON, null, null, null, null));
        parties.add(party(Party.Role.SHIP_TO, name, PartyType.PERSON, null, null, birth, null));
        parties.add(party(
                Party.Role.SHIP_TO, name, PartyType.PERSON, null, null, DateRange.on(LocalDate.of(2001, 1, 2)), null));
        parties.add(parties.get(0));
        return parties;
    }

    private static ListedParty listed(Predicate<ListedParty> that) {
        return Orders.SAMPLE.list().records().stream().filter(that).findFirst().orElseThrow();
    }

    private static List<List<Object>> hits(Decision decision, int party) {
        return decision.matches().stream()
                .filter(match -> match.party() == party)
                .map(match -> List.<Object>of(
                        match.searched(),
                        match.type(),
                        match.records(),
                        match.matched(),
                        match.score(),
                        match.nameScore(),
                        match.evidence(),
                        match.alerts()))
                .toList();
    }

    @Test
    void eachPartyHasTheAnswerThatItHasAlone() {
        Order.Builder all = Orders.bare("all").item(Item.ofEccn("1", "EAR99"));
        parties().forEach(all::party);
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        Decision together = new Decision();
        screener.screen(all.build(), Orders.DECIDED_AT, together);
        List<List<List<Object>>> found = new ArrayList<>();
        for (int i = 0; i < parties().size(); i++) {
            Decision alone = Orders.decide(Orders.bare("alone")
                    .party(parties().get(i))
                    .item(Item.ofEccn("1", "EAR99"))
                    .build());
            List<List<Object>> hits = hits(together, i);
            assertFalse(hits.isEmpty());
            assertEquals(hits(alone, 0), hits, "party " + i);
            found.add(hits);
        }
        assertEquals(found.get(0), found.get(1));
        for (int i : FACT_THAT_TELLS) {
            assertNotEquals(found.get(i), found.get(i - 1), "party " + i);
        }
    }

    /** What reasons share is digested once, and is the same. */
    @Test
    void theBindingsOfAllReasonsAreThoseOfEach() {
        Order.Builder all = Orders.bare("all").item(Item.ofEccn("1", "EAR99")).item(Item.ofEccn("2", "5A992.c"));
        parties().forEach(all::party);
        Decision decision = Orders.decide(all.build());
        List<Disposition.Binding> each = new ArrayList<>();
        for (Reason reason : decision.reasons()) {
            each.add(Disposition.bindingOf(decision, reason));
        }
        assertEquals(each, Disposition.bindingsOf(decision));
        assertTrue(each.stream().distinct().count() > 4, each.toString());
        assertTrue(each.contains(null));
    }
}
