package io.highfence.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a CSV file, checked as they pass: UTF-8, quotes that open and close where they may, cells of bounded
 * length. So each such fault has its line and cell, and a file that was cut inside a quoted cell does not pass for a whole
 * one.
 *
 * <p>What stands before a fault is passed on first, so that earlier rows are read and judged before it.
 *
 * <p>Row by row, a byte that is not UTF-8 and a quote that may not stand where it does are faults of their row alone, to be
 * asked for when the row has been read: what is left of a line behind such a quote is passed on without quotes, so that the
 * row ends with its line.
 */
final class CsvBytes extends FilterInputStream {
    private final int maxCell;
    private final char separator;
    private final boolean plainQuotes;
    private final boolean rowByRow;
    private Quotes quotes = Quotes.CELL_START;
    private long line = 1;
    private int cell = 1;
    private int characters;
    private boolean afterReturn;
    private long openedOnLine;

    /** The line on which the present row begins. */
    private long row = 1;

    /** Whether the present row has a fault of its own, and whether quotes mean nothing on the rest of its line. */
    private boolean rowIsFaulty;

    private boolean withoutQuotes;

    /** Whether the line that was come to has a byte. */
    private boolean lineIsBegun;

    private final Deque<RowFault> rowFaults = new ArrayDeque<>();
    private final Utf8Check utf8 = new Utf8Check();
    private @Nullable Fault fault;

    CsvBytes(InputStream in, int maxCell) {
        this(in, maxCell, ',', false, false);
    }

    CsvBytes(InputStream in, int maxCell, char separator, boolean plainQuotes, boolean rowByRow) {
        super(in);
        this.maxCell = maxCell;
        this.separator = separator;
        this.plainQuotes = plainQuotes;
        this.rowByRow = rowByRow;
    }

    /** Where the next byte stands. */
    private enum Quotes {
        CELL_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

    /** A fault of one row, by the line on which the row begins. */
    private record RowFault(long row, Fault fault) {}

    /** A fault and its place. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;
        private final int cell;

        Fault(long line, int cell, String reason) {
            super(reason);
            this.line = line;
            this.cell = cell;
        }

        long line() {
            return line;
        }

        int cell() {
            return cell;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        int read = read(one, 0, 1);
        return read < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        int read = super.read(bytes, from, length);
        if (read < 0) {
            end();
            return read;
        }
        for (int i = 0; i < read; i++) {
            int b = bytes[from + i] & 0xFF;
            boolean closed = quotes == Quotes.AFTER_QUOTE;
            fault = check(b);
            if (fault != null) {
                if (rowByRow) {
                    fault = unread(fault, bytes, from + i + 1, from + read);
                }
                if (i == 0) {
                    throw fault;
                }
                return i;
            }
            if (withoutQuotes && closed) {
                // Behind a closing quote a parser takes nothing else.
                bytes[from + i] = (byte) separator;
            } else if (withoutQuotes && b == '"') {
                bytes[from + i] = '_';
            }
        }
        return read;
    }

    /** None while a fault waits, so that a decoder hands over what it has before it asks for more. */
    @Override
    public int available() throws IOException {
        return fault == null ? super.available() : 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void end() throws Fault {
        if (utf8.isInside()) {
            Fault cut = new Fault(line, cell, "the file ends in the middle of a character");
            if (!rowByRow) {
                throw cut;
            }
            note(cut);
        }
        if (quotes == Quotes.QUOTED) {
            String reason = "the quote that opens this cell is never closed";
            throw new Fault(openedOnLine, cell, rowByRow ? reason + unread() : reason);
        }
    }

    /** The fault of the row that begins on a line, and of it alone; null if it has none. Asked for once, row after row. */
    @Nullable
    Fault faultOfRow(long beginning) {
        RowFault first = rowFaults.peek();
        if (first == null || first.row() > beginning) {
            return null;
        }
        rowFaults.remove();
        return first.fault();
    }

    private void note(Fault found) {
        if (!rowIsFaulty) {
            rowFaults.add(new RowFault(row, found));
            rowIsFaulty = true;
        }
    }

    /** A fault behind which nothing is read, with the lines that are lost to it; of the last bytes read some are left. */
    private Fault unread(Fault of, byte[] bytes, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            countLine(bytes[i]);
        }
        byte[] more = new byte[1 << 13];
        for (int read = super.read(more, 0, more.length); read >= 0; read = super.read(more, 0, more.length)) {
            for (int i = 0; i < read; i++) {
                countLine(more[i]);
            }
        }
        return new Fault(of.line(), of.cell(), of.reason() + unread());
    }

    private String unread() {
        long last = lineIsBegun ? line : line - 1;
        return last <= row ? "; line " + row + " was not read" : "; lines " + row + " to " + last + " were not read";
    }

    /** Whether a byte ends a line, which is counted then. */
    private boolean countLine(int b) {
        if (b != '\n' && b != '\r') {
            afterReturn = false;
            lineIsBegun = true;
            return false;
        }
        line += b == '\n' && afterReturn ? 0 : 1;
        afterReturn = b == '\r';
        lineIsBegun = false;
        return true;
    }

    private @Nullable Fault check(int b) {
        boolean inside = utf8.isInside();
        if (!utf8.accepts(b)) {
            Fault bad = new Fault(line, cell, "this cell holds a byte that is not UTF-8");
            if (!rowByRow) {
                return bad;
            }
            // It counts as a character of its own.
            note(bad);
            utf8.reset();
            inside = false;
        }
        if (inside) {
            // Only the first byte of a character counts.
            return null;
        }
        if (countLine(b) && quotes != Quotes.QUOTED) {
            start(1);
            row = line;
            rowIsFaulty = false;
            withoutQuotes = false;
            return null;
        }
        return quotes == Quotes.QUOTED ? inQuotes(b) : outside(b);
    }

    private @Nullable Fault inQuotes(int b) {
        if (b == '"') {
            quotes = Quotes.AFTER_QUOTE;
            return null;
        }
        return count();
    }

    private @Nullable Fault outside(int b) {
        if (b == separator) {
            start(cell + 1);
            return null;
        }
        if (withoutQuotes) {
            return count();
        }
        switch (b) {
            case '"' -> {
                if (quotes == Quotes.PLAIN) {
                    return plainQuotes
                            ? count()
                            : stray(new Fault(line, cell, "a quote stands inside a cell that does not begin with one"));
                }
                boolean opens = quotes == Quotes.CELL_START;
                openedOnLine = opens ? line : openedOnLine;
                quotes = Quotes.QUOTED;
                return opens ? null : count();
            }
            default -> {
                if (quotes == Quotes.AFTER_QUOTE) {
                    quotes = Quotes.PLAIN;
                    return stray(new Fault(line, cell, "something stands behind the closing quote of this cell"));
                }
                quotes = Quotes.PLAIN;
                return count();
            }
        }
    }

    private @Nullable Fault stray(Fault found) {
        if (!rowByRow) {
            return found;
        }
        note(found);
        withoutQuotes = true;
        return count();
    }

    private void start(int nextCell) {
        cell = nextCell;
        characters = 0;
        quotes = Quotes.CELL_START;
    }

    private @Nullable Fault count() {
        characters++;
        return characters > maxCell
                ? new Fault(line, cell, "this cell is longer than " + maxCell + " characters; is a quote missing?")
                : null;
    }
}
