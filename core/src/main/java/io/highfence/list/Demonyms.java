package io.highfence.list;

import io.highfence.base.Country;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people of a country are called in English, as publishers write nationalities. */
final class Demonyms {
    private static final Map<String, Country> COUNTRIES = new HashMap<>();

    static {
        try (InputStream in = Demonyms.class.getResourceAsStream("demonyms.txt")) {
            if (in == null) {
                throw new IllegalStateException("The table of demonyms is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.charAt(0) != '#') {
                    List<String> cells = List.of(line.split("\\|", -1));
                    for (String word : cells.subList(1, cells.size())) {
                        if (COUNTRIES.put(word, Country.of(cells.get(0))) != null) {
                            throw new IllegalStateException("The demonym " + word + " stands twice");
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Demonyms() {}

    /** The country whose people are called so, or null. */
    static @Nullable Country country(String text) {
        return COUNTRIES.get(text.strip().toLowerCase(Locale.ROOT));
    }
}
