package io.highfence.rescreen;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.highfence.PartyReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Stored customers: the columns of {@link PartyReader}, as Parquet or CSV. This is the class to change if yours look different. */
final class Customers {
    private static final List<String> NAMES =
            List.of("id", "name", "type", "country", "address", "identifiers", "birth_date", "role");

    /** The columns of a customer, all texts. */
    static final StructType SCHEMA = schema();

    private static final String REASON = "reason";
    private static final String LINE = "line";

    private Customers() {}

    private static StructType schema() {
        StructType schema = new StructType();
        for (String name : NAMES) {
            schema = schema.add(name, DataTypes.StringType);
        }
        return schema;
    }

    /**
     * Reads a file or folder.
     *
     * @return the columns of {@link #SCHEMA}, the line as it was where CSV could not be divided, and the reason why a row is refused or null
     */
    static Dataset<Row> read(SparkSession spark, String path, boolean csv) {
        Dataset<Row> rows = csv ? csv(spark, path) : spark.read().parquet(path);
        List<String> there = Arrays.asList(rows.columns());
        List<Column> columns = new ArrayList<>();
        for (String name : SCHEMA.fieldNames()) {
            columns.add((there.contains(name) ? col(name) : lit(null))
                    .cast(DataTypes.StringType)
                    .as(name));
        }
        columns.add((csv ? col(LINE) : lit(null)).cast(DataTypes.StringType).as(LINE));
        return rows.select(columns.toArray(Column[]::new)).withColumn(REASON, reason());
    }

    /** A row is a line: so one quote without end spoils one row, and Spark divides a large file among many tasks. */
    private static Dataset<Row> csv(SparkSession spark, String path) {
        StructType found = spark.read().option("header", true).csv(path).schema();
        return spark.read()
                .option("header", true)
                .option("enforceSchema", false)
                .option("escape", "\"")
                .option("columnNameOfCorruptRecord", LINE)
                .schema(found.add(LINE, DataTypes.StringType))
                .csv(path);
    }

    private static Column reason() {
        Column all = concat_ws(
                "", Arrays.stream(SCHEMA.fieldNames()).map(name -> col(name)).toArray(Column[]::new));
        return when(col(LINE).isNotNull(), "the line cannot be divided into the columns of the header")
                .when(isBlank("id"), "the id is missing")
                .when(isBlank("name"), "the name is missing")
                .when(all.contains("\uFFFD"), "the text is damaged: it is not UTF-8");
    }

    private static Column isBlank(String name) {
        return col(name).isNull().or(trim(col(name)).equalTo(""));
    }

    /** The rows that are screened. */
    static Dataset<Row> good(Dataset<Row> read) {
        return read.where(col(REASON).isNull()).drop(LINE, REASON);
    }

    /** The rows that are not, with the reason: all that came with them, so that somebody can mend them. */
    static Dataset<Row> refused(Dataset<Row> read) {
        return read.where(col(REASON).isNotNull());
    }

    /** A row of {@link #SCHEMA} as the SDK's own reader of CSV understands it; its id is there. */
    static PartyReader.Row party(Row row) {
        return PartyReader.row(
                column -> {
                    int at = NAMES.indexOf(column);
                    return row.isNullAt(at) ? "" : row.getString(at);
                },
                0);
    }
}
