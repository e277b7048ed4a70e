package io.highfence.cli.evaluate;

import io.highfence.list.ListedParty;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which ordinary names raise an alert, and up to which threshold.
 *
 * @param title what they are
 * @param names the names
 * @param levels for each the greatest threshold at which it alerts, 0 if at none of the table
 * @param by for each the listed name that it alerts by, or nothing
 */
record Alerts(String title, List<Ordinary> names, int[] levels, String[] by) {

    static Alerts measure(String title, List<Ordinary> names, PartyIndex index) {
        int[] levels = new int[names.size()];
        String[] by = new String[names.size()];
        ThreadLocal<Searcher> searcher = ThreadLocal.withInitial(() -> new Searcher(index));
        java.util.stream.IntStream.range(0, names.size()).parallel().forEach(i -> {
            by[i] = "";
            levels[i] = searcher.get().level(names.get(i).name(), by, i);
        });
        return new Alerts(title, names, levels, by);
    }

    int count(Predicate<Ordinary> wanted) {
        return (int) names.stream().filter(wanted).count();
    }

    int alertsAt(int threshold, Predicate<Ordinary> wanted) {
        int count = 0;
        for (int i = 0; i < levels.length; i++) {
            count += levels[i] >= threshold && wanted.test(names.get(i)) ? 1 : 0;
        }
        return count;
    }

    /** One search of the whole list gives the hits; which threshold each alerts at is asked of the very matcher. */
    static final class Searcher {
        private final int[] thresholds = Thresholds.all();
        private final PartyMatcher[] matchers;
        private final PartyMatcher search;
        private final Matches matches = new Matches();

        Searcher(PartyIndex index) {
            search = new PartyMatcher(index, MatchSettings.defaults().withThreshold(thresholds[0]));
            matchers = Arrays.stream(thresholds)
                    .mapToObj(threshold ->
                            new PartyMatcher(MatchSettings.defaults().withThreshold(threshold)))
                    .toArray(PartyMatcher[]::new);
        }

        int level(String query, String[] by, int at) {
            search.match(query, matches);
            int level = 0;
            for (int hit = 0; hit < matches.size(); hit++) {
                for (ListedParty record : matches.records(hit)) {
                    for (ListedParty.Name name : record.names()) {
                        int own = matches.triggers(hit) ? level(query, name) : 0;
                        if (own > level) {
                            level = own;
                            by[at] = name.text();
                        }
                    }
                }
            }
            return level;
        }

        private int level(String query, ListedParty.Name name) {
            int score = matchers[0].compare(query, name.text());
            if (score == Measures.MOST) {
                return score;
            }
            if (name.quality() == ListedParty.Quality.WEAK) {
                return 0;
            }
            for (int i = thresholds.length - 1; i >= 0; i--) {
                if (score >= thresholds[i] && matchers[i].alerts(query, name.text())) {
                    return thresholds[i];
                }
            }
            return 0;
        }
    }
}
