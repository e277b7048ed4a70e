package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Settings;
import io.highfence.cli.CommandLineTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about settings, the health of lists, and decisions in a customer's words. */
class SettingsCommandTest {
    private static final String ORDER = """
            {"id":"A","kind":"export","exporter":{"country":"US","hqCountry":"US","ultimateParentCountry":"US"},
             "shipFrom":"US","destination":{"country":"DE"},"plannedExportDate":"2026-09-01","endUse":"civil",
             "parties":[{"role":"purchaser","name":"Kranich Optik","country":"DE"},
                        {"role":"ultimateConsignee","name":"Kranich Optik","country":"DE"},
                        {"role":"endUser","name":"Kranich Optik","country":"DE"}],
             "items":[{"line":"1","eccn":"EAR99"}]}
            """.replace("\n", " ") + "\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String list() throws IOException {
        return "custom-csv:" + file("own.csv", "id,name\n1,Nobody at All Company\n") + "@2026-09-01";
    }

    @Test
    void showsEverySettingAndWritesAFileThatCanBeRead() throws IOException {
        Run text = CommandLineTest.run("settings", "show", "--profile", "vendor");
        assertEquals(0, text.code(), text.err());
        assertTrue(
                text.out()
                        .startsWith(
                                "digest " + Settings.of(Settings.Profile.VENDOR).digest()),
                text.out());
        Run json = CommandLineTest.run("settings", "show", "--profile", "vendor", "--as", "json");
        assertEquals(Settings.of(Settings.Profile.VENDOR).json() + "\n", json.out());
        Run again = CommandLineTest.run("settings", "show", "--settings", file("s.json", json.out()), "--as", "json");
        assertEquals(json.out(), again.out());
        assertEquals(
                Settings.defaults().json() + "\n",
                CommandLineTest.run("settings", "show", "--as", "json").out());
    }

    @Test
    void refusesWhatIsNoProfileAndNoSetting() throws IOException {
        Run profile = CommandLineTest.run("settings", "show", "--profile", "seller");
        assertEquals(64, profile.code());
        assertTrue(profile.err().contains("vendor, checkout, computeGate"), profile.err());
        Run bad = CommandLineTest.run("settings", "show", "--settings", file("bad.json", "{\n \"hub\":[]}"));
        assertEquals(65, bad.code());
        assertTrue(bad.err().contains("bad.json") && bad.err().contains("2"), bad.err());
        assertEquals(
                64,
                CommandLineTest.run("settings", "show", "--profile", "vendor", "--settings", file("e.json", "{}"))
                        .code());
        assertEquals(64, CommandLineTest.run("settings").code());
    }

    @Test
    void diffTellsWhatAChangeWouldDo() throws IOException {
        String from = file(
                "from.json", "{\"requiredLists\":[],\"acceptedThrough\":{\"date\":\"2026-09-01\",\"by\":\"a test\"}}");
        String to = file(
                "to.json",
                "{\"requiredLists\":[\"EL\"],\"acceptedThrough\":{\"date\":\"2026-09-01\",\"by\":\"a test\"}}");
        String orders = file("orders.jsonl", ORDER + ORDER.replace("\"A\"", "\"B\""));
        Run run = CommandLineTest.run(
                "settings", "diff", "--order", orders, "--from", from, "--to", to, "--list", list());
        assertEquals(0, run.code(), run.err());
        assertEquals(3, run.lines().size(), run.out());
        assertEquals("A", run.json(0).text("id"));
        assertTrue(run.lines().get(0).contains("\"rule\":\"LIST_MISSING\""), run.out());
        assertEquals("B", run.json(1).text("id"));
        assertTrue(run.lines().get(2).startsWith("{\"orders\":2,\"changed\":2,\"verdicts\":{"), run.out());
        assertTrue(run.lines().get(2).contains("\"settings\":[\"requiredLists\"]"), run.out());
        Run same = CommandLineTest.run(
                "settings", "diff", "--order", orders, "--from", from, "--to", from, "--list", list());
        assertEquals(1, same.lines().size(), same.out());
    }

    @Test
    void healthSaysWhetherListsAreFit() throws IOException {
        String settings = file("s.json", "{\"requiredLists\":[\"CUSTOM\"],\"maxListAgeDays\":7}");
        Run good = CommandLineTest.run(
                "lists", "health", "--list", list(), "--settings", settings, "--date", "2026-09-08");
        assertEquals(0, good.code(), good.err());
        assertTrue(good.out().contains("\"fit\":true"), good.out());
        Run old = CommandLineTest.run(
                "lists", "health", "--list", list(), "--settings", settings, "--date", "2026-09-09");
        assertTrue(old.out().contains("\"fit\":false,\"faults\":[\"LIST_STALE "), old.out());
        assertEquals(
                64, CommandLineTest.run("lists", "health", "--within", "-1").code());
    }

    @Test
    void healthCountsWhatPersonsHaveSuppressedAndLifted() throws IOException {
        String parties = file("parties.csv", "id,name,country\n17,Nobody at All Company,DE\n");
        Run suppress = CommandLineTest.run(
                "suppress",
                "--parties",
                parties,
                "--id",
                "17",
                "--entry",
                "1",
                "--author",
                "A. Author",
                "--approver",
                "B. Second",
                "--reason",
                "another firm",
                "--date",
                "2026-09-01",
                "--expires",
                "2026-09-30",
                "--list",
                list());
        assertEquals(0, suppress.code(), suppress.err());
        String lifted = "\"dispositions\":[{\"reasonId\":\"EL_OTHER/party 2\",\"author\":\"A. Author\"}],\"items\"";
        Run health = CommandLineTest.run(
                "lists",
                "health",
                "--list",
                list(),
                "--date",
                "2026-09-02",
                "--suppressions",
                file("suppressions.jsonl", suppress.out()),
                "--order",
                file("open.jsonl", ORDER + ORDER.replace("\"items\"", lifted)));
        assertEquals(0, health.code(), health.err());
        assertTrue(
                health.out()
                        .contains("\"suppressed\":{\"inForce\":1,\"endingSoon\":1,\"notBegun\":0,\"ended\":0,"
                                + "\"reopened\":0,\"unlisted\":0},\"disposed\":{\"inForce\":0,\"endingSoon\":0,"
                                + "\"ended\":0,\"reopened\":0,\"incomplete\":1}"),
                health.out());
        Run broken = CommandLineTest.run("lists", "health", "--list", list(), "--order", file("bad.jsonl", "{\n"));
        assertEquals(65, broken.code());
    }

    @Test
    void aCustomerReadsTheirOwnLanguage() throws IOException {
        String order = file("order.json", ORDER);
        Run english = CommandLineTest.run("decide", "--order", order, "--explain", "customer");
        assertEquals(3, english.code(), english.err());
        assertTrue(english.out().startsWith("Order A: accepted, shipment paused"), english.out());
        assertFalse(english.out().contains("list"), english.out());
        Run german = CommandLineTest.run("decide", "--order", order, "--explain", "customer", "--language", "de");
        assertTrue(german.out().startsWith("Bestellung A: angenommen; der Versand ruht"), german.out());
        Run house = CommandLineTest.run("decide", "--order", order, "--explain", "text", "--language", "de");
        assertTrue(house.out().contains("SAMPLE_LIST"), house.out());
        assertEquals(
                64,
                CommandLineTest.run("decide", "--order", order, "--explain", "customer", "--language", "fr")
                        .code());
        assertEquals(
                64,
                CommandLineTest.run("decide", "--order", order, "--language", "de")
                        .code());
    }
}
