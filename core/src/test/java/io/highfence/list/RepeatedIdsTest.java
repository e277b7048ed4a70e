package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One id of a publisher on several records: nothing is lost, and the edition says it. */
class RepeatedIdsTest {
    private static String record(String number, String name, String country) {
        return "'source':'" + ListFile.SDN + "','entity_number':'" + number + "','type':'Entity','name':'" + name
                + "','addresses':[{'country':'" + country + "'}]";
    }

    private static List<String> notes(PartyList list) {
        return list.editions().get(0).notes();
    }

    @Test
    void bothRecordsAreKeptAndFoundAndTheEditionSaysSo() throws Exception {
        PartyList list = ListFile.loadJson(
                record("7", "Volga Machine Plant", "RU"),
                record("8", "Baltic Shipping", "RU"),
                record("7", "Harbin Precision Optics", "CN"));
        assertEquals(3, list.records().size());
        assertEquals(3, list.editions().get(0).recordCount());
        assertEquals(
                List.of(
                        "one id stands on several records that say different things, such as 'SDN 7'; every record is kept"),
                notes(list));
        PartyMatcher matcher = new PartyMatcher(PartyIndex.of(list), MatchSettings.defaults());
        Matches hits = new Matches();
        for (String name : List.of("Volga Machine Plant", "Harbin Precision Optics", "Baltic Shipping")) {
            matcher.match(name, hits);
            assertTrue(hits.alert(), name);
            assertEquals(name, hits.matched(0).text());
        }
    }

    @Test
    void whatIsSaidTwiceInTheSameWordsIsSaidToo() throws Exception {
        PartyList list = ListFile.loadJson(
                record("7", "Volga Machine Plant", "RU"),
                record("7", "Volga Machine Plant", "RU"),
                record("8", "Baltic Shipping", "RU"),
                record("8", "Baltic Shipping", "RU"));
        assertEquals(4, list.records().size());
        assertEquals(1, notes(list).size());
        assertTrue(
                notes(list).get(0).startsWith("2 ids stand on several records that say the same"),
                notes(list)::toString);
    }

    @Test
    void differentIdsAndOneIdOnTwoListsAreNothingToSay() throws Exception {
        String other = record("7", "Volga Machine Plant", "RU")
                .replace(ListFile.SDN, "Sectoral Sanctions Identifications List (SSI) - Treasury Department");
        assertEquals(
                List.of(),
                notes(ListFile.loadJson(
                        record("7", "Volga Machine Plant", "RU"), record("8", "Volga Machine Plant", "RU"), other)));
    }

    /** The Union lists twenty parties of this file twice under one number, with other acts and other days. */
    @Test
    void theUnionRepeatsNumbers() throws Exception {
        PartyList list = PartyList.load(List.of(new ListSource(
                ListSource.Format.EU_FSF_XML,
                RealData.file("eu/fsf-xmlFullSanctionsList_1_1-2022-03-18.partial.xml.gz"),
                null,
                true)));
        assertEquals(1_044, list.records().size());
        assertTrue(
                notes(list).stream()
                        .anyMatch(note -> note.startsWith("20 ids stand on several records that say different")),
                notes(list)::toString);
    }
}
