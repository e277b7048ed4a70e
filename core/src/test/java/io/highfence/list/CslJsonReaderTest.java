package io.highfence.list;

import static io.highfence.list.ListFile.DPL;
import static io.highfence.list.ListFile.EL;
import static io.highfence.list.ListFile.SDN;
import static io.highfence.list.ListFile.assertPlace;
import static io.highfence.list.ListFile.identifiers;
import static io.highfence.list.ListFile.load;
import static io.highfence.list.ListFile.loadJson;
import static io.highfence.list.ListFile.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CslJsonReaderTest {
    private static final String FULL = """
            'id': '11111', 'source': '%s', 'entity_number': '22222', 'type': 'Individual',
            'programs': ['SDGT', 'NPWMD'], 'name': 'DOE, Jane', 'title': 'Minister',
            'addresses': [
              {'address': '1 Road', 'city': 'Ankara', 'state': 'Ankara Province', 'postal_code': '06100', 'country': 'TR'},
              {'address': null, 'city': 'Limassol', 'country': 'CY'},
              {'address': null, 'city': null, 'state': null, 'postal_code': null, 'country': null}],
            'federal_register_notice': '84 FR 22961', 'start_date': '2019-05-16', 'end_date': '2029-05-15',
            'standard_order': 'Y', 'license_requirement': 'For all items subject to the EAR. (See \u00A7 744.11 of the EAR)',
            'license_policy': 'Presumption of denial', 'call_sign': 'TCAB', 'vessel_type': 'Crude Oil Tanker',
            'gross_tonnage': '150000', 'gross_registered_tonnage': '140000', 'vessel_flag': 'Panama',
            'vessel_owner': 'Owner Ltd', 'remarks': '(Linked To: OTHER PARTY)',
            'source_list_url': 'https://sanctionslist.ofac.treas.gov/Home/SdnList',
            'alt_names': ['DOE, Janet', 'ROE, Jane'], 'citizenships': ['IR'],
            'dates_of_birth': ['1957-04-28', 'circa 1951'], 'nationalities': ['Syria', 'IR'],
            'places_of_birth': ['Cairo, Egypt'], 'source_information_url': 'https://home.treasury.gov/',
            'ids': [
              {'type': 'Passport', 'number': 'A 12-34', 'country': 'EG', 'issue_date': '1999-01-09',
               'expiration_date': '2009-01-08'},
              {'type': 'Gender', 'number': 'Female', 'country': null, 'issue_date': null, 'expiration_date': null},
              {'type': 'Website', 'number': 'www.example.com'}]
            """.formatted(SDN);

    private static ListedParty one(String record) throws IOException, BadInput {
        PartyList list = loadJson(record);
        assertEquals(1, list.records().size());
        return list.records().get(0);
    }

    private static ListedParty entity(String further) throws IOException, BadInput {
        return one("'source':'" + EL + "','name':'Huawei'" + (further.isEmpty() ? "" : "," + further));
    }

    private static List<String> notes(String record) throws IOException, BadInput {
        return loadJson(record).editions().get(0).notes();
    }

    @Test
    void everyFieldOfARecordIsKept() throws Exception {
        ListedParty party = one(FULL);
        assertEquals(SDN, party.source());
        assertEquals("SDN", party.list());
        assertEquals("22222", party.entry());
        assertEquals(SDN + "#22222", party.key());
        assertEquals(PartyType.PERSON, party.type());
        assertEquals("DOE, Jane", party.primaryName());
        assertEquals(List.of("PRIMARY DOE, Jane", "ALIAS DOE, Janet", "ALIAS ROE, Jane"), names(party));
        assertTrue(party.names().stream().allMatch(name -> name.quality() == ListedParty.Quality.UNKNOWN));
        assertEquals("Minister", party.title());
        assertEquals("(Linked To: OTHER PARTY)", party.remarks());
        assertEquals(
                List.of(
                        new ListedParty.Address(
                                "1 Road, Ankara, Ankara Province, 06100, TR",
                                "1 Road",
                                "Ankara",
                                "Ankara Province",
                                "06100",
                                Country.of("TR"),
                                "TR"),
                        new ListedParty.Address("Limassol, CY", "", "Limassol", "", "", Country.of("CY"), "CY")),
                party.addresses());
        assertEquals(
                List.of(Country.of("TR"), Country.of("CY"), Country.of("IR"), Country.of("SY")), party.countries());
        assertEquals(
                List.of(
                        DateRange.on(LocalDate.of(1957, 4, 28)),
                        new DateRange(LocalDate.of(1950, 1, 1), LocalDate.of(1952, 12, 31))),
                party.birthDates());
        assertEquals(
                List.of(new ListedParty.Identifier(
                        ListedParty.Identifier.Kind.PASSPORT,
                        "A 12-34",
                        "Passport",
                        Country.of("EG"),
                        new DateRange(LocalDate.of(1999, 1, 9), LocalDate.of(2009, 1, 8)))),
                party.identifiers());
        assertEquals(
                List.of(
                        new ListedParty.Extra("Place of birth", "Cairo, Egypt"),
                        new ListedParty.Extra("Gender", "Female"),
                        new ListedParty.Extra("Website", "www.example.com"),
                        new ListedParty.Extra("Other tonnage", "140000"),
                        new ListedParty.Extra("Source information", "https://home.treasury.gov/")),
                party.extras());
        assertEquals(List.of(new ListedParty.Link("Linked To", "OTHER PARTY")), party.links());
        assertEquals(
                new ListedParty.Vessel("TCAB", "Crude Oil Tanker", "Panama", "Owner Ltd", "150000"), party.vessel());
        assertEquals(
                new ListedParty.Listing(
                        List.of("SDGT", "NPWMD"),
                        "For all items subject to the EAR. (See \u00A7 744.11 of the EAR)",
                        "Presumption of denial",
                        Set.of(),
                        new Citation("84 FR 22961"),
                        new DateRange(LocalDate.of(2019, 5, 16), LocalDate.of(2029, 5, 15)),
                        true,
                        "https://sanctionslist.ofac.treas.gov/Home/SdnList"),
                party.listing());
        assertEquals(List.of(), notes(FULL));
    }

    @Test
    void aRecordOfItsSourceAndItsNameAloneIsKept() throws Exception {
        ListedParty party = entity("");
        assertEquals(List.of("PRIMARY Huawei"), names(party));
        assertEquals(PartyType.UNKNOWN, party.type());
        assertEquals(List.of(), party.addresses());
        assertEquals(List.of(), party.countries());
        assertEquals(List.of(), party.identifiers());
        assertEquals(List.of(), party.birthDates());
        assertEquals(List.of(), party.extras());
        assertEquals("", party.title());
        assertEquals("", party.remarks());
        assertNull(party.vessel());
        assertEquals(
                new ListedParty.Listing(List.of(), "", "", Set.of(), null, DateRange.ALWAYS, null, ""),
                party.listing());
    }

    @Test
    void nullMeansTheSameAsAnAbsentKey() throws Exception {
        String nulls = FULL.lines()
                .flatMap(line -> java.util.regex.Pattern.compile("'([a-z_]+)': ")
                        .matcher(line)
                        .results()
                        .map(key -> key.group(1)))
                .filter(key -> !Set.of(
                                "source",
                                "name",
                                "address",
                                "city",
                                "state",
                                "postal_code",
                                "country",
                                "number",
                                "issue_date",
                                "expiration_date")
                        .contains(key))
                .distinct()
                .filter(key -> !(key.equals("type")))
                .map(key -> "'" + key + "':null")
                .collect(java.util.stream.Collectors.joining(","));
        assertEquals(ListFile.all(entity("")), ListFile.all(entity(nulls + ",'type':null")));
        assertEquals(List.of(), notes("'source':'" + EL + "','name':'Huawei'," + nulls + ",'type':null"));
    }

    @Test
    void emptyTextsAndArraysMeanNothingGiven() throws Exception {
        ListedParty party =
                entity("'alt_names':[],'programs':[],'addresses':[],'ids':[],'start_date':'','end_date':' ',"
                        + "'standard_order':'','federal_register_notice':'','type':'','citizenships':[null,'']");
        assertEquals(ListFile.all(entity("")), ListFile.all(party));
    }

    @Test
    void theListHasItsShortCode() throws Exception {
        String[][] sources = {
            {"Specially Designated Nationals (SDN) - Treasury Department", "SDN"},
            {"Entity List (EL) - Bureau of Industry and Security", "EL"},
            {"Denied Persons List (DPL) - Bureau of Industry and Security", "DPL"},
            {"ITAR Debarred (DTC) - State Department", "DTC"},
            {"Sectoral Sanctions Identifications List (SSI) - Treasury Department", "SSI"},
            {"Unverified List (UVL) - Bureau of Industry and Security", "UVL"},
            {"Nonproliferation Sanctions (ISN) - State Department", "ISN"},
            {"Palestinian Legislative Council List (PLC) - Treasury Department", "PLC"},
            {"Military End User (MEU) List - Bureau of Industry and Security", "MEU"},
            {"Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department", "CMIC"},
            {"Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department", "MBS"},
            {"Capta List (CAP) - Treasury Department", "CAP"},
            {"Foreign Sanctions Evaders (FSE) - Treasury Department", "FSE"}
        };
        for (String[] source : sources) {
            assertEquals(
                    source[1],
                    one("'source':'" + source[0] + "','name':'Huawei'").list(),
                    source[0]);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Individual,PERSON",
        "Entity,ORGANISATION",
        "Vessel,VESSEL",
        "Aircraft,AIRCRAFT",
        "individual,PERSON",
        "'',UNKNOWN"
    })
    void theTypeIsUnderstood(String word, PartyType type) throws Exception {
        assertEquals(type, entity("'type':'" + word + "'").type());
    }

    @Test
    void aTypeThatIsNotKnownIsUnknownWithANote() throws Exception {
        assertEquals(PartyType.UNKNOWN, entity("'type':'Ghost'").type());
        assertTrue(notes("'source':'" + EL + "','name':'Huawei','type':'Ghost'")
                .toString()
                .contains("Ghost"));
    }

    @ParameterizedTest
    @CsvSource({"Y,true", "y,true", "N,false", "n,false"})
    void theTermsOfADenialOrderAreKept(String published, boolean standard) throws Exception {
        assertEquals(
                standard,
                entity("'standard_order':'" + published + "'").listing().standardOrder());
    }

    @Test
    void termsOfADenialOrderThatAreNotUnderstoodAreNotSaidAndNoted() throws Exception {
        assertNull(entity("'standard_order':'Z'").listing().standardOrder());
        assertEquals(
                1,
                notes("'source':'" + DPL + "','name':'I. ASH','standard_order':'Z'")
                        .size());
        assertEquals(List.of(), notes("'source':'" + DPL + "','name':'I. ASH','standard_order':' '"));
    }

    @Test
    void aDenialOrderIsInForceThroughItsLastDayAndNotAfterIt() throws Exception {
        ListedParty.Listing order = one("'source':'" + DPL
                        + "','name':'I. ASH','start_date':'2016-01-15','end_date':'2026-01-14'")
                .listing();
        assertFalse(order.inForce().contains(LocalDate.of(2016, 1, 14)));
        assertTrue(order.inForce().contains(LocalDate.of(2016, 1, 15)));
        assertTrue(order.inForce().contains(LocalDate.of(2026, 1, 14)));
        assertFalse(order.inForce().contains(LocalDate.of(2026, 1, 15)));
    }

    @Test
    void aListingWithoutDatesCountsAsInForce() throws Exception {
        DateRange always = entity("").listing().inForce();
        assertTrue(always.contains(LocalDate.of(1900, 1, 1)) && always.contains(LocalDate.of(2999, 1, 1)));
        assertEquals(
                new DateRange(LocalDate.of(2019, 5, 16), null),
                entity("'start_date':'2019-05-16'").listing().inForce());
        assertEquals(
                new DateRange(null, LocalDate.of(2026, 1, 14)),
                entity("'end_date':'2026-01-14'").listing().inForce());
    }

    @Test
    void aDateThatIsNotUnderstoodNeverEndsAListing() throws Exception {
        String record = "'source':'" + DPL + "','name':'I. ASH','start_date':'2016-01-15','end_date':'%s'";
        for (String end : List.of("2026-02-30", "soon", "2015-12-31")) {
            ListedParty party = one(record.formatted(end));
            assertEquals(
                    new DateRange(LocalDate.of(2016, 1, 15), null),
                    party.listing().inForce(),
                    end);
            assertEquals(1, notes(record.formatted(end)).size(), end);
        }
    }

    @Test
    void aRecordWithoutAnIdHasADigestOfSourceNameAndNoticeForOne() throws Exception {
        String record = "'source':'" + EL + "','name':'Huawei','federal_register_notice':'84 FR 22961'";
        String expected = Digest.of(EL + "\nHuawei\n84 FR 22961").hex().substring(0, 12);
        assertEquals(expected, one(record).entry());
        assertEquals(EL + "#" + expected, one(record).key());
        assertEquals(
                expected,
                one(record + ",'alt_names':['X'],'remarks':'other','id':'  '").entry());
        for (String other : List.of(
                record.replace("Huawei", "HiSilicon"),
                record.replace("22961", "22962"),
                record.replace(EL, DPL),
                record.replace(",'federal_register_notice':'84 FR 22961'", ""))) {
            assertNotEquals(expected, one(other).entry(), other);
        }
    }

    @Test
    void theIdIsThePublishersExceptWhereOfacHasANumber() throws Exception {
        String id = "'id':'233a4d725770c81fb561ffe3842c14010c2201971d6be62eca1e613b'";
        assertEquals(
                "233a4d725770c81fb561ffe3842c14010c2201971d6be62eca1e613b",
                entity(id).entry());
        assertEquals(
                "52291", one("'source':'" + SDN + "','name':'RIM','id':'52291'").entry());
        assertEquals(
                "52291",
                one("'source':'" + SDN + "','name':'RIM','id':'x','entity_number':52291")
                        .entry());
        assertEquals("x", entity("'id':'x','entity_number':'52291'").entry());
    }

    @Test
    void escapedLettersAreReadAsTheLettersTheyAre() throws Exception {
        ListedParty party = entity("'alt_names':['Fran\\u00e7ois','\\u4e2d\\u82af','\\ud83d\\udea2 One','A\\/B']");
        assertEquals(
                List.of(
                        "PRIMARY Huawei",
                        "ALIAS Fran\u00E7ois",
                        "ALIAS \u4E2D\u82AF",
                        "ALIAS \uD83D\uDEA2 One",
                        "ALIAS A/B"),
                names(party));
    }

    @Test
    void blanksInsideANameAreKeptAndThoseAroundItAreNot() throws Exception {
        assertEquals(
                "BENNY  ZHOU\u00A0LTD",
                one("'source':'" + DPL + "','name':' BENNY  ZHOU\\u00a0LTD '").primaryName());
    }

    @Test
    void anAliasThatStandsTwiceIsCountedAsPublishedAndKeptOnce() throws Exception {
        PartyList list = loadJson("'source':'" + EL + "','name':'Huawei','alt_names':['HW','HW','Huawei',' ']");
        assertEquals(List.of("PRIMARY Huawei", "ALIAS HW"), names(list.records().get(0)));
        assertEquals(4, list.editions().get(0).nameCount());
    }

    @Test
    void anAliasThatHoldsSemicolonsIsKeptAndItsPartsAreNamesToo() throws Exception {
        assertEquals(
                List.of("PRIMARY Huawei", "ALIAS A; B", "ALIAS A", "ALIAS B"), names(entity("'alt_names':['A; B']")));
        assertEquals(
                List.of("PRIMARY Huawei", "ALIAS A;\u00A0B;", "ALIAS A", "ALIAS B"),
                names(entity("'alt_names':['A;\u00A0B;']")));
    }

    @Test
    void otherPartiesInRemarksAreNoNames() throws Exception {
        assertEquals(List.of("PRIMARY Huawei"), names(entity("'remarks':'a.k.a. OTHER; (Linked To: OTHER PARTY)'")));
    }

    @Test
    void anAddressWithAnUnknownCountryKeepsThePublishersWord() throws Exception {
        ListedParty party = entity("'addresses':[{'city':'Yalta','country':'CRIMEA (OCCUPIED)'},"
                + "{'country':'REGION: WEST BANK'},{'country':'MAN, ISLE OF'},{'country':'TURKIYE'},{'country':'PRC'},"
                + "{'country':'MACAU'}]");
        assertNull(party.addresses().get(0).country());
        assertEquals("CRIMEA (OCCUPIED)", party.addresses().get(0).countryText());
        assertEquals("Yalta, CRIMEA (OCCUPIED)", party.addresses().get(0).text());
        assertEquals("REGION: WEST BANK", party.addresses().get(1).countryText());
        assertEquals(
                List.of(Country.of("PS"), Country.of("IM"), Country.of("TR"), Country.of("CN"), Country.of("MO")),
                party.countries());
    }

    @Test
    void whatIsNotUnderstoodIsKeptAndNoted() throws Exception {
        String record = "'source':'" + SDN + "','name':'RIM','citizenships':['Atlantis'],'nationalities':['NA'],"
                + "'dates_of_birth':['long ago'],'ids':[{'type':'Passport','number':'A1','country':'Utopia'},"
                + "{'type':'Website','number':'www.example.com','country':'TR','issue_date':'2020-01-02'}]";
        ListedParty party = one(record);
        assertEquals(List.of(Country.of("NA")), party.countries());
        assertEquals(
                List.of(
                        new ListedParty.Extra("Citizenship", "Atlantis"),
                        new ListedParty.Extra("Date of birth", "long ago"),
                        new ListedParty.Extra("Passport, country", "Utopia"),
                        new ListedParty.Extra("Website", "www.example.com, TR, 2020-01-02..")),
                party.extras());
        assertEquals(
                List.of(
                        "birth date 'long ago' is not understood",
                        "the country 'Atlantis' is not known",
                        "the country 'Utopia' is not known"),
                notes(record));
    }

    @Test
    void anAddressOfTheUnitedStatesMayHaveAStateAndNoCountry() throws Exception {
        ListedParty party = entity("'addresses':[{'city':'El Paso','state':'TX','postal_code':'79905','country':null},"
                + "{'city':'Anthony','postal_code':'88021','country':'NM'},{'city':'Windhoek','country':'NA'},"
                + "{'city':'Willemstad','country':'AN'}]");
        assertEquals(
                List.of("US", "US", "NA", "null"),
                party.addresses().stream()
                        .map(address -> String.valueOf(address.country()))
                        .toList());
        assertEquals(
                List.of("", "NM", "NA", "AN"),
                party.addresses().stream().map(ListedParty.Address::countryText).toList());
        assertEquals("El Paso, TX, 79905", party.addresses().get(0).text());
    }

    /** A remark in one bracket may name several parties, whose names hold brackets themselves. */
    @Test
    void linkedPartiesAreTakenFromRemarks() throws Exception {
        assertEquals(
                List.of("GUARD CORPS (IRGC)-QODS FORCE", "HIZBALLAH (HZ)", "VTB BANK"),
                entity("'remarks':'See x; (Linked To: GUARD CORPS (IRGC)-QODS FORCE; Linked To: HIZBALLAH (HZ)); more;"
                                + " (Linked To: VTB BANK'")
                        .links()
                        .stream()
                        .map(ListedParty.Link::name)
                        .toList());
    }

    @Test
    void aNumberThatSaysThatItIsAShipsIsOneOnlyWithAShip() throws Exception {
        String ids = "'ids':[{'type':'Vessel Registration Identification','number':'IMO 9116412'},"
                + "{'type':'Vessel Registration Identification','number':'77'},"
                + "{'type':'Registration Number','number':'IMO 1234567'},{'type':'Passport','number':'A1'},"
                + "{'type':'Diplomatic Passport','number':'a-1'}]";
        assertEquals(
                List.of("imo:IMO 9116412", "registration:77", "imo:IMO 1234567", "passport:A1"),
                identifiers(one("'source':'" + SDN + "','name':'ADRIAN DARYA 1','type':'Vessel'," + ids)));
        assertEquals(
                List.of("registration:IMO 9116412", "registration:77", "registration:IMO 1234567", "passport:A1"),
                identifiers(entity("'type':'Entity'," + ids)));
    }

    @Test
    void aShipsNumberIsFoundInItsRemarks() throws Exception {
        String remarks = "'remarks':'Vessel Registration Identification IMO 9116412; (Linked To: X)'";
        assertEquals(
                List.of("imo:9116412"),
                identifiers(one("'source':'" + SDN + "','name':'ADRIAN DARYA 1','type':'Vessel'," + remarks)));
        assertEquals(List.of(), identifiers(entity("'type':'Entity'," + remarks)));
    }

    @Test
    void tonnageIsTheGrossOneOrElseTheRegisteredOne() throws Exception {
        String ship = "'vessel_flag':'Panama','gross_registered_tonnage':'90'";
        assertEquals("90", entity(ship).vessel().tonnage());
        assertEquals("100", entity(ship + ",'gross_tonnage':'100'").vessel().tonnage());
        assertEquals(
                new ListedParty.Vessel("", "", "", "", "100"),
                entity("'gross_tonnage':'100'").vessel());
        assertNull(entity("'vessel_flag':' ','call_sign':''").vessel());
    }

    @Test
    void theSecondAddressOfThePublisherIsUsedWhereTheFirstIsMissing() throws Exception {
        assertEquals(
                "https://b.example",
                entity("'source_information_url':'https://b.example'").listing().url());
    }

    @Test
    void theDayOfPublicationIsTheDayOfTheSearch() throws Exception {
        String rest = "'results':[{'source':'" + EL + "','name':'Huawei'}]";
        String whole = "{'search_performed_at':'2026-07-31T13:15:00.015113+00:00','sources_used':[{'source':'" + EL
                + "','source_last_updated':'2026-07-30T00:00:00Z','last_imported':'2026-07-31T05:00:00Z',"
                + "'import_rate':'Daily'}],'offset':0,'total':1," + rest + "}";
        PartyList.Edition edition = load(ListSource.Format.CSL_JSON, whole.replace('\'', '"'))
                .editions()
                .get(0);
        assertEquals(LocalDate.of(2026, 7, 31), edition.publishedOn());
        assertEquals(List.of("the source 'EL' was last updated on 2026-07-30"), edition.notes());
        assertEquals("csl-json", edition.format());
        assertEquals(List.of("EL"), edition.lists());
        assertEquals(1, edition.recordCount());
        assertFalse(edition.sample());
        assertEquals(Digest.of(whole.replace('\'', '"')), edition.digest());
        PartyList.Edition none = load(ListSource.Format.CSL_JSON, ("{" + rest + "}").replace('\'', '"'))
                .editions()
                .get(0);
        assertNull(none.publishedOn());
    }

    @Test
    void aDayOfPublicationThatIsNotUnderstoodIsUnknownAndNoted() throws Exception {
        PartyList.Edition edition = load(
                        ListSource.Format.CSL_JSON,
                        ("{'search_performed_at':'yesterday','results':[{'source':'" + EL + "','name':'Huawei'}]}")
                                .replace('\'', '"'))
                .editions()
                .get(0);
        assertNull(edition.publishedOn());
        assertEquals(1, edition.notes().size());
    }

    @Test
    void whatIsNotKnownIsNotedAndCounted() throws Exception {
        String text = ("{'ghost':[{}],'_comment':'x','results':[{'source':'" + EL
                        + "','name':'Huawei','spirit':{'a':[1]},'addresses':[{'planet':'Earth','country':'CN'}],"
                        + "'ids':[{'type':'Passport','number':'1','colour':'red'}]},{'source':'" + EL
                        + "','name':'HiSilicon','spirit':1}]}")
                .replace('\'', '"');
        PartyList.Edition edition =
                load(ListSource.Format.CSL_JSON, text).editions().get(0);
        assertEquals(
                List.of(
                        "the key 'ghost' is not known",
                        "the key 'results.addresses.planet' is not known",
                        "the key 'results.ids.colour' is not known",
                        "the key 'results.spirit' is not known (2 times)"),
                edition.notes());
        assertEquals(2, edition.recordCount());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'name':true",
                "'name':['Huawei']",
                "'name':{}",
                "'name':'Huawei','alt_names':'HW'",
                "'name':'Huawei','alt_names':{'a':'HW'}",
                "'name':'Huawei','alt_names':[['HW']]",
                "'name':'Huawei','alt_names':[true]",
                "'name':'Huawei','programs':'SDGT'",
                "'name':'Huawei','addresses':{'country':'CN'}",
                "'name':'Huawei','addresses':['CN']",
                "'name':'Huawei','addresses':[null]",
                "'name':'Huawei','addresses':[{'country':['CN']}]",
                "'name':'Huawei','ids':['Passport']",
                "'name':'Huawei','ids':[{'number':{}}]",
                "'name':'Huawei','start_date':[]",
                "'name':'Huawei','type':false"
            })
    void aValueOfTheWrongTypeIsAFault(String fields) {
        BadInput fault = ListFile.fault(
                ListSource.Format.CSL_JSON, ListFile.json("'source':'" + EL + "'," + fields.replace(",", "\n,")));
        assertTrue(fault.line() >= 1 && fault.column() >= 1, fault.getMessage());
        assertTrue(fault.reason().contains(" must be "), fault.reason());
    }

    @Test
    void aRecordWithoutANameOrASourceIsAFaultThatNamesIt() {
        for (String record : List.of(
                "'source':'" + EL + "'",
                "'source':'" + EL + "','name':null",
                "'source':'" + EL + "','name':' '",
                "'source':'" + EL + "','name':'-.-'",
                "'name':'Huawei'",
                "'name':'Huawei','source':''")) {
            BadInput fault = ListFile.fault(
                    ListSource.Format.CSL_JSON, ListFile.json("'source':'" + EL + "','name':'HiSilicon'", record));
            assertEquals(2, fault.line(), record);
            assertTrue(fault.reason().contains("results[1] has no "), fault.reason());
        }
    }

    @Test
    void aCountOfRecordsThatDoesNotHoldIsAFault() throws Exception {
        String text = "{\"total\":%d,\"results\":[{\"source\":\"" + EL + "\",\"name\":\"Huawei\"}]}";
        assertEquals(
                1, load(ListSource.Format.CSL_JSON, text.formatted(1)).records().size());
        for (int total : new int[] {0, 2, 25_921}) {
            ListFile.fault(ListSource.Format.CSL_JSON, text.formatted(total));
        }
        ListFile.fault(ListSource.Format.CSL_JSON, text.replace("%d", "\"many\""));
    }

    @Test
    void onePageOfAListIsNotTheList() throws Exception {
        String record = "\"results\":[{\"source\":\"" + EL + "\",\"name\":\"Huawei\"}]}";
        load(ListSource.Format.CSL_JSON, "{\"offset\":0,\"total\":1," + record);
        ListFile.fault(ListSource.Format.CSL_JSON, "{\"offset\":50,\"total\":51," + record);
        ListFile.fault(ListSource.Format.CSL_JSON, "{\"offset\":50,\"total\":25921," + record);
        ListFile.fault(ListSource.Format.CSL_JSON, "{\"offset\":50," + record);
        ListFile.fault(ListSource.Format.CSL_JSON, "{" + record.replace("]}", "],\"offset\":1}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n",
                "[]",
                "null",
                "7",
                "{}",
                "{\"total\":0}",
                "{\"results\":null}",
                "{\"results\":{}}",
                "{\"results\":[]}",
                "{\"results\":[null]}",
                "{\"results\":[[]]}",
                "{\"results\":[\"Huawei\"]}"
            })
    void whatIsNoListIsAFault(String text) {
        ListFile.fault(ListSource.Format.CSL_JSON, text);
    }

    @Test
    void somethingBehindTheListIsAFault() throws Exception {
        String list = ListFile.json("'source':'" + EL + "','name':'Huawei'");
        load(ListSource.Format.CSL_JSON, list + " \n\t\r\n");
        assertPlace("2:1", ListFile.fault(ListSource.Format.CSL_JSON, list + "\n{}"));
        ListFile.fault(ListSource.Format.CSL_JSON, list + "\n,");
        ListFile.fault(ListSource.Format.CSL_JSON, list + list);
    }

    @Test
    void aKeyThatStandsTwiceIsAFault() {
        ListFile.fault(
                ListSource.Format.CSL_JSON, ListFile.json("'source':'" + EL + "','name':'Huawei','name':'HiSilicon'"));
        ListFile.fault(
                ListSource.Format.CSL_JSON,
                "{\"results\":[],\"results\":[{\"source\":\"" + EL + "\",\"name\":\"Huawei\"}]}");
    }
}
