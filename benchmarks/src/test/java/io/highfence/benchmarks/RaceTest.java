package io.highfence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.PartyList;
import io.highfence.match.MatchSettings;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A race that one of the runners cheats in is stopped. */
class RaceTest {
    private static final PartyList LIST = PartyList.sample();
    private static final List<Corpus.Query> QUERIES = Corpus.of(LIST);

    /** Says the same to every name. */
    private record Always(boolean found) implements NameRival {
        @Override
        public int find(String name) {
            return found ? 1 : 0;
        }

        @Override
        public boolean found(int party) {
            return found;
        }
    }

    @Test
    void whoFindsNothingIsStopped() {
        Race race = new Race(Rival.JARO_WINKLER, QUERIES, () -> new Always(false));
        assertThrows(IllegalStateException.class, () -> race.check(Corpus.SAMPLE));
    }

    @Test
    void whoFindsEverythingIsStopped() {
        Race race = new Race(Rival.JARO_WINKLER, QUERIES, () -> new Always(true));
        assertThrows(IllegalStateException.class, () -> race.check(Corpus.SAMPLE));
    }

    @Test
    void whoFindsWhatIsListedMayRun() {
        Race race = Race.over(Rival.JARO_WINKLER, LIST, QUERIES);
        race.check(5 * Corpus.SAMPLE);
        assertTrue(race.run(Corpus.SAMPLE) >= Corpus.SAMPLE / 4, "a quarter of the queries is listed");
    }

    @Test
    void anAnswerThatIsNotTheOraclesIsStopped() {
        PartyIndex index = PartyIndex.of(LIST);
        MatchSettings strict = MatchSettings.defaults().withThreshold(9_900);
        Race race = new Race(
                Rival.HIGHFENCE, QUERIES, () -> new NameRivals.Highfence(index, new PartyMatcher(index, strict)));
        assertThrows(IllegalStateException.class, () -> race.compareWithOracle(Corpus.SAMPLE));
        Race.over(Rival.HIGHFENCE, LIST, QUERIES).compareWithOracle(Corpus.SAMPLE);
    }

    @Test
    void everyThreadHasASearcherOfItsOwn() {
        Race race = Race.over(Rival.HIGHFENCE, LIST, QUERIES);
        assertSame(race.searcher(), race.searcher());
        NameRival other = CompletableFuture.supplyAsync(race::searcher).join();
        assertNotSame(other, race.searcher());
        assertEquals(QUERIES.get(3).text(), race.name(3));
    }

    @Test
    void aSearcherThatWasLetGoIsMadeAnew() {
        Race race = Race.over(Rival.HIGHFENCE, LIST, QUERIES);
        NameRival before = race.searcher();
        race.letGo();
        assertNotSame(before, race.searcher());
    }
}
