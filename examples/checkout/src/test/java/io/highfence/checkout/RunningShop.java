package io.highfence.checkout;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Assertions;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole shop on a port of its own, and a client of it. With the system property {@code checkout.postgres}, the address of a PostgreSQL
 * server, each shop has a schema there; else an H2 database of its own.
 */
final class RunningShop implements AutoCloseable {
    static final String PASSWORD = "only-for-the-tests";

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;
    final String address;

    private RunningShop(ConfigurableApplicationContext context) {
        this.context = context;
        this.address = "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    static RunningShop start(String... properties) {
        List<String> args = new ArrayList<>(List.of(
                "--server.port=0",
                "--checkout.poll=50ms",
                "--checkout.patience=30s",
                "--checkout.operators.ada={noop}" + PASSWORD,
                "--spring.main.banner-mode=off",
                "--logging.level.root=WARN"));
        String postgres = System.getProperty("checkout.postgres");
        if (postgres != null) {
            args.add("--spring.profiles.active=postgres");
            args.add("--spring.datasource.url=" + postgres + "&currentSchema=" + schema(postgres));
        }
        for (String property : properties) {
            String name = property.substring(0, property.indexOf('=') + 1);
            args.removeIf(known -> known.startsWith(name));
            args.add(property);
        }
        return new RunningShop(
                new SpringApplicationBuilder(CheckoutApplication.class).run(args.toArray(String[]::new)));
    }

    private static String schema(String postgres) {
        String name = "shop_" + UUID.randomUUID().toString().replace('-', '_');
        JdbcClient.create(new DriverManagerDataSource(postgres))
                .sql("create schema " + name)
                .update();
        return name;
    }

    /** An answer of the shop. */
    record Reply(int status, String body, HttpResponse<String> whole) {
        JsonNode json() {
            return MAPPER.readTree(body);
        }

        String text(String field) {
            return json().path(field).asString("");
        }

        Reply is(int expected) {
            Assertions.assertEquals(expected, status, body);
            return this;
        }
    }

    Reply get(String path) {
        return send(request(path).GET());
    }

    Reply post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply put(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    Reply operatorGet(String path) {
        return send(operator(path).GET());
    }

    Reply operatorPost(String path, String json) {
        return send(operator(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(TIMEOUT);
    }

    HttpRequest.Builder operator(String path) {
        return operator("ada", path);
    }

    HttpRequest.Builder operator(String name, String path) {
        String credentials =
                Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return request(path).header("Authorization", "Basic " + credentials);
    }

    Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError("The shop did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** A form as a browser sends it. */
    static HttpRequest.BodyPublisher form(String... namesAndValues) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(namesAndValues[i])
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.BodyPublishers.ofString(form.toString());
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static void await(String what, BooleanSupplier done) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!done.getAsBoolean()) {
            Assertions.assertTrue(System.nanoTime() < end, "Not within a minute: " + what);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
