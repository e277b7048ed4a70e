package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The rivals are what they are called. */
class ScorerTest {
    private final Scorer jaroWinkler = new Scorer.JaroWinkler();
    private final Scorer tokenSort = new Scorer.TokenSort();
    private final Scorer ofacStyle = new Scorer.OfacStyle();

    @Test
    void jaroWinklerGivesWinklersOwnExampleInAnyCase() {
        // Winkler: MARTHA and MARHTA are 0.961.
        assertEquals(9611, jaroWinkler.score("Martha", "MARHTA"));
        assertEquals(10_000, jaroWinkler.score("M\u00FCnchen", "MUNCHEN"));
    }

    @Test
    void tokenSortLooksPastTheOrder() {
        assertEquals(10_000, tokenSort.score("PUTIN, Vladimir", "Vladimir Putin"));
        // PUTIN VLADIMIR has 14 signs, and one is changed.
        assertEquals(Math.round(10_000 * 13 / 14.0), tokenSort.score("Vladimir Putan", "Putin Vladimir"));
        assertEquals(5000, tokenSort.score("AB", "AC"));
        assertEquals(0, tokenSort.score("", ""));
    }

    @Test
    void ofacStyleIsTheGreaterOfWholeAndWords() {
        assertEquals(10_000, ofacStyle.score("Putin", "Vladimir Putin"), "every word of the query has its equal");
        assertTrue(jaroWinkler.score("Putin", "Vladimir Putin") < 7000);
        assertEquals(9611, ofacStyle.score("Martha", "Marhta"));
        assertEquals(0, ofacStyle.score("", "Putin"));
    }

    @Test
    void theBestOfSeveralNamesCounts() {
        assertEquals(10_000, jaroWinkler.best("ZTE", List.of("Huawei", "ZTE")));
        assertEquals(0, jaroWinkler.best("ZTE", List.of()));
    }

    @Test
    void theSdkScoresAsCompareDoes() {
        assertEquals(10_000, new Scorer.Highfence().score("H.U.A.W.E.I.", "Huawei"));
        assertEquals("highfence", Scorer.all().get(0).label(), "the first is this SDK");
    }
}
