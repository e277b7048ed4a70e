package io.highfence.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Short forms of common words: {@code tech} for technology, {@code intl} for international. */
public final class Abbreviations {
    private static final WordMap IDS;
    private static final String[] WORDS;

    /** For each word the numbers of those that it is related to. */
    private static final int[][] RELATED;

    static {
        Map<String, Set<String>> longForms = new HashMap<>();
        for (List<String> row : Tables.rows(Tables.ABBREVIATIONS)) {
            longForms.computeIfAbsent(row.get(0), k -> new HashSet<>()).addAll(row.subList(1, row.size()));
        }
        Map<String, Set<String>> related = new TreeMap<>();
        longForms.forEach((word, forms) -> forms.forEach(other -> {
            related.computeIfAbsent(word, k -> new TreeSet<>()).add(other);
            related.computeIfAbsent(other, k -> new TreeSet<>()).add(word);
        }));
        WORDS = related.keySet().toArray(new String[0]);
        Map<String, Integer> ids = new HashMap<>();
        for (int i = 0; i < WORDS.length; i++) {
            ids.put(WORDS[i], i);
        }
        IDS = WordMap.of(ids);
        RELATED = related.values().stream()
                .map(words -> words.stream().mapToInt(IDS::get).toArray())
                .toArray(int[][]::new);
    }

    private Abbreviations() {}

    /**
     * The number of a word that has short or long forms.
     *
     * @param text a text that holds the folded word
     * @param from where it begins
     * @param to behind its end
     * @return its number, or {@link WordMap#NONE} if it is neither short nor shortened
     */
    public static int find(CharSequence text, int from, int to) {
        return IDS.get(text, from, to);
    }

    /**
     * Whether one of two words is a known short form of the other.
     *
     * @param word the number of a word
     * @param other the number of another
     * @return true if both are known and stand for the same word
     */
    public static boolean related(int word, int other) {
        if (word == WordMap.NONE || other == WordMap.NONE) {
            return false;
        }
        for (int related : RELATED[word]) {
            if (related == other) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether one of two words is a known short form of the other.
     *
     * @param a a folded word
     * @param b another folded word
     * @return true if they stand for the same word
     */
    public static boolean related(CharSequence a, CharSequence b) {
        return related(IDS.get(a), IDS.get(b));
    }

    /**
     * How many short and long forms a word has.
     *
     * @param word the number of a word
     * @return their number, at least 1
     */
    public static int count(int word) {
        return RELATED[word].length;
    }

    /**
     * A short or long form of a word.
     *
     * @param word the number of a word
     * @param which from 0 to {@link #count} less 1
     * @return the form
     */
    public static String form(int word, int which) {
        return WORDS[RELATED[word][which]];
    }
}
