package io.highfence.checkout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A headless Chromium, driven by chromedriver through the few commands of the WebDriver standard that the test needs. */
final class Browser implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final Duration TIMEOUT = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String base;
    private final String session;

    Browser(Path profile) {
        int port = freePort();
        base = "http://127.0.0.1:" + port;
        try {
            driver = new ProcessBuilder("chromedriver", "--port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("chromedriver is not installed: run examples/checkout/it.sh", e);
        }
        RunningShop.await("chromedriver answers", this::isReady);
        JsonNode made = command(
                "POST",
                "/session",
                Map.of(
                        "capabilities",
                        Map.of(
                                "alwaysMatch",
                                Map.of(
                                        "goog:chromeOptions",
                                        Map.of(
                                                "args",
                                                List.of(
                                                        "--headless",
                                                        "--no-sandbox",
                                                        "--disable-gpu",
                                                        "--disable-quic",
                                                        "--disable-dev-shm-usage",
                                                        "--no-first-run",
                                                        "--disable-background-networking",
                                                        "--disable-component-update",
                                                        "--disable-sync",
                                                        "--window-size=760,900",
                                                        "--user-data-dir=" + profile))))));
        session = "/session/" + made.path("sessionId").asString();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isReady() {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(base + "/status"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private JsonNode command(String method, String path, Map<String, ?> body) {
        HttpRequest.BodyPublisher sent = method.equals("POST")
                ? HttpRequest.BodyPublishers.ofString(MAPPER.writeValueAsString(body))
                : HttpRequest.BodyPublishers.noBody();
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(base + path))
                            .timeout(TIMEOUT)
                            .method(method, sent)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(method + " " + path + ": " + response.body());
            }
            return MAPPER.readTree(response.body()).path("value");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    void open(String address) {
        command("POST", session + "/url", Map.of("url", address));
    }

    /** The element that an expression of CSS finds first. */
    private String element(String css) {
        JsonNode found = command("POST", session + "/element", Map.of("using", "css selector", "value", css));
        return session + "/element/" + found.path(ELEMENT).asString();
    }

    /** Puts a text in the place of what stands in a field. */
    void fill(String css, String text) {
        String field = element(css);
        command("POST", field + "/clear", Map.of());
        command("POST", field + "/value", Map.of("text", text));
    }

    /** Chooses an option of a list, as a person who types does. */
    void choose(String css, String text) {
        command("POST", element(css) + "/value", Map.of("text", text));
    }

    void click(String css) {
        command("POST", element(css) + "/click", Map.of());
    }

    int count(String css) {
        return command("POST", session + "/elements", Map.of("using", "css selector", "value", css))
                .size();
    }

    void clickAll(String css) {
        JsonNode found = command("POST", session + "/elements", Map.of("using", "css selector", "value", css));
        for (JsonNode one : found) {
            command("POST", session + "/element/" + one.path(ELEMENT).asString() + "/click", Map.of());
        }
    }

    String text(String css) {
        return command("GET", element(css) + "/text", Map.of()).asString();
    }

    String title() {
        return command("GET", session + "/title", Map.of()).asString();
    }

    /** Goes into the frame that an expression of CSS finds. */
    void enter(String css) {
        String id = element(css);
        command("POST", session + "/frame", Map.of("id", Map.of(ELEMENT, id.substring(id.lastIndexOf('/') + 1))));
    }

    /** Goes back to the whole page. */
    void leave() {
        command("POST", session + "/frame/parent", Map.of());
    }

    /** Writes a picture of the page, in a window of this many pixels. */
    void screenshot(Path file, int width, int height) throws IOException {
        command("POST", session + "/window/rect", Map.of("width", width, "height", height));
        command("POST", session + "/execute/sync", Map.of("script", "scrollTo(0, 0)", "args", List.of()));
        byte[] png = Base64.getDecoder()
                .decode(command("GET", session + "/screenshot", Map.of()).asString());
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, png);
    }

    @Override
    public void close() {
        try {
            command("DELETE", session, Map.of());
        } finally {
            driver.destroy();
            try {
                if (!driver.waitFor(10, TimeUnit.SECONDS)) {
                    driver.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
