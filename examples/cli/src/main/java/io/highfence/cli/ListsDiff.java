package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.list.ListDelta;
import io.highfence.list.PartyList;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what changed between two editions. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says what was added, removed or changed between two editions of a list, by content. The first",
            "JSON object has both editions and the counts; then one object a record, with what is gone and",
            "what has come in each field that changed.",
            "Lists that are closed or not whole are read too, with a note in the first object."
        },
        footer = {
            "",
            "Example:  highfence lists diff un-xml:consolidated-2025-08-02.xml un-xml:consolidated-2026-08-01.xml"
        })
final class ListsDiff implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "The earlier edition, FORMAT:PATH[@DATE].")
    String before;

    @Parameters(index = "1", paramLabel = "B", description = "The later edition, FORMAT:PATH[@DATE].")
    String after;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        CommandLine command = spec.commandLine();
        PartyList earlier = PartyList.load(List.of(ListOptions.parse(before, true, command)));
        PartyList later = PartyList.load(List.of(ListOptions.parse(after, true, command)));
        ListDelta delta = ListDelta.between(earlier, later);
        try (Writer answers = out.create()) {
            answers.write(Explanation.json(delta, earlier, later));
            answers.write('\n');
            for (ListDelta.Change change : delta.changes()) {
                answers.write(Explanation.json(change));
                answers.write('\n');
            }
        }
        return Exit.OK;
    }
}
