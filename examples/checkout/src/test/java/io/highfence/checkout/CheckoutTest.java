package io.highfence.checkout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.checkout.RunningShop.Reply;
import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demonstration shop over HTTP: what a customer, an operator, a warehouse and a stranger get. */
final class CheckoutTest {
    /** Words that would tell a customer, or whoever stands behind, which list was hit. */
    private static final List<String> NEVER_TOLD = List.of(
            "list",
            "entity",
            "crimea",
            "sanction",
            "denied",
            "restrict",
            "embargo",
            "screen",
            "export",
            "license",
            "hit",
            "match",
            "huawei",
            "bis",
            "ofac",
            "china",
            "government",
            "compliance");

    private static RunningShop shop;
    private static Receiver receiver;

    @BeforeAll
    static void start() {
        receiver = new Receiver();
        shop = RunningShop.start(
                "--checkout.webhook.url=" + receiver.address(), "--checkout.webhook.secret=" + Receiver.SECRET);
    }

    @AfterAll
    static void stop() {
        shop.close();
        receiver.close();
    }

    @Test
    void acceptsACustomerWhomNobodyLists() {
        String id = TestOrders.id();
        Reply placed = shop.post("/orders", TestOrders.clean(id)).is(200);
        assertEquals(id, placed.text("id"));
        assertEquals("accepted", placed.text("outcome"));
        assertTrue(placed.whole()
                .headers()
                .firstValue("Server-Timing")
                .orElse("")
                .matches("compliance;dur=\\d+\\.\\d{3}"));
        assertEquals(placed.body(), shop.get("/orders/" + id).is(200).body());
    }

    @Test
    void pausesAListedCustomerInWordsThatTellNothing() {
        String id = TestOrders.id();
        Reply placed = shop.post("/orders", TestOrders.listed(id)).is(200);
        assertEquals("accepted-shipment-paused", placed.text("outcome"));
        assertTrue(placed.text("message").contains("accepted, shipment paused"), placed.text("message"));
        assertTellsNothing(placed.text("message"));
        assertEquals(
                List.of("id", "outcome", "message", "shipped"),
                List.copyOf(placed.json().propertyNames()));

        JsonNode decision =
                shop.operatorGet("/orders/" + id + "/decision").is(200).json().path("decision");
        assertEquals("HOLD", decision.path("verdict").asString());
        assertEquals("LICENSE", decision.path("holdKind").asString());
        assertTrue(shop.operatorGet("/operator/" + id + "/explanation")
                .is(200)
                .body()
                .contains("Entity List"));
        assertTrue(shop.operatorGet("/holds").is(200).body().contains(id));
        shop.operatorPost("/orders/" + id + "/goods-issue", "{}").is(409);
        assertFalse(shop.get("/orders/" + id).json().path("shipped").asBoolean());
    }

    private static void assertTellsNothing(String message) {
        for (String word : NEVER_TOLD) {
            assertFalse(
                    Pattern.compile("\\b" + word)
                            .matcher(message.toLowerCase(Locale.ROOT))
                            .find(),
                    word + " in: " + message);
        }
    }

    /** An order to an embargoed region is barred on its facts, and the customer is told without being told why. */
    @Test
    void refusesWhatIsBarred() {
        String id = TestOrders.id();
        String order = TestOrders.of(id, "Olena Petrenko", "UA", "Yalta, Krimea")
                .replace(
                        "\"destination\":{\"country\":\"UA\"}",
                        "\"destination\":{\"country\":\"UA\",\"region\":\"Yalta, Krimea\"}");
        Reply placed = shop.post("/orders", order).is(200);
        assertEquals("refused", placed.text("outcome"));
        assertTellsNothing(placed.text("message"));
        assertEquals(
                "BLOCK",
                shop.operatorGet("/orders/" + id + "/decision")
                        .json()
                        .path("decision")
                        .path("verdict")
                        .asString());
        shop.operatorPost("/orders/" + id + "/goods-issue", "{}").is(409);
    }

    @Test
    void aLicenseIsNotLiftedByAPerson() {
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.listed(id)).is(200);
        shop.operatorPost("/orders/" + id + "/dispositions", lift(1, List.of("ENTITY_LIST/party 0")))
                .is(409);
    }

    /** A license for three boards releases an order of three, and not the same order of four. */
    @Test
    void aLicenseReleasesWhatItCovers() {
        String license = """
                [{"id":"D0000001","type":"LICENSE","issuer":"BIS","validFrom":"2026-01-01","validTo":"2026-12-31",
                  "eccns":["EAR99"],"parties":["Huawei Technologies Co., Ltd."],"destinations":["CN"],
                  "quantity":3,"used":0,"conditions":[]}]""";
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.listed(id)).is(200);
        shop.put("/orders/" + id + "/authorizations", license).is(401);
        String path = "/orders/" + id + "/authorizations";
        Reply released = operatorPut(path, license).is(200);
        assertEquals("accepted", released.text("outcome"), () -> openReasons(id).toString());
        String four = TestOrders.listed(id).replace("\"quantity\":3", "\"quantity\":4");
        assertEquals(
                "accepted-shipment-paused",
                shop.put("/orders/" + id, four).is(200).text("outcome"));
        assertEquals(
                "accepted",
                shop.put("/orders/" + id, TestOrders.listed(id)).is(200).text("outcome"));
        assertEquals("accepted-shipment-paused", operatorPut(path, "[]").is(200).text("outcome"));
        for (String bad : List.of("", "{}", "[", "[]}", "[],\"kind\":\"domestic\"", "[{\"nonsense\":1}]", "[] 1")) {
            assertProblem(operatorPut(path, bad), 400);
        }
    }

    private static Reply operatorPut(String path, String json) {
        return shop.send(shop.operator(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(json)));
    }

    @Test
    void aPersonReleasesANamesakeAndAnotherAddressOpensItAgain() {
        String id = TestOrders.id();
        String name = "Positive Technologies";
        Reply placed = shop.post("/orders", TestOrders.of(id, name, "CA", "1 Example Street, Toronto"))
                .is(200);
        assertEquals("accepted-shipment-paused", placed.text("outcome"));

        // One of three reasons is not enough.
        List<String> reasons = openReasons(id);
        assertEquals(3, reasons.size(), reasons.toString());
        Reply partly = shop.operatorPost("/orders/" + id + "/dispositions", lift(1, reasons.subList(0, 1)))
                .is(200);
        assertEquals("accepted-shipment-paused", partly.text("outcome"));
        // What another version showed cannot be lifted.
        shop.operatorPost("/orders/" + id + "/dispositions", lift(1, reasons.subList(1, 3)))
                .is(409);
        Reply released = shop.operatorPost("/orders/" + id + "/dispositions", lift(2, reasons.subList(1, 3)))
                .is(200);
        assertEquals("accepted", released.text("outcome"));
        JsonNode detail = shop.operatorGet("/orders/" + id + "/decision").json();
        assertEquals("ada", detail.path("dispositions").path(0).path("author").asString());
        assertEquals(
                "accepted",
                shop.operatorPost("/orders/" + id + "/pick", "{}").is(200).text("outcome"));

        Reply changed = shop.put("/orders/" + id, TestOrders.of(id, name, "CA", "99 Other Street, Montreal"))
                .is(200);
        assertEquals("accepted-shipment-paused", changed.text("outcome"));
        shop.operatorPost("/orders/" + id + "/goods-issue", "{}").is(409);
        Reply back = shop.put("/orders/" + id, TestOrders.of(id, name, "CA", "1 Example Street, Toronto"))
                .is(200);
        assertEquals("accepted", back.text("outcome"));
        assertTrue(shop.operatorPost("/orders/" + id + "/goods-issue", "{}")
                .is(200)
                .json()
                .path("shipped")
                .asBoolean());
        // What has left cannot be changed.
        shop.put("/orders/" + id, TestOrders.clean(id)).is(409);

        List<String> events = receiver.await(id, 4);
        assertEquals(List.of("held", "released", "reopened", "released"), events);
    }

    static String lift(int version, List<String> reasons) {
        return JsonMapper.shared()
                .writeValueAsString(JsonMapper.shared()
                        .createObjectNode()
                        .put("version", version)
                        .put("evidence", "register of companies, extract of this week")
                        .put("note", "another company of the same name")
                        .put(
                                "expires",
                                LocalDate.now(ZoneOffset.UTC).plusDays(30).toString())
                        .set("reasons", JsonMapper.shared().valueToTree(reasons)));
    }

    static List<String> openReasons(String id) {
        List<String> open = new ArrayList<>();
        for (JsonNode reason : shop.operatorGet("/orders/" + id + "/decision")
                .json()
                .path("decision")
                .path("reasons")) {
            if (!reason.path("verdict").asString().equals("CLEAR")
                    && reason.path("released").isNull()) {
                open.add(reason.path("id").asString());
            }
        }
        return open;
    }

    @Test
    void theWebhookComesSignedAndAgainAfterAFailure() {
        String id = TestOrders.id();
        receiver.failNext(id);
        shop.post("/orders", TestOrders.listed(id)).is(200);
        assertEquals(List.of("held"), receiver.await(id, 1));
        Receiver.Delivery first = receiver.refused(id).get(0);
        Receiver.Delivery second = receiver.taken(id).get(0);
        assertEquals(first.key(), second.key(), "the same key, so that a receiver knows it again");
        assertEquals(first.body(), second.body());
        assertTrue(first.isSigned() && second.isSigned());
        assertFalse(second.body().contains("Huawei"), "no names leave the shop");
    }

    @Test
    void theSameOrderAgainIsTheSameAnswerAndAnotherIsAConflict() {
        String id = TestOrders.id();
        String order = TestOrders.clean(id);
        Reply first = shop.post("/orders", order).is(200);
        assertEquals(first.body(), shop.post("/orders", order).is(200).body());
        assertEquals(
                first.body(),
                shop.post("/orders", order.replace("\n", " ")).is(200).body(),
                "blanks say nothing");
        Reply other = shop.post("/orders", order.replace("\"quantity\":3", "\"quantity\":4"))
                .is(409);
        assertProblem(other, 409);
        assertEquals(
                1,
                shop.operatorGet("/orders/" + id + "/decision")
                        .json()
                        .path("version")
                        .asInt());
    }

    private static void assertProblem(Reply reply, int status) {
        assertEquals(
                "application/problem+json",
                reply.whole().headers().firstValue("Content-Type").orElse(""));
        assertEquals(status, reply.json().path("status").asInt());
        assertFalse(reply.text("title").isBlank());
        assertFalse(reply.text("detail").isBlank());
    }

    @Test
    void hostileBodiesAreRefusedWithTheirPlace() {
        Reply broken = shop.post("/orders", "{\"id\":\"x\",\n \"parties\":[{\"name\":\"a\" \"b\"}]}")
                .is(400);
        assertProblem(broken, 400);
        assertEquals(2, broken.json().path("line").asInt());
        assertEquals("#/parties/0/name", broken.text("pointer"));
        Reply wrong = shop.post("/orders", "{\"id\":\"x\",\"parties\":[{\"name\":{}}]}")
                .is(400);
        assertEquals("#/parties/0/name", wrong.text("pointer"));
        assertProblem(shop.post("/orders", ""), 400);
        assertProblem(shop.post("/orders", "[]"), 400);
        assertProblem(shop.post("/orders", "{\"a\":".repeat(100_000 / 5) + "1"), 400);
        assertProblem(shop.post("/orders", "{\"x\":" + "[".repeat(60) + "]".repeat(60) + ",\"id\":\"x\"}"), 400);
        assertProblem(shop.post("/orders", TestOrders.clean("../../etc/passwd")), 400);
        assertProblem(shop.post("/orders", TestOrders.clean("a") + TestOrders.clean("b")), 400);
        assertEquals(
                "#/id",
                shop.post("/orders", TestOrders.clean("x".repeat(65))).is(400).text("pointer"));
        shop.post("/orders", TestOrders.clean("y".repeat(64))).is(200);
        // Only operators release.
        String forged = TestOrders.listed(TestOrders.id()).replaceFirst("\\{", "{\"authorizations\":[\"D123456\"],");
        assertEquals("#/authorizations", shop.post("/orders", forged).is(400).text("pointer"));
        forged = TestOrders.listed(TestOrders.id()).replaceFirst("\\{", "{\"dis\\\\u0070ositions\":[],");
        assertEquals("#/dispositions", shop.post("/orders", forged).is(400).text("pointer"));
    }

    @Test
    void tenMegabytesAreTooMany() {
        Reply large = shop.post("/orders", "{\"id\":\"" + "x".repeat(10_000_000) + "\"}");
        assertProblem(large.is(413), 413);
        String atLimit = TestOrders.clean(TestOrders.id());
        int blanks = Intake.MAX_BYTES - atLimit.length();
        shop.post("/orders", atLimit + " ".repeat(blanks)).is(200);
        shop.post("/orders", atLimit + " ".repeat(blanks + 1)).is(413);
    }

    @Test
    void tooManyPartiesAndLinesAreRefused() {
        String party = "{\"role\":\"other\",\"name\":\"A\"}";
        String order = TestOrders.clean(TestOrders.id());
        int known = 3;
        shop.post(
                        "/orders",
                        order.replace(
                                "\"parties\":[", "\"parties\":[" + (party + ",").repeat(Intake.MAX_PARTIES - known)))
                .is(200);
        assertEquals(
                "#/parties/" + Intake.MAX_PARTIES,
                shop.post(
                                "/orders",
                                order.replace(
                                        "\"parties\":[",
                                        "\"parties\":[" + (party + ",").repeat(Intake.MAX_PARTIES - known + 1)))
                        .is(400)
                        .text("pointer"));
        String line = "{\"line\":\"n\",\"eccn\":\"EAR99\"},";
        assertEquals(
                "#/items/" + Intake.MAX_LINES,
                shop.post("/orders", order.replace("\"items\":[", "\"items\":[" + line.repeat(Intake.MAX_LINES)))
                        .is(400)
                        .text("pointer"));
    }

    @Test
    void scriptsInNamesStayWords() {
        String id = TestOrders.id();
        String script = "<script>alert(1)</script><img src=x onerror=alert(2)> Huawei Technologies";
        shop.post("/orders", TestOrders.of(id, script, "CN", "\\\"><svg onload=alert(3)>"))
                .is(200);
        for (String path :
                List.of("/operator", "/operator/" + id, "/operator/" + id + "/explanation", "/placed/" + id)) {
            Reply page = shop.operatorGet(path).is(200);
            assertFalse(page.body().contains("<script"), path);
            assertFalse(page.body().contains("<img"), path);
            assertFalse(page.body().contains("<svg onload"), path);
            String policy =
                    page.whole().headers().firstValue("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && !policy.contains("script-src"), path + ": " + policy);
        }
        assertEquals(
                1,
                shop.operatorGet("/operator/" + id + "/explanation")
                        .whole()
                        .headers()
                        .allValues("Content-Security-Policy")
                        .size());
    }

    @Test
    void oddTextIsKept() {
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.of(id, "A\\u0000B \\ud800 \\u202e\\ud83d\\ude00", "JP", "x"))
                .is(200);
        shop.operatorGet("/operator/" + id).is(200);
        shop.operatorGet("/operator/" + id + "/explanation").is(200);
    }

    @Test
    void strangersSeeNoReasons() {
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.listed(id)).is(200);
        for (String path : List.of(
                "/holds",
                "/operator",
                "/operator/" + id,
                "/operator/" + id + "/explanation",
                "/orders/" + id + "/decision",
                "/actuator/metrics",
                "/actuator/env")) {
            shop.get(path).is(401);
        }
        shop.post("/orders/" + id + "/dispositions", lift(1, List.of("ENTITY_LIST/party 0")))
                .is(401);
        shop.post("/orders/" + id + "/goods-issue", "{}").is(401);
        shop.get("/orders/" + TestOrders.id()).is(404);
    }

    /** A page of another site can make a browser send a form with the operator's password, but not with the token. */
    @Test
    void formsNeedTheTokenOfThePage() {
        String id = TestOrders.id();
        shop.post("/orders", TestOrders.of(id, "Positive Technologies", "CA", "Toronto"))
                .is(200);
        String reason = openReasons(id).get(0);
        String[] fields = {
            "version",
            "1",
            "reasons",
            reason,
            "evidence",
            "e",
            "note",
            "n",
            "expires",
            LocalDate.now(ZoneOffset.UTC).toString()
        };
        String path = "/operator/" + id + "/dispositions";
        for (String type :
                List.of("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x")) {
            shop.send(shop.operator(path).header("Content-Type", type).POST(RunningShop.form(fields)))
                    .is(403);
            shop.send(shop.operator("/orders/" + id + "/goods-issue")
                            .header("Content-Type", type)
                            .POST(HttpRequest.BodyPublishers.noBody()))
                    .is(403);
        }
        shop.send(shop.operator("/orders/" + id + "/goods-issue").POST(HttpRequest.BodyPublishers.noBody()))
                .is(403);

        Reply page = shop.operatorGet("/operator/" + id).is(200);
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        assertTrue(token.find());
        String cookie =
                page.whole().headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        List<String> withToken = new ArrayList<>(List.of(fields));
        withToken.addAll(List.of("_csrf", token.group(1)));
        Reply lifted = shop.send(shop.operator(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookie)
                .POST(RunningShop.form(withToken.toArray(String[]::new))));
        assertEquals(302, lifted.status(), lifted.body());
        assertNotEquals(List.of(), openReasons(id));
        assertEquals(
                2,
                shop.operatorGet("/orders/" + id + "/decision")
                        .json()
                        .path("version")
                        .asInt());
    }

    @Test
    void theCartIsAPageAndItsOrderIsOne() {
        Reply page = shop.get("/").is(200);
        assertTrue(page.body().contains("Demonstration."));
        String cookie =
                page.whole().headers().firstValue("Set-Cookie").orElse("").split(";", 2)[0];
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page.body());
        Matcher id = Pattern.compile("name=\"id\" value=\"([^\"]+)\"").matcher(page.body());
        assertTrue(token.find() && id.find());
        String[] fields = {
            "_csrf",
            token.group(1),
            "id",
            id.group(1),
            "sku",
            "BOARD-1",
            "quantity",
            "2",
            "sku",
            "RTX-5090",
            "quantity",
            "0",
            "name",
            "Hinterland Robotics Workshop",
            "type",
            "organisation",
            "address",
            "1-2-3 Example, Tokyo",
            "country",
            "JP",
            "hqCountry",
            "",
            "endUse",
            "civil"
        };
        for (int i = 0; i < 2; i++) {
            Reply sent = shop.send(shop.request("/cart")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Cookie", cookie)
                    .POST(RunningShop.form(fields)));
            assertEquals(302, sent.status(), sent.body());
            assertTrue(sent.whole().headers().firstValue("Location").orElse("").endsWith("/placed/" + id.group(1)));
        }
        assertEquals("accepted", shop.get("/orders/" + id.group(1)).is(200).text("outcome"));
        assertTrue(shop.get("/placed/" + id.group(1)).is(200).body().contains("accepted"));

        fields[fields.length - 5] = "ZZ";
        Reply again = shop.send(shop.request("/cart")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Cookie", cookie)
                        .POST(RunningShop.form(fields)))
                .is(200);
        assertTrue(again.body().contains("Please choose a country.")
                && again.body().contains("Hinterland Robotics"));
    }
}
