package io.highfence.checkout;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.highfence.checkout.OrderStore.Stored;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The REST face, which {@code /openapi.yaml} describes: for the shop, and as a sidecar for programs in other languages. */
@RestController
final class OrdersApi {
    private static final int MANY = 200;
    private static final double NANOS_A_MILLI = 1e6;

    private final Orders orders;

    OrdersApi(Orders orders) {
        this.orders = orders;
    }

    /** What a shop may show to its customer. */
    record Answer(String id, Outcome outcome, String message, boolean shipped) {
        static Answer of(Stored order) {
            return new Answer(order.id(), order.outcome(), order.message(), order.shippedAt() != null);
        }
    }

    /** A held order in the list of operators. */
    record Hold(String id, int version, String verdict, Instant decidedAt) {}

    /** All about an order, for operators. */
    record Detail(
            String id,
            Outcome outcome,
            String message,
            int version,
            boolean released,
            @Nullable Instant shippedAt,
            @JsonRawValue String decision,
            @JsonRawValue String authorizations,
            List<StoredDisposition> dispositions) {}

    @PostMapping(path = "/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> place(InputStream body) throws IOException {
        Intake.Taken taken = Intake.read(body);
        Orders.Placed placed = orders.place(taken.order(), taken.body());
        return ResponseEntity.ok().header("Server-Timing", timing(placed)).body(Answer.of(placed.order()));
    }

    private static String timing(Orders.Placed placed) {
        return String.format(
                Locale.ROOT,
                "compliance;dur=%.3f%s",
                placed.compliance().toNanos() / NANOS_A_MILLI,
                placed.order().basis().isEmpty() ? ";desc=\"undecided\"" : "");
    }

    @GetMapping("/orders/{id}")
    Answer order(@PathVariable String id) {
        return Answer.of(orders.get(id));
    }

    @PutMapping(path = "/orders/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer change(@PathVariable String id, InputStream body) throws IOException {
        Intake.Taken taken = Intake.read(body);
        if (!taken.order().id().equals(id)) {
            throw new Intake.Refused("The id differs from that of the address", "#/id");
        }
        return Answer.of(orders.change(taken.order(), taken.body()));
    }

    @GetMapping("/holds")
    List<Hold> holds() {
        return orders.held(MANY).stream()
                .map(order -> new Hold(order.id(), order.version(), order.verdict(), order.decidedAt()))
                .toList();
    }

    @GetMapping("/orders/{id}/decision")
    Detail detail(@PathVariable String id) {
        Stored order = orders.get(id);
        return new Detail(
                order.id(),
                order.outcome(),
                order.message(),
                order.version(),
                order.released(),
                order.shippedAt(),
                order.decision(),
                order.authorizations(),
                orders.dispositions(id));
    }

    @PostMapping(path = "/orders/{id}/dispositions", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer dispose(@PathVariable String id, @RequestBody LiftForm made, Principal operator) {
        return Answer.of(orders.dispose(id, made.version(), made.reasonIds(), operator.getName(), made.words()));
    }

    @PutMapping(path = "/orders/{id}/authorizations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Answer authorize(@PathVariable String id, InputStream body) throws IOException {
        return Answer.of(orders.authorize(id, Intake.authorizations(body)));
    }

    @PostMapping("/orders/{id}/pick")
    Answer pick(@PathVariable String id) {
        return Answer.of(orders.again(id));
    }

    /** Lets an order go. One that is paused is refused here, so that whoever forgets to read the answer ships nothing. */
    @PostMapping("/orders/{id}/goods-issue")
    Answer goodsIssue(@PathVariable String id) {
        Stored order = orders.ship(id);
        if (order.shippedAt() == null) {
            throw new Orders.Conflict("The shipment is held");
        }
        return Answer.of(order);
    }
}
