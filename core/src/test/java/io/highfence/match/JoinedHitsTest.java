package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.base.Country;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Joining records into one party changes no score and loses no hit: each query is asked of the records joined and apart. */
class JoinedHitsTest {
    private static MadeParty party(String list, String entry, String name, String country) {
        return MadeParty.of(list, list, entry, name)
                .type(PartyType.ORGANISATION)
                .country(country);
    }

    private static final PartyList LIST = MadeParty.list(
            party("SDN", "1", "Volga Machine Building Plant", "RU"),
            party("EL", "a", "Volga Machine Building Plant", "RU").country("BY"),
            party("EU", "1", "VOLGA MACHINE BUILDING PLANT", "RU")
                    .alias("Wolga Maschinenbau", ListedParty.Quality.STRONG)
                    .address("5 Zavodskaya Street", "Samara", "RU"),
            party("UK", "1", "Volga Machine Works", "RU"));

    private static void check(PartyList list, List<PartyQuery> queries) {
        PartyMatcher joined = new PartyMatcher(PartyIndex.of(list), MatchSettings.defaults());
        PartyMatcher apart = new PartyMatcher(PartyIndex.of(MadeParty.apart(list)), MatchSettings.defaults());
        Map<ListedParty, Integer> parties = new HashMap<>();
        for (int i = 0; i < list.records().size(); i++) {
            parties.put(list.records().get(i), list.party(i));
        }
        Matches whole = new Matches(100_000);
        Matches single = new Matches(100_000);
        for (PartyQuery query : queries) {
            joined.match(query, whole);
            apart.match(query, single);
            assertEquals(single.alert(), whole.alert());
            Map<Integer, Integer> best = new HashMap<>();
            Map<Integer, Boolean> triggers = new HashMap<>();
            Map<Integer, Boolean> confirmed = new HashMap<>();
            for (int hit = 0; hit < single.size(); hit++) {
                int party = parties.get(single.records(hit).get(0));
                best.merge(party, single.score(hit), Math::max);
                triggers.merge(party, single.triggers(hit), Boolean::logicalOr);
                confirmed.merge(party, single.confirmed(hit), Boolean::logicalOr);
            }
            assertEquals(best.size(), whole.size(), query.name().toString());
            for (int hit = 0; hit < whole.size(); hit++) {
                int party = parties.get(whole.records(hit).get(0));
                assertEquals(best.get(party), whole.score(hit));
                assertEquals(triggers.get(party), whole.triggers(hit));
                assertEquals(confirmed.get(party), whole.confirmed(hit));
                List<ListedParty> records = new ArrayList<>(whole.records(hit));
                for (ListedParty record : list.records()) {
                    if (parties.get(record) == party) {
                        assertTrue(records.remove(record), "every listing stands in the hit");
                    }
                }
                assertEquals(List.of(), records);
            }
        }
    }

    private static PartyQuery query(String name) {
        return new PartyQuery().name(name);
    }

    @Test
    void aHitOfOneListingHasTheOthers() {
        assertEquals(List.of(0, 0, 0, 1), List.of(LIST.party(0), LIST.party(1), LIST.party(2), LIST.party(3)));
        Matches hits = new Matches();
        new PartyMatcher(PartyIndex.of(LIST), MatchSettings.defaults()).match("Wolga Maschinenbau", hits);
        assertEquals(1, hits.size());
        assertEquals("EU", hits.records(0).get(0).list());
        assertEquals(3, hits.records(0).size());
    }

    @Test
    void noScoreChangesAndNoHitIsLost() {
        List<PartyQuery> queries = new ArrayList<>();
        for (String name : List.of(
                "Volga Machine Building Plant",
                "Wolga Maschinenbau",
                "Volga Machine Works",
                "Volga Machine Bulding Plant OOO",
                "Volga",
                "Siemens")) {
            for (String country : List.of("RU", "BY", "DE")) {
                queries.add(query(name).country(Country.of(country)));
            }
            queries.add(query(name));
            queries.add(query(name).address("5 Zavodskaya Street, Samara"));
        }
        check(LIST, queries);
    }

    /** The best name has no country that agrees; the listing with the worse name has. */
    @Test
    void whatConfirmsOneListingConfirmsTheParty() {
        PartyList list = MadeParty.list(
                MadeParty.of("SDN", "SDN", "1", "Volga Machine Building Plant"),
                MadeParty.of("SSI", "SSI", "1", "Volga Machine Building Plants").country("RU"));
        Matches hits = new Matches();
        PartyQuery query = query("Volga Machine Building Plant").country(Country.of("RU"));
        new PartyMatcher(PartyIndex.of(list), MatchSettings.defaults()).match(query, hits);
        assertEquals(1, hits.size());
        assertEquals("SDN", hits.records(0).get(0).list());
        assertTrue(hits.confirmed(0));
        assertEquals(List.of("country agrees"), hits.evidence(0));
        query.country(Country.of("DE"));
        new PartyMatcher(PartyIndex.of(list), MatchSettings.defaults()).match(query, hits);
        assertFalse(hits.confirmed(0));
        check(list, List.of(query, query("Volga Machine Building Plant").country(Country.of("RU"))));
    }

    @Test
    void theSameHoldsForPublishedLists() throws Exception {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path folder = Path.of(data);
        assumeTrue(Files.exists(folder.resolve("un")), "there is no folder of real data");
        PartyList list = PartyList.load(List.of(
                new ListSource(ListSource.Format.UN_XML, folder.resolve("un/un-consolidated-2026-08-01.xml.gz"), null),
                new ListSource(
                        ListSource.Format.EU_FSF_XML,
                        folder.resolve("eu/fsf-xmlFullSanctionsList_1_1-2022-03-18.partial.xml.gz"),
                        null),
                new ListSource(
                        ListSource.Format.AU_DFAT_XLSX, folder.resolve("au/dfat-consolidated-2026-08.xlsx"), null)));
        Random random = new Random(7);
        List<PartyQuery> queries = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ListedParty record =
                    list.records().get(random.nextInt(list.records().size()));
            String name =
                    record.names().get(random.nextInt(record.names().size())).text();
            int cut = random.nextInt(name.length());
            PartyQuery query = query(i % 2 == 0 ? name : name.substring(0, cut) + name.substring(cut + 1));
            if (!record.countries().isEmpty() && i % 3 > 0) {
                query.country(i % 3 == 1 ? record.countries().get(0) : Country.of("FR"));
            }
            queries.add(query);
        }
        check(list, queries);
    }
}
