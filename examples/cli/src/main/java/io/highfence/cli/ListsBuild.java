package io.highfence.cli;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Builds an index from lists. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = {
            "Builds an index from lists and writes it to a file that screen, decide and the other commands",
            "map with --list index:FILE. It is written beside its place and then moved there, so that who",
            "has the old one mapped goes on reading it. Prints one JSON object."
        },
        footer = {"", "Example:  highfence lists build --list csl-json:consolidated.json@2026-07-31 --out csl.index"})
final class ListsBuild implements Callable<Integer> {
    @Mixin
    ListOptions lists;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The index; what is there is replaced.")
    Path out;

    @Override
    public Integer call() throws IOException, BadInput {
        lists.index().save(out);
        System.out.println(IndexSummary.of(out));
        return Exit.OK;
    }
}
