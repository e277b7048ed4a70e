package io.highfence.cli.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * How well the damaged names of one kind still find their party. A party is a hit exactly if one of its names reaches the threshold,
 * so it is enough to compare with its own names; {@link Evaluation} checks that against the whole list.
 *
 * @param damage the kind
 * @param queries the damaged names
 * @param parties the parties that they belong to
 * @param scores the best score of each over the names of its party
 */
record Recall(Damage damage, List<String> queries, List<Party> parties, int[] scores) {
    /** A shorter name has too little to damage. */
    private static final int LEAST_NAME = 6;

    static Recall measure(Damage damage, List<Party> held, long seed, int sample, Scorer scorer) {
        Random random = new Random(seed ^ damage.label().hashCode());
        List<Party> drawn = new ArrayList<>(held);
        Collections.shuffle(drawn, random);
        List<String> queries = new ArrayList<>();
        List<Party> parties = new ArrayList<>();
        for (Party party : drawn) {
            String name = party.latin().get(0);
            if (queries.size() == sample || name.length() < LEAST_NAME) {
                continue;
            }
            String damaged = damage.of(name, random);
            if (damaged != null) {
                queries.add(damaged);
                parties.add(party);
            }
        }
        int[] scores = new int[queries.size()];
        Arrays.parallelSetAll(
                scores, i -> scorer.best(queries.get(i), parties.get(i).latin()));
        return new Recall(damage, queries, parties, scores);
    }

    int asked() {
        return scores.length;
    }

    int foundAt(int threshold) {
        return foundAt(threshold, scores.length);
    }

    /** How many of the first so many are found. */
    int foundAt(int threshold, int first) {
        return (int) Arrays.stream(scores, 0, Math.min(first, scores.length))
                .filter(score -> score >= threshold)
                .count();
    }
}
