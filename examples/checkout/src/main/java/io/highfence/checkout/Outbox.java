package io.highfence.checkout;

import io.highfence.checkout.OrderStore.Stored;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Events on their way to the webhook. They are written with the order that they tell of and delivered after it, at least once: a receiver
 * knows a second delivery by its {@code Idempotency-Key}, and the newer of two events of an order by its {@code sequence}.
 */
@Component
final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private static final int BATCH = 50;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** Long enough that no second copy of the shop sends what the first is sending. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MAX_DOUBLINGS = 12;
    private static final int OK = 200;
    private static final int REDIRECTED = 300;

    private final JdbcClient jdbc;
    private final CheckoutProperties.@Nullable Webhook webhook;
    private final Duration firstPause;
    private final JsonMapper mapper;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    Outbox(JdbcClient jdbc, CheckoutProperties properties, JsonMapper mapper) {
        this.jdbc = jdbc;
        this.webhook = properties.webhook();
        this.firstPause = properties.poll();
        this.mapper = mapper;
    }

    /** What happens to an order after it was placed. */
    enum Event {
        /** Its shipment is paused. */
        HELD,
        /** What held it is gone, or a person has lifted it. */
        RELEASED,
        /** It is paused again after a release. */
        REOPENED
    }

    /** What is delivered. It has no name and no address. */
    private record Message(String id, String event, String order, int sequence, String verdict, Instant at) {}

    /** One row that is due. */
    private record Due(String id, String payload, int attempts, OffsetDateTime nextAttempt) {}

    /** Writes an event; belongs into the transaction of the order. */
    void add(Stored order, Event event) {
        if (webhook == null) {
            return;
        }
        String id = UUID.randomUUID().toString();
        Message message = new Message(
                id,
                event.name().toLowerCase(Locale.ROOT),
                order.id(),
                order.version(),
                order.verdict(),
                order.decidedAt());
        jdbc.sql("""
                insert into outbox (id, order_id, payload, created_at, attempts, next_attempt)
                values (:id, :order, :payload, :now, 0, :now)""")
                .param("id", id)
                .param("order", order.id())
                .param("payload", mapper.writeValueAsString(message))
                .param("now", OrderStore.time(Instant.now()))
                .update();
    }

    /** Delivers what is due. */
    @Scheduled(fixedDelayString = "${checkout.poll:1s}")
    void deliver() {
        if (webhook == null) {
            return;
        }
        List<Due> due = jdbc.sql("""
                select id, payload, attempts, next_attempt from outbox
                where delivered_at is null and next_attempt <= :now order by created_at limit :limit""")
                .param("now", OrderStore.time(Instant.now()))
                .param("limit", BATCH)
                .query((row, number) -> new Due(
                        row.getString("id"),
                        row.getString("payload"),
                        row.getInt("attempts"),
                        row.getObject("next_attempt", OffsetDateTime.class)))
                .list();
        for (Due one : due) {
            if (take(one)) {
                if (send(webhook, one)) {
                    jdbc.sql("update outbox set delivered_at = :now where id = :id")
                            .param("now", OrderStore.time(Instant.now()))
                            .param("id", one.id)
                            .update();
                } else {
                    later(one);
                }
            }
        }
    }

    /** Takes a row for as long as sending can last; false if another copy of the shop has it. */
    private boolean take(Due one) {
        return jdbc.sql("""
                update outbox set attempts = attempts + 1, next_attempt = :lease
                where id = :id and attempts = :attempts and delivered_at is null""")
                        .param("lease", OrderStore.time(Instant.now().plus(LEASE)))
                        .param("id", one.id)
                        .param("attempts", one.attempts)
                        .update()
                == 1;
    }

    private void later(Due one) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(one.attempts, MAX_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        jdbc.sql("update outbox set next_attempt = :next where id = :id")
                .param("next", OrderStore.time(Instant.now().plus(bounded)))
                .param("id", one.id)
                .update();
    }

    private boolean send(CheckoutProperties.Webhook to, Due one) {
        String time = Long.toString(Instant.now().getEpochSecond());
        HttpRequest request = HttpRequest.newBuilder(to.url())
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", one.id)
                .header("X-Checkout-Signature", "t=" + time + ",v1=" + signature(to.secret(), time + "." + one.payload))
                .POST(HttpRequest.BodyPublishers.ofString(one.payload))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= OK && status < REDIRECTED) {
                return true;
            }
            LOG.warn("The webhook answered {}; event {} will be sent again", status, one.id);
        } catch (IOException e) {
            LOG.warn("The webhook was not reached; event {} will be sent again: {}", one.id, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** HMAC-SHA256 in hexadecimal. */
    static String signature(String secret, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must bring HmacSHA256", e);
        }
    }

    /** Since when the oldest event waits, if any does. */
    Optional<Instant> oldestWaiting() {
        return jdbc.sql("select min(created_at) from outbox where delivered_at is null")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }
}
