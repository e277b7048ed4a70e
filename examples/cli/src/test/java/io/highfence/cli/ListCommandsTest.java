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

/** The commands about lists: what they print, and their exit codes. */
class ListCommandsTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void diffSaysWhatWasAddedRemovedAndChanged() throws IOException {
        String before = file("a.csv", "id,name,countries,program\n1,Huawei,CN,X\n2,SMIC,CN,X\n3,YMTC,CN,X\n");
        String after = file("b.csv", "id,name,countries,program\n1,Huawei,CN,X\n3,YMTC,CN,Y\n4,CXMT,CN,X\n");
        Run run = CommandLineTest.run(
                "lists", "diff", "custom-csv:" + before + "@2026-08-01", "custom-csv:" + after + "@2026-09-01");
        assertEquals(0, run.code(), run.err());
        assertEquals(4, run.lines().size());
        Json.Value counts = run.json(0);
        assertEquals(
                List.of("1", "1", "1", "1"),
                List.of(
                        counts.text("added"),
                        counts.text("removed"),
                        counts.text("changed"),
                        counts.text("unchanged")));
        assertTrue(run.lines().get(0).contains("\"publishedOn\":\"2026-08-01\""));
        assertTrue(run.lines().get(0).contains("\"publishedOn\":\"2026-09-01\""));
        assertEquals("changed", run.json(1).text("change"));
        assertEquals("3", run.json(1).text("entry"));
        assertTrue(run.lines()
                .get(1)
                .contains("\"differences\":[{\"field\":\"programs\",\"gone\":[\"X\"],\"come\":[\"Y\"]}]"));
        assertEquals("added", run.json(2).text("change"));
        assertEquals("CXMT", run.json(2).text("name"));
        assertEquals("removed", run.json(3).text("change"));
        assertEquals("SMIC", run.json(3).text("name"));
    }

    @Test
    void diffSpeaksOfFaultsAsEveryCommandDoes() throws IOException {
        String good = "custom-csv:" + file("a.csv", "id,name\n1,Huawei\n");
        assertEquals(64, CommandLineTest.run("lists", "diff", good).code());
        assertEquals(
                64, CommandLineTest.run("lists", "diff", good, "nonsense:b.csv").code());
        assertEquals(
                66,
                CommandLineTest.run("lists", "diff", good, "custom-csv:nowhere.csv")
                        .code());
        Run bad = CommandLineTest.run("lists", "diff", good, "custom-csv:" + file("b.csv", "id,name\n1,\n"));
        assertEquals(65, bad.code());
        assertTrue(bad.err().contains("b.csv:2:"), bad.err());
        assertEquals("", bad.out());
    }
}
