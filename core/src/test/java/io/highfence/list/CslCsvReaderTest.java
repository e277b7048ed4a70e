package io.highfence.list;

import static io.highfence.list.ListFile.CSL_COLUMNS;
import static io.highfence.list.ListFile.DPL;
import static io.highfence.list.ListFile.EL;
import static io.highfence.list.ListFile.SDN;
import static io.highfence.list.ListFile.all;
import static io.highfence.list.ListFile.assertPlace;
import static io.highfence.list.ListFile.fault;
import static io.highfence.list.ListFile.loadCsv;
import static io.highfence.list.ListFile.names;
import static io.highfence.list.ListFile.primaryNames;
import static io.highfence.list.ListFile.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Citation;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Digest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CslCsvReaderTest {
    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("_id", "11111"),
            Map.entry("source", SDN),
            Map.entry("entity_number", "22222"),
            Map.entry("type", "Individual"),
            Map.entry("programs", "SDGT; NPWMD"),
            Map.entry("name", "DOE, Jane"),
            Map.entry("title", "Minister; Member"),
            Map.entry("addresses", "1 Road, Ankara, Ankara Province, 06100, TR; Limassol, CY; IR"),
            Map.entry("federal_register_notice", "84 FR 22961; 85 FR 83799"),
            Map.entry("start_date", "2019-05-16"),
            Map.entry("end_date", "2029-05-15"),
            Map.entry("standard_order", "N"),
            Map.entry("license_requirement", "All items subject to the EAR. (See \u00A7 734.9(e)(2) of the EAR)4"),
            Map.entry("license_policy", "Presumption of denial"),
            Map.entry("call_sign", "TCAB"),
            Map.entry("vessel_type", "Crude Oil Tanker"),
            Map.entry("gross_tonnage", "150000"),
            Map.entry("gross_registered_tonnage", "140000"),
            Map.entry("vessel_flag", "Panama"),
            Map.entry("vessel_owner", "Owner Ltd"),
            Map.entry("remarks", "(Linked To: OTHER; PARTY)"),
            Map.entry("source_list_url", "https://a.example"),
            Map.entry("alt_names", "DOE, Janet; ROE, Jane"),
            Map.entry("citizenships", "LB; PY"),
            Map.entry("dates_of_birth", "1938; circa 1951"),
            Map.entry("nationalities", "SY"),
            Map.entry("places_of_birth", "Cairo, Egypt; Tikrit, Iraq"),
            Map.entry("source_information_url", "https://b.example"),
            Map.entry("ids", "Passport, 836238033, KP; Gender, Female; Website, www.example.com"));

    private static String file(List<String> columns, Map<String, String> cells) {
        return String.join(",", columns)
                + "\n"
                + row(columns.stream()
                        .map(column -> cells.getOrDefault(column, ""))
                        .toList());
    }

    private static ListedParty one(Map<String, String> cells) throws IOException, BadInput {
        return loadCsv(file(CSL_COLUMNS, cells)).records().get(0);
    }

    private static ListedParty with(String column, String cell) throws IOException, BadInput {
        return one(Map.of("source", SDN, "name", "RIM", "entity_number", "1", column, cell));
    }

    @Test
    void allTwentyNineColumnsAreKept() throws Exception {
        assertEquals(29, CSL_COLUMNS.size());
        assertEquals(Set.copyOf(CSL_COLUMNS), FULL.keySet());
        PartyList list = loadCsv(file(CSL_COLUMNS, FULL));
        ListedParty party = list.records().get(0);
        assertEquals(SDN + "#22222", party.key());
        assertEquals("SDN", party.list());
        assertEquals(PartyType.PERSON, party.type());
        assertEquals(List.of("PRIMARY DOE, Jane", "ALIAS DOE, Janet", "ALIAS ROE, Jane"), names(party));
        assertEquals("Minister; Member", party.title());
        assertEquals("(Linked To: OTHER; PARTY)", party.remarks());
        assertEquals(
                List.of("1 Road, Ankara, Ankara Province, 06100, TR", "Limassol, CY", "IR"),
                party.addresses().stream().map(ListedParty.Address::text).toList());
        assertEquals(
                List.of("TR", "CY", "IR", "LB", "PY", "SY"),
                party.countries().stream().map(Country::code).toList());
        assertEquals(
                List.of(DateRange.ofYear(1938), new DateRange(LocalDate.of(1950, 1, 1), LocalDate.of(1952, 12, 31))),
                party.birthDates());
        assertEquals(
                List.of(new ListedParty.Identifier(
                        ListedParty.Identifier.Kind.PASSPORT,
                        "836238033",
                        "Passport",
                        Country.of("KP"),
                        DateRange.ALWAYS)),
                party.identifiers());
        assertEquals(
                List.of(
                        new ListedParty.Extra("Place of birth", "Cairo, Egypt"),
                        new ListedParty.Extra("Place of birth", "Tikrit, Iraq"),
                        new ListedParty.Extra("Gender", "Female"),
                        new ListedParty.Extra("Website", "www.example.com"),
                        new ListedParty.Extra("Other tonnage", "140000"),
                        new ListedParty.Extra("Source information", "https://b.example")),
                party.extras());
        assertEquals(List.of(new ListedParty.Link("Linked To", "OTHER; PARTY")), party.links());
        assertEquals(
                new ListedParty.Vessel("TCAB", "Crude Oil Tanker", "Panama", "Owner Ltd", "150000"), party.vessel());
        assertEquals(
                new ListedParty.Listing(
                        List.of("SDGT", "NPWMD"),
                        "All items subject to the EAR. (See \u00A7 734.9(e)(2) of the EAR)4",
                        "Presumption of denial",
                        Set.of(4),
                        new Citation("84 FR 22961; 85 FR 83799"),
                        new DateRange(LocalDate.of(2019, 5, 16), LocalDate.of(2029, 5, 15)),
                        false,
                        "https://a.example"),
                party.listing());
        assertEquals(List.of(), list.editions().get(0).notes());
        assertEquals(3, list.editions().get(0).nameCount());
        assertEquals("csl-csv", list.editions().get(0).format());
    }

    @Test
    void anOlderFileWithoutIdAndInformationAddressLoads() throws Exception {
        List<String> older = new ArrayList<>(CSL_COLUMNS);
        older.removeAll(List.of("_id", "source_information_url"));
        PartyList list = loadCsv(file(older, FULL));
        Map<String, String> less = new java.util.HashMap<>(FULL);
        less.put("source_information_url", "");
        assertEquals(all(one(less)), all(list.records().get(0)));
        assertEquals(List.of(), list.editions().get(0).notes());
        ListedParty entity = loadCsv(
                        file(older, Map.of("source", EL, "name", "Huawei", "federal_register_notice", "84 FR 22961")))
                .records()
                .get(0);
        assertEquals(Digest.of(EL + "\nHuawei\n84 FR 22961").brief(), entity.entry());
    }

    @Test
    void columnsInAnyOrderGiveTheSameRecord() throws Exception {
        long seed = 20261126;
        Random random = new Random(seed);
        List<String> columns = new ArrayList<>(CSL_COLUMNS);
        List<Object> expected = all(one(FULL));
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(columns, random);
            assertEquals(
                    expected,
                    all(loadCsv(file(columns, FULL)).records().get(0)),
                    "seed " + seed + ", columns " + columns);
        }
    }

    @Test
    void everyColumnIsReadFromItsOwnCell() throws Exception {
        List<Object> full = all(one(FULL));
        for (String column : CSL_COLUMNS) {
            // The id stands behind a better one.
            if (!Set.of("_id", "source", "name").contains(column)) {
                Map<String, String> less = new java.util.HashMap<>(FULL);
                less.put(column, "");
                assertNotEquals(full, all(one(less)), column);
            }
        }
    }

    @Test
    void aColumnThatIsNotKnownLoadsAndIsNoted() throws Exception {
        List<String> columns = new ArrayList<>(CSL_COLUMNS);
        columns.add(3, "risk_level");
        PartyList list = loadCsv(file(columns, FULL));
        assertEquals(all(one(FULL)), all(list.records().get(0)));
        assertEquals(
                List.of("the column 'risk_level' is not known"),
                list.editions().get(0).notes());
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsChangeNothing() throws Exception {
        String text = file(CSL_COLUMNS, FULL);
        assertEquals(all(one(FULL)), all(loadCsv("\uFEFF" + text).records().get(0)));
        assertEquals(
                all(one(FULL)),
                all(loadCsv(text.replace("\n", "\r\n")).records().get(0)));
        assertEquals(
                all(one(FULL)),
                all(loadCsv("\uFEFF" + text.replace("\n", "\r\n")).records().get(0)));
    }

    @Test
    void aQuotedCellMayHoldNewLines() throws Exception {
        assertEquals("one\ntwo\r\nthree", with("remarks", "one\ntwo\r\nthree").remarks());
    }

    @Test
    void namesThatBlanksAndLettersBeyondAsciiAreKept() throws Exception {
        assertEquals(
                List.of("PRIMARY RIM", "ALIAS Fran\u00E7ois \u201CX\u201D", "ALIAS A\u00A0 B"),
                names(with("alt_names", "Fran\u00E7ois \u201CX\u201D; A\u00A0 B")));
    }

    @Test
    void aSemicolonWithABlankPartsAndOneWithoutGivesFurtherNames() throws Exception {
        assertEquals(
                List.of("PRIMARY RIM", "ALIAS A;B", "ALIAS C", "ALIAS A", "ALIAS B"),
                names(with("alt_names", "A;B; C; ;  ; ")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            nullValues = "-",
            value = {
                "1 Road, Ankara, 06100, TR>TR>TR>1 Road, Ankara, 06100",
                "CN>CN>CN>''",
                "Douglas, MAN, ISLE OF>IM>MAN, ISLE OF>Douglas",
                "MAN, ISLE OF>IM>MAN, ISLE OF>''",
                "Pyongyang, KOREA, NORTH>KP>KOREA, NORTH>Pyongyang",
                "Kinshasa, CONGO, DEMOCRATIC REPUBLIC OF THE>CD>CONGO, DEMOCRATIC REPUBLIC OF THE>Kinshasa",
                "Ankara, TURKIYE>TR>TURKIYE>Ankara",
                "Macau, MACAU>MO>MACAU>Macau",
                "Beijing, PRC>CN>PRC>Beijing",
                "Yalta, CRIMEA (OCCUPIED)>->CRIMEA (OCCUPIED)>Yalta, CRIMEA (OCCUPIED)",
                "REGION: WEST BANK>PS>REGION: WEST BANK>''",
                "Kafia, REGION: KAFIA KINGI>->REGION: KAFIA KINGI>Kafia, REGION: KAFIA KINGI",
                "1 Road, Atlanta, Georgia>US>''>1 Road, Atlanta, Georgia",
                "1 Road, Tbilisi, Georgia, GE>GE>GE>1 Road, Tbilisi, Georgia",
                "Box 3000, ANTHONY, 88021, NM>US>NM>Box 3000, ANTHONY, 88021, NM",
                "Windhoek, NA>NA>NA>Windhoek",
                "Atlanta, Georgia 30301>->Georgia 30301>Atlanta, Georgia 30301",
                "605 TRAIL LAKE DRIVE, RICHARDSON, TX, 75081>US>''>605 TRAIL LAKE DRIVE, RICHARDSON, TX, 75081"
            })
    void theCountryOfAnAddressIsItsLastPart(String address, String country, String word, String rest) throws Exception {
        ListedParty.Address read = with("addresses", address).addresses().get(0);
        assertEquals(
                new ListedParty.Address(address, rest, "", "", "", country == null ? null : Country.of(country), word),
                read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Passport, 836238033, KP>Passport>836238033>KP>''>''",
                "Passport, A 12-34, EG, 1999-01-09, 2009-01-08>Passport>A 12-34>EG>1999-01-09>2009-01-08",
                "Passport, A12, EG, 09 Jan 1999, 08 Jan 2009>Passport>A12>EG>09 Jan 1999>08 Jan 2009",
                "Passport, A12, 1999-01-09, 2009-01-08>Passport>A12>''>1999-01-09>2009-01-08",
                "Registration ID, 7, 8, 9, RU>Registration ID>7, 8, 9>RU>''>''",
                "Registration ID, 7, 8>Registration ID>7, 8>''>''>''",
                "Registration ID, C122790>Registration ID>C122790>''>''>''",
                "Tax ID No., 12, 1999>Tax ID No.>12, 1999>''>''>''",
                "Gender, Male>Gender>Male>''>''>''",
                "Gender>Gender>''>''>''>''",
                "Secondary sanctions risk:, North Korea Sanctions Regulations, sections 510.201 and 510.210"
                        + ">Secondary sanctions risk:"
                        + ">North Korea Sanctions Regulations, sections 510.201 and 510.210>''>''>''",
                "Effective Date (CMIC), 2021-08-02>Effective Date (CMIC)>2021-08-02>''>''>''"
            })
    void anIdIsTakenApartFromItsEnd(
            String cell, String type, String number, String country, String issued, String expires) {
        assertEquals(new CslRecord.Id(type, number, country, issued, expires), CslCsvReader.id(cell));
    }

    @Test
    void oneDateAloneMayBeEitherAndIsNotUsed() {
        assertEquals(
                new CslRecord.Id("Passport", "A12", "EG", "", ""), CslCsvReader.id("Passport, A12, EG, 2009-01-08"));
        assertEquals(
                new CslRecord.Id("Passport", "A12", "EG", "", ""), CslCsvReader.id("Passport, A12, EG, , 2009-01-08"));
    }

    @Test
    void aRowWithoutANameOrASourceIsRefusedWithItsCell() {
        String header = "source,type,name\n";
        String good = EL + ",,Huawei\n";
        assertPlace("3:3", fault(ListSource.Format.CSL_CSV, header + good + EL + ",,\n"));
        assertPlace("3:3", fault(ListSource.Format.CSL_CSV, header + good + EL + ",,...\n"));
        assertPlace("3:1", fault(ListSource.Format.CSL_CSV, header + good + " ,,Huawei\n"));
    }

    @Test
    void theFirstOfSeveralFaultsIsNamedAndAllAreCounted() {
        BadInput fault = fault(
                ListSource.Format.CSL_CSV,
                "source,name\n" + EL + ",Huawei\n" + EL + ",\n" + EL + "\n" + EL + ",a,b\nsource,name\n");
        assertPlace("3:2", fault);
        assertTrue(fault.reason().contains("4 rows were refused"), fault.reason());
        BadInput stopped = fault(ListSource.Format.CSL_CSV, "source,name\n" + EL + ",\n" + EL + ",x\"y\n");
        assertPlace("2:2", stopped);
        assertTrue(stopped.reason().contains("2 rows were refused"), stopped.reason());
    }

    @Test
    void sourceAndNameMustBeAmongTheColumns() {
        fault(ListSource.Format.CSL_CSV, "source,alt_names\n" + EL + ",Huawei\n");
        fault(ListSource.Format.CSL_CSV, "name,alt_names\nHuawei,HW\n");
        fault(ListSource.Format.CSL_CSV, EL + ",Huawei\n");
    }

    @Test
    void aTableOfTabsIsRefused() {
        fault(ListSource.Format.CSL_CSV, "source\tname\n" + EL + "\tHuawei\n");
    }

    @Test
    void rowsStayInTheirOrderAndNoneIsLost() throws Exception {
        StringBuilder text = new StringBuilder("name,source\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            expected.add("N" + i);
            text.append('N').append(i).append(",\"").append(DPL).append("\"\n");
        }
        PartyList list = loadCsv(text.toString());
        assertEquals(expected, primaryNames(list));
        assertEquals(20_000, list.editions().get(0).recordCount());
        assertNull(list.editions().get(0).publishedOn());
    }
}
