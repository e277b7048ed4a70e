package io.highfence.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Short forms of common words: {@code tech} for technology, {@code intl} for international. */
public final class Abbreviations {
    private static final Map<String, Set<String>> LONG_FORMS = new HashMap<>();

    static {
        for (List<String> row : Tables.rows(Tables.ABBREVIATIONS)) {
            LONG_FORMS.computeIfAbsent(row.get(0), k -> new HashSet<>()).addAll(row.subList(1, row.size()));
        }
    }

    private static final Map<String, Set<String>> RELATED = new HashMap<>();

    static {
        LONG_FORMS.forEach((word, longForms) -> longForms.forEach(other -> {
            RELATED.computeIfAbsent(word, k -> new HashSet<>()).add(other);
            RELATED.computeIfAbsent(other, k -> new HashSet<>()).add(word);
        }));
    }

    private Abbreviations() {}

    /**
     * Whether a word has a short form or is one.
     *
     * @param word a folded word
     * @return true if {@link #related} can be true for it
     */
    public static boolean isKnown(String word) {
        return RELATED.containsKey(word);
    }

    /**
     * Whether one of two words is a known short form of the other, or both of one long form.
     *
     * @param a a folded word
     * @param b another folded word
     * @return true if they stand for the same word
     */
    public static boolean related(String a, String b) {
        return relatedTo(a).contains(b);
    }

    /**
     * The short and long forms of a word.
     *
     * @param word a folded word
     * @return the words for which {@link #related} is true; not to be changed
     */
    public static Set<String> relatedTo(String word) {
        return RELATED.getOrDefault(word, Set.of());
    }
}
