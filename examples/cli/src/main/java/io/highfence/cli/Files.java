package io.highfence.cli;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Files as the command line names them: {@code -} is standard input or output, and {@code .gz} is packed. */
final class Files {
    private static final int BUFFER = 1 << 16;

    private Files() {}

    static InputStream open(String name) throws IOException {
        if (name.equals("-")) {
            return System.in;
        }
        Path path = path(name);
        if (java.nio.file.Files.isDirectory(path)) {
            throw new FileSystemException(name, null, "it is a folder");
        }
        InputStream in = new BufferedInputStream(java.nio.file.Files.newInputStream(path), BUFFER);
        return name.endsWith(".gz") ? new BufferedInputStream(new PackedInput(in, name, BUFFER), BUFFER) : in;
    }

    private static Path path(String name) throws NoSuchFileException {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new NoSuchFileException(name);
        }
    }

    /** Opens for writing; standard output is flushed at the end, not closed. */
    static Writer create(String name, PrintStream standardOutput) throws IOException {
        if (name.equals("-")) {
            return new OutputStreamWriter(new KeptOpen(standardOutput), StandardCharsets.UTF_8);
        }
        Path path = path(name);
        if (java.nio.file.Files.isDirectory(path)) {
            throw new FileSystemException(name, null, "it is a folder");
        }
        OutputStream out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(path), BUFFER);
        return new OutputStreamWriter(name.endsWith(".gz") ? new GZIPOutputStream(out) : out, StandardCharsets.UTF_8);
    }

    /** Standard output, which outlives a command; a command whose answers are lost stops. */
    private static final class KeptOpen extends BufferedOutputStream {
        private final PrintStream standardOutput;

        KeptOpen(PrintStream standardOutput) {
            super(standardOutput, BUFFER);
            this.standardOutput = standardOutput;
        }

        @Override
        public synchronized void flush() throws IOException {
            super.flush();
            if (standardOutput.checkError()) {
                throw new StandardOutput.Lost();
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
