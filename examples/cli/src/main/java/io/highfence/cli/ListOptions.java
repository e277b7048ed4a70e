package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the lists of a command. */
final class ListOptions {
    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--list",
            paramLabel = "FORMAT:PATH[@DATE]",
            description = {
                "A published list; repeatable. FORMAT is one of csl-json, csl-csv, custom-csv.",
                "@YYYY-MM-DD is the day of publication where the file has none.",
                "Without --list the small bundled sample is used, and every answer says so."
            })
    List<String> sources = new ArrayList<>();

    PartyList load() throws IOException, BadInput {
        if (sources.isEmpty()) {
            return PartyList.sample();
        }
        List<ListSource> parsed = new ArrayList<>();
        for (String source : sources) {
            try {
                parsed.add(ListSource.parse(source));
            } catch (IllegalArgumentException e) {
                throw new CommandLine.ParameterException(
                        command.commandLine(), "--list " + source + ": " + e.getMessage());
            }
        }
        return PartyList.load(parsed);
    }
}
