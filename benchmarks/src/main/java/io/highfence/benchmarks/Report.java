package io.highfence.benchmarks;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tables and charts of one run of the name benchmarks: what the script {@code benchmarks/report} calls when JMH is done.
 *
 * <p>Takes the folder with JMH's files {@code threads-1.json} and {@code threads-2.json}, and the command that made them; writes
 * {@code report.md}, {@code time.svg} and {@code scaling.svg} beside them.
 */
final class Report {
    private static final double MEGABYTE = 1e6;

    private final JmhResults results;
    private final StringBuilder out = new StringBuilder();

    /**
     * Where and on what it was measured.
     *
     * @param machine the processor and the system
     * @param date the day
     * @param edition the list
     * @param names how many names are searched in
     * @param command what was run
     */
    record Setting(String machine, LocalDate date, String edition, int names, String command) {}

    private Report(JmhResults results) {
        this.results = results;
    }

    /**
     * Writes the report of a folder.
     *
     * @param arguments the folder and the command
     * @throws IOException if a file cannot be read or written
     * @throws BadInput if the list is damaged
     */
    public static void main(String[] arguments) throws IOException, BadInput {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give the folder with the results, and the command");
        }
        Path folder = Path.of(arguments[0]);
        PartyList list = ListData.load();
        PartyList.Edition edition = list.editions().get(0);
        Setting setting = new Setting(
                machine(),
                LocalDate.now(ZoneOffset.UTC),
                "CSL published " + edition.publishedOn() + ", " + edition.recordCount() + " records, SHA-256 "
                        + edition.digest().toString().substring(0, 12),
                GrownList.count(list),
                arguments[1]);
        JmhResults results =
                JmhResults.read(List.of(folder.resolve("threads-1.json"), folder.resolve("threads-2.json")));
        String report = markdown(results, setting);
        Files.writeString(folder.resolve("report.md"), report);
        Files.writeString(folder.resolve("time.svg"), timeChart(results, setting));
        if (!results.of("Scaling.corpus", 1).isEmpty()) {
            Files.writeString(folder.resolve("scaling.svg"), scalingChart(results, setting));
        }
        System.out.println(report);
    }

    private static String machine() throws IOException {
        Path processors = Path.of("/proc/cpuinfo");
        String model = System.getProperty("os.arch");
        if (Files.exists(processors)) {
            try (Stream<String> lines = Files.lines(processors)) {
                model = lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(model);
            }
        }
        return model + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name");
    }

    /** All tables. */
    static String markdown(JmhResults results, Setting setting) {
        Report report = new Report(results);
        report.head(setting);
        report.means(
                "The same " + Corpus.SAMPLE + " queries for every rival",
                "NameScreening.sample",
                List.of(Rival.values()));
        report.means(
                "All " + Corpus.SIZE + " queries, for those with an index",
                "NameScreening.corpus",
                List.of(Rival.HIGHFENCE, Rival.LUCENE_TRIGRAMS, Rival.LUCENE_FUZZY));
        report.threads();
        report.latency();
        report.index();
        report.scaling(setting);
        return report.out.toString();
    }

    private void head(Setting setting) {
        line("# Matching speed, run " + results.run());
        line("");
        line("- `" + setting.command + "`");
        line("- " + setting.date + "; " + setting.machine);
        line("- " + results.platform());
        line("- " + setting.edition + ", " + whole(setting.names) + " names");
        line("");
        line(
                "Ratios are times of a rival over the time of Highfence in the same table. Times without their ratio say little on a "
                        + "machine that others use.");
    }

    private void means(String title, String name, List<Rival> rivals) {
        List<JmhResults.Result> all = results.of(name, 1);
        JmhResults.Result ours = JmhResults.of(all, Rival.HIGHFENCE);
        table(title + " (`" + name + "`)", "rival", "what it returns", "mean a query", "+-", "ratio", "bytes a query");
        for (Rival rival : rivals) {
            JmhResults.Result result = JmhResults.of(all, rival);
            row(
                    rival.label(),
                    rival.work(),
                    time(micros(result)),
                    Double.isNaN(result.error()) ? "-" : time(result.error() * micros(result) / result.score()),
                    ratio(result.score() / ours.score()),
                    result.bytes() == null ? "-" : bytes(result.bytes()));
        }
    }

    private void threads() {
        List<JmhResults.Result> two = results.of("NameScreening.corpus", 2);
        if (two.isEmpty()) {
            return;
        }
        table(
                "Two threads on one index (`NameScreening.corpus`)",
                "rival",
                "one thread",
                "two threads",
                "queries done, two over one");
        for (JmhResults.Result result : two) {
            Rival rival = rival(result);
            JmhResults.Result one = JmhResults.of(results.of(result.name(), 1), rival);
            row(
                    rival.label(),
                    time(micros(one)),
                    time(micros(result)),
                    String.format(Locale.ROOT, "%.2f", 2 * micros(one) / micros(result)));
        }
    }

    private void latency() {
        List<JmhResults.Result> all = results.of("NameScreeningLatency.rounds", 1);
        if (all.isEmpty()) {
            return;
        }
        table("Single queries (`NameScreeningLatency`)", "rival", "times", "p50", "p99", "p99.9", "max");
        for (JmhResults.Result result : all) {
            if (result.forks() != 1 || result.iterations() != 1) {
                row(
                        rival(result).label(),
                        "not told: percentiles do not add up, so measure with -f 1 -i 1",
                        "",
                        "",
                        "",
                        "");
                continue;
            }
            for (String[] kind : new String[][] {
                {"every one", "p50", "p99", "p999", "max"},
                {"middle one of each query", "work50", "work99", "work999", "workMax"}
            }) {
                row(
                        rival(result).label(),
                        kind[0],
                        time(counter(result, kind[1])),
                        time(counter(result, kind[2])),
                        time(counter(result, kind[3])),
                        time(counter(result, kind[4])));
            }
        }
    }

    private void index() {
        List<JmhResults.Result> built = results.of("IndexBuild.index", 1);
        if (!built.isEmpty()) {
            JmhResults.Result ours = JmhResults.of(built, Rival.HIGHFENCE);
            List<JmhResults.Result> sizes = results.of("IndexBuild.resident", 1);
            table("The index, from the loaded list (`IndexBuild`)", "rival", "time", "ratio", "resident");
            for (JmhResults.Result result : built) {
                Rival rival = rival(result);
                JmhResults.Result size = JmhResults.of(sizes, rival);
                row(
                        rival.label(),
                        time(micros(result)),
                        ratio(result.score() / ours.score()),
                        String.format(Locale.ROOT, "%.1f MB", counter(size, "bytes") / MEGABYTE));
            }
        }
        List<JmhResults.Result> single = new ArrayList<>(results.of("IndexBuild.file", 1));
        single.addAll(results.of("IndexBuild.fileToIndex", 1));
        single.addAll(results.ofClass("IndexOpen"));
        if (!single.isEmpty()) {
            table("Highfence, from the disk", "what", "time");
            single.forEach(result -> row("`" + result.name() + "`", time(micros(result))));
        }
    }

    private void scaling(Setting setting) {
        List<JmhResults.Result> all = results.of("Scaling.corpus", 1);
        if (all.isEmpty()) {
            return;
        }
        table(
                "Growth with the list (`Scaling`)",
                "rival",
                "names",
                "mean a query",
                "ratio",
                "time over that of the published list",
                "that over names");
        for (JmhResults.Result result : all) {
            Rival rival = rival(result);
            int names = names(result, setting);
            JmhResults.Result ours = JmhResults.of(ofSize(all, result.params().get("names")), Rival.HIGHFENCE);
            double growth = result.score() / published(all, rival).score();
            row(
                    rival.label(),
                    whole(names),
                    time(micros(result)),
                    ratio(result.score() / ours.score()),
                    String.format(Locale.ROOT, "%.2f", growth),
                    String.format(Locale.ROOT, "%.2f", growth * setting.names / names));
        }
    }

    private static List<JmhResults.Result> ofSize(List<JmhResults.Result> all, String names) {
        return all.stream()
                .filter(result -> result.params().get("names").equals(names))
                .toList();
    }

    private static JmhResults.Result published(List<JmhResults.Result> all, Rival rival) {
        return JmhResults.of(ofSize(all, Scaling.PUBLISHED), rival);
    }

    private static int names(JmhResults.Result result, Setting setting) {
        String names = result.params().get("names");
        return names.equals(Scaling.PUBLISHED) ? setting.names : Integer.parseInt(names);
    }

    /** The mean times of all rivals, as bars. */
    static String timeChart(JmhResults results, Setting setting) {
        BarChart chart = new BarChart(
                "One name against " + whole(setting.names) + " listed ones, one thread",
                "microseconds, each line ten times as long",
                true);
        List<JmhResults.Result> all = results.of("NameScreening.sample", 1);
        for (Rival rival : Rival.values()) {
            double micros = micros(JmhResults.of(all, rival));
            chart.add(rival.label(), micros, time(micros), rival == Rival.HIGHFENCE);
        }
        return chart.svg();
    }

    /** How times grow beside the names, as bars. */
    static String scalingChart(JmhResults results, Setting setting) {
        BarChart chart = new BarChart(
                "How the time of a query grows with the list", "times as much as for the published list", false);
        List<JmhResults.Result> all = results.of("Scaling.corpus", 1);
        Set<String> sizes = new LinkedHashSet<>();
        all.forEach(result -> sizes.add(result.params().get("names")));
        List<JmhResults.Result> sorted = new ArrayList<>();
        sizes.forEach(size -> sorted.addAll(ofSize(all, size)));
        int last = 0;
        for (JmhResults.Result result : sorted) {
            int names = names(result, setting);
            if (names != last) {
                double growth = names / (double) setting.names;
                chart.add(whole(names) + " names", growth, ratio(growth), false);
                last = names;
            }
            Rival rival = rival(result);
            double growth = result.score() / published(all, rival).score();
            chart.add(
                    rival.label(), growth, ratio(growth) + " (" + time(micros(result)) + ")", rival == Rival.HIGHFENCE);
        }
        return chart.svg();
    }

    private static Rival rival(JmhResults.Result result) {
        return Rival.valueOf(result.params().get("rival"));
    }

    /** A counter of single shots, of which JMH reports the sum of all iterations; the mean of them. */
    private static double counter(JmhResults.Result result, String name) {
        Double value = result.counters().get(name);
        if (value == null) {
            throw new IllegalArgumentException(result.name() + " has no counter " + name);
        }
        return value / result.forks() / result.iterations();
    }

    private static double micros(JmhResults.Result result) {
        return switch (result.unit()) {
            case "us/op" -> result.score();
            case "ms/op" -> result.score() * 1e3;
            default -> throw new IllegalArgumentException(result.name() + " is in " + result.unit());
        };
    }

    /** A time with three digits that count, in the unit that suits it. */
    private static String time(double micros) {
        return micros < 1e3
                ? digits(micros) + " us"
                : micros < 1e6 ? digits(micros / 1e3) + " ms" : digits(micros / 1e6) + " s";
    }

    private static String digits(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }

    private static String ratio(double value) {
        return digits(value) + "x";
    }

    /** Bytes; what the harness itself allocates is less than one a query and so is not shown. */
    private static String bytes(double value) {
        return value == 0
                ? "0"
                : value < 1 ? "0 (" + String.format(Locale.ROOT, "%.2f", value) + ", the harness)" : whole(value);
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private void table(String title, String... columns) {
        line("");
        line("## " + title);
        line("");
        row(columns);
        line("|" + " --- |".repeat(columns.length));
    }

    private void row(String... cells) {
        line("| " + String.join(" | ", cells) + " |");
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
