package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders from a table: one answer an order, in the sequence of the file, and faults with their place. */
class DecideTableTest {
    private static final String HEADER =
            "id,kind,destination_country,end_user_name,end_user_country,line,eccn,quantity\n";

    @TempDir
    Path folder;

    private Run decide(String name, String table) throws IOException {
        Path file = Files.writeString(folder.resolve(name), table);
        return CommandLineTest.run("decide", "--date", "2026-09-01", "--order", file.toString());
    }

    private static List<String> ids(Run run) {
        return run.out()
                .lines()
                .map(Json::read)
                .map(answer -> answer.text("id") + ":" + answer.list("lines").size())
                .toList();
    }

    @Test
    void rowsOfOneOrderAreOneAnswerInTheSequenceOfTheFile() throws IOException {
        Run run = decide(
                "orders.CSV", HEADER + "B,export,DE,Ann,DE,1,EAR99,1\nB,,,,,2,EAR99,2\nA,export,KP,Bob,KP,1,EAR99,1\n");
        assertEquals(List.of("B:2", "A:1"), ids(run));
        assertEquals(2, run.code(), run.err());
    }

    @Test
    void anOrderThatCannotBeReadIsToldWithItsPlaceAndTheOthersAreAnswered() throws IOException {
        Run run = decide(
                "orders.csv", HEADER + "A,export,DE,Ann,DE,1,EAR99,1\nB,export,DE\nC,export,DE,Ann,DE,1,EAR99,1\n");
        assertEquals(List.of("A:1", "C:1"), ids(run));
        assertEquals(65, run.code());
        assertTrue(run.err().contains("orders.csv:3:4"), run.err());
        assertTrue(run.err().contains("1 order was refused; the others are answered."), run.err());
        Run misspelt = decide("orders.csv", HEADER.replace("eccn", "ecnn") + "A,export,DE,Ann,DE,1,EAR99,1\n");
        assertEquals(65, misspelt.code());
        assertTrue(misspelt.err().contains("ecnn"), misspelt.err());
        assertEquals(65, decide("orders.csv", HEADER).code());
    }

    @Test
    void releasesStandInAFileBeside() throws IOException {
        String table = folder.resolve("orders.csv").toString();
        decide("orders.csv", HEADER + "A,export,DE,Ann,DE,1,EAR99,1\nB,export,DE,Ann,DE,1,EAR99,1\n");
        Path releases = Files.writeString(
                folder.resolve("releases.jsonl"),
                "{\"id\":\"B\",\"dispositions\":[{\"reasonId\":\"NO_SUCH/order\"}]}\n");
        Run run = CommandLineTest.run(
                "decide", "--date", "2026-09-01", "--order", table, "--releases", releases.toString());
        assertEquals(2, run.lines().size(), run.err());
        assertTrue(!run.lines().get(0).contains("DISPOSITION_WITHOUT_REASON"), run.out());
        assertTrue(run.lines().get(1).contains("DISPOSITION_WITHOUT_REASON"), run.out());
        Files.writeString(releases, "{\"id\":\"C\",\"dispositions\":[]}\n");
        Run misspelt = CommandLineTest.run(
                "decide", "--date", "2026-09-01", "--order", table, "--releases", releases.toString());
        assertEquals(65, misspelt.code());
        assertEquals(2, misspelt.lines().size(), "the orders are answered");
        assertTrue(misspelt.err().contains("there is no order 'C' for these releases"), misspelt.err());
    }

    @Test
    void anAnswerHasWhatADispositionMustCarry() throws IOException {
        Run run = decide(
                "orders.csv",
                HEADER.replace("id,", "id,ship_from,") + "A,US,export,CN,Sun Yat-Sen University,CN,1,EAR99,1\n");
        Json.Value held = Json.read(run.out().lines().findFirst().orElseThrow()).list("reasons").stream()
                .filter(reason -> reason.text("rule").equals("UNVERIFIED_LIST"))
                .findFirst()
                .orElseThrow();
        assertTrue(held.value("binding").keys().containsAll(List.of("input", "rules", "lists")));
        assertEquals("null", held.value("released").scalar());
    }
}
