package io.highfence.text;

import io.highfence.base.Digest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The text tables of this room: a row a line, cells between vertical bars, comments behind a number sign. */
public final class Tables {
    static final String TOKEN_WEIGHTS = "token-weights.txt";
    static final String LEGAL_FORMS = "legal-forms.txt";
    static final String ABBREVIATIONS = "abbreviations.txt";
    static final String HAN = "han.txt";
    static final String NATIVE_WORDS = "native-words.txt";
    static final String ADDRESS_WORDS = "address-words.txt";
    static final String DECOMPOSITIONS = "decompositions.txt";
    static final String PLACES = "places.txt";

    private Tables() {}

    /**
     * The digest of every table of this room: part of the engine, as a change of any row can change a score.
     *
     * @return the digest of the rows, comments aside
     */
    public static Digest digest() {
        StringBuilder all = new StringBuilder();
        for (String name : List.of(
                DECOMPOSITIONS, TOKEN_WEIGHTS, LEGAL_FORMS, ABBREVIATIONS, HAN, NATIVE_WORDS, ADDRESS_WORDS, PLACES)) {
            all.append(name).append(rows(name)).append('\n');
        }
        return Digest.of(all.toString());
    }

    static List<List<String>> rows(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The table " + name + " is missing from the jar");
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
}
