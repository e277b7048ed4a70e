package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Link;
import io.highfence.list.ListedParty.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OfacCsvReaderTest {
    @TempDir
    Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path set() throws IOException {
        write("ALT.CSV", SampleFiles.OFAC_ALT);
        write("ADD.CSV", SampleFiles.OFAC_ADD);
        write("SDN_COMMENTS.CSV", SampleFiles.OFAC_COMMENTS);
        return write("SDN.CSV", SampleFiles.OFAC_SDN);
    }

    private static PartyList load(String source) throws IOException, BadInput {
        return PartyList.load(List.of(ListSource.parse(source)));
    }

    @Test
    void theFilesBesideTheParties() throws Exception {
        PartyList list = load("ofac-sdn-csv:" + set() + "@2026-08-02");
        assertEquals(3, list.records().size());
        assertEquals(List.of(), list.editions().get(0).notes());
        assertEquals(LocalDate.of(2026, 8, 2), list.editions().get(0).publishedOn());
        assertEquals("SDN.CSV", list.editions().get(0).label());
        ListedParty person = list.records().get(0);
        assertEquals(
                List.of(
                        "PRIMARY SURNAME, Given",
                        "ALIAS SURNAME, Other",
                        "FORMER FORMER, Given",
                        "ALIAS WEAK ALIAS",
                        "FORMER OLD'S NAME"),
                ListFile.names(person));
        assertEquals(Quality.STRONG, person.names().get(1).quality());
        assertEquals(Quality.WEAK, person.names().get(3).quality());
        assertEquals(3 + 3 + 2, list.editions().get(0).nameCount());
        ListedParty firm = list.records().get(1);
        assertEquals(
                "1 Road, Suite 2, Havana 10400, Cuba", firm.addresses().get(0).text());
        assertEquals(Country.of("CU"), firm.addresses().get(0).country());
        assertEquals(List.of(), person.addresses());
    }

    @Test
    void theSmallLanguageOfTheRemarks() throws Exception {
        PartyList list = load("ofac-sdn-csv:" + set());
        ListedParty person = list.records().get(0);
        assertEquals(List.of("SDGT", "SYRIA"), person.listing().programs());
        assertEquals("Minister", person.title());
        assertEquals(
                List.of(
                        DateRange.on(LocalDate.of(1957, 4, 28)),
                        DateRange.ofYear(1958),
                        new DateRange(LocalDate.of(1950, 1, 1), LocalDate.of(1952, 12, 31))),
                person.birthDates());
        assertEquals(List.of(Country.of("EG"), Country.of("IR")), person.countries());
        assertEquals(List.of("passport:1084010", "national-id:12-34"), ListFile.identifiers(person));
        assertEquals(Country.of("EG"), person.identifiers().get(0).country());
        assertEquals(
                new DateRange(LocalDate.of(1994, 1, 9), LocalDate.of(1999, 1, 9)),
                person.identifiers().get(0).validity());
        assertEquals(List.of(new Link("Linked To", "OTHER PARTY")), person.links());
        assertTrue(person.extras().contains(new ListedParty.Extra("Place of birth", "Town, Egypt")));
        ListedParty ship = list.records().get(2);
        assertEquals(PartyType.VESSEL, ship.type());
        assertEquals(new ListedParty.Vessel("ABC1", "Tanker", "Panama", "OWNER CO", "200"), ship.vessel());
        assertEquals(List.of("imo:IMO 7406784", "other:572469210"), ListFile.identifiers(ship));
        assertEquals(List.of(new Link("Linked To", "FIRM, LTD")), ship.links());
    }

    /** Numbers of many lands, each in the words of the file; what is no number of one party alone stays a remark. */
    @Test
    void numbersOfManyKindsAreTakenFromTheRemarks() throws Exception {
        write(
                "sdn.csv",
                "1,\"PERSON, A\",\"individual\",\"SDGT\",,,,,,,,\"C.U.I. 11 (Guatemala); I.F.E. 12 (Mexico); RTN 13 (Honduras);"
                        + " Credencial electoral 14 (Mexico); Numero de Identidad 15-1 (Honduras); VisaNumberID 16 (France);"
                        + " Cartilla de Servicio Militar Nacional B17 (Mexico); Paraguayan tax identification number BA 18;"
                        + " RIF # J-19 (Venezuela); Folio Mercantil No. 20 (Mexico); Turkish Identification Number 21 (Turkey);"
                        + " Digital Currency Address - XBT 1abc; Economic Register Number (CBLS) 22 (Iraq);"
                        + " Military Registration Number 23 (Russia); Passport 24 (Atlantis); Chairman of something 25.\"\n"
                        + "2,\"PLANE\",\"aircraft\",\"IRAN\",,,,,,,,\"Aircraft Tail Number EP-X; Aircraft Model A300;"
                        + " Aircraft Mode S Transponder Code 26\"\n"
                        + "3,\"BOAT\",\"vessel\",\"IRAN\",,,,\"99,144\",,,,-0- \n");
        PartyList list = load("ofac-sdn-csv!:" + folder.resolve("sdn.csv"));
        assertEquals(
                List.of(
                        "national-id:11",
                        "national-id:12",
                        "tax:13",
                        "national-id:14",
                        "national-id:15-1",
                        "other:16",
                        "national-id:B17",
                        "tax:BA 18",
                        "tax:J-19",
                        "registration:20",
                        "national-id:21",
                        "other:1abc",
                        "registration:22",
                        "national-id:23",
                        "passport:24"),
                ListFile.identifiers(list.records().get(0)));
        assertTrue(list.records().get(0).extras().contains(new ListedParty.Extra("Passport, country", "Atlantis")));
        assertEquals(
                List.of("other:EP-X", "other:26"),
                ListFile.identifiers(list.records().get(1)));
        assertEquals(
                new ListedParty.Vessel("", "", "", "", "99,144"),
                list.records().get(2).vessel());
    }

    @Test
    void cutRemarksGoOnInTheComments() throws Exception {
        ListedParty firm = load("ofac-sdn-csv:" + set()).records().get(1);
        assertEquals(PartyType.ORGANISATION, firm.type());
        assertTrue(firm.remarks().contains("www.example.com; Registration"), firm.remarks());
        // The number of a company, not of a ship.
        assertEquals(
                List.of("tax:77440", "bic:AAAABBCC", "registration:IMO 5342883", "registration:5"),
                ListFile.identifiers(firm));
    }

    @Test
    void aFolderHoldsBothSets() throws Exception {
        set();
        write(
                "cons_prim.csv",
                "201,\"PLC, Person\",\"individual\",\"NS-PLC\",,,,,,,,\n202,\"BANK\",-0- ,\"UKRAINE-EO13662] [RUSSIA-EO14024\",,,,,,,,\n203,\"OFFICE\",-0- ,\"CAATSA - RUSSIA\",,,,,,,,\n");
        write("cons_alt.csv", "201,1,aka,\"PLC, Other\",-0- \n");
        write("cons_add.csv", "201,1,-0- ,-0- ,-0- ,-0- \n");
        PartyList list = load("ofac-sdn-csv:" + folder);
        assertEquals(
                List.of("SDN", "SDN", "SDN", "PLC", "SSI", "MBS"),
                list.records().stream().map(ListedParty::list).toList());
        assertEquals(2, list.editions().size());
        assertEquals(
                List.of("there is no file with the comments beside it"),
                list.editions().get(1).notes());
        write("sdn-2.csv", SampleFiles.OFAC_SDN);
        assertThrows(BadInput.class, () -> load("ofac-sdn-csv:" + folder));
    }

    /** The files of the Treasury and the Consolidated Screening List give one party one number. */
    @Test
    void recordsOfTheConsolidatedScreeningListJoin() throws Exception {
        Path csl = write(
                "csl.json",
                ListFile.json("'source':'" + ListFile.SDN + "','name':'SURNAME, Given','entity_number':'101'"));
        PartyList list =
                PartyList.load(List.of(ListSource.parse("csl-json:" + csl), ListSource.parse("ofac-sdn-csv:" + set())));
        assertEquals(list.party(0), list.party(1));
        assertEquals(list.records().get(0).key(), list.records().get(1).key());
        assertNotEquals(list.party(0), list.party(2));
    }

    @Test
    void theDigestIsOfAllFiles() throws Exception {
        Path parties = set();
        PartyList one = load("ofac-sdn-csv:" + parties);
        write("ALT.CSV", SampleFiles.OFAC_ALT.replace("SHIP TWO", "SHIP TWA"));
        assertNotEquals(one.digest(), load("ofac-sdn-csv:" + parties).digest());
    }

    @Test
    void partiesWithoutTheirAliasesAreRefusedUnlessTheCallerInsists() throws Exception {
        Path parties = set();
        Files.delete(folder.resolve("ALT.CSV"));
        BadInput fault = assertThrows(BadInput.class, () -> load("ofac-sdn-csv:" + parties));
        assertTrue(fault.reason().contains("alt.csv with the aliases is not beside it"), fault.reason());
        PartyList list = load("ofac-sdn-csv!:" + parties);
        assertTrue(list.editions().get(0).notes().contains("there is no file with the aliases beside it"));
        assertFalse(ListSource.parse("ofac-sdn-csv:x").insists());
    }

    @Test
    void aRowOfAnUnknownPartyAShortRowAndARowBehindTheEndAreRefused() throws Exception {
        Path parties = set();
        write("ALT.CSV", SampleFiles.OFAC_ALT.replace("103,3", "104,3"));
        BadInput fault = assertThrows(BadInput.class, () -> load("ofac-sdn-csv:" + parties));
        assertTrue(fault.file().endsWith("ALT.CSV"));
        assertEquals("3:1", fault.line() + ":" + fault.column());
        set();
        write("ALT.CSV", SampleFiles.OFAC_ALT.replace("\"SHIP TWO\"", "-0- "));
        fault = assertThrows(BadInput.class, () -> load("ofac-sdn-csv:" + parties));
        assertEquals("3:4", fault.line() + ":" + fault.column());
        set();
        write("SDN.CSV", SampleFiles.OFAC_SDN.replace("\"Minister\",", ""));
        fault = assertThrows(BadInput.class, () -> load("ofac-sdn-csv:" + parties));
        assertEquals("1:12", fault.line() + ":" + fault.column());
        write("SDN.CSV", SampleFiles.OFAC_SDN.replace("\r\n102", "\r\n\u001A\r\n102"));
        fault = assertThrows(BadInput.class, () -> load("ofac-sdn-csv:" + parties));
        assertEquals("2:2", fault.line() + ":" + fault.column());
    }

    /** A list of blocked persons that was given the name of the other file keeps its effect. */
    @Test
    void aPartyOfAnUnknownProgramCountsAsBlockedUnderAnyNameOfTheFile() throws Exception {
        write("cons_prim.csv", SampleFiles.OFAC_SDN);
        write("cons_alt.csv", SampleFiles.OFAC_ALT);
        write("cons_add.csv", SampleFiles.OFAC_ADD);
        PartyList list = load("ofac-sdn-csv:" + folder.resolve("cons_prim.csv"));
        assertEquals(List.of("SDN"), list.editions().get(0).lists());
        assertTrue(list.editions().get(0).notes().stream()
                .anyMatch(note -> note.contains("'CUBA' are of no list but that of blocked persons")));
    }

    @Test
    void listsFollowFromPrograms() {
        assertEquals(
                List.of("Specially Designated Nationals (SDN) - Treasury Department"),
                List.copyOf(OfacParty.byPrograms(List.of("SDGT", "NS-PLC"), false)));
        assertTrue(
                OfacParty.byPrograms(List.of("NS-PLC"), false).iterator().next().contains("(PLC)"));
        assertEquals(
                Set.of(),
                OfacParty.byPrograms(List.of("561-Related"), true).stream()
                        .filter(name -> !name.contains("(CAP)"))
                        .collect(Collectors.toSet()));
    }
}
