package io.highfence.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The table of rules by two letters against the rules one after the other. */
class SoundsTest {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** At each place the first rule whose letters stand there; doubled letters sound as one. */
    private static String naive(String word) {
        StringBuilder sounds = new StringBuilder();
        for (int at = 0; at < word.length(); ) {
            String letters = word.substring(at, at + 1);
            String sound = letters;
            for (String[] rule : Sounds.RULES) {
                if (word.startsWith(rule[0], at)) {
                    letters = rule[0];
                    sound = rule[1];
                    break;
                }
            }
            if (sound.length() > 1 || !sounds.toString().endsWith(sound)) {
                sounds.append(sound);
            }
            at += letters.length();
        }
        return sounds.toString();
    }

    private static void agree(String word) {
        assertEquals(naive(word), Sounds.of(word), word);
    }

    @Test
    void everyWordOfThreeLetters() {
        for (char a : LETTERS.toCharArray()) {
            for (char b : LETTERS.toCharArray()) {
                agree("" + a + b);
                for (char c : LETTERS.toCharArray()) {
                    agree("" + a + b + c);
                }
            }
        }
    }

    @Test
    void wordsOfRulesAndOtherLetters() {
        long seed = 20_261_130;
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder word = new StringBuilder();
            while (word.length() < 12) {
                word.append(
                        random.nextBoolean()
                                ? Sounds.RULES[random.nextInt(Sounds.RULES.length)][0]
                                : "abcz1\u00e4{`\u0431".charAt(random.nextInt(9)));
            }
            agree(word.toString());
        }
    }

    @Test
    void waysToRomaniseComeOutTheSame() {
        assertEquals(Sounds.of("zelensky"), Sounds.of("zelenskyy"));
        assertEquals(Sounds.of("zelensky"), Sounds.of("zelenskii"));
        assertEquals(Sounds.of("haled"), Sounds.of("khaled"));
    }
}
