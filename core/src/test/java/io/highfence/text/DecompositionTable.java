package io.highfence.text;

import com.ibm.icu.text.Normalizer2;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds the table of compatibility decompositions from ICU4J. Run with the file to write. */
public final class DecompositionTable {
    private DecompositionTable() {}

    /**
     * Writes the table.
     *
     * @param args the file
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Files.writeString(Path.of(args[0]), build());
    }

    static String build() {
        Normalizer2 decomposer = Normalizer2.getNFKDInstance();
        StringBuilder table =
                new StringBuilder("# Compatibility decompositions (NFKD) of ICU4J, without syllables of Hangul."
                        + " A character, a bar, its decomposition.\n");
        for (int c = 0xA0; c <= Character.MAX_CODE_POINT; c++) {
            if (Hangul.is(c) || Character.getType(c) == Character.SURROGATE) {
                continue;
            }
            String character = Character.toString(c);
            String decomposed = decomposer.normalize(character);
            if (!decomposed.equals(character)) {
                table.append(character).append('|').append(decomposed).append('\n');
            }
        }
        return table.toString();
    }
}
