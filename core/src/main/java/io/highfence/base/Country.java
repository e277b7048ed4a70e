package io.highfence.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
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
        load();
    }

    private final String code;
    private final String name;

    private Country(String code, String name) {
        this.code = code;
        this.name = name;
    }

    private static void load() {
        try (InputStream in = Country.class.getResourceAsStream("countries.txt")) {
            if (in == null) {
                throw new IllegalStateException("The table of countries is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isEmpty() || line.charAt(0) == '#') {
                    continue;
                }
                List<String> cells = List.of(line.split("\\|", -1));
                Country country = new Country(cells.get(0), cells.get(1));
                BY_CODE.put(country.code, country);
                for (String known : cells.subList(1, cells.size())) {
                    Country before = BY_NAME.put(key(known), country);
                    if (before != null && !before.equals(country)) {
                        throw new IllegalStateException("Two countries are called " + known);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(String name) {
        String marksApart = Normalizer.normalize(name, Normalizer.Form.NFKD);
        StringBuilder letters = new StringBuilder(marksApart.length());
        marksApart.codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /**
     * Every text by which {@link #find} knows a country, as it compares them: codes in capitals; names in small letters, their marks
     * and all but letters left out.
     *
     * @return the texts
     */
    public static Set<String> spellings() {
        Set<String> spellings = new HashSet<>(BY_CODE.keySet());
        spellings.addAll(BY_NAME.keySet());
        return spellings;
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
     * blanks and punctuation aside.
     *
     * @param text a code or a name, such as {@code cn}, {@code PRC} or {@code Türkiye}
     * @return the country, or null if the text is none that is known
     */
    public static @Nullable Country find(String text) {
        String stripped = text.strip();
        Country byCode = BY_CODE.get(stripped.toUpperCase(Locale.ROOT));
        return byCode != null ? byCode : BY_NAME.get(key(stripped));
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
