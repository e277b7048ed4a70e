package io.highfence.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an XML file, checked as they pass: UTF-8 where the file names no other encoding, or ASCII where it names that, and
 * no more for one event than allowed.
 *
 * <p>The parser of the JDK finds such bytes too, but it does not say where, and writes a line to standard error each time.
 */
final class XmlBytes extends FilterInputStream {
    /** The most bytes of a declaration that are looked at for an encoding. */
    private static final int DECLARATION = 256;

    private static final String UTF_8 = "UTF-8";
    private static final String ASCII = "US-ASCII";

    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*?\\sencoding\\s*+=\\s*+[\"']([A-Za-z0-9._-]++)[\"']");

    private final long mostForOneEvent;
    private final String encoding;
    private final boolean checked;
    private final Utf8Check check = new Utf8Check();
    private long left;
    private long line = 1;
    private int column = 1;
    private boolean afterReturn;
    private @Nullable WrongByte wrong;

    XmlBytes(InputStream in, long mostForOneEvent) throws IOException {
        this(new PushbackInputStream(in, DECLARATION), mostForOneEvent);
    }

    private XmlBytes(PushbackInputStream in, long mostForOneEvent) throws IOException {
        super(in);
        this.mostForOneEvent = mostForOneEvent;
        this.left = mostForOneEvent;
        byte[] start = in.readNBytes(DECLARATION);
        in.unread(start);
        this.encoding = encoding(start);
        this.checked = encoding.equals(UTF_8) || encoding.equals(ASCII);
    }

    /** Too many bytes were taken for one event. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** A byte that is not in the encoding of the file, with its place. */
    static final class WrongByte extends IOException {
        private static final long serialVersionUID = 1L;
        private final long line;
        private final int column;

        WrongByte(String encoding, long line, int column) {
            super("here stands a byte that is not " + encoding);
            this.line = line;
            this.column = column;
        }

        long line() {
            return line;
        }

        int column() {
            return column;
        }

        String reason() {
            return String.valueOf(getMessage());
        }
    }

    /** Encodings of two bytes show in the first two, others in the declaration; blank for one that is not checked here. */
    private static String encoding(byte[] start) {
        if (start.length >= 2
                && (start[0] == 0 || start[1] == 0 || ((start[0] & 0xFE) == 0xFE && (start[1] & 0xFE) == 0xFE))) {
            return "";
        }
        Matcher named = ENCODING.matcher(new String(start, StandardCharsets.ISO_8859_1));
        if (!named.find()) {
            return UTF_8;
        }
        return switch (named.group(1).toUpperCase(Locale.ROOT)) {
            case UTF_8 -> UTF_8;
            case ASCII, "ASCII", "ISO646-US" -> ASCII;
            default -> "";
        };
    }

    /** The parser closes what it has read to the end; the stream belongs to the caller. */
    @Override
    public void close() {}

    /** Allows the bytes of the next event. */
    void allow() {
        left = mostForOneEvent;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (wrong != null) {
            throw wrong;
        }
        int read = super.read(into, from, most);
        left -= Math.max(read, 0);
        if (left < 0) {
            throw new TooMuch();
        }
        if (checked) {
            for (int i = 0; i < read; i++) {
                int next = into[from + i] & 0xFF;
                boolean inside = check.isInside();
                if (!check.accepts(next) || (next >= 0x80 && encoding.equals(ASCII))) {
                    // What stands before it is passed on first, so that earlier records are judged before it.
                    wrong = new WrongByte(encoding, line, inside ? column - 1 : column);
                    if (i == 0) {
                        throw wrong;
                    }
                    return i;
                }
                count(next);
            }
            if (read < 0 && check.isInside()) {
                throw new WrongByte(encoding, line, column - 1);
            }
        }
        return read;
    }

    /** Columns count characters; the bytes behind the first one of a character are none. */
    private void count(int next) {
        if (next == '\n' && afterReturn) {
            afterReturn = false;
            return;
        }
        afterReturn = next == '\r';
        if (next == '\n' || next == '\r') {
            line++;
            column = 1;
        } else if ((next & 0xC0) != 0x80) {
            column++;
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
