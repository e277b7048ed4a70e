package io.highfence.text;

import io.highfence.base.Country;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that say where something is. Immutable; looking up allocates nothing. */
public final class Places {
    private static final int CODE = 2;

    private static final WordMap PLACES;
    private static final WordMap COUNTRIES = WordMap.of(Country.spellings());

    static {
        Set<String> places = new HashSet<>();
        for (List<String> row : Tables.rows(Tables.PLACES)) {
            places.addAll(row.subList(1, row.size()));
        }
        PLACES = WordMap.of(places);
    }

    private Places() {}

    /**
     * Whether words name a place that the table knows.
     *
     * @param words folded words joined by blanks
     * @return true if they are a place
     */
    public static boolean isPlace(CharSequence words) {
        return PLACES.has(words);
    }

    /**
     * Whether a text is the name or the code of a country, as {@link Country#find} knows them.
     *
     * @param text a text
     * @param start its first character
     * @param end behind its last one
     * @param scratch takes what is compared
     * @return true if it names a country
     */
    static boolean isCountry(CharSequence text, int start, int end, Chars scratch) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        scratch.clear();
        if (to - from == CODE) {
            scratch.add(Character.toUpperCase(text.charAt(from))).add(Character.toUpperCase(text.charAt(from + 1)));
            if (COUNTRIES.has(scratch)) {
                return true;
            }
            scratch.clear();
        }
        for (int i = from; i < to; ) {
            int c = Character.codePointAt(text, i);
            String parts = Decompositions.of(c);
            for (int k = 0; parts != null && k < parts.length(); k++) {
                addLetter(parts.charAt(k), scratch);
            }
            if (parts == null) {
                addLetter(c, scratch);
            }
            i += Character.charCount(c);
        }
        return COUNTRIES.has(scratch);
    }

    private static void addLetter(int c, Chars letters) {
        if (Character.isLetter(c)) {
            letters.addCodePoint(Character.toLowerCase(c));
        }
    }
}
