package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.MadeParty;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Design decision 6: an identifier or an address finds its party under any name. */
class IdentifierTest {
    private static final String OTHER_NAME = "Orchard Lantern Meadow";

    private final Matches matches = new Matches();

    private static ListedParty.Identifier identifier(Kind kind, String value) {
        return new ListedParty.Identifier(kind, value, "", null, DateRange.ALWAYS);
    }

    private void match(MadeParty listed, PartyQuery query) {
        new PartyMatcher(PartyIndex.of(MadeParty.list(listed)), MatchSettings.defaults()).match(query, matches);
    }

    @ParameterizedTest
    @CsvSource({
        "BIC, SABRRUMM, sabr ru mm",
        "BIC, SABRRUMM, SABRRUMMXXX",
        "BIC, SABRRUMMXXX, SABRRUMM",
        "LEI, 213800WSGIIZCXF1P572, 2138-00WS-GIIZ-CXF1-P572",
        "IMO, IMO 9116412, 9116412",
        "IMO, 9116412, imo9116412",
        "TAX, 7706107510, 77 06 107510",
        "REGISTRATION, 1027700043502, 1027700043502.",
        "PASSPORT, A-1234567, a1234567",
        "NATIONAL_ID, 123/456, 123456",
        "OTHER, x-1, X1"
    })
    void anEqualNumberIsAHitOnItsOwnHoweverItIsWritten(Kind kind, String listed, String asked) {
        match(
                MadeParty.of("1", "Rosneft").identifier(kind, listed),
                new PartyQuery().name(OTHER_NAME).identifier(identifier(kind, asked)));
        assertEquals(1, matches.size());
        assertTrue(matches.alert() && matches.triggers(0) && matches.confirmed(0));
        assertEquals("identifier agrees", matches.evidence(0).get(0));
        assertEquals(0, matches.nameScore(0));
        assertTrue(matches.score(0) > 0);
    }

    @ParameterizedTest
    @CsvSource({
        "BIC, SABRRUMM, BIC, SABRRUM1",
        "BIC, SABRRUMM123, BIC, SABRRUMM",
        "BIC, SABRRUMM123, BIC, SABRRUMMXXX",
        "IMO, 9116412, IMO, 9116413",
        "TAX, 7706107510, TAX, 770610751",
        "TAX, 7706107510, PASSPORT, 7706107510",
        "PASSPORT, -, PASSPORT, ---"
    })
    void anotherNumberIsNone(Kind listedKind, String listed, Kind kind, String asked) {
        match(
                MadeParty.of("1", "Rosneft").identifier(listedKind, listed),
                new PartyQuery().name(OTHER_NAME).identifier(identifier(kind, asked)));
        assertEquals(0, matches.size());
        assertFalse(matches.alert());
    }

    /** Of unknown kind on either side, a value counts from six letters and digits with four digits among them. */
    @ParameterizedTest
    @CsvSource({
        "TAX, 7706107510, OTHER, 7706107510, true",
        "OTHER, 7706107510, TAX, 77 0610-7510, true",
        "PASSPORT, AB1234, OTHER, ab 1234, true",
        "PASSPORT, ABC123, OTHER, ABC123, false",
        "PASSPORT, 12345, OTHER, 12345, false",
        "PASSPORT, 123456, OTHER, 123456, true",
        "IMO, IMO 9116412, OTHER, IMO 9116412, true",
        "IMO, 9116412, OTHER, 9116412, true",
        "BIC, ABCD1234XXX, OTHER, ABCD1234, true",
        "BIC, ABCD1234, OTHER, ABCD1234XXX, true",
        "BIC, SABRRUMM, OTHER, SABRRUMM, false",
        "TAX, 7706107510, OTHER, 7706107511, false",
        "TAX, 7706107510, REGISTRATION, 7706107510, false",
        "OTHER, 12345, OTHER, 12345, true"
    })
    void aNumberOfUnknownKindMatchesAnyKindIfItTellsEnough(
            Kind listedKind, String listed, Kind kind, String asked, boolean found) {
        match(
                MadeParty.of("1", "Rosneft").identifier(listedKind, listed),
                new PartyQuery().name(OTHER_NAME).identifier(identifier(kind, asked)));
        assertEquals(found ? 1 : 0, matches.size());
        assertEquals(found, matches.alert());
    }

    @Test
    void aNumberFindsAPartyWithoutAUsableName() {
        match(
                MadeParty.of("1", "Rosneft").identifier(Kind.TAX, "7706107510"),
                new PartyQuery().name("...").identifier(identifier(Kind.TAX, "7706107510")));
        assertFalse(matches.nameUsable());
        assertEquals(1, matches.size());
        assertTrue(matches.alert());
        assertTrue(matches.nameScore(0) >= 0 && matches.score(0) >= 0);
    }

    @Test
    void everyRecordWithTheNumberIsAHit() {
        PartyIndex index = PartyIndex.of(MadeParty.list(
                MadeParty.of("1", "Rosneft").identifier(Kind.TAX, "7706107510"),
                MadeParty.of("2", "Lukoil").identifier(Kind.TAX, "7706107510"),
                MadeParty.of("3", "Gazprom").identifier(Kind.TAX, "7736050003")));
        new PartyMatcher(index, MatchSettings.defaults())
                .match(new PartyQuery().name(OTHER_NAME).identifier(identifier(Kind.TAX, "7706107510")), matches);
        assertEquals(2, matches.size());
    }

    /** Every way of saying the country, or of leaving it out; further words on the caller's side do no harm. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 Zhongguancun East Road, Beijing, CN",
                "7 Zhongguancun East Road, Beijing, China",
                "7 zhongguancun EAST road; beijing",
                "Beijing, Zhongguancun East Road 7",
                "Room 101, 7 Zhongguancun East Road, Haidian, Beijing 100190"
            })
    void anAddressFindsItsPartyUnderAnyName(String asked) {
        match(
                MadeParty.of("1", "Address 07").address("7 Zhongguancun East Road", "Beijing", "CN"),
                new PartyQuery().name(OTHER_NAME).address(asked));
        assertEquals(1, matches.size(), asked);
        assertEquals("address agrees", matches.evidence(0).get(0));
        assertTrue(matches.alert() && matches.confirmed(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 Zhongguancun East Road, Beijing",
                "Zhongguancun East Road, Beijing",
                "7 Zhongguancun West Road, Beijing",
                "7 Zhongguancun East Road, Shanghai",
                "Beijing"
            })
    void anotherAddressIsNone(String asked) {
        match(
                MadeParty.of("1", "Address 07").address("7 Zhongguancun East Road", "Beijing", "CN"),
                new PartyQuery().name(OTHER_NAME).address(asked));
        assertEquals(0, matches.size(), asked);
    }

    /** Number 10 is the listed room, 11 another one; 38 is the house. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rm 10, 38 Pitt Street, Yau Ma Tei, Hong Kong | 1",
                "38 Pitt St., Yau Ma Tei, HK | 1",
                "Rm 11, 38 Pitt Street, Yau Ma Tei, Hong Kong | 0",
                "Rm 10, 39 Pitt Street, Yau Ma Tei, Hong Kong | 0",
                "Rm 10, 38 Pitt Street | 0",
                "Yau Ma Tei, Hong Kong | 0"
            })
    void anAddressOnlyEntryIsMatchedByItsBuilding(String asked, int hits) {
        match(
                MadeParty.of("1", "Address 01").address("Room 10, 38 Pitt Street, Yau Ma Tei", "Hong Kong", "HK"),
                new PartyQuery().name(OTHER_NAME).address(asked));
        assertEquals(hits, matches.size(), asked);
        assertEquals(hits == 1, matches.alert());
    }

    /** A party may have more addresses than are listed: shown, of less score, and a confirmed party stays confirmed. */
    @Test
    void anAddressThatDiffersIsShownAndTakesNoHitAndNoConfirmation() {
        MadeParty rosneft = MadeParty.of("1", "Rosneft").address("26 Sofiyskaya Embankment", "Moscow", "RU");
        PartyQuery query = new PartyQuery().name("Rosneft").country(Country.of("RU"));
        match(rosneft, query);
        int before = matches.score(0);
        match(rosneft, query.address("1 Lenin Street, Minsk"));
        assertEquals(List.of("address differs", "country agrees"), matches.evidence(0));
        assertTrue(matches.score(0) < before && matches.score(0) > before / 2);
        assertTrue(matches.alert() && matches.confirmed(0));
        // One listed address that is too vague to tell leaves it open.
        match(rosneft.address("Business Center", "Minsk", "BY"), query);
        assertEquals(List.of("country agrees"), matches.evidence(0));
        // A city alone says nothing.
        match(rosneft, query.address("Moscow"));
        assertEquals(List.of("country agrees"), matches.evidence(0));
        assertEquals(before, matches.score(0));
    }

    /** A box in a post office is shared: it speaks for a name and finds nobody. */
    @Test
    void aPostOfficeBoxIsEvidenceAndFindsNobody() {
        MadeParty listed = MadeParty.of("1", "Rosneft").address("P.O. Box 30686", "Dubai", "AE");
        match(listed, new PartyQuery().name(OTHER_NAME).address("PO Box 30686, Dubai"));
        assertEquals(0, matches.size());
        match(listed, new PartyQuery().name("Rosneft").address("PO Box 30686, Dubai"));
        assertEquals(List.of("address agrees"), matches.evidence(0));
    }

    /** A city alone, or a street without a number, is where thousands live. */
    @Test
    void aVagueListedAddressFindsNobody() {
        match(
                MadeParty.of("1", "Rosneft").address("Orchard Road", "Moscow", "RU"),
                new PartyQuery().name(OTHER_NAME).address("5 Orchard Road, Moscow, RU"));
        assertEquals(0, matches.size());
        match(
                MadeParty.of("1", "Rosneft").address("PO Box 5", "Tehran", "Iran"),
                new PartyQuery().name(OTHER_NAME).address("PO Box 77, 5 Azadi Square, Tehran, Iran"));
        assertEquals(0, matches.size());
    }
}
