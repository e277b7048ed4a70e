package io.highfence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries and the lists that the name benchmarks run on. */
class CorpusTest {
    private static final PartyList LIST = PartyList.sample();

    @Test
    void theQueriesOfAListAreAlwaysTheSame() {
        assertEquals(Corpus.of(LIST), Corpus.of(LIST));
        assertEquals(Corpus.SIZE, Corpus.of(LIST).size());
    }

    @Test
    void everyBlockHasTheSameMixture() {
        List<Corpus.Query> all = Corpus.of(LIST);
        Map<Corpus.Kind, Integer> first = kinds(all.subList(0, Corpus.SAMPLE));
        assertEquals(Corpus.SAMPLE / 4, first.get(Corpus.Kind.EXACT));
        assertEquals(Corpus.SAMPLE / 4, first.get(Corpus.Kind.CLEAN));
        for (int start = 0; start < all.size(); start += Corpus.SAMPLE) {
            assertEquals(first, kinds(all.subList(start, start + Corpus.SAMPLE)));
        }
    }

    private static Map<Corpus.Kind, Integer> kinds(List<Corpus.Query> queries) {
        Map<Corpus.Kind, Integer> kinds = new HashMap<>();
        queries.forEach(query -> kinds.merge(query.kind(), 1, Integer::sum));
        return kinds;
    }

    @Test
    void exactNamesAreListedAndOthersAreNot() {
        Set<String> listed = new HashSet<>();
        for (int record = 0; record < LIST.records().size(); record++) {
            for (ListedParty.Name name : LIST.records().get(record).names()) {
                listed.add(LIST.party(record) + PlainNames.plain(name.text()));
            }
        }
        for (Corpus.Query query : Corpus.of(LIST)) {
            boolean isListed = listed.contains(query.party() + PlainNames.plain(query.text()));
            assertTrue(
                    isListed == (query.kind() == Corpus.Kind.EXACT) || query.kind() == Corpus.Kind.DROPPED,
                    query::toString);
            assertEquals(query.kind() == Corpus.Kind.CLEAN, query.party() < 0);
        }
    }

    @Test
    void aGrownListBeginsWithTheListAndHasTheNamesAskedFor(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, """
                id,name,aliases
                1,"Huawei Technologies Co., Ltd.",Huawei Tech
                2,Viktor Bout,
                3,Semiconductor Manufacturing International Corporation,SMIC
                """);
        ListSource source = ListSource.parse("custom-csv:" + file);
        PartyList grown = GrownList.of(source, 1_001);
        assertEquals(1_001, GrownList.count(grown));
        assertEquals("Huawei Technologies Co., Ltd.", grown.records().get(0).primaryName());
        Set<String> words = new HashSet<>();
        Set<String> lasts = new HashSet<>();
        for (ListedParty record : grown.records()) {
            for (ListedParty.Name name : record.names()) {
                List<String> parts = List.of(name.text().split(" "));
                words.addAll(parts);
                lasts.add(parts.get(parts.size() - 1));
            }
        }
        assertEquals(12, words.size(), () -> "no word is new: " + words);
        assertEquals(Set.of("Ltd.", "Tech", "Bout", "Corporation", "SMIC"), lasts);
        assertNotEquals(
                grown.records().get(3).primaryName(), grown.records().get(4).primaryName());
        assertEquals(names(grown), names(GrownList.of(source, 1_001)));
        assertEquals(names(PartyList.load(List.of(source))), names(GrownList.of(source, 5)));
    }

    @Test
    void aSignAloneBecomesNoName(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, "id,name\n1,Bout\n2,Viktor &\n");
        PartyList grown = GrownList.of(ListSource.parse("custom-csv:" + file), 100);
        assertEquals(100, GrownList.count(grown));
    }

    private static List<String> names(PartyList list) {
        return list.records().stream().map(ListedParty::primaryName).toList();
    }
}
