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
}
