package io.highfence.text;

/**
 * What a Latin word sounds like, by and large: spellings that different ways of romanising give to one sound are made one. So
 * {@code Zelenskyy}, {@code Zelenskii} and {@code Zelensky} come out the same, and {@code Khaled} and {@code Haled}.
 */
public final class Sounds {
    private static final String[][] RULES = {
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

    private Sounds() {}

    /**
     * Brings a word to its sounds.
     *
     * @param word a folded word
     * @return its sounds in Latin letters; letters of other scripts stay
     */
    public static String of(String word) {
        StringBuilder sounds = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            String sound = null;
            for (String[] rule : RULES) {
                if (word.startsWith(rule[0], i)) {
                    sound = rule[1];
                    i += rule[0].length();
                    break;
                }
            }
            if (sound == null) {
                sound = word.substring(i, i + 1);
                i++;
            }
            int end = sounds.length();
            // Doubled letters sound as one.
            if (end == 0 || sound.length() > 1 || sounds.charAt(end - 1) != sound.charAt(0)) {
                sounds.append(sound);
            }
        }
        return sounds.toString();
    }
}
