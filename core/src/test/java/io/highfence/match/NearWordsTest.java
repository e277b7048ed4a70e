package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.text.Chars;
import io.highfence.text.EditDistance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@link NearTexts} and {@link LetterBits} give, beside every word that is near by the edit distance: none is missing. */
class NearWordsTest {
    private static final long SEED = 20261130;

    private final EditDistance distance = new EditDistance();

    private static NearTexts.Source source(List<String> words) {
        Chars text = new Chars();
        int[] ends = new int[words.size()];
        for (int i = 0; i < ends.length; i++) {
            text.add(words.get(i));
            ends[i] = text.length();
        }
        return new NearTexts.Source() {
            @Override
            public int count() {
                return ends.length;
            }

            @Override
            public Chars text() {
                return text;
            }

            @Override
            public int from(int number) {
                return number == 0 ? 0 : ends[number - 1];
            }

            @Override
            public int to(int number) {
                return ends[number];
            }
        };
    }

    /** Every word of a and b up to eight letters. */
    private static List<String> small() {
        List<String> words = new ArrayList<>(List.of("a", "b"));
        for (int i = 0; words.get(i).length() < 8; i++) {
            words.add(words.get(i) + "a");
            words.add(words.get(i) + "b");
        }
        return words;
    }

    /** Words of some letters and up to 60 of them, each with damaged ones. */
    private static List<String> large(Random random) {
        Set<String> words = new LinkedHashSet<>();
        while (words.size() < 900) {
            StringBuilder word = new StringBuilder();
            for (int i = 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 20); i > 0; i--) {
                word.append((char) ('a' + random.nextInt(5)));
            }
            words.add(word.toString());
            for (int edits = 0; edits < 6; edits++) {
                int at = random.nextInt(word.length());
                switch (random.nextInt(4)) {
                    case 0 -> word.insert(at, 'f');
                    case 1 -> word.setCharAt(at, 'g');
                    case 2 -> word.append(word.charAt(at)).deleteCharAt(at);
                    default -> {
                        char next = word.charAt(Math.min(at + 1, word.length() - 1));
                        word.setCharAt(Math.min(at + 1, word.length() - 1), word.charAt(at));
                        word.setCharAt(at, next);
                    }
                }
                words.add(word.toString());
            }
        }
        return List.copyOf(words);
    }

    private int check(List<String> words, int lettersAnEdit) {
        NearTexts.Limit limit = longer -> longer / lettersAnEdit;
        NearTexts.Source source = source(words);
        NearTexts pieces = NearTexts.build(source, limit, new IndexImage().part("near"));
        LetterBits letters = LetterBits.build(source, new IndexImage().part("letters"));
        LetterBits.Scan scan = new LetterBits.Scan(letters.blocks());
        int near = 0;
        for (String word : words) {
            BitSet byPieces = new BitSet();
            BitSet byLetters = new BitSet();
            Chars query = new Chars().add(word);
            pieces.find(query, 0, query.length(), byPieces::set);
            scan.find(letters, query, limit, byLetters::set);
            for (int i = 0; i < words.size(); i++) {
                int most = limit.of(Math.max(word.length(), words.get(i).length()));
                if (distance.within(word, words.get(i), most) <= most) {
                    String both = word + " " + words.get(i) + ", an edit in " + lettersAnEdit + ", seed " + SEED;
                    assertEquals("true true", byPieces.get(i) + " " + byLetters.get(i), both);
                    near++;
                }
            }
        }
        return near;
    }

    @Test
    void noNearWordIsMissingAmongAllWordsOfTwoLetters() {
        for (int lettersAnEdit : new int[] {2, 3, 4, 9}) {
            assertTrue(check(small(), lettersAnEdit) >= small().size());
        }
    }

    @Test
    void noNearWordIsMissingAmongLongerWords() {
        List<String> words = large(new Random(SEED));
        for (int lettersAnEdit : new int[] {3, 5, 8, 12, 61}) {
            assertTrue(check(words, lettersAnEdit) >= words.size());
        }
    }
}
