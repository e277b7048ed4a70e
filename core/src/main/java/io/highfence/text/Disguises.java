package io.highfence.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a name says where somebody disguised it or typed it carelessly: digits and signs for letters ({@code Hu4we1}), a legal form
 * run together with the name ({@code RustankerLLC}), letters of another alphabet for their shape.
 */
final class Disguises {
    /** Signs and the letters that they stand for; 1 stands for another letter in the second reading. */
    private static final String SIGNS = "013456789@$!|+";

    private static final String LETTERS = "oieasgtbgasilt";
    private static final String LETTERS_AGAIN = "oleasgtbgaslit";

    /** A name is disguised only where signs stand between letters, or letters between signs, in a word of so many. */
    private static final int LEAST_WORD = 4;

    private static final Pattern BETWEEN_LETTERS =
            Pattern.compile("[a-z][013456789@$!|+]+[a-z]|^[013456789@$!|+]+[a-z]{2,}[013456789@$!|+]+$");

    /** Dotted letters that were run together with the word before them: {@code FRANZULS.A.} */
    private static final Pattern DOTTED_TAIL = Pattern.compile("(?<=[a-z]{4})((?:[a-z]\\.){1,3}[a-z])(?![a-z])");

    private Disguises() {}

    /** The plainer texts, none if nothing is disguised. */
    static Set<String> of(String text) {
        Set<String> plain = new LinkedHashSet<>();
        String folded = Folding.fold(text);
        plain.add(decoded(folded, LETTERS));
        plain.add(decoded(folded, LETTERS_AGAIN));
        plain.add(withoutGluedForms(folded));
        plain.add(Folding.foldByShape(text));
        plain.remove(folded);
        plain.remove(text);
        return plain;
    }

    private static String decoded(String folded, String letters) {
        boolean disguised = false;
        StringBuilder decoded = new StringBuilder(folded.length());
        for (int from = 0; from < folded.length(); ) {
            int to = from;
            while (to < folded.length() && isSign(folded.charAt(to))) {
                to++;
            }
            if (to == from) {
                decoded.append(folded.charAt(from++));
                continue;
            }
            String word = folded.substring(from, to);
            boolean stands = hasSignsForLetters(word);
            disguised |= stands
                    && word.length() >= LEAST_WORD
                    && BETWEEN_LETTERS.matcher(word).find();
            decoded.append(stands ? decodedWord(word, letters) : word);
            from = to;
        }
        return disguised ? decoded.toString() : folded;
    }

    private static boolean isSign(char c) {
        return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
    }

    /** Letters and signs that stand for letters. */
    private static boolean hasSignsForLetters(String word) {
        long letters = word.chars().filter(c -> c >= 'a' && c <= 'z').count();
        long signs = word.chars().filter(c -> SIGNS.indexOf(c) >= 0).count();
        return letters > 0 && signs > 0 && letters + signs == word.length();
    }

    private static String decodedWord(String word, String letters) {
        StringBuilder decoded = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            int at = SIGNS.indexOf(word.charAt(i));
            decoded.append(at < 0 ? word.charAt(i) : letters.charAt(at));
        }
        return decoded.toString();
    }

    /** Words that end or begin with a legal form, cut there. */
    private static String withoutGluedForms(String folded) {
        List<String> words = new ArrayList<>();
        String apart = DOTTED_TAIL.matcher(folded).replaceAll(tail -> {
            String letters = tail.group(1).replace(".", "");
            return LegalForms.length(List.of(letters), 0) > 0 ? " " + letters : tail.group(1);
        });
        for (String word : apart.split("[^\\p{L}\\p{N}]+", -1)) {
            if (!word.isEmpty()) {
                words.add(LegalForms.cut(word));
            }
        }
        boolean isCut = !apart.equals(folded) || words.stream().anyMatch(word -> word.indexOf(' ') >= 0);
        return isCut ? String.join(" ", words) : folded;
    }
}
