package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EditDistanceTest {
    private final EditDistance distance = new EditDistance();

    @ParameterizedTest
    @CsvSource({
        "huawei, huawei, 0",
        "huawei, huwei, 1",
        "huawei, huaawei, 1",
        "huawei, tuawei, 1",
        "huawei, hauwei, 1",
        "sergei, sergey, 1",
        "mohammed, muhammad, 2",
        "kitten, sitting, 3",
        // The pair that tells optimal string alignment from unrestricted edits: no part is edited twice.
        "ca, abc, 3",
        "'', abc, 3",
        "'', '', 0"
    })
    void countsEditsAndSwapsOfNeighbours(String a, String b, int edits) {
        assertEquals(edits, distance.within(a, b, 20));
        assertEquals(edits, distance.within(b, a, 20));
    }

    private static final String LONG = "z".repeat(64);

    @Test
    void everyPairOfShortWordsAgreesWithTheDefinitionAtEveryLimit() {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0, length = 1; length <= 5; length++) {
            int to = words.size();
            for (int i = from; i < to; i++) {
                for (char letter : new char[] {'a', 'b', 'c'}) {
                    words.add(words.get(i) + letter);
                }
            }
            from = to;
        }
        assertEquals(1 + 3 + 9 + 27 + 81 + 243, words.size());
        Chars both = new Chars();
        for (String a : words) {
            for (String b : words) {
                int wanted = byDefinition(a, a.length(), b, b.length());
                for (int limit = 0; limit <= 6; limit++) {
                    int found = distance.within(a, b, limit);
                    if (found != Math.min(wanted, limit + 1)) {
                        assertEquals(Math.min(wanted, limit + 1), found, a + " to " + b + " within " + limit);
                    }
                }
                // Equal letters before both change nothing, and make words of more letters than bits.
                for (int limit = 0; limit <= 6 && a.length() < 5 && b.length() < 5; limit++) {
                    int found = distance.within(LONG + a, LONG + b, limit);
                    if (found != Math.min(wanted, limit + 1)) {
                        assertEquals(Math.min(wanted, limit + 1), found, a + " to " + b + " within " + limit);
                    }
                }
                both.clear().add(a).add(b);
                for (int limit = 0; limit <= 3; limit++) {
                    boolean found = EditDistance.isWithin(both, 0, a.length(), both, a.length(), both.length(), limit);
                    if (found != wanted <= limit) {
                        assertEquals(wanted <= limit, found, a + " to " + b + " within " + limit);
                    }
                }
            }
        }
    }

    /** Optimal string alignment as its definition says, by recursion over prefixes. */
    private static int byDefinition(String a, int n, String b, int m) {
        if (n == 0 || m == 0) {
            return n + m;
        }
        int least = Math.min(byDefinition(a, n - 1, b, m), byDefinition(a, n, b, m - 1)) + 1;
        int replaced = byDefinition(a, n - 1, b, m - 1) + (a.charAt(n - 1) == b.charAt(m - 1) ? 0 : 1);
        least = Math.min(least, replaced);
        if (n > 1 && m > 1 && a.charAt(n - 1) == b.charAt(m - 2) && a.charAt(n - 2) == b.charAt(m - 1)) {
            least = Math.min(least, byDefinition(a, n - 2, b, m - 2) + 1);
        }
        return least;
    }

    /** The first look lets all pass that is near, and holds back what lacks letters. */
    @Test
    void lettersAloneRuleOutNothingThatIsNear() {
        long seed = 17;
        Random random = new Random(seed);
        int ruledOut = 0;
        for (int i = 0; i < 20_000; i++) {
            String a = word(random, random.nextInt(90), 1 + random.nextInt(26)) + (i % 7 == 0 ? "\u5a01" : "");
            String b = i % 3 == 0 ? word(random, random.nextInt(90), 26) : damaged(a, random);
            int whole = distance.within(a, b, 200);
            distance.from(a, 0, a.length());
            for (int limit = 0; limit < 12; limit++) {
                boolean may = distance.mayBeWithin(b, 0, b.length(), limit);
                assertTrue(may || whole > limit, "seed " + seed + ": " + a + " to " + b + " within " + limit);
                ruledOut += may ? 0 : 1;
            }
        }
        assertTrue(ruledOut > 50_000, "only " + ruledOut);
        distance.from("abb", 0, 3);
        assertFalse(distance.mayBeWithin("abc", 0, 3, 0));
        assertTrue(distance.mayBeWithin("abc", 0, 3, 1));
        assertFalse(distance.mayBeWithin("ab", 0, 2, 0));
        assertTrue(distance.mayBeWithin("bab", 0, 3, 0));
    }

    @Test
    void longWordsAgreeWithLevenshteinWhereNoSwapCanHelp() {
        long seed = 20261125;
        Random random = new Random(seed);
        LevenshteinDistance levenshtein = LevenshteinDistance.getDefaultInstance();
        int withoutSwaps = 0;
        int shorterBySwaps = 0;
        for (int i = 0; i < 4_000; i++) {
            String a = word(random, random.nextInt(i % 50 == 0 ? 300 : 40), 26);
            String b = i % 4 == 0 ? word(random, random.nextInt(40), 26) : damaged(a, random);
            int edits = levenshtein.apply(a, b);
            int found = distance.within(a, b, 1_000);
            String told = "seed " + seed + ", round " + i + ": " + a + " to " + b;
            assertTrue(found <= edits && edits <= 2 * found, told);
            if (!hasSwappedPair(a, b)) {
                withoutSwaps++;
                assertEquals(edits, found, told);
            }
            shorterBySwaps += found < edits ? 1 : 0;
        }
        assertTrue(withoutSwaps > 1_000 && shorterBySwaps > 100, withoutSwaps + " and " + shorterBySwaps);
    }

    private static boolean hasSwappedPair(String a, String b) {
        for (int i = 0; i + 1 < a.length(); i++) {
            if (b.contains("" + a.charAt(i + 1) + a.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static String word(Random random, int length, int letters) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(letters)));
        }
        return word.toString();
    }

    private static String damaged(String word, Random random) {
        StringBuilder damaged = new StringBuilder(word);
        for (int edits = random.nextInt(5); edits > 0 && damaged.length() > 1; edits--) {
            int at = random.nextInt(damaged.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> damaged.deleteCharAt(at);
                case 1 -> damaged.insert(at, (char) ('a' + random.nextInt(26)));
                case 2 -> damaged.setCharAt(at, (char) ('a' + random.nextInt(26)));
                default -> {
                    char moved = damaged.charAt(at);
                    damaged.deleteCharAt(at).insert(at + 1, moved);
                }
            }
        }
        return damaged.toString();
    }

    /** Every limit from nothing to the whole word; far pairs end early and must end rightly. */
    @Test
    void everyLimitCutsTheDistanceAndNothingElse() {
        long seed = 7;
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            String a = word(random, random.nextInt(25), 4);
            String b = word(random, random.nextInt(25), 4);
            int whole = distance.within(a, b, 100);
            for (int limit = 0; limit <= Math.max(a.length(), b.length()); limit++) {
                assertEquals(
                        Math.min(whole, limit + 1),
                        distance.within(a, b, limit),
                        "seed " + seed + ": " + a + " to " + b + " within " + limit);
            }
        }
    }

    /** Words of more letters than bits, a few edits apart, at every limit: as the parts in which they differ. */
    @Test
    void longWordsAgreeWithTheirPartsAtEveryLimit() {
        long seed = 13;
        Random random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            String a = word(random, 20 + random.nextInt(30), 3);
            String b = i % 3 == 0 ? word(random, 20 + random.nextInt(30), 3) : damaged(a, random);
            int whole = distance.within(a, b, 100);
            for (int limit = 0; limit <= 50; limit++) {
                String told = "seed " + seed + ": " + a + " to " + b + " within " + limit;
                assertEquals(Math.min(whole, limit + 1), distance.within(LONG + a, LONG + b, limit), told);
                assertEquals(Math.min(whole, limit + 1), distance.within(a + LONG, b + LONG, limit), told);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 62, 63, 64, 65, 127, 128, 129, 600, 5_000})
    void rowsGrowWithTheWords(int length) {
        EditDistance fresh = new EditDistance();
        String word = "a".repeat(length);
        assertEquals(0, fresh.within(word, word, length));
        assertEquals(1, fresh.within(word, word + "b", length));
        assertEquals(1, fresh.within("b" + word, word, length));
        assertEquals(length, fresh.within(word, "b".repeat(length), length));
        assertEquals(length, fresh.within(word, "b".repeat(length), length - 1));
    }

    /** Rows are used again; what a longer or an early ended call left in them must not show. */
    @Test
    void nothingIsCarriedFromOneCallToTheNext() {
        long seed = 11;
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            String a = word(random, random.nextInt(90), 3);
            String b = word(random, random.nextInt(90), 3);
            int limit = random.nextInt(12);
            assertEquals(
                    new EditDistance().within(a, b, limit),
                    distance.within(a, b, limit),
                    "seed " + seed + ": " + a + " to " + b + " within " + limit);
        }
    }
}
