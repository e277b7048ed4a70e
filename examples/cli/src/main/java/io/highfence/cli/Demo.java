package io.highfence.cli;

import io.highfence.Decision;
import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Decides the sample orders. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Decides the sample orders of a chip vendor, a web checkout and a GPU cloud against the bundled",
            "sample list, and prints verdicts, reasons, and what would change each answer."
        },
        footer = {"", "It takes no file and no option, gives the same text each time, and exits 0."})
final class Demo implements Callable<Integer> {
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 1);
    private static final Instant DECIDED_AT = Instant.parse("2026-09-01T12:00:00Z");

    private static final List<List<String>> SHOPS = List.of(
            List.of("A chip vendor's order pipeline", "vendor"),
            List.of("A distributor's web checkout", "checkout"),
            List.of("A GPU cloud's launch gate", "cloud"));

    @Override
    public Integer call() throws IOException, BadInput {
        Settings settings = Settings.defaults().toBuilder()
                .acceptedThrough(new Settings.Acceptance(AS_OF, "the demo itself"))
                .demo(true)
                .build();
        Screener screener = new Screener(RuleBook.bundled(), PartyIndex.of(PartyList.sample()), settings);
        Decision decision = new Decision();
        PrintStream out = System.out;
        out.println("SAMPLE: every answer below rests on the small bundled sample list, not on a published list.");
        out.println("A real order is never CLEAR under it. As-of date of the demo: " + AS_OF + ". Not legal advice.");
        out.println("CLEAR: nothing was found. HOLD: stop until what stands in brackets is there. BLOCK: barred.");
        out.println("NEEDS_DATA: facts are missing on which the answer turns. Each reason names its rule and what");
        out.println("would change it; a note is held against nobody. Numbers such as F3.1 are ids of rules.");
        for (List<String> shop : SHOPS) {
            out.println();
            out.println("== " + shop.get(0));
            String file = "orders/" + shop.get(1) + ".jsonl";
            InputStream in = Demo.class.getResourceAsStream("/" + file);
            if (in == null) {
                throw new IOException("The sample orders " + file + " are missing from the jar");
            }
            try (OrderReader orders = new OrderReader(in, file)) {
                for (Order order = orders.next(); order != null; order = orders.next()) {
                    screener.screen(order.asOf(AS_OF), DECIDED_AT, decision);
                    out.println();
                    out.println(Explanation.text(decision));
                }
            }
        }
        out.println();
        out.println(
                "The same orders as a program gets them, in JSON. There nothing is CLEAR: only the sample is loaded.");
        out.println("  ./highfence decide --order examples/cli/src/main/resources/orders/vendor.jsonl");
        return Exit.OK;
    }
}
