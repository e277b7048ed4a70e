package io.highfence.cli;

import io.highfence.Order;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.SettingsTrial;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.match.PartyIndex;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what a change of settings would do to orders. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Decides a sample of orders under two settings with the same rules and lists, and says what differs:",
            "one JSON object an order whose verdict or reasons change, with the reasons that appear and those",
            "that go; last, one object with the counts, the settings that differ and both digests."
        },
        footer = {
            "",
            "Example:",
            "  highfence settings diff --order sample.jsonl --from settings.json --to proposed.json \\",
            "      --list csl-json:consolidated.json",
            "",
            "Exit code 0 whatever was found; 65 bad input."
        })
final class SettingsDiff implements Callable<Integer> {
    @Mixin
    ListOptions lists;

    @Mixin
    Dates dates;

    @Mixin
    RuleFiles rules;

    @Option(names = "--order", required = true, paramLabel = "FILE", description = "The orders; - is standard input.")
    String order;

    @Option(names = "--from", paramLabel = "FILE", description = "The settings of today. Default: the defaults.")
    @Nullable
    String from;

    @Option(names = "--to", required = true, paramLabel = "FILE", description = "The settings on trial.")
    String to;

    @Mixin
    Stakes ownership;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        Settings today = SettingsFiles.read(from);
        Settings trialled = SettingsFiles.read(to);
        Refusals refusals = new Refusals("order");
        try (InputStream in = Files.open(order)) {
            RuleBook book = rules.load();
            PartyIndex index = lists.index();
            OwnershipGraph graph = ownership.load();
            SettingsTrial trial = new SettingsTrial(
                    Screener.with(book, index, today).ownership(graph).build(),
                    Screener.with(book, index, trialled).ownership(graph).build());
            Instant decidedAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            try (Writer answers = out.create()) {
                OrderFiles.read(in, order, next -> tell(trial, next, decidedAt, answers), refusals);
                answers.write(Explanation.json(trial));
                answers.write('\n');
            }
            if (trial.orders() == 0 && refusals.none()) {
                throw new BadInput(order, 1, 1, "there is no order in this file");
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return refusals.orElse(Exit.OK, System.err);
    }

    private void tell(SettingsTrial trial, Order order, Instant decidedAt, Writer answers) {
        SettingsTrial.Change change = trial.screen(dates.date == null ? order : order.asOf(dates.date), decidedAt);
        if (change.isChange()) {
            try {
                answers.write(Explanation.json(change));
                answers.write('\n');
                answers.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
