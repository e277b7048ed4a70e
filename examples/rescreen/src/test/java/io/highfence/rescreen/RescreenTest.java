package io.highfence.rescreen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.PartyAnswer;
import io.highfence.PartyReader;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.SparkException;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on the cores of this machine, held against the SDK without Spark. */
class RescreenTest {
    private static final LocalDate DATE = LocalDate.of(2026, 11, 2);
    private static final int MADE = 200;

    private static final String BEFORE = """
            id,name,aliases,type,countries,identifiers
            1,Brunovia Optics Ltd,Brunovia Lens Works,entity,DE,
            2,Karolt Vesimir,,individual,KZ,passport:X1234567
            3,Dremund Zailor,,individual,MY,
            4,Stoural Components GmbH,,entity,TR,
            """;

    /** The first has another alias, the third is gone, the fifth came. */
    private static final String AFTER = """
            id,name,aliases,type,countries,identifiers
            1,Brunovia Optics Ltd,Tavrek Glass House,entity,DE,
            2,Karolt Vesimir,,individual,KZ,passport:X1234567
            4,Stoural Components GmbH,,entity,TR,
            5,Pindaur Logistics SA,,entity,FR,
            """;

    private static final String ODD = """
            id,name,type,country,address,identifiers,birth_date,role
            optics,Brunovia Optics,entity,DE,"1 Ring Road, ""North"" Gate",,,endUser
            vesimir,Karolt Vesimir,individual,KZ,,,1971,purchaser
            number,Somebody Else,individual,KZ,,passport:X1234567,1971-02,ENDUSER
            gone,Dremund Zailor,individual,MY,,,1950-01-01..1960-12-31,endUser
            range,Dremund Zailor,,,,,..1960-12-31,
            came,"Pindaur Logistics, SA",entity,FR,,,,consignee
            both,Stoural Components,entity,TR,,,,shipTo
            strange,Ordinary Bakery,shop,Atlantis,,colour:blue|passport:Z9,31/12/1970,baker
            blanks,  Brunovia  Lens Works ,entity,,,,,
            script,Ивановская булочная,entity,,,,,
            """;

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Job.Lists before;
    private static Job.Lists after;
    private static Path customers;

    @BeforeAll
    static void start() throws IOException, BadInput {
        spark = SparkSession.builder()
                .master("local[2]")
                .appName("test")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.local.dir", folder.resolve("spark").toString())
                .getOrCreate();
        before = lists("before", BEFORE);
        after = lists("after", AFTER);
        StringBuilder csv = new StringBuilder(ODD);
        for (long n = 0; n < MADE; n++) {
            Row made = Made.customer(1, n);
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < made.length(); i++) {
                cells.add(made.isNullAt(i) ? "" : '"' + made.getString(i) + '"');
            }
            csv.append(String.join(",", cells)).append('\n');
        }
        customers = Files.writeString(folder.resolve("customers.csv"), csv);
    }

    @AfterAll
    static void stop() throws IOException {
        spark.close();
    }

    private static Job.Lists lists(String name, String csv) throws IOException, BadInput {
        Path list = Files.writeString(folder.resolve(name + ".csv"), csv);
        Path index = folder.resolve(name + ".hfx");
        PartyIndex.of(PartyList.load(List.of(new ListSource(ListSource.Format.CUSTOM_CSV, list, DATE))))
                .save(index);
        return new Job.Lists(index, PartyIndex.verify(index).hex());
    }

    private static Job full(Job.Lists lists, String out) {
        return new Job(
                customers.toString(),
                true,
                null,
                lists,
                DATE,
                folder.resolve(out).toString());
    }

    private static Map<String, String> rows(String out) {
        Map<String, String> rows = new TreeMap<>();
        for (Row row : spark.read().parquet(folder.resolve(out).toString()).collectAsList()) {
            assertEquals(null, rows.put(row.getString(0), row.mkString("\n")), "twice: " + row);
        }
        return rows;
    }

    /** What a program without Spark says: the SDK's reader, its screener, its words. */
    private static Map<String, String> plain(Job.Lists lists) throws IOException, BadInput {
        Screener screener = new Screener(Rules.BUNDLED, PartyIndex.open(lists.file()), Settings.defaults());
        PartyAnswer answer = new PartyAnswer();
        Map<String, String> rows = new TreeMap<>();
        List<BadInput> refused = new ArrayList<>();
        try (InputStream in = Files.newInputStream(customers)) {
            PartyReader.read(
                    in,
                    customers.toString(),
                    row -> {
                        screener.screen(row.party(), DATE, answer);
                        boolean silent = answer.hits().isEmpty()
                                && answer.reasons().isEmpty()
                                && row.notes().isEmpty();
                        int best = answer.matches().size() == 0
                                ? 0
                                : answer.matches().score(0);
                        String json = silent ? "null" : Explanation.json(row, answer, screener, DATE);
                        rows.put(
                                row.id(),
                                row.id() + "\n" + answer.alert() + "\n" + answer.verdict() + "\n" + best + "\n"
                                        + answer.matches().total() + "\n" + json);
                    },
                    refused::add);
        }
        assertEquals(List.of(), refused);
        return rows;
    }

    @Test
    void saysWhatThePlainSdkSays() throws IOException, BadInput {
        Statistics csv = full(after, "full-csv").run(spark);
        Map<String, String> expected = plain(after);
        assertEquals(expected, rows("full-csv/results"));
        assertEquals(MADE + 10, csv.rows());
        assertEquals(0, csv.refused());
        assertEquals(csv.rows(), csv.results());
        assertEquals(
                expected.values().stream()
                        .filter(row -> row.contains("\ntrue\n"))
                        .count(),
                csv.alerts());
        assertTrue(expected.get("optics").contains("\ntrue\n"), expected.get("optics"));

        // The same customers as Parquet.
        spark.read()
                .option("header", true)
                .option("escape", "\"")
                .csv(customers.toString())
                .write()
                .parquet(folder.resolve("customers.parquet").toString());
        Path out = folder.resolve("full-parquet");
        new Job(folder.resolve("customers.parquet").toString(), false, null, after, DATE, out.toString()).run(spark);
        assertEquals(expected, rows("full-parquet/results"));

        Row statistics = spark.read()
                .parquet(folder.resolve("full-csv/statistics").toString())
                .head();
        assertEquals(csv.row().mkString("|"), statistics.mkString("|"));
    }

    /** The part of an answer that does not say which lists it rests on. */
    private static String said(String row) {
        int lists = row.indexOf("\"listSet\"");
        return lists < 0 ? row : row.substring(0, lists);
    }

    /** The other names of a listed party are part of the answer, and no part of its words. */
    private static boolean hitsChangedRecord(String row) {
        return row.contains("\"entry\":\"1\"");
    }

    @Test
    void aDeltaFindsThoseWhoseFullAnswersDiffer() throws IOException, BadInput {
        full(before, "was").run(spark);
        full(after, "is").run(spark);
        Map<String, String> was = rows("was/results");
        Map<String, String> is = rows("is/results");
        Set<String> differ = new TreeSet<>();
        was.forEach((id, row) -> {
            if (!said(row).equals(said(is.get(id))) || hitsChangedRecord(row)) {
                differ.add(id);
            }
        });
        Path out = folder.resolve("delta");
        Statistics statistics = new Job(customers.toString(), true, before, after, DATE, out.toString()).run(spark);
        Map<String, String> delta = rows("delta/results");
        assertEquals(differ, delta.keySet());
        assertTrue(differ.containsAll(List.of("optics", "gone", "range", "came", "blanks")), differ.toString());
        assertFalse(differ.contains("vesimir") || differ.contains("both"), differ.toString());
        assertTrue(delta.get("gone").startsWith("gone\ntrue\nfalse\n"), delta.get("gone"));
        assertTrue(delta.get("came").startsWith("came\nfalse\ntrue\n"), delta.get("came"));
        assertEquals(was.size(), statistics.rows());
        assertEquals(differ.size(), statistics.results());
    }

    @Test
    void badRowsAreCountedAndKeptApart() throws IOException, BadInput {
        Path file = folder.resolve("bad.csv");
        byte[] text = """
                id,name,country
                ok,Karolt Vesimir,KZ
                short,Karolt Vesimir
                long,Karolt Vesimir,KZ,more
                quote,"Karolt Vesimir,KZ
                ,Karolt Vesimir,KZ
                nameless,,KZ
                blank, ,KZ
                broken,Karolt Ves?mir,KZ
                last,Ordinary Bakery,DE
                """.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '?' ? (byte) 0xE9 : text[i];
        }
        Files.write(file, text);
        Path out = folder.resolve("bad");
        Statistics statistics = new Job(file.toString(), true, null, after, DATE, out.toString()).run(spark);
        assertEquals(9, statistics.rows());
        assertEquals(7, statistics.refused());
        assertEquals(Set.of("ok", "last"), rows("bad/results").keySet());
        List<String> refused = new ArrayList<>();
        for (Row row : spark.read().parquet(out.resolve("refused").toString()).collectAsList()) {
            String line = row.getAs("line");
            refused.add((line == null ? row.getAs("id") : line) + ": " + row.getAs("reason"));
        }
        String undivided = ": the line cannot be divided into the columns of the header";
        assertEquals(
                Set.of(
                        "short,Karolt Vesimir" + undivided,
                        "long,Karolt Vesimir,KZ,more" + undivided,
                        "quote,\"Karolt Vesimir,KZ" + undivided,
                        "null: the id is missing",
                        "nameless: the name is missing",
                        "blank: the name is missing",
                        "broken: the text is damaged: it is not UTF-8"),
                Set.copyOf(refused));
    }

    @Test
    void aWrongDigestStopsTheJob() throws IOException, BadInput {
        Job.Lists wrong = new Job.Lists(after.file(), before.digest());
        BadInput refused =
                assertThrows(BadInput.class, () -> full(wrong, "wrong").run(spark));
        assertTrue(refused.getMessage().contains(before.digest()), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("wrong")));

        // And on an executor, should its copy be another one.
        String name = IndexFile.ship(spark, after.file(), after.digest()).name();
        FullScreen task = new FullScreen(new IndexFile(name, before.digest()), DATE);
        SparkException stopped = assertThrows(
                SparkException.class,
                () -> Customers.good(Customers.read(spark, customers.toString(), true))
                        .mapPartitions(task, Encoders.row(FullScreen.SCHEMA))
                        .collectAsList());
        assertTrue(stopped.toString().contains("digest"), stopped.toString());
    }

    @Test
    void madeCustomersAreTheSameForTheSameSeed() {
        Path one = folder.resolve("made");
        Made.customers(spark, 50, 7, false, one.toString());
        List<String> rows = spark.read().parquet(one.toString()).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
        List<String> again = new ArrayList<>();
        for (long n = 0; n < 50; n++) {
            again.add(Made.customer(7, n).toString());
        }
        assertEquals(again.stream().sorted().toList(), rows);
        assertFalse(Made.customer(7, 0).equals(Made.customer(8, 0)));
    }
}
