package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parties just under the threshold are shown apart and change nothing. */
class NearMissTest {
    private static final int THRESHOLD = MatchSettings.DEFAULT_THRESHOLD;

    private static PartyList made(Random random, int records) {
        MadeNames names = new MadeNames(random);
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            parties.add(MadeParty.of(Integer.toString(i), names.name()));
        }
        return MadeParty.list(parties);
    }

    @Test
    void theyAreThePartiesWithinTheMarginAndTheHitsStayAsTheyAre() {
        Random random = new Random(20261129);
        MadeNames names = new MadeNames(random);
        PartyList list = made(random, 400);
        PartyIndex index = PartyIndex.of(list);
        PartyMatcher plain = new PartyMatcher(index, MatchSettings.defaults());
        PartyMatcher pairs = new PartyMatcher(MatchSettings.defaults());
        Matches hits = new Matches();
        Matches both = new Matches();
        int bounded = 0;
        for (int i = 0; i < 100; i++) {
            int margin = 1 + random.nextInt(4_000);
            PartyMatcher wider =
                    new PartyMatcher(index, MatchSettings.defaults().withNearMissMargin(margin));
            String name = names.varied(list.records().get(random.nextInt(400)).primaryName());
            plain.match(name, hits);
            wider.match(name, both);

            assertEquals(hits.alert(), both.alert());
            assertEquals(hits.total(), both.total());
            Map<Integer, Integer> best = new HashMap<>();
            for (int hit = 0; hit < hits.size(); hit++) {
                assertEquals(hits.records(hit), both.records(hit));
                assertEquals(hits.score(hit), both.score(hit));
                assertEquals(hits.triggers(hit), both.triggers(hit));
            }
            for (int record = 0; record < list.records().size(); record++) {
                int score = pairs.compare(name, list.records().get(record).primaryName());
                best.merge(list.party(record), score, Math::max);
            }
            List<Integer> expected = best.values().stream()
                    .filter(score -> score < THRESHOLD && score >= THRESHOLD - margin)
                    .sorted((a, b) -> b - a)
                    .toList();
            Matches near = both.nearMisses();
            assertEquals(expected.size(), near.total());
            assertEquals(Math.min(expected.size(), Matches.MOST_NEAR_MISSES), near.size());
            List<Integer> scores = new ArrayList<>();
            for (int miss = 0; miss < near.size(); miss++) {
                scores.add(near.nameScore(miss));
                assertFalse(near.triggers(miss));
            }
            assertEquals(expected.subList(0, near.size()), scores);
            assertFalse(near.alert());
            bounded += near.truncated() ? 1 : 0;
        }
        assertTrue(bounded > 0, "some name has more near misses than are kept");
    }

    @Test
    void withoutAMarginThereAreNoneAndOldOnesAreForgotten() {
        PartyIndex index = PartyIndex.of(MadeParty.list(MadeParty.of("1", "Sberbank of Russia")));
        Matches matches = new Matches();
        new PartyMatcher(index, MatchSettings.defaults()).match("Sberbank", matches);
        assertEquals(0, matches.nearMisses().size());
        new PartyMatcher(index, MatchSettings.defaults().withNearMissMargin(1_000)).match("Sberbank", matches);
        assertEquals(1, matches.nearMisses().size());
        assertEquals(0, matches.size());
        assertFalse(matches.alert());
        new PartyMatcher(index, MatchSettings.defaults()).match("Sberbank", matches);
        assertEquals(0, matches.nearMisses().size());
    }

    @Test
    void aNameWithNothingInCommonIsNoNearMissHoweverWideTheMargin() {
        PartyIndex index = PartyIndex.of(MadeParty.list(MadeParty.of("1", "Sberbank of Russia")));
        Matches matches = new Matches();
        new PartyMatcher(index, MatchSettings.defaults().withNearMissMargin(10_000)).match("Orchard", matches);
        assertEquals(0, matches.nearMisses().size());
    }

    @Test
    void aPartyThatHitsByOneRecordIsNoNearMissByAnother() {
        // OFAC's number joins two records.
        PartyList list = MadeParty.list(
                MadeParty.of("Specially Designated Nationals", "SDN", "17018", "Sberbank of Russia"),
                MadeParty.of("Sectoral Sanctions", "SSI", "17018", "Sberbank"));
        assertEquals(list.party(0), list.party(1));
        Matches matches = new Matches();
        new PartyMatcher(PartyIndex.of(list), MatchSettings.defaults().withNearMissMargin(1_000))
                .match("Sberbank", matches);
        assertEquals(1, matches.size());
        assertEquals(0, matches.nearMisses().size());
    }

    @Test
    void aMarginLiesBetweenNothingAndOne() {
        MatchSettings settings = MatchSettings.defaults();
        assertEquals(0, settings.nearMissMargin());
        assertThrows(IllegalArgumentException.class, () -> settings.withNearMissMargin(-1));
        assertThrows(IllegalArgumentException.class, () -> settings.withNearMissMargin(10_001));
        MatchSettings margin = settings.withNearMissMargin(500);
        assertEquals(
                500, margin.withThreshold(8_000).withWeakAliasesTrigger(true).nearMissMargin());
    }
}
