package io.highfence.rescreen;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The program. Spark's own settings, such as {@code spark.master}, come from spark-submit or from system properties. */
@Command(
        name = "rescreen",
        mixinStandardHelpOptions = true,
        description = "Asks every stored customer again, in Apache Spark.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main {
    private static final double NEEDED = 0.95;
    private static final double ROWS = 1e10;
    private static final double HOUR = 3_600;

    private Main() {}

    /**
     * Runs a command.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    private static SparkSession spark() {
        return SparkSession.builder().appName("rescreen").getOrCreate();
    }

    @Command(name = "screen", description = "Screens customers; with --from, finds those whose answer changes.")
    int screen(
            @Option(names = "--customers", required = true, description = "A file or folder.") String customers,
            @Option(names = "--csv", description = "The customers are CSV with a header. Default: Parquet.")
                    boolean csv,
            @Option(names = "--index", required = true, description = "What 'highfence lists build' wrote.") Path index,
            @Option(names = "--digest", required = true, description = "The digest that it printed.") String digest,
            @Option(names = "--from", description = "The index before the change.") @Nullable Path from,
            @Option(names = "--from-digest", description = "Its digest.") @Nullable String fromDigest,
            @Option(names = "--date", description = "The day whose listings apply. Default: today, UTC.") @Nullable
                    LocalDate date,
            @Option(names = "--out", required = true, description = "A folder that is not there yet.") String out)
            throws IOException, BadInput {
        Job.Lists earlier = from == null ? null : new Job.Lists(from, fromDigest == null ? "" : fromDigest);
        try (SparkSession spark = spark()) {
            LocalDate day = date == null ? LocalDate.now(ZoneOffset.UTC) : date;
            System.out.println(new Job(customers, csv, earlier, new Job.Lists(index, digest), day, out).run(spark));
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(name = "made", description = "Writes made customers.")
    int made(
            @Option(names = "--rows", required = true, description = "How many.") long rows,
            @Option(names = "--seed", defaultValue = "1", description = "The same seed makes the same.") long seed,
            @Option(names = "--csv", description = "As CSV. Default: Parquet.") boolean csv,
            @Option(names = "--out", required = true, description = "A folder that is not there yet.") String out)
            throws IOException {
        try (SparkSession spark = spark()) {
            Made.customers(spark, rows, seed, csv, out);
        }
        return CommandLine.ExitCode.OK;
    }

    @Command(
            name = "compare",
            description = {
                "Makes customers, screens them in full, finds those whose answer a change of lists makes another one, and",
                "measures the same screening without Spark before and after. Without --index the lists are made too."
            })
    int compare(
            @Option(names = "--rows", required = true, description = "How many customers.") long rows,
            @Option(names = "--seed", defaultValue = "1", description = "The same seed makes the same.") long seed,
            @Option(names = "--index", description = "Lists to screen against.") @Nullable Path index,
            @Option(names = "--from", description = "The same lists before a change.") @Nullable Path from,
            @Option(
                            names = "--plain-rows",
                            defaultValue = "1000000",
                            description = "How many without Spark, each time.")
                    long plainRows,
            @Option(names = "--out", required = true, description = "A folder that is not there yet.") Path out)
            throws IOException, BadInput, InterruptedException, ExecutionException {
        Files.createDirectory(out);
        Path later = index == null ? build(true, out) : index;
        Path earlier = index == null ? build(false, out) : from;
        LocalDate date = LocalDate.now(ZoneOffset.UTC);
        try (SparkSession spark = spark()) {
            int cores = spark.sparkContext().defaultParallelism();
            String customers = out.resolve("customers").toString();
            Made.customers(spark, rows, seed, false, customers);
            PartyIndex lists = PartyIndex.open(later);
            long sample = Math.min(rows, plainRows);
            // The first time is thrown away: it warms up.
            PlainSdk.rowsPerSecond(lists, date, seed, sample, cores);
            double before = PlainSdk.rowsPerSecond(lists, date, seed, sample, cores);
            Statistics full = new Job(
                            customers,
                            false,
                            null,
                            lists(later),
                            date,
                            out.resolve("full").toString())
                    .run(spark);
            double after = PlainSdk.rowsPerSecond(lists, date, seed, sample, cores);
            System.out.println(full);
            System.out.printf(
                    Locale.ROOT, "without Spark: %,.0f rows a second a core before, %,.0f after%n", before, after);
            double share = full.rowsPerSecondPerCore() / ((before + after) / 2);
            System.out.printf(Locale.ROOT, "with Spark: %.1f %% of that (aim: %.0f %%)%n", 100 * share, 100 * NEEDED);
            System.out.println(tenBillion(full));
            if (earlier != null) {
                Statistics delta = new Job(
                                customers,
                                false,
                                lists(earlier),
                                lists(later),
                                date,
                                out.resolve("delta").toString())
                        .run(spark);
                System.out.println(delta);
                System.out.println(tenBillion(delta));
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private static String tenBillion(Statistics run) {
        return String.format(
                Locale.ROOT,
                "10 billion rows at this rate: %,.0f core hours",
                ROWS / run.rowsPerSecondPerCore() / HOUR);
    }

    private static Job.Lists lists(Path index) throws IOException, BadInput {
        return new Job.Lists(index, PartyIndex.verify(index).hex());
    }

    /** Builds an edition of the made list. */
    static Path build(boolean later, Path folder) throws IOException, BadInput {
        Path list = folder.resolve(later ? "later.csv" : "earlier.csv");
        Made.list(later, list);
        Path index = folder.resolve(later ? "later.hfx" : "earlier.hfx");
        PartyIndex.of(PartyList.load(List.of(new ListSource(ListSource.Format.CUSTOM_CSV, list, null))))
                .save(index);
        return index;
    }
}
