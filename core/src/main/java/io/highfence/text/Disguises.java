package io.highfence.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name says where somebody disguised it or typed it carelessly: digits and signs for letters ({@code Hu4we1}), a legal form
 * run together with the name ({@code RustankerLLC}), letters of another alphabet for their shape. One a thread.
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

    private final Matcher betweenLetters = BETWEEN_LETTERS.matcher("");
    private final Matcher dottedTail = DOTTED_TAIL.matcher("");
    private final Folding folding = new Folding();
    private final Chars folded = new Chars();
    private final Chars apart = new Chars();
    private final Chars letters = new Chars();

    /** Ready to look behind disguises. */
    Disguises() {}

    /** Finds the plainer texts of a name, none if nothing is disguised. */
    void find(Chars text, Texts plain) {
        folded.clear();
        folding.fold(text, 0, text.length(), false, folded);
        decode(LETTERS, plain.next());
        keep(text, plain);
        decode(LETTERS_AGAIN, plain.next());
        keep(text, plain);
        cutGluedForms(plain.next());
        keep(text, plain);
        folding.fold(text, 0, text.length(), true, plain.next());
        keep(text, plain);
    }

    private void keep(Chars text, Texts plain) {
        if (!plain.written().is(text)) {
            plain.keepUnless(folded);
        }
    }

    private void decode(String as, Chars decoded) {
        boolean disguised = false;
        for (int from = 0; from < folded.length(); ) {
            int to = from;
            while (to < folded.length() && isSign(folded.charAt(to))) {
                to++;
            }
            if (to == from) {
                decoded.add(folded.charAt(from++));
                continue;
            }
            boolean stands = hasSignsForLetters(from, to);
            if (stands && to - from >= LEAST_WORD) {
                disguised |= betweenLetters.reset(folded).region(from, to).find();
            }
            for (int i = from; i < to; i++) {
                int at = stands ? SIGNS.indexOf(folded.charAt(i)) : -1;
                decoded.add(at < 0 ? folded.charAt(i) : as.charAt(at));
            }
            from = to;
        }
        if (!disguised) {
            decoded.clear().add(folded);
        }
    }

    private static boolean isSign(char c) {
        return Character.isLetterOrDigit(c) || SIGNS.indexOf(c) >= 0;
    }

    /** Letters and signs that stand for letters, and nothing else. */
    private boolean hasSignsForLetters(int from, int to) {
        int latin = 0;
        int signs = 0;
        for (int i = from; i < to; i++) {
            char c = folded.charAt(i);
            latin += c >= 'a' && c <= 'z' ? 1 : 0;
            signs += SIGNS.indexOf(c) >= 0 ? 1 : 0;
        }
        return latin > 0 && signs > 0 && latin + signs == to - from;
    }

    /** Words that end or begin with a legal form, cut there; the folded text where there are none. */
    private void cutGluedForms(Chars plain) {
        setTailsApart();
        boolean isCut = !apart.is(folded);
        for (int from = 0; from < apart.length(); ) {
            int to = from;
            while (to < apart.length() && isLetterOrNumber(apart.codePointAt(to))) {
                to += Character.charCount(apart.codePointAt(to));
            }
            if (to > from) {
                if (!plain.isEmpty()) {
                    plain.add(' ');
                }
                int before = plain.length();
                LegalForms.cut(apart, from, to, plain);
                isCut |= plain.length() - before > to - from;
            }
            from = Math.max(to, from + 1);
        }
        if (!isCut) {
            plain.clear().add(folded);
        }
    }

    /** The folded text with a blank before dotted legal forms that run into a name. */
    private void setTailsApart() {
        apart.clear();
        int from = 0;
        dottedTail.reset(folded);
        while (dottedTail.find()) {
            apart.add(folded, from, dottedTail.start());
            letters.clear();
            for (int i = dottedTail.start(1); i < dottedTail.end(1); i++) {
                if (folded.charAt(i) != '.') {
                    letters.add(folded.charAt(i));
                }
            }
            if (LegalForms.isForm(letters)) {
                apart.add(' ').add(letters);
            } else {
                apart.add(folded, dottedTail.start(1), dottedTail.end(1));
            }
            from = dottedTail.end();
        }
        apart.add(folded, from, folded.length());
    }

    private static boolean isLetterOrNumber(int c) {
        return switch (Character.getType(c)) {
            case Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }
}
