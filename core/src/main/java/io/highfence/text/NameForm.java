package io.highfence.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name in canonical form: its words in the order of reading.
 *
 * <p>Two names are the same exactly if their canonical forms are equal. The bounds below belong to the form, so that every
 * user of it sees the same cut name.
 *
 * @param tokens the words, legal forms included
 * @param pairs each word glued to its right neighbour; empty where there is none, or a legal form is among them
 * @param triples each word glued to its two right neighbours, in the same way
 * @param canonical the words joined by blanks, legal forms by their class
 * @param glued the words without legal forms, joined without blanks
 * @param whole all words as they are written, joined without blanks
 * @param origin whether it was read from other signs than those of the name
 * @param cut whether the name was longer than {@link #MAX_CHARS} or {@link #MAX_TOKENS}, and its end was dropped
 */
public record NameForm(
        List<Token> tokens,
        List<String> pairs,
        List<String> triples,
        String canonical,
        String glued,
        String whole,
        Origin origin,
        boolean cut) {
    /** From which signs a form was read. */
    public enum Origin {
        /** From those of the name. */
        WRITTEN,
        /** By sound, or out of a disguise: near words count as with any name. */
        READ,
        /** From Han by syllables. Many differ by one letter, so that only equal words count. */
        SYLLABLES
    }

    /** The longest name, in characters; the longest in a published list has 381. */
    public static final int MAX_CHARS = 600;

    /** The most words of a name; the most in a published list are 57. */
    public static final int MAX_TOKENS = 64;

    /** A name of so many single letters and no longer word is spaced out. */
    private static final int LEAST_SPACED_OUT = 5;

    /** The father's name of Russians and their neighbours, in Latin letters. */
    private static final Pattern PATRONYMIC =
            Pattern.compile("\\p{L}{2,}(?:[oeyi]v[iy]ch|[oeyi]vn[ay]|ichna|ogly|uulu|kyzy)");

    private static final Pattern GLUED_NUMBER = Pattern.compile("n[or]\\d+");

    private static final int MOST_OF_PATRONYMIC = 500;
    private static final int MOST_OF_TWO_LETTERS = 600;
    private static final int MOST_OF_THREE_LETTERS = 800;

    private static final Map<String, String> ROMAN = Map.ofEntries(
            Map.entry("ii", "2"),
            Map.entry("iii", "3"),
            Map.entry("iv", "4"),
            Map.entry("vi", "6"),
            Map.entry("vii", "7"),
            Map.entry("viii", "8"),
            Map.entry("ix", "9"),
            Map.entry("xi", "11"),
            Map.entry("xii", "12"),
            Map.entry("xiii", "13"),
            Map.entry("xiv", "14"),
            Map.entry("xv", "15"),
            Map.entry("xvi", "16"),
            Map.entry("xvii", "17"),
            Map.entry("xviii", "18"),
            Map.entry("xix", "19"),
            Map.entry("xx", "20"));

    private static final Map<String, String> ORDINALS = Map.ofEntries(
            Map.entry("first", "1"),
            Map.entry("second", "2"),
            Map.entry("third", "3"),
            Map.entry("fourth", "4"),
            Map.entry("fifth", "5"),
            Map.entry("sixth", "6"),
            Map.entry("seventh", "7"),
            Map.entry("eighth", "8"),
            Map.entry("ninth", "9"),
            Map.entry("tenth", "10"));

    /**
     * Brings a name to canonical form.
     *
     * @param name a name as people write it
     * @return the form; without tokens if the name has no letter and no digit
     */
    public static NameForm of(CharSequence name) {
        return of(name, true);
    }

    /** The form in which initials with dots stay apart: those of several names of a person. */
    static NameForm withInitialsApart(CharSequence name) {
        return of(name, false);
    }

    private static NameForm of(CharSequence name, boolean joinDotted) {
        boolean cut = name.length() > MAX_CHARS;
        String folded = Folding.fold(cut ? name.subSequence(0, MAX_CHARS) : name);
        List<String> words = joinInitials(words(folded), folded, joinDotted);
        if (words.size() > MAX_TOKENS) {
            cut = true;
            words = words.subList(0, MAX_TOKENS);
        }
        words = withoutNumberSigns(words);
        String whole = String.join("", words);
        words = correctLegalForms(words);
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            // Where initials stand apart they are those of a person, and A. S. is no legal form.
            boolean initial = !joinDotted && words.get(i).length() == 1;
            int form = initial ? 0 : LegalForms.length(words, i);
            // A name that begins with a legal form's letters and has nothing else is a name.
            if (form > 0 && form < words.size()) {
                String text = LegalForms.classOf(String.join(" ", words.subList(i, i + form)));
                tokens.add(new Token(text, Token.Kind.LEGAL_FORM, TokenWeights.LEGAL_FORM));
                i += form;
            } else {
                tokens.add(token(words.get(i)));
                i++;
            }
        }
        if (tokens.stream().allMatch(t -> t.kind() == Token.Kind.LEGAL_FORM)) {
            tokens.clear();
            words.forEach(word -> tokens.add(token(word)));
        }
        lightenPatronymic(tokens);
        return of(tokens, whole, cut);
    }

    /** Of three names of a person the father's is the one that is left out. The first of the three never is. */
    private static void lightenPatronymic(List<Token> tokens) {
        if (tokens.size() != 3 || tokens.stream().anyMatch(token -> token.kind() != Token.Kind.WORD)) {
            return;
        }
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (PATRONYMIC.matcher(token.text()).matches()) {
                tokens.set(i, new Token(token.text(), token.kind(), Math.min(token.weight(), MOST_OF_PATRONYMIC)));
                return;
            }
        }
    }

    /**
     * Every reading of a name: as it stands; without what is in brackets; a short form or a second name in brackets, as in
     * {@code Semiconductor Manufacturing International Corporation (SMIC)}; and the member of a group that a joint name ends with.
     *
     * @param name a name as people write it
     * @return its readings, as it stands first
     */
    public static List<NameForm> readings(CharSequence name) {
        return Readings.of(name);
    }

    /**
     * Every reading of a name that is searched for: those of {@link #readings}, and what it says out of a disguise, such as digits
     * for letters. Listed names are not disguised.
     *
     * @param name a name as people write it
     * @return its readings, as it stands first
     */
    public static List<NameForm> searched(CharSequence name) {
        return Readings.searched(name);
    }

    /** This form as one that was read from other signs. */
    NameForm from(Origin other) {
        return new NameForm(tokens, pairs, triples, canonical, glued, whole, other, cut);
    }

    /**
     * Whether it was read from other signs than those of the name; such a form is wholly equal to no other.
     *
     * @return true if it was
     */
    public boolean derived() {
        return origin != Origin.WRITTEN;
    }

    private static NameForm of(List<Token> tokens, String whole, boolean cut) {
        StringBuilder canonical = new StringBuilder();
        StringBuilder glued = new StringBuilder();
        for (Token token : tokens) {
            canonical.append(canonical.isEmpty() ? "" : " ").append(token.text());
            if (token.kind() != Token.Kind.LEGAL_FORM) {
                glued.append(token.text());
            }
        }
        return new NameForm(
                List.copyOf(tokens),
                joins(tokens, 2),
                joins(tokens, 3),
                canonical.toString(),
                glued.toString(),
                whole,
                Origin.WRITTEN,
                cut);
    }

    private static List<String> joins(List<Token> tokens, int length) {
        List<String> joins = new ArrayList<>();
        for (int from = 0; from < tokens.size(); from++) {
            StringBuilder join = new StringBuilder();
            boolean whole = from + length <= tokens.size();
            for (int i = from; whole && i < from + length; i++) {
                whole = tokens.get(i).kind() != Token.Kind.LEGAL_FORM;
                join.append(tokens.get(i).text());
            }
            joins.add(whole ? join.toString() : "");
        }
        return List.copyOf(joins);
    }

    private static Token token(String word) {
        String number = number(word);
        return number == null
                ? new Token(word, Token.Kind.WORD, weight(word))
                : new Token(number, Token.Kind.NUMBER, TokenWeights.of(number));
    }

    /** A word of two or three letters is soon made of another; one that is only part of a legal form here tells little. */
    private static int weight(String word) {
        int most = word.length() == 2
                ? MOST_OF_TWO_LETTERS
                : word.length() == 3 ? MOST_OF_THREE_LETTERS : Integer.MAX_VALUE;
        int weight = Math.min(TokenWeights.of(word), most);
        return LegalForms.isWord(word) ? Math.min(weight, TokenWeights.LEAST) : weight;
    }

    /** A number, a Roman one or an ordinal in plain digits; null if a word is none. */
    static @Nullable String number(String word) {
        String spelled = ROMAN.getOrDefault(word, ORDINALS.get(word));
        if (spelled != null) {
            return spelled;
        }
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        String suffix = word.substring(digits);
        if (digits == 0 || !(suffix.isEmpty() || List.of("st", "nd", "rd", "th").contains(suffix))) {
            return null;
        }
        int zeros = 0;
        while (zeros < digits - 1 && word.charAt(zeros) == '0') {
            zeros++;
        }
        return word.substring(zeros, digits);
    }

    /** Numbers without the sign before them, which says nothing: {@code No. 13}, {@code Nr. 13}, {@code №13}. */
    private static List<String> withoutNumberSigns(List<String> words) {
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            String next = i + 1 < words.size() ? words.get(i + 1) : "";
            boolean sign = word.equals("no") || word.equals("nr");
            if (GLUED_NUMBER.matcher(word).matches()) {
                plain.add(word.substring(2));
            } else if (!sign || ORDINALS.containsKey(next) || number(next) == null) {
                plain.add(word);
            }
        }
        return plain;
    }

    /** Misspelt words of legal forms, put right. The first word of a name is a name unless more of the form follows. */
    private static List<String> correctLegalForms(List<String> words) {
        List<String> corrected = new ArrayList<>(words);
        for (int i = 1; i < corrected.size(); i++) {
            corrected.set(i, LegalForms.corrected(corrected.get(i)));
        }
        if (corrected.size() > 1) {
            List<String> first = new ArrayList<>(corrected);
            first.set(0, LegalForms.corrected(corrected.get(0)));
            if (LegalForms.length(first, 0) > 1) {
                return first;
            }
        }
        return corrected;
    }

    /** Words and where each begins and ends. */
    private record Word(String text, int from, int to) {}

    private static List<Word> words(String folded) {
        List<Word> words = new ArrayList<>();
        int from = -1;
        for (int i = 0; i <= folded.length(); ) {
            int c = i < folded.length() ? folded.codePointAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                from = from < 0 ? i : from;
            } else if (from >= 0) {
                words.add(new Word(folded.substring(from, i), from, i));
                from = -1;
            }
            i += Character.charCount(c);
        }
        return words;
    }

    /**
     * Joins what is one word in truth: initials with dots ({@code Y. M. T. C.}, {@code d.o.o.}) and words that somebody
     * spaced out: three single letters or more in a row, or any of a name that is spaced out as a whole.
     */
    private static List<String> joinInitials(List<Word> words, String folded, boolean joinDotted) {
        boolean spacedOut = words.size() >= LEAST_SPACED_OUT
                && words.stream().allMatch(word -> word.text().length() == 1);
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            int end = i;
            boolean dotted = true;
            int gap = Integer.MAX_VALUE;
            while (end < words.size() && (spacedOut || isLetter(words.get(end).text()))) {
                if (end > i) {
                    String between = folded.substring(
                            words.get(end - 1).to(), words.get(end).from());
                    int next = blanks(between);
                    if (next > gap && (spacedOut || !between.contains("."))) {
                        break; // A wider gap stands between words that were spaced out.
                    }
                    gap = next;
                    dotted &= between.contains(".");
                }
                end++;
            }
            int run = end - i;
            boolean initials = run > 1 && dotted && !spacedOut;
            if (initials ? joinDotted : run >= 3 || (spacedOut && run > 1)) {
                StringBuilder word = new StringBuilder();
                for (Word letter : words.subList(i, end)) {
                    word.append(letter.text());
                }
                joined.add(word.toString());
                i = end;
            } else {
                joined.add(words.get(i).text());
                i++;
            }
        }
        return joined;
    }

    /** The most blanks in a row. */
    private static int blanks(String between) {
        int most = 0;
        int run = 0;
        for (int i = 0; i < between.length(); i++) {
            run = Character.isWhitespace(between.charAt(i)) ? run + 1 : 0;
            most = Math.max(most, run);
        }
        return most;
    }

    private static boolean isLetter(String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0));
    }
}
