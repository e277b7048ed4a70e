package io.highfence.cli;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks every byte of index files. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks every byte of an index against the digest that it holds, and that it opens. Prints one",
            "JSON object a file; a damaged one ends with exit code 65 and says what is wrong."
        },
        footer = {"", "Example:  highfence lists verify csl.index"})
final class ListsVerify implements Callable<Integer> {
    @Spec
    CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "An index that 'lists build' wrote.")
    List<String> files = new ArrayList<>();

    @Option(
            names = "--list",
            paramLabel = "index:FILE",
            description = "The same, as other commands name it; repeatable.")
    List<String> lists = new ArrayList<>();

    @Override
    public Integer call() throws IOException, BadInput {
        for (String list : lists) {
            if (!list.startsWith(ListOptions.INDEX)) {
                throw new CommandLine.ParameterException(
                        command.commandLine(),
                        "--list " + list + ": only an index has a digest of its own; 'lists info' checks a list");
            }
        }
        List<String> all = new ArrayList<>(files);
        all.addAll(lists);
        if (all.isEmpty()) {
            throw new CommandLine.ParameterException(command.commandLine(), "An index is missing.");
        }
        for (String file : all) {
            String path = file.startsWith(ListOptions.INDEX) ? file.substring(ListOptions.INDEX.length()) : file;
            System.out.println(IndexSummary.of(Path.of(path)));
        }
        return Exit.OK;
    }
}
