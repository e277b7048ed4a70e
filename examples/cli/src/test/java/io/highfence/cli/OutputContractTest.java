package io.highfence.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.cli.CommandLineTest.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No answer is lost silently, and nothing that a command reads is written over. */
class OutputContractTest {
    private static final String LIST = "id,name\n1,Zorblatt Quandary Holdings\n";

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Standard output that takes so many bytes, and then fails. */
    private static final class Full extends OutputStream {
        private final String reason;
        private int left;

        Full(int left, String reason) {
            this.left = left;
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            if (left-- <= 0) {
                throw new IOException(reason);
            }
        }
    }

    /** Runs the program with another standard output. */
    private static Run onto(OutputStream standardOutput, String... args) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new StandardOutput(standardOutput));
            System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
            return new Run(Main.run(args), "", said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String[] command(String name) throws IOException {
        String parties = file("p.csv", "name\nHuawei Technologies\nNobody Bakery\n");
        return switch (name) {
            case "screen" -> new String[] {"screen", "--parties", parties};
            case "classify" ->
                new String[] {"classify", "--chips", file("c.csv", "id,chip\n1,NVIDIA H100 SXM\n"), "--explain", "text"
                };
            case "decide" -> new String[] {"decide", "--order", file("o.json", "{\"id\":\"1\"}")};
            case "html" -> new String[] {"decide", "--order", file("o.json", "{\"id\":\"1\"}"), "--explain", "html"};
            case "license" -> new String[] {"license", "--eccn", "EAR99", "--to", "DE"};
            case "help" -> new String[] {"--help"};
            default -> new String[] {name};
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "classify", "decide", "html", "license", "rules", "demo", "help"})
    void answersThatAreLostAreAFault(String name) throws IOException {
        for (int taken : new int[] {0, 100}) {
            Run run = onto(new Full(taken, "No space left on device"), command(name));
            assertEquals(Exit.FAULT, run.code(), run.err());
            assertEquals("Standard output cannot be written: No space left on device\n", run.err());
        }
    }

    @Test
    void aReaderThatWentAwayIsNotTalkedAbout() throws IOException {
        Run run = onto(new Full(100, "Broken pipe"), command("rules"));
        assertEquals("70 ", run.code() + " " + run.err());
    }

    /** Codes from 1 to 3 are answers; an Error left to the machine would end with 1. */
    @Test
    void anErrorIsAFaultOfOurs() {
        Run run = onto(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        throw new StackOverflowError("deep");
                    }

                    @Override
                    public void flush() {}
                },
                "rules");
        assertEquals(Exit.FAULT, run.code());
        assertTrue(run.err().startsWith("A fault of Highfence"), run.err());
    }

    @Test
    void aLongEccnIsAnswered() {
        Run run = CommandLineTest.run("license", "--eccn", "3A090" + ".a".repeat(20_000), "--to", "CN");
        assertFalse(run.code() == Exit.FAULT, run.err());
        assertEquals("", run.err());
    }

    private void assertRefused(String out, String... args) throws IOException {
        byte[] before = Files.readAllBytes(Path.of(out));
        Run run = CommandLineTest.run(args);
        assertEquals(Exit.NO_FILE, run.code(), run.err());
        assertTrue(run.err().contains("it is the input; name another file for --"), run.err());
        assertEquals(
                new String(before, StandardCharsets.ISO_8859_1),
                new String(Files.readAllBytes(Path.of(out)), StandardCharsets.ISO_8859_1));
    }

    @Test
    void nothingThatIsReadIsWrittenOver() throws IOException {
        String parties = file("p.csv", "name\nHuawei Technologies\n");
        String order = file("o.json", "{\"id\":\"1\"}");
        String list = file("l.csv", LIST);
        String settings = file("s.json", "{}");
        String index = folder.resolve("l.index").toString();
        String named = "custom-csv:" + list;
        assertEquals(
                0,
                CommandLineTest.run("lists", "build", "--list", named, "--out", index)
                        .code());

        assertRefused(parties, "screen", "--parties", parties, "--out", parties);
        assertRefused(list, "screen", "--parties", parties, "--list", named, "--out", list);
        assertRefused(list, "screen", "--parties", parties, "--list", named + "@2026-01-01", "--out", list);
        assertRefused(list, "screen", "--parties", parties, "--list", named, "--out=" + folder.resolve("./l.csv"));
        assertRefused(index, "decide", "--order", order, "--list", "index:" + index, "--out", index);
        assertRefused(settings, "decide", "--order", order, "--settings", settings, "--out", settings);
        assertRefused(order, "decide", "--order", order, "--out", order);
        assertRefused(list, "lists", "build", "--list", named, "--out", list);
        assertRefused(list, "lists", "build", "--list", named, "--previous", named, "--out", list);
        assertRefused(list, "lists", "diff", named, named, "--out", list);
        assertRefused(list, "lists", "coverage", "--list", named, "--picture", list);
        assertRefused(
                list, "rescreen", "--customers", parties, "--from", named, "--to", named + "," + named, "--out", list);
    }

    @Test
    void anIndexIsRebuiltAndAnAnswerWrittenWhereAnOldOneIs() throws IOException {
        String parties = file("p.csv", "name\nHuawei Technologies\n");
        String old = file("answers.jsonl", "old\n");
        String list = "custom-csv:" + file("l.csv", LIST);
        assertEquals(
                0,
                CommandLineTest.run("screen", "--parties", parties, "--list", list, "--out", old)
                        .code());
        assertTrue(text("answers.jsonl").startsWith("{\"id\":\"1\""));
        String index = folder.resolve("l.index").toString();
        for (int i = 0; i < 2; i++) {
            assertEquals(
                    0,
                    CommandLineTest.run("lists", "build", "--list", list, "--out", index)
                            .code());
        }
    }

    @Test
    void aHyphenIsNoIndexAndNoList() throws IOException {
        String list = "custom-csv:" + file("l.csv", LIST);
        Run build = CommandLineTest.run("lists", "build", "--list", list, "--out", "-");
        assertEquals(Exit.USAGE, build.code(), build.err());
        assertTrue(build.err().contains("name a file"), build.err());
        assertFalse(Files.exists(Path.of("-")));
        Run screen = CommandLineTest.run("screen", "--parties", file("p.csv", "name\nA\n"), "--list", "custom-csv:-");
        assertEquals(Exit.USAGE, screen.code(), screen.err());
        assertTrue(screen.err().contains("not standard input"), screen.err());
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen --parties", "classify --chips", "compare --pairs", "decide --order"})
    void aFileThatIsNotPackedIsNamed(String command) throws IOException {
        String name = file("fake.csv.gz", "name\nA\n");
        Run run = CommandLineTest.run((command + " " + name).split(" ", -1));
        assertEquals(Exit.BAD_INPUT, run.code());
        assertTrue(run.err().contains("fake.csv.gz:1: this packed file cannot be unpacked"), run.err());
        assertTrue(run.err().contains("1 "), run.err());
        assertTrue(run.err().contains(" was refused"), run.err());
    }

    /** What unpacks is answered, and the fault says where the rest would stand. */
    @Test
    void theRowsBeforeTheCutOfAPackedFileAreAnswered() throws IOException {
        StringBuilder rows = new StringBuilder("id,rates\n");
        int[] hash = {1};
        for (int i = 0; i < 3_000; i++) {
            hash[0] = hash[0] * 31 + 17;
            rows.append(String.format(Locale.ROOT, "c%d-%x,fp8:%d%n", i, hash[0], 1 + (hash[0] & 0xFFF)));
        }
        byte[] whole = packed(rows.toString());
        Path cut = Files.write(folder.resolve("cut.csv.gz"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Run run = CommandLineTest.run("classify", "--chips", cut.toString());
        assertEquals(Exit.BAD_INPUT, run.code());
        List<String> said = run.err().lines().toList();
        String line = said.get(0).replaceAll(".*cut\\.csv\\.gz:(\\d+): this packed file cannot be unpacked: .*", "$1");
        int answered = run.lines().size();
        assertTrue(answered > 1_000, "answered " + answered);
        assertEquals(Integer.parseInt(line) - 2, answered, run.err());
        assertTrue(said.get(1).startsWith("1 row was refused; what stands behind the fault was not read"), run.err());
    }
}
