package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands about lists. */
@Command(
        name = "lists",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Lists.Info.class,
            ListsVerify.class,
            ListsHealth.class,
            ListsBuild.class,
            ListsDiff.class,
            ListsCoverage.class,
            ListsFetch.class
        },
        description = "Looks into lists.",
        footer = {"", "Example:  highfence lists info --list csl-json:consolidated.json"})
final class Lists implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }

    /** Says what is in the lists. */
    @Command(
            name = "info",
            mixinStandardHelpOptions = true,
            description = {
                "Says what is in the lists: editions, dates, digests, counts, age on a day, terms and whether an",
                "image of them may be passed on. One JSON object a list file.",
                "Lists that are closed or not whole are shown too, with a note that says so; the other",
                "commands refuse them unless the format is written with an exclamation mark."
            },
            footer = {"", "Example:  highfence lists info --list csl-json:consolidated.json"})
    static final class Info implements Callable<Integer> {
        @Mixin
        ListOptions lists;

        @Mixin
        Dates dates;

        @Override
        public Integer call() throws IOException, BadInput {
            PartyList list = lists.loadToLookAt();
            for (PartyList.Edition edition : list.editions()) {
                System.out.println(Explanation.json(list, edition, dates.orToday()));
            }
            return Exit.OK;
        }
    }
}
