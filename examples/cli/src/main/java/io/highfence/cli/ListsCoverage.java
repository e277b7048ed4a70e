package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListCoverage;
import io.highfence.list.PartyList;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says which partner lists which party. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        description = {
            "Says which partner lists which party and which does not: the common-list view. The first JSON",
            "object has the counts; then one object a party, with the lists that have it and the partners",
            "that do not. Records are one party as docs/joining.md says; what is not known to be one party",
            "counts as two, so that the figures of what partners share are lower bounds."
        },
        footer = {
            "",
            "Example:",
            "  highfence lists coverage --list csl-json:consolidated.json --list un-xml:consolidated.xml --as table"
        })
final class ListsCoverage implements Callable<Integer> {
    /** How the answer is written. */
    enum As {
        /** One JSON object with counts, then one a party. */
        JSON,
        /** Counts for people. */
        TABLE
    }

    @Mixin
    ListOptions lists;

    @Option(
            names = "--as",
            defaultValue = "json",
            paramLabel = "json|table",
            description = "json (default) for programs; table for people, counts only.")
    As as;

    @Option(names = "--picture", paramLabel = "FILE.svg", description = "Where to draw who lists whom.")
    @Nullable
    String picture;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        PartyList list = lists.loadToLookAt();
        ListCoverage coverage = ListCoverage.of(list);
        try (Writer answers = out.create()) {
            if (as == As.TABLE) {
                answers.write(table(coverage));
            } else {
                answers.write(Explanation.json(coverage, list));
                answers.write('\n');
                for (ListCoverage.Row row : coverage.rows()) {
                    answers.write(Explanation.json(coverage, row));
                    answers.write('\n');
                }
            }
        }
        if (picture != null) {
            try (Writer drawing = OutOption.create("--picture", picture, lists.command)) {
                drawing.write(CoveragePicture.draw(coverage));
            }
        }
        return Exit.OK;
    }

    /** Parties that two partners share, on the diagonal all of one partner; then who lists a party together. */
    private static String table(ListCoverage coverage) {
        StringBuilder table = new StringBuilder("parties listed by both");
        coverage.partners().forEach(partner -> table.append(cell(partner)));
        table.append('\n');
        for (String one : coverage.partners()) {
            table.append(String.format(Locale.ROOT, "%-22s", one));
            coverage.partners().forEach(other -> table.append(cell(String.valueOf(coverage.shared(one, other)))));
            table.append('\n');
        }
        table.append('\n');
        for (Map.Entry<?, Integer> combination : coverage.combinations().entrySet()) {
            String partners = combination.getKey().toString();
            table.append(String.format(
                    Locale.ROOT, "%8d on %s\n", combination.getValue(), partners.substring(1, partners.length() - 1)));
        }
        return table.toString();
    }

    private static String cell(String text) {
        return String.format(Locale.ROOT, "%8s", text);
    }
}
