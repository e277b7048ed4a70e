package io.highfence.text;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words and a number for each, looked up by a part of a text without making a string of it. Immutable, safe for many threads;
 * looking up allocates nothing.
 */
public final class WordMap {
    /** What a word has that is not in the map. */
    public static final int NONE = -1;

    private final String[] words;
    private final int[] hashes;
    private final int[] numbers;
    private final int mask;

    private WordMap(Map<String, Integer> entries) {
        int size = Integer.highestOneBit(Math.max(8, 2 * entries.size())) << 1;
        words = new String[size];
        hashes = new int[size];
        numbers = new int[size];
        mask = size - 1;
        entries.forEach((word, number) -> {
            int hash = hash(word, 0, word.length());
            int at = hash & mask;
            while (words[at] != null) {
                at = (at + 1) & mask;
            }
            words[at] = word;
            hashes[at] = hash;
            numbers[at] = number;
        });
    }

    /**
     * A map of these words.
     *
     * @param entries words and their numbers, none of them {@link #NONE}
     * @return the map
     */
    public static WordMap of(Map<String, Integer> entries) {
        return new WordMap(entries);
    }

    /**
     * A map that only says whether it has a word.
     *
     * @param words the words
     * @return a map in which each has the number 0
     */
    public static WordMap of(Set<String> words) {
        return new WordMap(words.stream().collect(Collectors.toMap(word -> word, word -> 0)));
    }

    /**
     * The number of a word.
     *
     * @param text a text that holds the word
     * @param from where it begins
     * @param to behind its end
     * @return its number, or {@link #NONE}
     */
    public int get(CharSequence text, int from, int to) {
        int hash = hash(text, from, to);
        for (int at = hash & mask; words[at] != null; at = (at + 1) & mask) {
            if (hashes[at] == hash && words[at].length() == to - from && matches(words[at], text, from)) {
                return numbers[at];
            }
        }
        return NONE;
    }

    /**
     * The number of a word.
     *
     * @param word the word
     * @return its number, or {@link #NONE}
     */
    public int get(CharSequence word) {
        return get(word, 0, word.length());
    }

    /**
     * Whether a word is known.
     *
     * @param text a text that holds the word
     * @param from where it begins
     * @param to behind its end
     * @return true if it has a number
     */
    public boolean has(CharSequence text, int from, int to) {
        return get(text, from, to) != NONE;
    }

    boolean has(CharSequence word) {
        return get(word) != NONE;
    }

    private static boolean matches(String word, CharSequence text, int from) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != text.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    private static int hash(CharSequence text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        // The low bits alone would depend on the last letters too much.
        return ((hash * 0x9E3779B9) >>> 8) ^ hash;
    }
}
