package io.highfence.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Tables and charts of a run whose figures were written by hand. */
class ReportTest {
    private static final Report.Setting SETTING = new Report.Setting(
            "a machine", LocalDate.of(2026, 11, 29), "an edition", 50_000, "benchmarks/report DATA OUT");

    @TempDir
    private Path folder;

    private static String recorded(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(ReportTest.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private JmhResults read(String... json) throws IOException {
        List<Path> files = IntStream.range(0, json.length)
                .mapToObj(i -> folder.resolve(i + ".json"))
                .toList();
        for (int i = 0; i < json.length; i++) {
            Files.writeString(files.get(i), json[i]);
        }
        return JmhResults.read(files);
    }

    private String report() throws IOException {
        return Report.markdown(read(recorded("threads-1.json"), recorded("threads-2.json")), SETTING);
    }

    private void assertLine(String line) throws IOException {
        String report = report();
        assertTrue(report.lines().anyMatch(line::equals), () -> line + "\nis not in\n" + report);
    }

    @Test
    void theHeadSaysWhatWasRunWhereAndOnWhat() throws IOException {
        assertLine("# Matching speed, run 20261129T120000Z-7");
        assertLine("- `benchmarks/report DATA OUT`");
        assertLine("- 2026-11-29; a machine");
        assertLine("- JMH 1.37, OpenJDK 64-Bit Server VM 17.0.15+6");
        assertLine("- an edition, 50,000 names");
    }

    @Test
    void eachRivalHasItsTimeItsRatioAndItsBytes() throws IOException {
        assertLine("| Highfence | every name at or above the default threshold | 100 us | - | 1.00x | 0 |");
        assertLine(
                "| Highfence, every name scored | the same score and answers, no name passed over | 50.0 ms | - | 500x "
                        + "| 1,000,000 |");
        assertLine("| Commons Text Jaro-Winkler | every name, at least 0.90 | 75.0 ms | - | 750x | 17,700,000 |");
    }

    @Test
    void ratiosAreWithinOneTable() throws IOException {
        assertLine("| Highfence | every name at or above the default threshold | 80.0 us | 4.00 us | 1.00x "
                + "| 0 (0.25, the harness) |");
        assertLine(
                "| Lucene trigrams | the 50 best of BM25, of these Jaro-Winkler at least 0.85; drops hits | 960 us | - | 12.0x "
                        + "| 557,000 |");
        assertLine(
                "| Lucene trigrams | the 50 best of BM25, of these Jaro-Winkler at least 0.85; drops hits | 1.00 ms | - | 10.0x "
                        + "| 557,000 |");
    }

    @Test
    void twoThreadsAreMeasuredByWhatTheyGetDone() throws IOException {
        assertLine("| Highfence | 80.0 us | 100 us | 1.60 |");
        assertLine("| Lucene trigrams | 960 us | 1.20 ms | 1.60 |");
    }

    @Test
    void percentilesOfOneIterationStandAsCounted() throws IOException {
        assertLine("| Highfence | every one | 20.5 us | 460 us | 1.06 ms | 4.00 ms |");
        assertLine("| Highfence | middle one of each query | 20.0 us | 455 us | 900 us | 1.20 ms |");
    }

    /** 180 million bytes are the sum of three forks with three iterations each. */
    @Test
    void theIndexHasItsTimeAndItsSize() throws IOException {
        assertLine("| Highfence | 500 ms | 1.00x | 20.0 MB |");
        assertLine("| Lucene trigrams | 1.50 s | 3.00x | 8.0 MB |");
        assertLine("| `IndexBuild.fileToIndex` | 750 ms |");
        assertLine("| `IndexOpen.fromFile` | 760 ms |");
    }

    /** Ten times the names in five times the time is half as much for each name. */
    @Test
    void growthIsThatOfTimeOverThatOfNames() throws IOException {
        assertLine("| Highfence | 50,000 | 80.0 us | 1.00x | 1.00 | 1.00 |");
        assertLine("| Highfence | 500,000 | 400 us | 1.00x | 5.00 | 0.50 |");
        assertLine("| Lucene trigrams | 500,000 | 9.60 ms | 24.0x | 10.00 | 1.00 |");
    }

    @Test
    void resultsOfTwoRunsAreRefused() throws IOException {
        String other = recorded("threads-2.json").replace("120000Z-7", "130000Z-8");
        assertThrows(IllegalArgumentException.class, () -> read(recorded("threads-1.json"), other));
        String otherJdk = recorded("threads-2.json").replace("17.0.15+6", "25.0.1+8");
        assertThrows(IllegalArgumentException.class, () -> read(recorded("threads-1.json"), otherJdk));
        String unmarked = recorded("threads-1.json").replace("-Dhighfence.run=", "-Dsomething=");
        assertThrows(IllegalArgumentException.class, () -> read(unmarked));
        assertThrows(IllegalArgumentException.class, () -> read("[]"));
    }

    @Test
    void whatWasMeasuredTwiceIsRefused() throws IOException {
        assertThrows(
                IllegalArgumentException.class, () -> read(recorded("threads-2.json"), recorded("threads-2.json")));
    }

    @Test
    void aRunWithoutOneOfTheRivalsIsRefused() throws IOException {
        JmhResults results = read(
                recorded("threads-1.json").replace("NameScreening.sample\", \"mode\"", "Other.sample\", \"mode\""));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> Report.markdown(results, SETTING));
        assertTrue(refused.getMessage().contains("HIGHFENCE"), refused.getMessage());
    }

    /** A profiler that cannot count is no proof of zero bytes. */
    @Test
    void bytesThatNobodyCountedAreNotZero() throws IOException {
        String uncounted = recorded("threads-1.json").replace("{\"score\": 0.0}", "{\"score\": \"NaN\"}");
        assertThrows(IllegalArgumentException.class, () -> Report.markdown(read(uncounted), SETTING));
        String none = recorded("threads-2.json");
        assertEquals(null, read(none).of("NameScreening.corpus", 2).get(0).bytes());
    }

    @Test
    void everyTenfoldOfALogarithmicBarIsAsLong() throws Exception {
        Document chart = parsed(Report.timeChart(read(recorded("threads-1.json")), SETTING));
        List<Double> bars = bars(chart);
        // 100 us, 130 us, 50 ms, 75 ms, 270 ms, 1 ms, 8.5 ms: from the first to the sixth is one power of ten.
        assertEquals(7, bars.size());
        double tenfold = bars.get(5) - bars.get(0);
        assertTrue(tenfold > 10);
        assertEquals(Math.log10(1.3) * tenfold, bars.get(1) - bars.get(0), 0.5);
        assertEquals(Math.log10(500) * tenfold, bars.get(2) - bars.get(0), 0.5);
        assertEquals(Math.log10(2700) * tenfold, bars.get(4) - bars.get(0), 0.5);
    }

    @Test
    void growthIsDrawnBesideThatOfTheNames() throws Exception {
        Document chart = parsed(Report.scalingChart(read(recorded("threads-1.json")), SETTING));
        List<Double> bars = bars(chart);
        // Names, Highfence and Lucene: 1, 1, 1, and then 10, 5, 10 times.
        assertEquals(6, bars.size());
        assertEquals(bars.get(3) / 10, bars.get(0), 0.1);
        assertEquals(bars.get(3) / 2, bars.get(4), 0.1);
        assertEquals(bars.get(3), bars.get(5), 0.1);
        assertTrue(chart.getDocumentElement().getTextContent().contains("5.00x (400 us)"));
    }

    @Test
    void textInAChartCannotBreakIt() throws Exception {
        BarChart chart = new BarChart("a < b & c", "axis", false);
        chart.add("<bar>", 1, "&", true);
        assertTrue(parsed(chart.svg()).getDocumentElement().getTextContent().contains("<bar>"));
        assertThrows(IllegalArgumentException.class, () -> chart.add("nothing", 0, "0", false));
        assertThrows(IllegalArgumentException.class, () -> chart.add("unknown", Double.NaN, "-", false));
    }

    @Test
    void figuresAreWrittenTheSameEverywhere() throws IOException {
        String english = report();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertEquals(english, report());
        } finally {
            Locale.setDefault(before);
        }
        assertFalse(english.contains("NaN"));
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    /** The lengths of the bars; the first rectangle is the ground. */
    private static List<Double> bars(Document chart) {
        NodeList found = chart.getElementsByTagName("rect");
        return IntStream.range(1, found.getLength())
                .mapToObj(i -> Double.valueOf(((Element) found.item(i)).getAttribute("width")))
                .toList();
    }
}
