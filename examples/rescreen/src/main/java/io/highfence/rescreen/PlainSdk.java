package io.highfence.rescreen;

import io.highfence.PartyAnswer;
import io.highfence.PartyReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.match.PartyIndex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.spark.sql.Row;

/** The same made customers screened by threads without Spark: what the job is measured against. */
final class PlainSdk {
    private static final int CHUNK = 4_096;
    private static final double NANOS = 1e9;

    private PlainSdk() {}

    /**
     * How many customers a thread screens in a second. Only screening is timed: the customers are made beforehand, chunk by chunk, and the
     * results are dropped.
     */
    static double rowsPerSecond(PartyIndex index, LocalDate date, long seed, long rows, int threads)
            throws InterruptedException, ExecutionException {
        List<Callable<Double>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            long from = rows * i / threads;
            long to = rows * (i + 1) / threads;
            tasks.add(() -> seconds(index, date, seed, from, to));
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            double seconds = 0;
            for (Future<Double> task : pool.invokeAll(tasks)) {
                seconds += task.get();
            }
            return rows / seconds;
        } finally {
            pool.shutdown();
        }
    }

    private static double seconds(PartyIndex index, LocalDate date, long seed, long from, long to) {
        Screener screener = new Screener(Rules.BUNDLED, index, Settings.defaults());
        PartyAnswer answer = new PartyAnswer();
        List<PartyReader.Row> chunk = new ArrayList<>(CHUNK);
        Row[] results = new Row[CHUNK];
        long nanos = 0;
        for (long next = from; next < to; next += CHUNK) {
            chunk.clear();
            for (long n = next; n < Math.min(to, next + CHUNK); n++) {
                chunk.add(Customers.party(Made.customer(seed, n)));
            }
            long start = System.nanoTime();
            for (int i = 0; i < chunk.size(); i++) {
                results[i] = FullScreen.screen(screener, chunk.get(i), date, answer);
            }
            nanos += System.nanoTime() - start;
        }
        return nanos / NANOS;
    }
}
