package io.highfence.list;

import static io.highfence.list.ListFile.all;
import static io.highfence.list.ListFile.assertPlace;
import static io.highfence.list.ListFile.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomCsvReaderTest {
    private static final String HEADER =
            "id,name,aliases,type,countries,addresses,identifiers,effective_from,effective_to,program\n";

    private static PartyList load(String text) throws IOException, BadInput {
        return ListFile.load(ListSource.Format.CUSTOM_CSV, text);
    }

    private static ListedParty one(String text) throws IOException, BadInput {
        PartyList list = load(text);
        assertEquals(1, list.records().size());
        return list.records().get(0);
    }

    private static BadInput fault(String text) {
        return ListFile.fault(ListSource.Format.CUSTOM_CSV, text);
    }

    @Test
    void everyColumnIsKept() throws Exception {
        ListedParty party = one(HEADER
                + "C-1,\"Doe, Jane\",Jane Roe|J. Doe,person,IR|T\u00FCrkiye,\"1 Road, Ankara, TR|Limassol, CY\","
                + "passport:A1|tax:7,2024-01-31,2026-09-30,watch|internal\n");
        assertEquals("C-1", party.entry());
        assertEquals("CUSTOM", party.list());
        assertEquals(party.source() + "#C-1", party.key());
        assertEquals(List.of("PRIMARY Doe, Jane", "ALIAS Jane Roe", "ALIAS J. Doe"), names(party));
        assertTrue(party.names().stream().allMatch(name -> name.quality() == ListedParty.Quality.UNKNOWN));
        assertEquals(PartyType.PERSON, party.type());
        assertEquals(
                List.of("1 Road, Ankara, TR", "Limassol, CY"),
                party.addresses().stream().map(ListedParty.Address::text).toList());
        assertEquals(Set.of(Country.of("IR"), Country.of("TR"), Country.of("CY")), Set.copyOf(party.countries()));
        assertEquals(List.of("passport:A1", "tax:7"), ListFile.identifiers(party));
        assertEquals(
                new ListedParty.Listing(
                        List.of("watch", "internal"),
                        "",
                        "",
                        Set.of(),
                        null,
                        new DateRange(LocalDate.of(2024, 1, 31), LocalDate.of(2026, 9, 30)),
                        null,
                        ""),
                party.listing());
    }

    @Test
    void onlyIdAndNameMustBeThere() throws Exception {
        ListedParty party = one("name,id\nJane,7\n");
        assertEquals("7", party.entry());
        assertEquals(List.of("PRIMARY Jane"), names(party));
        assertEquals(PartyType.UNKNOWN, party.type());
        assertEquals(DateRange.ALWAYS, party.listing().inForce());
        assertEquals(List.of(), party.listing().programs());
        assertPlace("1:1", fault("name,aliases\nJane,J\n"));
        assertPlace("1:1", fault("id,aliases\n7,J\n"));
    }

    @Test
    void aMissingColumnIsABlankColumn() throws Exception {
        List<Object> expected = all(one("id,name\n7,Jane\n"));
        assertEquals(expected, all(one(HEADER + "7,Jane,,,,,,,,\n")));
        assertEquals(expected, all(one(HEADER + "7,Jane,|, , | ,|, ||,\" \", ,|\n")));
        for (String column : List.of(
                "aliases",
                "type",
                "countries",
                "addresses",
                "identifiers",
                "effective_from",
                "effective_to",
                "program")) {
            assertEquals(expected, all(one("id,name," + column + "\n7,Jane,\n")), column);
        }
    }

    @Test
    void columnsMayStandInAnyOrderAndCase() throws Exception {
        ListedParty party = one("PROGRAM, Name ,Type,ID\nwatch,Jane,Person,7\n");
        assertEquals("7", party.entry());
        assertEquals(List.of("watch"), party.listing().programs());
        assertEquals(PartyType.PERSON, party.type());
    }

    @Test
    void aColumnThatIsNotKnownLoadsAndIsNoted() throws Exception {
        PartyList list = load("id,name,country\n7,Jane,IR\n");
        assertEquals(
                List.of("the column 'country' is not known"),
                list.editions().get(0).notes());
        assertEquals(List.of(), list.records().get(0).countries());
    }

    @ParameterizedTest
    @CsvSource({
        "person,PERSON",
        "individual,PERSON",
        "organisation,ORGANISATION",
        "organization,ORGANISATION",
        "entity,ORGANISATION",
        "vessel,VESSEL",
        "aircraft,AIRCRAFT",
        "ENTITY,ORGANISATION",
        "' Vessel ',VESSEL",
        "'',UNKNOWN"
    })
    void theTypeIsOneOfTheKnownWords(String word, PartyType type) throws Exception {
        PartyList list = load("id,name,type\n7,Jane,\"" + word + "\"\n");
        assertEquals(type, list.records().get(0).type());
        assertEquals(List.of(), list.editions().get(0).notes());
    }

    @Test
    void anotherTypeIsUnknownWithANote() throws Exception {
        PartyList list = load("id,name,type\n7,Jane,ghost\n8,Joe,ghost\n");
        assertEquals(PartyType.UNKNOWN, list.records().get(0).type());
        assertEquals(2, list.records().size());
        assertEquals(1, list.editions().get(0).notes().size());
        assertTrue(list.editions().get(0).notes().get(0).contains("ghost"));
    }

    @ParameterizedTest
    @CsvSource({"IR,IR", "ir,IR", "Iran,IR", "T\u00FCrkiye,TR", "TURKEY,TR", "'Man, Isle of',IM", "PRC,CN"})
    void aCountryIsACodeOrAName(String text, String code) throws Exception {
        assertEquals(
                List.of(Country.of(code)),
                one("id,name,countries\n7,Jane,\"" + text + "\"\n").countries());
    }

    @Test
    void namesAreCountedAsPublished() throws Exception {
        assertEquals(
                5,
                load("id,name,aliases\n7,Jane,J|JJ| \n8,Joe,J\n")
                        .editions()
                        .get(0)
                        .nameCount());
    }

    @Test
    void onlyTheBarParts() throws Exception {
        assertEquals(
                List.of("PRIMARY Jane", "ALIAS A; B, C", "ALIAS D"),
                names(one("id,name,aliases\n7,Jane,\"A; B, C|D\"\n")));
    }

    @Test
    void aRowInForceOnOneDayIsKept() throws Exception {
        assertEquals(
                DateRange.on(LocalDate.of(2026, 9, 30)),
                one("id,name,effective_from,effective_to\n7,Jane, 2026-09-30 ,2026-09-30\n")
                        .listing()
                        .inForce());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                ",Jane,,,,,,,,>3:1",
                "' ',Jane,,,,,,,,>3:1",
                "7,,,,,,,,,>3:2",
                "7, ,,,,,,,,>3:2",
                "7,--,,,,,,,,>3:2",
                "1,Jane,,,,,,,,>3:1",
                "' 1 ',Jane,,,,,,,,>3:1",
                "7,Jane,,,IR|Atlantis,,,,,>3:5",
                "7,Jane,,,,,swift:X,,,>3:7",
                "7,Jane,,,,,KRRIRU22,,,>3:7",
                "7,Jane,,,,,bic:,,,>3:7",
                "7,Jane,,,,,,2026-02-30,,>3:8",
                "7,Jane,,,,,,30.09.2026,,>3:8",
                "7,Jane,,,,,,2026-9-30,,>3:8",
                "7,Jane,,,,,,,soon,>3:9",
                "7,Jane,,,,,,2026-09-30,2026-09-29,>3:9",
                "7,Jane,,,,,,,>3:10",
                "7,Jane,,,,,,,,,>3:11"
            })
    void aRowThatCannotBeKeptIsRefusedWithItsCell(String row, String place) {
        BadInput fault = fault(HEADER + "1,Joe,,,,,,,,\n" + row.replace('\'', '"') + "\n");
        assertPlace(place, fault);
        assertTrue(fault.reason().contains("1 row was refused"), fault.reason());
    }

    @Test
    void aRefusedRowNamesTheFirstAndCountsAll() {
        BadInput fault = fault("id,name\n1,Jane\n1,Joe\n,Jim\n2\n3,Jack\n");
        assertPlace("3:1", fault);
        assertTrue(fault.reason().contains("3 rows were refused"), fault.reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "id,name\n", "id,name", "\uFEFFid,name\r\n"})
    void aFileWithoutARowIsAFault(String text) {
        fault(text);
    }

    @Test
    void theSameNameUnderTwoIdsIsTwoParties() throws Exception {
        PartyList list = load("id,name\n1,Jane\n2,Jane\n");
        assertEquals(2, list.records().size());
        assertEquals(0, list.party(0));
        assertEquals(1, list.party(1));
    }

    @Test
    void namesInAnyScriptAreKept() throws Exception {
        assertEquals(
                List.of("PRIMARY \u4E2D\u82AF\u56FD\u9645", "ALIAS \u0421\u041C\u0418\u0421"),
                names(one("id,name,aliases\n1,\u4E2D\u82AF\u56FD\u9645,\u0421\u041C\u0418\u0421\n")));
    }
}
