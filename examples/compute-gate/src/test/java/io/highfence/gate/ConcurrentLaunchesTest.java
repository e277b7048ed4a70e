package io.highfence.gate;

import static io.highfence.gate.Rig.H100_TPP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Launches of one tenant at once, over one cap. */
class ConcurrentLaunchesTest {
    private static final int CLIENTS = 8;
    private static final int LAUNCHES = 40;
    private static final long CAP = 60;

    @TempDir
    Path folder;

    /** What one client holds at its end. */
    private record Held(Map<String, Long> launches) {}

    @Test
    void togetherTheyNeverExceedTheCap() throws Exception {
        long seed = Long.getLong("highfence.seed", System.nanoTime());
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (Server server = new Rig(folder).capOfH100(CAP, 0).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            List<Future<Held>> running = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                running.add(clients.submit(() -> launch(server, envoy, number, new Random(seed + number))));
            }
            long held = 0;
            for (Future<Held> one : running) {
                held += one.get().launches().values().stream()
                        .mapToLong(Long::longValue)
                        .sum();
            }
            assertTrue(held <= CAP, held + " are held of " + CAP + ", seed " + seed);
            // What is left can be had to the last one, and no more.
            CheckResponse over = envoy.launch("over", "ok", CAP - held + 1);
            assertEquals(429, Envoy.status(over), "seed " + seed);
            assertEquals(Long.toString((CAP - held) * H100_TPP), Envoy.metadata(over, "remaining"), "seed " + seed);
            if (held < CAP) {
                CheckResponse last = envoy.launch("last", "ok", CAP - held);
                assertEquals("0", Envoy.header(last, "x-highfence-remaining"), "seed " + seed);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    private static Held launch(Server server, Envoy envoy, int client, Random random) {
        Map<String, Long> held = new HashMap<>();
        for (int i = 0; i < LAUNCHES; i++) {
            String id = client + "-" + i;
            long count = 1 + random.nextInt(8);
            CheckResponse answer = envoy.launch(id, "ok", count);
            if (Envoy.isAllowed(answer)) {
                long free = Long.parseLong(Envoy.header(answer, "x-highfence-remaining"));
                assertTrue(free >= 0, "an allowed launch left " + free);
                held.put(id, count);
            } else {
                assertEquals(429, Envoy.status(answer), answer.toString());
            }
            if (!held.isEmpty() && random.nextInt(3) == 0) {
                String one = held.keySet().iterator().next();
                if (random.nextBoolean()) {
                    server.gate().running(one);
                } else if (server.gate().failed(one)) {
                    held.remove(one);
                }
            }
        }
        return new Held(held);
    }
}
