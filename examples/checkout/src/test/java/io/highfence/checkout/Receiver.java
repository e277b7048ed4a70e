package io.highfence.checkout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The other end of the webhook: a real HTTP server that checks signatures and can fail. */
final class Receiver implements AutoCloseable {
    static final String SECRET = "a secret of the tests, long enough for it";

    private final HttpServer server;
    private final Set<String> failing = ConcurrentHashMap.newKeySet();
    private final List<Delivery> taken = new CopyOnWriteArrayList<>();
    private final List<Delivery> refused = new CopyOnWriteArrayList<>();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/holds", this::take);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
    }

    /** One delivery. */
    record Delivery(String key, String signature, String body) {
        boolean isSigned() {
            String time = signature.substring("t=".length(), signature.indexOf(','));
            return signature.equals("t=" + time + ",v1=" + Outbox.signature(SECRET, time + "." + body));
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        boolean isOf(String order) {
            return json().path("order").asString().equals(order);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/holds";
    }

    /** Answers the next delivery about an order with an error. */
    void failNext(String order) {
        failing.add(order);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Delivery delivery = new Delivery(
                    exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                    exchange.getRequestHeaders().getFirst("X-Checkout-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean fails = failing.remove(delivery.json().path("order").asString());
            (fails ? refused : taken).add(delivery);
            exchange.sendResponseHeaders(fails ? 500 : 204, -1);
        }
    }

    List<Delivery> taken(String order) {
        return taken.stream().filter(one -> one.isOf(order)).toList();
    }

    List<Delivery> refused(String order) {
        return refused.stream().filter(one -> one.isOf(order)).toList();
    }

    /** Waits for events of an order; they are returned in the sequence in which they happened. */
    List<String> await(String order, int count) {
        RunningShop.await(count + " events of " + order, () -> taken(order).size() >= count);
        return taken(order).stream()
                .sorted(Comparator.comparingInt(
                        one -> one.json().path("sequence").asInt()))
                .map(one -> one.json().path("event").asString())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
