package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.highfence.list.ListedParty.Identifier.Kind;
import io.highfence.list.ListedParty.Quality;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartyJoinTest {
    private static final String SMIC = "Semiconductor Manufacturing International Corporation";

    private static MadeParty party(String list, String entry, String name) {
        return MadeParty.of(list, list, entry, name);
    }

    private static MadeParty firm(String list, String entry, String name, String country) {
        return party(list, entry, name).type(PartyType.ORGANISATION).country(country);
    }

    private static MadeParty person(String list, String entry, String name) {
        return party(list, entry, name).type(PartyType.PERSON);
    }

    private static List<Integer> parties(MadeParty... made) {
        PartyList list = MadeParty.list(made);
        return IntStream.range(0, made.length).map(list::party).boxed().toList();
    }

    @Test
    void firmsOfOneNameAndCountryAreOne() {
        assertEquals(
                List.of(0, 0, 0, 1),
                parties(
                        firm("EU", "1", SMIC, "CN"),
                        party("EL", "a", "SEMICONDUCTOR  MANUFACTURING INTERNATIONAL CORPORATION")
                                .country("CN"),
                        firm("UN", "7", "Sémiconductor Manufacturing, International Corporation.", "CN"),
                        firm("AU", "3", SMIC, "TW")));
    }

    @Test
    void aNameOfOneWordOrWithoutACountryTellsTooLittle() {
        assertEquals(
                List.of(0, 1, 2, 3),
                parties(
                        firm("EU", "1", "FENIKS", "RU"),
                        firm("UN", "1", "Feniks", "RU"),
                        party("EU", "2", SMIC).type(PartyType.ORGANISATION),
                        party("UN", "2", SMIC).type(PartyType.ORGANISATION)));
    }

    @Test
    void theOrderOfWordsTellsFirmsApart() {
        assertEquals(
                List.of(0, 1),
                parties(
                        firm("SDN", "44264", "NAI ENERGY EUROPE GMBH", "DE"),
                        firm("EU", "44270", "NAI EUROPE ENERGY GMBH", "DE")));
    }

    @Test
    void whereNobodySaysThatItIsAFirmAWordMustSayIt() {
        assertEquals(
                List.of(0, 1, 2, 2),
                parties(
                        party("DPL", "a", "John Smith").country("US"),
                        party("EL", "b", "John Smith").country("US"),
                        party("DPL", "c", "GATEWICK LLC").country("AE"),
                        party("EL", "d", "Gatewick LLC").country("AE")));
    }

    @Test
    void aNameThatOnePublisherHasTwiceJoinsNobody() {
        assertEquals(
                List.of(0, 1, 2),
                parties(
                        firm("SDN", "51132", "JOINT STOCK COMPANY 103 ARSENAL", "RU"),
                        firm("SDN", "43264", "JOINT STOCK COMPANY 103 ARSENAL", "RU"),
                        firm("EU", "9", "Joint Stock Company 103 Arsenal", "RU")));
    }

    @Test
    void personsNeedABirthDateAndAFamilyNameMayGoFirst() {
        LocalDate day = LocalDate.of(1969, 8, 21);
        assertEquals(
                List.of(0, 0, 0, 1, 2),
                parties(
                        person("UN", "1", "KANG RYONG").country("KP").born(day),
                        person("EU", "1", "Ryong KANG").born(day),
                        person("AU", "1", "Kang Ryong").country("KP").bornIn(1969),
                        person("CH", "1", "Kang Ryong").country("KP"),
                        person("UK", "1", "Kang Ryong").country("KP").bornIn(1970)));
    }

    @Test
    void countriesTellPersonsApartUnlessTheDayOfBirthIsTheSame() {
        LocalDate day = LocalDate.of(1969, 8, 21);
        assertEquals(
                List.of(0, 0),
                parties(
                        person("UN", "1", "Kang Ryong").country("KP").born(day),
                        person("EU", "1", "Kang Ryong").country("CN").born(day)));
        // Whoever has no country fits both, and joins neither.
        assertEquals(
                List.of(0, 1, 2),
                parties(
                        person("UN", "1", "Kang Ryong").country("KP").bornIn(1969),
                        person("EU", "1", "Kang Ryong").country("CN").bornIn(1969),
                        person("AU", "1", "Kang Ryong").bornIn(1969)));
    }

    @Test
    void twoBirthDatesInOneYearFitTwoPersonsSoThatNobodyJoins() {
        assertEquals(
                List.of(0, 1, 2),
                parties(
                        person("UN", "1", "KANG RYONG").born(LocalDate.of(1969, 8, 21)),
                        person("EU", "1", "Kang Ryong").born(LocalDate.of(1969, 1, 3)),
                        person("AU", "1", "Kang Ryong").bornIn(1969)));
    }

    @Test
    void anIdentifierJoinsOnlyWithAName() {
        assertEquals(
                List.of(0, 0, 1, 2, 3),
                parties(
                        party("SDN", "1", "GRACE").type(PartyType.VESSEL).identifier(Kind.IMO, "9187631"),
                        party("UK", "1", "Adrian Darya 1")
                                .type(PartyType.VESSEL)
                                .alias("Grace", Quality.WEAK)
                                .identifier(Kind.IMO, "IMO9187631"),
                        party("EU", "1", "Other Ship").type(PartyType.VESSEL).identifier(Kind.IMO, "9187631"),
                        party("AU", "1", "Grace").type(PartyType.VESSEL).identifier(Kind.OTHER, "9187631"),
                        party("CH", "1", "Grace").type(PartyType.VESSEL).identifier(Kind.REGISTRATION, "12")));
    }

    @Test
    void anIdentifierOfTwoKindsOfPartyJoinsNobody() {
        assertEquals(
                List.of(0, 1),
                parties(
                        person("SDN", "1", "Bank Saderat").identifier(Kind.TAX, "1234567"),
                        party("EU", "1", "Bank Saderat")
                                .type(PartyType.ORGANISATION)
                                .identifier(Kind.TAX, "1234567")));
    }

    /** The Entity List names one firm with two countries; OFAC has one firm in each. */
    @Test
    void twoNumbersOfOnePublisherNeverJoinThroughAThirdRecord() {
        assertEquals(
                List.of(0, 1, 0),
                parties(
                        firm("SDN", "1", "Al Naser Airlines", "IQ"),
                        firm("SDN", "2", "Al Naser Airlines", "AE"),
                        party("EL", "a", "AL-NASER AIRLINES").country("IQ").country("AE")));
    }

    /** Publishers mistype references, so that one alone joins nothing. */
    @Test
    void theReferenceOfTheSecurityCouncilJoinsWithAName() throws Exception {
        ListedParty un = ListFile.load(ListSource.Format.UN_XML, SampleFiles.UN_XML)
                .records()
                .get(1);
        assertEquals(List.of(new PublisherNumber("UN reference", "XXI.002")), PublisherNumber.saidBy(un));
        PartyList others = MadeParty.list(
                person("EU", "1", "Somebody").alias("Second", Quality.WEAK).extra("UN reference", "XXi.002"),
                person("AU", "1", "SECOND").remarks("XXI.002. Title: Dr"),
                person("AU", "2", "SECOND").remarks("Brother of XXi.002"),
                person("UK", "1", "Else").extra("UN reference", "XXi.002"));
        List<ListedParty> records = new ArrayList<>(others.records());
        records.add(un);
        int[] parties = PartyJoin.join(records);
        assertEquals(List.of(0, 0, 1, 2, 0), Arrays.stream(parties).boxed().toList());
    }

    @Test
    void theClosedListOfTheUnitedKingdomJoinsWithItsSuccessor() {
        assertEquals(
                List.of(0, 0, 1),
                parties(
                        person("OFSI", "12703", "FIRST FAMILY"),
                        person("UK", "AAA0001", "First Family").extra("OFSI group ID", "12703"),
                        person("UK", "AAA0002", "First Family").extra("OFSI group ID", "12704")));
    }

    @Test
    void oneNumberOfOnePublisherIsOnePartyWhateverElseIsSaid() {
        assertEquals(
                List.of(0, 0, 1, 1, 2, 3),
                parties(
                        firm("SDN", "17016", "GAZPROMBANK", "RU"),
                        person("SSI", "17016", "GPB"),
                        party("EU", "1", "A"),
                        party("EU", "1", "B"),
                        party("EL", "17016", "A"),
                        party("EL", "17016", "B")));
    }

    @Test
    void soManyOfOneNameThatNobodyIsToldApart() {
        MadeParty[] made = new MadeParty[40];
        Arrays.setAll(made, i -> party("EL", "e" + i, SMIC).country("CN"));
        assertEquals(IntStream.range(0, 40).boxed().toList(), parties(made));
    }

    @Test
    void theOrderOfTheRecordsChangesNoJoinOfTwo() {
        MadeParty[] made = {
            firm("EU", "1", SMIC, "CN"), party("EL", "a", SMIC).country("CN"), firm("UN", "2", "Huawei Cloud", "CN")
        };
        assertEquals(List.of(0, 0, 1), parties(made));
        assertEquals(List.of(0, 1, 1), parties(made[2], made[1], made[0]));
    }
}
