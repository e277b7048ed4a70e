package io.highfence.text;

import java.util.Set;

/**
 * The consonants of a word, by which words of scripts that leave vowels out are compared with Latin ones: Arabic and Hebrew
 * letters and the Latin letters that stand for them fall into the same classes. Half vowels count at the beginning only.
 */
public final class Consonants {
    /** Classes, each a capital and the letters in it. */
    private static final String ARABIC = "Bبپ Tتطثټ Jجغگڨژ Hحه Xخ Dدضذ Rر Zزظ Sسص Cشچ Fفڤ Kقكڭ Lل Mم Nن Wو Yي";

    private static final String HEBREW = "Bבפףו Tתט Jג Xהח Dד Rר Zז Sסצץ Cש Kכקך Lל Mמם Nנן Yי";

    /** An article that stands before a noun. */
    private static final String ARTICLE = "ال";

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
            boolean article = word.startsWith(ARTICLE) && word.length() > 3;
            letters(article ? word.substring(2) : word, ARABIC, consonants);
        }
        return consonants.toString();
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
