package io.highfence.text;

import java.util.ArrayList;
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

    private static final WordMap IDS;
    private static final List<Word> WORDS = new ArrayList<>();
    private static final int LONGEST;

    static {
        Map<String, Integer> ids = new HashMap<>();
        int longest = 0;
        for (List<String> row : Tables.rows(Tables.NATIVE_WORDS)) {
            String word = row.get(0);
            boolean whole = Han.is(word.charAt(0)) || Hangul.is(word.charAt(0));
            ids.put(whole ? word : Folding.fold(word), WORDS.size());
            WORDS.add(new Word(List.of(row.get(1).split(";", -1)), row.size() > 2 ? row.get(2) : ""));
            longest = Math.max(longest, word.length());
        }
        IDS = WordMap.of(ids);
        LONGEST = longest;
    }

    /** And, the, for, in: written as one with the word behind them. */
    private static final String[] PARTICLES = {"وال", "لل", "بال", "ال", "و", "ل", "ب"};

    private NativeWords() {}

    /** The word, or null. Han is in simplified form, other letters are folded; an Arabic word may have particles before it. */
    static @Nullable Word find(CharSequence text, int from, int to) {
        int found = IDS.get(text, from, to);
        if (found == WordMap.NONE && from < to && Consonants.isOnly(text.charAt(from))) {
            for (int i = 0; found == WordMap.NONE && i < PARTICLES.length; i++) {
                if (startsWith(text, from, to, PARTICLES[i])) {
                    found = IDS.get(text, from + PARTICLES[i].length(), to);
                }
            }
        }
        return found == WordMap.NONE ? null : WORDS.get(found);
    }

    private static boolean startsWith(CharSequence text, int from, int to, String particle) {
        if (from + particle.length() > to) {
            return false;
        }
        for (int i = 0; i < particle.length(); i++) {
            if (text.charAt(from + i) != particle.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** How many characters from a position on are a usual word, the longest first; a single one is none but at the end. */
    static int length(CharSequence text, int from, int to) {
        for (int length = Math.min(LONGEST, to - from); length > 0; length--) {
            if ((length > 1 || from + 1 == to) && IDS.has(text, from, from + length)) {
                return length;
            }
        }
        return 0;
    }
}
