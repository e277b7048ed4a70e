package io.highfence.cli;

import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Suppressions;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Totals;
import io.highfence.match.PartyIndex;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.report.AuditReader;
import io.highfence.report.AuditRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Decides recorded orders again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Decides a stored decision again, with the lists and rules of then, and compares the bytes.",
            "Reads an answer of 'decide', an audit record, or a log of 'decide --audit'; one JSON object a",
            "record: {\"same\":true,...}, or {\"same\":false,\"differs\":[...]} with what differs and, where it is",
            "the engine, the rules, a list or the settings, the digest that is wanted."
        },
        footer = {
            "",
            "Exit code 0 whether the bytes are the same or not; 65 bad input (records that can be read are",
            "replayed all the same), 66 a file is missing.",
            "",
            "Examples:",
            "  highfence decide --order order.json --list csl-json:csl.json > decision.json",
            "  highfence replay decision.json --list csl-json:csl.json",
            "  highfence replay audit.jsonl --line 17 --list csl-json:csl.json"
        })
final class ReplayCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "FILE", description = "The decisions or records; - is standard input.")
    String file;

    @Option(names = "--line", paramLabel = "N", description = "Only the record that begins on this line of the file.")
    @Nullable
    Long line;

    @Mixin
    ListOptions lists;

    @Mixin
    RuleFiles rules;

    @Mixin
    Stakes ownership;

    @Mixin
    SuppressionFile suppressions;

    @Option(
            names = "--order",
            paramLabel = "FILE",
            description = {
                "Orders in the place of the recorded ones of the same id, for records that hold none, or whose",
                "personal values were erased or kept as hashes only."
            })
    @Nullable
    String orderFile;

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings as JSON in the place of the recorded ones.")
    @Nullable
    String settingsFile;

    @Option(
            names = "--audit-key",
            paramLabel = "FILE",
            description = "The key of a keyed log: its values are compared by their hashes with those of --order.")
    @Nullable
    String keyFile;

    @Mixin
    OutOption out;

    @Override
    public Integer call() throws IOException, BadInput {
        Settings settings = settings();
        Map<String, Order> orders = orders();
        byte[] auditKey = keyFile == null ? null : AuditOption.key(keyFile);
        int count = 0;
        Refusals refusals = new Refusals("record");
        try (InputStream in = Files.open(file)) {
            RuleBook book = rules.load();
            PartyIndex index = lists.index();
            OwnershipGraph graph = ownership.load();
            Suppressions found = suppressions.read();
            Map<Settings, Screener> screeners = new HashMap<>();
            try (AuditReader records = new AuditReader(in, file);
                    Writer answers = out.create()) {
                for (AuditRecord next = next(records, refusals); next != null; next = next(records, refusals)) {
                    if (line == null || line == next.line()) {
                        Settings recorded = settings == null ? next.settings() : settings;
                        Settings under = recorded == null ? Settings.defaults() : recorded;
                        Totals totals = next.totals();
                        Screener screener = totals == null
                                ? screeners.computeIfAbsent(
                                        under, key -> screener(book, index, key, graph, found, null))
                                : screener(book, index, under, graph, found, totals);
                        answers.write(next.replay(screener, orders.get(next.id()), auditKey)
                                .json());
                        answers.write('\n');
                        answers.flush();
                        count++;
                    }
                }
            }
        } catch (PackedInput.Fault e) {
            refusals.stop(e.badInput());
        }
        if (count == 0 && refusals.none()) {
            throw new BadInput(file, line == null ? 1 : line, 1, "there is no record here");
        }
        return refusals.orElse(Exit.OK, System.err);
    }

    /** The next record that can be read; of the others those that were asked for are counted. */
    private @Nullable AuditRecord next(AuditReader records, Refusals refusals) throws IOException {
        while (true) {
            try {
                return records.next();
            } catch (BadInput e) {
                if (records.isStopped()) {
                    refusals.stop(e);
                } else if (line == null || line == e.line()) {
                    refusals.add(e);
                }
            }
        }
    }

    private static Screener screener(
            RuleBook rules,
            PartyIndex index,
            Settings settings,
            @Nullable OwnershipGraph graph,
            Suppressions suppressions,
            @Nullable Totals totals) {
        return Screener.with(rules, index, settings)
                .ownership(graph)
                .suppressions(suppressions)
                .totals(totals)
                .build();
    }

    private @Nullable Settings settings() throws IOException, BadInput {
        if (settingsFile == null) {
            return null;
        }
        try (InputStream in = Files.open(settingsFile)) {
            return Settings.read(in, settingsFile);
        }
    }

    private Map<String, Order> orders() throws IOException, BadInput {
        Map<String, Order> orders = new HashMap<>();
        if (orderFile != null) {
            try (InputStream in = Files.open(orderFile);
                    OrderReader reader = new OrderReader(in, orderFile)) {
                for (Order next = reader.next(); next != null; next = reader.next()) {
                    if (orders.put(next.id(), next) != null) {
                        throw new BadInput(orderFile, 1, 1, "two orders have the id " + next.id());
                    }
                }
            }
        }
        return orders;
    }
}
