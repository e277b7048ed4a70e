package io.highfence.gate;

import static io.highfence.gate.Rig.H100_TPP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.envoyproxy.envoy.service.auth.v3.CheckResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The gate behind Envoy's protocol, over a port. */
class EnvoyGateTest {
    /** What a tenant must not read: how lists and laws are called. */
    private static final List<String> TELLING =
            List.of("list", "SDN", "Entity", "EAR", "744", "score", "match", "Melli");

    @TempDir
    Path folder;

    private static JsonNode body(CheckResponse denied) throws Exception {
        String body = denied.getDeniedResponse().getBody();
        for (String word : TELLING) {
            assertFalse(body.contains(word), body);
        }
        assertEquals("application/json", Envoy.header(denied, "content-type"));
        return new JsonMapper().readTree(body);
    }

    @Test
    void withoutACapALaunchIsAllowedAndTheUpstreamReadsUnderWhat() throws Exception {
        try (Server server = new Rig(folder).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse allowed = envoy.launch("a-1", "ok", 8);
            assertTrue(Envoy.isAllowed(allowed), allowed.toString());
            assertEquals("ALLOW", Envoy.header(allowed, "x-highfence-verdict"));
            assertEquals("a-1", Envoy.header(allowed, "x-highfence-launch"));
            assertFalse(Envoy.header(allowed, "x-highfence-stamp").isEmpty());
            // What a client wrote in our name is taken off, where we have nothing to say.
            assertEquals(
                    List.of("x-highfence-basis", "x-highfence-cap", "x-highfence-remaining", "x-highfence-reasons"),
                    allowed.getOkResponse().getHeadersToRemoveList());
            assertEquals("ALLOW", Envoy.metadata(allowed, "verdict"));
        }
    }

    /** 4 x 15,832 = 63,328; one unit under it three fit, at it and over it four. */
    @ParameterizedTest
    @CsvSource({"-1, 3", "0, 4", "1, 4"})
    void aCapIsHeldToOneUnit(long more, int fit) throws Exception {
        try (Server server = new Rig(folder).capOfH100(4, more).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            long cap = 4 * H100_TPP + more;
            for (int i = 1; i <= fit; i++) {
                CheckResponse allowed = envoy.launch("one-" + i, "ok", 1);
                assertEquals("ALLOW_WITH_CAP", Envoy.header(allowed, "x-highfence-verdict"), allowed.toString());
                assertEquals(Long.toString(cap), Envoy.header(allowed, "x-highfence-cap"));
                assertEquals(Long.toString(cap - i * H100_TPP), Envoy.header(allowed, "x-highfence-remaining"));
                assertEquals("policy", Envoy.header(allowed, "x-highfence-basis"));
            }
            CheckResponse over = envoy.launch("one-more", "ok", 1);
            assertEquals(429, Envoy.status(over));
            assertEquals("HOLD", Envoy.header(over, "x-highfence-verdict"));
            JsonNode body = body(over);
            assertEquals("over_cap", body.path("code").asText());
            assertEquals("policy", body.path("basis").asText());
            assertTrue(body.path("mayChange").asBoolean());
            assertEquals(Long.toString(cap), body.path("cap").asText());
            assertEquals(
                    Long.toString(cap - fit * H100_TPP), body.path("remaining").asText());

            // A launch that never came to run makes room; one that runs does not.
            assertTrue(server.gate().running("one-1"));
            assertFalse(server.gate().failed("one-1"));
            assertFalse(Envoy.isAllowed(envoy.launch("one-more", "ok", 1)));
            assertTrue(server.gate().failed("one-2"));
            assertTrue(Envoy.isAllowed(envoy.launch("one-more", "ok", 1)));
        }
    }

    @Test
    void oneLaunchIsJudgedAgainstTheWholeCap() throws Exception {
        try (Server server = new Rig(folder).capOfH100(4, 0).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            assertEquals(429, Envoy.status(envoy.launch("five", "ok", 5)));
            assertEquals("0", Envoy.header(envoy.launch("four", "ok", 4), "x-highfence-remaining"));
        }
    }

    @Test
    void aTenantThatSoundsLikeAListedOneIsHeldForReview() throws Exception {
        try (Server server = new Rig(folder)
                        .tenants(Rig.tenant("ok", "Inspur Group", "SG", "SG", "SG"))
                        .start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse held = envoy.launch("h", "ok", 1);
            assertEquals(403, Envoy.status(held));
            JsonNode body = body(held);
            assertEquals("HOLD", body.path("verdict").asText());
            assertEquals("review", body.path("code").asText());
            assertTrue(body.path("mayChange").asBoolean());
            assertTrue(Envoy.metadata(held, "reasons").contains("ENTITY_LIST/party 0"), held.toString());
        }
    }

    @Test
    void aBlockedPersonIsDeniedByLaw() throws Exception {
        try (Server server = new Rig(folder)
                        .tenants(Rig.tenant("ok", "Bank Melli Iran", "IR", "IR", "IR"))
                        .start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse denied = envoy.launch("d", "ok", 1);
            assertEquals(403, Envoy.status(denied));
            JsonNode body = body(denied);
            assertEquals("DENY", body.path("verdict").asText());
            assertEquals("blocked", body.path("code").asText());
            assertEquals("law", body.path("basis").asText());
            assertFalse(body.path("mayChange").asBoolean());
        }
    }

    /** Access from afar is no export: what holds a tenant with a parent in China is guidance, and the answer says so. */
    @Test
    void aParentInChinaIsHeldByGuidance() throws Exception {
        try (Server server = new Rig(folder)
                        .tenants(Rig.tenant("ok", "Northern Lights Rendering", "SG", "SG", "CN"))
                        .start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse held = envoy.launch("g", "ok", 1);
            assertEquals("guidance", body(held).path("basis").asText());
            assertEquals("REMOTE_USER_D5M/party 0", Envoy.metadata(held, "reasons"));
        }
    }

    @Test
    void aTenantOfWhomFactsAreMissingIsHeldUntilTheyAreThere() throws Exception {
        try (Server server = new Rig(folder)
                        .tenants(Rig.tenant("ok", "Northern Lights Rendering", "CA", "CA", ""))
                        .start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            JsonNode body = body(envoy.launch("f", "ok", 1));
            assertEquals("HOLD", body.path("verdict").asText());
            assertEquals("facts_missing", body.path("code").asText());
        }
    }

    @Test
    void anOwnerOnAListIsFound() throws Exception {
        String owned = Rig.tenant("ok", "Northern Lights Rendering", "CA", "CA", "CA")
                .replace("\"owner\",\"name\":\"none\"", "\"owner\",\"name\":\"Bank Melli Iran\",\"country\":\"IR\"");
        try (Server server = new Rig(folder).tenants(owned).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            CheckResponse denied = envoy.launch("o", "ok", 1);
            assertEquals("DENY", body(denied).path("verdict").asText());
            assertTrue(Envoy.metadata(denied, "reasons").contains("/party 1"), denied.toString());
        }
    }

    /** Requests that do not say what they must, or say it in two ways. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "x-request-id, -, 400",
                "x-request-id, 'a b', 400",
                "x-request-id, k8s/1, 400",
                "x-tenant-id, -, 403",
                "x-tenant-id, nobody, 403",
                "x-tenant-id, 'ok,ok', 403",
                "x-accelerator, -, 400",
                "x-accelerator, Abacus, 400",
                "x-accelerator-count, -, 400",
                "x-accelerator-count, 0, 400",
                "x-accelerator-count, -1, 400",
                "x-accelerator-count, 1.5, 400",
                "x-accelerator-count, 1e3, 400",
                "x-accelerator-count, '1,1', 400",
                "x-accelerator-count, 1000001, 400",
                "x-accelerator-count, 99999999999999999999, 400"
            })
    void whatIsNotUnderstoodStartsNothing(String header, String value, int status) throws Exception {
        try (Server server = new Rig(folder).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            Map<String, String> headers = Envoy.headers("n", "ok", "H100", "1");
            if (value == null) {
                headers.remove(header);
            } else {
                headers.put(header, value);
            }
            CheckResponse denied = envoy.check(Envoy.request("POST", headers, Map.of()));
            assertFalse(Envoy.isAllowed(denied), denied.toString());
            assertEquals(status, Envoy.status(denied));
            assertEquals("DENY", body(denied).path("verdict").asText());
        }
    }

    @Test
    void theRouteOutweighsNoHeaderAndContradictsNone() throws Exception {
        try (Server server = new Rig(folder).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            Map<String, String> headers = Envoy.headers("r-1", "ok", "H100", "1");
            headers.remove("x-tenant-id");
            headers.remove("x-accelerator");
            Map<String, String> route = new HashMap<>(Map.of("tenant", "ok", "accelerator", "A100"));
            assertTrue(Envoy.isAllowed(envoy.check(Envoy.request("POST", headers, route))));

            Map<String, String> posing = Envoy.headers("r-2", "ok", "H100", "1");
            route.put("tenant", "somebody-else");
            assertEquals(403, Envoy.status(envoy.check(Envoy.request("POST", posing, route))));
            route.put("tenant", "ok");
            assertEquals(400, Envoy.status(envoy.check(Envoy.request("POST", posing, route))));
        }
    }

    @Test
    void readingAndEndingAreNoLaunches() throws Exception {
        try (Server server = new Rig(folder).tenants(Rig.OK).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            for (String method : List.of("GET", "HEAD", "OPTIONS", "DELETE")) {
                assertTrue(Envoy.isAllowed(envoy.check(Envoy.request(method, Map.of(), Map.of()))));
                assertFalse(Envoy.isAllowed(
                        envoy.check(Envoy.request(method, Map.of("x-http-method-override", "POST"), Map.of()))));
            }
            for (String method : List.of("POST", "PUT", "PATCH", "", "get", "LAUNCH")) {
                assertFalse(Envoy.isAllowed(envoy.check(Envoy.request(method, Map.of(), Map.of()))));
            }
        }
    }

    /** Who sends one request twice would launch twice and be counted once. */
    @Test
    void anIdIsGoodForOneLaunch() throws Exception {
        try (Server server = new Rig(folder).capOfH100(4, 0).start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            assertTrue(Envoy.isAllowed(envoy.launch("twice", "ok", 2)));
            assertEquals(409, Envoy.status(envoy.launch("twice", "ok", 2)));
            assertEquals(409, Envoy.status(envoy.launch("twice", "ok", 1)));
            assertTrue(server.gate().running("twice"));
            assertEquals(409, Envoy.status(envoy.launch("twice", "ok", 2)));
            assertEquals("0", Envoy.header(envoy.launch("other", "ok", 2), "x-highfence-remaining"));
        }
    }

    /** What was launched is known to the next process; what was only set aside too, until somebody says what became of it. */
    @Test
    void theCapOutlivesTheProcess() throws Exception {
        Rig rig = new Rig(folder).capOfH100(4, 0).ledger();
        try (Server server = rig.start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            assertTrue(Envoy.isAllowed(envoy.launch("runs", "ok", 1)));
            assertTrue(server.gate().running("runs"));
            assertTrue(Envoy.isAllowed(envoy.launch("waits", "ok", 2)));
        }
        try (Server server = rig.start();
                Envoy envoy = new Envoy(server.envoyPort())) {
            assertEquals(409, Envoy.status(envoy.launch("runs", "ok", 1)));
            assertEquals(429, Envoy.status(envoy.launch("two", "ok", 2)));
            assertTrue(server.gate().failed("waits"));
            assertEquals(Long.toString(H100_TPP), Envoy.header(envoy.launch("two", "ok", 2), "x-highfence-remaining"));
        }
    }
}
