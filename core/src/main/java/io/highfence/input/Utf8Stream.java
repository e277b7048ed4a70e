package io.highfence.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a text that is in UTF-8 or else in windows-1252, as UTF-8.
 *
 * <p>The first byte beyond ASCII decides: where it begins a character of UTF-8, the text is taken for UTF-8 to its end. Bytes that
 * windows-1252 does not have are passed on as they are, so that who reads on finds them.
 */
public final class Utf8Stream extends InputStream {
    /** What windows-1252 has where ISO 8859-1 has control characters, from 0x80 on; zero where it has nothing. */
    private static final String UPPER =
            "\u20AC\0\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\0\u017D\0"
                    + "\0\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\0\u017E\u0178";

    private static final int BUFFER = 1 << 13;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private boolean decided;
    private boolean utf8;

    /** The rest of a character that was turned into UTF-8. */
    private byte[] rest = {};

    private int restAt;

    /**
     * Begins with a stream.
     *
     * @param in the bytes; the caller's to close
     */
    public Utf8Stream(InputStream in) {
        this.in = in;
    }

    /**
     * Whether what was read so far is UTF-8.
     *
     * @return true as long as there was nothing but ASCII
     */
    public boolean isUtf8() {
        return utf8 || !decided;
    }

    private boolean fill(int need) throws IOException {
        if (end - at >= need) {
            return true;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (end < need) {
            int read = in.read(buffer, end, BUFFER - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    @Override
    public int read() throws IOException {
        if (restAt < rest.length) {
            return rest[restAt++] & 0xFF;
        }
        if (!fill(1)) {
            return -1;
        }
        int next = buffer[at] & 0xFF;
        if (next >= 0x80 && !decided) {
            utf8 = beginsCharacter(next);
            decided = true;
        }
        at++;
        if (next < 0x80 || utf8) {
            return next;
        }
        char character = next < 0xA0 ? UPPER.charAt(next - 0x80) : (char) next;
        if (character == 0) {
            return next;
        }
        rest = String.valueOf(character).getBytes(StandardCharsets.UTF_8);
        restAt = 1;
        return rest[0] & 0xFF;
    }

    private boolean beginsCharacter(int first) throws IOException {
        int more = first >= 0xF0 && first <= 0xF4 ? 3 : first >= 0xE0 ? 2 : 1;
        if (first < 0xC2 || first > 0xF4 || !fill(1 + more)) {
            return false;
        }
        for (int i = 1; i <= more; i++) {
            if ((buffer[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int count = 0;
        while (count < most) {
            int next = read();
            if (next < 0) {
                return count == 0 && most > 0 ? -1 : count;
            }
            into[from + count++] = (byte) next;
        }
        return count;
    }
}
