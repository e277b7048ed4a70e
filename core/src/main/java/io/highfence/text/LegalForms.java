package io.highfence.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Legal forms of organisations, each form mapped to its class: {@code Ltd}, {@code d.o.o.}, {@code OAO}. One a thread. */
final class LegalForms {
    /** The names of the classes. */
    private static final List<String> CLASSES = new ArrayList<>();

    /** Form, words joined by blanks, to the number of its class. */
    private static final WordMap FORMS;

    /** Every word of every form: rightly written, so never corrected. */
    private static final WordMap KNOWN;

    /** Words of legal forms that are long enough to be known when misspelt, and the commonest short ones. */
    private static final String[] WORDS = {
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
        "spa"
    };

    /** Forms that are known where they are run together with a name, longest first. */
    private static final String[] CUT = {
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
        "inc"
    };

    /** Short forms that stand at the end or the beginning of many names. */
    private static final String[] SHORT = {
        "fzco", "dmcc", "gmbh", "sarl", "ltda", "corp", "fzc", "fze", "llc", "llp", "ltd", "inc", "ooo", "oao", "zao",
        "pao", "jsc", "pjsc", "plc", "pte", "pvt", "srl", "spa", "bhd", "doo", "nv", "bv", "ag", "sa"
    };

    private static final int LONGEST_SHORT = 4;

    /** What is left of a word that is cut. */
    private static final int LEAST_REST = 4;

    private static final int LEAST_CORRECTED = 3;
    private static final int LEAST_LONG = 5;
    private static final int LETTERS_AN_EDIT = 4;

    private static final int LONGEST;

    static {
        Map<String, Integer> forms = new HashMap<>();
        Set<String> known = new HashSet<>();
        int longest = 1;
        for (List<String> row : Tables.rows(Tables.LEGAL_FORMS)) {
            int number = CLASSES.indexOf(row.get(0));
            if (number < 0) {
                number = CLASSES.size();
                CLASSES.add(row.get(0));
            }
            for (String form : row.subList(1, row.size())) {
                forms.putIfAbsent(form, number);
                List<String> words = List.of(form.split(" ", -1));
                known.addAll(words);
                longest = Math.max(longest, words.size());
            }
        }
        FORMS = WordMap.of(forms);
        KNOWN = WordMap.of(known);
        LONGEST = longest;
    }

    private final EditDistance distance = new EditDistance();
    private final Chars joined = new Chars();
    private int length;

    LegalForms() {}

    /**
     * How many words from a position on are one legal form, the longest form first.
     *
     * @param words folded words
     * @param from the first word to look at
     * @return the number of words, 0 if no form begins there
     */
    int length(Words words, int from) {
        find(words, from);
        return length;
    }

    /** The class of the legal form that begins with a word. */
    String classOf(Words words, int from) {
        return CLASSES.get(find(words, from));
    }

    private int find(Words words, int from) {
        for (length = Math.min(LONGEST, words.count() - from); length > 0; length--) {
            joined.clear();
            for (int i = from; i < from + length; i++) {
                if (i > from) {
                    joined.add(' ');
                }
                joined.add(words.text(), words.from(i), words.to(i));
            }
            int found = FORMS.get(joined);
            if (found != WordMap.NONE) {
                return found;
            }
        }
        return WordMap.NONE;
    }

    /** Whether a word is a legal form by itself. */
    static boolean isForm(CharSequence word) {
        return FORMS.has(word);
    }

    /**
     * The word of a legal form that somebody misspelt: {@code LDT} for ltd, {@code Compnay} for company. Only a word that
     * no table knows can be one; a long word may have one edit in four letters, a short one two letters swapped.
     *
     * @param text a text that holds the folded word
     * @param from where it begins
     * @param to behind its end
     * @return the word of a legal form, or null if it is none that is misspelt
     */
    @Nullable
    String corrected(CharSequence text, int from, int to) {
        if (to - from < LEAST_CORRECTED || isKnown(text, from, to)) {
            return null;
        }
        distance.from(text, from, to);
        for (String known : WORDS) {
            if (known.length() < LEAST_LONG) {
                if (known.length() == to - from && isSwap(known, text, from)) {
                    return known;
                }
            } else {
                int limit = known.length() / LETTERS_AN_EDIT;
                if (distance.to(known, 0, known.length(), limit) <= limit) {
                    return known;
                }
            }
        }
        return null;
    }

    private static boolean isKnown(CharSequence text, int from, int to) {
        return TokenWeights.of(text, from, to) < TokenWeights.GREATEST || KNOWN.has(text, from, to);
    }

    /**
     * A short legal form that a word is one edit away from, where no table knows the word.
     *
     * @param word a folded word
     * @return the form, or null if there is none
     */
    @Nullable
    String nearShort(CharSequence word) {
        if (word.length() == 0 || word.length() > LONGEST_SHORT + 1 || isKnown(word, 0, word.length())) {
            return null;
        }
        for (String known : SHORT) {
            if (distance.within(word, known, 1) <= 1) {
                return known;
            }
        }
        return null;
    }

    /**
     * Appends a word that was run together with legal forms, cut behind its own letters, or before them where the form is long; with
     * blanks between the parts. A word that is not run together is appended as it is.
     *
     * @param text a text that holds the folded word
     * @param from where it begins
     * @param to behind its end
     * @param parts takes the parts
     */
    static void cut(CharSequence text, int from, int to, Chars parts) {
        if (!isKnown(text, from, to)) {
            for (String form : CUT) {
                int rest = to - from - form.length();
                if (rest >= LEAST_REST && isAt(form, text, from + rest)) {
                    // Of Co. Ltd. the first part alone would be too little to know a form by.
                    if (rest - 2 >= LEAST_REST && isAt("co", text, from + rest - 2)) {
                        parts.add(text, from, from + rest - 2).add(" co ");
                    } else {
                        cut(text, from, from + rest, parts);
                        parts.add(' ');
                    }
                    parts.add(form);
                    return;
                }
                if (rest >= LEAST_REST && form.length() >= LEAST_LONG && isAt(form, text, from)) {
                    parts.add(form).add(' ');
                    cut(text, from + form.length(), to, parts);
                    return;
                }
            }
        }
        parts.add(text, from, to);
    }

    private static boolean isAt(String form, CharSequence text, int at) {
        for (int i = 0; i < form.length(); i++) {
            if (text.charAt(at + i) != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word is one of those that legal forms are made of. */
    static boolean isWord(CharSequence text, int from, int to) {
        for (String word : WORDS) {
            if (word.length() == to - from && isAt(word, text, from)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word has two neighbours of a known one in each other's place. */
    private static boolean isSwap(String known, CharSequence text, int from) {
        int at = 0;
        while (at < known.length() && known.charAt(at) == text.charAt(from + at)) {
            at++;
        }
        if (at + 1 >= known.length()
                || known.charAt(at) != text.charAt(from + at + 1)
                || known.charAt(at + 1) != text.charAt(from + at)) {
            return false;
        }
        for (int i = at + 2; i < known.length(); i++) {
            if (known.charAt(i) != text.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }
}
