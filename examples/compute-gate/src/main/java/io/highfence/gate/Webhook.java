package io.highfence.gate;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * The HTTPS side: {@code POST /admit} for reviews of Kubernetes, {@code POST /launches/ID/running} and {@code /launches/ID/failed} for
 * who starts what Envoy let by, {@code GET /health}.
 */
final class Webhook implements AutoCloseable {
    /** Kubernetes takes objects of up to three megabytes, and a review of an update has two. */
    static final int MOST_BYTES = 8 << 20;

    private static final System.Logger LOG = System.getLogger(Webhook.class.getName());
    private static final String ADMIT = "/admit";
    private static final String LAUNCHES = "/launches/";

    private final HttpsServer server;
    private final ExecutorService threads;
    private final KubernetesGate kubernetes;
    private final Gate gate;

    Webhook(GateConfig.Webhook config, Gate gate, KubernetesGate kubernetes, int threads) throws IOException, BadInput {
        this.gate = gate;
        this.kubernetes = kubernetes;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "webhook");
            thread.setDaemon(true);
            return thread;
        });
        server = HttpsServer.create(new InetSocketAddress(config.host(), config.port()), 0);
        server.setHttpsConfigurator(configurator(config));
        server.setExecutor(this.threads);
        server.createContext("/", this::handle);
    }

    private static HttpsConfigurator configurator(GateConfig.Webhook config) throws IOException, BadInput {
        char[] password = Files.readString(config.passwordFile()).strip().toCharArray();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store(config.keyStore(), password), password);
            TrustManagerFactory trust = null;
            if (config.clients() != null) {
                trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                trust.init(store(config.clients(), password));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust == null ? null : trust.getTrustManagers(), null);
            boolean asksForClients = trust != null;
            return new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                    tls.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                    tls.setNeedClientAuth(asksForClients);
                    parameters.setSSLParameters(tls);
                }
            };
        } catch (GeneralSecurityException e) {
            throw new BadInput(config.keyStore().toString(), 0, 0, "the stores cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore store(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        return store;
    }

    void start() {
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            try {
                if (path.equals(ADMIT)) {
                    admit(exchange);
                } else if (path.startsWith(LAUNCHES)) {
                    event(exchange, path.substring(LAUNCHES.length()));
                } else if (path.equals("/health")) {
                    String fault = gate.fault();
                    reply(exchange, fault == null ? 200 : 503, "text/plain", fault == null ? "ok\n" : fault + "\n");
                } else {
                    reply(exchange, 404, "text/plain", "There is nothing here.\n");
                }
            } catch (RuntimeException e) {
                // No answer of a review is an allowance: whoever asked must take this for a refusal.
                LOG.log(Level.ERROR, "The webhook failed", e);
                reply(exchange, 500, "text/plain", "The gate failed.\n");
            }
        }
    }

    private void admit(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestMethod().equals("POST")) {
            reply(exchange, 405, "text/plain", "Reviews are posted.\n");
            return;
        }
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
            reply(exchange, 415, "text/plain", "Reviews are application/json.\n");
            return;
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            reply(exchange, 413, "text/plain", "A review has at most " + MOST_BYTES + " bytes.\n");
            return;
        }
        try {
            reply(exchange, 200, "application/json", kubernetes.review(body));
        } catch (KubernetesGate.NoReview e) {
            reply(exchange, 400, "text/plain", e.getMessage() + "\n");
        }
    }

    /** Says what became of a launch: {@code ID/running} or {@code ID/failed}. */
    private void event(HttpExchange exchange, String path) throws IOException {
        int slash = path.lastIndexOf('/');
        String id = slash < 0 ? path : path.substring(0, slash);
        String event = slash < 0 ? "" : path.substring(slash + 1);
        @Nullable
        Predicate<String> told = event.equals("running")
                ? (Predicate<String>) gate::running
                : event.equals("failed") ? (Predicate<String>) gate::failed : null;
        if (told == null || id.isBlank()) {
            reply(exchange, 404, "text/plain", "Launches are running or failed.\n");
        } else if (!exchange.getRequestMethod().equals("POST")) {
            reply(exchange, 405, "text/plain", "Events are posted.\n");
        } else {
            boolean known = told.test(id);
            reply(exchange, known ? 200 : 409, "text/plain", known ? "ok\n" : "No such launch is set aside.\n");
        }
    }

    private static void reply(HttpExchange exchange, int status, String type, @Nullable String text)
            throws IOException {
        byte[] body = (text == null ? "" : text).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
