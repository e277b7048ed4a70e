package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.law.Rule;
import io.highfence.law.RuleBook;
import io.highfence.law.RuleChange;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lists the rules. */
@Command(
        name = "rules",
        mixinStandardHelpOptions = true,
        subcommands = Rules.Diff.class,
        description = {
            "Lists the rules whose interval holds a date: id, family, key, citation, status, trust, interval, note",
            "and values. One JSON object a rule."
        },
        footer = {
            "",
            "status  IN_FORCE, STAYED, ON_THE_BOOKS_NOT_ENFORCED, PROPOSED or REPEALED",
            "trust   2 seen in two sources, 1 in one, M from general knowledge, ? the text is unclear, derived",
            "",
            "Examples:",
            "  highfence rules --date 2026-09-01",
            "  highfence rules diff 2026-07-09 2026-07-10      the day on which the Emirates moved"
        })
final class Rules implements Callable<Integer> {
    @Mixin
    Dates dates;

    @Mixin
    RuleFiles rules;

    @Override
    public Integer call() throws IOException, BadInput {
        LocalDate date = dates.orToday();
        for (Rule rule : rules.load().rules(date)) {
            System.out.println(Explanation.json(rule, date));
        }
        return Exit.OK;
    }

    /** Says what becomes of the rules between two days. */
    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = {
                "Says what begins, ends or changes between the rules of two dates, and which fields differ.",
                "One JSON object a change; nothing where nothing differs."
            },
            footer = {"", "Example:  highfence rules diff 2026-11-09 2026-11-10"})
    static final class Diff implements Callable<Integer> {
        @Parameters(
                index = "0",
                paramLabel = "D1",
                converter = Dates.Day.class,
                description = "The first date, YYYY-MM-DD.")
        LocalDate from;

        @Parameters(
                index = "1",
                paramLabel = "D2",
                converter = Dates.Day.class,
                description = "The second date, YYYY-MM-DD.")
        LocalDate to;

        @Mixin
        RuleFiles rules;

        @Override
        public Integer call() throws IOException, BadInput {
            RuleBook book = rules.load();
            for (RuleChange change : book.changes(from, to)) {
                System.out.println(Explanation.json(change, from, to));
            }
            return Exit.OK;
        }
    }
}
