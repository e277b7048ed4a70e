package io.highfence.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What a Latin word sounds like, by and large: spellings that different ways of romanising give to one sound are made one. So
 * {@code Zelenskyy}, {@code Zelenskii} and {@code Zelensky} come out the same, and {@code Khaled} and {@code Haled}.
 */
public final class Sounds {
    /** Letters and their sound; of those that hold at one place, the first. */
    static final String[][] RULES = {
        {"shch", "sh"},
        {"tch", "ch"},
        {"sch", "sh"},
        {"dzh", "j"},
        {"kh", "h"},
        {"gh", "g"},
        {"ph", "f"},
        {"dh", "d"},
        {"th", "t"},
        {"zh", "j"},
        {"dj", "j"},
        {"tz", "ts"},
        {"you", "u"},
        {"ck", "k"},
        {"ks", "x"},
        {"ou", "u"},
        {"oo", "u"},
        {"ee", "i"},
        {"iy", "i"},
        {"ij", "i"},
        {"ya", "a"},
        {"ia", "a"},
        {"ja", "a"},
        {"yu", "u"},
        {"iu", "u"},
        {"ju", "u"},
        {"yo", "o"},
        {"io", "o"},
        {"jo", "o"},
        {"ye", "e"},
        {"ie", "e"},
        {"je", "e"},
        {"ch", "ch"},
        {"sh", "sh"},
        {"q", "k"},
        {"c", "k"},
        {"w", "v"},
        {"y", "i"}
    };

    private static final int LETTERS = 26;

    /** The rules that may hold for two letters, or for one before anything else, in their order. */
    private static final String[][][] RULES_OF = new String[LETTERS * (LETTERS + 1)][][];

    static {
        for (char first = 'a'; first <= 'z'; first++) {
            for (char next = 'a'; next <= 'z' + 1; next++) {
                String letters = "" + first + next;
                RULES_OF[place(first, next)] = Arrays.stream(RULES)
                        .filter(rule -> rule[0].startsWith(letters) || letters.startsWith(rule[0]))
                        .toArray(String[][]::new);
            }
        }
    }

    private Sounds() {}

    /**
     * Brings a word to its sounds.
     *
     * @param word a folded word
     * @return its sounds in Latin letters; letters of other scripts stay
     */
    public static String of(String word) {
        Chars sounds = new Chars();
        append(word, 0, word.length(), sounds);
        return sounds.toString();
    }

    /**
     * Appends the sounds of a word; allocates nothing once the characters have grown.
     *
     * @param text a text that holds the folded word
     * @param from where it begins
     * @param to behind its end
     * @param sounds takes its sounds
     */
    public static void append(CharSequence text, int from, int to, Chars sounds) {
        int start = sounds.length();
        for (int i = from; i < to; ) {
            char c = text.charAt(i);
            String[] rule = rule(text, i, to, c);
            int end = sounds.length();
            if (rule != null) {
                String sound = rule[1];
                // Doubled letters sound as one.
                if (end == start || sound.length() > 1 || sounds.charAt(end - 1) != sound.charAt(0)) {
                    sounds.add(sound);
                }
                i += rule[0].length();
            } else {
                if (end == start || sounds.charAt(end - 1) != c) {
                    sounds.add(c);
                }
                i++;
            }
        }
    }

    private static String @Nullable [] rule(CharSequence text, int at, int to, char first) {
        if (first < 'a' || first > 'z') {
            return null;
        }
        for (String[] rule : RULES_OF[place(first, at + 1 < to ? text.charAt(at + 1) : ' ')]) {
            if (startsWith(text, at, to, rule[0])) {
                return rule;
            }
        }
        return null;
    }

    private static int place(char first, char next) {
        return (first - 'a') * (LETTERS + 1) + (next >= 'a' && next <= 'z' ? next - 'a' : LETTERS);
    }

    /** Whether a text has a rule's letters, of which the first two are known to be there. */
    private static boolean startsWith(CharSequence text, int at, int to, String prefix) {
        if (at + prefix.length() > to) {
            return false;
        }
        for (int i = 2; i < prefix.length(); i++) {
            if (text.charAt(at + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
