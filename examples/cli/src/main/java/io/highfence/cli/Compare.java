package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.match.MatchSettings;
import io.highfence.match.PartyMatcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
        footer = {"", "Example:  printf 'Huawei Tech\\tHuawei Technologies Co., Ltd.\\n' | highfence compare --pairs -"
        })
final class Compare implements Callable<Integer> {
    @Option(
            names = "--pairs",
            required = true,
            paramLabel = "FILE.tsv",
            description = "The pairs; - is standard input.")
    String pairs;

    @Option(
            names = "--out",
            defaultValue = "-",
            paramLabel = "FILE",
            description = "Where to write; default: standard output.")
    String out;

    @Override
    public Integer call() throws IOException, BadInput {
        PartyMatcher matcher = new PartyMatcher(MatchSettings.defaults());
        Refusals refusals = new Refusals();
        try (BufferedReader rows = new BufferedReader(new InputStreamReader(
                        Files.open(pairs),
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)));
                Writer answers = Files.create(out, System.out)) {
            int line = 0;
            try {
                for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                    line++;
                    String[] cells = row.split("\t", -1);
                    if (cells.length < 2) {
                        refusals.add(
                                new BadInput(pairs, line, 1, "a row is QUERY<TAB>TARGET, and this one has no tab"));
                        continue;
                    }
                    int score = matcher.compare(cells[0], cells[1]);
                    answers.write(row + "\t" + String.format(Locale.ROOT, "%d.%04d", score / 10_000, score % 10_000)
                            + "\t" + (matcher.alerts(cells[0], cells[1]) ? "1" : "0") + "\n");
                }
            } catch (CharacterCodingException e) {
                throw new BadInput(pairs, line + 1, 0, "from here on the file is not UTF-8", e);
            }
        }
        return refusals.orElse(Exit.OK, System.err);
    }
}
