package io.highfence.cli.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of well-known parties in their own script, with the Latin name that they use in public: typed in from general knowledge,
 * part of this program. Rows are SCRIPT, TAG, NATIVE and LATIN, with {@code |} between several Latin names. Tags:
 * {@code transliterated}, the Latin name says the native one; {@code mixed}, part of it is translated; {@code translated};
 * {@code brand}, a Latin name of its own; {@code foreign}, a name that is read in another language than the script's.
 */
final class PublicNames {
    private static final String FILE = "public-names.tsv";

    private PublicNames() {}

    /** One row; the party's group is {@code SCRIPT, TAG}. */
    static List<Party> read() throws IOException {
        List<Party> parties = new ArrayList<>();
        InputStream in = PublicNames.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new IllegalStateException(FILE + " is missing from the jar");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length != 4) {
                    throw new IllegalStateException(FILE + ": a row has four cells: " + line);
                }
                parties.add(new Party(
                        "public",
                        cells[0] + ", " + cells[1],
                        List.of(cells[3].split(" ?\\| ?")),
                        List.of(cells[2]),
                        ""));
            }
        }
        return parties;
    }
}
