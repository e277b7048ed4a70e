package io.highfence.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** A stream that can give once more what it has given since a place, so that reading can go on behind what could not be read. */
public final class KeptBytes extends InputStream {
    static final int CHUNK = 1 << 13;

    private final InputStream in;
    private boolean keeping;
    private byte[] kept = new byte[0];
    private int length;

    /** Of the kept bytes, how many were given. */
    private int position;

    /** The offset of the first kept byte. */
    private long offset;

    /** A stream over another one, which stays open; nothing is kept at first. */
    public KeptBytes(InputStream in) {
        this.in = in;
    }

    /** Keeps what lies behind an offset, which may not lie before what is kept already. */
    public void keepFrom(long from) {
        keeping = true;
        drop((int) (from - offset));
        offset = from;
    }

    /** Gives the kept bytes from an index on once more, as the first ones of the stream. */
    void again(int index) {
        drop(index);
        offset = 0;
        position = 0;
    }

    /**
     * Gives up what begins with the first kept byte, and gives what stands on the line behind the one on which it begins as
     * the first bytes of the stream.
     *
     * @param always false to do so only if that line begins with a brace, as a line that is an object does
     * @return how many lines were passed over; 0 if it was not done
     */
    public long nextLine(boolean always) throws IOException {
        int end = 0;
        long lines = 0;
        while (isBlank(at(end))) {
            lines += isLineEnd(end) ? 1 : 0;
            end++;
        }
        while (at(end) >= 0 && !isLineEnd(end)) {
            if (++end == CHUNK) {
                // However long the line is, no more of it is kept.
                again(end);
                end = 0;
            }
        }
        boolean last = at(end) < 0 || at(end + 1) < 0;
        if (!last && !always && at(end + 1) != '{') {
            return 0;
        }
        again(at(end) < 0 ? end : end + 1);
        return lines + 1;
    }

    /** Whether an object, or nothing, comes behind what was given up. */
    public boolean isBeforeObject() throws IOException {
        int next = 0;
        while (isBlank(at(next))) {
            next++;
        }
        return at(next) == '{' || at(next) < 0;
    }

    private static boolean isBlank(int read) {
        return read == ' ' || read == '\t' || read == '\r' || read == '\n';
    }

    /** Whether a line ends with the kept byte: a line feed, or a carriage return without one behind it. */
    private boolean isLineEnd(int place) throws IOException {
        return at(place) == '\n' || (at(place) == '\r' && at(place + 1) != '\n');
    }

    private void drop(int count) {
        length -= count;
        position -= count;
        System.arraycopy(kept, count, kept, 0, length);
    }

    /** A kept byte, read on from the source where it must be, or -1 at the end. */
    int at(int index) throws IOException {
        while (index >= length) {
            byte[] more = new byte[CHUNK];
            int count = in.read(more, 0, CHUNK);
            if (count < 0) {
                return -1;
            }
            keep(more, 0, count);
        }
        return kept[index] & 0xFF;
    }

    private void keep(byte[] bytes, int from, int count) {
        if (kept.length < length + count) {
            kept = Arrays.copyOf(kept, Math.max(length + count, 2 * kept.length));
        }
        System.arraycopy(bytes, from, kept, length, count);
        length += count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (position < length) {
            int count = Math.min(most, length - position);
            System.arraycopy(kept, position, into, from, count);
            position += count;
            return count;
        }
        int count = in.read(into, from, most);
        if (count > 0 && keeping) {
            keep(into, from, count);
            position = length;
        }
        return count;
    }
}
