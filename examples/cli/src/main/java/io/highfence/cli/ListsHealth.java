package io.highfence.cli;

import io.highfence.Disposition;
import io.highfence.Health;
import io.highfence.base.BadInput;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
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

/** Says whether rules and lists are fit to decide orders of a day. */
@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        description = {
            "Says whether lists and rules are fit to decide orders of a day: the age of each list against its",
            "greatest, required lists that are missing, how long the rules hold, and the days on which rules",
            "change soon; of suppressions and of the dispositions of open orders, how many stand and how many",
            "end soon. One JSON object; 'fit' is false where every order of that day would be held."
        },
        footer = {
            "",
            "Example:  highfence lists health --list csl-json:consolidated.json --settings settings.json --within 30 \\",
            "              --suppressions suppressions.jsonl --order open.jsonl"
        })
final class ListsHealth implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ListOptions lists;

    @Mixin
    Dates dates;

    @Mixin
    RuleFiles rules;

    @Option(names = "--settings", paramLabel = "FILE", description = "Settings as JSON, as in 'decide'.")
    @Nullable
    String settingsFile;

    @Mixin
    SuppressionFile suppressions;

    @Option(
            names = "--order",
            paramLabel = "FILE",
            description = "Orders that are open, as in 'decide', to count their dispositions; - is standard input.")
    @Nullable
    String order;

    @Option(
            names = "--within",
            defaultValue = "30",
            paramLabel = "DAYS",
            description = "How many days ahead to look for changes of rules and for what ends. Default: 30.")
    int within;

    @Override
    public Integer call() throws IOException, BadInput {
        if (within < 0) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--within must not be negative");
        }
        Refusals refusals = new Refusals("order");
        System.out.println(Explanation.json(Health.of(
                rules.load(),
                lists.load(),
                SettingsFiles.read(settingsFile),
                suppressions.file == null ? null : suppressions.read(),
                order == null ? null : dispositions(order, refusals),
                dates.orToday(),
                within)));
        return refusals.orElse(Exit.OK, System.err);
    }

    private static List<Disposition> dispositions(String file, Refusals refusals) throws IOException {
        List<Disposition> all = new ArrayList<>();
        try (InputStream in = Files.open(file)) {
            OrderFiles.read(in, file, next -> all.addAll(next.dispositions()), refusals);
        }
        return all;
    }
}
