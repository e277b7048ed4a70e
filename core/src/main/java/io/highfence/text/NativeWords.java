package io.highfence.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Usual words of names in other scripts, and what stands for them in an English list: {@code 银行} for bank. */
final class NativeWords {
    /**
     * A usual word.
     *
     * @param english what stands for it, the usual word first
     * @param read how it is read, or empty where the usual readings of its characters say it
     */
    record Word(List<String> english, String read) {}

    private static final Map<String, Word> WORDS = new HashMap<>();
    private static final int LONGEST = load();

    /** And, the, for, in: written as one with the word behind them. */
    private static final String[] PARTICLES = {"وال", "لل", "بال", "ال", "و", "ل", "ب"};

    private NativeWords() {}

    private static int load() {
        int longest = 0;
        for (List<String> row : Tables.rows(Tables.NATIVE_WORDS)) {
            String word = row.get(0);
            boolean whole = Han.is(word.charAt(0)) || Hangul.is(word.charAt(0));
            WORDS.put(
                    whole ? word : Folding.fold(word),
                    new Word(List.of(row.get(1).split(";", -1)), row.size() > 2 ? row.get(2) : ""));
            longest = Math.max(longest, word.length());
        }
        return longest;
    }

    /** The word, or null. Han is in simplified form, other letters are folded; an Arabic word may have particles before it. */
    static @Nullable Word find(String word) {
        Word found = WORDS.get(word);
        for (int i = 0; found == null && Consonants.isOnly(word) && i < PARTICLES.length; i++) {
            if (word.startsWith(PARTICLES[i])) {
                found = WORDS.get(word.substring(PARTICLES[i].length()));
            }
        }
        return found;
    }

    /** How many characters from a position on are a usual word, the longest first; a single one is none but at the end. */
    static int length(CharSequence run, int from) {
        for (int length = Math.min(LONGEST, run.length() - from); length > 0; length--) {
            boolean found =
                    WORDS.containsKey(run.subSequence(from, from + length).toString());
            if (found && (length > 1 || from + 1 == run.length())) {
                return length;
            }
        }
        return 0;
    }
}
