package io.highfence.cli;

import io.highfence.Suppressions;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the suppressions of a command. */
final class SuppressionFile {
    @Option(
            names = "--suppressions",
            paramLabel = "FILE.jsonl",
            description = {
                "Hits that persons have found to be other parties, as 'suppress' writes them. A suppressed",
                "hit is shown and raises no alert; it reopens when customer, listing or strength change."
            })
    @Nullable
    String file;

    Suppressions read() throws IOException, BadInput {
        if (file == null) {
            return Suppressions.NONE;
        }
        try (InputStream in = Files.open(file)) {
            return Suppressions.read(in, file);
        }
    }
}
