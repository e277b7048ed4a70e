package io.highfence.gate;

import static io.highfence.gate.Rig.H100_TPP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admission webhook over HTTPS, with reviews as Kubernetes posts them. Each test has pods and tenants of its own. */
class KubernetesGateTest {
    private static final long CAP = 16;

    @TempDir
    static Path folder;

    private static Server server;
    private static HttpClient client;

    @BeforeAll
    static void start() throws Exception {
        Rig rig = new Rig(folder)
                .tenants(
                        Rig.OK,
                        Rig.tenant("other", "Fjord Weather Models", "NO", "NO", "NO"),
                        Rig.tenant("concurrent", "Polder Simulations", "NL", "NL", "NL"),
                        Rig.tenant("growing", "Tundra Genomics", "FI", "FI", "FI"),
                        Rig.tenant("listed", "Bank Melli Iran", "IR", "IR", "IR"))
                .capOfH100(CAP, 0)
                .webhook();
        server = rig.start();
        client = client(folder.resolve("gate.p12"), null);
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static HttpClient client(Path trusted, Path own) throws Exception {
        KeyStore store = KeyStore.getInstance(trusted.toFile(), Rig.password());
        Certificate certificate = store.getCertificate("gate");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("gate", certificate);
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own == null ? null : KeyStore.getInstance(own.toFile(), Rig.password()), Rig.password());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), managers.getTrustManagers(), null);
        return HttpClient.newBuilder()
                .sslContext(context)
                .connectTimeout(Duration.ofMinutes(1))
                .build();
    }

    private static HttpRequest.Builder to(int port, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + port + path))
                .timeout(Duration.ofMinutes(2))
                .header("Content-Type", "application/json");
    }

    private static HttpResponse<String> post(String path, String body) throws Exception {
        return client.send(
                to(server.webhookPort(), path)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode review(Review review) throws Exception {
        HttpResponse<String> response = post("/admit?timeout=10s", review.toString());
        assertEquals(200, response.statusCode(), response.body());
        JsonNode reply = Review.JSON.readTree(response.body());
        assertEquals("admission.k8s.io/v1", reply.path("apiVersion").asText());
        assertEquals("AdmissionReview", reply.path("kind").asText());
        assertEquals(review.request.get("uid"), reply.at("/response/uid"));
        return reply;
    }

    private static String annotation(JsonNode reply, String name) {
        return reply.at("/response/auditAnnotations/" + name).asText();
    }

    private static void refused(JsonNode reply, int code, String word) {
        assertFalse(Review.isAllowed(reply), reply.toString());
        assertEquals(code, reply.at("/response/status/code").asInt(), reply.toString());
        assertEquals(word, annotation(reply, "code"));
    }

    /** Sets the room of a tenant back to what it was. */
    private static void end(Review created) throws Exception {
        assertTrue(Review.isAllowed(review(created.delete(0))));
    }

    @Test
    void aPodUnderTheCapIsAllowedWithAWarningThatSaysWhatIsFree() throws Exception {
        Review pod = Review.create("allowed", "8");
        JsonNode reply = review(pod);
        assertTrue(Review.isAllowed(reply), reply.toString());
        assertEquals("ALLOW_WITH_CAP", annotation(reply, "verdict"));
        assertEquals("policy", annotation(reply, "basis"));
        assertEquals(Long.toString(CAP * H100_TPP), annotation(reply, "cap"));
        assertEquals(Long.toString(8 * H100_TPP), annotation(reply, "remaining"));
        String warning = reply.at("/response/warnings/0").asText();
        assertTrue(warning.contains(8 * H100_TPP + " are free"), warning);
        // The same review again is the same launch: the server of Kubernetes may ask twice.
        assertEquals(Long.toString(8 * H100_TPP), annotation(review(pod), "remaining"));
        end(pod);
    }

    @Test
    void theCapIsHeldAndADryRunSetsNothingAside() throws Exception {
        Review fill = Review.create("fill", CAP);
        assertEquals("0", annotation(review(Review.create("try", CAP).dryRun()), "remaining"));
        assertEquals("0", annotation(review(fill), "remaining"));
        JsonNode over = review(Review.create("over", 1));
        refused(over, 429, "over_cap");
        assertEquals("TooManyRequests", over.at("/response/status/reason").asText());
        assertTrue(over.at("/response/status/message").asText().contains("Basis: policy."));
        refused(review(Review.create("over-dry", 1).dryRun()), 429, "over_cap");
        end(fill);
        refused(review(Review.create("too-large", CAP + 1)), 429, "over_cap");
    }

    /** A pod that ran stays counted; one that was deleted or failed before it ran does not. */
    @Test
    void whatNeverRanIsFreeAgain() throws Exception {
        Review ran = Review.create("ran", 4).namespace("other");
        Review neverRan = Review.create("never-ran", 4).namespace("other");
        Review failed = Review.create("failed", 4).namespace("other");
        for (Review pod : new Review[] {ran, neverRan, failed}) {
            assertTrue(Review.isAllowed(review(pod)));
        }
        assertTrue(Review.isAllowed(review(ran.update("status", 4).phase("Running"))));
        assertTrue(Review.isAllowed(review(ran.delete(0))));
        // A deletion with a period of grace is not the last word.
        assertTrue(Review.isAllowed(review(neverRan.delete(30))));
        assertEquals("0", annotation(review(Review.create("rest", 4).namespace("other")), "remaining"));
        assertTrue(Review.isAllowed(review(neverRan.delete(0))));
        assertTrue(Review.isAllowed(review(failed.update("status", 4).phase("Failed"))));
        String four = Long.toString(4 * H100_TPP);
        assertEquals(four, annotation(review(Review.create("again", 4).namespace("other")), "remaining"));
    }

    @Test
    void anUpdateIsALaunchOfTheDifference() throws Exception {
        Review pod = Review.create("grows", 2).namespace("shared").label("growing");
        assertTrue(Review.isAllowed(review(pod)));
        // As many or fewer, or another label: no launch, and nothing to say.
        for (int same : new int[] {2, 1, 0}) {
            JsonNode reply = review(pod.update("", same));
            assertTrue(Review.isAllowed(reply));
            assertTrue(reply.at("/response/auditAnnotations").isMissingNode());
        }
        JsonNode raised = review(pod.update("resize", 5));
        assertTrue(Review.isAllowed(raised), raised.toString());
        long free = Long.parseLong(annotation(raised, "remaining"));
        assertEquals((CAP - 5) * H100_TPP, free);
        refused(review(pod.update("resize", 2 + CAP)), 429, "over_cap");
        // Another product is another launch, of all of it.
        JsonNode other = review(pod.update("", 2).product("NVIDIA-A100-SXM4-80GB"));
        assertEquals(free - 2 * 624 * 8, Long.parseLong(annotation(other, "remaining")));
    }

    @Test
    void whatAsksForNoAcceleratorIsNoneOfOurBusiness() throws Exception {
        Review pod = Review.create("plain", 0).namespace("unknown-namespace");
        JsonNode reply = review(pod);
        assertTrue(Review.isAllowed(reply), reply.toString());
        assertTrue(reply.at("/response/auditAnnotations").isMissingNode());
    }

    @Test
    void whoAsksIsSaidByTheNamespaceAndNotByThePod() throws Exception {
        refused(review(Review.create("t1", 1).namespace("unknown-namespace").label("ok")), 403, "unknown_tenant");
        refused(review(Review.create("t2", 1).namespace("team").label("other")), 403, "unknown_tenant");
        refused(review(Review.create("t3", 1).namespace("nobody")), 403, "unknown_tenant");
        refused(review(Review.create("t4", 1).namespace("shared")), 403, "unknown_tenant");
        Review labelled = Review.create("t5", 1).namespace("shared").label("ok");
        assertTrue(Review.isAllowed(review(labelled)));
        end(labelled);
        Review repeated = Review.create("t6", 1).namespace("team").label("ok");
        assertTrue(Review.isAllowed(review(repeated)));
        end(repeated);
    }

    @Test
    void aListedTenantIsDeniedAndTheAuditSaysWhy() throws Exception {
        JsonNode reply = review(Review.create("listed", 1).namespace("shared").label("listed"));
        refused(reply, 403, "blocked");
        assertEquals("DENY", annotation(reply, "verdict"));
        assertEquals("law", annotation(reply, "basis"));
        assertTrue(annotation(reply, "reasons").contains("/party 0"), reply.toString());
        String message = reply.at("/response/status/message").asText();
        assertTrue(message.startsWith(Answer.Code.BLOCKED.words()), message);
        assertFalse(message.contains("SDN"), message);
    }

    @Test
    void acceleratorsThatNobodyKnowsAreRefused() throws Exception {
        refused(review(Review.create("a1", 1).product("NVIDIA-X999")), 400, "not_understood");
        Review unsaid = Review.create("a2", 1);
        ((ObjectNode) unsaid.pod.get("spec")).remove("nodeSelector");
        refused(review(unsaid), 400, "not_understood");
        Review other = Review.create("a3", 0);
        ((ObjectNode) other.pod.at("/spec/containers/0/resources/limits")).put("example.com/tpu", "1");
        refused(review(other), 400, "not_understood");
        Review two = Review.create("a4", 1);
        ((ObjectNode) two.pod.at("/spec/nodeSelector")).put("cloud.google.com/gke-accelerator", "nvidia-h100-80gb");
        refused(review(two), 400, "not_understood");
        Review claims = Review.create("a5", 0);
        ((ObjectNode) claims.pod.get("spec"))
                .putArray("resourceClaims")
                .addObject()
                .put("name", "gpu");
        refused(review(claims), 400, "not_understood");
        // A claim that is there already is no launch.
        assertTrue(Review.isAllowed(review(claims.update("", 0))));
        Review deployment = Review.create("a6", 1);
        ((ObjectNode) deployment.request.get("resource")).put("group", "apps").put("resource", "deployments");
        refused(review(deployment), 400, "not_understood");
        Review connect = Review.create("a7", 1);
        connect.request.put("operation", "CONNECT");
        refused(review(connect), 400, "not_understood");
        for (Object count : new Object[] {"1.5", "-1", "many", 1_000_001, true}) {
            refused(review(Review.create("a8", count)), 400, "not_understood");
        }
    }

    @Test
    void aWholeNodeOfAnotherMakerIsCountedByItsOwnPerformance() throws Exception {
        Review pod = Review.create("amd", 0);
        ((ObjectNode) pod.pod.at("/spec/containers/0/resources/limits")).put("amd.com/gpu", "8");
        ((ObjectNode) pod.pod.get("spec")).remove("nodeSelector");
        // 8 x 2,614.9 x 8 = 167,353.6 of 253,312.
        assertEquals("85958.4", annotation(review(pod), "remaining"));
        end(pod);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "\"review\"",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\"}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"operation\":\"CREATE\"}}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\" \"}}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"a\\nb\"}}",
                "{\"apiVersion\":\"admission.k8s.io/v1beta1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"1\"}}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"Pod\",\"request\":{\"uid\":\"1\"}}",
                "{\"request\":{\"uid\":\"1\"},\"request\":{\"uid\":\"2\"}}",
                "{\"apiVersion\":\"admission.k8s.io/v1\",\"kind\":\"AdmissionReview\",\"request\":{\"uid\":\"1\"}} x",
                "<xml/>",
                "\u0000\u0001\u0002"
            })
    void whatIsNoReviewIsAnsweredByNone(String body) throws Exception {
        HttpResponse<String> response = post("/admit", body);
        assertEquals(400, response.statusCode(), response.body());
        assertFalse(response.body().contains("allowed"));
    }

    @Test
    void hostileRequestsAreRefusedAndTheGateLivesOn() throws Exception {
        String deep = "[".repeat(100_000);
        assertEquals(400, post("/admit", deep).statusCode());
        String huge = "{\"x\":\"" + "x".repeat(Webhook.MOST_BYTES) + "\"}";
        try {
            assertEquals(413, post("/admit", huge).statusCode());
        } catch (IOException e) {
            // The door was shut while it was still being sent.
            assertFalse(e.getMessage() != null && e.getMessage().contains("timed out"), e.toString());
        }
        HttpRequest form = HttpRequest.newBuilder(URI.create("https://localhost:" + server.webhookPort() + "/admit"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Review.create("form", 1).toString()))
                .build();
        assertEquals(415, client.send(form, BodyHandlers.ofString()).statusCode());
        HttpRequest untyped = HttpRequest.newBuilder(URI.create("https://localhost:" + server.webhookPort() + "/admit"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        assertEquals(415, client.send(untyped, BodyHandlers.ofString()).statusCode());
        HttpRequest get = to(server.webhookPort(), "/admit").GET().build();
        assertEquals(405, client.send(get, BodyHandlers.ofString()).statusCode());
        assertEquals(404, post("/", "{}").statusCode());
        assertEquals(404, post("/admit/../x", "{}").statusCode());
        HttpRequest health = to(server.webhookPort(), "/health").GET().build();
        assertEquals("ok\n", client.send(health, BodyHandlers.ofString()).body());
    }

    @ParameterizedTest
    @CsvSource({
        "/launches/none/running, 409",
        "/launches/none/failed, 409",
        "/launches/none, 404",
        "/launches/none/ended, 404",
        "/launches//running, 404"
    })
    void eventsOfLaunchesThatAreNotThereChangeNothing(String path, int status) throws Exception {
        assertEquals(status, post(path, "").statusCode());
    }

    @Test
    void whoStartsWhatEnvoyLetByTellsSoOverHttps() throws Exception {
        Envoy envoy = new Envoy(server.envoyPort());
        try (envoy) {
            assertTrue(Envoy.isAllowed(envoy.launch("told-1", "concurrent", 8)));
            assertTrue(Envoy.isAllowed(envoy.launch("told-2", "concurrent", 8)));
            assertEquals(200, post("/launches/told-1/running", "").statusCode());
            assertEquals(200, post("/launches/told-1/running", "").statusCode());
            assertEquals(409, post("/launches/told-1/failed", "").statusCode());
            assertEquals(200, post("/launches/told-2/failed", "").statusCode());
            assertEquals(
                    Long.toString(7 * H100_TPP),
                    Envoy.header(envoy.launch("told-3", "concurrent", 1), "x-highfence-remaining"));
        }
    }

    @Test
    void withAStoreOfClientsNobodyElseIsHeard() throws Exception {
        Path other = Files.createDirectory(folder.resolve("clients"));
        Rig.makeKey(other.resolve("client.p12"));
        KeyStore own = KeyStore.getInstance(other.resolve("client.p12").toFile(), Rig.password());
        KeyStore clients = KeyStore.getInstance("PKCS12");
        clients.load(null, null);
        clients.setCertificateEntry("server of Kubernetes", own.getCertificate("gate"));
        try (var out = Files.newOutputStream(other.resolve("clients.p12"))) {
            clients.store(out, Rig.password());
        }
        try (Server closed =
                new Rig(other).webhook(", \"clients\": \"clients.p12\"").start()) {
            HttpRequest health = to(closed.webhookPort(), "/health").GET().build();
            HttpClient known = client(other.resolve("gate.p12"), other.resolve("client.p12"));
            assertEquals(200, known.send(health, BodyHandlers.ofString()).statusCode());
            HttpClient unknown = client(other.resolve("gate.p12"), null);
            IOException refused = assertThrows(IOException.class, () -> unknown.send(health, BodyHandlers.ofString()));
            assertTrue(refused instanceof SSLException || refused.getMessage() != null, refused.toString());
        }
    }
}
