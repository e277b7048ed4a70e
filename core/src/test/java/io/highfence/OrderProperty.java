package io.highfence;

import io.highfence.base.BadInput;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds of orders whatever their bytes: the reader ends in orders or in faults that say where and why, what it read is written
 * and read back as the same, and the screener decides it without a fault in any check, twice alike.
 */
final class OrderProperty {
    /** Far more than the longest input of a fuzzer needs; the work of this thread alone counts, whatever else the machine does. */
    private static final long MOST_MILLIS = 10_000;

    /** Orders of one input that are decided; the others are read. */
    private static final int DECIDED = 4;

    /** No decision runs out of its time on a busy machine. */
    private static final Settings PATIENT =
            Orders.DEMO.toBuilder().timeBudget(Duration.ofSeconds(60)).build();

    private OrderProperty() {}

    /** Reads bytes; gives the orders among them. */
    static List<Order> reads(byte[] bytes, String file) {
        long start = work();
        List<Order> orders = new ArrayList<>();
        try (OrderReader reader = new OrderReader(new ByteArrayInputStream(bytes), file)) {
            boolean more = true;
            while (more) {
                try {
                    Order order = reader.next();
                    more = order != null;
                    if (order != null) {
                        must(!order.id().isBlank(), "an order has an id");
                        orders.add(order);
                    }
                } catch (BadInput e) {
                    must(!e.reason().isBlank() && e.line() >= 1 && e.column() >= 0, "a fault says what is wrong: " + e);
                    more = !reader.isStopped();
                }
            }
        } catch (IOException e) {
            throw new AssertionError("bytes in memory can be read", e);
        }
        orders.forEach(OrderProperty::isReadBack);
        inTime(start, bytes);
        return orders;
    }

    private static void isReadBack(Order order) {
        String json = Explanation.json(order);
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "again.json")) {
            must(order.equals(reader.next()), "an order is read back as it was: " + json);
        } catch (IOException | BadInput e) {
            throw new AssertionError("what was written can be read: " + json, e);
        }
    }

    /** Reads bytes and decides the first orders among them; gives the decisions. */
    static List<Decision> decides(byte[] bytes) {
        long start = work();
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, PATIENT);
        List<Decision> decisions = new ArrayList<>();
        for (Order order : reads(bytes, "orders.jsonl").stream().limit(DECIDED).toList()) {
            Decision decision = new Decision();
            screener.screen(order, Orders.DECIDED_AT, decision);
            must(!Orders.has(decision, "CHECK_FAILED"), "no check has a fault: " + decision.reasons());
            if (decision.verdict() == Verdict.CLEAR) {
                must(decision.unfinished().isEmpty(), "a clear decision has every check");
                must(order.unjudged().isEmpty(), "what is not understood is asked for");
                must(!Orders.has(decision, "TRUNCATED"), "what was cut is held");
            }
            String json = Explanation.json(decision);
            must(!Explanation.text(decision).isBlank() && !json.isBlank(), "a decision is told");
            Decision again = new Decision();
            screener.screen(order, Orders.DECIDED_AT, again);
            must(json.equals(Explanation.json(again)), "the same order has the same answer: " + json);
            decisions.add(decision);
        }
        inTime(start, bytes);
        return decisions;
    }

    private static long work() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void inTime(long start, byte[] bytes) {
        long millis = (work() - start) / 1_000_000;
        must(millis < MOST_MILLIS, bytes.length + " bytes took " + millis + " ms");
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
