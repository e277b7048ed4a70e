package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.list.MadeParty;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How much work queries are, in counts that no noise touches: 20,000 names of the words that real names are made of, and 1,000 queries, of
 * which two in three are damaged listed names. A change that makes a count grow fails here with the numbers; who has a reason for it raises
 * the gate and says why. One that makes a count fall by a tenth lowers it.
 */
class CountGatesTest {
    private static final long SEED = 20261129;
    private static final int NAMES = 20_000;
    private static final int QUERIES = 1_000;

    /** Words of a table in the jar, the common ones many times. */
    private static List<String> words() throws IOException {
        List<String> words = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                CountGatesTest.class.getResourceAsStream("/io/highfence/text/token-weights.txt"),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] cells = line.split("\\|", 2);
                    int times = Math.max(1, 400 / Integer.parseInt(cells[0]));
                    for (int i = 0; i < times; i++) {
                        words.addAll(List.of(cells[1].split(" ", -1)));
                    }
                }
            }
        }
        return words;
    }

    private static String name(List<String> words, Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 1 + random.nextInt(4); i >= 0; i--) {
            name.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        return name.toString().strip();
    }

    private static Costs measure(boolean neighbours) throws IOException {
        Random random = new Random(SEED);
        List<String> words = words();
        List<MadeParty> parties = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            names.add(name(words, random));
            parties.add(MadeParty.of(Integer.toString(i), names.get(i)));
        }
        PartyIndex index = PartyIndex.of(MadeParty.list(parties));
        PartyMatcher matcher = new PartyMatcher(neighbours ? index.withNeighbours() : index, MatchSettings.defaults());
        MadeNames damage = new MadeNames(random);
        Matches out = new Matches();
        int hits = 0;
        for (int i = 0; i < QUERIES; i++) {
            String query = i % 3 == 0 ? name(words, random) : damage.varied(names.get(random.nextInt(NAMES)));
            matcher.match(query, out);
            hits += out.size();
        }
        assertTrue(hits > QUERIES / 3, "most of the damaged names are found: " + hits);
        return matcher.costs();
    }

    private static void gate(String what, long most, long found) {
        assertTrue(found <= most, what + " grew from " + most + " to " + found);
        assertTrue(found >= most * 9 / 10, what + " fell from " + most + " to " + found + ": lower the gate");
    }

    @Test
    void wordsAreLookedUp() throws IOException {
        Costs costs = measure(false);
        assertAll(
                () -> gate("slots", 32_203_776, costs.slots()),
                () -> gate("compared", 163_953, costs.compared()),
                () -> gate("postings", 50_716, costs.postings()),
                () -> gate("candidates", 47_902, costs.candidates()),
                () -> gate("verified", 24_205, costs.verified()),
                () -> gate("scored", 1_772, costs.scored()));
    }

    @Test
    void neighboursOfKnownWordsAreNotLookedForAgain() throws IOException {
        Costs costs = measure(true);
        assertAll(() -> gate("slots", 1_290_688, costs.slots()), () -> gate("compared", 6_228, costs.compared()));
    }
}
