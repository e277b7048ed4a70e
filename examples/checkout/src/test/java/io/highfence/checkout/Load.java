package io.highfence.checkout;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Orders at a constant rate over HTTP, as {@code examples/checkout/load} starts it. The rate does not wait for answers: an order is timed
 * from the moment at which it was due, so that a pause of the shop is seen by every order that fell into it.
 */
final class Load {
    private static final int IN_FLIGHT = 2_000;
    private static final int ONE_LISTED_IN = 50;
    private static final double MICROS_A_MILLI = 1_000;
    private static final double[] PERCENTILES = {50, 90, 99, 99.9, 100};

    private static final Histogram WHOLE = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
    private static final Histogram COMPLIANCE = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(1), 3);
    private static final AtomicLong FAILED = new AtomicLong();
    private static final AtomicLong UNDECIDED = new AtomicLong();

    private Load() {}

    /**
     * Sends orders.
     *
     * @param args the shop's address, orders a second, seconds of warm-up, seconds of measurement
     */
    public static void main(String[] args) throws InterruptedException {
        if (args.length != 4) {
            System.err.println("ADDRESS ORDERS_A_SECOND WARM_UP_SECONDS SECONDS");
            System.exit(64);
        }
        URI orders = URI.create(args[0]).resolve("/orders");
        int rate = Integer.parseInt(args[1]);
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
        run(client, orders, rate, Integer.parseInt(args[2]));
        WHOLE.reset();
        COMPLIANCE.reset();
        FAILED.set(0);
        UNDECIDED.set(0);
        long start = System.nanoTime();
        run(client, orders, rate, Integer.parseInt(args[3]));
        double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);

        long answered = WHOLE.getTotalCount();
        System.out.printf(
                Locale.ROOT,
                "%d orders answered in %.1f s, %.1f a second of %d; %d failed, %d had to wait for a decision%n",
                answered,
                seconds,
                answered / seconds,
                rate,
                FAILED.get(),
                UNDECIDED.get());
        System.out.println("milliseconds        p50      p90      p99    p99.9      max");
        print("compliance step", COMPLIANCE);
        print("whole request", WHOLE);
        System.exit(FAILED.get() == 0 ? 0 : 1);
    }

    private static void print(String what, Histogram times) {
        StringBuilder line = new StringBuilder(String.format("%-15s", what));
        for (double percentile : PERCENTILES) {
            line.append(String.format(Locale.ROOT, " %8.2f", times.getValueAtPercentile(percentile) / MICROS_A_MILLI));
        }
        System.out.println(line);
    }

    private static void run(HttpClient client, URI orders, int rate, int seconds) throws InterruptedException {
        Semaphore inFlight = new Semaphore(IN_FLIGHT);
        long start = System.nanoTime();
        long step = TimeUnit.SECONDS.toNanos(1) / rate;
        for (int i = 0; i < rate * seconds; i++) {
            long due = start + i * step;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            inFlight.acquire();
            HttpRequest request = HttpRequest.newBuilder(orders)
                    .timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(order(i)))
                    .build();
            client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).whenComplete((answer, fault) -> {
                record(due, answer, fault);
                inFlight.release();
            });
        }
        inFlight.acquire(IN_FLIGHT);
    }

    /** Customers with names of their own, so that no answer can be remembered; one in fifty is listed. */
    private static String order(int i) {
        String id = "L-" + UUID.randomUUID();
        return i % ONE_LISTED_IN == 0
                ? TestOrders.listed(id)
                : TestOrders.of(id, "Hinterland Robotics Workshop " + id.substring(2, 8), "JP", i + " Example, Tokyo");
    }

    private static void record(long due, HttpResponse<String> answer, Throwable fault) {
        String[] timing = fault != null || answer.statusCode() != 200
                ? new String[0]
                : answer.headers().firstValue("Server-Timing").orElse("").split("dur=|;desc=", -1);
        if (timing.length < 2) {
            FAILED.incrementAndGet();
            return;
        }
        WHOLE.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due));
        COMPLIANCE.recordValue((long) (Double.parseDouble(timing[1]) * MICROS_A_MILLI));
        if (timing.length > 2) {
            UNDECIDED.incrementAndGet();
        }
    }
}
