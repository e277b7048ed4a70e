package io.highfence.list;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The unpacked bytes of a gzip file, which may be packed in several pieces.
 *
 * <p>The JDK takes whatever it cannot read behind a piece for the end, so a file that was cut in the head of its second piece
 * would pass for a whole one. Here nothing may follow the last piece.
 */
final class PackedStream extends GZIPInputStream {
    /** The check sum and the length that end a piece. */
    private static final int TRAILER = 8;

    private final Counted packed;

    /** How many packed bytes had been taken when the inflater was last given some. */
    private long given;

    PackedStream(InputStream packed, int buffer) throws IOException {
        this(new Counted(packed), buffer);
    }

    private PackedStream(Counted packed, int buffer) throws IOException {
        super(packed, buffer);
        this.packed = packed;
    }

    @Override
    protected void fill() throws IOException {
        super.fill();
        given = packed.count;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        if (read < 0) {
            long end = given - inf.getRemaining() + TRAILER;
            if (packed.read() >= 0 || packed.count != end) {
                throw new ZipException("something stands behind its end");
            }
        }
        return read;
    }

    /** Counts the bytes that were taken. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
