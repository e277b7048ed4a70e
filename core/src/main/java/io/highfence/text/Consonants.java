package io.highfence.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The consonants of a word, by which words of scripts that leave vowels out are compared with Latin ones: Arabic and Hebrew
 * letters and the Latin letters that stand for them fall into the same classes. Half vowels count at the beginning only.
 */
public final class Consonants {
    /** Classes, each a capital and the letters in it. */
    private static final String ARABIC = "Bبپ Tتطثټ Jجغگڨژ Hحه Xخ Dدضذ Rر Zزظ Sسص Cشچ Fفڤ Kقكڭ Lل Mم Nن Wو Yي";

    /** The same where letters of Arabic are spoken as in Persian, Urdu and Turkish. */
    private static final String PERSIAN = "Bبپ Tتط Jجغگڨژ Hحه Xخ Dد Rر Zزظذض Sسصث Cشچ Fفڤ Kقكڭ Lل Mم Nن Wو Yي";

    private static final String HEBREW = "Bבפףו Tתט Jג Xהח Dד Rר Zז Sסצץ Cש Kכקך Lל Mמם Nנן Yי";

    /** An article that stands before a noun. */
    private static final String ARTICLE = "ال";

    private static final int LEAST_BEFORE_ARTICLE = 2;
    private static final int LEAST_WITH_ARTICLE = 5;

    /** Servant of, in the spellings that run it together with the article of the next word. */
    private static final Set<String> SERVANT = Set.of("abdul", "abdel", "abdal", "abdol", "abdoul");

    private Consonants() {}

    /**
     * Whether a word is written in consonants: Arabic or Hebrew.
     *
     * @param word a folded word
     * @return true if its first letter is of such a script
     */
    public static boolean isOnly(String word) {
        return !word.isEmpty() && (isArabic(word.charAt(0)) || isHebrew(word.charAt(0)));
    }

    private static boolean isArabic(char c) {
        return c >= 0x600 && c <= 0x6FF;
    }

    private static boolean isHebrew(char c) {
        return c >= 0x590 && c <= 0x5FF;
    }

    /**
     * The consonants of a word.
     *
     * @param word a folded word in Arabic, Hebrew or Latin letters
     * @param hebrew whether it is to be compared with a Hebrew word
     * @return a capital for each class of consonants, doubled ones once; may be empty
     */
    public static String of(String word, boolean hebrew) {
        StringBuilder consonants = new StringBuilder();
        if (SERVANT.contains(word)) {
            consonants.append("BD");
        } else if (!isOnly(word)) {
            latin(word, hebrew, consonants);
        } else if (hebrew) {
            letters(word, HEBREW, consonants);
        } else {
            letters(withoutArticle(word), ARABIC, consonants);
        }
        return consonants.toString();
    }

    /**
     * The consonants of a word in each way in which it may be spoken or written in Latin letters: with those of Arabic or of
     * Persian, without an article that runs into the word, with the ending that is spoken before another word; of a Latin word, with g for
     * the letter that others write q.
     *
     * @param word a folded word in Arabic or Latin letters
     * @return the readings, the usual one first
     */
    public static List<String> readings(String word) {
        Set<String> readings = new LinkedHashSet<>();
        readings.add(of(word, false));
        if (isOnly(word)) {
            String stem = withoutArticle(word);
            int inner = stem.indexOf(ARTICLE, LEAST_BEFORE_ARTICLE);
            boolean cut = inner > 0 && stem.length() >= inner + ARTICLE.length() + LEAST_BEFORE_ARTICLE;
            String joined = cut ? stem.substring(0, inner) + stem.substring(inner + ARTICLE.length()) : stem;
            for (String letters : List.of(ARABIC, PERSIAN)) {
                for (String spoken : List.of(stem, joined)) {
                    StringBuilder consonants = new StringBuilder();
                    letters(spoken, letters, consonants);
                    readings.add(consonants.toString());
                    if (spoken.endsWith("ه")) {
                        readings.add(consonants + "T");
                    }
                }
            }
        } else {
            // A qaf is spoken as g or gh by Persians and in much of Arabia: Ghasem, Gaddafi.
            for (String spoken : List.of(word, word.replace("gh", "q").replace('g', 'q'))) {
                readings.add(of(spoken, false));
                if (word.length() >= LEAST_WITH_ARTICLE && (word.startsWith("al") || word.startsWith("el"))) {
                    readings.add(of(spoken.substring(ARTICLE.length()), false));
                }
            }
        }
        return List.copyOf(readings);
    }

    private static String withoutArticle(String word) {
        return word.startsWith(ARTICLE) && word.length() > 3 ? word.substring(ARTICLE.length()) : word;
    }

    /**
     * Whether a word is Hebrew.
     *
     * @param word a folded word
     * @return true if its first letter is
     */
    public static boolean isHebrew(String word) {
        return !word.isEmpty() && isHebrew(word.charAt(0));
    }

    private static void letters(String word, String classes, StringBuilder consonants) {
        char before = ' ';
        for (int i = 0; i < word.length(); i++) {
            int at = classes.indexOf(word.charAt(i));
            char group = at < 0 ? ' ' : classes.charAt(classes.lastIndexOf(' ', at) + 1);
            boolean half = group == 'W' || group == 'Y' || (classes.equals(HEBREW) && word.charAt(i) == 'ו');
            boolean last = i == word.length() - 1;
            boolean breath = group == 'H' || word.charAt(i) == 'ה';
            boolean silent = group == ' ' || (half && i > 0) || (breath && last && i > 0);
            if (!silent && group != before) {
                consonants.append(group);
            }
            before = silent ? ' ' : group;
        }
    }

    private static void latin(String word, boolean hebrew, StringBuilder consonants) {
        char before = ' ';
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            char next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
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
                case 'h' -> i + 1 == word.length() ? ' ' : hebrew ? 'X' : 'H';
                case 'r', 'l', 'm', 'n' -> Character.toUpperCase(c);
                case 'w' -> i == 0 ? (hebrew ? 'B' : 'W') : ' ';
                case 'y' -> i == 0 ? 'Y' : ' ';
                default -> ' ';
            };
            if (breathed && "ptdkcgsz".indexOf(c) >= 0) {
                i++;
            } else if (hebrew && c == 't' && (next == 'z' || next == 's')) {
                i++;
            }
            if (group != ' ' && group != before) {
                consonants.append(group);
            }
            before = group;
            if (c == 'x') {
                consonants.append('S');
            }
        }
    }
}
