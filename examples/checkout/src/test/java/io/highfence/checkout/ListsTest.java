package io.highfence.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.checkout.RunningShop.Reply;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A shop with lists of its own, which come, change, break and grow old while it is open. One story, told in its sequence. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ListsTest {
    private static final String NEWCOMER = "Quillfeather Optics";
    private static final int SHOPPERS = 4;
    private static final int SWAPS = 10;

    @TempDir
    static Path folder;

    private static RunningShop shop;
    private static Receiver receiver;

    @BeforeAll
    static void start() throws IOException {
        Path settings = folder.resolve("settings.json");
        Files.writeString(settings, """
                {"acceptedThrough":{"date":"2099-12-31","by":"the tests"},"secondApprover":true}""");
        receiver = new Receiver();
        shop = RunningShop.start(
                "--checkout.lists-folder=" + folder,
                "--checkout.settings=" + settings,
                "--checkout.operators.ben={noop}" + RunningShop.PASSWORD,
                "--checkout.webhook.url=" + receiver.address(),
                "--checkout.webhook.secret=" + Receiver.SECRET);
    }

    @AfterAll
    static void stop() {
        shop.close();
        receiver.close();
    }

    /** Publishes lists of a day: one made-up party on each that a US exporter must have, and perhaps one more. */
    private static void publish(LocalDate day, String... more) throws IOException, BadInput {
        List<String> records = new ArrayList<>(List.of(
                record("Denied Persons List (DPL) - Bureau of Industry and Security", "Vexholm Trading"),
                record("Entity List (EL) - Bureau of Industry and Security", "Brindlewick Components"),
                record("Military End User (MEU) List - Bureau of Industry and Security", "Ostermarsh Aviation"),
                record("Specially Designated Nationals (SDN) - Treasury Department", "Karvelund Shipping"),
                record("Unverified List (UVL) - Bureau of Industry and Security", "Tarnowell Institute")));
        for (String name : more) {
            records.add(record("Entity List (EL) - Bureau of Industry and Security", name));
        }
        Path csl = folder.resolve("csl.json");
        Files.writeString(csl, "{\"total\":" + records.size() + ",\"results\":[" + String.join(",", records) + "]}");
        PartyIndex.of(PartyList.load(List.of(new ListSource(ListSource.Format.CSL_JSON, csl, day))))
                .save(folder.resolve("lists.index"));
    }

    private static String record(String source, String name) {
        return """
                {"source":"%s","name":"%s","addresses":[{"city":"Auckland","country":"NZ"}],"start_date":"2020-01-02",
                 "license_requirement":"For all items subject to the EAR. (See §744.11 of the EAR)",
                 "license_policy":"Presumption of denial","standard_order":"Y","programs":["SDGT"]}""".formatted(source, name);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static String outcome(String id) {
        return shop.get("/orders/" + id).is(200).text("outcome");
    }

    private static JsonNode health() {
        Reply health = shop.get("/actuator/health").is(200);
        return health.json().path("components").path("lists").path("details");
    }

    private static void awaitOutcome(String id, String outcome) {
        RunningShop.await(id + " is " + outcome, () -> outcome(id).equals(outcome));
    }

    private static String waiting;

    @Test
    @Order(1)
    void withoutListsTheCartWorksAndNothingShips() {
        waiting = TestOrders.id();
        Reply page = shop.get("/").is(200);
        assertTrue(page.body().contains("Your cart") && !page.body().contains("Demonstration."));
        assertEquals(
                "accepted-shipment-paused",
                shop.post("/orders", TestOrders.clean(waiting)).is(200).text("outcome"));
        shop.operatorPost("/orders/" + waiting + "/goods-issue", "{}").is(409);
        assertTrue(health().path("sample").asBoolean());
    }

    @Test
    @Order(2)
    void whenListsComeTheOrderGoesOnByItself() throws Exception {
        publish(today());
        awaitOutcome(waiting, "accepted");
        assertEquals(List.of("held", "released"), receiver.await(waiting, 2));
        assertFalse(health().path("sample").asBoolean());
        assertFalse(health().path("found").path("faults").toString().contains("LIST_STALE"));
        assertEquals(
                0, health().path("found").path("lists").path(0).path("ageDays").asInt(-1));
        // The day is the shop's: an order cannot say that it is of a day with other lists.
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.clean(id).replace("2026-09-01", "2020-01-01"))
                .is(200);
        assertEquals(
                today().toString(),
                shop.operatorGet("/orders/" + id + "/decision")
                        .json()
                        .path("decision")
                        .path("stamp")
                        .path("asOf")
                        .asString());
    }

    @Test
    @Order(3)
    void anAcceptedOrderIsHeldWhenItsCustomerIsListed() throws Exception {
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.of(id, NEWCOMER, "NZ", "Auckland")).is(200);
        assertEquals("accepted", outcome(id));
        publish(today(), NEWCOMER);
        awaitOutcome(id, "accepted-shipment-paused");
        shop.operatorPost("/orders/" + id + "/goods-issue", "{}").is(409);
        publish(today());
        awaitOutcome(id, "accepted");
        assertEquals(List.of("held", "released"), receiver.await(id, 2));
        publish(today(), NEWCOMER);
        awaitOutcome(id, "accepted-shipment-paused");
        assertEquals(List.of("held", "released", "reopened"), receiver.await(id, 3));
    }

    @Test
    @Order(4)
    void listsSwapWhileRequestsRun() throws Exception {
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService shoppers = Executors.newFixedThreadPool(SHOPPERS);
        List<Future<Integer>> served = new ArrayList<>();
        for (int i = 0; i < SHOPPERS; i++) {
            served.add(shoppers.submit(() -> {
                int count = 0;
                while (open.get()) {
                    assertEquals(
                            "accepted",
                            shop.post("/orders", TestOrders.clean(TestOrders.id()))
                                    .is(200)
                                    .text("outcome"));
                    assertEquals(
                            "accepted-shipment-paused",
                            shop.post(
                                            "/orders",
                                            TestOrders.of(TestOrders.id(), "Brindlewick Components", "NZ", "Auckland"))
                                    .is(200)
                                    .text("outcome"));
                    count++;
                }
                return count;
            }));
        }
        String before = health().path("found").path("listSet").asString();
        for (int i = 0; i < SWAPS; i++) {
            String digest = health().path("found").path("listSet").asString();
            publish(today(), i % 2 == 0 ? new String[0] : new String[] {NEWCOMER, "Edition " + i});
            RunningShop.await(
                    "edition " + i,
                    () -> !health().path("found").path("listSet").asString().equals(digest));
        }
        open.set(false);
        for (Future<Integer> one : served) {
            assertTrue(one.get(60, TimeUnit.SECONDS) > 0);
        }
        shoppers.shutdown();
        assertFalse(before.equals(health().path("found").path("listSet").asString()));
    }

    @Test
    @Order(5)
    void aBrokenFileChangesNothing() throws Exception {
        String digest = health().path("found").path("listSet").asString();
        Path half = folder.resolve("half");
        byte[] whole = Files.readAllBytes(folder.resolve("lists.index"));
        Files.write(half, Arrays.copyOf(whole, whole.length / 2));
        Files.move(half, folder.resolve("lists.index"), StandardCopyOption.REPLACE_EXISTING);
        RunningShop.await("the fault is told", () -> !health().path("fault").isMissingNode());
        assertEquals(digest, health().path("found").path("listSet").asString());
        String id = TestOrders.id();
        assertEquals(
                "accepted", shop.post("/orders", TestOrders.clean(id)).is(200).text("outcome"));
    }

    @Test
    @Order(6)
    void staleListsHoldEveryOrderAndTheCartStaysOpen() throws Exception {
        // Seven days old is the greatest age of these lists.
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.clean(id)).is(200);
        publish(today().minusDays(8));
        awaitOutcome(id, "accepted-shipment-paused");
        assertTrue(shop.get("/").is(200).body().contains("Your cart"));
        String another = TestOrders.id();
        assertEquals(
                "accepted-shipment-paused",
                shop.post("/orders", TestOrders.clean(another)).is(200).text("outcome"));
        JsonNode decision =
                shop.operatorGet("/orders/" + another + "/decision").json().path("decision");
        assertEquals("STALE", decision.path("holdKind").asString());
        assertTrue(health().path("found").path("faults").toString().contains("LIST_STALE"));
        assertEquals(
                8, health().path("found").path("lists").path(0).path("ageDays").asInt());
        publish(today().minusDays(7));
        awaitOutcome(id, "accepted");
        awaitOutcome(another, "accepted");
        assertFalse(health().path("found").path("faults").toString().contains("LIST_STALE"));
    }

    @Test
    @Order(7)
    void whereTheSettingsAskForTwoPeopleOneReleasesNothing() {
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.of(id, "Brindlewick Components", "FI", "Tampere"))
                .is(200);
        List<String> reasons = liftable(id);
        assertEquals(3, reasons.size(), reasons.toString());
        String path = "/orders/" + id + "/dispositions";
        for (int version = 1; version <= 2; version++) {
            Reply alone =
                    shop.operatorPost(path, CheckoutTest.lift(version, reasons)).is(200);
            assertEquals("accepted-shipment-paused", alone.text("outcome"));
        }
        assertEquals("accepted", liftByBoth(id, 3, reasons));
    }

    private static List<String> liftable(String id) {
        List<String> reasons = new ArrayList<>();
        shop.operatorGet("/orders/" + id + "/decision")
                .json()
                .path("decision")
                .path("reasons")
                .forEach(reason -> {
                    if (reason.path("binding").isObject()) {
                        reasons.add(reason.path("id").asString());
                    }
                });
        return reasons;
    }

    /** The second of two people lifts what the first has lifted. */
    private static String liftByBoth(String id, int version, List<String> reasons) {
        return shop.send(shop.operator("ben", "/orders/" + id + "/dispositions")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(CheckoutTest.lift(version, reasons))))
                .is(200)
                .text("outcome");
    }

    /** Of an order that has left: whoever looks later sees what was found then, and why each name had its score. */
    @Test
    @Order(8)
    void theExplanationStaysThatOfItsDecisionWhenTheListsHaveChanged() throws Exception {
        publish(today(), NEWCOMER);
        RunningShop.await("the newcomer is listed", () -> {
            String asked = TestOrders.id();
            shop.post("/orders", TestOrders.of(asked, NEWCOMER, "FI", "Tampere"));
            return outcome(asked).equals("accepted-shipment-paused");
        });
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.of(id, NEWCOMER, "FI", "Tampere")).is(200);
        List<String> reasons = liftable(id);
        shop.operatorPost("/orders/" + id + "/dispositions", CheckoutTest.lift(1, reasons))
                .is(200);
        assertEquals("accepted", liftByBoth(id, 2, reasons));
        shop.operatorPost("/orders/" + id + "/goods-issue", "{}").is(200);
        String page = "/operator/" + id + "/explanation";
        String then = shop.operatorGet(page).is(200).body();
        assertTrue(then.contains("&#39;quillfeather&#39; = &#39;quillfeather&#39;: equal"), then);
        String digest = health().path("found").path("listSet").asString();
        publish(today());
        RunningShop.await(
                "the newcomer is not listed any more",
                () -> !health().path("found").path("listSet").asString().equals(digest));
        assertEquals(then, shop.operatorGet(page).is(200).body());
    }
}
