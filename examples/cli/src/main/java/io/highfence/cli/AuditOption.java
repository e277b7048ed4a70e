package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.report.AuditLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name the log to which decisions are appended. */
final class AuditOption {
    @Option(
            names = "--audit",
            paramLabel = "FILE",
            description = {
                "Append an audit record of every decision to this log, each before its answer is written;",
                "'highfence replay' decides it again, 'highfence audit' keeps it. docs/audit.md"
            })
    @Nullable
    String file;

    @Option(
            names = "--audit-key",
            paramLabel = "FILE",
            description =
                    "Keep keyed hashes in the place of personal values; the file holds the key, 16 bytes or more.")
    @Nullable
    String keyFile;

    /** Opens the log, or gives null if none is named. */
    @Nullable
    AuditLog open() throws IOException, BadInput {
        if (file == null) {
            return null;
        }
        if (keyFile == null) {
            return AuditLog.open(Path.of(file));
        }
        byte[] key = key(keyFile);
        try {
            return AuditLog.open(Path.of(file), key);
        } catch (IllegalArgumentException e) {
            throw new BadInput(keyFile, 1, 1, String.valueOf(e.getMessage()));
        }
    }

    /** The key in a file, without blanks and line ends around it. */
    static byte[] key(String file) throws IOException {
        try (InputStream in = Files.open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .strip()
                    .getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
