package io.highfence.input;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A table of which a spreadsheet has put each line into one pair of quotes and padded it with tabulators, as it was before; any
 * other text passes unchanged.
 *
 * <p>Only where the first line is one pair of quotes around cells is anything done at all. A line without its second quote, as at
 * the end of a file that was cut, keeps the first one, so that who reads on finds it never closed.
 */
public final class UnwrappedLines extends InputStream {
    /** The longest line; longer ones pass in pieces as they are. */
    private static final int MAX_LINE = 4 << 20;

    private final InputStream in;
    private final int separator;
    private byte[] line = {};
    private int at;
    private boolean begun;
    private boolean wrapped;

    /**
     * Begins with a stream.
     *
     * @param in the bytes; the caller's to close
     * @param separator what separates the cells
     */
    public UnwrappedLines(InputStream in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    @Override
    public int read() throws IOException {
        if (begun && !wrapped) {
            return at < line.length ? line[at++] & 0xFF : in.read();
        }
        if (at == line.length) {
            byte[] next = line();
            if (next.length == 0) {
                return -1;
            }
            if (!begun) {
                begun = true;
                wrapped = isWrapped(next);
            }
            line = wrapped ? unwrapped(next) : next;
            at = 0;
        }
        return line[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = 0;
        while (count < most) {
            if (begun && !wrapped && at == line.length) {
                int read = in.read(into, from + count, most - count);
                return read < 0 ? (count == 0 ? -1 : count) : count + read;
            }
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            into[from + count++] = (byte) next;
        }
        return count;
    }

    /** The next line with its end; empty at the end of the stream. */
    private byte[] line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int next = in.read();
        while (next >= 0) {
            bytes.write(next);
            if (next == '\n' || bytes.size() == MAX_LINE) {
                break;
            }
            next = in.read();
        }
        return bytes.toByteArray();
    }

    private static int endOf(byte[] line) {
        int end = line.length;
        while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r')) {
            end--;
        }
        return end;
    }

    /** Whether a line is one pair of quotes around several cells. */
    private boolean isWrapped(byte[] line) {
        int end = endOf(line);
        boolean several = false;
        for (int i = 1; i < end - 1; i++) {
            if (line[i] == '"') {
                return false;
            }
            several |= line[i] == separator;
        }
        return several && line[0] == '"' && line[end - 1] == '"';
    }

    private static byte[] unwrapped(byte[] line) {
        int end = endOf(line);
        if (end < 2 || line[0] != '"' || line[end - 1] != '"') {
            return line;
        }
        int inner = end - 1;
        while (inner > 1 && line[inner - 1] == '\t') {
            inner--;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(line.length);
        for (int i = 1; i < inner; i++) {
            bytes.write(line[i]);
            if (line[i] == '"' && i + 1 < inner && line[i + 1] == '"') {
                i++;
            }
        }
        bytes.write(line, end, line.length - end);
        // A line that held nothing still has its end.
        return bytes.size() == 0 ? line : bytes.toByteArray();
    }
}
