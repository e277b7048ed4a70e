package io.highfence.text;

import java.util.Arrays;
import java.util.List;

/**
 * The consonants of a word, by which words of scripts that leave vowels out are compared with Latin ones: Arabic and Hebrew
 * letters and the Latin letters that stand for them fall into the same classes. Half vowels count at the beginning only. One a thread.
 */
public final class Consonants {
    private static final char FIRST_HEBREW = 0x590;
    private static final char LAST_HEBREW = 0x5FF;
    private static final char FIRST_ARABIC = 0x600;
    private static final char LAST_ARABIC = 0x6FF;

    /** Classes, each a capital and the letters in it. */
    private static final char[] ARABIC = classes("Bبپ Tتطثټ Jجغگڨژ Hحه Xخ Dدضذ Rر Zزظ Sسص Cشچ Fفڤ Kقكڭ Lل Mم Nن Wو Yي");

    /** The same where letters of Arabic are spoken as in Persian, Urdu and Turkish. */
    private static final char[] PERSIAN = classes("Bبپ Tتط Jجغگڨژ Hحه Xخ Dد Rر Zزظذض Sسصث Cشچ Fفڤ Kقكڭ Lل Mم Nن Wو Yي");

    private static final char[] HEBREW = classes("Bבפףו Tתט Jג Xהח Dד Rר Zז Sסצץ Cש Kכקך Lל Mמם Nנן Yי");

    /** An article that stands before a noun. */
    private static final String ARTICLE = "ال";

    private static final int LEAST_BEFORE_ARTICLE = 2;
    private static final int LEAST_WITH_ARTICLE = 5;

    /** Servant of, in the spellings that run it together with the article of the next word. */
    private static final List<String> SERVANT = List.of("abdul", "abdel", "abdal", "abdol", "abdoul");

    /** The most ways in which a word may be spoken. */
    public static final int MOST_READINGS = 8;

    private final Chars spoken = new Chars();
    private final Chars joined = new Chars();

    /** Ready to read. */
    public Consonants() {}

    /**
     * Whether a word is written in consonants: Arabic or Hebrew.
     *
     * @param first the first letter of a folded word
     * @return true if it is of such a script
     */
    public static boolean isOnly(char first) {
        return isArabic(first) || isHebrew(first);
    }

    private static boolean isArabic(char c) {
        return c >= FIRST_ARABIC && c <= LAST_ARABIC;
    }

    /**
     * Whether a word is Hebrew.
     *
     * @param c the first letter of a folded word
     * @return true if it is
     */
    public static boolean isHebrew(char c) {
        return c >= FIRST_HEBREW && c <= LAST_HEBREW;
    }

    /**
     * The consonants of a word in each way in which it may be spoken or written in Latin letters: with those of Arabic or of
     * Persian, without an article that runs into the word, with the ending that is spoken before another word; of a Latin word, with g for
     * the letter that others write q. Allocates nothing once the texts have grown.
     *
     * @param text a text that holds the folded word in Arabic, Hebrew or Latin letters
     * @param from where it begins
     * @param to behind its end
     * @param hebrew whether it is Hebrew or to be compared with a Hebrew word, which is read in one way
     * @param readings takes a capital for each class of consonants, doubled ones once; the usual reading first, then others
     */
    public void read(CharSequence text, int from, int to, boolean hebrew, Texts readings) {
        readings.clear();
        if (hebrew) {
            of(text, from, to, true, readings.next());
            readings.keep();
        } else if (isOnly(text.charAt(from))) {
            readArabic(text, from, to, readings);
        } else {
            readLatin(text, from, to, readings);
        }
    }

    private void readArabic(CharSequence text, int from, int to, Texts readings) {
        int stem = stem(text, from, to);
        joined.clear().add(text, stem, to);
        int inner = article(text, stem + LEAST_BEFORE_ARTICLE, to);
        if (inner > 0 && to >= inner + ARTICLE.length() + LEAST_BEFORE_ARTICLE) {
            joined.clear().add(text, stem, inner).add(text, inner + ARTICLE.length(), to);
        }
        spoken.clear().add(text, stem, to);
        readArabic(spoken, ARABIC, readings);
        readArabic(joined, ARABIC, readings);
        readArabic(spoken, PERSIAN, readings);
        readArabic(joined, PERSIAN, readings);
    }

    private static void readArabic(Chars word, char[] classes, Texts readings) {
        letters(word, 0, word.length(), classes, readings.next());
        readings.keep();
        if (word.length() > 0 && word.charAt(word.length() - 1) == 'ه') {
            letters(word, 0, word.length(), classes, readings.next());
            readings.written().add('T');
            readings.keep();
        }
    }

    private void readLatin(CharSequence text, int from, int to, Texts readings) {
        spoken.clear().add(text, from, to);
        boolean article = to - from >= LEAST_WITH_ARTICLE
                && text.charAt(from + 1) == 'l'
                && (text.charAt(from) == 'a' || text.charAt(from) == 'e');
        readLatin(spoken, article, readings);
        // A qaf is spoken as g or gh by Persians and in much of Arabia: Ghasem, Gaddafi.
        spoken.clear();
        for (int i = from; i < to; i++) {
            boolean g = text.charAt(i) == 'g';
            spoken.add(g ? 'q' : text.charAt(i));
            i += g && i + 1 < to && text.charAt(i + 1) == 'h' ? 1 : 0;
        }
        readLatin(spoken, article, readings);
    }

    private static void readLatin(Chars word, boolean article, Texts readings) {
        of(word, 0, word.length(), false, readings.next());
        readings.keep();
        if (article) {
            of(word, ARTICLE.length(), word.length(), false, readings.next());
            readings.keep();
        }
    }

    /** The usual reading of a word. */
    private static void of(CharSequence text, int from, int to, boolean hebrew, Chars consonants) {
        if (isServant(text, from, to)) {
            consonants.add("BD");
        } else if (from == to || !isOnly(text.charAt(from))) {
            latin(text, from, to, hebrew, consonants);
        } else if (hebrew) {
            letters(text, from, to, HEBREW, consonants);
        } else {
            letters(text, stem(text, from, to), to, ARABIC, consonants);
        }
    }

    private static boolean isServant(CharSequence text, int from, int to) {
        for (int i = 0; i < SERVANT.size(); i++) {
            String servant = SERVANT.get(i);
            if (to - from == servant.length() && isAt(servant, text, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(String part, CharSequence text, int at) {
        for (int i = 0; i < part.length(); i++) {
            if (text.charAt(at + i) != part.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where a word begins, an article aside. */
    private static int stem(CharSequence text, int from, int to) {
        boolean article = to - from > 3 && isAt(ARTICLE, text, from);
        return article ? from + ARTICLE.length() : from;
    }

    /** Where an article stands inside a word; 0 if none does. */
    private static int article(CharSequence text, int from, int to) {
        for (int i = from; i + ARTICLE.length() <= to; i++) {
            if (isAt(ARTICLE, text, i)) {
                return i;
            }
        }
        return 0;
    }

    /** The class of each letter of both scripts, a blank where it has none. */
    private static char[] classes(String groups) {
        char[] classes = new char[LAST_ARABIC + 1 - FIRST_HEBREW];
        Arrays.fill(classes, ' ');
        char group = ' ';
        for (int i = 0; i < groups.length(); i++) {
            char c = groups.charAt(i);
            if (c >= FIRST_HEBREW) {
                classes[c - FIRST_HEBREW] = group;
            } else {
                group = c;
            }
        }
        return classes;
    }

    private static char group(char letter, char[] classes) {
        return letter >= FIRST_HEBREW && letter <= LAST_ARABIC ? classes[letter - FIRST_HEBREW] : ' ';
    }

    private static void letters(CharSequence text, int from, int to, char[] classes, Chars consonants) {
        char before = ' ';
        for (int i = from; i < to; i++) {
            char group = group(text.charAt(i), classes);
            boolean half = group == 'W' || group == 'Y' || text.charAt(i) == 'ו';
            boolean last = i == to - 1;
            boolean breath = group == 'H' || text.charAt(i) == 'ה';
            boolean silent = group == ' ' || (half && i > from) || (breath && last && i > from);
            if (!silent && group != before) {
                consonants.add(group);
            }
            before = silent ? ' ' : group;
        }
    }

    private static void latin(CharSequence text, int from, int to, boolean hebrew, Chars consonants) {
        char before = ' ';
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            char next = i + 1 < to ? text.charAt(i + 1) : ' ';
            boolean breathed = next == 'h';
            char group = switch (c) {
                case 'b', 'p' -> c == 'p' && breathed ? (hebrew ? 'B' : 'F') : 'B';
                case 'f', 'v' -> hebrew ? 'B' : 'F';
                case 't' -> hebrew && (next == 'z' || next == 's') ? 'S' : next == 'c' ? ' ' : 'T';
                case 'd' -> next == 'j' || next == 'z' ? ' ' : 'D';
                case 'j', 'g' -> 'J';
                case 'k', 'c' -> breathed ? (c == 'c' && !hebrew ? 'C' : 'X') : 'K';
                case 'q' -> 'K';
                case 's' -> breathed ? 'C' : 'S';
                case 'z' -> breathed && !hebrew ? 'J' : 'Z';
                case 'x' -> 'K';
                case 'h' -> i + 1 == to ? ' ' : hebrew ? 'X' : 'H';
                case 'r' -> 'R';
                case 'l' -> 'L';
                case 'm' -> 'M';
                case 'n' -> 'N';
                case 'w' -> i == from ? (hebrew ? 'B' : 'W') : ' ';
                case 'y' -> i == from ? 'Y' : ' ';
                default -> ' ';
            };
            if (breathed && "ptdkcgsz".indexOf(c) >= 0) {
                i++;
            } else if (hebrew && c == 't' && (next == 'z' || next == 's')) {
                i++;
            }
            if (group != ' ' && group != before) {
                consonants.add(group);
            }
            before = group;
            if (c == 'x') {
                consonants.add('S');
            }
        }
    }
}
