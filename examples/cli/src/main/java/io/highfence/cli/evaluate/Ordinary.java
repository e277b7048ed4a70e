package io.highfence.cli.evaluate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A name that is on no list.
 *
 * @param name the name
 * @param source where it comes from
 * @param script the script it is written in
 * @param drawn whether it was drawn at random; otherwise it only fills up its source
 */
record Ordinary(String name, String source, String script, boolean drawn) {
    /** A source with fewer names is filled up to this share of the sample. */
    private static final int LEAST_SHARE = 20;

    /** One row of a file. */
    private record Row(String name, String source) {}

    /**
     * Names of a table with the columns {@code name}, {@code source}, {@code source_id} and {@code list_hit}; rows with a list hit
     * are left out. A file without such a first row has one name a line.
     */
    static List<Ordinary> table(Path file, Part part, long seed, int sample) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Xml.open(file), StandardCharsets.UTF_8))) {
            String first = lines.readLine();
            List<String> columns = first == null ? List.of() : List.of(first.split("\t", -1));
            boolean table = columns.contains("name");
            for (String line = table ? lines.readLine() : first; line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                String name = table ? cell(cells, columns, "name") : cells[0];
                String source = cell(cells, columns, "source");
                String id = cell(cells, columns, "source_id");
                String key = id.isEmpty() ? NameKey.of(name) : source + ":" + id;
                if (!name.isBlank() && cell(cells, columns, "list_hit").isEmpty() && part.holds(key)) {
                    rows.add(new Row(name, source.isEmpty() ? "file" : source));
                }
            }
        }
        return drawn(rows, seed, sample);
    }

    private static String cell(String[] cells, List<String> columns, String column) {
        int at = columns.indexOf(column);
        return at < 0 || at >= cells.length ? "" : cells[at];
    }

    /** Invented people; who by chance has the words of a listed name is left out. */
    static List<Ordinary> invented(Path file, Listed listed, Part part, long seed, int sample) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(Xml.open(file), StandardCharsets.UTF_8))) {
            for (NamedCsvRecord record : csv) {
                String name = record.getField("full_name");
                if (!listed.holds(name) && part.holds(NameKey.of(name))) {
                    rows.add(new Row(name, "invented"));
                }
            }
        }
        return drawn(rows, seed, sample);
    }

    private static List<Ordinary> drawn(List<Row> rows, long seed, int sample) {
        Collections.shuffle(rows, new Random(seed));
        List<Ordinary> names = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Map<String, Integer> bySource = new HashMap<>();
        int left = 0;
        for (Row row : rows) {
            boolean drawn = left < sample;
            boolean wanted = drawn || bySource.getOrDefault(row.source, 0) < sample / LEAST_SHARE;
            if (wanted && seen.add(row.name)) {
                names.add(new Ordinary(row.name, row.source, Script.of(row.name), drawn));
                bySource.merge(row.source, 1, Integer::sum);
                left++;
            }
        }
        return names;
    }
}
