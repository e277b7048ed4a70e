package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Quality;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class UnXmlReaderTest {
    private static final ListSource.Format FORMAT = ListSource.Format.UN_XML;

    private static PartyList sample() throws Exception {
        return ListFile.load(FORMAT, SampleFiles.UN_XML);
    }

    @Test
    void namesKeepRoleAndQualityAndACellOfSeveralIsSeveral() throws Exception {
        PartyList list = sample();
        ListedParty person = list.records().get(0);
        assertEquals(
                List.of(
                        "PRIMARY FIRST THIRD",
                        "ALIAS Good Alias",
                        "ALIAS Other Good Alias",
                        "ALIAS Weak",
                        "ORIGINAL_SCRIPT \u0410\u0431\u0443",
                        "ORIGINAL_SCRIPT \u0639\u062f\u064a"),
                ListFile.names(person));
        assertEquals(Quality.STRONG, person.names().get(2).quality());
        assertEquals(Quality.WEAK, person.names().get(3).quality());
        assertEquals(Quality.WEAK, person.names().get(4).quality());
        assertEquals(
                List.of("PRIMARY LAKES COMPANY (LC)", "ALIAS GREAT LAKES", "FORMER Old Lakes", "ALIAS LKS"),
                ListFile.names(list.records().get(2)));
        // As published: a primary name, two aliases and an original script; a name; a name and two aliases.
        assertEquals(4 + 1 + 3, list.editions().get(0).nameCount());
    }

    @Test
    void theWordForNothingIsInSmallLettersAndNaIsAName() throws Exception {
        String text = SampleFiles.UN_XML.replace(
                "<FIRST_NAME>SECOND</FIRST_NAME>",
                "<FIRST_NAME>NA</FIRST_NAME><SECOND_NAME>na</SECOND_NAME><THIRD_NAME>Hong</THIRD_NAME>");
        assertEquals("NA Hong", ListFile.load(FORMAT, text).records().get(1).primaryName());
    }

    @Test
    void birthDatesAreIntervals() throws Exception {
        assertEquals(
                List.of(
                        DateRange.on(LocalDate.of(1963, 7, 24)),
                        new DateRange(LocalDate.of(1970, 1, 1), LocalDate.of(1972, 12, 31)),
                        new DateRange(LocalDate.of(1973, 1, 1), LocalDate.of(1977, 12, 31))),
                sample().records().get(0).birthDates());
    }

    @Test
    void theRestIsKept() throws Exception {
        PartyList list = sample();
        ListedParty person = list.records().get(0);
        assertEquals("UN", person.list());
        assertEquals("1", person.entry());
        assertEquals(PartyType.PERSON, person.type());
        assertEquals("Dr.; Head; Deputy", person.title());
        assertEquals("Brother of Other Party (XXi.009).", person.remarks());
        assertEquals(List.of(Country.of("RW"), Country.of("IR")), person.countries());
        assertEquals("1 Road, Town, Rwanda", person.addresses().get(0).text());
        assertEquals(1, person.addresses().size());
        assertEquals(List.of("passport:AB 12"), ListFile.identifiers(person));
        assertEquals(
                new DateRange(LocalDate.of(2013, 4, 5), null),
                person.identifiers().get(0).validity());
        assertEquals(
                new DateRange(LocalDate.of(2012, 12, 31), null),
                person.listing().inForce());
        assertEquals(List.of("Example"), person.listing().programs());
        assertTrue(Objects.requireNonNull(person.listing().citation()).text().contains("XXi.001"));
        assertTrue(person.extras().contains(new ListedParty.Extra("Place of birth", "Goma, Rwanda")));
        assertEquals(PartyType.ORGANISATION, list.records().get(2).type());
        assertEquals(LocalDate.of(2026, 8, 1), list.editions().get(0).publishedOn());
        assertEquals(List.of(), list.editions().get(0).notes());
    }

    @Test
    void notesPlacesAndNoticesAreKept() throws Exception {
        String text = SampleFiles.UN_XML
                .replace(
                        "<DATAID>1</DATAID>",
                        "<DATAID>1</DATAID><GENDER>Male</GENDER><INTERPOL_LINK>https://i.example</INTERPOL_LINK>")
                .replace("<ALIAS_NAME>Good Alias", "<CITY_OF_BIRTH>Kigali</CITY_OF_BIRTH><ALIAS_NAME>Good Alias")
                .replace("<NUMBER>AB 12", "<CITY_OF_ISSUE>Goma</CITY_OF_ISSUE><NUMBER>AB 12");
        List<ListedParty.Extra> extras =
                ListFile.load(FORMAT, text).records().get(0).extras();
        assertTrue(
                extras.containsAll(List.of(
                        new ListedParty.Extra("Gender", "Male"),
                        new ListedParty.Extra("Interpol notice", "https://i.example"),
                        new ListedParty.Extra("Place of birth", "Kigali"),
                        new ListedParty.Extra("Address note", "2016"),
                        new ListedParty.Extra("City of issue", "Goma"))),
                extras.toString());
    }

    @Test
    void aPartyWithoutANameOrAnIdRefusesTheFile() {
        BadInput fault = ListFile.fault(FORMAT, SampleFiles.UN_XML.replace("<FIRST_NAME>SECOND</FIRST_NAME>", ""));
        assertTrue(fault.reason().contains("this INDIVIDUAL has no name; in all 1 row was refused"), fault.reason());
        String before = SampleFiles.UN_XML.substring(0, SampleFiles.UN_XML.lastIndexOf("<INDIVIDUAL>"));
        assertEquals(1 + before.chars().filter(c -> c == '\n').count(), fault.line());
        fault = ListFile.fault(FORMAT, SampleFiles.UN_XML.replace("<DATAID>3</DATAID>", "<DATAID/>"));
        assertTrue(fault.reason().contains("no DATAID"), fault.reason());
    }

    @Test
    void whatALaterEditionAddsIsNoted() throws Exception {
        PartyList list = ListFile.load(
                FORMAT, SampleFiles.UN_XML.replace("<DATAID>2", "<MOTHER_NAME kind=\"x\">M</MOTHER_NAME><DATAID>2"));
        assertEquals(3, list.records().size());
        assertEquals(
                List.of("the attribute 'kind' is not known", "the element 'MOTHER_NAME' is not known"),
                list.editions().get(0).notes());
    }
}
