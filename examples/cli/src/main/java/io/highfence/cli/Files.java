package io.highfence.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Files as the command line names them: {@code -} is standard input or output, and {@code .gz} is packed. */
final class Files {
    private static final int BUFFER = 1 << 16;

    private Files() {}

    static InputStream open(String name) throws IOException {
        if (name.equals("-")) {
            return System.in;
        }
        Path path = Path.of(name);
        if (!java.nio.file.Files.isRegularFile(path) && !java.nio.file.Files.isReadable(path)) {
            throw new NoSuchFileException(name);
        }
        InputStream in = new BufferedInputStream(java.nio.file.Files.newInputStream(path), BUFFER);
        return name.endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
    }

    /** Opens for writing; standard output is flushed at the end, not closed. */
    static Writer create(String name, PrintStream standardOutput) throws IOException {
        if (name.equals("-")) {
            return new OutputStreamWriter(new KeptOpen(standardOutput), StandardCharsets.UTF_8);
        }
        OutputStream out = new BufferedOutputStream(new FileOutputStream(name), BUFFER);
        return new OutputStreamWriter(name.endsWith(".gz") ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8);
    }

    /** Standard output, which outlives a command. */
    private static final class KeptOpen extends BufferedOutputStream {
        KeptOpen(OutputStream out) {
            super(out, BUFFER);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
