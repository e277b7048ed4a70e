package io.highfence.benchmarks;

import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.match.MatchSettings;
import io.highfence.match.Matches;
import io.highfence.match.PartyIndex;
import io.highfence.match.PartyMatcher;
import java.util.Arrays;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LongestCommonSubsequence;
import org.apache.lucene.search.ScoreDoc;

/** The searches behind {@link Rival}. */
final class NameRivals {
    private NameRivals() {}

    /** This SDK: passing names over that cannot reach the threshold, or scoring every name, which is its oracle. */
    static final class Highfence implements NameRival {
        private final PartyIndex index;
        private final PartyMatcher matcher;
        private final Matches matches = new Matches();

        Highfence(PartyIndex index, PartyMatcher matcher) {
            this.index = index;
            this.matcher = matcher;
        }

        static Highfence finding(PartyIndex index) {
            return new Highfence(index, new PartyMatcher(index, MatchSettings.defaults()));
        }

        static Highfence scoringEveryName(PartyIndex index) {
            return new Highfence(index, PartyMatcher.exhaustive(index, MatchSettings.defaults()));
        }

        @Override
        public int find(String name) {
            matcher.match(name, matches);
            return matches.total();
        }

        @Override
        public boolean found(int party) {
            PartyList list = index.list();
            for (int hit = 0; hit < matches.size(); hit++) {
                for (ListedParty record : matches.records(hit)) {
                    // A query has few hits, and this is asked outside the clock.
                    if (list.party(list.records().indexOf(record)) == party) {
                        return true;
                    }
                }
            }
            return false;
        }

        /** The oracle over the same index. */
        Highfence oracle() {
            return scoringEveryName(index);
        }

        /** The last answer in full: every hit with both scores, in order. */
        String answer() {
            StringBuilder answer = new StringBuilder().append(matches.total()).append(matches.alert());
            for (int hit = 0; hit < matches.size(); hit++) {
                answer.append('\n').append(matches.nameScore(hit)).append(' ').append(matches.score(hit));
                matches.records(hit).forEach(record -> answer.append(' ').append(record.key()));
            }
            return answer.toString();
        }
    }

    /** What is usually written: Jaro-Winkler of Commons Text over every name. */
    static final class JaroWinkler implements NameRival {
        private static final double THRESHOLD = 0.90;

        private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        private final PlainNames names;
        private final PlainNames.Found found;

        JaroWinkler(PlainNames names) {
            this.names = names;
            this.found = names.found();
        }

        @Override
        public int find(String name) {
            String query = PlainNames.plain(name);
            found.begin();
            for (int listed = 0; listed < names.count(); listed++) {
                if (similarity.apply(query, names.text(listed)) >= THRESHOLD) {
                    found.add(names.party(listed));
                }
            }
            return found.count();
        }

        @Override
        public boolean found(int party) {
            return found.contains(party);
        }
    }

    /**
     * The token-sort ratio of the fuzzy matching libraries over every name: words in alphabetical order, then twice the longest
     * common subsequence (Commons Text) over both lengths.
     */
    static final class TokenSort implements NameRival {
        private static final long THRESHOLD = 85;

        private final LongestCommonSubsequence common = new LongestCommonSubsequence();
        private final PlainNames names;
        private final String[] sorted;
        private final PlainNames.Found found;

        TokenSort(PlainNames names, String[] sorted) {
            this.names = names;
            this.sorted = sorted;
            this.found = names.found();
        }

        static String[] sorted(PlainNames names) {
            String[] sorted = new String[names.count()];
            Arrays.setAll(sorted, name -> sorted(names.text(name)));
            return sorted;
        }

        private static String sorted(String plain) {
            String[] words = plain.split(" ");
            Arrays.sort(words);
            return String.join(" ", words);
        }

        @Override
        public int find(String name) {
            String query = sorted(PlainNames.plain(name));
            found.begin();
            for (int listed = 0; listed < sorted.length; listed++) {
                String other = sorted[listed];
                if (200L * common.apply(query, other) >= THRESHOLD * (query.length() + other.length())) {
                    found.add(names.party(listed));
                }
            }
            return found.count();
        }

        @Override
        public boolean found(int party) {
            return found.contains(party);
        }
    }

    /** Lucene's best candidates, rescored by Jaro-Winkler of Commons Text: names that are no candidates are lost unseen. */
    static final class Lucene implements NameRival {
        private static final double THRESHOLD = 0.85;

        private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        private final LuceneNames index;
        private final PlainNames.Found found;

        Lucene(LuceneNames index) {
            this.index = index;
            this.found = index.names().found();
        }

        @Override
        public int find(String name) {
            String query = PlainNames.plain(name);
            found.begin();
            for (ScoreDoc candidate : index.candidates(query)) {
                if (similarity.apply(query, index.names().text(candidate.doc)) >= THRESHOLD) {
                    found.add(index.names().party(candidate.doc));
                }
            }
            return found.count();
        }

        @Override
        public boolean found(int party) {
            return found.contains(party);
        }
    }
}
