package io.highfence.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings one reading of a name to canonical form. One a thread; allocates nothing once its rooms have grown. */
final class NameParser {
    /** A name of so many single letters and no longer word is spaced out. */
    private static final int LEAST_SPACED_OUT = 5;

    /** The father's name of Russians and their neighbours, in Latin letters. */
    private static final Pattern PATRONYMIC =
            Pattern.compile("\\p{L}{2,}(?:[oeyi]v[iy]ch|[oeyi]vn[ay]|ichna|ogly|uulu|kyzy)");

    private static final int MOST_OF_PATRONYMIC = 500;
    private static final int MOST_OF_TWO_LETTERS = 600;
    private static final int MOST_OF_THREE_LETTERS = 800;

    private static final String[] ROMAN = {
        "", "", "ii", "iii", "iv", "", "vi", "vii", "viii", "ix", "", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
        "xviii", "xix", "xx"
    };
    private static final String[] ORDINALS = {
        "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
    };
    private static final String[] DIGITS = new String[ROMAN.length];
    private static final WordMap NUMBERS;
    private static final WordMap ORDINAL_WORDS;

    static {
        Map<String, Integer> ordinals = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 1; i < DIGITS.length; i++) {
            DIGITS[i] = String.valueOf(i);
            if (i < ORDINALS.length) {
                ordinals.put(ORDINALS[i], i);
            }
            if (!ROMAN[i].isEmpty()) {
                numbers.put(ROMAN[i], i);
            }
        }
        numbers.putAll(ordinals);
        NUMBERS = WordMap.of(numbers);
        ORDINAL_WORDS = WordMap.of(ordinals);
    }

    private static final List<String> SUFFIXES = List.of("st", "nd", "rd", "th");

    private final Folding folding = new Folding();
    private final LegalForms legalForms = new LegalForms();
    private final Chars folded = new Chars();
    private final Words words = new Words();
    private final Words joined = new Words();
    private final Words plain = new Words();
    private final Words corrected = new Words();
    private final Matcher patronymic = PATRONYMIC.matcher("");

    /** Where each word begins in the folded text. */
    private int[] begins = new int[NameForm.MAX_CHARS];

    private final PlainNumber number = new PlainNumber();

    /** A number in plain digits, as part of a text. */
    private static final class PlainNumber {
        private CharSequence text = "";
        private int from;
        private int to;
    }

    /** Fills a form with part of a text; initials with dots are one word, or stay apart as those of several names of a person. */
    void parse(CharSequence text, int from, int to, boolean joinDotted, NameForm form) {
        boolean isCut = to - from > NameForm.MAX_CHARS;
        folded.clear();
        isCut |= folding.fold(text, from, isCut ? from + NameForm.MAX_CHARS : to, false, folded);
        findWords();
        isCut |= joinInitials(joinDotted);
        dropNumberSigns();
        Words written = correctLegalForms();
        form.clear(NameForm.Origin.WRITTEN);
        form.cut(isCut);
        form.whole().add(plain.text());
        boolean allLegal = true;
        for (int i = 0; i < written.count(); ) {
            // Where initials stand apart they are those of a person, and A. S. is no legal form.
            boolean initial = !joinDotted && written.length(i) == 1;
            int length = initial ? 0 : legalForms.length(written, i);
            // A name that begins with a legal form's letters and has nothing else is a name.
            if (length > 0 && length < written.count()) {
                String legal = legalForms.classOf(written, i);
                form.add(legal, 0, legal.length(), Token.Kind.LEGAL_FORM, TokenWeights.LEGAL_FORM);
                i += length;
            } else {
                add(written, i, form);
                allLegal = false;
                i++;
            }
        }
        if (allLegal) {
            form.removeAll();
            for (int i = 0; i < written.count(); i++) {
                add(written, i, form);
            }
        }
        lightenPatronymic(form);
    }

    private void add(Words written, int word, NameForm form) {
        int from = written.from(word);
        int to = written.to(word);
        if (isNumber(written.text(), from, to)) {
            int weight = TokenWeights.of(number.text, number.from, number.to);
            form.add(number.text, number.from, number.to, Token.Kind.NUMBER, weight);
        } else {
            form.add(written.text(), from, to, Token.Kind.WORD, weight(written.text(), from, to));
        }
    }

    /** A word of two or three letters is soon made of another; one that is only part of a legal form here tells little. */
    private static int weight(CharSequence text, int from, int to) {
        int most = to - from == 2 ? MOST_OF_TWO_LETTERS : to - from == 3 ? MOST_OF_THREE_LETTERS : Integer.MAX_VALUE;
        int weight = Math.min(TokenWeights.of(text, from, to), most);
        return LegalForms.isWord(text, from, to) ? Math.min(weight, TokenWeights.LEAST) : weight;
    }

    /** Of three names of a person the father's is the one that is left out. The first of the three never is. */
    private void lightenPatronymic(NameForm form) {
        if (form.size() != 3) {
            return;
        }
        for (int i = 0; i < form.size(); i++) {
            if (form.kind(i) != Token.Kind.WORD) {
                return;
            }
        }
        for (int i = 1; i < form.size(); i++) {
            patronymic.reset(form.canonical()).region(form.from(i), form.to(i));
            if (patronymic.matches()) {
                form.setWeight(i, Math.min(form.weight(i), MOST_OF_PATRONYMIC));
                return;
            }
        }
    }

    /** Whether a word is a number, a Roman one or an ordinal. */
    static boolean isNumber(CharSequence word) {
        return NUMBERS.has(word) || digits(word, 0, word.length()) > 0;
    }

    /** Whether a word is a number; then it stands in {@link #number} in plain digits. */
    private boolean isNumber(CharSequence text, int from, int to) {
        int spelled = NUMBERS.get(text, from, to);
        if (spelled != WordMap.NONE) {
            number.text = DIGITS[spelled];
            number.from = 0;
            number.to = DIGITS[spelled].length();
            return true;
        }
        int digits = digits(text, from, to);
        if (digits == 0) {
            return false;
        }
        int zeros = 0;
        while (zeros < digits - 1 && text.charAt(from + zeros) == '0') {
            zeros++;
        }
        number.text = text;
        number.from = from + zeros;
        number.to = from + digits;
        return true;
    }

    /** How many digits a number begins with that has nothing else but the ending of an ordinal; 0 if it is none. */
    private static int digits(CharSequence text, int from, int to) {
        int digits = 0;
        while (from + digits < to && isDigit(text.charAt(from + digits))) {
            digits++;
        }
        int rest = to - from - digits;
        if (digits == 0 || rest == 0) {
            return digits;
        }
        for (int i = 0; rest == 2 && i < SUFFIXES.size(); i++) {
            String suffix = SUFFIXES.get(i);
            if (text.charAt(to - 2) == suffix.charAt(0) && text.charAt(to - 1) == suffix.charAt(1)) {
                return digits;
            }
        }
        return 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Numbers without the sign before them, which says nothing: {@code No. 13}, {@code Nr. 13}, {@code №13}. */
    private void dropNumberSigns() {
        plain.clear();
        Chars text = joined.text();
        for (int i = 0; i < joined.count(); i++) {
            boolean sign = joined.is(i, "no") || joined.is(i, "nr");
            if (isGluedNumber(text, joined.from(i), joined.to(i))) {
                plain.add(text, joined.from(i) + 2, joined.to(i));
            } else if (!sign || i + 1 == joined.count() || !isPlainNumber(i + 1)) {
                plain.add(joined, i);
            }
        }
    }

    private boolean isPlainNumber(int word) {
        Chars text = joined.text();
        int from = joined.from(word);
        int to = joined.to(word);
        return !ORDINAL_WORDS.has(text, from, to) && isNumber(text, from, to);
    }

    private static boolean isGluedNumber(Chars text, int from, int to) {
        if (to - from < 3
                || text.charAt(from) != 'n'
                || (text.charAt(from + 1) != 'o' && text.charAt(from + 1) != 'r')) {
            return false;
        }
        for (int i = from + 2; i < to; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Misspelt words of legal forms, put right. The first word of a name is a name unless more of the form follows. */
    private Words correctLegalForms() {
        correct(null);
        if (plain.count() > 1) {
            String first = legalForms.corrected(plain.text(), plain.from(0), plain.to(0));
            if (first != null) {
                correct(first);
                if (legalForms.length(corrected, 0) < 2) {
                    correct(null);
                }
            }
        }
        return corrected;
    }

    private void correct(@Nullable String first) {
        corrected.clear();
        for (int i = 0; i < plain.count(); i++) {
            String right = i == 0 ? first : legalForms.corrected(plain.text(), plain.from(i), plain.to(i));
            if (right == null) {
                corrected.add(plain, i);
            } else {
                corrected.add(right);
            }
        }
    }

    private void findWords() {
        words.clear();
        int from = -1;
        for (int i = 0; i <= folded.length(); ) {
            int c = i < folded.length() ? folded.codePointAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                from = from < 0 ? i : from;
            } else if (from >= 0) {
                if (words.count() == begins.length) {
                    begins = java.util.Arrays.copyOf(begins, 2 * begins.length);
                }
                begins[words.count()] = from;
                words.add(folded, from, i);
                from = -1;
            }
            i += Character.charCount(c);
        }
    }

    private int ends(int word) {
        return begins[word] + words.length(word);
    }

    /**
     * Joins what is one word in truth: initials with dots ({@code Y. M. T. C.}, {@code d.o.o.}) and words that somebody
     * spaced out: three single letters or more in a row, or any of a name that is spaced out as a whole.
     *
     * @return whether there are more words than a name may have
     */
    private boolean joinInitials(boolean joinDotted) {
        joined.clear();
        boolean spacedOut = words.count() >= LEAST_SPACED_OUT;
        for (int i = 0; i < words.count(); i++) {
            spacedOut &= words.length(i) == 1;
        }
        for (int i = 0; i < words.count(); ) {
            if (joined.count() == NameForm.MAX_TOKENS) {
                return true;
            }
            int end = i;
            boolean dotted = true;
            int gap = Integer.MAX_VALUE;
            while (end < words.count() && (spacedOut || isLetter(end))) {
                if (end > i) {
                    int before = ends(end - 1);
                    boolean dot = hasDot(before, begins[end]);
                    int next = blanks(before, begins[end]);
                    if (next > gap && (spacedOut || !dot)) {
                        break; // A wider gap stands between words that were spaced out.
                    }
                    gap = next;
                    dotted &= dot;
                }
                end++;
            }
            int run = end - i;
            boolean initials = run > 1 && dotted && !spacedOut;
            if (initials ? joinDotted : run >= 3 || (spacedOut && run > 1)) {
                joined.add(words.text(), words.from(i), words.to(end - 1));
                i = end;
            } else {
                joined.add(words, i);
                i++;
            }
        }
        return false;
    }

    private boolean hasDot(int from, int to) {
        for (int i = from; i < to; i++) {
            if (folded.charAt(i) == '.') {
                return true;
            }
        }
        return false;
    }

    /** The most blanks in a row. */
    private int blanks(int from, int to) {
        int most = 0;
        int run = 0;
        for (int i = from; i < to; i++) {
            run = Character.isWhitespace(folded.charAt(i)) ? run + 1 : 0;
            most = Math.max(most, run);
        }
        return most;
    }

    private boolean isLetter(int word) {
        return words.length(word) == 1 && Character.isLetter(words.text().charAt(words.from(word)));
    }
}
