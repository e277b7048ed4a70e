package io.highfence.cli;

import java.io.IOException;
import java.io.Writer;
import picocli.CommandLine.Option;

/** Where a command writes its answers. */
final class OutOption {
    @Option(
            names = "--out",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "Where to write; default: standard output.")
    String file;

    /** Opens it; the input that is still being read is refused, {@code -} if there is none. */
    Writer create(String input) throws IOException {
        return Files.create(file, input, System.out);
    }
}
