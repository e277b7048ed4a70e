package io.highfence.cli.evaluate;

import io.highfence.match.MatchSettings;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Writes the tables of an evaluation. */
final class Report {
    private static final int CHOSEN = MatchSettings.DEFAULT_THRESHOLD;
    private static final double RECALL = 0.9;

    /** How many clean names the bar of the specification asks for. */
    private static final int BAR_NAMES = 120;

    private final Appendable out;
    private final Options options;

    Report(Appendable out, Options options) {
        this.out = out;
        this.options = options;
    }

    void line(String format, Object... values) throws IOException {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    void title(String title) throws IOException {
        line("");
        line("== %s", title);
    }

    /** Says how well a set of pairs is told apart: all of it, then by script and by group. */
    void pairs(ScoredPairs scored) throws IOException {
        title(scored.set().title());
        line(
                "%-40s %-12s %6s %6s  %6s %-12s %6s %6s  %6s %6s %6s  %7s %-12s %7s",
                "pairs", "", "same", "other", "AUC", "(95 %)", "random", "alike", "F1", "at", "FP@90", "found*",
                "(95 %)", "false*");
        for (int scorer = 0; scorer < scored.scorers().size(); scorer++) {
            row("all", scored, scorer, pair -> true);
        }
        List<String> scripts = scored.scripts();
        for (String script : scripts.size() > 1 ? scripts : List.<String>of()) {
            for (int scorer = 0; scorer < scored.scorers().size(); scorer++) {
                row("script " + script, scored, scorer, pair -> pair.script().equals(script));
            }
        }
        List<String> groups = scored.groups();
        for (String group : groups.size() > 1 ? groups : List.<String>of()) {
            row(group, scored, 0, pair -> pair.group().equals(group));
        }
        mistakes(scored);
    }

    private void row(String label, ScoredPairs scored, int scorer, Predicate<Pair> wanted) throws IOException {
        Measures measures = scored.measures(scorer, wanted);
        if (measures.sames() == 0 || measures.others() == 0) {
            return;
        }
        double random = scored.measures(scorer, wanted.and(pair -> pair.kind() != Pair.Kind.SIMILAR))
                .auc();
        double alike = scored.measures(scorer, wanted.and(pair -> pair.kind() != Pair.Kind.RANDOM))
                .auc();
        Measures.Best best = measures.bestF1();
        int found = measures.foundAt(CHOSEN);
        String own = scorer > 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        "  %6.1f%% %-12s %6.1f%%",
                        100.0 * found / measures.sames(),
                        Interval.wilson(found, measures.sames()).percent(),
                        100.0 * measures.falseAt(CHOSEN) / measures.others());
        line(
                "%-40s %-12s %6d %6d  %6.3f %-12s %6.3f %6.3f  %6.3f %6s %6.3f%s",
                label,
                scored.scorers().get(scorer).label(),
                measures.sames(),
                measures.others(),
                measures.auc(),
                Interval.bootstrap(measures, Measures::auc, options.seed()).decimals(),
                random,
                alike,
                best.f1(),
                Thresholds.text(best.threshold()),
                measures.falsePositivesAt(RECALL),
                own);
    }

    private void mistakes(ScoredPairs scored) throws IOException {
        if (options.examples() == 0) {
            return;
        }
        for (String group : scored.groups()) {
            int missed = 0;
            int taken = 0;
            for (int i = 0; i < scored.set().pairs().size(); i++) {
                Pair pair = scored.set().pairs().get(i);
                boolean hit = scored.score(i) >= CHOSEN;
                if (!pair.group().equals(group) || pair.same() == hit) {
                    continue;
                }
                if (pair.same() ? missed++ < options.examples() : taken++ < options.examples()) {
                    line(
                            "    %s %s | %s <> %s",
                            pair.same() ? "missed" : "false ",
                            Thresholds.text(scored.score(i)),
                            pair.query(),
                            String.join(
                                    " ; ",
                                    pair.listed()
                                            .subList(
                                                    0, Math.min(3, pair.listed().size()))));
                }
            }
        }
    }

    void recallHeading(List<Integer> bars) throws IOException {
        title("damaged names that still find their party, in a hundred, by threshold");
        line("%-9s %-36s %6s%s  %-12s %s", "damage", "", "asked", Thresholds.heading(), "(95 % at *)", "first " + bars);
    }

    /** One kind of damage; {@code first} is how many of its first names have a bar of their own, or 0. */
    void recall(Recall recall, int first) throws IOException {
        StringBuilder cells = new StringBuilder();
        for (int threshold : Thresholds.all()) {
            cells.append(String.format(Locale.ROOT, "%8.1f", percent(recall.foundAt(threshold), recall.asked())));
        }
        line(
                "%-9s %-36s %6d%s  %-12s %s",
                recall.damage().family(),
                recall.damage().label(),
                recall.asked(),
                cells,
                Interval.wilson(recall.foundAt(CHOSEN), recall.asked()).percent(),
                first == 0 ? "" : recall.foundAt(CHOSEN, first) + " of " + Math.min(first, recall.asked()));
        int shown = 0;
        for (int i = 0; i < recall.asked() && shown < options.examples(); i++) {
            if (recall.scores()[i] < CHOSEN) {
                shown++;
                line(
                        "    missed %s | %s <> %s",
                        Thresholds.text(recall.scores()[i]),
                        recall.queries().get(i),
                        recall.parties().get(i).latin().get(0));
            }
        }
    }

    void alertsHeading() throws IOException {
        title("ordinary names that alert, in a hundred, by threshold");
        line("%-15s %-30s %6s%s  %-12s %s", "names", "", "asked", Thresholds.heading(), "(95 % at *)", "alerts at *");
    }

    void alerts(Alerts alerts) throws IOException {
        alertRow(alerts, "all drawn", Ordinary::drawn);
        List<Ordinary> first =
                alerts.names().subList(0, Math.min(BAR_NAMES, alerts.names().size()));
        alertRow(alerts, "the first " + first.size(), first::contains);
        for (String source : alerts.names().stream()
                .map(Ordinary::source)
                .distinct()
                .sorted()
                .toList()) {
            alertRow(alerts, source, name -> name.source().equals(source));
        }
        for (String script : alerts.names().stream()
                .map(Ordinary::script)
                .distinct()
                .sorted()
                .toList()) {
            alertRow(alerts, "script " + script, name -> name.script().equals(script));
        }
        int shown = 0;
        for (int i = 0; i < alerts.levels().length && shown < options.examples() * 3; i++) {
            if (alerts.levels()[i] >= CHOSEN) {
                shown++;
                line(
                        "    alerts up to %s | %s <> %s",
                        Thresholds.text(alerts.levels()[i]),
                        alerts.names().get(i).name(),
                        alerts.by()[i]);
            }
        }
    }

    private void alertRow(Alerts alerts, String label, Predicate<Ordinary> wanted) throws IOException {
        int asked = alerts.count(wanted);
        StringBuilder cells = new StringBuilder();
        for (int threshold : Thresholds.all()) {
            cells.append(String.format(Locale.ROOT, "%8.2f", percent(alerts.alertsAt(threshold, wanted), asked)));
        }
        int found = alerts.alertsAt(CHOSEN, wanted);
        line(
                "%-15s %-30s %6d%s  %-12s %d",
                alerts.title(),
                label,
                asked,
                cells,
                Interval.wilson(found, asked).percent(),
                found);
    }

    private static double percent(int found, int asked) {
        return asked == 0 ? 0 : 100.0 * found / asked;
    }
}
