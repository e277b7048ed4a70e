package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.match.MatchSettings;
import io.highfence.match.PartyMatcher;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scores pairs of names. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Scores pairs of names with the very code of screen.",
            "Reads headerless, unquoted rows QUERY<TAB>TARGET (more columns pass through) and appends to each",
            "row its score, 0.0000 to 1.0000, and 1 or 0: whether screen would alert on the name alone."
        },
        footer = {
            "",
            "Exit code 0 whatever the scores; 65 if a row has no tab or is not UTF-8, the others are answered.",
            "",
            "Example:  printf 'Huawei Tech\\tHuawei Technologies Co., Ltd.\\n' | highfence compare --pairs -"
        })
final class Compare implements Callable<Integer> {
    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE.tsv",
            description = "The pairs; - is standard input.")
    String pairs;

    @Option(
            names = "--explain",
            description = "Instead of rows, writes for people why each pair has its score, an empty line behind each.")
    boolean explain;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        PartyMatcher matcher = new PartyMatcher(MatchSettings.defaults());
        Refusals refusals = new Refusals("row");
        try (InputStream in = Files.open(pairs);
                Writer answers = out.create()) {
            Lines lines = new Lines(in, pairs);
            while (lines.next()) {
                try {
                    String row = lines.text();
                    String[] cells = row.split("\t", -1);
                    if (cells.length < 2) {
                        throw new BadInput(
                                pairs, lines.number(), 1, "a row is QUERY<TAB>TARGET, and this one has no tab");
                    }
                    if (explain) {
                        answers.write(Explanation.text(matcher.explain(cells[0], cells[1])) + "\n\n");
                        answers.flush();
                        continue;
                    }
                    int score = matcher.compare(cells[0], cells[1]);
                    answers.write(row + "\t" + String.format(Locale.ROOT, "%d.%04d", score / 10_000, score % 10_000)
                            + "\t" + (matcher.alerts(cells[0], cells[1]) ? "1" : "0") + "\n");
                    answers.flush();
                } catch (BadInput e) {
                    refusals.add(e);
                }
            }
        } catch (PackedInput.Fault e) {
            refusals.stop(e.badInput());
        }
        return refusals.orElse(Exit.OK, System.err);
    }
}
