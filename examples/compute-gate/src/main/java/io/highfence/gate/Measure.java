package io.highfence.gate;

import io.envoyproxy.envoy.service.auth.v3.AttributeContext;
import io.envoyproxy.envoy.service.auth.v3.AuthorizationGrpc;
import io.envoyproxy.envoy.service.auth.v3.CheckRequest;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import org.HdrHistogram.Histogram;

/**
 * Measures how long launches wait for their answer, at a fixed rate: {@code Measure FILE.json RATE SECONDS process|grpc}.
 *
 * <p>Launches begin by the clock, whether or not the ones before are answered, and the wait is counted from the moment at which one
 * should have begun, so that a pause is seen by all whom it kept waiting. Before it, the same clients launch as fast as they can, and then
 * at the rate for as many seconds as are measured: what is measured is a service that has been running for a while. Each launch is
 * of one accelerator by one of the tenants of the file; outside of the measured time it is said to have failed, so that caps stay free.
 */
public final class Measure {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long SPIN = TimeUnit.MICROSECONDS.toNanos(200);
    private static final int DIGITS = 3;

    /** How many launches come before, as fast as they can: more than the compiler of the JVM needs to have done its work. */
    private static final int WARM_UP = 200_000;

    private static final int AT_ONCE = 1_000_000_000;
    private static final double MICROSECOND = 1_000.0;

    private Measure() {}

    /**
     * Measures and prints.
     *
     * @param args the settings file of the gate, launches a second, seconds, and whether to ask in the process or over gRPC
     * @throws IOException if a file cannot be read
     * @throws BadInput if a file is not what it should be
     */
    public static void main(String[] args) throws IOException, BadInput {
        if (args.length != 4 || !(args[3].equals("process") || args[3].equals("grpc"))) {
            System.err.println("Measure FILE.json RATE SECONDS process|grpc");
            System.exit(64);
        }
        int rate = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        GateConfig config = GateConfig.read(Path.of(args[0]));
        try (Server server =
                new Server(config, Clock.systemUTC(), Runtime.getRuntime().availableProcessors())) {
            server.warmUp();
            List<String> tenants = server.tenants().ids();
            String accelerator = config.accelerators().get(0).name();
            String run = Long.toString(System.nanoTime(), Character.MAX_RADIX);
            LongConsumer forget = number -> server.gate().failed(run + number);
            if (args[3].equals("process")) {
                Accelerators.Accelerator one = server.accelerators().named(accelerator);
                if (one == null) {
                    throw new IllegalStateException(accelerator);
                }
                List<Launch.Ask> asks = List.of(new Launch.Ask(Launch.line(1), one, 1));
                run(rate, seconds, forget, number -> {
                    String tenant = tenants.get((int) (number % tenants.size()));
                    return server.gate()
                            .decide(new Launch(run + number, false, tenant, asks, Launch.Moment.LATER))
                            .isAllowed();
                });
            } else {
                server.start();
                ManagedChannel channel = ManagedChannelBuilder.forAddress("127.0.0.1", server.envoyPort())
                        .usePlaintext()
                        .build();
                AuthorizationGrpc.AuthorizationBlockingStub stub = AuthorizationGrpc.newBlockingStub(channel);
                run(
                        rate,
                        seconds,
                        forget,
                        number -> stub.check(request(
                                        run + number, tenants.get((int) (number % tenants.size())), accelerator, "1"))
                                .hasOkResponse());
                channel.shutdownNow();
            }
        }
    }

    /** A launch as Envoy asks about one. */
    static CheckRequest request(String id, String tenant, String accelerator, String count) {
        return CheckRequest.newBuilder()
                .setAttributes(AttributeContext.newBuilder()
                        .setRequest(AttributeContext.Request.newBuilder()
                                .setHttp(AttributeContext.HttpRequest.newBuilder()
                                        .setMethod("POST")
                                        .setPath("/v1/launches")
                                        .putHeaders("x-request-id", id)
                                        .putHeaders("x-tenant-id", tenant)
                                        .putHeaders("x-accelerator", accelerator)
                                        .putHeaders("x-accelerator-count", count))))
                .build();
    }

    private static void run(int rate, int seconds, LongConsumer forget, LongPredicate launch) {
        long measured = (long) rate * seconds;
        phase(AT_ONCE, 0, WARM_UP, forget, launch, new Histogram(DIGITS));
        phase(rate, WARM_UP, measured, forget, launch, new Histogram(DIGITS));
        Histogram waits = new Histogram(DIGITS);
        long allowed = phase(rate, WARM_UP + measured, measured, forget, launch, waits);
        System.out.printf(
                Locale.ROOT,
                "%d launches at %d a second, %d of them allowed, after %d to warm up; java %s, %d processors%n",
                waits.getTotalCount(),
                rate,
                allowed,
                WARM_UP + measured,
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        for (double percentile : new double[] {50, 90, 99, 99.9, 99.99, 100}) {
            System.out.printf(
                    Locale.ROOT, "p%-6s %10.1f us%n", percentile, waits.getValueAtPercentile(percentile) / MICROSECOND);
        }
    }

    /** Launches by the clock from as many threads as there are processors, each its share. */
    private static long phase(
            int rate, long first, long count, LongConsumer forget, LongPredicate launch, Histogram into) {
        int threads = Runtime.getRuntime().availableProcessors();
        long begin = System.nanoTime() + SECOND / 10;
        AtomicLong allowed = new AtomicLong();
        Thread[] clients = new Thread[threads];
        for (int i = 0; i < threads; i++) {
            int own = i;
            clients[i] = new Thread(() -> {
                Histogram waits = new Histogram(DIGITS);
                for (long number = own; number < count; number += threads) {
                    long due = begin + number * SECOND / rate;
                    await(due);
                    boolean isAllowed = launch.test(first + number);
                    waits.recordValue(Math.max(0, System.nanoTime() - due));
                    if (isAllowed) {
                        allowed.incrementAndGet();
                        forget.accept(first + number);
                    }
                }
                synchronized (into) {
                    into.add(waits);
                }
            });
            clients[i].start();
        }
        for (Thread client : clients) {
            join(client);
        }
        return allowed.get();
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            if (left > SPIN) {
                LockSupport.parkNanos(left - SPIN);
            } else {
                Thread.onSpinWait();
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
