package io.highfence.rescreen;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * One run over all customers. Its folder holds {@code results}, {@code refused} and, written last, {@code statistics}: a folder without
 * statistics is a run that did not end. Nothing is written over.
 *
 * @param customers a file or folder of customers
 * @param csv whether they are CSV; else Parquet
 * @param from the lists that changed, for a delta; null to screen against the whole of {@code to}
 * @param to the lists
 * @param date the day whose listings apply
 * @param out a folder that is not there yet
 */
record Job(String customers, boolean csv, @Nullable Lists from, Lists to, LocalDate date, String out) {
    private static final double NANOS = 1e9;

    /**
     * An index as the user names it.
     *
     * @param file the file
     * @param digest the digest that it must have
     */
    record Lists(Path file, String digest) {}

    /**
     * Runs.
     *
     * @throws IOException if an index cannot be read
     * @throws BadInput if an index is damaged or another one than its digest says; nothing is then written
     */
    Statistics run(SparkSession spark) throws IOException, BadInput {
        if (from != null && from.file().getFileName().equals(to.file().getFileName())) {
            throw new BadInput(
                    from.file().toString(), 0, 0, "both indexes have this name, under which executors get them");
        }
        IndexFile later = IndexFile.ship(spark, to.file(), to.digest());
        IndexFile earlier = from == null ? null : IndexFile.ship(spark, from.file(), from.digest());
        Dataset<Row> read = Customers.read(spark, customers, csv);

        long start = System.nanoTime();
        Dataset<Row> good = Customers.good(read);
        Dataset<Row> results = earlier == null
                ? good.mapPartitions(new FullScreen(later, date), Encoders.row(FullScreen.SCHEMA))
                : good.mapPartitions(new DeltaScreen(earlier, later, date), Encoders.row(DeltaScreen.SCHEMA));
        // Ids differ: a dictionary of them would be made and thrown away.
        results.write().option("parquet.enable.dictionary#id", "false").parquet(out + "/results");
        long rows = read.count();
        Dataset<Row> written = spark.read().parquet(out + "/results");
        // A full run answers every row that is not refused, so that mostly none need be looked for.
        boolean refuses = from != null || written.count() < rows;
        (refuses ? Customers.refused(read) : read.limit(0)).write().parquet(out + "/refused");
        double seconds = (System.nanoTime() - start) / NANOS;

        long refused = spark.read().parquet(out + "/refused").count();
        Row counts = written.agg(
                        count_if(col("alert" + (from == null ? "" : "After"))).as("alerts"),
                        count("id").as("results"))
                .head();
        if (from == null && counts.getLong(1) != rows - refused) {
            throw new IllegalStateException(
                    rows + " rows were read, " + refused + " refused and " + counts.getLong(1) + " answered");
        }
        Statistics statistics = new Statistics(
                from == null ? "full" : "delta",
                rows,
                refused,
                counts.getLong(1),
                counts.getLong(0),
                seconds,
                spark.sparkContext().defaultParallelism(),
                from == null ? null : from.digest(),
                to.digest(),
                Rules.BUNDLED.digest().hex(),
                date);
        spark.createDataFrame(List.of(statistics.row()), Statistics.SCHEMA)
                .coalesce(1)
                .write()
                .parquet(out + "/statistics");
        return statistics;
    }
}
