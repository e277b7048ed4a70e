package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program makes of the files that it is given, sound and hostile: never a stack trace, never a row lost silently. */
class InputContractTest {
    private static final String CHIP = "fp8:1979,814:nonplanar,yes\n";
    private static final String CHIPS = "id,rates,dies,datacenter\n";

    @TempDir
    Path folder;

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private String file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static Run run(String... args) {
        Run run = CommandLineTest.run(args);
        assertFalse(run.err().contains("\tat "), run.err());
        return run;
    }

    @Test
    void columnsStandInAnyOrderWithMarkAndLineEndsOfWindows() throws IOException {
        String plain = run("classify", "--date", "2026-09-01", "--chips", file("a.csv", CHIPS + "mine," + CHIP))
                .out();
        String turned = "\uFEFFdatacenter,dies,id,rates\r\nyes,814:nonplanar,mine,fp8:1979\r\n";
        assertEquals(
                plain,
                run("classify", "--date", "2026-09-01", "--chips", file("b.csv", turned))
                        .out());
        assertEquals(
                plain,
                run(
                                "classify",
                                "--date",
                                "2026-09-01",
                                "--chips",
                                file("b.csv.gz", packed(turned.getBytes(StandardCharsets.UTF_8))))
                        .out());
        assertTrue(plain.contains("\"date\":\"2026-09-01\""), plain);
        assertTrue(plain.contains("\"tpp\":15832,"), "a number, not a text: " + plain);
        assertTrue(plain.contains("\"memoryBandwidthDensity\":null"), plain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"classify --chips", "screen --parties", "compare --pairs", "decide --order"})
    void aFolderIsNoFile(String command) {
        Run run = run((command + " " + folder).split(" ", -1));
        assertEquals(66, run.code());
        assertTrue(run.err().contains("folder"), run.err());
    }

    @Test
    void aFolderIsNoListAndNoSettings() throws IOException {
        String parties = file("p.csv", "name\nHuawei\n");
        assertEquals(
                66,
                run("screen", "--parties", parties, "--list", "custom-csv:" + folder)
                        .code());
        assertEquals(
                66,
                run("decide", "--order", parties, "--settings", folder.toString())
                        .code());
    }

    @Test
    void whatCannotBeWrittenIsToldAndTheInputIsNeverOverwritten() throws IOException {
        String pairs = file("pairs.tsv", "a\ta\n");
        assertEquals(
                66, run("compare", "--pairs", pairs, "--out", folder.toString()).code());
        assertEquals(
                66,
                run(
                                "compare",
                                "--pairs",
                                pairs,
                                "--out",
                                folder.resolve("no/such").toString())
                        .code());
        assertEquals(66, run("compare", "--pairs", pairs, "--out", pairs).code());
        assertEquals("a\ta\n", Files.readString(Path.of(pairs)));
    }

    /** Row 1 is sound, row 2 has a fault that ends the reading: row 1 is answered, line and cell of the fault are named. */
    @ParameterizedTest
    @ValueSource(strings = {"classify", "screen"})
    void aFaultThatEndsTheFileHasItsPlaceAndTheRowsBeforeItAreAnswered(String command) throws IOException {
        boolean chips = command.equals("classify");
        String header = chips ? "id,name,rates\n" : "id,name,country\n";
        String sound = "1,Sound," + (chips ? "fp8:10\n" : "DE\n");
        String[] option = {command, chips ? "--chips" : "--parties", "", "--date", "2026-09-01"};
        for (String fault :
                List.of("2,\"never closed,x\n", "2,a\"b,x\n", "2," + "x".repeat(400_001) + ",x\n", "\0utf")) {
            byte[] bytes = (header + sound + fault).getBytes(StandardCharsets.UTF_8);
            if (fault.equals("\0utf")) {
                bytes = (header + sound + "2,\u00FF,x\n").getBytes(StandardCharsets.ISO_8859_1);
            }
            option[2] = file("fault.csv", bytes);
            Run run = run(option);
            assertEquals(65, run.code(), fault.substring(0, 4));
            assertEquals(1, run.lines().size(), run.out());
            assertTrue(run.err().contains("fault.csv:3:2: "), run.err());
            assertTrue(run.err().contains("1 row was refused"), run.err());
        }
    }

    @Test
    void theFirstFaultAndTheCountAreToldWhereALaterFaultEndsTheFile() throws IOException {
        String chips = file("c.csv", CHIPS + "1\n2,fp8:10,100:nonplanar,no\n3,\"x\n");
        Run run = run("classify", "--chips", chips, "--date", "2026-09-01");
        assertEquals(65, run.code());
        assertEquals(1, run.lines().size());
        assertTrue(run.err().startsWith(chips + ":2:2: "), run.err());
        assertTrue(run.err().contains("c.csv:4:2: "), run.err());
        assertTrue(run.err().contains("2 rows were refused"), run.err());
    }

    @Test
    void aCellOfTheGreatestLengthIsStillRead() throws IOException {
        String chips = file("c.csv", "id,name,rates\n1," + "x".repeat(400_000) + ",fp8:10\n");
        Run run = run("classify", "--chips", chips, "--date", "2026-09-01");
        assertEquals(1, run.lines().size(), run.err());
    }

    @Test
    void aPackedFileThatIsCutOrNotPackedIsBadInput() throws IOException {
        byte[] whole = packed((CHIPS + ("x," + CHIP).repeat(5_000)).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                65,
                run("classify", "--chips", file("cut.csv.gz", java.util.Arrays.copyOf(whole, whole.length / 2)))
                        .code());
        assertEquals(65, run("classify", "--chips", file("plain.csv.gz", CHIPS)).code());
    }

    /** Values that cannot be judged are no faults of the file: each row is answered with NEEDS_DATA and says what is missing. */
    @ParameterizedTest
    @CsvSource({
        "fp8:-5, rates",
        "fp8:NaN, rates",
        "fp8:1e999, rates",
        "fp8:1.1234567, rates",
        "sparse-fp8:3958, rates",
        "fp3:100, rates",
        "'', rates"
    })
    void anImpossibleRateIsMissingData(String rates, String missing) throws IOException {
        String chips = file("c.csv", CHIPS + "1," + rates + ",814:nonplanar,yes\n2," + CHIP);
        Run run = run("classify", "--chips", chips, "--date", "2026-09-01");
        assertEquals(3, run.code(), run.err());
        assertEquals("NEEDS_DATA", run.json(0).text("verdict"));
        assertEquals(missing, run.json(0).list("missing").get(0).scalar());
        assertEquals("CLASSIFIED", run.json(1).text("verdict"));
    }

    @Test
    void aUselessNameNamesWhatIsMissing() throws IOException {
        Run run = run("screen", "--parties", file("p.csv", "name\n...\n"), "--date", "2026-09-01");
        assertEquals(0, run.code());
        assertEquals("NEEDS_DATA", run.json(0).text("verdict"));
        assertEquals("name", run.json(0).list("missing").get(0).scalar());
        assertEquals("1", run.json(0).text("id"), "the row's number where no id is given");
    }

    @Test
    void compareReadsTabsAndNothingElse() throws IOException {
        byte[] bytes = "\u00EF\u00BB\u00BFWu\tWu\tx\ty\r\n\"Wu\"\tWu\nWu\tWu\rXi\nb\u00FF\tb\n\nabcd\twxyz\n"
                .getBytes(StandardCharsets.ISO_8859_1);
        Run run = run("compare", "--pairs", file("pairs.tsv", bytes));
        assertEquals(65, run.code());
        List<String> rows = List.of(run.out().split("\n", -1));
        assertEquals(5, rows.size(), run.out());
        assertEquals("Wu\tWu\tx\ty\t1.0000\t1", rows.get(0), "no mark, no carriage return, other columns kept");
        assertEquals("\"Wu\"\tWu\t1.0000\t1", rows.get(1), "quotes are not special");
        assertTrue(rows.get(2).startsWith("Wu\tWu\rXi\t"), "a carriage return inside a row ends no row");
        assertEquals("abcd\twxyz\t0.0000\t0", rows.get(3));
        assertTrue(run.err().contains("pairs.tsv:4:1: "), run.err());
        assertTrue(run.err().contains("2 rows were refused; the others are answered."), run.err());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 0", "1.0, 0", "1.5, 64", "-1, 64", "abc, 64", "NaN, 64", "'0,5', 64", "1e999, 64"})
    void aThresholdAndAMarginLieBetweenZeroAndOne(String threshold, int code) throws IOException {
        for (String option : List.of("--threshold", "--near-misses")) {
            Run run = run("screen", "--parties", file("p.csv", "name\nHuawei\n"), option, threshold);
            assertEquals(code, run.code(), run.err());
            assertFalse(run.err().contains("java."), run.err());
        }
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28, 0", "2026-02-30, 64", "20260228, 64", "yesterday, 64", "0001-01-01, 3", "9999-12-31, 0"})
    void aDateIsADay(String date, int code) throws IOException {
        Run run = run("classify", "--chips", file("c.csv", CHIPS + "1," + CHIP), "--date", date);
        assertEquals(code, run.code(), run.err());
        assertFalse(run.err().contains("java."), run.err());
    }

    @ParameterizedTest
    @CsvSource({"-1, 64", "abc, 64", "1.5, 64", "99999999999, 64"})
    void theAgeOfAListIsAWholeNumber(String days, int code) throws IOException {
        Run run = run("decide", "--order", file("o.json", "{\"id\":\"1\"}"), "--max-list-age", days);
        assertEquals(code, run.code(), run.err());
    }

    /** Every format of the contract is read: a file that is none of it is bad input, and a missing one is missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "csl-json",
                "csl-csv",
                "ofac-sdn-csv",
                "ofac-xml",
                "ofac-advanced-xml",
                "ofac-enhanced-xml",
                "eu-fsf-xml",
                "eu-fsf-csv",
                "uk-sl-xml",
                "uk-sl-csv",
                "ofsi-csv",
                "un-xml",
                "ch-seco-xml",
                "ca-sema-xml",
                "au-dfat-xlsx",
                "jp-meti-json",
                "bis-dpl-txt",
                "custom-csv"
            })
    void everyFormatOfTheContractIsRead(String format) throws IOException {
        String parties = file("p.csv", "name\nX\n");
        Run none = run("screen", "--parties", parties, "--list", format + ":" + file("sdn.csv", "no list\n"));
        assertEquals(65, none.code(), none.err());
        assertTrue(none.err().contains("sdn.csv"), none.err());
        assertEquals(66, run("lists", "info", "--list", format + ":nowhere").code());
    }

    private static final String SECURITY_COUNCIL =
            "<CONSOLIDATED_LIST dateGenerated=\"2026-08-01T23:00:03.110Z\"><ENTITIES>"
                    + "<ENTITY><DATAID>110403</DATAID><FIRST_NAME>AL-QAIDA</FIRST_NAME><REFERENCE_NUMBER>QDe.004</REFERENCE_NUMBER>"
                    + "<LISTED_ON>2001-10-06</LISTED_ON></ENTITY></ENTITIES></CONSOLIDATED_LIST>";

    @Test
    void aListOfAnotherRegimeHoldsForAPersonToLook() throws IOException {
        String list = "un-xml:" + file("un.xml", SECURITY_COUNCIL);
        Run run = run("screen", "--parties", file("p.csv", "name\nAl-Qaida\n"), "--date", "2026-09-01", "--list", list);
        assertEquals(0, run.code(), run.err());
        assertEquals("true", run.json(0).text("alert"));
        assertEquals("HOLD", run.json(0).text("verdict"));
    }

    @Test
    void aClosedListIsShownAndScreensOnlyWhereOneInsists() throws IOException {
        String list = file(
                "ConList.csv",
                "Last Updated,27/04/2020\nName 6,Group Type,Alias Type,Group ID\nAL-QAIDA,Entity,Prime Alias,6996\n");
        String parties = file("p.csv", "name\nAl-Qaida\n");
        Run refused = run("screen", "--parties", parties, "--list", "ofsi-csv:" + list);
        assertEquals(65, refused.code());
        assertTrue(refused.err().contains("closed on 2026-01-28"), refused.err());
        Run insisted = run("screen", "--parties", parties, "--date", "2026-09-01", "--list", "ofsi-csv!:" + list);
        assertEquals(0, insisted.code(), insisted.err());
        assertEquals("HOLD", insisted.json(0).text("verdict"));
        Run info = run("lists", "info", "--list", "ofsi-csv:" + list);
        assertEquals(0, info.code(), info.err());
        assertTrue(info.out().contains("closed on 2026-01-28"), info.out());
    }

    /** Orders that are not JSON, or not orders: 65 with the place of the fault. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'1'|o.json:1:10",
                "{'id':'1','id':'2'}|o.json:1:",
                "[{'id':'1'}]|o.json:1:1",
                "5|o.json:1:1",
                "{'kind':'export'}|o.json:1:",
                "{'id':'1','items':[{'eccn':'EAR99','quantity':NaN}]}|o.json:1:",
                "{'id':'1','parties':[{'name':['a']}]}|o.json:1:",
            })
    void anOrderThatIsNoneIsBadInput(String text, String place) throws IOException {
        Run run = run("decide", "--order", file("o.json", text.replace('\'', '"')));
        assertEquals(65, run.code(), run.out());
        assertTrue(run.err().contains(place), run.err());
        assertTrue(run.err().contains("1 order was refused"), run.err());
        assertFalse(run.err().contains("JsonReadFeature"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void deepJsonIsRefusedInWordsOfOurs() throws IOException {
        Run run = run("decide", "--order", file("o.json", "{\"id\":\"1\",\"x\":" + "[".repeat(100_000) + "]}"));
        assertEquals(65, run.code());
        assertFalse(run.err().contains("StreamReadConstraints"), run.err());
    }

    /** A bad byte and a stray quote cost their rows alone; a quote without end says what was not read. */
    @Test
    void rowsAroundABadCellAreAnswered() throws IOException {
        String bad = "bad \u00FF,x\nShe said \"hi\",x\n\"b\"x,x\n";
        byte[] parties = ("name,country\nAlpha Bakery,DE\n" + bad + "Huawei Technologies,CN\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        Run run = run("screen", "--parties", file("p.csv", parties));
        assertEquals(65, run.code());
        assertEquals("Huawei Technologies", run.json(1).text("name"), run.out());
        assertTrue(run.out().contains("\"alert\":true"), run.out());
        assertTrue(run.err().contains("p.csv:3:1: this cell holds a byte that is not UTF-8"), run.err());
        assertTrue(run.err().contains("3 rows were refused; the others are answered."), run.err());

        byte[] chips = ("id,chip\n" + bad + "good,NVIDIA H100 SXM\n").getBytes(StandardCharsets.ISO_8859_1);
        Run classified = run("classify", "--chips", file("c.csv", chips));
        assertEquals("good", classified.json(0).text("id"), classified.err());
        assertTrue(classified.err().contains("3 rows were refused; the others are answered."), classified.err());

        Run open = run("screen", "--parties", file("o.csv", "name\nA\n\"B\nHuawei\nC\n"));
        assertEquals(1, open.lines().size());
        assertTrue(open.err().contains("lines 3 to 5 were not read"), open.err());
    }

    /** A list is of no use without one of its rows. */
    @ParameterizedTest
    @ValueSource(strings = {"2,B \u00FF\n", "2,B\"x\n", "2,\"B\"x\n", "2,\"B\n"})
    void aListWithABadCellIsRefusedWhole(String row) throws IOException {
        byte[] list = ("id,name\n1,A\n" + row + "3,C\n").getBytes(StandardCharsets.ISO_8859_1);
        Run run = run("screen", "--parties", file("p.csv", "name\nA\n"), "--list", "custom-csv:" + file("l.csv", list));
        assertEquals("65 ", run.code() + " " + run.out());
    }

    /** The good order behind a line that was cut is not blamed for it. */
    @Test
    void aLineThatWasCutIsTheOneThatIsTold() throws IOException {
        String cut = "{\"id\":\"1\"}\n{\"id\":\"trunc\",\"kind\":\"export\"\n{\"id\":\"3\"}\n";
        for (String name : List.of("o.jsonl", "o.json")) {
            Run run = run("decide", "--order", file(name, cut));
            assertEquals(65, run.code());
            assertEquals(2, run.lines().size(), run.out());
            assertTrue(run.err().contains(name + ":2:1: line 2 ends in the middle of an order"), run.err());
            assertTrue(run.err().contains("1 order was refused; the others are answered."), run.err());
        }
        Run last = run("decide", "--order", file("l.jsonl", "{\"id\":\"1\"}\n{\"id\":\"2\",\n"));
        assertTrue(last.err().contains("l.jsonl:2:1: line 2 ends in the middle"), last.err());
        Run spread = run("decide", "--order", file("s.json", "{\"id\":\"1\",\n\"kind\":}\n{\"id\":\"2\"}\n"));
        assertTrue(spread.err().contains("s.json:2:8: this is not JSON"), spread.err());
    }

    /** Bad orders of every kind among good ones: the good ones are answered in order, the first fault and the count are told. */
    @Test
    void ordersAroundFaultsAreAnsweredAndTheFaultsCounted() throws IOException {
        String orders =
                "{\"id\":\"1\"}\r\n{\"id\":\"2\",\"parties\":5}\n{\"id\":\"3\"\n{\"id\":\"4\"}\n\nnonsense\n{\"id\":\"7\"}";
        for (String name : List.of("o.jsonl", "o.json")) {
            Run run = run("decide", "--order", file(name, orders));
            assertEquals(65, run.code());
            assertEquals(3, run.lines().size(), run.out());
            assertEquals(
                    List.of("1", "4", "7"),
                    List.of(
                            run.json(0).text("id"),
                            run.json(1).text("id"),
                            run.json(2).text("id")));
            assertTrue(run.err().contains(name + ":2:21: "), run.err());
            assertTrue(run.err().contains("3 orders were refused; the others are answered."), run.err());
            assertEquals(2, run.err().lines().count(), "the first fault and the count, nothing else: " + run.err());
        }
    }

    @Test
    void anOrderOfSeveralLinesThatIsNoJsonEndsTheFile() throws IOException {
        Run run = run("decide", "--order", file("o.json", "{\"id\":\"1\",\n \"kind\":,\n \"items\":[]\n}\n"));
        assertEquals(65, run.code());
        assertTrue(run.err().contains("o.json:2:9: "), run.err());
        assertTrue(run.err().contains("1 order was refused; what stands behind"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void anOrderWithoutADateSaysTheDayThatWasUsed() throws IOException {
        Run run = run("decide", "--order", file("o.json", "{\"id\":\"1\"}"));
        Json.Value stamp = run.json(0).value("stamp");
        assertEquals(stamp.text("decidedAt").substring(0, 10), stamp.text("asOf"));
        assertEquals("0.7800", stamp.text("threshold"));
    }
}
