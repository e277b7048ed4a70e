package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.list.PartyType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartyReaderTest {
    private final List<PartyReader.Row> rows = new ArrayList<>();
    private final List<BadInput> refused = new ArrayList<>();

    private void read(String csv) throws IOException, BadInput {
        PartyReader.read(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "parties.csv", rows::add, refused::add);
    }

    @Test
    void readsEveryColumn() throws Exception {
        read("\uFEFFid,name,type,country,address,identifiers,birth_date,role\n"
                + "a,\"Doe, Jane\",person,Türkiye,\"1 Road, Ankara\",passport:X1|tax:7,1970,endUser\n");
        Party party = rows.get(0).party();
        assertEquals("a", rows.get(0).id());
        assertEquals("Doe, Jane", party.name());
        assertEquals(PartyType.PERSON, party.type());
        assertEquals(Country.of("TR"), party.country());
        assertEquals("1 Road, Ankara", party.address());
        assertEquals(2, party.identifiers().size());
        assertEquals(1970, party.birthDate().from().getYear());
        assertEquals(Party.Role.END_USER, party.role());
        assertEquals(List.of(), rows.get(0).notes());
    }

    @Test
    void onlyTheNameIsNeededAndRowsAreNumbered() throws Exception {
        read("name\nA\nB\n");
        assertEquals("1", rows.get(0).id());
        assertEquals("2", rows.get(1).id());
        assertEquals("B", rows.get(1).party().name());
        assertNull(rows.get(1).party().country());
    }

    @Test
    void aRowFromElsewhereIsUnderstoodAsOneOfAFile() throws Exception {
        read("id,name,type,country,address,identifiers,birth_date,role\n"
                + ",Jane,ghost,Türkiye,1 Road,passport:X1|nonsense,1970-05,enduser\n");
        java.util.Map<String, String> cells = java.util.Map.of(
                "name", "Jane",
                "type", "ghost",
                "country", "Türkiye",
                "address", "1 Road",
                "identifiers", "passport:X1|nonsense",
                "birth_date", "1970-05",
                "role", "enduser");
        assertEquals(rows.get(0), PartyReader.row(column -> cells.getOrDefault(column, ""), 1));
    }

    @Test
    void aCellThatIsNotUnderstoodIsNoted() throws Exception {
        read("name,type,country,identifiers,birth_date,role\nA,ghost,Atlantis,nonsense,soon,villain\n");
        assertEquals(
                List.of(
                        "type 'ghost'",
                        "country 'Atlantis'",
                        "identifiers 'nonsense'",
                        "birth_date 'soon'",
                        "role 'villain'"),
                rows.get(0).notes());
    }

    @Test
    void aRowOfTheWrongLengthIsRefusedWithItsPlaceAndTheOthersAreRead() throws Exception {
        read("name,country\nA,DE\nB\nC,DE,x\nD,FR\n");
        assertEquals(2, rows.size());
        assertEquals(2, refused.size());
        assertEquals(3, refused.get(0).line());
        assertEquals(2, refused.get(0).column());
        assertEquals(4, refused.get(1).line());
        assertEquals(3, refused.get(1).column());
    }

    @Test
    void whatCannotBeReadOnIsAFault() {
        assertThrows(BadInput.class, () -> read(""));
        assertThrows(BadInput.class, () -> read("id,country\n1,DE\n"));
        assertThrows(BadInput.class, () -> read("name,name\nA,B\n"));
        assertThrows(BadInput.class, () -> read("name\n\"never closed\n"));
    }

    @Test
    void aBadByteOrAStrayQuoteCostsItsRowAlone() throws Exception {
        PartyReader.read(
                new ByteArrayInputStream(
                        "name\nA\n\u00C3(\nShe said \"hi\"\nB\n".getBytes(StandardCharsets.ISO_8859_1)),
                "parties.csv",
                rows::add,
                refused::add);
        assertEquals(
                List.of("A", "B"), rows.stream().map(row -> row.party().name()).toList());
        assertEquals(List.of(3L, 4L), refused.stream().map(BadInput::line).toList());
    }
}
