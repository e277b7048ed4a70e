package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Link;
import io.highfence.list.ListedParty.Quality;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OfacXmlReadersTest {
    private static PartyList sample(ListSource.Format format) throws Exception {
        return ListFile.load(format, SampleFiles.bytes(format));
    }

    @Test
    void thePlainXml() throws Exception {
        PartyList list = sample(ListSource.Format.OFAC_XML);
        ListedParty person = list.records().get(0);
        assertEquals(
                List.of("PRIMARY SURNAME, Given", "ALIAS SURNAME, Other", "FORMER THE OLD ONE"),
                ListFile.names(person));
        assertEquals(Quality.STRONG, person.names().get(1).quality());
        assertEquals(Quality.WEAK, person.names().get(2).quality());
        assertEquals(PartyType.PERSON, person.type());
        assertEquals("Minister", person.title());
        assertEquals(List.of("SDGT", "SYRIA"), person.listing().programs());
        assertEquals(List.of("passport:BE597"), ListFile.identifiers(person));
        assertEquals(
                new DateRange(LocalDate.of(2007, 11, 14), LocalDate.of(2012, 11, 12)),
                person.identifiers().get(0).validity());
        assertEquals(
                "House 1, Road 2, Lahore, Punjab, 54000, Pakistan",
                person.addresses().get(0).text());
        assertEquals(List.of(Country.of("PK"), Country.of("TR")), person.countries());
        assertEquals(List.of(new DateRange(LocalDate.of(1977, 1, 1), LocalDate.of(1979, 12, 31))), person.birthDates());
        assertEquals(List.of(new Link("Linked To", "OTHER PARTY")), person.links());
        ListedParty ship = list.records().get(2);
        assertEquals(List.of("imo:IMO 7406784"), ListFile.identifiers(ship));
        assertEquals(new ListedParty.Vessel("ABC1", "Tanker", "Panama", "OWNER CO", "200"), ship.vessel());
        assertEquals(
                List.of("SDN", "PLC", "SDN"),
                list.records().stream().map(ListedParty::list).toList());
        assertEquals(LocalDate.of(2022, 3, 24), list.editions().get(0).publishedOn());
        assertEquals(5, list.editions().get(0).nameCount());
    }

    @Test
    void aPlainXmlThatHoldsFewerEntriesThanItSaysIsRefused() {
        BadInput fault = ListFile.fault(
                ListSource.Format.OFAC_XML, SampleFiles.OFAC_XML.replace("<Record_Count>3", "<Record_Count>4"));
        assertTrue(fault.reason().contains("holds 4 entries, and it holds 3"), fault.reason());
    }

    @ParameterizedTest
    @EnumSource(names = {"OFAC_ENHANCED_XML", "OFAC_ADVANCED_XML"})
    void theLargerXmlFilesSayTheSame(ListSource.Format format) throws Exception {
        PartyList list = sample(format);
        ListedParty blocked = list.records().get(0);
        ListedParty sectoral = list.records().get(1);
        assertEquals("SDN", blocked.list());
        assertEquals("SSI", sectoral.list());
        assertEquals(list.party(0), list.party(1));
        assertEquals(
                new DateRange(LocalDate.of(2022, 2, 24), null),
                blocked.listing().inForce());
        assertEquals(
                new DateRange(LocalDate.of(2014, 7, 16), null),
                sectoral.listing().inForce());
        assertEquals(
                "Executive Order 13662 (Ukraine)",
                Objects.requireNonNull(blocked.listing().citation()).text());
        assertEquals(List.of("UKRAINE-EO13662"), blocked.listing().programs());
        assertEquals(blocked.names(), sectoral.names());
        assertEquals("SURNAME, Given", blocked.primaryName());
        assertTrue(ListFile.names(blocked).contains("ORIGINAL_SCRIPT \u0418\u043c\u044f"));
        ListedParty.Name old = blocked.names().get(2);
        assertEquals(ListedParty.Role.FORMER, old.role());
        assertEquals(Quality.WEAK, old.quality());
        assertEquals(PartyType.PERSON, blocked.type());
        assertEquals("1 Road, Moscow, Russia", blocked.addresses().get(0).text());
        assertEquals(List.of(DateRange.ofYear(1951)), blocked.birthDates());
        assertEquals(
                List.of("bic:AAAABBCC", "passport:AB1"),
                ListFile.identifiers(blocked).stream().sorted().toList());
        assertEquals("Head of a unit.", blocked.remarks());
        assertEquals("Owned or Controlled By", blocked.links().get(0).relation());
        ListedParty ship = list.records().get(3);
        assertEquals(PartyType.VESSEL, ship.type());
        assertEquals("Panama", Objects.requireNonNull(ship.vessel()).flag());
        // As published: two names in three scripts, and two parties with one name each.
        assertEquals(5, list.editions().get(0).nameCount());
    }

    /** A false document may bear the number of somebody else's. */
    @Test
    void aFalseDocumentIsNoIdentifier() throws Exception {
        ListedParty enhanced = ListFile.load(
                        ListSource.Format.OFAC_ENHANCED_XML,
                        SampleFiles.OFAC_ENHANCED_XML.replace("<isValid>true", "<isValid>false"))
                .records()
                .get(0);
        ListedParty advanced = ListFile.load(
                        ListSource.Format.OFAC_ADVANCED_XML,
                        SampleFiles.OFAC_ADVANCED_XML
                                .replace(
                                        "<SanctionsTypeValues>",
                                        "<ValidityValues><Validity ID=\"2\">Fraudulent</Validity></ValidityValues><SanctionsTypeValues>")
                                .replace("ValidityID=\"1\"", "ValidityID=\"2\""))
                .records()
                .get(0);
        for (ListedParty party : List.of(enhanced, advanced)) {
            assertEquals(List.of("bic:AAAABBCC"), ListFile.identifiers(party));
            assertTrue(party.extras().contains(new ListedParty.Extra("False document", "Passport AB1 Russia")));
        }
    }

    /** Found by mutation of the seed: a party of which no name is marked as the primary one, or two are. */
    @Test
    void theFirstNameAndNoOtherIsThePrimaryOne() throws Exception {
        for (boolean marked : new boolean[] {true, false}) {
            List<ListedParty.Name> names = ListFile.load(
                            ListSource.Format.OFAC_ENHANCED_XML,
                            SampleFiles.OFAC_ENHANCED_XML.replaceAll(
                                    "<isPrimary>(?:true|false)</isPrimary>(\\s*)<(aliasType|isLowQuality)",
                                    "<isPrimary>" + marked + "</isPrimary>$1<$2"))
                    .records()
                    .get(0)
                    .names();
            assertEquals(ListedParty.Role.PRIMARY, names.get(0).role());
            assertEquals(
                    1,
                    names.stream()
                            .filter(name -> name.role() == ListedParty.Role.PRIMARY)
                            .count());
        }
    }

    @Test
    void aDocumentOfNoPartyIsRefused() {
        BadInput fault = ListFile.fault(
                ListSource.Format.OFAC_ADVANCED_XML,
                SampleFiles.OFAC_ADVANCED_XML.replace("IdentityID=\"51\"", "IdentityID=\"99\""));
        assertTrue(fault.reason().contains("no party with the identity '99'"), fault.reason());
    }

    @Test
    void featuresOfAShipThatHaveNoFieldAndASecondFlagAreKept() throws Exception {
        String flag = "<feature id=\"1\"><type featureTypeId=\"3\">Vessel Flag</type><value>Panama</value></feature>";
        String more = "<feature id=\"2\"><type featureTypeId=\"3\">Vessel Flag</type><value>Gabon</value></feature>"
                + "<feature id=\"3\"><type featureTypeId=\"4\">Vessel Year of Build</type><value>1999</value></feature>"
                + "<feature id=\"4\"><type featureTypeId=\"5\">Vessel Gross Registered Tonnage</type><value>7</value></feature>";
        ListedParty ship = ListFile.load(
                        ListSource.Format.OFAC_ENHANCED_XML, SampleFiles.OFAC_ENHANCED_XML.replace(flag, flag + more))
                .records()
                .get(3);
        assertEquals(new ListedParty.Vessel("", "", "Panama", "", "7"), ship.vessel());
        assertEquals(
                List.of(
                        new ListedParty.Extra("Vessel Flag", "Gabon"),
                        new ListedParty.Extra("Vessel Year of Build", "1999")),
                ship.extras());
    }

    @Test
    void aListOfTheTreasuryThatIsNotKnownKeepsItsName() throws Exception {
        PartyList list = sample(ListSource.Format.OFAC_ENHANCED_XML);
        assertEquals("A List To Come", list.records().get(2).list());
        assertTrue(list.editions().get(0).notes().get(0).contains("'A List To Come' is not known"));
        assertEquals(LocalDate.of(2025, 1, 10), list.editions().get(0).publishedOn());
        assertEquals(
                List.of(Country.of("RU"), Country.of("TR")),
                list.records().get(0).countries());
        // Without a list by name and without a program, a party counts as blocked.
        assertEquals("SDN", list.records().get(3).list());
    }

    @Test
    void theAdvancedXmlPointsIntoItsTables() throws Exception {
        PartyList list = sample(ListSource.Format.OFAC_ADVANCED_XML);
        ListedParty person = list.records().get(0);
        assertEquals(
                List.of(
                        new Link("Owned or Controlled By", "FIRM, LTD."),
                        new Link("Formerly: Owned or Controlled By", "OFAC number 17013")),
                person.links());
        assertEquals(List.of(Country.of("RU")), person.countries());
        assertEquals(
                new DateRange(LocalDate.of(1994, 1, 9), null),
                person.identifiers().get(0).validity());
        assertEquals(PartyType.ORGANISATION, list.records().get(2).type());
        assertEquals(LocalDate.of(2021, 6, 3), list.editions().get(0).publishedOn());
        BadInput fault = ListFile.fault(
                ListSource.Format.OFAC_ADVANCED_XML,
                SampleFiles.OFAC_ADVANCED_XML.replace(
                        "ProfileID=\"101\" ListID=\"1550\"", "ProfileID=\"9\" ListID=\"1\""));
        assertTrue(fault.reason().contains("no party with the number '9'"), fault.reason());
    }
}
