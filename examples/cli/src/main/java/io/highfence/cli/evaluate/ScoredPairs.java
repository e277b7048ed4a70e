package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A set of labelled pairs with the scores of this SDK and of every rival. */
final class ScoredPairs {
    private final PairSet set;
    private final List<Scorer> scorers;
    private final List<int[]> scores = new ArrayList<>();

    ScoredPairs(PairSet set, List<Scorer> scorers) {
        this.set = set;
        this.scorers = scorers;
        scorers.forEach(scorer -> scores.add(Scorer.scores(scorer, set.pairs())));
    }

    PairSet set() {
        return set;
    }

    List<Scorer> scorers() {
        return scorers;
    }

    /** The score of this SDK. */
    int score(int pair) {
        return scores.get(0)[pair];
    }

    Measures measures(int scorer, Predicate<Pair> wanted) {
        Measures measures = new Measures();
        for (int i = 0; i < set.pairs().size(); i++) {
            if (wanted.test(set.pairs().get(i))) {
                measures.add(set.pairs().get(i).same(), scores.get(scorer)[i]);
            }
        }
        return measures;
    }

    List<String> scripts() {
        return set.pairs().stream().map(Pair::script).distinct().sorted().toList();
    }

    List<String> groups() {
        return set.pairs().stream().map(Pair::group).distinct().sorted().toList();
    }
}
