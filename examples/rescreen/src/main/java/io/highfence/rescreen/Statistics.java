package io.highfence.rescreen;

import java.time.LocalDate;
import java.util.Locale;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param mode {@code full} or {@code delta}
 * @param rows the rows of the input
 * @param refused those that could not be screened
 * @param results the customers answered; of a delta, those whose answer changed
 * @param alerts the results that a person should look at
 * @param seconds the time from the first row to the last result written
 * @param cores how many tasks ran at a time
 * @param from the digest of the lists as they were, or null
 * @param to the digest of the lists
 * @param ruleSet the digest of the rules
 * @param date the day whose listings apply
 */
record Statistics(
        String mode,
        long rows,
        long refused,
        long results,
        long alerts,
        double seconds,
        int cores,
        @Nullable String from,
        String to,
        String ruleSet,
        LocalDate date) {
    static final StructType SCHEMA = new StructType()
            .add("mode", DataTypes.StringType, false)
            .add("rows", DataTypes.LongType, false)
            .add("refused", DataTypes.LongType, false)
            .add("results", DataTypes.LongType, false)
            .add("alerts", DataTypes.LongType, false)
            .add("seconds", DataTypes.DoubleType, false)
            .add("cores", DataTypes.IntegerType, false)
            .add("rowsPerSecondPerCore", DataTypes.DoubleType, false)
            .add("from", DataTypes.StringType, true)
            .add("to", DataTypes.StringType, false)
            .add("ruleSet", DataTypes.StringType, false)
            .add("date", DataTypes.StringType, false);

    /** R: how many rows one core does in a second, reading and writing included. */
    double rowsPerSecondPerCore() {
        return rows / seconds / cores;
    }

    Row row() {
        return RowFactory.create(
                mode,
                rows,
                refused,
                results,
                alerts,
                seconds,
                cores,
                rowsPerSecondPerCore(),
                from,
                to,
                ruleSet,
                date.toString());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s: %,d rows, %,d refused, %,d %s, %,d alerts; %.1f s on %d cores, %,.0f rows a second a core",
                mode,
                rows,
                refused,
                results,
                from == null ? "answered" : "with another answer",
                alerts,
                seconds,
                cores,
                rowsPerSecondPerCore());
    }
}
