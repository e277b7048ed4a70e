package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.text.NameForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of every score, whatever the names are. */
class NameScoreTest {
    private final PartyMatcher matcher = new PartyMatcher(MatchSettings.defaults());

    @Test
    void aScoreIsWholeOnlyForEqualCanonicalForms() {
        long seed = 20261125;
        MadeNames names = new MadeNames(new Random(seed));
        int equal = 0;
        for (int i = 0; i < 20_000; i++) {
            String a = names.name();
            String b = i % 3 == 0 ? names.name() : names.varied(a);
            int score = matcher.compare(a, b);
            NameForm formA = NameForm.of(a);
            NameForm formB = NameForm.of(b);
            boolean same = !formA.tokens().isEmpty() && formA.sameAs(formB);
            String told = "seed " + seed + ": " + a + " <> " + b + " " + score;
            assertTrue(score >= 0 && score <= 10_000, told);
            assertEquals(same, score == 10_000, told);
            assertTrue(same || score <= 9_990, told);
            equal += same ? 1 : 0;
        }
        assertTrue(equal > 1_000 && equal < 10_000, equal + " equal pairs");
    }

    /**
     * By hand. No table knows these words, so each weighs 1,000; a word of the query counts ten, one of the listed name five,
     * the lesser of what is left over on both sides ten.
     */
    @ParameterizedTest
    @CsvSource({
        "zyxwvut qabcdef, zyxwvut, 6000", // 15 of 20 + 5
        "zyxwvut, zyxwvut qabcdef, 7500", // 15 of 10 + 10
        "zyxwvut qabcdef, zyxwvut pmlkjih, 3750", // 15 of 20 + 10 + 10
        "zyxwvutsrq, zyxwvutsrx, 9000", // one edit in ten letters
        "zyxwvut 98765, zyxwvut 98764, 2625", // 15 of 40, and seven tenths of it for numbers that differ
        "zyxwvut qabcdef pmlkjih, pmlkjih qabcdef zyxwvut, 9790", // all of it, less two in a hundred for the order
        "zyxwvut qabcdef pmlkjih, qabcdef pmlkjih zyxwvut, 9990", // a rotation is no other order
        "z qabcdef, zyxwvut qabcdef, 9210" // an initial is 83 in a hundred of a word; z weighs 800: 25,790 of 28,000
    })
    void theSumsAreThoseOfTheDefinition(String query, String listed, int score) {
        assertEquals(score, matcher.compare(query, listed));
    }

    @Test
    void theScoreDoesNotDependOnWhatWasAskedBefore() {
        long seed = 5;
        MadeNames names = new MadeNames(new Random(seed));
        for (int i = 0; i < 2_000; i++) {
            String a = names.name();
            String b = names.varied(a);
            int used = matcher.compare(a, b);
            assertEquals(
                    new PartyMatcher(MatchSettings.defaults().withThreshold(0)).compare(a, b),
                    used,
                    "seed " + seed + ": " + a + " <> " + b);
        }
    }

    @Test
    void compareGivesTheScoreAndTheAlertOfAListOfOne() {
        long seed = 17;
        MadeNames names = new MadeNames(new Random(seed));
        Matches all = new Matches();
        Matches hits = new Matches();
        for (int i = 0; i < 3_000; i++) {
            String listed = i % 10 == 0 ? names.name() + " (" + names.word() + ")" : names.name();
            String query = names.varied(listed);
            PartyIndex index = PartyIndex.of(MadeParty.list(MadeParty.of("1", listed)));
            String told = "seed " + seed + ": " + query + " <> " + listed;
            new PartyMatcher(index, MatchSettings.defaults().withThreshold(0)).match(query, all);
            if (all.nameUsable()) {
                assertEquals(matcher.compare(query, listed), all.nameScore(0), told);
            }
            new PartyMatcher(index, MatchSettings.defaults()).match(query, hits);
            assertEquals(matcher.alerts(query, listed), hits.alert(), told);
        }
    }

    /** No list changes a score: the same pair scores the same beside three hundred other parties. */
    @Test
    void compareGivesTheScoresOfALongList() {
        long seed = 23;
        Random random = new Random(seed);
        MadeNames names = new MadeNames(random);
        List<String> listed = new ArrayList<>();
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            listed.add(names.name());
            parties.add(MadeParty.of(Integer.toString(i), listed.get(i)));
        }
        PartyList list = MadeParty.list(parties);
        PartyMatcher onList =
                new PartyMatcher(PartyIndex.of(list), MatchSettings.defaults().withThreshold(0));
        Matches hits = new Matches();
        for (int i = 0; i < 60; i++) {
            String query = names.varied(listed.get(random.nextInt(listed.size())));
            onList.match(query, hits);
            assertEquals(300, hits.size());
            for (int hit = 0; hit < hits.size(); hit++) {
                String target = hits.records(hit).get(0).primaryName();
                assertEquals(
                        matcher.compare(query, target),
                        hits.nameScore(hit),
                        "seed " + seed + ": " + query + " <> " + target);
            }
        }
    }

    /** A record's name score is the greatest over its names, and the name that gave it is shown. */
    @Test
    void theBestNameOfARecordCounts() {
        long seed = 31;
        MadeNames names = new MadeNames(new Random(seed));
        Matches hits = new Matches();
        for (int i = 0; i < 1_000; i++) {
            List<String> listed = List.of(names.name(), names.name(), names.name());
            MadeParty party = MadeParty.of("1", listed.get(0));
            listed.forEach(alias -> party.alias(alias, io.highfence.list.ListedParty.Quality.STRONG));
            String query = names.varied(listed.get(i % 3));
            new PartyMatcher(
                            PartyIndex.of(MadeParty.list(party)),
                            MatchSettings.defaults().withThreshold(0))
                    .match(query, hits);
            int best = listed.stream()
                    .mapToInt(name -> matcher.compare(query, name))
                    .max()
                    .orElseThrow();
            String told = "seed " + seed + ": " + query + " <> " + listed;
            if (hits.nameUsable()) {
                assertEquals(best, hits.nameScore(0), told);
                assertEquals(best, matcher.compare(query, hits.matched(0).text()), told);
            }
        }
    }

    @Test
    void aTypeThatConflictsLowersAndAnUnknownOneDoesNot() {
        long seed = 37;
        MadeNames names = new MadeNames(new Random(seed));
        Matches hits = new Matches();
        for (int i = 0; i < 300; i++) {
            String name = names.name();
            String query = names.varied(name);
            for (PartyType listed : PartyType.values()) {
                PartyMatcher onList = new PartyMatcher(
                        PartyIndex.of(MadeParty.list(MadeParty.of("1", name).type(listed))),
                        MatchSettings.defaults().withThreshold(0));
                for (PartyType asked : PartyType.values()) {
                    onList.match(new PartyQuery().name(query).type(asked), hits);
                    int pure = matcher.compare(query, name);
                    boolean conflict = asked != listed && asked != PartyType.UNKNOWN && listed != PartyType.UNKNOWN;
                    String told = "seed " + seed + ": " + query + " <> " + name + " " + asked + " " + listed;
                    if (!hits.nameUsable()) {
                        continue;
                    }
                    if (!conflict) {
                        assertEquals(pure, hits.nameScore(0), told);
                    } else if (pure > 0) {
                        assertTrue(hits.nameScore(0) < pure, told);
                        assertTrue(hits.nameScore(0) > 0 || pure < 10, told);
                    }
                }
            }
        }
    }

    @Test
    void theNameOfAGroupIsLookedForFromTheLeastScoreThatReachesTheThreshold() {
        NameForm group = new NameForm().clear(NameForm.Origin.GROUP);
        NameForm written = new NameForm().clear(NameForm.Origin.WRITTEN);
        for (int threshold = 1; threshold <= 10_000; threshold++) {
            int least = NameScore.least(group, threshold);
            assertTrue(least * 90 / 100 >= threshold && (least - 1) * 90 / 100 < threshold, "threshold " + threshold);
            assertEquals(threshold, NameScore.least(written, threshold));
        }
    }
}
