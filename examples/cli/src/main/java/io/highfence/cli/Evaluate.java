package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.cli.evaluate.Curves;
import io.highfence.cli.evaluate.Evaluation;
import io.highfence.cli.evaluate.Options;
import io.highfence.cli.evaluate.Part;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how well names are matched. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how well names are matched: labelled pairs (AUC, best F1, false positives at 90 %% recall)",
            "beside rivals, damaged names that still find their party, ordinary names that alert."
        },
        footer = {
            "",
            "The labelled sets are built from the files of --data at run time; what is not there is named. Without",
            "--data there are the public names that come with the program, and the damaged names of the list.",
            "A hash of each party's name puts one party in five into the part 'unseen', which is for the end and",
            "of which no examples are shown. The same options give the same report, byte for byte.",
            "",
            "Example:  highfence evaluate --data DIR --list csl-json:consolidated.json --picture curve.svg"
        })
final class Evaluate implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ListOptions lists;

    @Option(names = "--data", paramLabel = "DIR", description = "The folder with published lists and ordinary names.")
    @Nullable
    String data;

    @Option(
            names = "--pairs",
            paramLabel = "FILE.tsv",
            description = "Pairs of your own: rows QUERY<TAB>TARGET<TAB>1 or 0, then a group if wanted.")
    @Nullable
    String pairs;

    @Option(
            names = "--negatives",
            paramLabel = "FILE",
            description = "Names that are on no list: one a line, or a table with a column 'name'.")
    @Nullable
    String negatives;

    @Option(
            names = "--part",
            defaultValue = "tune",
            paramLabel = "tune|unseen|all",
            description = "Which parties; default: tune.")
    Part part;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "N",
            description = "Decides every random choice; default: 1.")
    long seed;

    @Option(
            names = "--sample",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Names of each kind of damage, aliases of each type; default: 1000.")
    int sample;

    @Option(
            names = "--ordinary",
            defaultValue = "1000",
            paramLabel = "N",
            description = "Ordinary names of each kind, the slow part; default: 1000.")
    int ordinary;

    @Option(
            names = "--examples",
            defaultValue = "0",
            paramLabel = "N",
            description = "Mistakes of each kind to show, of part tune only; default: none.")
    int examples;

    @Option(
            names = "--picture",
            paramLabel = "FILE.svg",
            description = "Where to draw recall against false alerts; needs ordinary names.")
    @Nullable
    String picture;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        if (sample < 1 || ordinary < 1 || examples < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--sample and --ordinary are 1 or more, --examples is 0 or more");
        }
        if (examples > 0 && part != Part.TUNE) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--examples goes with --part tune only: nobody looks at the unseen part");
        }
        if (picture != null && data == null && negatives == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "--picture needs ordinary names: --data or --negatives");
        }
        Options options = new Options(
                lists.load(), folder(data), path(pairs), path(negatives), part, seed, sample, ordinary, examples);
        Curves curves;
        try (Writer report = out.create()) {
            curves = Evaluation.run(options, report, System.err::println);
        }
        if (picture != null) {
            try (Writer svg = OutOption.create("--picture", picture, spec)) {
                svg.write(RecallPicture.draw(curves));
            }
        }
        return Exit.OK;
    }

    private static @Nullable Path folder(@Nullable String name) throws IOException {
        Path folder = path(name);
        if (folder != null && !java.nio.file.Files.isDirectory(folder)) {
            throw java.nio.file.Files.exists(folder)
                    ? new FileSystemException(name, null, "it is no folder")
                    : new NoSuchFileException(name);
        }
        return folder;
    }

    private static @Nullable Path path(@Nullable String name) {
        return name == null ? null : Path.of(name);
    }
}
