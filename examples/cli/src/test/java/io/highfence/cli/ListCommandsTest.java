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

    @Test
    void coverageSaysWhichPartnerListsWhom() throws IOException {
        String un = file(
                "un.xml",
                "<CONSOLIDATED_LIST dateGenerated=\"2026-08-01\"><ENTITIES><ENTITY><DATAID>1</DATAID>"
                        + "<FIRST_NAME>Reconnaissance General Bureau</FIRST_NAME><ENTITY_ADDRESS><COUNTRY>"
                        + "Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS></ENTITY></ENTITIES>"
                        + "</CONSOLIDATED_LIST>");
        String csl = file(
                "csl.json",
                "{\"results\":[{\"source\":\"Specially Designated Nationals (SDN) - Treasury Department\","
                        + "\"entity_number\":\"1\",\"type\":\"Entity\",\"name\":\"RECONNAISSANCE GENERAL BUREAU\","
                        + "\"addresses\":[{\"country\":\"KP\"}]},"
                        + "{\"source\":\"Entity List (EL) - Bureau of Industry and Security\",\"name\":\"Huawei\"}]}");
        String[] lists = {"--list", "un-xml:" + un, "--list", "csl-json:" + csl};
        String picture = folder.resolve("coverage.svg").toString();
        Run run =
                CommandLineTest.run("lists", "coverage", lists[0], lists[1], lists[2], lists[3], "--picture", picture);
        assertEquals(0, run.code(), run.err());
        assertEquals(3, run.lines().size());
        assertTrue(run.lines().get(0).contains("\"partners\":[\"UN\",\"US\"],\"parties\":2"), run.out());
        assertTrue(run.lines().get(0).contains("\"listed\":{\"UN\":1,\"US\":2}"), run.out());
        assertTrue(run.lines().get(1).contains("\"on\":{\"UN\":[\"UN\"],\"US\":[\"SDN\"]},\"notOn\":[]"), run.out());
        assertTrue(run.lines().get(2).contains("\"on\":{\"US\":[\"EL\"]},\"notOn\":[\"UN\"]"), run.out());
        String svg = Files.readString(Path.of(picture));
        assertTrue(svg.contains("UN (1)") && svg.contains("US (2)") && svg.endsWith("</svg>\n"), svg);
        Run table = CommandLineTest.run("lists", "coverage", lists[0], lists[1], lists[2], lists[3], "--as", "table");
        assertEquals(
                List.of(
                        "parties listed by both      UN      US",
                        "UN                           1       1",
                        "US                           1       2",
                        "",
                        "       1 on UN, US",
                        "       1 on US"),
                table.lines());
    }

    private String parties(String name, int count) throws IOException {
        StringBuilder rows = new StringBuilder("id,name\n");
        for (int i = 0; i < count; i++) {
            rows.append(i + ",Party " + i + "\n");
        }
        return "custom-csv:" + file(name, rows.toString()) + "@2026-08-30";
    }

    @Test
    void infoHasTheAgeTheTermsAndWhetherAnImageMayBePassedOn() throws IOException {
        Run run = CommandLineTest.run("lists", "info", "--list", parties("a.csv", 1), "--date", "2026-09-01");
        assertEquals("2", run.json(0).text("ageDays"));
        assertEquals("7", run.json(0).text("maxAgeDays"));
        assertTrue(run.out().contains("\"exportBarredBy\":[\"CUSTOM\"]"), run.out());
        assertTrue(run.out().contains("\"retrievedAt\":null"), run.out());
        Run sample = CommandLineTest.run("lists", "info");
        assertTrue(sample.out().contains("\"exportBarredBy\":[]"), sample.out());
        for (String word : List.of("17 U.S.C. 105", "\"redistribution\":\"free\"", "\"source\":\"https://")) {
            assertTrue(sample.out().contains(word), word);
        }
    }

    @Test
    void everyAnswerSaysOnWhichEditionsItRests() throws IOException {
        String list = parties("a.csv", 3);
        String people = file("p.csv", "name\nSiemens\n");
        Run run = CommandLineTest.run("screen", "--parties", people, "--list", list, "--date", "2026-09-01");
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.out()
                        .contains(
                                "\"lists\":[{\"label\":\"a.csv\",\"lists\":[\"CUSTOM\"],\"publishedOn\":\"2026-08-30\","
                                        + "\"ageDays\":2,\"retrievedAt\":null,\"records\":3,\"digest\":\""),
                run.out());
    }

    @Test
    void aListThatShrankIsRefusedUntilAPersonAcceptsIt() throws IOException {
        String before = parties("a.csv", 20);
        String after = parties("b.csv", 10);
        Run refused = CommandLineTest.run("lists", "info", "--list", after, "--previous", before);
        assertEquals(65, refused.code());
        assertEquals("", refused.out());
        assertTrue(refused.err().contains("CUSTOM has 10 records after 20; at most 10 % may go"), refused.err());
        Run accepted = CommandLineTest.run(
                "lists", "info", "--list", after, "--previous", before, "--accept-shrunk", "A. Person");
        assertEquals(0, accepted.code(), accepted.err());
        assertTrue(accepted.out().contains("\"notes\":[\"A. Person accepts that CUSTOM has 10 records after 20"));
        Run diff = CommandLineTest.run("lists", "diff", before, after);
        assertTrue(
                diff.lines()
                        .get(0)
                        .contains("\"shrunk\":[{\"list\":\"CUSTOM\",\"before\":20,\"after\":10,\"maxPercent\":10}]"),
                diff.out());
    }
}
