package io.highfence.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a CSV file, checked as they pass: UTF-8, quotes that open and close where they may, cells of bounded
 * length. So each such fault has its line and cell, and a file that was cut inside a quoted cell does not pass for a whole
 * one.
 *
 * <p>What stands before a fault is passed on first, so that earlier rows are read and judged before it.
 */
final class CsvBytes extends FilterInputStream {
    private final int maxCell;
    private final char separator;
    private final boolean plainQuotes;
    private Quotes quotes = Quotes.CELL_START;
    private long line = 1;
    private int cell = 1;
    private int characters;
    private boolean afterReturn;
    private long openedOnLine;

    private final Utf8Check utf8 = new Utf8Check();
    private @Nullable Fault fault;

    CsvBytes(InputStream in, int maxCell) {
        this(in, maxCell, ',', false);
    }

    CsvBytes(InputStream in, int maxCell, char separator, boolean plainQuotes) {
        super(in);
        this.maxCell = maxCell;
        this.separator = separator;
        this.plainQuotes = plainQuotes;
    }

    /** Where the next byte stands. */
    private enum Quotes {
        CELL_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE
    }

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
            fault = check(bytes[from + i] & 0xFF);
            if (fault != null) {
                if (i == 0) {
                    throw fault;
                }
                return i;
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
            throw new Fault(line, cell, "the file ends in the middle of a character");
        }
        if (quotes == Quotes.QUOTED) {
            throw new Fault(openedOnLine, cell, "the quote that opens this cell is never closed");
        }
    }

    private @Nullable Fault check(int b) {
        boolean inside = utf8.isInside();
        if (!utf8.accepts(b)) {
            return new Fault(line, cell, "this cell holds a byte that is not UTF-8");
        }
        if (inside) {
            // Only the first byte of a character counts.
            return null;
        }
        if (b == '\n' || b == '\r') {
            boolean second = b == '\n' && afterReturn;
            line += second ? 0 : 1;
            afterReturn = b == '\r';
            if (quotes != Quotes.QUOTED) {
                start(1);
                return null;
            }
        } else {
            afterReturn = false;
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
        switch (b) {
            case '"' -> {
                if (quotes == Quotes.PLAIN) {
                    return plainQuotes
                            ? count()
                            : new Fault(line, cell, "a quote stands inside a cell that does not begin with one");
                }
                boolean opens = quotes == Quotes.CELL_START;
                openedOnLine = opens ? line : openedOnLine;
                quotes = Quotes.QUOTED;
                return opens ? null : count();
            }
            default -> {
                if (quotes == Quotes.AFTER_QUOTE) {
                    return new Fault(line, cell, "something stands behind the closing quote of this cell");
                }
                quotes = Quotes.PLAIN;
                return count();
            }
        }
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
