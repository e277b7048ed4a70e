package io.highfence.ownership;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty.Identifier;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph.Party;
import io.highfence.ownership.OwnershipGraph.Stake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnershipReadersTest {
    private static OwnershipGraph read(String text) throws IOException, BadInput {
        return OwnershipGraph.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "stakes");
    }

    private static Stake only(OwnershipGraph graph) {
        assertEquals(1, graph.stakes());
        return graph.stake(0);
    }

    @ParameterizedTest
    @CsvSource({
        "50, 50000000, 50000000",
        "50%, 50000000, 50000000",
        "0.000001, 1, 1",
        "100, 100000000, 100000000",
        "25-50, 25000000, 50000000",
        "25 - 50, 25000000, 50000000",
        ">25-50, 25000001, 50000000",
        ">=25-<50, 25000000, 49999999",
        ">50-<75, 50000001, 74999999",
        ">50, 50000001, 100000000",
        ">=75, 75000000, 100000000",
        "<25, 0, 24999999",
        "<=25, 0, 25000000",
        "33.3333333, 33333333, 33333334",
        "49.9999999, 49999999, 50000000",
        "50.00000000, 50000000, 50000000",
        ">49.9999999, 50000000, 100000000",
        "<50.0000001, 0, 50000000"
    })
    void aPercentageIsExactOrARangeAroundIt(String text, long least, long most) throws Exception {
        Stake stake = only(read("owner,owned,percent\nA,B,\"" + text + "\"\n"));
        assertEquals(least, stake.least());
        assertEquals(most, stake.most());
        assertTrue(stake.known());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100.000001",
                "101",
                "-5",
                "50-25",
                "fifty",
                "1e2",
                "50,5",
                "<0",
                ">100",
                "50-",
                "-",
                "50 60",
                "<5-10",
                "50%%",
                "٥٠"
            })
    void whatIsNoPercentageEndsTheReadingWithItsPlace(String text) {
        BadInput fault = assertThrows(BadInput.class, () -> read("owner,owned,percent\nA,C,5\nA,B,\"" + text + "\"\n"));
        assertEquals(3, fault.line());
        assertEquals(3, fault.column());
        assertTrue(fault.reason().contains(text), fault::getMessage);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "UNKNOWN"})
    void aBlankPercentageIsNotKnown(String text) throws Exception {
        Stake stake = only(read("owner,owned,percent\nA,B," + text + "\n"));
        assertEquals(false, stake.known());
        assertEquals(0, stake.least());
        assertEquals(OwnershipGraph.WHOLE, stake.most());
    }

    @Test
    void aTableSaysMoreOfItsParties() throws Exception {
        OwnershipGraph graph = read(
                "\uFEFFowner,owner_name,owner_type,owner_country,owner_identifiers,owned,owned_country,percent,control,from,to\n"
                        + "1,Example Holding,entity,DE,lei:529900T8BM49AURSDO55|registration:HRB 1,2,FR,60,yes,2024-01-01,2025-12-31\n"
                        + "1,,,,,3,,,yes,,\n"
                        + "2,,,,,3,,0,,,\n");
        Party holding = Objects.requireNonNull(graph.party("1"));
        assertEquals("Example Holding", holding.name());
        assertEquals(PartyType.ORGANISATION, holding.type());
        assertEquals(Country.of("DE"), holding.country());
        assertEquals(2, holding.identifiers().size());
        assertEquals("2", Objects.requireNonNull(graph.party("2")).name());
        // A stake and control of one row are two ties; a row of nothing is none; control without a figure is control
        // alone.
        assertEquals(3, graph.stakes());
        assertEquals(
                new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 12, 31)),
                graph.stake(0).during());
        assertEquals("60 percent", graph.stake(0).percent());
        assertEquals("control", graph.stake(1).percent());
        assertEquals("control", graph.stake(2).percent());
        assertEquals("3", graph.stake(2).owned().id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "owner,owned,percnt\\nA,B,5; 1; 3; percnt",
                "owner,percent\\nA,5; 1; 1; owned",
                "owner,owned,percent\\nA,B; 2; 3; cells",
                "owner,owned,percent\\n,B,5; 2; 1; no owner",
                "owner,owned,percent\\nA, ,5; 2; 2; no owned",
                "owner,owned,control\\nA,B,maybe; 2; 3; maybe",
                "owner,owned,from\\nA,B,2024-02-30; 2; 3; 2024-02-30",
                "owner,owned,from,to\\nA,B,2024-02-02,2024-02-01; 2; 4; before",
                "owner,owned,owner_country\\nA,B,Atlantis; 2; 3; Atlantis",
                "owner,owned,owned_type\\nA,B,robot; 2; 3; robot",
                "owner,owned,owned_identifiers\\nA,B,abc; 2; 3; KIND:VALUE",
                "owner,owned,owner_country\\nA,B,DE\\nA,C,FR; 3; 3; earlier",
                "owner,owned,percent\\nA,B,\"5; 2; 3; never closed"
            })
    void aTableThatCannotBeKeptIsAnErrorWithItsPlace(String text, long line, int column, String says) {
        BadInput fault = assertThrows(BadInput.class, () -> read(text.replace("\\n", "\n")));
        assertEquals(line, fault.line(), fault::getMessage);
        assertEquals(column, fault.column(), fault::getMessage);
        assertTrue(fault.reason().contains(says), fault::getMessage);
    }

    private static String entity(String id, String name, String more) {
        return "{\"recordId\":\"" + id
                + "\",\"recordType\":\"entity\",\"recordStatus\":\"new\",\"recordDetails\":{\"name\":\"" + name + "\""
                + more + "}}\n";
    }

    private static String relationship(String id, String status, String date, String interests) {
        return "{\"recordId\":\"" + id + "\",\"recordType\":\"relationship\",\"recordStatus\":\"" + status
                + "\",\"statementDate\":\"" + date
                + "\",\"recordDetails\":{\"subject\":\"B\",\"interestedParty\":\"A\",\"interests\":[" + interests
                + "]}}\n";
    }

    private static String shares(String share) {
        return "{\"type\":\"shareholding\",\"directOrIndirect\":\"direct\"" + share + "}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"exact\":50}; 50000000; 50000000",
                "{\"exact\":33.33333333}; 33333333; 33333334",
                "{\"minimum\":75.0,\"maximum\":100.0}; 75000000; 100000000",
                "{\"minimum\":25,\"exclusiveMinimum\":true,\"maximum\":50}; 25000001; 50000000",
                "{\"exclusiveMinimum\":50,\"exclusiveMaximum\":75}; 50000001; 74999999",
                "{\"minimum\":25,\"maximum\":50,\"exclusiveMaximum\":false}; 25000000; 50000000",
                "{\"maximum\":10}; 0; 10000000"
            })
    void aShareholdingIsAStake(String share, long least, long most) throws Exception {
        Stake stake = only(read(entity("A", "Holder", "")
                + entity("B", "Held", "")
                + relationship("R", "new", "2025-01-01", shares(",\"share\":" + share))));
        assertEquals(least, stake.least());
        assertEquals(most, stake.most());
        assertTrue(stake.known());
        assertEquals("Holder", stake.holder().name());
    }

    @Test
    void aShareholdingWithoutAShareIsNotKnown() throws Exception {
        assertEquals(
                false,
                only(read(relationship("R", "new", "2025-01-01", shares("")))).known());
        assertEquals(
                false,
                only(read(relationship("R", "new", "2025-01-01", shares(",\"share\":{}"))))
                        .known());
        assertEquals(
                false,
                only(read(relationship("R", "new", "2025-01-01", "{\"type\":\"unknownInterest\"}")))
                        .known());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"type\":\"appointmentOfBoard\"}; control",
                "{\"type\":\"otherInfluenceOrControl\"}; control",
                "{\"type\":\"votingRights\",\"share\":{\"minimum\":50,\"maximum\":75}}; control",
                "{\"type\":\"votingRights\",\"share\":{\"minimum\":25,\"maximum\":50}}; influence without a stake",
                "{\"type\":\"votingRights\"}; control",
                "{\"type\":\"seniorManagingOfficial\"}; influence without a stake",
                "{\"type\":\"a word of another version\"}; control"
            })
    void otherInterestsAreControlOrInfluence(String interest, String percent) throws Exception {
        assertEquals(
                percent,
                only(read(relationship("R", "new", "2025-01-01", interest))).percent());
    }

    @Test
    void nothingOfAnIndirectShareholdingIsCertain() throws Exception {
        Stake stake = only(read(relationship(
                "R",
                "new",
                "2025-01-01",
                "{\"type\":\"shareholding\",\"directOrIndirect\":\"indirect\",\"share\":{\"exact\":60}}")));
        assertEquals(0, stake.least());
        assertEquals(60_000_000, stake.most());
    }

    @Test
    void theLatestStatementOfARecordCounts() throws Exception {
        String thirty = relationship("R", "new", "2025-01-01", shares(",\"share\":{\"exact\":30}"));
        String sixty = relationship("R", "updated", "2025-06-01", shares(",\"share\":{\"exact\":60}"));
        assertEquals(60_000_000, only(read(thirty + sixty)).least());
        assertEquals(60_000_000, only(read(sixty + thirty)).least());
        assertEquals(
                60_000_000,
                only(read("[" + thirty.strip() + "," + sixty.strip() + "]")).least());
    }

    @Test
    void aClosedRecordAndAnEndedInterestHaveALastDay() throws Exception {
        Stake ended = only(read(relationship(
                "R", "closed", "2025-06-01", shares(",\"startDate\":\"2020-01-01\",\"endDate\":\"2024-11-30\""))));
        assertEquals(new DateRange(LocalDate.of(2020, 1, 1), LocalDate.of(2024, 11, 30)), ended.during());
        Stake closed = only(read(relationship("R", "closed", "2025-06-01", shares(""))));
        assertEquals(new DateRange(null, LocalDate.of(2025, 6, 1)), closed.during());
    }

    @Test
    void partiesKeepWhatTheStatementsSay() throws Exception {
        OwnershipGraph graph = read(entity(
                        "A",
                        "Rosneft Deutschland GmbH",
                        ",\"incorporatedInJurisdiction\":{\"name\":\"Germany\",\"code\":\"DE\"},\"identifiers\":[{\"id\":\"X1\","
                                + "\"scheme\":\"XI-LEI\"},{\"id\":\"HRB 1\",\"scheme\":\"DE-CR\"},{\"id\":\"9\",\"scheme\":\"MISC\"}],"
                                + "\"addresses\":[{\"type\":\"registered\",\"address\":\"Behrenstr. 18\",\"postCode\":\"10117\"}]")
                + "{\"recordId\":\"P\",\"recordType\":\"person\",\"recordDetails\":{\"names\":[{\"fullName\":\"Jan Jansen\"}],"
                + "\"nationalities\":[{\"code\":\"NL\"}]}}\n"
                + relationship("R", "new", "2025-01-01", shares("")));
        Party company = Objects.requireNonNull(graph.party("A"));
        assertEquals(Country.of("DE"), company.country());
        assertEquals("Behrenstr. 18, 10117", company.address());
        assertEquals(
                List.of(Identifier.Kind.LEI, Identifier.Kind.REGISTRATION),
                company.identifiers().stream().map(Identifier::kind).toList());
        Party person = Objects.requireNonNull(graph.party("P"));
        assertEquals("Jan Jansen", person.name());
        assertEquals(PartyType.PERSON, person.type());
        assertEquals(Country.of("NL"), person.country());
        assertEquals("", Objects.requireNonNull(graph.party("B")).name(), "described nowhere, so it has no name");
    }

    @Test
    void aRelationshipWithoutAKnownHolderHoldsNothing() throws Exception {
        assertEquals(
                0,
                read("{\"recordId\":\"R\",\"recordType\":\"relationship\",\"recordDetails\":{\"subject\":\"B\",\"interestedParty\":"
                                + "{\"reason\":\"noBeneficialOwners\"},\"interests\":[]}}")
                        .stakes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"statementID\":\"1\",\"statementType\":\"entityStatement\"}; recordType",
                "{\"recordId\":\"1\",\"recordType\":\"ship\"}; ship",
                "{\"recordId\":\"1\",\"recordType\":\"relationship\",\"recordDetails\":{}}; subject",
                "{\"recordId\":\"1\",\"recordType\":\"entity\",\"statementDate\":\"yesterday\"}; yesterday",
                "{\"recordId\":\"1\",\"recordType\":\"entity\",\"recordDetails\":7}; object",
                "{\"recordId\":\"1\",\"recordType\":\"relationship\",\"recordDetails\":{\"interests\":[{\"share\":{\"exact\":101}}]}}; 101",
                "{\"recordId\":\"1\",\"recordType\":\"relationship\",\"recordDetails\":{\"interests\":[{\"share\":{\"exact\":-1}}]}}; -1",
                "{\"recordId\":\"1\",\"recordType\":\"relationship\",\"recordDetails\":{\"interests\":[{\"share\":{\"minimum\":60,\"maximum\":40}}]}}; range",
                "{\"recordId\":\"1\",\"recordType\":\"relationship\",\"recordDetails\":{\"interests\":[{\"share\":{\"exact\":\"x\"}}]}}; 'x'",
                "{\"recordId\":; JSON"
            })
    void aStatementThatCannotBeKeptIsAnErrorWithItsPlace(String text, String says) {
        BadInput fault = assertThrows(BadInput.class, () -> read(entity("A", "Holder", "") + text));
        assertEquals(2, fault.line(), fault::getMessage);
        assertTrue(fault.column() > 0, fault::getMessage);
        assertTrue(fault.reason().contains(says), fault::getMessage);
    }

    @Test
    void anEmptyFileIsAnErrorAndAnEmptyArrayIsAnEmptyGraph() throws Exception {
        assertThrows(BadInput.class, () -> read(""));
        assertEquals(0, read("[]").parties().size());
        assertEquals(0, read("owner,owned\n").stakes());
    }

    /** Bytes by chance end in a graph or in a clear error, and in nothing else. */
    @Test
    void bytesByChanceAreAnErrorOrAGraph() throws Exception {
        String[] starts = {"owner,owned,percent\nA,B,", entity("A", "Holder", ""), "[{", "{\"recordId\":", ""};
        for (long seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            byte[] start = starts[random.nextInt(starts.length)].getBytes(StandardCharsets.UTF_8);
            byte[] bytes = new byte[start.length + random.nextInt(60)];
            random.nextBytes(bytes);
            System.arraycopy(start, 0, bytes, 0, start.length);
            if (start.length > 0 && random.nextBoolean()) {
                bytes[random.nextInt(start.length)] = (byte) random.nextInt(256);
            }
            try {
                assertNotNull(OwnershipGraph.read(new ByteArrayInputStream(bytes), "chance"), "seed " + seed);
            } catch (BadInput e) {
                assertTrue(e.getMessage().startsWith("chance"), "seed " + seed);
            }
        }
    }

    @Test
    void aPartyIsFoundByIdentifierElseByNameAndPlace() throws Exception {
        OwnershipGraph graph = read("owner,owned,owned_name,owned_country,owned_identifiers,percent\n"
                + "X,1,Société d'Électronique S.A.,FR,lei:529900T8BM49AURSDO55,50\n"
                + "X,2,SOCIETE D ELECTRONIQUE SA,BE,,50\n"
                + "X,3,Societe d Electronique SA,,,50\n");
        Identifier lei = Objects.requireNonNull(Identifier.parse("lei:529900t8bm49aursdo55"));
        assertEquals(List.of("1"), ids(graph.find("Another Name", null, List.of(lei))));
        assertEquals(List.of("1", "3"), ids(graph.find("societe d'electronique sa", Country.of("FR"), List.of())));
        assertEquals(List.of("1", "2", "3"), ids(graph.find("SOCIÉTÉ D’ÉLECTRONIQUE SA", null, List.of())));
        assertEquals(List.of(), ids(graph.find("", null, List.of())));
        assertEquals(List.of(), ids(graph.find("!", null, List.of())));
        assertNull(graph.party("Y"));
    }

    private static List<String> ids(List<Party> parties) {
        return parties.stream().map(Party::id).toList();
    }
}
