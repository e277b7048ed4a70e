package io.highfence.cli;

import io.highfence.Health;
import io.highfence.base.BadInput;
import io.highfence.report.Explanation;
import java.io.IOException;
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
            "change soon. One JSON object; 'fit' is false where every order of that day would be held."
        },
        footer = {
            "",
            "Example:  highfence lists health --list csl-json:consolidated.json --settings settings.json --within 30"
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

    @Option(
            names = "--within",
            defaultValue = "30",
            paramLabel = "DAYS",
            description = "How many days ahead to look for changes of rules. Default: 30.")
    int within;

    @Override
    public Integer call() throws IOException, BadInput {
        if (within < 0) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--within must not be negative");
        }
        System.out.println(Explanation.json(
                Health.of(rules.load(), lists.load(), SettingsFiles.read(settingsFile), dates.orToday(), within)));
        return Exit.OK;
    }
}
