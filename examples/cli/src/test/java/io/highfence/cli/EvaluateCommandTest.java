package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The command {@code evaluate}. */
class EvaluateCommandTest {
    private static final String[] SMALL = {"evaluate", "--sample", "20", "--seed", "7"};

    @TempDir
    Path folder;

    private static Run run(String... more) {
        String[] args = java.util.Arrays.copyOf(SMALL, SMALL.length + more.length);
        System.arraycopy(more, 0, args, SMALL.length, more.length);
        return CommandLineTest.run(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() {
        Run run = run();
        assertEquals(0, run.code(), run.err());
        assertTrue(
                run.lines().get(0).startsWith("part tune, seed 7, engine "),
                run.lines().get(0));
        assertTrue(run.out().contains("a sample, for demonstration only"));
        assertTrue(run.out().contains(": 0 differ"), "a check against the whole list");
        assertEquals(run.out(), run().out());
        assertFalse(run.out().equals(run("--seed", "8").out()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unseen", "all"})
    void noExamplesAreShownOfTheUnseenPart(String part) {
        assertEquals(64, run("--part", part, "--examples", "1").code());
        Run run = run("--part", part);
        assertEquals(0, run.code(), run.err());
        assertFalse(run.out().contains("missed"), "figures only");
        assertFalse(run.out().contains(" <> "), "figures only");
    }

    @Test
    void examplesOfThePartThatIsTunedAreShown() {
        assertTrue(run("--examples", "1").out().contains(" <> "));
    }

    @Test
    void pairsOfTheCallerAreMeasured() throws IOException {
        String pairs = file(
                "pairs.tsv",
                "Huawei\tHuawei\t1\tfirms\nSiemens\tSiemens\t1\tfirms\nHuawei\tSiemens\t0\tfirms\nZTE\tKaspersky\t0\tfirms\n");
        Run run = run("--pairs", pairs, "--part", "all");
        assertEquals(0, run.code(), run.err());
        String row = run.out()
                .substring(run.out().indexOf("== pairs of pairs.tsv"))
                .lines()
                .filter(line -> line.startsWith("all ") && line.contains("highfence"))
                .findFirst()
                .orElseThrow();
        // Two of one party, two of two, wholly told apart.
        assertTrue(row.matches("all +highfence +2 +2 +1\\.000 .*"), row);
    }

    @Test
    void aRowWithoutALabelIsRefusedWithItsPlace() throws IOException {
        Run run = run("--pairs", file("pairs.tsv", "Huawei\tHuawei\t1\nZTE\tZTE\n"));
        assertEquals(65, run.code());
        assertTrue(run.err().contains("pairs.tsv") && run.err().contains("2"), run.err());
    }

    @Test
    void thePictureHasALineForEachKind() throws Exception {
        String names = file("names.txt", "Huawei Technologies\nSiemens AG\nVolkswagen AG\nBank of Nowhere\n");
        Path picture = folder.resolve("curve.svg");
        Run run = run("--negatives", names, "--picture", picture.toString(), "--part", "all");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("== ordinary names that alert"));
        String svg = Files.readString(picture);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertEquals("svg", document.getDocumentElement().getNodeName());
        assertTrue(svg.contains(">one edit<"), "the legend names the kinds");
        assertFalse(svg.contains("NaN"));
    }

    @Test
    void wrongUseIsTold() {
        assertEquals(64, run("--picture", folder.resolve("x.svg").toString()).code(), "no ordinary names to draw");
        assertEquals(64, run("--sample", "0").code());
        assertEquals(64, run("--ordinary", "0").code());
        assertEquals(64, run("--part", "half").code());
        assertEquals(66, run("--data", folder.resolve("nowhere").toString()).code());
        assertEquals(66, run("--pairs", folder.resolve("nowhere").toString()).code());
        assertEquals(
                66, run("--negatives", folder.resolve("nowhere").toString()).code());
    }
}
