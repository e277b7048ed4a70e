package io.highfence.benchmarks;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** The rivals of {@link NameSearch}. */
final class NameRivals {
    private NameRivals() {}

    /** This SDK: passing names over that cannot reach the threshold, or scoring every name, which is its oracle. */
    static final class Highfence implements NameRival {
        private final PartyMatcher matcher;
        private final Matches matches = new Matches();

        private Highfence(PartyMatcher matcher) {
            this.matcher = matcher;
        }

        static Highfence finding(PartyIndex index) {
            return new Highfence(new PartyMatcher(index, MatchSettings.defaults()));
        }

        static Highfence scoringEveryName(PartyIndex index) {
            return new Highfence(PartyMatcher.exhaustive(index, MatchSettings.defaults()));
        }

        @Override
        public int find(String name) {
            matcher.match(name, matches);
            return matches.total();
        }
    }

    /** What is usually written: Jaro-Winkler of Commons Text over every name in capitals, at 0.9. */
    static final class JaroWinkler implements NameRival {
        private static final double THRESHOLD = 0.9;

        private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        private final List<List<String>> names = new ArrayList<>();

        JaroWinkler(PartyList list) {
            for (ListedParty record : list.records()) {
                names.add(record.names().stream()
                        .map(name -> name.text().toUpperCase(Locale.ROOT))
                        .toList());
            }
        }

        @Override
        public int find(String name) {
            String query = name.toUpperCase(Locale.ROOT);
            int found = 0;
            for (List<String> record : names) {
                for (String listed : record) {
                    if (similarity.apply(query, listed) >= THRESHOLD) {
                        found++;
                        break;
                    }
                }
            }
            return found;
        }
    }
}
