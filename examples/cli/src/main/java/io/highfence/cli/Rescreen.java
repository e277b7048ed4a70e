package io.highfence.cli;

import io.highfence.PartyChange;
import io.highfence.PartyReader;
import io.highfence.Rescreener;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.list.Shrinkage;
import io.highfence.match.MatchSettings;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which customers are hit by a change of lists. */
@Command(
        name = "rescreen",
        mixinStandardHelpOptions = true,
        description = {
            "Says whose answer changes when the lists do. Reads the CSV of 'screen' and writes one JSON object",
            "for each customer whose answer is another one: alert, verdict and best score before and after, and",
            "every hit that came, went or changed, with the listings that did it. Who is not written has the",
            "same answer as before. Only the listings that changed are searched for each customer, and the",
            "result is that of screening everybody twice."
        },
        footer = {
            "",
            "LISTSET is FORMAT:PATH[@DATE] as in 'screen --list', or index:FILE; several are joined by commas or",
            "the option is repeated. Rules and as-of date are the same on both sides. Exit code 0 whatever was",
            "found; 65 bad input.",
            "",
            "Example:",
            "  highfence rescreen --customers customers.csv --from csl-json:july.json --to csl-json:august.json"
        })
final class Rescreen implements Callable<Integer> {
    /** A comma divides lists where a word and a colon follow; any other one belongs to a path. */
    private static final String BETWEEN_LISTS = ",(?=[a-z-]+!?:)";

    private static final BigDecimal STEPS = BigDecimal.valueOf(10_000);
    private static final double NANOS = 1e9;
    private static final int MOST_THREADS = 1_000;

    @Spec
    CommandSpec spec;

    @Option(
            names = "--customers",
            required = true,
            paramLabel = "FILE.csv",
            description = "The customers; - is standard input.")
    String customers;

    @Option(
            names = "--from",
            required = true,
            split = BETWEEN_LISTS,
            hideParamSyntax = true,
            paramLabel = "LISTSET",
            description = "The lists that the customers were screened with.")
    List<String> from = new ArrayList<>();

    @Option(
            names = "--to",
            required = true,
            split = BETWEEN_LISTS,
            hideParamSyntax = true,
            paramLabel = "LISTSET",
            description = "The lists as they are now.")
    List<String> to = new ArrayList<>();

    @Mixin
    Dates dates;

    @Option(
            names = "--threshold",
            paramLabel = "T",
            converter = Screen.Score.class,
            description = "The score from which a name is a hit, as in 'screen'. Default: 0.78.")
    @Nullable
    BigDecimal threshold;

    @Option(
            names = "--progress",
            description = "Says on standard error how many listings and customers there were, and how long it took.")
    boolean progress;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many threads screen; the answers are the same. Default: the processors at hand.")
    int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    SuppressionFile suppressions;

    @Mixin
    OutOption out;

    private long read;
    private long changed;

    @Override
    public Integer call() throws IOException, BadInput {
        if (threads < 1 || threads > MOST_THREADS) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--threads must be from 1 to " + MOST_THREADS);
        }
        long start = System.nanoTime();
        Settings settings = Settings.defaults();
        if (threshold != null) {
            MatchSettings match =
                    settings.match().withThreshold(threshold.multiply(STEPS).intValue());
            settings = settings.toBuilder().match(match).build();
        }
        LocalDate date = dates.orToday();
        Refusals refusals = new Refusals("row");
        try (InputStream in = Files.open(customers)) {
            PartyIndex before = ListOptions.index("--from", from, spec.commandLine());
            PartyIndex after = ListOptions.index("--to", to, spec.commandLine());
            for (Shrinkage shrinkage : Shrinkage.between(before.list(), after.list())) {
                System.err.println("Is --to whole? " + shrinkage + " in an ordinary edition.");
            }
            Rescreener rescreener = new Rescreener(RuleBook.bundled(), before, after, settings, suppressions.read());
            tell(start, rescreener.touchedRecords() + " listings to search");
            try (Writer answers = out.create()) {
                rescreen(in, rescreener, date, refusals, answers);
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        tell(start, read + " customers, " + changed + " with another answer");
        return refusals.orElse(Exit.OK, System.err);
    }

    /** Reads, hands out and writes on this thread; the rows before a fault that stops the reading are answered. */
    private void rescreen(InputStream in, Rescreener rescreener, LocalDate date, Refusals refusals, Writer answers)
            throws IOException {
        try (InOrder<PartyReader.Row, String> workers = new InOrder<>(
                threads, () -> new Worker(rescreener.another(), date), answer -> write(answer, answers))) {
            try {
                PartyReader.read(
                        in,
                        customers,
                        row -> {
                            read++;
                            workers.put(row);
                        },
                        refusals::add);
            } catch (BadInput e) {
                refusals.stop(e);
            } catch (PackedInput.Fault e) {
                refusals.stop(e.badInput());
            }
            workers.finish();
        }
    }

    /** What one thread holds. */
    private static final class Worker implements Function<PartyReader.Row, @Nullable String> {
        private final Rescreener rescreener;
        private final LocalDate date;
        private final PartyChange change = new PartyChange();

        Worker(Rescreener rescreener, LocalDate date) {
            this.rescreener = rescreener;
            this.date = date;
        }

        @Override
        public @Nullable String apply(PartyReader.Row row) {
            return rescreener.screen(row.party(), date, change)
                    ? Explanation.json(row, change, rescreener, date)
                    : null;
        }
    }

    private void write(@Nullable String answer, Writer answers) {
        if (answer != null) {
            changed++;
            try {
                answers.write(answer);
                answers.write('\n');
                answers.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void tell(long start, String what) {
        if (progress) {
            System.err.println(String.format(Locale.ROOT, "%8.3f s  %s", (System.nanoTime() - start) / NANOS, what));
        }
    }
}
