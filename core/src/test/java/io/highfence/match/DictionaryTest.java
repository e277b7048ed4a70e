package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dictionaries against a map that is filled word by word. */
class DictionaryTest {
    private static final int NAMES = 300;

    /** What a map knows of a word. */
    private static final class Known {
        private final List<Integer> names = new ArrayList<>();
        private int weight;

        private void add(int name, int itsWeight) {
            names.add(name);
            weight = Math.max(weight, itsWeight);
        }
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    private static void same(Map<String, Known> expected, Dictionary dictionary, String seed) {
        List<String> words = new ArrayList<>(expected.keySet());
        words.sort(Comparator.comparingInt(String::length));
        assertEquals(words.size(), dictionary.count(), seed);
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            Known known = expected.get(word);
            assertEquals(i, dictionary.find(word), seed + word);
            assertEquals(i, dictionary.find("x" + word + "x", 1, word.length() + 1), seed + word);
            assertEquals(
                    word,
                    dictionary
                            .text()
                            .subSequence(dictionary.from(i), dictionary.to(i))
                            .toString(),
                    seed);
            assertEquals(known.weight, dictionary.weight(i), seed + word);
            IntBuffer names = dictionary.names();
            List<Integer> found = new ArrayList<>();
            for (int k = dictionary.namesFrom(i); k < dictionary.namesTo(i); k++) {
                found.add(names.get(k));
            }
            assertEquals(known.names, found, seed + word);
            assertTrue(
                    dictionary.firstOf(word.length()) <= i && i < dictionary.firstOf(word.length() + 1), seed + word);
        }
        assertEquals(Dictionary.NONE, dictionary.find("aaaaaaaa"), seed);
        assertEquals(Dictionary.NONE, dictionary.find("d"), seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void wordsOfNames(long seed) {
        Random random = new Random(seed);
        Map<String, Known> expected = new LinkedHashMap<>();
        Dictionary.Builder builder = new Dictionary.Builder();
        Map<Integer, String> added = new LinkedHashMap<>();
        for (int name = 0; name < NAMES; name++) {
            for (int i = random.nextInt(5); i >= 0; i--) {
                String word = word(random);
                int weight = random.nextInt(100);
                expected.computeIfAbsent(word, w -> new Known()).add(name, weight);
                added.put(builder.add("  " + word, 2, 2 + word.length(), name, weight), word);
            }
        }
        Dictionary dictionary = builder.build(new IndexImage().part("words"));
        same(expected, dictionary, "seed " + seed + ": ");
        assertEquals(expected.size(), added.size());
        added.forEach(
                (place, word) -> assertEquals(dictionary.find(word), builder.number(place), "seed " + seed + word));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void partsOfOtherWords(long seed) {
        Random random = new Random(seed);
        Map<String, Known> expected = new LinkedHashMap<>();
        Dictionary.Builder wholes = new Dictionary.Builder();
        Dictionary.Builder parts = new Dictionary.Builder();
        for (int name = 0; name < NAMES; name++) {
            String whole = word(random) + word(random);
            int host = wholes.add(whole, name, 0);
            for (int i = random.nextInt(3); i >= 0; i--) {
                int from = random.nextInt(whole.length() + 1);
                int to = from + random.nextInt(whole.length() + 1 - from);
                int weight = random.nextInt(100);
                expected.computeIfAbsent(whole.substring(from, to), w -> new Known())
                        .add(name, weight);
                parts.addPart(whole, from, to, host, name, weight);
            }
        }
        Dictionary all = wholes.build(new IndexImage().part("wholes"));
        same(expected, parts.buildParts(new IndexImage().part("parts"), wholes, all), "seed " + seed + ": ");
    }

    @Test
    void noWords() {
        same(new LinkedHashMap<>(), new Dictionary.Builder().build(new IndexImage().part("words")), "none: ");
    }
}
