package io.highfence.gate;

import static io.highfence.gate.Rig.H100_TPP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.rpc.Code;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong, nothing starts, and the tenant is told to come back where that may help. */
class FailClosedTest {
    @TempDir
    Path folder;

    private static void unavailable(CheckResponse response) {
        assertEquals(503, Envoy.status(response), response.toString());
        assertEquals(Code.UNAVAILABLE_VALUE, response.getStatus().getCode());
        assertEquals("HOLD", Envoy.header(response, "x-highfence-verdict"));
        assertEquals("30", Envoy.header(response, "retry-after"));
    }

    @Test
    void underTheSampleListNothingIsAllowedButInADemonstration() throws Exception {
        try (Server server = new Rig(folder).withoutDemo().start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse held = envoy.launch("s", "ok", 1);
            assertEquals(403, Envoy.status(held));
            assertTrue(Envoy.metadata(held, "reasons").contains("SAMPLE_LIST"), held.toString());
        }
    }

    @Test
    void aListThatIsTooOldHoldsAndANewerOneLetsGoOn() throws Exception {
        Rig rig = new Rig(folder).list("2026-01-01", "Obsidian Trading Company");
        rig.settings("\"requiredLists\": [\"CUSTOM\"], \"maxListAgeDays\": 7, \"timeBudgetMillis\": 60000");
        try (Server server = rig.start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse stale = envoy.launch("old", "ok", 1);
            unavailable(stale);
            assertTrue(Envoy.metadata(stale, "reasons").contains("LIST_STALE"));
            // 2026-08-25 is seven days before the day of the test, and 2026-08-24 eight.
            rig.writeIndex("2026-08-24", "Obsidian Trading Company");
            rig.writeIndex("2026-08-25", "Obsidian Trading Company");
            awaitAllowed(envoy, "ok");
        }
    }

    private static void awaitAllowed(Envoy envoy, String tenant) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        for (int i = 0; !Envoy.isAllowed(envoy.launch("wait-" + i, tenant, 1)); i++) {
            assertTrue(System.nanoTime() < end, "no change was seen");
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    @Test
    void aRequiredListThatIsMissingHolds() throws Exception {
        Rig rig = new Rig(folder).list("2026-08-31", "Obsidian Trading Company");
        rig.settings("\"requiredLists\": [\"CUSTOM\", \"SDN\"], \"timeBudgetMillis\": 60000");
        try (Server server = rig.start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse held = envoy.launch("m", "ok", 1);
            assertEquals(403, Envoy.status(held));
            assertEquals("LIST_MISSING/order", Envoy.metadata(held, "reasons"));
        }
    }

    @Test
    void aDecisionThatTakesTooLongStartsNothing() throws Exception {
        try (Server server = new Rig(folder).settings("\"timeBudgetMillis\": 0").start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse late = envoy.launch("late", "ok", 1);
            assertFalse(Envoy.isAllowed(late));
            assertEquals("TIME_OUT/order", Envoy.metadata(late, "reasons"));
        }
    }

    /** After the day through which somebody accepts the rules, they are too old. */
    @Test
    void rulesThatNobodyHasReadSoFarHold() throws Exception {
        Clock later = Clock.fixed(Instant.parse("2027-03-01T00:00:00Z"), ZoneOffset.UTC);
        try (Server server = new Rig(folder).clock(later).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            unavailable(envoy.launch("rules", "ok", 1));
        }
    }

    @Test
    void aFaultOfTheGateStartsNothingAndSetsNothingAside() throws Exception {
        AtomicReference<Instant> time = new AtomicReference<>();
        try (Server server = new Rig(folder).capOfH100(1, 0).clock(clock(time)).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            unavailable(envoy.launch("fault", "ok", 1));
            time.set(Rig.NOW);
            assertEquals("0", Envoy.header(envoy.launch("sound", "ok", 1), "x-highfence-remaining"));
        }
    }

    /** A clock that fails as long as it has no time. */
    private static Clock clock(AtomicReference<Instant> time) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                Instant now = time.get();
                if (now == null) {
                    throw new IllegalStateException("The clock stands still");
                }
                return now;
            }
        };
    }

    /** Envoy waits 200 ms; an answer after that starts nothing, so that nothing must stay set aside for it. */
    @Test
    void whatEnvoyNoLongerWaitsForIsFreeAgain() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        Clock slow = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                try {
                    assertTrue(gone.await(2, TimeUnit.MINUTES));
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return Rig.NOW;
            }
        };
        Rig rig = new Rig(folder).capOfH100(1, 0).clock(slow);
        try (Server server = rig.start()) {
            EnvoyGate door = new EnvoyGate(server.gate(), server.accelerators());
            io.grpc.Server local = InProcessServerBuilder.forName("late")
                    .addService(door)
                    .build()
                    .start();
            try (Envoy envoy = new Envoy(InProcessChannelBuilder.forName("late").build())) {
                Map<String, String> headers = Envoy.headers("late", "ok", "H100", "1");
                Thread patient = new Thread(() -> {
                    StatusRuntimeException late = assertThrows(
                            StatusRuntimeException.class,
                            () -> envoy.stub()
                                    .withDeadlineAfter(200, TimeUnit.MILLISECONDS)
                                    .check(Envoy.request("POST", headers, Map.of())));
                    assertEquals(
                            io.grpc.Status.Code.DEADLINE_EXCEEDED,
                            late.getStatus().getCode());
                });
                patient.start();
                patient.join(TimeUnit.MINUTES.toMillis(2));
                gone.countDown();
                awaitAllowed(envoy, "ok");
            } finally {
                local.shutdownNow();
            }
        }
    }

    @Test
    void anotherEditionOfTheTenantsIsTakenAndADamagedOneIsNot() throws Exception {
        Rig rig = new Rig(folder).tenants(Rig.OK);
        try (Server server = rig.start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            assertEquals(403, Envoy.status(envoy.launch("n-1", "new", 1)));
            Files.writeString(rig.tenantsFile(), Rig.OK + Rig.tenant("new", "Fjord Weather Models", "NO", "NO", "NO"));
            awaitAllowed(envoy, "new");
            Files.writeString(rig.tenantsFile(), Rig.OK + "{\"id\": ");
            long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (server.gate().fault() == null) {
                assertTrue(System.nanoTime() < end, "the damage was not seen");
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertTrue(
                    server.gate().fault().contains("tenants.jsonl:2"),
                    server.gate().fault());
            assertTrue(Envoy.isAllowed(envoy.launch("n-2", "new", 1)));
            // A tenant that is taken out launches nothing more.
            Files.writeString(rig.tenantsFile(), Rig.OK + "\n");
            end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            for (int i = 0; Envoy.isAllowed(envoy.launch("out-" + i, "new", 1)); i++) {
                assertTrue(System.nanoTime() < end, "the tenant is still there");
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    @Test
    void aGateWithoutItsFilesDoesNotOpen() throws Exception {
        Rig rig = new Rig(folder).tenants(Rig.OK, Rig.OK);
        assertThrows(io.highfence.base.BadInput.class, rig::start);
        Files.delete(folder.resolve("gate.json"));
        assertThrows(IOException.class, () -> GateConfig.read(folder.resolve("gate.json")));
    }

    @Test
    void alwaysOverTheCapIsNeverAFault() throws Exception {
        try (Server server = new Rig(folder).capOfH100(1, 0).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse over = envoy.launch("most", "ok", Launch.MOST);
            assertEquals(429, Envoy.status(over));
            assertEquals(Long.toString(H100_TPP), Envoy.metadata(over, "remaining"));
        }
    }
}
