package io.highfence.chip;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.highfence.base.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a table in CSV: UTF-8, a header of known columns in any order, one map of cells a row. */
final class CsvRows {
    private CsvRows() {}

    /**
     * Reads all rows.
     *
     * @param known the columns that may be there
     * @param out takes each sound row, by column; blank cells are left out
     * @param refused takes each row with too few or too many cells
     */
    static void read(
            InputStream in,
            String file,
            Set<String> known,
            Consumer<Map<String, String>> out,
            Consumer<BadInput> refused)
            throws IOException, BadInput {
        long line = 1;
        try (CloseableIterator<CsvRecord> records = reader(in).iterator()) {
            if (!records.hasNext()) {
                throw new BadInput(file, 1, 1, "the header line is missing");
            }
            List<String> header = header(records.next(), file, known);
            while (records.hasNext()) {
                CsvRecord row = records.next();
                line = row.getStartingLineNumber();
                int cells = row.getFieldCount();
                if (cells == header.size()) {
                    out.accept(cells(header, row));
                } else {
                    refused.accept(new BadInput(
                            file,
                            line,
                            Math.min(cells, header.size()) + 1,
                            "the row has " + cells + " cells, the header " + header.size()));
                }
            }
        } catch (CsvParseException e) {
            throw new BadInput(file, line, 0, "from here on the file is no CSV: " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw notUtf8(file, line, e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                throw notUtf8(file, line, e);
            }
            throw e.getCause();
        }
    }

    private static BadInput notUtf8(String file, long line, Exception cause) {
        return new BadInput(file, line, 0, "at or after this line the bytes are not UTF-8", cause);
    }

    private static CsvReader<CsvRecord> reader(InputStream in) throws IOException {
        Reader text = new BufferedReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        return CsvReader.builder()
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    private static List<String> header(CsvRecord row, String file, Set<String> known) throws BadInput {
        List<String> header = new ArrayList<>();
        for (String cell : row.getFields()) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            String fault = null;
            if (!known.contains(name)) {
                fault = "there is no column '" + cell + "'; known are " + known;
            } else if (header.contains(name)) {
                fault = "the column '" + name + "' is there twice";
            }
            if (fault != null) {
                throw new BadInput(file, row.getStartingLineNumber(), header.size() + 1, fault);
            }
            header.add(name);
        }
        return header;
    }

    private static Map<String, String> cells(List<String> header, CsvRecord row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            String cell = row.getField(i).strip();
            if (!cell.isEmpty()) {
                cells.put(header.get(i), cell);
            }
        }
        return cells;
    }
}
