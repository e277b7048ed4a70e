package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code decide --audit}, {@code replay} and {@code audit}. */
class AuditCommandTest {
    @TempDir
    Path folder;

    private String orders;
    private String list;
    private String audit;

    @BeforeEach
    void write() throws IOException {
        orders = file("orders.jsonl", """
                {"id":"1","kind":"export","destination":{"country":"CN"},"plannedExportDate":"2026-09-01","parties":[{"role":"endUser","name":"Huawei Tecnologies","country":"CN"}],"items":[{"line":"1","chip":"NVIDIA H100 SXM","quantity":8}]}
                {"id":"2","parties":[{"role":"purchaser","name":"Kunigunde Mustermax","birthDate":"1961-03-14","identifiers":"passport:C01X0006H"}],"colour":"red","shipFrom":"Atlantis"}
                """);
        list = "custom-csv:" + file("list.csv", "id,name,countries\n1,Huawei Technologies,CN\n") + "@2026-08-30";
        audit = folder.resolve("audit.jsonl").toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String decide(String... more) throws IOException {
        List<String> all = new java.util.ArrayList<>(List.of("decide", "--order", orders, "--list", list));
        all.addAll(List.of(more));
        Run run = CommandLineTest.run(all.toArray(String[]::new));
        assertEquals("", run.err());
        return file("decision.json", run.out());
    }

    private static List<Json.Value> replay(String... arguments) {
        Run run = CommandLineTest.run(arguments);
        assertEquals("", run.err());
        assertEquals(0, run.code());
        return run.out().lines().map(Json::read).toList();
    }

    /** What cannot be read costs its line alone, and is counted. */
    @Test
    void recordsAroundFaultsAreReplayed() throws IOException {
        List<String> good = Files.readString(Path.of(decide())).lines().toList();
        String text = String.join(
                "\n",
                "nonsense",
                good.get(0),
                "{\"id\":\"cut\",\"kind\":\"export\"",
                good.get(1),
                "{}",
                good.get(0),
                "[1",
                "");
        for (String name : List.of("r.jsonl", "r.json")) {
            Run run = CommandLineTest.run("replay", file(name, text), "--list", list);
            assertEquals(65, run.code());
            assertEquals(
                    List.of("1", "2", "1"),
                    run.lines().stream().map(line -> Json.read(line).text("id")).toList(),
                    run.err());
            assertTrue(run.err().contains(name + ":1:"), run.err());
            assertTrue(run.err().contains("4 records were refused"), run.err());
        }
        Run cut = CommandLineTest.run("replay", file("r.jsonl", text), "--list", list, "--line", "3");
        assertEquals(65, cut.code());
        assertTrue(cut.err().contains("r.jsonl:3:1: line 3 ends in the middle of a record"), cut.err());
        Run one = CommandLineTest.run("replay", file("r.jsonl", text), "--list", list, "--line", "4");
        assertEquals(0, one.code(), one.err());
        assertEquals("2", one.json(0).text("id"));
    }

    @Test
    void theAnswerOfDecideIsReplayedWithTheListAlone() throws IOException {
        List<Json.Value> answers = replay("replay", decide(), "--list", list);
        assertEquals(
                List.of("true", "true"),
                answers.stream().map(a -> a.text("same")).toList());
        assertEquals(List.of("1", "2"), answers.stream().map(a -> a.text("id")).toList());
    }

    @Test
    void settingsAndTheDateComeFromTheAnswer() throws IOException {
        String settings = file("settings.json", "{\"threshold\":0.9,\"requiredLists\":[],\"nearMissMargin\":0.05}");
        String decision = decide("--settings", settings, "--date", "2026-08-31", "--max-list-age", "3");
        assertEquals("true", replay("replay", decision, "--list", list).get(0).text("same"));
        Json.Value other = replay("replay", decision, "--list", list, "--settings", settings)
                .get(0);
        assertEquals("settings", other.list("differs").get(0).text("what"), "--max-list-age is another setting");
    }

    @Test
    void theListThatIsWantedIsNamed() throws IOException {
        Json.Value answer = replay("replay", decide()).get(0);
        assertEquals("false", answer.text("same"));
        Json.Value wanted = answer.list("differs").get(0);
        assertEquals("list", wanted.text("what"));
        assertEquals("list.csv of 2026-08-30", wanted.text("path"));
        assertTrue(wanted.text("says").contains(wanted.text("recorded")), wanted.text("says"));
    }

    @Test
    void aLogIsReplayedRecordByRecord() throws IOException {
        decide("--audit", audit);
        decide("--audit", audit);
        Run verified = CommandLineTest.run("audit", "verify", audit);
        assertEquals(0, verified.code());
        assertEquals("4", verified.json(0).text("lines"));
        List<Json.Value> all = replay("replay", audit, "--list", list);
        assertEquals(4, all.size());
        assertTrue(all.stream().allMatch(a -> a.text("same").equals("true")), all.toString());
        List<Json.Value> one = replay("replay", audit, "--line", "2", "--list", list);
        assertEquals(1, one.size());
        assertEquals("2", one.get(0).text("id"));
        assertEquals(
                65,
                CommandLineTest.run("replay", audit, "--line", "5", "--list", list)
                        .code());
    }

    @Test
    void eventsAreToldFromDecisionToDecision() throws IOException {
        String order = "{\"id\":\"1\",\"kind\":\"export\",\"shipFrom\":\"US\",\"destination\":{\"country\":\"CN\"},"
                + "\"plannedExportDate\":\"2026-09-01\",\"endUse\":\"civil\",\"items\":[{\"line\":\"1\",\"eccn\":\"EAR99\"}]}\n";
        orders = file("orders.jsonl", order);
        String before = file("before.json", Files.readString(Path.of(decide("--audit", audit))));
        orders = file("orders.jsonl", order.replace("CN", "KP") + order.replace("\"1\",\"kind", "\"2\",\"kind"));
        String after = file("after.json", Files.readString(Path.of(decide("--audit", audit))));
        Run log = CommandLineTest.run("audit", "events", audit, "--order", "1");
        assertEquals(0, log.code(), log.err());
        assertTrue(
                log.out().contains("{\"event\":\"held\",\"order\":\"1\",\"reasonId\":\"EMBARGO_KP/order\","),
                log.out());
        assertFalse(log.out().contains("\"order\":\"2\""), log.out());
        assertEquals(
                log.out(),
                CommandLineTest.run("audit", "events", before, after, "--order", "1")
                        .out());
        Run turned = CommandLineTest.run("audit", "events", after, before, "--order", "1");
        Json.Value released = turned.out()
                .lines()
                .map(Json::read)
                .filter(event -> event.text("event").equals("released"))
                .findFirst()
                .orElseThrow();
        assertEquals("EMBARGO_KP/order", released.text("reasonId"));
        assertTrue(CommandLineTest.run("audit", "events", audit).out().contains("\"order\":\"2\""));
        assertEquals(65, CommandLineTest.run("audit", "events", orders).code());
        assertEquals(66, CommandLineTest.run("audit", "events", "nowhere.jsonl").code());
        assertEquals(64, CommandLineTest.run("audit", "events").code());
    }

    @Test
    void anErasedRecordReplaysWithTheOrderOnly() throws IOException {
        decide("--audit", audit);
        Json.Value done = CommandLineTest.run(
                        "audit", "erase", audit, "--subject", "Kunigunde Mustermax", "--reason", "asked for")
                .json(0);
        assertEquals("1", done.text("records"));
        assertFalse(Files.readString(Path.of(audit)).contains("1961-03-14"));
        assertEquals(0, CommandLineTest.run("audit", "verify", audit).code());
        Json.Value refused =
                replay("replay", audit, "--line", "2", "--list", list).get(0);
        assertEquals("order", refused.list("differs").get(0).text("what"));
        Json.Value given = replay("replay", audit, "--line", "1", "--list", list, "--order", orders)
                .get(0);
        assertEquals("true", given.text("same"));
    }

    @Test
    void aHoldKeepsASubjectUntilItIsReleased() throws IOException {
        decide("--audit", audit);
        String[] erase = {"audit", "erase", audit, "--subject", "c01x-0006h", "--reason", "asked for"};
        assertEquals(
                0,
                CommandLineTest.run("audit", "hold", audit, "--subject", "Kunigunde Mustermax", "--reason", "case")
                        .code());
        assertEquals("0", CommandLineTest.run(erase).json(0).text("values"));
        CommandLineTest.run("audit", "release", audit, "--subject", "Kunigunde Mustermax", "--reason", "closed");
        assertFalse(CommandLineTest.run(erase).json(0).text("values").equals("0"));
        Run exported = CommandLineTest.run("audit", "export", audit, "--subject", "Huawei Tecnologies");
        assertTrue(exported.out().contains("Huawei Tecnologies"));
    }

    @Test
    void aKeyedLogHoldsNoPersonalValue() throws IOException {
        decide("--audit", audit, "--audit-key", file("key", "0123456789abcdef\n"));
        String text = Files.readString(Path.of(audit));
        for (String value : List.of("Kunigunde", "1961-03-14", "C01X0006H", "Tecnologies")) {
            assertFalse(text.contains(value), value);
        }
        Run shortKey = CommandLineTest.run(
                "decide", "--order", orders, "--audit", audit, "--audit-key", file("short", "0123456789abcde"));
        assertEquals(65, shortKey.code());
    }

    @Test
    void aBrokenLogIsBadInput() throws IOException {
        decide("--audit", audit);
        String text = Files.readString(Path.of(audit));
        Files.writeString(Path.of(audit), text.replaceFirst("HOLD", "HALT"));
        Run verified = CommandLineTest.run("audit", "verify", audit);
        assertEquals(65, verified.code());
        assertEquals("1", verified.json(0).text("line"));
        assertEquals(
                65,
                CommandLineTest.run("audit", "verify", audit, "--head", "0".repeat(64))
                        .code());
        assertEquals(
                64, CommandLineTest.run("audit", "verify", audit, "--head", "x").code());
        assertEquals(
                64,
                CommandLineTest.run("audit", "erase", audit, "--reason", "why").code());
        assertEquals(66, CommandLineTest.run("audit", "verify", audit + ".none").code());
        assertEquals(66, CommandLineTest.run("replay", audit + ".none").code());
        assertEquals(65, CommandLineTest.run("replay", file("no.json", "{}")).code());
    }
}
