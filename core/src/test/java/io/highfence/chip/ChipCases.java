package io.highfence.chip;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.base.BadInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cases on chips, as a lawyer can read them: files of comma-separated values under {@code cases/}.
 *
 * <p>A row has the facts it checks, the columns of {@code highfence classify} (a column that a file leaves out is blank in all
 * its rows), the date, and the whole expected answer. A blank number means null, a blank list an empty one; {@code review}
 * holds the codes before the colon and {@code notes} some codes that must be there, or with {@code !} must not; {@code *} is
 * not checked. The rows of a file go through the reader of the command line, so that they may contain each other.
 */
public final class ChipCases {
    static final List<String> FILES = List.of(
            "limits.csv",
            "performance.csv",
            "dies.csv",
            "memory.csv",
            "lower-entries.csv",
            "assemblies.csv",
            "base-entries.csv",
            "vendor-numbers.csv",
            "missing-facts.csv",
            "dates.csv",
            "real-chips.csv");

    /** The columns of a case that are none of {@code classify}. */
    static final Set<String> OF_CASES = Set.of(
            "case",
            "fact",
            "says",
            "date",
            "assume_2to4",
            "tpp",
            "pd",
            "memory_density",
            "paragraphs",
            "eccn",
            "verdict",
            "notes",
            "missing",
            "review");

    private static final String NOT_CHECKED = "*";

    private ChipCases() {}

    /** One row, with the chip that the reader made of it. */
    @SuppressWarnings("exports") // of tests: nobody requires this module for it
    public record Case(String file, NamedCsvRecord row, Chip chip) {
        public String cell(String name) {
            return row.findField(name).map(String::strip).orElse("");
        }

        public String id() {
            return cell("case");
        }

        LocalDate date() {
            return LocalDate.parse(cell("date"));
        }

        /** What differs from the expected answer; empty if nothing does. */
        public List<String> faults(ChipClassifier classifier) {
            Classification found = new Classification();
            classifier.classify(chip, date(), found);
            List<String> faults = new ArrayList<>();
            expect(faults, "tpp", plain(found.tpp()));
            expect(faults, "pd", plain(found.performanceDensity()));
            if (row.findField("memory_density").isPresent()) {
                expect(faults, "memory_density", plain(found.memoryBandwidthDensity()));
            }
            expect(faults, "eccn", Objects.toString(found.eccn(), ""));
            expect(faults, "verdict", found.verdict().name());
            expectWords(faults, "paragraphs", found.paragraphs().stream());
            expectWords(faults, "missing", found.missing().stream());
            expectWords(faults, "review", found.review().stream().map(reason -> reason.replaceFirst(":.*", "")));
            List<String> notes = found.notes();
            for (String note : words("notes")) {
                boolean wanted = !note.startsWith("!");
                if (notes.contains(wanted ? note : note.substring(1)) != wanted) {
                    faults.add("notes: expected " + note + ", found " + notes);
                }
            }
            return faults;
        }

        private static String plain(@Nullable BigDecimal number) {
            return number == null ? "" : number.toPlainString();
        }

        private void expect(List<String> faults, String name, String found) {
            String expected = cell(name);
            if (!expected.equals(NOT_CHECKED) && !expected.equals(found)) {
                faults.add(name + ": expected " + expected + ", found " + found);
            }
        }

        private void expectWords(List<String> faults, String name, Stream<String> found) {
            Set<String> words = found.collect(Collectors.toCollection(TreeSet::new));
            if (!cell(name).equals(NOT_CHECKED) && !words.equals(new TreeSet<>(words(name)))) {
                faults.add(name + ": expected " + words(name) + ", found " + words);
            }
        }

        private List<String> words(String name) {
            return Stream.of(cell(name).split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        @Override
        public String toString() {
            return file + " " + id() + " (" + cell("fact") + "): " + cell("says");
        }
    }

    public static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String file : FILES) {
            cases.addAll(read(file));
        }
        return cases;
    }

    private static List<Case> read(String file) {
        List<NamedCsvRecord> rows;
        try (InputStream in = Objects.requireNonNull(ChipCases.class.getResourceAsStream("cases/" + file), file);
                CsvReader<NamedCsvRecord> reader =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows = reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Chip> dense = chips(file, rows, false);
        Map<String, Chip> halved = chips(file, rows, true);
        List<Case> cases = new ArrayList<>();
        for (NamedCsvRecord row : rows) {
            boolean assume = row.findField("assume_2to4").orElse("").equals("yes");
            String id = row.getField("case");
            cases.add(new Case(file, row, Objects.requireNonNull((assume ? halved : dense).get(id), id)));
        }
        return cases;
    }

    /** Reads the rows as the command line would, each under the id of its case. */
    private static Map<String, Chip> chips(String file, List<NamedCsvRecord> rows, boolean assume2to4) {
        List<String> columns = rows.get(0).getHeader().stream()
                .filter(column -> !OF_CASES.contains(column))
                .toList();
        StringBuilder text = new StringBuilder("id");
        columns.forEach(column -> text.append(',').append(column));
        for (NamedCsvRecord row : rows) {
            text.append('\n').append(row.getField("case"));
            columns.forEach(
                    column -> text.append(",\"").append(row.getField(column)).append('"'));
        }
        Map<String, Chip> chips = new HashMap<>();
        try (InputStream in = new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8))) {
            ChipColumns.read(in, file, assume2to4, chip -> chips.put(chip.id(), chip), refused -> {
                throw new AssertionError(refused);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadInput e) {
            throw new AssertionError(e);
        }
        return chips;
    }
}
