package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of the command line: exit codes, what stands on which stream, keys and their order of rows. */
class CommandLineTest {
    @TempDir
    Path folder;

    /** What a run of the program left behind. */
    record Run(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        Json.Value json(int line) {
            return Json.read(lines().get(line));
        }
    }

    static Run run(String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream capturedOut = new ByteArrayOutputStream();
        ByteArrayOutputStream capturedErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
            int code = Main.run(args);
            System.out.flush();
            return new Run(
                    code, capturedOut.toString(StandardCharsets.UTF_8), capturedErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** A stray sign of the patterns that picocli fills in would be written about on standard error. */
    @Test
    void helpIsPlain() {
        Run evaluate = run("evaluate", "--help");
        assertEquals("", evaluate.err);
        assertTrue(evaluate.out.contains("at 90 % recall"), evaluate.out);
        Run rescreen = run("rescreen", "--help");
        assertFalse(rescreen.out.contains("(?="), rescreen.out);
        assertTrue(rescreen.out.contains("--from=LISTSET"), rescreen.out);
    }

    @Test
    void demoShowsAllFourVerdictsUnderABanner() {
        Run run = run("demo");
        assertEquals(0, run.code, run.err);
        assertTrue(run.lines().get(0).startsWith("SAMPLE"));
        for (String verdict : List.of(": CLEAR", ": NEEDS_DATA", ": HOLD (", ": BLOCK")) {
            assertTrue(run.out.contains(verdict), verdict);
        }
        List<String> orders = List.of(run.out.split("\n\n", -1)).stream()
                .filter(part -> part.contains("as of 2026-09-01, engine"))
                .toList();
        assertTrue(orders.size() >= 9, "three kinds of user, three orders each");
        for (String order : orders) {
            assertTrue(order.contains("what would change it"), order);
        }
        for (String shop : List.of("order pipeline", "web checkout", "launch gate")) {
            assertTrue(run.out.contains(shop), shop);
        }
        assertFalse(run.out.contains("\u001B"), "nothing is coloured");
        assertEquals("", run.err);
        assertEquals(run.out, run("demo").out, "the demo gives the same bytes each time");
    }

    @Test
    void classifyWritesTheContractsKeysAndExitCodes() throws IOException {
        String chips = file(
                "chips.csv",
                "id,name,rates,dies,datacenter,encryption\n"
                        + "big,Big,fp8:1979,814:nonplanar,yes,none\n"
                        + "small,Small,fp16:10,100:nonplanar,no,none\n");
        Run run = run("classify", "--chips", chips, "--date", "2026-09-01");
        assertEquals(0, run.code, run.out + run.err);
        assertEquals(2, run.lines().size());
        Json.Value big = run.json(0);
        assertTrue(big.keys()
                .containsAll(Set.of(
                        "id",
                        "name",
                        "date",
                        "tpp",
                        "tppFormat",
                        "performanceDensity",
                        "memoryBandwidthDensity",
                        "paragraphs",
                        "eccn",
                        "verdict",
                        "notes",
                        "nearest",
                        "missing",
                        "review",
                        "citations",
                        "ruleSet")));
        assertEquals("big", big.text("id"));
        assertEquals("15832", big.text("tpp"));
        assertEquals("19.4496", big.text("performanceDensity"));
        assertEquals("3A090.a", big.text("eccn"));
        assertEquals("CLASSIFIED", big.text("verdict"));
        assertEquals("small", run.json(1).text("id"));

        String missing = file("missing.csv", "id,rates,datacenter,encryption\nx,int8:250,yes,none\n");
        Run needsData = run("classify", "--chips", missing, "--date", "2026-09-01");
        assertEquals(3, needsData.code);
        assertEquals("NEEDS_DATA", needsData.json(0).text("verdict"));
    }

    @Test
    void classifyExplainsInTextAndInOneHtmlDocument() throws IOException {
        String chips = file("chips.csv", "id,chip,rates\na,RTX 4090 D,\nb,,int8:250\n");
        Run text = run("classify", "--chips", chips, "--date", "2026-09-01", "--explain", "text");
        assertEquals(3, text.code, text.err);
        assertTrue(text.lines().contains("a (NVIDIA RTX 4090 D): 3A991.p, REVIEW, as of 2026-09-01"), text.out);
        assertTrue(text.out.contains("\n\nb: "), "an empty line parts two chips");
        Run html = run("classify", "--chips", chips, "--date", "2026-09-01", "--explain", "html");
        assertEquals(3, html.code, html.err);
        assertEquals(1, html.out.split("<!DOCTYPE html>", -1).length - 1);
        assertEquals(2, html.out.split("<article", -1).length - 1);
        assertTrue(html.out.endsWith("</html>\n"));
        Run json = run("classify", "--chips", chips, "--date", "2026-09-01", "--explain", "json");
        assertEquals(run("classify", "--chips", chips, "--date", "2026-09-01").out, json.out, "json is the default");
    }

    @Test
    void decideExplainsAllOrdersInOneHtmlDocument() throws IOException {
        String orders = file(
                "orders.jsonl",
                order("1", "Technische Universität München", "DE", "DE")
                        + order("<b>2</b>", "HiSilicon Technologies", "CN", "DE"));
        Run run = run("decide", "--order", orders, "--explain", "html");
        assertEquals(1, run.code, run.err);
        assertEquals(1, run.out.split("<!DOCTYPE html>", -1).length - 1);
        assertEquals(2, run.out.split("<article", -1).length - 1);
        assertTrue(run.out.contains("<h2><bdi>&lt;b&gt;2&lt;/b&gt;</bdi></h2>"), run.out);
        assertFalse(run.out.contains("<b>"));
    }

    @Test
    void screenWritesTheContractsKeys() throws IOException {
        String parties = file(
                "parties.csv", "id,name,country\n1,Huawei Tecnologies,CN\n2,Wholly Unrelated Zyxwvut,DE\n3,...,\n");
        Run run = run("screen", "--parties", parties, "--date", "2026-09-01");
        assertEquals(0, run.code, run.err);
        Json.Value hit = run.json(0);
        assertTrue(hit.keys()
                .containsAll(Set.of(
                        "id", "name", "alert", "verdict", "best", "threshold", "hits", "listSet", "ruleSet", "date")));
        assertEquals("true", hit.text("alert"));
        assertEquals("HOLD", hit.text("verdict"));
        Json.Value best = hit.list("hits").get(0);
        assertTrue(best.keys()
                .containsAll(Set.of(
                        "source",
                        "entry",
                        "name",
                        "matched",
                        "script",
                        "score",
                        "nameScore",
                        "evidence",
                        "triggers",
                        "programs",
                        "effectiveFrom",
                        "effectiveTo",
                        "citation",
                        "listings")));
        assertTrue(best.text("name").startsWith("Huawei Technologies"));
        assertEquals("false", run.json(1).text("alert"));
        assertEquals("CLEAR", run.json(1).text("verdict"));
        assertEquals("0.0000", run.json(1).text("best"));
        assertEquals("NEEDS_DATA", run.json(2).text("verdict"));
    }

    @Test
    void compareAppendsScoreAndMatch() throws IOException {
        String pairs =
                file("pairs.tsv", "SIS d.o.o.\tSIS DOO\tmore\nHuawei Tech\tHuawei Technologies Co., Ltd.\nWu\tHu\n");
        Run run = run("compare", "--pairs", pairs);
        assertEquals(0, run.code, run.err);
        assertEquals("SIS d.o.o.\tSIS DOO\tmore\t1.0000\t1", run.lines().get(0));
        assertTrue(run.lines().get(1).endsWith("\t1"), run.lines().get(1));
        assertTrue(run.lines().get(2).endsWith("\t0"), run.lines().get(2));
    }

    @Test
    void screenExplainsAndShowsNearMissesOnlyWhereItIsAskedTo() throws IOException {
        String parties = file("parties.csv", "id,name,country\n1,Huawei Tecnologies,CN\n2,Sberbank Moscow Office,\n");
        Run plain = run("screen", "--parties", parties, "--date", "2026-09-01");
        assertFalse(plain.out.contains("\"explanation\""));
        assertFalse(plain.out.contains("\"nearMisses\""));
        Run run = run("screen", "--parties", parties, "--date", "2026-09-01", "--explain", "--near-misses", "0.7");
        assertEquals(0, run.code, run.err);
        for (int line = 0; line < 2; line++) {
            Json.Value before = plain.json(line);
            Json.Value after = run.json(line);
            for (String key : Set.of("alert", "verdict", "best", "hitsInAll")) {
                assertEquals(before.text(key), after.text(key), key);
            }
        }
        Json.Value why = run.json(0).list("hits").get(0).value("explanation");
        assertEquals(
                "Huawei Tecnologies", why.value("searched").text("name"), "both full names stand in the explanation");
        assertTrue(run.out.contains("spelled nearly alike: 1 edit"), run.out);
        List<Json.Value> near = run.json(1).list("nearMisses");
        assertFalse(near.isEmpty());
        assertTrue(near.size() <= 10);
        assertTrue(near.get(0).value("explanation").text("margin").startsWith("-"));
    }

    @Test
    void compareExplainsInsteadOfWritingRows() throws IOException {
        String pairs = file("pairs.tsv", "Huawei Tecnologies\tHuawei Technologies\tmore\n\tX\n<b>\t\n");
        Run run = run("compare", "--pairs", pairs, "--explain");
        assertEquals(0, run.code, run.err);
        List<String> lines = run.lines();
        assertEquals("'Huawei Tecnologies' and 'Huawei Technologies'", lines.get(0));
        assertTrue(lines.get(2).startsWith("  'huawei' = 'huawei': equal;"), run.out);
        assertTrue(lines.get(3).startsWith("  'tecnologies' = 'technologies': spelled nearly alike: 1 edit"), run.out);
        assertEquals(3, run.out.split("\n\n", -1).length - 1, "an empty line behind each pair");
        assertTrue(lines.stream().allMatch(line -> line.length() <= 100));
    }

    private static final String CLEAN_PARTIES = """
            "parties":[{"role":"purchaser","name":"Technische Universität München","country":"DE","hqCountry":"DE","ultimateParentCountry":"DE"},
            {"role":"ultimateConsignee","name":"Technische Universität München","country":"DE","hqCountry":"DE","ultimateParentCountry":"DE"},
            {"role":"endUser","name":"NAME","country":"COUNTRY","hqCountry":"DE","ultimateParentCountry":"DE"}]
            """;

    private static String order(String id, String name, String country, String destination) {
        return ("""
                {"id":"%s","kind":"export","exporter":{"country":"US","hqCountry":"US","ultimateParentCountry":"US"},
                "shipFrom":"US","destination":{"country":"%s"},"plannedExportDate":"2026-09-01","endUse":"civil",
                "items":[{"line":"1","eccn":"EAR99"}],
                """.formatted(id, destination)
                                + CLEAN_PARTIES.replace("NAME", name).replace("COUNTRY", country)
                                + "}")
                        .replace("\n", "")
                + "\n";
    }

    @Test
    void decideWritesTheContractsKeysAndTheGravestExitCode() throws IOException {
        String needsData = order("1", "Technische Universität München", "DE", "DE");
        String hold = order("2", "HiSilicon Technologies", "CN", "DE");
        String block = order("3", "Technische Universität München", "DE", "CU");
        Run first = run("decide", "--order", file("1.json", needsData));
        assertEquals(3, first.code, first.out + first.err);
        Json.Value decision = first.json(0);
        assertTrue(decision.keys()
                .containsAll(Set.of(
                        "id",
                        "verdict",
                        "holdKind",
                        "lines",
                        "reasons",
                        "matches",
                        "license",
                        "redFlags",
                        "missing",
                        "changesOn",
                        "stamp",
                        "replay")));
        assertEquals("NEEDS_DATA", decision.text("verdict"));
        assertTrue(decision.value("stamp")
                .keys()
                .containsAll(Set.of("engine", "ruleSet", "listSet", "listAges", "config", "asOf", "decidedAt")));
        assertTrue(first.out.contains("SAMPLE_LIST"), "the sample is never CLEAR");

        assertEquals(1, run("decide", "--order", file("2.json", hold)).code);
        assertEquals(2, run("decide", "--order", file("3.json", block)).code);
        assertEquals(1, run("decide", "--order", file("12.jsonl", needsData + hold)).code);
        Run all = run("decide", "--order", file("123.jsonl", needsData + block + hold));
        assertEquals(2, all.code);
        assertEquals(
                List.of("1", "3", "2"),
                all.lines().stream().map(line -> Json.read(line).text("id")).toList());
    }

    @Test
    void aListWithADateCanClearAnOrder() throws IOException {
        String list = file("own.csv", "id,name\n1,Wholly Unrelated Zyxwvut\n");
        String settings = file(
                "settings.json",
                "{\"requiredLists\":[\"CUSTOM\"],\"acceptedThrough\":{\"date\":\"2026-09-01\",\"by\":\"a test\"}}");
        String clean = file("clean.json", order("1", "Technische Universität München", "DE", "DE"));
        Run run =
                run("decide", "--order", clean, "--settings", settings, "--list", "custom-csv:" + list + "@2026-09-01");
        assertEquals(0, run.code, run.out + run.err);
        assertEquals("CLEAR", run.json(0).text("verdict"));
        Run undated = run("decide", "--order", clean, "--settings", settings, "--list", "custom-csv:" + list);
        assertEquals(1, undated.code);
        assertEquals("STALE", undated.json(0).text("holdKind"));
        String dated = "custom-csv:" + list + "@2026-08-01";
        assertEquals(1, run("decide", "--order", clean, "--settings", settings, "--list", dated).code);
        Run older = run("decide", "--order", clean, "--settings", settings, "--list", dated, "--max-list-age", "31");
        assertEquals(0, older.code, older.out);
    }

    @Test
    void listsInfoCountsTheSample() {
        Run run = run("lists", "info");
        assertEquals(0, run.code, run.err);
        assertEquals("true", run.json(0).text("sample"));
        assertTrue(Integer.parseInt(run.json(0).text("records")) >= 150);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense",
                "classify",
                "screen --parties",
                "screen --parties x --threshold 2",
                "screen --parties x --near-misses",
                "screen --parties x --list nonsense:x",
                "decide --order x --explain pictures",
                "classify --chips x --explain pictures",
                "lists"
            })
    void wrongUseIs64(String args) {
        Run run = run(args.isEmpty() ? new String[0] : args.split(" ", -1));
        assertTrue(run.code == 64 || (args.contains("--list") && run.code == 66), run.code + run.err);
        assertEquals("", run.out);
        assertFalse(run.err.isBlank());
    }

    @Test
    void aMissingFileIs66() {
        assertEquals(66, run("classify", "--chips", "nowhere.csv").code);
        assertEquals(66, run("screen", "--parties", "nowhere.csv").code);
        assertEquals(66, run("compare", "--pairs", "nowhere.tsv").code);
        assertEquals(66, run("decide", "--order", "nowhere.json").code);
        assertEquals(66, run("lists", "info", "--list", "csl-json:nowhere.json").code);
    }

    @Test
    void badInputIs65WithPlaceAndCountAndTheGoodRowsAreAnswered() throws IOException {
        String parties = file("parties.csv", "name,country\nA,DE\nB\nC,FR,x\nD,FR\n");
        Run screen = run("screen", "--parties", parties);
        assertEquals(65, screen.code);
        assertEquals(2, screen.lines().size());
        assertTrue(screen.err.contains("parties.csv:3:2"), screen.err);
        assertTrue(screen.err.contains("2 rows were refused"), screen.err);

        Run order = run("decide", "--order", file("order.json", "{\"id\":\"1\",\"parties\":7}"));
        assertEquals(65, order.code);
        assertTrue(order.err.contains("order.json:1:21"), order.err);
        assertEquals(65, run("decide", "--order", file("empty.json", "")).code);

        Run pairs = run("compare", "--pairs", file("pairs.tsv", "one column\na\tb\n"));
        assertEquals(65, pairs.code);
        assertEquals(1, pairs.lines().size());

        Run list = run("lists", "info", "--list", "csl-csv:" + file("list.csv", "source,name\nX,Y\nX\n"));
        assertEquals(65, list.code);
        assertTrue(list.err.contains("list.csv:3:2"), list.err);
        assertEquals("", list.out);
    }

    @Test
    void packedFilesAndOutFilesAreReadAndWritten() throws IOException {
        String parties = file("parties.csv", "name\nHuawei Technologies\n");
        Path out = folder.resolve("answers.jsonl.gz");
        assertEquals(0, run("screen", "--parties", parties, "--out", out.toString()).code);
        try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(out))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("true", Json.read(text.strip()).text("alert"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "classify",
                "screen",
                "compare",
                "decide",
                "license",
                "rules",
                "rules diff",
                "lists",
                "lists info"
            })
    void helpTeaches(String command) {
        Run run = run((command + " --help").strip().split(" ", -1));
        assertEquals(0, run.code);
        assertTrue(run.out.contains("Usage: highfence"), run.out);
        assertTrue(run.out.lines().allMatch(line -> line.length() <= 130), run.out);
    }

    @Test
    void theFullListAnswersHuawei() throws IOException {
        Path csl = Path.of(System.getProperty("highfence.data"))
                .resolve("us/csl/consolidated-2026-07-31.reconstructed.json.gz");
        assumeTrue(Files.exists(csl), "the folder with real lists is not here");
        Run run = run("screen", "--list", "csl-json:" + csl, "--parties", file("huawei.csv", "name\nHuawei\n"));
        assertEquals(0, run.code, run.err);
        assertEquals(
                "Huawei Technologies Co., Ltd. (Huawei)",
                run.json(0).list("hits").get(0).text("name"));
        Run info = run("lists", "info", "--list", "csl-json:" + csl);
        assertEquals("25921", info.json(0).text("records"));
        assertEquals("57174", info.json(0).text("names"));
    }
}
