package io.highfence.rescreen;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import io.highfence.Party;
import io.highfence.PartyReader;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Stored customers: the columns of {@link PartyReader}, as Parquet or CSV. This is the class to change if yours look different. */
final class Customers {
    /** The columns of a customer, all texts. */
    static final StructType SCHEMA = schema();

    private static final String REASON = "reason";
    private static final String LINE = "line";

    private Customers() {}

    private static StructType schema() {
        StructType schema = new StructType();
        for (String name : List.of("id", "name", "type", "country", "address", "identifiers", "birth_date", "role")) {
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

    /** A row of {@link #SCHEMA} as the SDK's own reader of CSV understands it. */
    static PartyReader.Row party(Row row) {
        List<String> notes = new ArrayList<>();
        String typeText = text(row, 2);
        PartyType type = PartyType.parse(typeText);
        if (type == PartyType.UNKNOWN
                && !typeText.isBlank()
                && !typeText.strip().equalsIgnoreCase("unknown")) {
            notes.add("type '" + typeText + "'");
        }
        Country country = Country.find(text(row, 3));
        if (country == null && !text(row, 3).isBlank()) {
            notes.add("country '" + text(row, 3) + "'");
        }
        List<ListedParty.Identifier> identifiers = new ArrayList<>();
        for (String text : text(row, 5).split("\\|", -1)) {
            ListedParty.Identifier identifier = text.isBlank() ? null : ListedParty.Identifier.parse(text);
            if (identifier != null) {
                identifiers.add(identifier);
            } else if (!text.isBlank()) {
                notes.add("identifiers '" + text + "'");
            }
        }
        String birthText = text(row, 6).strip();
        DateRange birthDate = birthDate(birthText);
        if (birthDate == null && !birthText.isEmpty()) {
            notes.add("birth_date '" + birthText + "'");
        }
        String roleText = text(row, 7).strip();
        Party.Role role = role(roleText);
        if (role == null && !roleText.isEmpty()) {
            notes.add("role '" + roleText + "'");
        }
        String address = text(row, 4);
        Party party = new Party(
                role,
                text(row, 1),
                type,
                country,
                address.isBlank() ? null : address,
                identifiers,
                birthDate,
                null,
                null,
                List.of());
        return new PartyReader.Row(text(row, 0), party, notes);
    }

    private static String text(Row row, int column) {
        return row.isNullAt(column) ? "" : row.getString(column);
    }

    private static Party.@Nullable Role role(String word) {
        return word.isEmpty()
                ? null
                : Stream.of(Party.Role.values())
                        .filter(role -> role.word().equalsIgnoreCase(word))
                        .findFirst()
                        .orElse(null);
    }

    /** A day, a month, a year or {@code FROM..TO}; null if the text is none. */
    private static @Nullable DateRange birthDate(String text) {
        try {
            int to = text.indexOf("..");
            if (to >= 0) {
                return new DateRange(day(text.substring(0, to)), day(text.substring(to + 2)));
            }
            return switch (text.length()) {
                case 0 -> null;
                case 4 -> DateRange.ofYear(Integer.parseInt(text));
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield new DateRange(month.atDay(1), month.atEndOfMonth());
                }
                default -> DateRange.on(LocalDate.parse(text));
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable LocalDate day(String text) {
        return text.isEmpty() ? null : LocalDate.parse(text);
    }
}
