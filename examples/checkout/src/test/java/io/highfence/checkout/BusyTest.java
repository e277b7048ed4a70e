package io.highfence.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Order;
import io.highfence.OrderReader;
import io.highfence.checkout.RunningShop.Reply;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A shop with more customers than its one screener can serve, which nobody waits for; and a shop that must not open. */
final class BusyTest {
    private static final int SHOPPERS = 4;

    @Test
    void whatThereWasNoTimeForIsAcceptedPausedAndDecidedLater() throws InterruptedException {
        try (RunningShop shop = RunningShop.start("--checkout.screeners=1", "--checkout.patience=0ms")) {
            Queue<String> ids = new ConcurrentLinkedQueue<>();
            AtomicReference<Reply> paused = new AtomicReference<>();
            ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS);
            for (int i = 0; i < SHOPPERS; i++) {
                shoppers.submit(() -> {
                    while (paused.get() == null) {
                        String id = TestOrders.id();
                        Reply reply = shop.post("/orders", TestOrders.clean(id)).is(200);
                        ids.add(id);
                        if (reply.text("outcome").equals("accepted-shipment-paused")) {
                            paused.set(reply);
                        }
                    }
                    return null;
                });
            }
            RunningShop.await("an order that nobody had time for", () -> paused.get() != null);
            shoppers.shutdown();
            assertTrue(shoppers.awaitTermination(60, TimeUnit.SECONDS));
            assertEquals(
                    "Order " + paused.get().text("id") + ": accepted, shipment paused.",
                    paused.get().text("message"));
            assertTrue(paused.get()
                    .whole()
                    .headers()
                    .firstValue("Server-Timing")
                    .orElseThrow()
                    .endsWith(";desc=\"undecided\""));
            assertFalse(ids.isEmpty());
            for (String id : ids) {
                RunningShop.await(
                        id + " is decided",
                        () -> shop.get("/orders/" + id).text("outcome").equals("accepted"));
            }
        }
    }

    @Test
    void anOrderForWhichNobodyWaitsLeavesTheScreenerToCustomers() throws Exception {
        Order order;
        try (OrderReader reader = new OrderReader(
                new ByteArrayInputStream(TestOrders.clean(TestOrders.id()).getBytes(StandardCharsets.UTF_8)),
                "order")) {
            order = reader.next();
        }
        try (RunningShop shop = RunningShop.start("--checkout.screeners=1")) {
            Desk desk = shop.bean(Desk.class);
            AtomicBoolean over = new AtomicBoolean();
            ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS);
            List<Future<?>> waits = new ArrayList<>();
            for (int i = 0; i < SHOPPERS; i++) {
                waits.add(shoppers.submit(() -> {
                    while (!over.get()) {
                        assertTrue(desk.ask(order).isDecided());
                    }
                }));
            }
            RunningShop.await(
                    "an answer that the screener is not free",
                    () -> !desk.askIfFree(order).isDecided());
            over.set(true);
            for (Future<?> wait : waits) {
                wait.get();
            }
            shoppers.shutdown();
            RunningShop.await(
                    "a screener that is free", () -> desk.askIfFree(order).isDecided());
        }
    }

    @Test
    void secretsThatAreNoneAreNotTaken() {
        String secret = "x".repeat(32);
        new CheckoutProperties.Webhook(URI.create("https://erp.example.com/holds"), secret);
        new CheckoutProperties.Webhook(URI.create("http://127.0.0.1:9/holds"), secret);
        assertThrows(
                IllegalArgumentException.class,
                () -> new CheckoutProperties.Webhook(URI.create("https://erp.example.com/holds"), "x".repeat(31)));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CheckoutProperties.Webhook(URI.create("http://192.0.2.1/holds"), secret));
        assertThrows(
                IllegalArgumentException.class,
                () -> new CheckoutProperties.Webhook(URI.create("file:///etc/passwd"), secret));
    }
}
