package io.highfence.rescreen;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Made customers and made lists: words of made syllables, the same for the same seed and number, whoever makes them. */
final class Made {
    private static final int LISTED = 20_000;
    /** Of so many listed parties, the later edition leaves one out and has one that is not in the earlier. */
    private static final int CHANGED = 100;
    /** One of so many customers has the name of a listed party. */
    private static final int LISTED_CUSTOMER = 1_000;

    private static final long LIST_SEED = 20_261_101;
    private static final int FILE_ROWS = 100_000;

    private static final String[] FIRST = {
        "b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v",
        "z"
    };
    private static final String[] MIDDLE = {"a", "e", "i", "o", "u", "ai", "ou", "ia"};
    private static final String[] LAST = {"", "l", "m", "n", "r", "s", "k", "nd", "rt", "v"};
    private static final String[] TRADE = {
        "Trading", "Instruments", "Components", "Logistics", "Systems", "Optics", "Foods"
    };
    private static final String[] FORM = {"Ltd", "GmbH", "LLC", "SA", "BV", "Pte Ltd"};
    private static final String[] COUNTRIES = {"US", "DE", "FR", "GB", "NL", "SG", "AE", "TR", "IN", "KZ", "MY", "JP"};

    private Made() {}

    /** Customer number {@code n} of a seed, as a row of {@link Customers#SCHEMA}. */
    static Row customer(long seed, long n) {
        SplittableRandom random = random(seed, n);
        boolean listed = random.nextInt(LISTED_CUSTOMER) == 0;
        String[] party = listed ? party(random(LIST_SEED, random.nextInt(LISTED))) : party(random);
        boolean person = party[1].equals("individual");
        String birthDate = person && random.nextBoolean() ? Integer.toString(random.nextInt(1940, 2005)) : null;
        String address = random.nextInt(1, 200) + " " + word(random, 2) + " Street, " + word(random, 3);
        return RowFactory.create("c" + n, party[0], party[1], party[2], address, null, birthDate, "endUser");
    }

    /** Writes made customers, in files of 100,000. */
    static void customers(SparkSession spark, long rows, long seed, boolean csv, String out) {
        int files = (int) Math.max(spark.sparkContext().defaultParallelism(), rows / FILE_ROWS);
        Dataset<Row> made = spark.range(0, rows, 1, files)
                .map((MapFunction<Long, Row>) n -> customer(seed, n), Encoders.row(Customers.SCHEMA));
        if (csv) {
            made.write().option("header", true).option("escape", "\"").csv(out);
        } else {
            made.write().parquet(out);
        }
    }

    /** Writes an edition of the made list as a list of the caller's own. */
    static void list(boolean later, Path out) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("id,name,type,countries,program");
        for (int n = 0; n < LISTED; n++) {
            if (n % CHANGED != (later ? 0 : 1)) {
                lines.add("m" + n + "," + String.join(",", party(random(LIST_SEED, n))) + ",MADE");
            }
        }
        Files.write(out, lines);
    }

    /** Name, type and country. */
    private static String[] party(SplittableRandom random) {
        boolean person = random.nextInt(10) < 7;
        String name = person
                ? word(random, 2) + " " + word(random, 3)
                : word(random, 3) + " " + word(random, 2) + " " + one(random, TRADE) + " " + one(random, FORM);
        return new String[] {name, person ? "individual" : "entity", one(random, COUNTRIES)};
    }

    private static SplittableRandom random(long seed, long n) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + n);
    }

    private static String word(SplittableRandom random, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(one(random, FIRST)).append(one(random, MIDDLE)).append(one(random, LAST));
        }
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.toString();
    }

    private static String one(SplittableRandom random, String[] words) {
        return words[random.nextInt(words.length)];
    }
}
