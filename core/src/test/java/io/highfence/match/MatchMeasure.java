package io.highfence.match;

import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/**
 * Measures how well damaged names of the Consolidated Screening List are found and how often clean names alert, at several
 * thresholds. Not a test: run with the data folder, a seed and the number of names a kind; {@code docs/score-semantics.md}
 * has the command.
 */
public final class MatchMeasure {
    private static final int[] THRESHOLDS = {6800, 7000, 7200, 7400, 7600, 7800, 8000, 8200, 8400};

    private MatchMeasure() {}

    /**
     * Prints the curve.
     *
     * @param args the data folder, a seed, how many names of each kind
     * @throws Exception if the data cannot be read
     */
    public static void main(String[] args) throws Exception {
        Path data = Path.of(args[0]);
        Random random = new Random(Long.parseLong(args[1]));
        int count = Integer.parseInt(args[2]);
        PartyList list = PartyList.load(List.of(
                ListSource.parse("csl-json:" + data.resolve("us/csl/consolidated-2026-07-31.reconstructed.json.gz"))));
        PartyIndex index = PartyIndex.of(list);
        PartyList.Edition edition = list.editions().get(0);
        System.out.println(
                "list " + edition.label() + ", sha256 " + edition.digest().brief() + ", " + edition.recordCount()
                        + " records, " + edition.nameCount() + " names");
        System.out.println(
                "engine " + PartyMatcher.engine().brief() + ", seed " + args[1] + ", " + count + " names of a kind");
        System.out.print("kind");
        for (int threshold : THRESHOLDS) {
            System.out.printf(Locale.ROOT, "\t%d", threshold);
        }
        System.out.println("\tms/query");
        recall("as listed", index, random, count, name -> name);
        recall("one edit", index, random, count, name -> edit(name, random));
        recall("edit in every word of 4+", index, random, count, name -> editEveryWord(name, random));
        recall("two words joined", index, random, count / 4, MatchMeasure::join);
        recall("a word dropped", index, random, count / 2, name -> drop(name, random));
        recall("natural order", index, random, count / 2, MatchMeasure::naturalOrder);
        alerts(
                "ordinary organisations",
                index,
                sample(data.resolve("negatives/organisations.tsv.gz"), random, count * 3));
        alerts("ordinary persons", index, sample(data.resolve("negatives/persons-real.tsv.gz"), random, count * 3));
    }

    private static void recall(String kind, PartyIndex index, Random random, int count, UnaryOperator<String> damage) {
        int[] found = new int[THRESHOLDS.length];
        int asked = 0;
        List<String> missed = new ArrayList<>();
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults().withThreshold(THRESHOLDS[0]));
        Matches matches = new Matches();
        long start = System.nanoTime();
        for (int tries = 0; asked < count && tries < 100_000; tries++) {
            int record = random.nextInt(index.list().records().size());
            ListedParty party = index.list().records().get(record);
            String query = damage.apply(party.primaryName());
            if (query == null || party.primaryName().length() < 6) {
                continue;
            }
            asked++;
            matcher.match(query, matches);
            int score = 0;
            for (int i = 0; i < matches.size(); i++) {
                if (matches.records(i).contains(party)) {
                    score = matches.nameScore(i);
                }
            }
            for (int t = 0; t < THRESHOLDS.length; t++) {
                found[t] += score >= THRESHOLDS[t] ? 1 : 0;
            }
            if (score < MatchSettings.DEFAULT_THRESHOLD && missed.size() < 5) {
                missed.add(query + " <> " + party.primaryName() + " " + score);
            }
        }
        print(kind + " (of " + asked + ")", found, System.nanoTime() - start, asked);
        missed.forEach(miss -> System.out.println("    missed: " + miss));
    }

    private static void alerts(String kind, PartyIndex index, List<String> names) {
        int[] alerts = new int[THRESHOLDS.length];
        List<String> shown = new ArrayList<>();
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults().withThreshold(THRESHOLDS[0]));
        Matches matches = new Matches();
        long start = System.nanoTime();
        for (String name : names) {
            matcher.match(name, matches);
            int best = 0;
            String with = "";
            for (int i = 0; i < matches.size(); i++) {
                if (matches.triggers(i) && matches.nameScore(i) > best) {
                    best = matches.nameScore(i);
                    with = matches.matched(i).text();
                }
            }
            for (int t = 0; t < THRESHOLDS.length; t++) {
                alerts[t] += best >= THRESHOLDS[t] ? 1 : 0;
            }
            if (best >= MatchSettings.DEFAULT_THRESHOLD && shown.size() < 25) {
                shown.add(name + " <> " + with + " " + best);
            }
        }
        print(kind + " (of " + names.size() + ")", alerts, System.nanoTime() - start, names.size());
        shown.forEach(alert -> System.out.println("    alerts: " + alert));
    }

    private static void print(String kind, int[] counts, long nanos, int queries) {
        StringBuilder row = new StringBuilder(kind);
        for (int count : counts) {
            row.append('\t').append(count);
        }
        System.out.println(row.append('\t').append(nanos / 1_000_000 / Math.max(queries, 1)));
    }

    private static List<String> sample(Path file, Random random, int count) throws IOException {
        List<String> names = new ArrayList<>();
        try (BufferedReader rows = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<String> columns = List.of(rows.readLine().split("\t", -1));
            for (String row = rows.readLine(); row != null; row = rows.readLine()) {
                String[] cells = row.split("\t", -1);
                if (cells[columns.indexOf("list_hit")].isEmpty()) {
                    names.add(cells[columns.indexOf("name")]);
                }
            }
        }
        Collections.shuffle(names, random);
        return names.subList(0, Math.min(count, names.size()));
    }

    private static String edit(String name, Random random) {
        List<Integer> letters = new ArrayList<>();
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i))) {
                letters.add(i);
            }
        }
        if (letters.size() < 4) {
            return null;
        }
        int at = letters.get(random.nextInt(letters.size()));
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            case 2 -> name.substring(0, at) + letter + name.substring(at + 1);
            default ->
                at + 1 < name.length()
                        ? name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2)
                        : name.substring(0, at);
        };
    }

    private static String editEveryWord(String name, Random random) {
        StringBuilder damaged = new StringBuilder();
        for (String word : name.split(" ", -1)) {
            String edited = word.length() < 4 ? null : edit(word, random);
            damaged.append(damaged.isEmpty() ? "" : " ").append(edited == null ? word : edited);
        }
        return damaged.toString();
    }

    private static String join(String name) {
        int blank = name.indexOf(' ');
        return blank < 0 || name.indexOf(',') >= 0 ? null : name.substring(0, blank) + name.substring(blank + 1);
    }

    private static String drop(String name, Random random) {
        List<String> words = new ArrayList<>(List.of(name.split(" ", -1)));
        if (words.size() < 3) {
            return null;
        }
        words.remove(random.nextInt(words.size()));
        return String.join(" ", words);
    }

    private static String naturalOrder(String name) {
        int comma = name.indexOf(", ");
        return comma < 0 || name.indexOf(',', comma + 1) >= 0
                ? null
                : name.substring(comma + 2) + " " + name.substring(0, comma);
    }
}
