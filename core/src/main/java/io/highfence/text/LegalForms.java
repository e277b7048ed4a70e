package io.highfence.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Legal forms of organisations, each form mapped to its class: {@code Ltd}, {@code d.o.o.}, {@code OAO}. */
public final class LegalForms {
    /** Form, words joined by blanks, to the name of its class. */
    private static final Map<String, String> CLASSES = new HashMap<>();

    /** Every word of every form: rightly written, so never corrected. */
    private static final Set<String> KNOWN = new HashSet<>();

    /** Words of legal forms that are long enough to be known when misspelt, and the commonest short ones. */
    private static final List<String> WORDS = List.of(
            "limited",
            "company",
            "corporation",
            "incorporated",
            "liability",
            "joint",
            "stock",
            "public",
            "closed",
            "gmbh",
            "sarl",
            "corp",
            "ltda",
            "ltd",
            "llc",
            "inc",
            "srl",
            "spa");

    /** Forms that are known where they are run together with a name, longest first. */
    private static final List<String> CUT = List.of(
            "incorporated",
            "corporation",
            "company",
            "limited",
            "private",
            "gmbh",
            "ltda",
            "corp",
            "ltd",
            "llc",
            "pvt",
            "inc");

    /** Short forms that stand at the end or the beginning of many names. */
    private static final List<String> SHORT = List.of(
            "fzco", "dmcc", "gmbh", "sarl", "ltda", "corp", "fzc", "fze", "llc", "llp", "ltd", "inc", "ooo", "oao",
            "zao", "pao", "jsc", "pjsc", "plc", "pte", "pvt", "srl", "spa", "bhd", "doo", "nv", "bv", "ag", "sa");

    private static final int LONGEST_SHORT = 4;

    /** What is left of a word that is cut. */
    private static final int LEAST_REST = 4;

    private static final int LEAST_CORRECTED = 3;
    private static final int LEAST_LONG = 5;
    private static final int LETTERS_AN_EDIT = 4;

    private static final int LONGEST = load();

    private LegalForms() {}

    private static int load() {
        int longest = 1;
        for (List<String> row : Tables.rows(Tables.LEGAL_FORMS)) {
            for (String form : row.subList(1, row.size())) {
                CLASSES.putIfAbsent(form, row.get(0));
                List<String> words = List.of(form.split(" ", -1));
                KNOWN.addAll(words);
                longest = Math.max(longest, words.size());
            }
        }
        return longest;
    }

    /**
     * How many words from a position on are one legal form, the longest form first.
     *
     * @param words folded words
     * @param from the first word to look at
     * @return the number of words, 0 if no form begins there
     */
    static int length(List<String> words, int from) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            if (CLASSES.containsKey(String.join(" ", words.subList(from, from + length)))) {
                return length;
            }
        }
        return 0;
    }

    /**
     * The word of a legal form that somebody misspelt: {@code LDT} for ltd, {@code Compnay} for company. Only a word that
     * no table knows can be one; a long word may have one edit in four letters, a short one two letters swapped.
     *
     * @param word a folded word
     * @return the word of a legal form, or the word itself
     */
    static String corrected(String word) {
        if (word.length() < LEAST_CORRECTED || TokenWeights.of(word) < TokenWeights.GREATEST || KNOWN.contains(word)) {
            return word;
        }
        EditDistance distance = new EditDistance();
        for (String known : WORDS) {
            if (known.length() < LEAST_LONG) {
                if (known.length() == word.length() && isSwap(known, word)) {
                    return known;
                }
            } else {
                int limit = known.length() / LETTERS_AN_EDIT;
                if (distance.within(word, known, limit) <= limit) {
                    return known;
                }
            }
        }
        return word;
    }

    /**
     * A short legal form that a word is one edit away from, where no table knows the word.
     *
     * @param word a folded word
     * @return the form, or null if there is none
     */
    static @Nullable String nearShort(String word) {
        if (word.isEmpty()
                || word.length() > LONGEST_SHORT + 1
                || TokenWeights.of(word) < TokenWeights.GREATEST
                || KNOWN.contains(word)) {
            return null;
        }
        EditDistance distance = new EditDistance();
        for (String known : SHORT) {
            if (distance.within(word, known, 1) <= 1) {
                return known;
            }
        }
        return null;
    }

    /**
     * Cuts a word that was run together with legal forms: behind its own letters, or before them where the form is long.
     *
     * @param word a folded word
     * @return the parts with blanks between them, or the word itself
     */
    static String cut(String word) {
        if (KNOWN.contains(word) || TokenWeights.of(word) < TokenWeights.GREATEST) {
            return word;
        }
        for (String form : CUT) {
            int rest = word.length() - form.length();
            if (rest >= LEAST_REST && word.endsWith(form)) {
                String before = word.substring(0, rest);
                // Of Co. Ltd. the first part alone would be too little to know a form by.
                boolean company = before.endsWith("co") && rest - 2 >= LEAST_REST;
                return company ? before.substring(0, rest - 2) + " co " + form : cut(before) + " " + form;
            }
            if (rest >= LEAST_REST && form.length() >= LEAST_LONG && word.startsWith(form)) {
                return form + " " + cut(word.substring(form.length()));
            }
        }
        return word;
    }

    /** Whether a word is one of those that legal forms are made of. */
    static boolean isWord(String word) {
        return WORDS.contains(word);
    }

    private static boolean isSwap(String known, String word) {
        for (int i = 0; i + 1 < known.length(); i++) {
            String swapped = known.substring(0, i) + known.charAt(i + 1) + known.charAt(i) + known.substring(i + 2);
            if (swapped.equals(word)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The class of a legal form.
     *
     * @param form folded words joined by blanks
     * @return the name of the class, or the form itself if it is none
     */
    static String classOf(String form) {
        return CLASSES.getOrDefault(form, form);
    }
}
