package io.highfence.cli;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws the picture of the README. */
@Command(
        name = "picture",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Draws performance against performance density: the paragraphs of 3A090.a and .b from the rules, the",
            "chips from the catalogue. docs/tpp-pd.svg is what this writes without --date."
        })
final class Picture implements Callable<Integer> {
    @Option(
            names = "--date",
            defaultValue = "2026-09-01",
            paramLabel = "YYYY-MM-DD",
            description = "Whose rules apply. Default: ${DEFAULT-VALUE}.")
    LocalDate date;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException {
        try (Writer answers = out.create()) {
            answers.write(ChipMap.draw(date));
        }
        return Exit.OK;
    }
}
