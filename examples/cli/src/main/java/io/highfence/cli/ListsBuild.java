package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListTerms;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
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

    @Option(
            names = "--to-pass-on",
            description = {
                "Refuses lists whose terms do not say that they may be passed on. Without it the index is for",
                "your own use; what bars it from more stands in the answer."
            })
    boolean toPassOn;

    @Override
    public Integer call() throws IOException, BadInput {
        if (out.toString().equals("-")) {
            throw new CommandLine.ParameterException(
                    lists.command.commandLine(), "--out: an index is a file and not standard output; name a file");
        }
        OutOption.refuseInput("--out", out.toString(), lists.command);
        PartyIndex index = lists.index();
        List<ListTerms> barring = ListTerms.barringExport(index.list());
        if (toPassOn && !barring.isEmpty()) {
            throw new BadInput(
                    String.join(" ", lists.sources),
                    0,
                    0,
                    "the terms of " + IndexSummary.codes(barring) + " do not say that they may be passed on; "
                            + "'lists info' shows them");
        }
        index.save(out);
        System.out.println(IndexSummary.of(out));
        return Exit.OK;
    }
}
