package io.highfence.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Standard output in UTF-8 that keeps its first fault, which a {@link PrintStream} alone forgets. */
final class StandardOutput extends PrintStream {
    private final Kept kept;

    StandardOutput(OutputStream out) {
        this(new Kept(out));
    }

    private StandardOutput(Kept kept) {
        super(kept, false, StandardCharsets.UTF_8);
        this.kept = kept;
    }

    /** Answers that did not reach standard output; said at the end of the command. */
    static final class Lost extends IOException {
        private static final long serialVersionUID = 1L;

        Lost() {
            super("Standard output cannot be written");
        }
    }

    /** Whether anything that was written was lost; says so unless the reader went away, as {@code head} does. */
    static boolean isLost(PrintStream out, PrintStream err) {
        if (!out.checkError()) {
            return false;
        }
        IOException fault = out instanceof StandardOutput own ? own.kept.fault : null;
        String reason = fault == null ? "" : String.valueOf(fault.getMessage());
        if (!reason.contains("Broken pipe")) {
            err.println("Standard output cannot be written" + (reason.isEmpty() ? "" : ": " + reason));
        }
        return true;
    }

    private static final class Kept extends FilterOutputStream {
        private @Nullable IOException fault;

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                out.write(bytes, from, length);
            } catch (IOException e) {
                fault = fault == null ? e : fault;
                throw e;
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                fault = fault == null ? e : fault;
                throw e;
            }
        }
    }
}
