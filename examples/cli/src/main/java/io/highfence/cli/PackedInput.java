package io.highfence.cli;

import io.highfence.base.BadInput;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** A packed file as it unpacks, whose faults name the file and the line that it came to. */
final class PackedInput extends InputStream {
    private final InputStream packed;
    private final String file;
    private final int buffer;
    private @Nullable InputStream unpacked;
    private long line = 1;

    PackedInput(InputStream packed, String file, int buffer) {
        this.packed = packed;
        this.file = file;
        this.buffer = buffer;
    }

    /** A file that cannot be unpacked on. */
    static final class Fault extends IOException {
        private static final long serialVersionUID = 1L;
        private final String file;
        private final long line;

        private Fault(String file, long line, IOException cause) {
            super("this packed file cannot be unpacked: " + cause.getMessage(), cause);
            this.file = file;
            this.line = line;
        }

        BadInput badInput() {
            return new BadInput(file, line, 0, String.valueOf(getMessage()), this);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            if (unpacked == null) {
                unpacked = new GZIPInputStream(packed, buffer);
            }
            int read = unpacked.read(bytes, from, length);
            for (int i = 0; i < read; i++) {
                line += bytes[from + i] == '\n' ? 1 : 0;
            }
            return read;
        } catch (ZipException | EOFException e) {
            throw new Fault(file, line, e);
        }
    }

    /** None, so that who reads ahead hands over what unpacked before it asks for what may not. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
