package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is passed over unscored is no hit: held against the brute force that scores every name. */
class NameFinderTest {
    private static final long SEED = 20_261_129;
    private static final int[] THRESHOLDS = {0, 2_500, 5_000, 6_500, 7_800, 9_000, 9_990, 10_000};

    /** Names for each way in which words are alike. */
    private static final String[] SPECIAL = {
        "China Electronics Technology Group Corporation",
        "CETC",
        "C.E.T.C. 54",
        "Semiconductor Manufacturing International Corporation (SMIC)",
        "National Iranian Oil Company",
        "NIOC",
        "Islamic Republic of Iran Broadcasting",
        "IRIB",
        "J. R. Smith",
        "John Robert Smith",
        "Smith J",
        "Muhammad al Hasan",
        "\u0645\u062d\u0645\u062f \u0627\u0644\u062d\u0633\u0646",
        "\u05d9\u05d5\u05e1\u05e3 \u05db\u05d4\u05df",
        "Yosef Cohen",
        "\u534e\u4e3a\u6280\u672f\u6709\u9650\u516c\u53f8",
        "Huawei Technologies Co., Ltd.",
        "Hua Wei Tech",
        "\u0420\u043e\u0441\u0442\u0435\u0445 \u041c\u0438\u043a\u0440\u043e\u043d",
        "Rostekh Mikron",
        "Rostec Micron",
        "\u30ad\u30e4\u30ce\u30f3",
        "Kyanon",
        "\uc0bc\uc131 \uc804\uc790",
        "Samsung Electronics",
        "Plant 5",
        "Plant 55",
        "Institute No. 13",
        "13th Institute",
        "Limited",
        "Co Ltd",
        "GmbH",
        "A",
        "X Y Z",
        "Micro Electronics Research",
        "Microelectronics Research",
        "Microelectronicsresearch",
        "Ivanov Pyotr",
        "Iwanow Piotr",
        "Petr Ivanow",
        "of the and",
        "e y i",
        "\u0627",
        "\u05d0 B"
    };

    private static List<Object> hits(PartyMatcher matcher, String name) {
        Matches matches = new Matches(100_000);
        matcher.match(name, matches);
        List<Object> hits = new ArrayList<>();
        for (int i = 0; i < matches.size(); i++) {
            List<String> records =
                    matches.records(i).stream().map(r -> r.source() + r.entry()).toList();
            hits.add(List.of(
                    records,
                    matches.matched(i).text(),
                    matches.nameScore(i),
                    matches.score(i),
                    matches.evidence(i),
                    matches.triggers(i)));
        }
        return hits;
    }

    private static int compare(PartyIndex index, int threshold, List<String> queries) {
        MatchSettings settings = MatchSettings.defaults().withThreshold(threshold);
        PartyMatcher finding = new PartyMatcher(index, settings);
        PartyMatcher exhaustive = PartyMatcher.exhaustive(index, settings);
        int found = 0;
        for (String query : queries) {
            List<Object> expected = hits(exhaustive, query);
            assertEquals(expected, hits(finding, query), () -> query + " at " + threshold + ", seed " + SEED);
            found += expected.size();
        }
        return found;
    }

    @Test
    void noHitIsPassedOverAmongMadeNames() {
        Random random = new Random(SEED);
        MadeNames names = new MadeNames(random);
        List<MadeParty> parties = new ArrayList<>();
        List<String> queries = new ArrayList<>(List.of(SPECIAL));
        for (int i = 0; i < 300; i++) {
            MadeParty party = MadeParty.of("list " + i % 3, Integer.toString(i), names.name());
            party.alias(SPECIAL[i % SPECIAL.length], Quality.STRONG);
            party.alias(names.name(), random.nextInt(3) == 0 ? Quality.WEAK : Quality.STRONG);
            parties.add(party);
        }
        PartyIndex index = PartyIndex.of(MadeParty.list(parties));
        for (int i = 0; i < 250; i++) {
            ListedParty record = index.list().records().get(random.nextInt(300));
            String listed =
                    record.names().get(random.nextInt(record.names().size())).text();
            queries.add(names.varied(listed));
            queries.add(names.varied(names.varied(listed)));
        }
        for (int threshold : THRESHOLDS) {
            assertTrue(compare(index, threshold, queries) > 50);
        }
    }

    /** A word of some letters, by syllables that the consonants of Arabic and Hebrew have. */
    private static String word(Random random, String consonants, String vowels) {
        StringBuilder word = new StringBuilder();
        for (int i = 2 + random.nextInt(5); i > 0; i--) {
            word.append(consonants.charAt(random.nextInt(consonants.length())));
            if (!vowels.isEmpty()) {
                word.append(vowels.charAt(random.nextInt(vowels.length())));
            }
        }
        return word.toString();
    }

    private static String name(Random random) {
        int kind = random.nextInt(4);
        String first = kind == 0
                ? word(random, "\u0628\u062a\u0631\u0633\u0644\u0646\u0643", "")
                : kind == 1 ? word(random, "\u05d1\u05ea\u05e8\u05e1\u05dc\u05e0", "") : word(random, "btrslnk", "aiu");
        String next = kind < 2 && random.nextBoolean() ? first : word(random, "btrslnk", "aiu");
        return first + " " + next;
    }

    /** Equal names whose words are of other kinds have no word in common: only as whole names are they found. */
    @Test
    void anEqualNameIsFoundThoughItsWordsAreOfOtherKinds() {
        PartyIndex index = PartyIndex.of(MadeParty.list(List.of(MadeParty.of("1", "Rosneft Freezone"))));
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults());
        assertEquals(1, hits(matcher, "Rosneft India FZE").size());
        assertEquals(1, compare(index, MatchSettings.DEFAULT_THRESHOLD, List.of("Rosneft India FZE")));
    }

    @Test
    void aNumberThatWasTakenApartIsJoined() {
        PartyIndex index = PartyIndex.of(MadeParty.list(List.of(MadeParty.of("1", "Falcon Bridge 123456"))));
        assertEquals(1, compare(index, 5_000, List.of("123 456 Bridge Falcon")));
    }

    /** Of two letters, so that one word is met by the pieces of many that are looked for one after the other. */
    @Test
    void noHitIsPassedOverAmongJoinedWordsOfTwoLetters() {
        Random random = new Random(SEED + 7);
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            parties.add(MadeParty.of(
                    Integer.toString(i), ofTwoLetters(random, 1 + random.nextInt(3), 3 + random.nextInt(5))));
        }
        PartyIndex index = PartyIndex.of(MadeParty.list(parties));
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            queries.add(ofTwoLetters(random, 2 + random.nextInt(4), 2 + random.nextInt(3)));
        }
        assertTrue(compare(index, 6_000, queries) > 100);
    }

    private static String ofTwoLetters(Random random, int words, int letters) {
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < words; word++) {
            for (int i = random.nextInt(2); i < letters; i++) {
                name.append(random.nextBoolean() ? 'k' : 'o');
            }
            name.append(' ');
        }
        return name.toString().strip();
    }

    @Test
    void noHitIsPassedOverBetweenScriptsWithAndWithoutVowels() {
        Random random = new Random(SEED);
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            parties.add(MadeParty.of("list", Integer.toString(i), name(random)));
        }
        PartyIndex index = PartyIndex.of(MadeParty.list(parties));
        List<String> queries = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            queries.add(name(random));
        }
        int found = 0;
        for (int threshold : THRESHOLDS) {
            found += compare(index, threshold, queries);
        }
        assertTrue(found > 1_000);
    }

    @Test
    void noHitIsPassedOverOnTheFullList() throws Exception {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path json = Path.of(data, "us", "csl", "consolidated-2026-07-31.reconstructed.json.gz");
        assumeTrue(Files.exists(json), "there is no folder of real data");
        PartyIndex index =
                PartyIndex.of(PartyList.load(List.of(new ListSource(ListSource.Format.CSL_JSON, json, null))));
        Random random = new Random(SEED);
        MadeNames names = new MadeNames(random);
        List<String> queries = new ArrayList<>(List.of("of the and", "e y i", "Limited", "A"));
        for (int i = 0; i < 24; i++) {
            ListedParty record = index.list()
                    .records()
                    .get(random.nextInt(index.list().records().size()));
            queries.add(names.varied(names.varied(
                    record.names().get(random.nextInt(record.names().size())).text())));
        }
        assertTrue(compare(index, MatchSettings.DEFAULT_THRESHOLD, queries) > 12);
    }
}
