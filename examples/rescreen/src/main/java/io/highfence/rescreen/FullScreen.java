package io.highfence.rescreen;

import io.highfence.PartyAnswer;
import io.highfence.PartyReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.match.Matches;
import io.highfence.report.Explanation;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Screens customers against the whole of the lists: one screener a task, over the index that its JVM shares.
 *
 * @param lists the lists
 * @param date the day whose listings apply
 */
record FullScreen(IndexFile lists, LocalDate date) implements MapPartitionsFunction<Row, Row> {
    /** A result: the best score in ten-thousandths; the answer as JSON, or null if there is nothing to tell. */
    static final StructType SCHEMA = new StructType()
            .add("id", DataTypes.StringType, false)
            .add("alert", DataTypes.BooleanType, false)
            .add("verdict", DataTypes.StringType, false)
            .add("best", DataTypes.IntegerType, false)
            .add("hits", DataTypes.IntegerType, false)
            .add("answer", DataTypes.StringType, true);

    @Override
    public Iterator<Row> call(Iterator<Row> customers) {
        Screener screener = screener();
        PartyAnswer answer = new PartyAnswer();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return customers.hasNext();
            }

            @Override
            public Row next() {
                return screen(screener, Customers.party(customers.next()), date, answer);
            }
        };
    }

    /** A screener for one thread. */
    Screener screener() {
        return new Screener(Rules.BUNDLED, lists.open(), Settings.defaults());
    }

    /** One customer's result; the answer is used again. */
    static Row screen(Screener screener, PartyReader.Row customer, LocalDate date, PartyAnswer answer) {
        screener.screen(customer.party(), date, answer);
        Matches matches = answer.matches();
        boolean silent = matches.total() == 0
                && answer.reasons().isEmpty()
                && customer.notes().isEmpty();
        return RowFactory.create(
                customer.id(),
                answer.alert(),
                answer.verdict().name(),
                matches.size() == 0 ? 0 : matches.score(0),
                matches.total(),
                silent ? null : Explanation.json(customer, answer, screener, date));
    }
}
