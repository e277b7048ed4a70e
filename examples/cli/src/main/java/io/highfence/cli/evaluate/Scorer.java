package io.highfence.cli.evaluate;

import io.highfence.match.MatchSettings;
import io.highfence.match.PartyMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Scores two names from 0 to 10,000: this SDK, or what is usually written instead. */
interface Scorer {
    /** The score of a name that is asked for against a listed one; safe for many threads. */
    int score(String query, String listed);

    String label();

    /** The best score over the names of a listed party. */
    default int best(String query, List<String> listed) {
        int best = 0;
        for (String name : listed) {
            best = Math.max(best, score(query, name));
        }
        return best;
    }

    static List<Scorer> all() {
        return List.of(new Highfence(), new JaroWinkler(), new TokenSort(), new OfacStyle());
    }

    private static int scaled(double similarity) {
        return (int) Math.round(similarity * Measures.MOST);
    }

    /** This SDK. */
    final class Highfence implements Scorer {
        private final ThreadLocal<PartyMatcher> matcher =
                ThreadLocal.withInitial(() -> new PartyMatcher(MatchSettings.defaults()));

        @Override
        public int score(String query, String listed) {
            return matcher.get().compare(query, listed);
        }

        @Override
        public String label() {
            return "highfence";
        }
    }

    /** Jaro-Winkler of Commons Text over whole names in capitals. */
    final class JaroWinkler implements Scorer {
        private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

        @Override
        public int score(String query, String listed) {
            return scaled(similarity.apply(NameKey.plain(query), NameKey.plain(listed)));
        }

        @Override
        public String label() {
            return "jaro-winkler";
        }
    }

    /** The words of both names in the order of the alphabet, compared by Levenshtein's distance. */
    final class TokenSort implements Scorer {
        private final LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();

        @Override
        public int score(String query, String listed) {
            String a = NameKey.of(query);
            String b = NameKey.of(listed);
            int longer = Math.max(a.length(), b.length());
            return longer == 0 ? 0 : scaled(1 - distance.apply(a, b) / (double) longer);
        }

        @Override
        public String label() {
            return "token-sort";
        }
    }

    /** As the search of OFAC is described: the greater of Jaro-Winkler over the whole names and over their best words. */
    final class OfacStyle implements Scorer {
        private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

        @Override
        public int score(String query, String listed) {
            List<String> a = NameKey.words(query);
            List<String> b = NameKey.words(listed);
            if (a.isEmpty() || b.isEmpty()) {
                return 0;
            }
            double whole = similarity.apply(String.join(" ", a), String.join(" ", b));
            List<Double> words = new ArrayList<>();
            for (String word : a) {
                words.add(b.stream()
                        .mapToDouble(other -> similarity.apply(word, other))
                        .max()
                        .orElse(0));
            }
            double mean =
                    words.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            return scaled(Math.max(whole, mean));
        }

        @Override
        public String label() {
            return "ofac-style";
        }
    }

    /** The scores of many pairs, on every core, in the order of the pairs. */
    static int[] scores(Scorer scorer, List<Pair> pairs) {
        int[] scores = new int[pairs.size()];
        Arrays.parallelSetAll(
                scores, i -> scorer.best(pairs.get(i).query(), pairs.get(i).listed()));
        return scores;
    }
}
