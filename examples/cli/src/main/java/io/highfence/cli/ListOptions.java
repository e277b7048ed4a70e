package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the lists of a command. */
final class ListOptions {
    /** The formats of the contract; what the core can read among them goes before this. */
    private static final Set<String> PLANNED = Set.of(
            "ofac-sdn-csv",
            "ofac-xml",
            "ofac-advanced-xml",
            "ofac-enhanced-xml",
            "eu-fsf-xml",
            "eu-fsf-csv",
            "uk-sl-xml",
            "uk-sl-csv",
            "ofsi-csv",
            "un-xml",
            "ch-seco-xml",
            "ca-sema-xml",
            "au-dfat-xlsx",
            "jp-meti-json",
            "bis-dpl-txt",
            "index");

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--list",
            paramLabel = "FORMAT:PATH[@DATE]",
            description = {
                "A published list; repeatable. FORMAT is csl-json, csl-csv or custom-csv; the other",
                "formats of the contract are not built yet.",
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
                String format = source.substring(0, Math.max(0, source.indexOf(':')));
                throw new CommandLine.ParameterException(
                        command.commandLine(),
                        "--list " + source + ": "
                                + (PLANNED.contains(format) ? "the format '" + format + "' is not built yet; " : "")
                                + e.getMessage());
            }
        }
        return PartyList.load(parsed);
    }
}
