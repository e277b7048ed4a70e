package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.ownership.OwnershipGraph;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names who owns whom. */
final class Stakes {
    @Option(
            names = "--ownership",
            paramLabel = "FILE",
            description = {
                "Who owns whom: stakes as CSV (owner, owned, percent, ...) or statements of BODS 0.4 as JSON.",
                "Its form is in docs/ownership.md."
            })
    @Nullable
    String file;

    @Nullable
    OwnershipGraph load() throws IOException, BadInput {
        if (file == null) {
            return null;
        }
        try (InputStream in = Files.open(file)) {
            return OwnershipGraph.read(in, file);
        }
    }
}
