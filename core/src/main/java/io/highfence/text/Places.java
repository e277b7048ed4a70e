package io.highfence.text;

import io.highfence.base.Country;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that say where something is. Immutable; looking up allocates nothing. */
public final class Places {
    private static final int CODE = 2;

    /** The most words of a place. */
    static final int MOST_WORDS = 4;

    private static final List<String> NAMES = new ArrayList<>();
    private static final WordMap PLACES;
    private static final WordMap COUNTRIES = WordMap.of(Country.spellings());

    /** Parts of the world by which groups name their parts, without blanks. */
    private static final WordMap REGIONS = WordMap.of(Set.of(
            "africa",
            "america",
            "americas",
            "apac",
            "arabia",
            "asia",
            "asiapacific",
            "australasia",
            "balkans",
            "baltic",
            "baltics",
            "benelux",
            "caribbean",
            "caucasus",
            "centralamerica",
            "centralasia",
            "centraleurope",
            "cis",
            "eastafrica",
            "eastasia",
            "easterneurope",
            "emea",
            "eu",
            "eurasia",
            "europa",
            "europe",
            "fareast",
            "gulf",
            "iberia",
            "latam",
            "latinamerica",
            "levant",
            "maghreb",
            "mea",
            "mena",
            "middleeast",
            "nordic",
            "nordics",
            "northafrica",
            "northamerica",
            "oceania",
            "scandinavia",
            "southafrica",
            "southamerica",
            "southasia",
            "southeastasia",
            "uk",
            "us",
            "westafrica",
            "westerneurope"));

    static {
        Map<String, Integer> places = new HashMap<>();
        for (List<String> row : Tables.rows(Tables.PLACES)) {
            for (String word : row.subList(1, row.size())) {
                places.put(word, NAMES.size());
            }
            NAMES.add(row.get(1));
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
     * The name of a place, however it is written.
     *
     * @param text a text that holds folded words joined by blanks
     * @param from their first character
     * @param to behind the last one
     * @return its name, or null if the table does not know it
     */
    static @Nullable String name(CharSequence text, int from, int to) {
        int row = PLACES.get(text, from, to);
        return row == WordMap.NONE ? null : NAMES.get(row);
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

    /**
     * Whether words of a name say in what country, town or part of the world a part of a group is.
     *
     * @param name a name
     * @param first the first word
     * @param last the last word
     * @return true if they are a place
     */
    static boolean isPlace(NameForm name, int first, int last) {
        return PLACES.has(name.canonical(), name.from(first), name.to(last))
                || COUNTRIES.has(name.glued(), name.gluedFrom(first), name.gluedTo(last))
                || REGIONS.has(name.glued(), name.gluedFrom(first), name.gluedTo(last));
    }

    private static void addLetter(int c, Chars letters) {
        if (Character.isLetter(c)) {
            letters.addCodePoint(Character.toLowerCase(c));
        }
    }
}
