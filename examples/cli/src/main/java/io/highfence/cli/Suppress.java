package io.highfence.cli;

import io.highfence.PartyAnswer;
import io.highfence.PartyMatch;
import io.highfence.PartyReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Suppression;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes down that a hit is another party. */
@Command(
        name = "suppress",
        mixinStandardHelpOptions = true,
        description = {
            "Writes that a customer is not the listed party of one hit: a line for each of its listings, for",
            "'--suppressions' of screen, decide and rescreen. An equal identifier is never suppressed; a",
            "confirmed hit, or one of the same name that nothing known tells apart, needs --approver."
        },
        footer = {
            "",
            "Example:",
            "  highfence suppress --parties customers.csv --id 17 --entry 30629 --author 'A. Person' \\",
            "    --reason 'Another birth date, by passport' --expires 2027-06-30 >> suppressions.jsonl"
        })
final class Suppress implements Callable<Integer> {
    private static final BigDecimal STEPS = BigDecimal.valueOf(10_000);

    @Spec
    CommandSpec spec;

    @Mixin
    ListOptions lists;

    @Mixin
    Dates dates;

    @Option(
            names = "--parties",
            required = true,
            paramLabel = "FILE.csv",
            description = "The parties as 'screen' reads them; - is standard input.")
    String parties;

    @Option(names = "--id", required = true, paramLabel = "ID", description = "The id of the row.")
    String id;

    @Option(
            names = "--entry",
            required = true,
            paramLabel = "ENTRY",
            description = "The entry of the hit, or of one of its listings.")
    String entry;

    @Option(names = "--author", required = true, paramLabel = "NAME", description = "The person who looked.")
    String author;

    @Option(names = "--approver", paramLabel = "NAME", description = "The second person, for a strong hit.")
    @Nullable
    String approver;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why it is another party.")
    String reason;

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "YYYY-MM-DD",
            converter = Dates.Day.class,
            description = "The last day on which the suppression holds.")
    LocalDate expires;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            converter = Screen.Score.class,
            description = "The score from which a name is a hit, as in 'screen'. Default: 0.78.")
    @Nullable
    BigDecimal threshold;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        Settings settings = Settings.defaults();
        if (threshold != null) {
            settings = settings.toBuilder()
                    .match(settings.match()
                            .withThreshold(threshold.multiply(STEPS).intValue()))
                    .build();
        }
        LocalDate date = dates.orToday();
        List<PartyReader.Row> rows = new ArrayList<>();
        Refusals refusals = new Refusals("row");
        try (InputStream in = Files.open(parties)) {
            PartyReader.read(
                    in,
                    parties,
                    row -> {
                        if (row.id().equals(id)) {
                            rows.add(row);
                        }
                    },
                    refusals::add);
        }
        if (rows.size() != 1) {
            throw new BadInput(parties, 0, 0, rows.size() + " rows have the id '" + id + "'; one must");
        }
        Screener screener = new Screener(RuleBook.bundled(), lists.index(), settings);
        PartyAnswer answer = new PartyAnswer();
        screener.screen(rows.get(0).party(), date, answer);
        List<PartyMatch> hits = answer.hits().stream()
                .filter(hit ->
                        hit.records().stream().anyMatch(record -> record.entry().equals(entry)))
                .toList();
        if (hits.size() != 1) {
            throw new BadInput(
                    parties, 0, 0, hits.size() + " hits of '" + id + "' have the entry '" + entry + "'; one must");
        }
        List<Suppression> found;
        try {
            found = Suppression.of(
                    rows.get(0).party(), hits.get(0), new Suppression.Grant(author, approver, reason, date, expires));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
        try (Writer lines = out.create()) {
            for (Suppression one : found) {
                lines.write(Explanation.json(one));
                lines.write('\n');
            }
        }
        return refusals.orElse(Exit.OK, System.err);
    }
}
