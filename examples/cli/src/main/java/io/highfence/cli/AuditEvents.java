package io.highfence.cli;

import io.highfence.DecisionEvents;
import io.highfence.base.BadInput;
import io.highfence.report.AuditReader;
import io.highfence.report.AuditRecord;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what became of the reasons of orders from one recorded decision to the next. */
@Command(
        name = "events",
        mixinStandardHelpOptions = true,
        description = {
            "Tells what was held, released and reopened, order by order and reason by reason, from each recorded",
            "decision on an order to the next: one JSON object an event. Reads logs of 'decide --audit', audit",
            "records and answers of 'decide', in the sequence in which they are given; nothing is decided anew."
        },
        footer = {
            "",
            "Examples:",
            "  highfence audit events audit.jsonl --order o-1",
            "  highfence audit events before.json after.json"
        })
final class AuditEvents implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "The logs or decisions, oldest first; - is standard input.")
    List<String> files;

    @Option(names = "--order", paramLabel = "ID", description = "Only the order of this id.")
    @Nullable
    String order;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        Map<String, List<DecisionEvents.Standing>> last = new HashMap<>();
        try (Writer events = out.create()) {
            for (String file : files) {
                try (InputStream in = Files.open(file);
                        AuditReader records = new AuditReader(in, file)) {
                    for (AuditRecord next = records.next(); next != null; next = records.next()) {
                        if (order == null || order.equals(next.id())) {
                            tell(next, last, events);
                        }
                    }
                }
            }
        }
        return Exit.OK;
    }

    private static void tell(AuditRecord next, Map<String, List<DecisionEvents.Standing>> last, Writer events)
            throws IOException, BadInput {
        List<DecisionEvents.Standing> now = next.standings();
        List<DecisionEvents.Standing> before = last.put(next.id(), now);
        for (DecisionEvents.Event event : DecisionEvents.between(next.id(), before == null ? List.of() : before, now)) {
            events.write(Explanation.json(event, next.decidedAt()));
            events.write('\n');
        }
        events.flush();
    }
}
