package io.highfence.input;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A CSV table with a header line, in UTF-8 with or without a byte-order mark.
 *
 * <p>Columns are found by name. A row with the wrong number of cells, or one that repeats the header, is refused and
 * reading goes on; what cannot be read on from is a fault that ends the reading. What that is depends on the use: a list is
 * of no use without one of its rows, a batch is.
 */
public final class CsvInput {
    /** The longest cell, in characters; the longest in a published list is an address cell of some 20,000. */
    private static final int MAX_CELL = 400_000;

    /** Holds twice that, as a doubled quote takes two places; a power of two, as the buffer grows by doubling. */
    private static final int MAX_BUFFER = 1 << 20;

    /** How a file of an old system ends. */
    private static final String END = "\u001A";

    private final String file;
    private final Set<String> known;
    private final Set<String> required;
    private final Consumer<BadInput> refused;
    private List<String> header = List.of();
    private boolean onlyKnown;
    private char separator = ',';
    private boolean plainQuotes;
    private boolean rowByRow;
    private Set<String> repeated = Set.of();
    private @Nullable List<String> fixed;
    private @Nullable Consumer<List<String>> banner;
    private @Nullable String toldOf;
    private @Nullable Consumer<String> told;

    /**
     * Prepares a reading.
     *
     * @param file the name for messages
     * @param known the columns that will be asked for
     * @param required the columns that must be there
     * @param refused takes each row that could not be read
     */
    public CsvInput(String file, Set<String> known, Set<String> required, Consumer<BadInput> refused) {
        this.file = file;
        this.known = known;
        this.required = required;
        this.refused = refused;
    }

    /**
     * Refuses a table with a column that is not known, where a misspelt column would change answers.
     *
     * @return this reading
     */
    public CsvInput onlyKnown() {
        onlyKnown = true;
        return this;
    }

    /**
     * Reads a table whose cells are separated by another character than a comma.
     *
     * @param character the character, one of ASCII
     * @return this reading
     */
    public CsvInput separatedBy(char character) {
        separator = character;
        return this;
    }

    /**
     * Takes quotes inside a cell that does not begin with one for what they are, as some publishers write names.
     *
     * @return this reading
     */
    public CsvInput plainQuotes() {
        plainQuotes = true;
        return this;
    }

    /**
     * Refuses a row below the header that has a byte that is not UTF-8, or a quote where none may stand, as one with the wrong
     * number of cells is; without this such a fault ends the reading. A fault that ends it says which lines were not read.
     *
     * @return this reading
     */
    public CsvInput rowByRow() {
        rowByRow = true;
        return this;
    }

    /**
     * Reads a table without a header line. A lone character 26 as the last line is its end, as old systems write it.
     *
     * @param columns the names of its columns, in lower case and in their order
     * @return this reading
     */
    public CsvInput columns(List<String> columns) {
        fixed = columns;
        return this;
    }

    /**
     * Reads a table with one line before its header.
     *
     * @param taker takes the cells of that line
     * @return this reading
     */
    public CsvInput banner(Consumer<List<String>> taker) {
        banner = taker;
        return this;
    }

    /**
     * Allows columns that the publisher repeats with the same content; the first of each counts.
     *
     * @param columns their names in lower case
     * @return this reading
     */
    public CsvInput repeated(Set<String> columns) {
        repeated = columns;
        return this;
    }

    /**
     * Also tells, of each row that is refused, what stands in the place of one column.
     *
     * @param column the column
     * @param taker takes the text, after the fault was told; blank if the row does not reach so far
     * @return this reading
     */
    public CsvInput tellRefused(String column, Consumer<String> taker) {
        toldOf = column;
        told = taker;
        return this;
    }

    /** Takes one row. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes one row.
         *
         * @param row the row; valid only during the call
         * @throws BadInput to end the reading
         */
        void take(Row row) throws BadInput;
    }

    /** One row, cells by column. */
    public static final class Row {
        private final Map<String, String> cells;
        private final List<String> header;
        private final long line;
        private final long number;

        private Row(Map<String, String> cells, List<String> header, long line, long number) {
            this.cells = cells;
            this.header = header;
            this.line = line;
            this.number = number;
        }

        /**
         * A cell.
         *
         * @param column the column's name
         * @return the text, blank if the table has no such column
         */
        public String get(String column) {
            return cells.getOrDefault(column, "");
        }

        /**
         * All cells of columns that the table has.
         *
         * @return column to text
         */
        public Map<String, String> cells() {
            return cells;
        }

        /**
         * Where a column stands, for messages.
         *
         * @param column the column's name
         * @return counted from 1, or 0 if the table has no such column
         */
        public int column(String column) {
            return header.indexOf(column) + 1;
        }

        /**
         * The line on which the row begins.
         *
         * @return counted from 1
         */
        public long line() {
            return line;
        }

        /**
         * The number of the row below the header.
         *
         * @return counted from 1
         */
        public long number() {
            return number;
        }
    }

    /**
     * Reads the table to its end.
     *
     * @param in the bytes; not closed
     * @param out takes each good row as it is read
     * @return columns that the table has and nobody asked for
     * @throws IOException if the stream cannot be read
     * @throws BadInput if there is no header, a required column is missing or stands twice, a quote has no end, a cell is
     *     too long, or a byte is not UTF-8 and the rows are not read one by one
     */
    public List<String> read(InputStream in, Sink out) throws IOException, BadInput {
        long[] line = {1};
        // Row by row the bytes tell of what is malformed, each at its row.
        CodingErrorAction malformed = rowByRow ? CodingErrorAction.REPLACE : CodingErrorAction.REPORT;
        try {
            CsvBytes bytes = new CsvBytes(ByteOrderMark.passOver(in), MAX_CELL, separator, plainQuotes, rowByRow);
            // Closing the CSV reader would close the caller's stream.
            @SuppressWarnings("resource")
            CsvReader<CsvRecord> csv = CsvReader.builder()
                    .detectBomHeader(false)
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(MAX_BUFFER)
                    .ofCsvRecord(new InputStreamReader(
                            bytes,
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(malformed)
                                    .onUnmappableCharacter(malformed)));
            return rows(csv.iterator(), bytes, out, line);
        } catch (CsvParseException e) {
            if (e.getCause() instanceof IOException io) {
                throw unreadable(io, line[0]);
            }
            throw new BadInput(file, line[0], 0, "this CSV cannot be read on: " + e.getMessage(), e);
        } catch (UncheckedIOException e) {
            throw unreadable(e.getCause(), line[0]);
        } catch (CharacterCodingException e) {
            throw unreadable(e, line[0]);
        }
    }

    private List<String> rows(Iterator<CsvRecord> rows, CsvBytes bytes, Sink out, long[] line) throws BadInput {
        if (!rows.hasNext()) {
            throw new BadInput(
                    file, 1, 1, "the file is empty" + (fixed == null ? "; its first line must name the columns" : ""));
        }
        if (banner != null) {
            CsvRecord first = rows.next();
            banner.accept(first.getFields());
            if (!rows.hasNext()) {
                throw new BadInput(file, 2, 1, "the file ends before the line that names the columns");
            }
        }
        if (fixed == null) {
            CsvRecord first = rows.next();
            CsvBytes.Fault fault = bytes.faultOfRow(first.getStartingLineNumber());
            if (fault != null) {
                throw badInput(fault);
            }
            header = header(first);
        } else {
            header = fixed;
        }
        for (long number = 1; rows.hasNext(); number++) {
            CsvRecord record = rows.next();
            line[0] = record.getStartingLineNumber();
            int cells = record.getFieldCount();
            CsvBytes.Fault fault = bytes.faultOfRow(line[0]);
            if (fault != null) {
                refused.accept(badInput(fault));
                tell(record);
            } else if (fixed != null && cells == 1 && record.getField(0).equals(END) && !rows.hasNext()) {
                break;
            } else if (cells != header.size()) {
                refused.accept(new BadInput(
                        file,
                        line[0],
                        Math.min(cells, header.size()) + 1,
                        "this row has " + cells + " cells, the header has " + header.size()));
                tell(record);
            } else if (record.getFields().stream()
                    .map(CsvInput::columnName)
                    .toList()
                    .equals(header)) {
                refused.accept(new BadInput(file, line[0], 1, "this row repeats the header"));
                tell(record);
            } else {
                Map<String, String> byColumn = new HashMap<>(2 * cells);
                for (int i = 0; i < cells; i++) {
                    byColumn.putIfAbsent(header.get(i), record.getField(i));
                }
                out.take(new Row(byColumn, header, line[0], number));
            }
        }
        return header.stream().filter(column -> !known.contains(column)).toList();
    }

    private void tell(CsvRecord record) {
        if (told != null) {
            int at = header.indexOf(toldOf);
            told.accept(at >= 0 && at < record.getFieldCount() ? record.getField(at) : "");
        }
    }

    private List<String> header(CsvRecord first) throws BadInput {
        List<String> columns = new ArrayList<>();
        long line = first.getStartingLineNumber();
        for (int i = 0; i < first.getFieldCount(); i++) {
            String column = columnName(first.getField(i));
            if (columns.contains(column) && !repeated.contains(column)) {
                throw new BadInput(file, line, i + 1, "the column '" + column + "' stands twice");
            }
            if (onlyKnown && !known.contains(column)) {
                throw new BadInput(file, line, i + 1, "there is no column '" + column + "'; known are " + known);
            }
            columns.add(column);
        }
        for (String column : required) {
            if (!columns.contains(column)) {
                throw new BadInput(
                        file,
                        line,
                        1,
                        (line == 1 ? "the first line" : "this line") + " must name the columns, and '" + column
                                + "' is not among them");
            }
        }
        return columns;
    }

    private static String columnName(String cell) {
        return cell.strip().toLowerCase(Locale.ROOT);
    }

    private BadInput badInput(CsvBytes.Fault fault) {
        return new BadInput(file, fault.line(), fault.cell(), fault.reason(), fault);
    }

    private BadInput unreadable(@Nullable IOException cause, long line) throws IOException {
        if (cause instanceof CsvBytes.Fault fault) {
            return badInput(fault);
        }
        if (cause instanceof CharacterCodingException) {
            return new BadInput(file, line, 0, "on or soon after this line stands a byte that is not UTF-8", cause);
        }
        throw cause == null ? new IOException(file + " cannot be read") : cause;
    }
}
