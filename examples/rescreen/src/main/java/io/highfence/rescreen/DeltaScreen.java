package io.highfence.rescreen;

import io.highfence.PartyChange;
import io.highfence.PartyReader;
import io.highfence.Rescreener;
import io.highfence.Settings;
import io.highfence.report.Explanation;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Finds the customers whose answer is another one since the lists changed; only the listings that changed are searched for each.
 *
 * @param from the lists as they were
 * @param to the lists as they are
 * @param date the day whose listings apply, on both sides
 */
record DeltaScreen(IndexFile from, IndexFile to, LocalDate date) implements MapPartitionsFunction<Row, Row> {
    /** A customer whose answer changed; the answer is JSON with both sides and what did it. */
    static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("alertBefore", DataTypes.BooleanType, false)
            .add("alertAfter", DataTypes.BooleanType, false)
            .add("verdictBefore", DataTypes.StringType, false)
            .add("verdictAfter", DataTypes.StringType, false)
            .add("answer", DataTypes.StringType, false);

    /** The comparison of the lists, made once a JVM. */
    private static final Map<List<IndexFile>, Rescreener> COMPARED = new HashMap<>();

    @Override
    public Iterator<Row> call(Iterator<Row> customers) {
        Rescreener rescreener = rescreener();
        PartyChange change = new PartyChange();
        Iterable<Row> rows = () -> customers;
        return StreamSupport.stream(rows.spliterator(), false)
                .map(Customers::party)
                .filter(customer -> rescreener.screen(customer.party(), date, change))
                .map(customer -> result(rescreener, customer, change))
                .iterator();
    }

    private Rescreener rescreener() {
        synchronized (COMPARED) {
            return COMPARED.computeIfAbsent(
                            List.of(from, to),
                            lists -> new Rescreener(Rules.BUNDLED, from.open(), to.open(), Settings.defaults()))
                    .another();
        }
    }

    private Row result(Rescreener rescreener, PartyReader.Row customer, PartyChange change) {
        return RowFactory.create(
                customer.id(),
                change.before().alert(),
                change.after().alert(),
                change.before().verdict().name(),
                change.after().verdict().name(),
                Explanation.json(customer, change, rescreener, date));
    }
}
