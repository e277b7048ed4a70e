package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that name the lists of a command. */
final class ListOptions {
    /** What names an index that {@code lists build} wrote, in the place of a format. */
    static final String INDEX = "index:";

    @Spec(Spec.Target.MIXEE)
    CommandSpec command;

    @Option(
            names = "--list",
            paramLabel = "FORMAT:PATH[@DATE]",
            description = {
                "A published list; repeatable. FORMAT is csl-json, csl-csv, ofac-sdn-csv, ofac-xml,",
                "ofac-advanced-xml, ofac-enhanced-xml, eu-fsf-xml, eu-fsf-csv, uk-sl-xml, uk-sl-csv,",
                "ofsi-csv, un-xml, ch-seco-xml, ca-sema-xml, au-dfat-xlsx, jp-meti-json, bis-dpl-txt,",
                "custom-csv, or index for what 'lists build' wrote, which stands alone.",
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

    /** The lists made ready for searching: an index that was built before, or one that is built now. */
    PartyIndex index() throws IOException, BadInput {
        Path built = built();
        return built == null ? PartyIndex.of(load(false)) : PartyIndex.open(built);
    }

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
        Path built = built();
        if (built != null) {
            return PartyIndex.open(built).list();
        }
        List<ListSource> parsed = parse(sources, insist);
        if (!previous.isEmpty()) {
            return PartyList.loadAfter(parsed, PartyList.load(parse(previous, true)), acceptedBy);
        }
        return PartyList.load(parsed);
    }

    /** The index that is named, or null if lists are. */
    private @Nullable Path built() {
        for (String source : sources) {
            if (source.startsWith(INDEX)) {
                if (sources.size() > 1 || !previous.isEmpty()) {
                    throw new CommandLine.ParameterException(
                            command.commandLine(),
                            "--list " + source + ": an index stands alone; build one from all lists");
                }
                return Path.of(source.substring(INDEX.length()));
            }
        }
        return null;
    }

    private List<ListSource> parse(List<String> named, boolean insist) {
        List<ListSource> parsed = new ArrayList<>();
        for (String source : named) {
            parsed.add(parse(source, insist, command.commandLine()));
        }
        return parsed;
    }

    /** The index of lists that another option names: one that was built before and stands alone, or published lists. */
    static PartyIndex index(String option, List<String> named, CommandLine of) throws IOException, BadInput {
        List<ListSource> parsed = new ArrayList<>();
        for (String source : named) {
            if (source.startsWith(INDEX)) {
                if (named.size() > 1) {
                    throw new CommandLine.ParameterException(
                            of, option + " " + source + ": an index stands alone; build one from all lists");
                }
                return PartyIndex.open(Path.of(source.substring(INDEX.length())));
            }
            parsed.add(parse(source, false, of));
        }
        return PartyIndex.of(PartyList.load(parsed));
    }

    /** Reads the name of one list. */
    static ListSource parse(String source, boolean insist, CommandLine of) {
        try {
            ListSource one = ListSource.parse(source);
            if (one.path().toString().equals("-")) {
                throw new IllegalArgumentException("a list is a file and not standard input; name a file");
            }
            return new ListSource(one.format(), one.path(), one.published(), insist || one.insists());
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(of, "the list " + source + ": " + e.getMessage());
        }
    }
}
