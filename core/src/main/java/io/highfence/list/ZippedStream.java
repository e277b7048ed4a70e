package io.highfence.list;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked bytes of a zip file that holds one file, as the Treasury publishes its enhanced XML.
 *
 * <p>The JDK's stream stops at the table that ends a zip file; here that must stand there whole, so that a cut file is none.
 */
final class ZippedStream extends InputStream {
    private final Tail packed;
    private final ZipInputStream zip;
    private boolean ended;

    ZippedStream(InputStream in) throws IOException {
        packed = new Tail(in);
        zip = new ZipInputStream(packed);
        if (nextFile() == null) {
            throw new ZipException("it holds no file");
        }
    }

    private @Nullable ZipEntry nextFile() throws IOException {
        try {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null && entry.isDirectory()) {
                entry = zip.getNextEntry();
            }
            return entry;
        } catch (IllegalArgumentException e) {
            // The name of a file in it is in no encoding.
            throw (ZipException) new ZipException("the name of a file in it cannot be read").initCause(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (ended) {
            return -1;
        }
        int read = zip.read(into, from, most);
        if (read < 0) {
            if (nextFile() != null) {
                throw new ZipException("it holds more than one file");
            }
            packed.transferTo(OutputStream.nullOutputStream());
            if (!packed.endsAsItShould()) {
                // A parser may take the end of a file that comes too early for its end.
                throw new ZipException("it is cut off");
            }
            ended = true;
        }
        return read;
    }

    /** Keeps the last bytes that were taken. */
    private static final class Tail extends FilterInputStream {
        /** The length of the record that ends a zip file without a remark. */
        private static final int LENGTH = 22;

        private final byte[] last = new byte[LENGTH];
        private long count;

        Tail(InputStream in) {
            super(in);
        }

        private void keep(int b) {
            last[(int) (count++ % LENGTH)] = (byte) b;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                keep(read);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            for (int i = Math.max(0, read - LENGTH); i < read; i++) {
                last[(int) ((count + i) % LENGTH)] = into[from + i];
            }
            count += Math.max(0, read);
            return read;
        }

        boolean endsAsItShould() {
            int start = (int) (count % LENGTH);
            return count >= LENGTH
                    && last[start] == 'P'
                    && last[(start + 1) % LENGTH] == 'K'
                    && last[(start + 2) % LENGTH] == 5
                    && last[(start + 3) % LENGTH] == 6;
        }
    }
}
