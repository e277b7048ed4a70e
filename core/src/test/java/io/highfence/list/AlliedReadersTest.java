package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListSource.Format;
import io.highfence.list.ListedParty.Extra;
import io.highfence.list.ListedParty.Link;
import io.highfence.list.ListedParty.Quality;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The readers of the lists of the United Kingdom, the European Union, Switzerland, Canada, Australia and Japan, and of BIS. */
class AlliedReadersTest {
    private static PartyList sample(Format format) throws Exception {
        return ListFile.loadInsisting(format, SampleFiles.bytes(format));
    }

    private static ListedParty party(PartyList list, String entry) {
        return list.records().stream()
                .filter(record -> record.entry().equals(entry))
                .findFirst()
                .orElseThrow();
    }

    private static Quality quality(ListedParty party, String name) {
        return party.names().stream()
                .filter(one -> one.text().equals(name))
                .findFirst()
                .orElseThrow()
                .quality();
    }

    @ParameterizedTest
    @EnumSource(names = {"UK_SL_XML", "UK_SL_CSV"})
    void theUkSanctionsList(Format format) throws Exception {
        PartyList list = sample(format);
        ListedParty person = party(list, "AAA0001");
        assertEquals("UK", person.list());
        // Parts one to five come first, the sixth last.
        assertEquals("FIRST SECOND FAMILY", person.primaryName());
        assertEquals(Quality.WEAK, quality(person, "OTHER"));
        assertTrue(ListFile.names(person).contains("ORIGINAL_SCRIPT \u0418\u043c\u044f"));
        assertEquals(PartyType.PERSON, person.type());
        assertEquals(List.of(DateRange.ofYear(1945), DateRange.on(LocalDate.of(1963, 7, 24))), person.birthDates());
        assertEquals(List.of(Country.of("AF"), Country.of("IR")), person.countries());
        assertEquals(1, person.addresses().size());
        assertEquals("1 Road, Kabul, Afghanistan", person.addresses().get(0).text());
        assertEquals(List.of("passport:AB12"), ListFile.identifiers(person));
        assertEquals(
                new DateRange(LocalDate.of(2012, 6, 29), null), person.listing().inForce());
        assertEquals(
                List.of("The Example (Sanctions) Regulations 2020"),
                person.listing().programs());
        assertTrue(person.extras().contains(new Extra("Sanctions imposed", "Travel Ban")));
        ListedParty firm = party(list, "AAA0002");
        assertTrue(firm.links()
                .containsAll(
                        List.of(new Link("Parent company", "PARENT PLC"), new Link("Subsidiary", "DAUGHTER LTD"))));
        ListedParty ship = party(list, "AAA0003");
        assertEquals(PartyType.VESSEL, ship.type());
        assertEquals("9826902", ship.identifiers().get(0).normal());
        assertEquals(new ListedParty.Vessel("", "Oil Tanker", "Gabon", "OWNER CO", ""), ship.vessel());
        assertEquals(
                format == Format.UK_SL_XML ? LocalDate.of(2026, 9, 2) : LocalDate.of(2026, 10, 8),
                list.editions().get(0).publishedOn());
        assertEquals(List.of(), list.editions().get(0).notes());
    }

    @Test
    void theUkXmlHasNumbersOfRegistersAndBothScripts() throws Exception {
        PartyList list = sample(Format.UK_SL_XML);
        assertEquals(
                List.of(
                        "PRIMARY FIRST SECOND FAMILY",
                        "ALIAS OTHER",
                        "ALIAS FIRST FAMYLY",
                        "ORIGINAL_SCRIPT \u0418\u043c\u044f",
                        "ORIGINAL_SCRIPT \u0410\u0431\u0443"),
                ListFile.names(party(list, "AAA0001")));
        assertEquals("Dr; Minister", party(list, "AAA0001").title());
        assertEquals(
                "Knows somebody (XXi.011).\n\nA reason.", party(list, "AAA0001").remarks());
        assertEquals(List.of("registration:1027739609391"), ListFile.identifiers(party(list, "AAA0002")));
        assertEquals(
                Country.of("RU"), party(list, "AAA0002").identifiers().get(0).country());
    }

    /** Found by mutation of a seed: sixty and more characters of sixteen bits may be fewer than sixty signs. */
    @Test
    void aLongTextIsCutBetweenTwoSigns() {
        String sign = "\uD83D\uDE00";
        assertEquals(sign.repeat(30), Published.shortened(sign.repeat(30)));
        assertEquals(sign.repeat(28) + "...", Published.shortened(sign.repeat(31)));
        assertEquals("x" + sign.repeat(28) + "...", Published.shortened("x" + sign.repeat(31)));
        assertEquals("x".repeat(57) + "...", Published.shortened("x".repeat(61)));
    }

    @Test
    void lettersPartTheValuesOfACellAsNumbersDo() {
        assertEquals(List.of("Jordan", "Iraq"), Published.numbered("(a) Jordan (b) Iraq"));
        assertEquals(List.of("Jordan", "Iraq"), Published.numbered("a) Jordan b) Iraq"));
        assertEquals(List.of("Jordan", "Iraq"), Published.numbered("1) Jordan 2) Iraq"));
        assertEquals(List.of("Germany (b) Algeria"), Published.numbered("Germany (b) Algeria"));
        assertEquals(List.of("Office (a) of (b)"), Published.numbered("Office (a) of (b)"));
    }

    @Test
    void whatIsSaidOfAScriptAndASecondFlagIsKept() throws Exception {
        String text = SampleFiles.UK_SL_XML
                .replace(
                        "</NameNonLatinScript>",
                        "</NameNonLatinScript><NonLatinScriptType>Cyrillic</NonLatinScriptType>")
                .replace(
                        "</CurrentBelievedFlagOfShips>",
                        "<CurrentBelievedFlagOfShip>Cameroon</CurrentBelievedFlagOfShip></CurrentBelievedFlagOfShips>");
        PartyList list = ListFile.load(Format.UK_SL_XML, text);
        assertTrue(party(list, "AAA0001").extras().contains(new Extra("Script", "Cyrillic")));
        assertTrue(party(list, "AAA0003").extras().contains(new Extra("Ship, flag", "Cameroon")));
    }

    @Test
    void theClosedListOfOfsiIsRefusedUnlessTheCallerInsists() throws Exception {
        BadInput fault = ListFile.fault(Format.OFSI_CSV, SampleFiles.bytes(Format.OFSI_CSV));
        assertTrue(fault.reason().contains("closed on 2026-01-28"), fault.reason());
        assertTrue(fault.reason().contains("ofsi-csv!"), fault.reason());
        PartyList list = sample(Format.OFSI_CSV);
        assertTrue(list.editions().get(0).notes().get(0).contains("closed on 2026-01-28"));
        assertEquals(LocalDate.of(2020, 4, 27), list.editions().get(0).publishedOn());
        ListedParty person = party(list, "13349");
        assertEquals(List.of("PRIMARY PRIMARY", "ALIAS Sheikh AL-EXAMPLE"), ListFile.names(person));
        assertEquals(List.of(DateRange.ofYear(1980)), person.birthDates());
        assertEquals(List.of(Country.of("AF"), Country.of("SA"), Country.of("QA")), person.countries());
        assertEquals(List.of("passport:592667"), ListFile.identifiers(person));
        ListedParty firm = party(list, "13188");
        assertEquals("CAF\u00c9 \u201cEXAMPLE\u201d", firm.primaryName());
        assertEquals(
                List.of(new Link("Parent company", "PARENT PLC"), new Link("Parent company", "OTHER PLC")),
                firm.links());
        assertEquals(List.of("registration:123456"), ListFile.identifiers(firm));
        // The only name of a party is its primary one, whatever it is called.
        assertEquals(List.of("PRIMARY THIRD"), ListFile.names(party(list, "13562")));
    }

    @Test
    void ofsiInUtf8IsReadAsSuch() throws Exception {
        PartyList list = ListFile.loadInsisting(Format.OFSI_CSV, SampleFiles.OFSI_CSV.getBytes(StandardCharsets.UTF_8));
        assertEquals("CAF\u00c9 \u201cEXAMPLE\u201d", party(list, "13188").primaryName());
    }

    @Test
    void theEuropeanUnionHasAPartyOnceForEachProgramme() throws Exception {
        PartyList list = sample(Format.EU_FSF_XML);
        assertEquals(3, list.records().size());
        assertEquals(list.party(0), list.party(1));
        assertNotEquals(list.party(1), list.party(2));
        assertEquals(List.of("TAQA"), list.records().get(0).listing().programs());
        assertEquals(List.of("IRQ"), list.records().get(1).listing().programs());
        ListedParty person = list.records().get(0);
        assertEquals(List.of("PRIMARY First Family", "ALIAS Perv\u0430"), ListFile.names(person));
        assertEquals(Quality.STRONG, person.names().get(0).quality());
        assertEquals(Quality.WEAK, person.names().get(1).quality());
        assertEquals(
                List.of(
                        DateRange.on(LocalDate.of(1937, 4, 28)),
                        new DateRange(LocalDate.of(1965, 1, 1), LocalDate.of(1967, 12, 31)),
                        new DateRange(LocalDate.of(1953, 1, 1), LocalDate.of(1958, 12, 31))),
                person.birthDates());
        assertTrue(person.extras().contains(new Extra("Date of birth", "1390 (ISLAMIC)")));
        assertEquals(List.of(Country.of("IQ")), person.countries());
        assertEquals(List.of("passport:M0003"), ListFile.identifiers(person));
        assertTrue(person.extras().contains(new Extra("False document", "National passport F1")));
        assertEquals(
                new DateRange(LocalDate.of(1985, 6, 4), LocalDate.of(1990, 6, 4)),
                person.identifiers().get(0).validity());
        assertEquals("1 Road, Baghdad, 10, IRAQ", person.addresses().get(0).text());
        assertEquals(
                new DateRange(LocalDate.of(2019, 4, 9), null), person.listing().inForce());
        assertTrue(person.extras().contains(new ListedParty.Extra("Designation date", "2008-07-03")));
        assertEquals(
                "EU.1.1; 2019/555 (OJ L97)",
                Objects.requireNonNull(person.listing().citation()).text());
        assertEquals(PartyType.ORGANISATION, list.records().get(2).type());
        assertEquals(LocalDate.of(2022, 3, 18), list.editions().get(0).publishedOn());
        assertEquals(4, list.editions().get(0).nameCount());
    }

    /** The act on the party may be the latest of several; the acts of its names tell of earlier ones. */
    @Test
    void theEuropeanListingHoldsFromTheEarliestActThatNamesTheParty() throws Exception {
        String text = SampleFiles.EU_FSF_XML.replaceFirst(
                "(<nameAlias[^>]*)/>", "$1><regulationSummary publicationDate=\"2012-03-04\"/></nameAlias>");
        assertNotEquals(SampleFiles.EU_FSF_XML, text);
        List<ListedParty> records = ListFile.load(Format.EU_FSF_XML, text).records();
        assertTrue(
                records.stream()
                        .anyMatch(record -> LocalDate.of(2012, 3, 4)
                                .equals(record.listing().inForce().from())),
                records.toString());
        String csv =
                "Entity_LogicalId;Entity_Regulation_EntryIntoForceDate;NameAlias_WholeName;NameAlias_Regulation_PublicationDate\n"
                        + "1;2019-04-09;First;08/04/2013\n1;2019-04-09;Second;2012-03-04\n";
        assertEquals(
                new DateRange(LocalDate.of(2012, 3, 4), null),
                ListFile.load(Format.EU_FSF_CSV, csv).records().get(0).listing().inForce());
    }

    @Test
    void whatTheUnionSaysOfADocumentIsKept() throws Exception {
        String text = SampleFiles.EU_FSF_XML
                .replaceFirst("knownExpired=\"false\"", "knownExpired=\"true\"")
                .replaceFirst("issuedBy=\"\"", "issuedBy=\"An office\"");
        ListedParty person = ListFile.load(Format.EU_FSF_XML, text).records().get(0);
        assertTrue(person.extras().contains(new Extra("Document note", "M0003: known to be expired")));
        assertTrue(person.extras().contains(new Extra("Document issued by", "An office")));
    }

    @Test
    void theEuropeanCsvGathersTheRowsOfAParty() throws Exception {
        PartyList list = sample(Format.EU_FSF_CSV);
        ListedParty person = party(list, "11");
        assertEquals(List.of("PRIMARY First Family", "ALIAS Premier"), ListFile.names(person));
        assertEquals(List.of(DateRange.on(LocalDate.of(1937, 4, 28))), person.birthDates());
        assertEquals(List.of(Country.of("IQ")), person.countries());
        assertEquals(List.of("passport:M0003"), ListFile.identifiers(person));
        assertEquals(PartyType.PERSON, person.type());
        assertEquals(List.of("TAQA"), person.listing().programs());
        assertEquals(LocalDate.of(2026, 8, 5), list.editions().get(0).publishedOn());
        assertEquals(List.of(), list.editions().get(0).notes());
    }

    @Test
    void theEuropeanCsvOfVersionOneHasOtherNamesOfColumns() throws Exception {
        String text =
                "Date_file;Entity_logical_id;Subject_type;Leba_numtitle;Programme;Naal_logical_id;Entity_logical_id;"
                        + "Naal_wholename;Birt_date;Birt_country;Iden_number;Citi_country;EU_ref_num\n"
                        + "04/07/2018;1;P;2018/223 (OJ L43);ZWE;1;1;First \"Nick\" Family;;;;;EU.36.64\n"
                        + "04/07/2018;1;P;2018/223 (OJ L43);ZWE;;;;1924-02-21;ZWE;;;EU.36.64\n"
                        + "04/07/2018;1;P;2018/223 (OJ L43);ZWE;;;;;;AD001095 (passport);ZWE;EU.36.64\n";
        PartyList list = ListFile.load(Format.EU_FSF_CSV, text);
        ListedParty person = party(list, "1");
        assertEquals("First \"Nick\" Family", person.primaryName());
        assertEquals(List.of(DateRange.on(LocalDate.of(1924, 2, 21))), person.birthDates());
        assertEquals(List.of(Country.of("ZW")), person.countries());
        assertEquals(LocalDate.of(2018, 7, 4), list.editions().get(0).publishedOn());
        assertEquals(List.of(), list.editions().get(0).notes());
        BadInput fault = ListFile.fault(Format.EU_FSF_CSV, "id;name\n1;x\n");
        assertTrue(fault.reason().contains("entity_logicalid"), fault.reason());
    }

    @Test
    void aTableInOnePairOfQuotesALineIsUnwrappedAndACutOneRefused() throws Exception {
        String text =
                "\"Entity_logical_id;Naal_wholename;Naal_title\t\t\"\r\n\"1;\"\"First; Family\"\";Dr\t\t\"\r\n\"2;Second;\t\t\"\r\n";
        PartyList list = ListFile.load(Format.EU_FSF_CSV, text);
        assertEquals(List.of("First; Family", "Second"), ListFile.primaryNames(list));
        assertEquals("Dr", list.records().get(0).title());
        String cut = text.substring(0, text.length() - 6);
        assertThrows(BadInput.class, () -> ListFile.load(Format.EU_FSF_CSV, cut));
    }

    @Test
    void switzerlandsNewestModificationDecidesAndOldOnesNameNobody() throws Exception {
        PartyList list = sample(Format.CH_SECO_XML);
        ListedParty person = party(list, "1");
        assertEquals(
                List.of(
                        "PRIMARY First Fathers Family",
                        "ORIGINAL_SCRIPT \u041f\u0435\u0440 Fathers \u0424\u0430\u043c",
                        "FORMER Old Name",
                        "ALIAS The Other"),
                ListFile.names(person).stream()
                        .sorted(Comparator.comparingInt(name -> name.startsWith("PRIMARY") ? 0 : 1))
                        .toList());
        assertEquals(Quality.WEAK, quality(person, "The Other"));
        assertEquals(List.of(DateRange.on(LocalDate.of(1980, 3, 23)), DateRange.ofYear(1981)), person.birthDates());
        // The place stands behind the party in the file.
        assertEquals("1 Road, Minsk, 10, Belarus", person.addresses().get(0).text());
        assertEquals(List.of("passport:AB1"), ListFile.identifiers(person));
        assertEquals(List.of("Country: article 12"), person.listing().programs());
        assertEquals(
                new DateRange(LocalDate.of(2014, 1, 1), null), person.listing().inForce());
        assertEquals(List.of(new Link("related-to", "FIRM AG")), person.links());
        assertEquals("A reason.", person.remarks());
        // Taken off the list, and kept with its last day.
        assertEquals(
                new DateRange(LocalDate.of(2015, 1, 1), LocalDate.of(2020, 4, 30)),
                party(list, "2").listing().inForce());
        ListedParty ship = party(list, "3");
        assertEquals(PartyType.VESSEL, ship.type());
        assertEquals(List.of("imo:8405270"), ListFile.identifiers(ship));
        assertEquals(LocalDate.of(2026, 8, 27), list.editions().get(0).publishedOn());
        BadInput fault =
                ListFile.fault(Format.CH_SECO_XML, SampleFiles.CH_SECO_XML.replace("whole-list", "delta-list"));
        assertTrue(fault.reason().contains("only the whole list"), fault.reason());
    }

    @Test
    void aSuffixIsTheEndOfAName() throws Exception {
        String text = SampleFiles.CH_SECO_XML.replace(
                "<name-part order=\"2\" name-part-type=\"given-name\">",
                "<name-part order=\"9\" name-part-type=\"suffix\"><value>Jr</value></name-part>"
                        + "<name-part order=\"2\" name-part-type=\"given-name\">");
        assertEquals(
                "First Fathers Family Jr",
                party(ListFile.load(Format.CH_SECO_XML, text), "1").primaryName());
    }

    @Test
    void aNameOfTooManyPartsIsRefused() {
        String part = "<name-part name-part-type=\"given-name\"><value>A</value></name-part>";
        BadInput fault = ListFile.fault(
                Format.CH_SECO_XML,
                SampleFiles.CH_SECO_XML.replace("<name-part order=\"2\"", part.repeat(101) + "<name-part order=\"2\""));
        assertTrue(fault.reason().contains("more than 100 parts"), fault.reason());
    }

    @Test
    void aCommaBeforeALegalFormPartsNoAliases() throws Exception {
        String text = SampleFiles.CA_SEMA_XML.replace(
                "<Aliases>One Alias",
                "<Aliases>Firm Co., Ltd., Other Firm, LLC; Third (a, b), Limited Edition, One Alias");
        assertEquals(
                List.of("Firm Co., Ltd.", "Other Firm, LLC", "Third (a, b), Limited Edition", "One Alias"),
                ListFile.load(Format.CA_SEMA_XML, text).records().get(0).names().stream()
                        .map(ListedParty.Name::text)
                        .skip(1)
                        .limit(4)
                        .toList());
    }

    @Test
    void canadaInBothWaysOfNamingItsElements() throws Exception {
        PartyList list = sample(Format.CA_SEMA_XML);
        ListedParty person = list.records().get(0);
        assertEquals(
                List.of(
                        "PRIMARY First Fathers Family",
                        "ALIAS One Alias",
                        "ALIAS Two Alias (also Three, Alias)",
                        "ORIGINAL_SCRIPT \u0418\u043c\u044f"),
                ListFile.names(person));
        assertEquals(PartyType.PERSON, person.type());
        assertEquals("Russia / Russie / 1 / 3", person.entry());
        // The country of the act is not that of the party.
        assertEquals(List.of(), person.countries());
        assertEquals("Russia / Russie / 1 / 3 / FIRM Ltd", list.records().get(1).entry());
        ListedParty ship = list.records().get(2);
        assertEquals(PartyType.VESSEL, ship.type());
        assertEquals(List.of("imo:8517839"), ListFile.identifiers(ship));
        assertEquals(List.of(), ship.birthDates());
        assertEquals(
                new DateRange(LocalDate.of(2025, 6, 13), null), ship.listing().inForce());
        assertEquals(LocalDate.of(2025, 6, 13), list.editions().get(0).publishedOn());
    }

    @Test
    void australiaHasARowForEachName() throws Exception {
        PartyList list = sample(Format.AU_DFAT_XLSX);
        ListedParty person = party(list, "2");
        assertEquals(
                List.of("PRIMARY FIRST PERSON", "ORIGINAL_SCRIPT \u0645\u062d\u0645\u062f", "ALIAS Weak One"),
                ListFile.names(person));
        assertEquals(Quality.WEAK, person.names().get(2).quality());
        // 23582 is the number of a day, 1945 of a year.
        assertEquals(
                List.of(
                        DateRange.on(LocalDate.of(1964, 7, 24)),
                        new DateRange(LocalDate.of(1962, 1, 1), LocalDate.of(1964, 12, 31)),
                        DateRange.on(LocalDate.of(1972, 1, 30)),
                        DateRange.ofYear(1945)),
                person.birthDates());
        assertEquals(List.of(Country.of("AF"), Country.of("IR"), Country.of("IQ")), person.countries());
        assertEquals(
                new DateRange(LocalDate.of(2001, 1, 25), null), person.listing().inForce());
        assertEquals(List.of("imo:9826902"), ListFile.identifiers(party(list, "4")));
        assertEquals(5, list.editions().get(0).nameCount());
        // 46126 days after 30 December 1899.
        assertEquals(LocalDate.of(2026, 4, 14), list.editions().get(0).publishedOn());
        BadInput fault = assertThrows(
                BadInput.class,
                () -> ListFile.load(
                        Format.AU_DFAT_XLSX,
                        SampleFiles.workbook(
                                SampleFiles.AU_SHEET.replace("<v>3</v></c><c r=\"B5\"", "</c><c r=\"B5\""))));
        assertEquals("5:1", fault.line() + ":" + fault.column());
    }

    @Test
    void japansNamesInChineseCharactersStandInBrackets() throws Exception {
        PartyList list = sample(Format.JP_METI_JSON);
        ListedParty first = party(list, "jp-eul-1");
        assertEquals(
                List.of(
                        "PRIMARY First Trading",
                        "ORIGINAL_SCRIPT \u671d\u9bae\u9280\u884c",
                        "ALIAS Alias One",
                        "ORIGINAL_SCRIPT \u7dcf\u5408"),
                ListFile.names(first));
        assertEquals(List.of("B", "C", "M", "N", "CW"), first.listing().programs());
        assertEquals(List.of(Country.of("IR")), first.countries());
        // The text of the PDF ran on: the name stands behind the country.
        assertEquals("Second Ltd", party(list, "jp-eul-2").primaryName());
        assertEquals(List.of(Country.of("CN")), party(list, "jp-eul-2").countries());
        assertEquals("Third Co. (TC)", party(list, "jp-eul-3").primaryName());
        assertEquals(LocalDate.of(2025, 9, 29), list.editions().get(0).publishedOn());
        assertEquals(3 + 2, list.editions().get(0).nameCount());
        BadInput fault =
                ListFile.fault(Format.JP_METI_JSON, SampleFiles.JP_METI_JSON.replace("\"jp-eul-3\"", "\"jp-eul-1\""));
        assertTrue(fault.reason().contains("stands twice"), fault.reason());
        assertEquals(6, fault.line());
    }

    @Test
    void theDeniedPersonsOfBisAreTheRecordsOfTheConsolidatedList() throws Exception {
        PartyList list = sample(Format.BIS_DPL_TXT);
        ListedParty first = list.records().get(0);
        assertEquals("DPL", first.list());
        assertEquals("FIRST PERSON", first.primaryName());
        assertEquals(
                List.of("1 ROAD, SEAGOVILLE, TX, 75159", "2 ROAD, DUBAI, AE"),
                first.addresses().stream().map(ListedParty.Address::text).toList());
        assertEquals(List.of(Country.of("US"), Country.of("AE")), first.countries());
        assertEquals(
                new DateRange(LocalDate.of(2003, 6, 19), LocalDate.of(2056, 6, 29)),
                first.listing().inForce());
        assertEquals(Boolean.TRUE, first.listing().standardOrder());
        ListedParty second = list.records().get(1);
        assertEquals(List.of("PRIMARY SECOND (AKA: SECUND)", "ALIAS SECOND", "ALIAS SECUND"), ListFile.names(second));
        assertEquals(Boolean.FALSE, second.listing().standardOrder());
        ListedParty third = list.records().get(2);
        assertEquals(DateRange.ALWAYS, third.listing().inForce());
        assertEquals(null, third.listing().standardOrder());
        assertEquals(LocalDate.of(2020, 1, 2), list.editions().get(0).publishedOn());
        assertTrue(list.editions().get(0).notes().stream().anyMatch(note -> note.contains("'02/30/2020'")));
    }

    @Test
    void whatALaterEditionAddsIsNotedAndLoads() throws Exception {
        for (Format format : List.of(Format.UK_SL_XML, Format.EU_FSF_XML, Format.CH_SECO_XML, Format.CA_SEMA_XML)) {
            String text = SampleFiles.text(format);
            int end = text.lastIndexOf("</", text.lastIndexOf("</") - 1);
            String inner = text.substring(0, end) + "<brandNew/>" + text.substring(end);
            PartyList list = ListFile.load(format, inner);
            assertEquals(
                    1,
                    list.editions().get(0).notes().stream()
                            .filter(note -> note.equals("the element 'brandNew' is not known"))
                            .count(),
                    format + " " + list.editions().get(0).notes());
        }
        String uk = SampleFiles.UK_SL_CSV
                .replace("Year Built,", "Year Built,Brand New,")
                .replace("\r\n,", "\r\n,");
        String[] rows = uk.split("\r\n");
        StringBuilder wider =
                new StringBuilder(rows[0]).append("\r\n").append(rows[1]).append("\r\n");
        for (int i = 2; i < rows.length; i++) {
            wider.append(rows[i]).append(",\r\n");
        }
        assertEquals(
                List.of("the column 'brand new' is not known"),
                ListFile.load(Format.UK_SL_CSV, wider.toString())
                        .editions()
                        .get(0)
                        .notes());
    }
}
