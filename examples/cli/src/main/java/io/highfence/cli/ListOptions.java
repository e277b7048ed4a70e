package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the lists of a command. */
final class ListOptions {
    /** A format of the contract that the core cannot read yet. */
    private static final String PLANNED = "index";

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--list",
            paramLabel = "FORMAT:PATH[@DATE]",
            description = {
                "A published list; repeatable. FORMAT is csl-json, csl-csv, ofac-sdn-csv, ofac-xml,",
                "ofac-advanced-xml, ofac-enhanced-xml, eu-fsf-xml, eu-fsf-csv, uk-sl-xml, uk-sl-csv,",
                "ofsi-csv, un-xml, ch-seco-xml, ca-sema-xml, au-dfat-xlsx, jp-meti-json, bis-dpl-txt",
                "or custom-csv.",
                "FORMAT!:PATH insists on a list that is closed (ofsi-csv) or not whole (ofac-sdn-csv",
                "without its aliases, ofac-xml with fewer entries than it says).",
                "@YYYY-MM-DD is the day of publication where the file has none.",
                "Without --list the small bundled sample is used, and every answer says so."
            })
    List<String> sources = new ArrayList<>();

    @Option(
            names = "--previous",
            paramLabel = "FORMAT:PATH[@DATE]",
            description = {
                "The edition before; repeatable. A list that has lost a larger share of its records than",
                "'lists info' names is then refused (exit 65)."
            })
    List<String> previous = new ArrayList<>();

    @Option(
            names = "--accept-shrunk",
            paramLabel = "NAME",
            description = "The person who accepts a list that --previous would refuse; stands in its notes.")
    @Nullable
    String acceptedBy;

    PartyList load() throws IOException, BadInput {
        return load(false);
    }

    /** Loads lists to look at them, closed ones and those that are not whole too. */
    PartyList loadToLookAt() throws IOException, BadInput {
        return load(true);
    }

    private PartyList load(boolean insist) throws IOException, BadInput {
        if (sources.isEmpty()) {
            return PartyList.sample();
        }
        List<ListSource> parsed = parse(sources, insist);
        if (!previous.isEmpty()) {
            return PartyList.loadAfter(parsed, PartyList.load(parse(previous, true)), acceptedBy);
        }
        return PartyList.load(parsed);
    }

    private List<ListSource> parse(List<String> named, boolean insist) {
        List<ListSource> parsed = new ArrayList<>();
        for (String source : named) {
            parsed.add(parse(source, insist, command.commandLine()));
        }
        return parsed;
    }

    /** Reads the name of one list. */
    static ListSource parse(String source, boolean insist, CommandLine of) {
        try {
            ListSource one = ListSource.parse(source);
            return new ListSource(one.format(), one.path(), one.published(), insist || one.insists());
        } catch (IllegalArgumentException e) {
            String format = source.substring(0, Math.max(0, source.indexOf(':')));
            throw new CommandLine.ParameterException(
                    of,
                    "the list " + source + ": "
                            + (PLANNED.equals(format) ? "the format '" + format + "' is not built yet; " : "")
                            + e.getMessage());
        }
    }
}
