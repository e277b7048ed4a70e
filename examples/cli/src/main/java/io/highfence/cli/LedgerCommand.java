package io.highfence.cli;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Running totals in a file. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Keeps running totals in a file: an order line reserves amounts, and later commits or cancels them.",
            "Each call may be repeated; one that contradicts what has happened ends with exit code 65."
        },
        footer = {
            "",
            "Accounts: tpp-consignee:ID, tpp-tenant:ID, tpp-china:PRODUCT, tpp-us:PRODUCT, tpp-country:CODE,",
            "  fp64-site:ID, fp32-site:ID, license-quantity:ID, license-value:ID.  See docs/ledger.md.",
            "",
            "Example:",
            "  highfence ledger create totals.ledger",
            "  highfence ledger reserve totals.ledger --order o-1 --line 1 --day 2026-09-01 \\",
            "    --post tpp-tenant:T-1=16000",
            "  highfence ledger totals totals.ledger --from 2026-08-01"
        })
final class LedgerCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }

    @Command(name = "create", mixinStandardHelpOptions = true, description = "Makes an empty ledger.")
    int create(@Parameters(paramLabel = "FILE") Path file) throws IOException {
        Ledger.create(file).close();
        return Exit.OK;
    }

    @Command(
            name = "totals",
            mixinStandardHelpOptions = true,
            description = "Prints what stands on each account within a window, one JSON object an account.")
    int totals(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--from", paramLabel = "DATE", description = "The first day that counts.") LocalDate from,
            @Option(names = "--to", paramLabel = "DATE", description = "The last day that counts.") LocalDate to)
            throws IOException, BadInput {
        if (from != null && to != null && to.isBefore(from)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--to lies before --from");
        }
        DateRange window = new DateRange(from, to);
        Ledger ledger = Ledger.openReadOnly(file);
        for (Account account : ledger.accounts()) {
            System.out.println(Explanation.json(account, window, ledger.totals().sum(account, window, Set.of())));
        }
        if (ledger.cutBytes() > 0) {
            System.err.println(
                    ledger.cutBytes() + " bytes of a last line that was not written to its end were passed over.");
        }
        return Exit.OK;
    }

    @Command(name = "reserve", mixinStandardHelpOptions = true, description = "Reserves amounts for an order line.")
    int reserve(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--order", required = true, paramLabel = "ID") String order,
            @Option(names = "--line", required = true, paramLabel = "ID") String line,
            @Option(names = "--day", required = true, paramLabel = "DATE", description = "The day on which it counts.")
                    LocalDate day,
            @Option(names = "--post", required = true, paramLabel = "ACCOUNT=AMOUNT", description = "Repeatable.")
                    List<String> posts)
            throws IOException, BadInput {
        return happen(
                file,
                ledger -> ledger.reserve(
                        new OrderLine(order, line),
                        posts.stream().map(post -> posting(post, day)).toList()));
    }

    @Command(
            name = "commit",
            mixinStandardHelpOptions = true,
            description = "What an order line reserved has happened.")
    int commit(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--order", required = true, paramLabel = "ID") String order,
            @Option(names = "--line", required = true, paramLabel = "ID") String line,
            @Option(names = "--day", paramLabel = "DATE", description = "Default: the days of the reservation.")
                    LocalDate day)
            throws IOException, BadInput {
        OrderLine key = new OrderLine(order, line);
        return happen(file, ledger -> day == null ? ledger.commit(key) : ledger.commit(key, day));
    }

    @Command(name = "cancel", mixinStandardHelpOptions = true, description = "Frees what an order line reserved.")
    int cancel(
            @Parameters(paramLabel = "FILE") Path file,
            @Option(names = "--order", required = true, paramLabel = "ID") String order,
            @Option(names = "--line", required = true, paramLabel = "ID") String line)
            throws IOException, BadInput {
        return happen(file, ledger -> ledger.cancel(new OrderLine(order, line)));
    }

    private static Posting posting(String text, LocalDate day) {
        int equals = text.lastIndexOf('=');
        return new Posting(
                Account.parse(text.substring(0, Math.max(equals, 0))), day, Decimal.parse(text.substring(equals + 1)));
    }

    /** A change of a ledger. */
    @FunctionalInterface
    private interface Change {
        Ledger.Outcome on(Ledger ledger) throws IOException;
    }

    private static int happen(Path file, Change change) throws IOException, BadInput {
        try (Ledger ledger = Ledger.open(file)) {
            if (ledger.cutBytes() > 0) {
                System.err.println(
                        ledger.cutBytes() + " bytes of a last line that was not written to its end were cut off.");
            }
            Ledger.Outcome outcome = change.on(ledger);
            System.out.println("{\"changed\":" + outcome.changed() + ",\"state\":\""
                    + outcome.state().name().toLowerCase(Locale.ROOT) + "\"}");
            return Exit.OK;
        } catch (Ledger.Refused | IllegalArgumentException | ArithmeticException e) {
            throw new BadInput(file.toString(), 0, 0, String.valueOf(e.getMessage()), e);
        }
    }
}
