package io.highfence.cli.evaluate;

import io.highfence.base.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Labelled pairs from a file of the caller: rows {@code QUERY TAB TARGET TAB 1|0} and, if wanted, a group. */
final class CallersPairs {
    private CallersPairs() {}

    static PairSet read(Path file, Part part) throws IOException, BadInput {
        List<Pair> pairs = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Xml.open(file), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String[] cells = line.split("\t", -1);
                if (cells.length < 3 || !(cells[2].equals("1") || cells[2].equals("0"))) {
                    throw new BadInput(
                            file.toString(), number, 1, "a row is QUERY<TAB>TARGET<TAB>1 or 0, and this one is not");
                }
                if (part.holds(NameKey.of(cells[1]))) {
                    pairs.add(new Pair(
                            cells[0],
                            List.of(cells[1]),
                            cells[2].equals("1") ? Pair.Kind.SAME : Pair.Kind.RANDOM,
                            Script.of(cells[0]),
                            cells.length > 3 ? cells[3] : "file"));
                }
            }
        }
        return new PairSet("pairs of " + file.getFileName(), pairs);
    }
}
