package io.highfence.cli.evaluate;

import io.highfence.base.BadInput;
import io.highfence.list.PartyList;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The evaluation of name matching, from the labelled sets to the report. The same options give the same bytes. */
public final class Evaluation {
    /** How many names of a kind the bars of the specification ask for. */
    private static final Map<String, Integer> BARS = Map.of(
            Spelling.ONE_EDIT,
            160,
            Spelling.EVERY_WORD,
            160,
            Structure.JOINED,
            40,
            Structure.DROPPED,
            80,
            Structure.NATURAL_ORDER,
            80);

    /** How many damaged names are also matched against the whole list, as a check. */
    private static final int CHECKED = 40;

    private final Options options;
    private final Consumer<String> progress;
    private final Report report;
    private final Listed listed;
    private final List<Party> held;
    private final List<Scorer> scorers = Scorer.all();
    private final Map<String, double[]> curves = new LinkedHashMap<>();
    private final double[] alertShares;

    private Evaluation(Options options, Appendable out, Consumer<String> progress) {
        this.options = options;
        this.progress = progress;
        report = new Report(out, options);
        listed = new Listed(options.list());
        held = listed.parties().stream()
                .filter(party -> options.part().holds(party.key()))
                .toList();
        alertShares = new double[Thresholds.all().length];
    }

    /**
     * Evaluates and writes the report.
     *
     * @param options what to evaluate
     * @param out takes the report
     * @param progress is told what is done now
     * @return the curves for a picture
     * @throws IOException if a file cannot be read
     * @throws BadInput if a file of the caller is not what it claims to be
     */
    public static Curves run(Options options, Appendable out, Consumer<String> progress) throws IOException, BadInput {
        return new Evaluation(options, out, progress).run();
    }

    private Curves run() throws IOException, BadInput {
        heading();
        PartyIndex index = PartyIndex.of(options.list());
        pairs();
        damage(index);
        boolean asked = alerts(index);
        return new Curves(
                Thresholds.all(), MatchSettings.DEFAULT_THRESHOLD, asked ? alertShares : new double[0], curves);
    }

    private void heading() throws IOException {
        report.line(
                "part %s, seed %d, engine %s, default threshold %s (marked *)",
                options.part().word(),
                options.seed(),
                PartyMatcher.engine().brief(),
                Thresholds.text(MatchSettings.DEFAULT_THRESHOLD));
        for (PartyList.Edition edition : options.list().editions()) {
            report.line(
                    "list %s, sha256 %s, %d records, %d names%s",
                    edition.label(),
                    edition.digest().brief(),
                    edition.recordCount(),
                    edition.nameCount(),
                    edition.sample() ? "; a sample, for demonstration only" : "");
        }
        report.line(
                "%d of %d parties are in this part; the parts are split by a hash of the party's name or number",
                held.size(), listed.parties().size());
    }

    private void pairs() throws IOException, BadInput {
        progress.accept("labelled pairs");
        List<PairSet> sets = new ArrayList<>();
        PairSet typed = PairSet.nativeScripts(PublicNames.read(), options.part(), options.seed());
        sets.add(new PairSet(
                "public names typed in from general knowledge, native script against Latin", typed.pairs()));
        if (options.data() != null) {
            Sources sources = new Sources(options.data());
            List<Party> parties = sources.read();
            for (String missing : sources.missing()) {
                report.line("not there: %s", missing);
            }
            sets.add(PairSet.nativeScripts(parties, options.part(), options.seed()));
            sets.add(PairSet.acrossLists(parties, options.part(), options.seed()));
        }
        List<Pair> aliases = new ArrayList<>();
        for (String group : List.of("persons", "organisations", "no type")) {
            aliases.addAll(PairSet.aliases(listed.parties(), group, options.part(), options.seed(), options.sample())
                    .pairs());
        }
        sets.add(new PairSet("alias against the primary name of its record, not the same words", aliases));
        if (options.pairs() != null) {
            sets.add(CallersPairs.read(options.pairs(), options.part()));
        }
        for (PairSet set : sets) {
            if (!set.pairs().isEmpty()) {
                ScoredPairs scored = new ScoredPairs(set, scorers);
                report.pairs(scored);
                curves(scored);
            }
        }
    }

    /** The scripts of the real lists, and aliases that have a word alike, go into the picture. */
    private void curves(ScoredPairs scored) {
        if (scored.set().title().startsWith("native")) {
            for (String script : List.of("Cyrillic", "Arabic", "Han")) {
                curve(
                        script + " names",
                        scored.measures(0, pair -> pair.script().equals(script)));
            }
        } else if (scored.set().title().startsWith("alias")) {
            curve(
                    "aliases with a word alike",
                    scored.measures(0, pair -> pair.group().endsWith(", a word alike")));
        }
    }

    private void curve(String label, Measures measures) {
        if (measures.sames() > 0) {
            curves.put(
                    label,
                    Arrays.stream(Thresholds.all())
                            .mapToDouble(threshold -> measures.foundAt(threshold) / (double) measures.sames())
                            .toArray());
        }
    }

    private void damage(PartyIndex index) throws IOException {
        report.recallHeading(List.of(160, 80, 40));
        // The registration of an aircraft is a number in letters: with an edit it is another aircraft.
        List<Party> named =
                held.stream().filter(party -> !party.group().equals("aircraft")).toList();
        List<Recall> all = new ArrayList<>();
        for (Damage damage : Damage.all()) {
            progress.accept("damage: " + damage.label());
            Recall recall = Recall.measure(damage, named, options.seed(), options.sample(), scorers.get(0));
            int bar = BARS.getOrDefault(damage.label(), 0);
            report.recall(recall, bar);
            all.add(recall);
            if (bar == 160) {
                curves.put(
                        damage.label(),
                        Arrays.stream(Thresholds.all())
                                .mapToDouble(
                                        threshold -> recall.foundAt(threshold) / (double) Math.max(1, recall.asked()))
                                .toArray());
            }
        }
        check(all, index);
    }

    /** Recall is counted by comparing with a party's own names; here the whole list must say the same. */
    private void check(List<Recall> all, PartyIndex index) throws IOException {
        progress.accept("a check against the whole list");
        PartyMatcher matcher = new PartyMatcher(index, MatchSettings.defaults());
        Matches matches = new Matches();
        int differ = 0;
        int checked = 0;
        for (int i = 0; i < CHECKED; i++) {
            Recall recall = all.get(i % all.size());
            int at = i / all.size();
            if (at >= recall.asked()) {
                continue;
            }
            checked++;
            matcher.match(recall.queries().get(at), matches);
            String wanted = recall.parties().get(at).latin().get(0);
            boolean hit = false;
            for (int k = 0; k < matches.size(); k++) {
                hit |= matches.records(k).stream()
                        .anyMatch(record -> record.primaryName().equals(wanted));
            }
            differ += hit == recall.scores()[at] >= MatchSettings.DEFAULT_THRESHOLD ? 0 : 1;
        }
        report.line("%d of them were matched against the whole list as well: %d differ", checked, differ);
    }

    private boolean alerts(PartyIndex index) throws IOException {
        List<Alerts> measured = new ArrayList<>();
        Path data = options.data();
        int sample = options.ordinary();
        if (data != null) {
            Path folder = data.resolve("negatives");
            if (Files.exists(folder.resolve("organisations.tsv.gz"))) {
                measured.add(measure(
                        "organisations",
                        Ordinary.table(folder.resolve("organisations.tsv.gz"), options.part(), options.seed(), sample),
                        index));
            }
            if (Files.exists(folder.resolve("persons-real.tsv.gz"))) {
                measured.add(measure(
                        "persons",
                        Ordinary.table(folder.resolve("persons-real.tsv.gz"), options.part(), options.seed(), sample),
                        index));
            }
            Path invented = folder.resolve("persons-synthetic-global.csv.gz");
            if (Files.exists(invented)) {
                measured.add(measure(
                        "made-up persons",
                        Ordinary.invented(invented, listed, options.part(), options.seed(), sample / 4),
                        index));
            }
        }
        if (options.negatives() != null) {
            measured.add(measure(
                    "names of file",
                    Ordinary.table(options.negatives(), options.part(), options.seed(), sample),
                    index));
        }
        if (measured.isEmpty()) {
            return false;
        }
        report.alertsHeading();
        for (Alerts alerts : measured) {
            report.alerts(alerts);
        }
        shares(measured);
        return true;
    }

    private Alerts measure(String title, List<Ordinary> names, PartyIndex index) {
        progress.accept(names.size() + " " + title + " against the whole list");
        return Alerts.measure(title, names, index);
    }

    private void shares(List<Alerts> measured) {
        int[] thresholds = Thresholds.all();
        for (int i = 0; i < thresholds.length; i++) {
            int asked = 0;
            int alerted = 0;
            for (Alerts alerts : measured) {
                asked += alerts.count(Ordinary::drawn);
                alerted += alerts.alertsAt(thresholds[i], Ordinary::drawn);
            }
            alertShares[i] = alerted / (double) Math.max(1, asked);
        }
    }
}
