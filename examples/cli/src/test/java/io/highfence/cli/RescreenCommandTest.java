package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which customers the command writes, what it says of them, and its exit codes. */
class RescreenCommandTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String lists(String name, String rows) throws IOException {
        return "custom-csv:" + file(name, "id,name,countries,program\n" + rows) + "@2026-08-01";
    }

    @Test
    void writesEachCustomerWithAnotherAnswerAndNobodyElse() throws IOException {
        String old = lists("old.csv", "1,Huawei Technologies,CN,X\n2,SMIC Beijing,CN,X\n3,Yangtze Memory,CN,X\n");
        String now = lists("new.csv", "1,Huawei Technologies,CN,Y\n2,SMIC Beijing,CN,X\n4,Hygon Information,CN,X\n");
        String customers = file(
                "customers.csv",
                "id,name,country\na,Yangtze Memory,CN\nb,SMIC Beijing,CN\nc,Siemens,DE\nd,Hygon Information,CN\n"
                        + "e,Huawei Technologies,CN\n");
        Run run = CommandLineTest.run(
                "rescreen", "--customers", customers, "--from", old, "--to", now, "--date", "2026-09-01");
        assertEquals(0, run.code(), run.err());
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < run.lines().size(); i++) {
            ids.add(run.json(i).text("id"));
        }
        assertEquals(List.of("a", "d", "e"), ids);
        assertTrue(run.lines().get(0).contains("\"before\":{\"alert\":true,\"verdict\":\"HOLD\""), run.out());
        assertTrue(run.lines().get(0).contains("\"after\":{\"alert\":false,\"verdict\":\"CLEAR\""), run.out());
        assertTrue(run.lines().get(0).contains("\"hits\":[{\"change\":\"went\""), run.out());
        assertTrue(run.lines().get(1).contains("\"hits\":[{\"change\":\"came\",\"before\":[],\"after\":[{"), run.out());
        assertTrue(run.lines().get(1).contains("\"listings\":[{\"change\":\"added\""), run.out());
        assertTrue(
                run.lines()
                        .get(2)
                        .contains("\"differences\":[{\"field\":\"programs\",\"gone\":[\"X\"],\"come\":[\"Y\"]}]"),
                run.out());
    }

    @Test
    void aSetIsDividedByCommasOrRepeated() throws IOException {
        String one = lists("one, of two.csv", "1,Huawei Technologies,CN,X\n");
        String two = lists("two.csv", "2,Hygon Information,CN,X\n");
        String customers = file("customers.csv", "name\nHygon Information\nHuawei Technologies\n");
        Run comma = CommandLineTest.run("rescreen", "--customers", customers, "--from", one, "--to", one + "," + two);
        assertEquals(0, comma.code(), comma.err());
        assertEquals(1, comma.lines().size(), comma.out());
        assertEquals("Hygon Information", comma.json(0).text("name"));
        Run repeated = CommandLineTest.run(
                "rescreen", "--customers", customers, "--from", one, "--to", one, "--to", two, "--progress");
        assertEquals(comma.out(), repeated.out());
        assertTrue(repeated.err().contains("2 customers, 1 with another answer"), repeated.err());
    }

    @Test
    void speaksOfFaultsAsEveryCommandDoes() throws IOException {
        String good = lists("a.csv", "1,Huawei Technologies,CN,X\n");
        String customers = file("customers.csv", "name\nHuawei Technologies\n");
        assertEquals(
                64,
                CommandLineTest.run("rescreen", "--customers", customers, "--from", good)
                        .code());
        Run index =
                CommandLineTest.run("rescreen", "--customers", customers, "--from", good, "--to", "index:x," + good);
        assertEquals(64, index.code());
        assertEquals(
                66,
                CommandLineTest.run("rescreen", "--customers", "nobody.csv", "--from", good, "--to", good)
                        .code());
        Run bad = CommandLineTest.run(
                "rescreen", "--customers", file("bad.csv", "name,country\nA\n"), "--from", good, "--to", good);
        assertEquals(65, bad.code(), bad.err());
        assertTrue(bad.err().contains("bad.csv:2:"), bad.err());
        assertEquals("", bad.out());
    }

    /** Many more rows than go out at once, with rows that are refused among them. */
    @Test
    void theAnswersAreTheSameWithAnyNumberOfThreads() throws IOException {
        String old = lists("old.csv", "1,Huawei Technologies,CN,X\n2,SMIC Beijing,CN,X\n3,Yangtze Memory,CN,X\n");
        String now = lists("new.csv", "1,Huawei Technologies,CN,Y\n2,SMIC Beijing,CN,X\n4,Hygon Information,CN,X\n");
        List<String> names =
                List.of("Yangtze Memory", "SMIC Beijing", "Siemens", "Hygon Information", "Huawei Technologies");
        StringBuilder rows = new StringBuilder("id,name,country\n");
        for (int i = 0; i < 3_000; i++) {
            rows.append(i).append(',').append(names.get(i % 7 % 5)).append(i % 700 == 699 ? "\n" : ",CN\n");
        }
        String customers = file("many.csv", rows.toString());
        String[] words = {"rescreen", "--customers", customers, "--from", old, "--to", now, "--date", "2026-09-01"};
        Run one = with(words, "--threads", "1");
        assertEquals(65, one.code(), one.err());
        assertTrue(one.err().contains("4 rows were refused"), one.err());
        assertTrue(one.lines().size() > 1_000, one.lines().size() + " answers");
        for (String threads : List.of("2", "3", "8")) {
            Run many = with(words, "--threads", threads);
            assertEquals(65, many.code(), many.err());
            assertEquals(one.out(), many.out());
            assertEquals(one.err(), many.err());
        }
        assertEquals(one.out(), CommandLineTest.run(words).out());
        assertEquals(64, with(words, "--threads", "0").code());
        assertEquals(64, with(words, "--threads", "1001").code());
    }

    private static Run with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return CommandLineTest.run(all.toArray(String[]::new));
    }

    @Test
    void aSuppressedHitReopensWhenItsListingChanges() throws IOException {
        String old = lists("old.csv", "1,Huawei Technologies,CN,X\n2,SMIC Beijing,CN,X\n");
        String now = lists("new.csv", "1,Huawei Technologies,CN,Y\n2,SMIC Beijing,CN,X\n");
        String customers = file("customers.csv", "id,name,country\na,Huawei Technologies,DE\nb,SMIC Beijing,DE\n");
        String[] suppress = {
            "suppress",
            "--parties",
            customers,
            "--list",
            old,
            "--date",
            "2026-09-01",
            "--author",
            "A. Person",
            "--reason",
            "Another firm",
            "--expires",
            "2027-09-01",
            "--entry"
        };
        Run first = with(suppress, "1", "--id", "a");
        Run second = with(suppress, "2", "--id", "b");
        assertEquals(0, first.code(), first.err());
        assertEquals("Huawei Technologies", first.json(0).text("name"));
        String file = file("s.jsonl", first.out() + second.out());
        Run screened = CommandLineTest.run(
                "screen", "--parties", customers, "--list", old, "--date", "2026-09-01", "--suppressions", file);
        assertEquals(0, screened.code(), screened.err());
        for (String line : screened.lines()) {
            assertTrue(line.contains("\"alert\":false,\"verdict\":\"CLEAR\""), line);
            assertTrue(line.contains("\"suppressed\":true,\"suppressedBy\":[{\"source\":\"custom list\""), line);
            assertTrue(line.contains("\"suppressedHits\":1"), line);
        }
        Run run = CommandLineTest.run(
                "rescreen",
                "--customers",
                customers,
                "--from",
                old,
                "--to",
                now,
                "--date",
                "2026-09-01",
                "--suppressions",
                file);
        assertEquals(0, run.code(), run.err());
        assertEquals(1, run.lines().size(), run.out());
        assertEquals("a", run.json(0).text("id"));
        assertTrue(run.out().contains("\"before\":{\"alert\":false,\"verdict\":\"CLEAR\""), run.out());
        assertTrue(run.out().contains("\"after\":{\"alert\":true,\"verdict\":\"HOLD\""), run.out());
        assertTrue(run.out().contains("the listing changed"), run.out());
    }

    @Test
    void whatCannotBeSuppressedIsRefused() throws IOException {
        String list = lists("list.csv", "1,Huawei Technologies,CN,X\n");
        String customers = file("customers.csv", "id,name,country\na,Huawei Technologies,CN\na2,Siemens,DE\n");
        String[] suppress = {
            "suppress",
            "--parties",
            customers,
            "--list",
            list,
            "--author",
            "A. Person",
            "--reason",
            "Another firm",
            "--date",
            "2026-09-01",
            "--expires",
            "2027-09-01"
        };
        Run alone = with(suppress, "--id", "a", "--entry", "1");
        assertEquals(64, alone.code());
        assertTrue(alone.err().contains("second person"), alone.err());
        assertEquals(
                0,
                with(suppress, "--id", "a", "--entry", "1", "--approver", "B. Person")
                        .code());
        assertEquals(
                64,
                with(suppress, "--id", "a", "--entry", "1", "--approver", "A. Person")
                        .code());
        assertEquals(65, with(suppress, "--id", "a", "--entry", "2").code());
        assertEquals(65, with(suppress, "--id", "b", "--entry", "1").code());
        Run bad = CommandLineTest.run(
                "screen",
                "--parties",
                customers,
                "--list",
                list,
                "--suppressions",
                file("bad.jsonl", "{}\n{\"x\":1}\n"));
        assertEquals(65, bad.code());
        assertTrue(bad.err().contains("bad.jsonl:1:"), bad.err());
        assertEquals("", bad.out());
    }
}
