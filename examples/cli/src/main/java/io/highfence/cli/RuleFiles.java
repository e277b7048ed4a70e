package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names rule files over the bundled ones. */
final class RuleFiles {
    @Option(
            names = "--rules",
            paramLabel = "PATH",
            description = {
                "Rule files of your own, a file or a folder of .json files, each over the bundled ones of its group:",
                "newer rules, or private letters (group letters; see examples/cli/letters.json)."
            })
    String path;

    RuleBook load() throws IOException, BadInput {
        return path == null ? RuleBook.bundled() : RuleBook.load(Path.of(path));
    }
}
