package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known of an edition beside its records: its age, its retrieval, and whether it follows the one before. */
class EditionTest {
    private static final Instant RETRIEVED = Instant.parse("2026-09-01T06:00:00Z");

    @TempDir
    Path folder;

    private ListSource list(String name, int parties) throws IOException {
        String rows = IntStream.range(0, parties)
                .mapToObj(i -> i + ",Party " + i + "\n")
                .collect(Collectors.joining());
        Path file = Files.writeString(folder.resolve(name), "id,name\n" + rows);
        return new ListSource(ListSource.Format.CUSTOM_CSV, file, LocalDate.of(2026, 8, 31));
    }

    private static PartyList.Edition edition(ListSource source) throws Exception {
        return PartyList.load(List.of(source)).editions().get(0);
    }

    @Test
    void theAgeCountsFromPublication() throws Exception {
        PartyList.Edition edition = edition(list("a.csv", 1));
        assertEquals(1L, edition.age(LocalDate.of(2026, 9, 1)));
        assertEquals(-1L, edition.age(LocalDate.of(2026, 8, 30)));
        assertNull(PartyList.sample().editions().get(0).age(LocalDate.of(2026, 9, 1)));
    }

    @Test
    void aRetrievalIsKnownOfTheseBytesAlone() throws Exception {
        ListSource source = list("a.csv", 2);
        PartyList.Edition before = edition(source);
        assertNull(before.retrievedAt());
        new Retrieval(RETRIEVED, "https://example.org/\"a\".csv", before.digest()).write(source.path());
        assertEquals(
                new Retrieval(RETRIEVED, "https://example.org/\"a\".csv", before.digest()),
                Retrieval.read(source.path()));
        PartyList.Edition known = edition(source);
        assertEquals(RETRIEVED, known.retrievedAt());
        assertEquals(List.of(), known.notes());
        PartyList.Edition changed = edition(list("a.csv", 3));
        assertNull(changed.retrievedAt());
        assertEquals(List.of("the file is not the one that was retrieved at 2026-09-01T06:00:00Z"), changed.notes());
    }

    /** It changes no answer, so that lists with and without it are one set. */
    @Test
    void theRetrievalIsNoPartOfTheDigest() throws Exception {
        ListSource source = list("a.csv", 2);
        PartyList before = PartyList.load(List.of(source));
        new Retrieval(RETRIEVED, "", before.editions().get(0).digest()).write(source.path());
        assertEquals(before.digest(), PartyList.load(List.of(source)).digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"retrievedAt\":\"yesterday\",\"digest\":\"\"}",
                "{\"retrievedAt\":\"2026-09-01T06:00:00Z\",\"digest\":\"12\"}",
                "{\"retrievedAt\":\"2026-09-01T06:00:00Z\""
            })
    void aDamagedRetrievalIsAnError(String text) throws Exception {
        ListSource source = list("a.csv", 1);
        Files.writeString(folder.resolve("a.csv.retrieved"), text);
        BadInput fault = assertThrows(BadInput.class, () -> PartyList.load(List.of(source)));
        assertTrue(fault.file().endsWith("a.csv.retrieved"), fault.file());
    }

    /** One in ten may go, and not one more. */
    @ParameterizedTest
    @CsvSource({
        "100,100,true",
        "100,101,true",
        "100,90,true",
        "100,89,false",
        "100,1,false",
        "5,4,false",
        "2000,1799,false"
    })
    void anEditionThatShrankTooMuchIsRefused(int before, int after, boolean taken) throws Exception {
        PartyList first = PartyList.load(List.of(list("a.csv", before)));
        List<ListSource> next = List.of(list("b.csv", after));
        if (taken) {
            assertEquals(after, PartyList.loadAfter(next, first, null).records().size());
            return;
        }
        BadInput fault = assertThrows(BadInput.class, () -> PartyList.loadAfter(next, first, null));
        assertTrue(fault.file().endsWith("b.csv"), fault.file());
        assertTrue(
                fault.getMessage()
                        .contains("CUSTOM has " + after + " records after " + before + "; at most 10 % may go"),
                fault.getMessage());
        assertThrows(BadInput.class, () -> PartyList.loadAfter(next, first, " "));
        PartyList accepted = PartyList.loadAfter(next, first, "A. Person");
        assertEquals(PartyList.load(next).records(), accepted.records());
        assertEquals(PartyList.load(next).digest(), accepted.digest());
        assertEquals(
                List.of("A. Person accepts that CUSTOM has " + after + " records after " + before
                        + "; at most 10 % may go"),
                accepted.editions().get(0).notes());
    }

    @Test
    void aListThatIsGoneShrankWhole() throws Exception {
        PartyList both = ListFile.loadJson(
                "'source':'" + ListFile.SDN + "','name':'A'", "'source':'" + ListFile.EL + "','name':'B'");
        PartyList one = ListFile.loadJson("'source':'" + ListFile.SDN + "','name':'A'");
        assertEquals(List.of(new Shrinkage("EL", 1, 0, 10)), Shrinkage.between(both, one));
        assertEquals(List.of(), Shrinkage.between(one, both));
    }

    @Test
    void theDigestOfAnEditionIsOfItsBytes() throws Exception {
        ListSource source = list("a.csv", 1);
        assertEquals(
                Digest.of(Files.readAllBytes(source.path())), edition(source).digest());
    }
}
