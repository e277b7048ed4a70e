package io.highfence.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A country or territory of ISO 3166-1, known by its two-letter code and its names.
 *
 * <p>There is one object for each code, and it is equal to itself alone. What a place means in law (Hong Kong is read as China
 * under the EAR) is the law's business, not this class's. Immutable and safe for many threads.
 */
public final class Country implements Comparable<Country> {
    private static final Map<String, Country> BY_CODE = new HashMap<>();
    private static final Map<String, Country> BY_NAME = new HashMap<>();

    static {
        for (List<String> cells : rows("countries.txt")) {
            Country country = new Country(cells.get(0), cells.get(1));
            BY_CODE.put(country.code, country);
            for (String known : cells.subList(1, cells.size())) {
                put(BY_NAME, key(known), country);
            }
        }
    }

    /** The names in other languages, read when a text is no name in English. */
    private static final class OtherLanguages {
        private static final Map<String, Country> BY_NAME = new HashMap<>();

        static {
            for (List<String> cells : rows("country-names.txt")) {
                for (String name : cells.subList(1, cells.size())) {
                    put(BY_NAME, name, of(cells.get(0)));
                }
            }
        }
    }

    private final String code;
    private final String name;

    private Country(String code, String name) {
        this.code = code;
        this.name = name;
    }

    private static List<List<String>> rows(String table) {
        try (InputStream in = Country.class.getResourceAsStream(table)) {
            if (in == null) {
                throw new IllegalStateException("The table " + table + " is missing from the jar");
            }
            List<List<String>> rows = new ArrayList<>();
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && line.charAt(0) != '#') {
                    rows.add(List.of(line.split("\\|", -1)));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, Country> names, String name, Country country) {
        Country before = names.put(name, country);
        if (before != null && !before.equals(country)) {
            throw new IllegalStateException("Two countries are called " + name);
        }
    }

    /** A name as names are compared. */
    static String key(String name) {
        String marksApart = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(marksApart.length());
        marksApart.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT).replace('\u03c2', '\u03c3');
    }

    /** All countries. */
    static Collection<Country> all() {
        return Collections.unmodifiableCollection(BY_CODE.values());
    }

    /** Whether a name, as names are compared, stands in the table of English names. */
    static boolean isKnownInEnglish(String name) {
        return BY_NAME.containsKey(name);
    }

    /**
     * Every code and every English name by which {@link #find} knows a country, as it compares them: codes in capitals; names in
     * small letters, their marks and all but letters left out.
     *
     * @return the texts
     */
    public static Set<String> spellings() {
        Set<String> spellings = new HashSet<>(BY_CODE.keySet());
        spellings.addAll(BY_NAME.keySet());
        return spellings;
    }

    /**
     * Every name in another language by which {@link #find} knows a country, as it compares them.
     *
     * @return the texts
     */
    public static Set<String> translations() {
        return Collections.unmodifiableSet(OtherLanguages.BY_NAME.keySet());
    }

    /**
     * The country of a code that is known to be right, as in rule data and tests.
     *
     * @param code an ISO 3166-1 alpha-2 code in upper case
     * @return the country
     * @throws IllegalArgumentException if no country has this code
     */
    public static Country of(String code) {
        Country country = BY_CODE.get(code);
        if (country == null) {
            throw new IllegalArgumentException("'" + code + "' is not a country code of ISO 3166-1 alpha-2");
        }
        return country;
    }

    /**
     * Finds a country as people and publishers write it: a two-letter code in either case, or a known name, marks,
     * blanks and punctuation aside, in English, the official languages of the European Union and the languages that orders come in
     * besides (as CLDR has them). A name that is one country's here and another's there, or could be a code, is not known. Allocates.
     *
     * @param text a code or a name, such as {@code cn}, {@code PRC}, {@code Türkiye} or {@code Soudan}
     * @return the country, or null if the text is none that is known
     */
    public static @Nullable Country find(String text) {
        String stripped = text.strip();
        Country byCode = BY_CODE.get(stripped.toUpperCase(Locale.ROOT));
        if (byCode != null) {
            return byCode;
        }
        String key = key(stripped);
        Country english = BY_NAME.get(key);
        return english != null ? english : OtherLanguages.BY_NAME.get(key);
    }

    /**
     * The code.
     *
     * @return two upper-case letters
     */
    public String code() {
        return code;
    }

    /**
     * The English name.
     *
     * @return the name for people
     */
    public String name() {
        return name;
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return code.hashCode();
    }

    @Override
    public String toString() {
        return code;
    }
}
