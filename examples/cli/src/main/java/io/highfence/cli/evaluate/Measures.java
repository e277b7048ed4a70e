package io.highfence.cli.evaluate;

import java.util.Random;

/**
 * The scores of pairs that are one party and of pairs that are not, as two histograms, and what is usually said of them. A pair
 * counts as found where its score is at the threshold or above.
 */
final class Measures {
    /** Scores run from 0 to this. */
    static final int MOST = 10_000;

    private final int[] same = new int[MOST + 1];
    private final int[] other = new int[MOST + 1];
    private int sames;
    private int others;

    void add(boolean isSame, int score) {
        if (isSame) {
            same[score]++;
            sames++;
        } else {
            other[score]++;
            others++;
        }
    }

    int sames() {
        return sames;
    }

    int others() {
        return others;
    }

    /** How likely a pair of one party scores above a pair of two; equal scores count half. */
    double auc() {
        if (sames == 0 || others == 0) {
            return Double.NaN;
        }
        long below = 0;
        long twice = 0;
        for (int score = 0; score <= MOST; score++) {
            twice += same[score] * (2 * below + other[score]);
            below += other[score];
        }
        return twice / 2.0 / sames / others;
    }

    /** The best F1 of all thresholds, and the greatest threshold that gives it. */
    Best bestF1() {
        Best best = new Best(0, MOST);
        int hits = 0;
        int falseHits = 0;
        for (int score = MOST; score >= 0; score--) {
            hits += same[score];
            falseHits += other[score];
            double f1 = 2.0 * hits / (sames + hits + falseHits);
            if (f1 > best.f1) {
                best = new Best(f1, score);
            }
        }
        return best;
    }

    /** The share of the pairs of two parties that is let through where this share of the pairs of one party is found. */
    double falsePositivesAt(double recall) {
        int hits = 0;
        int falseHits = 0;
        for (int score = MOST; score >= 0; score--) {
            hits += same[score];
            falseHits += other[score];
            if (hits >= recall * sames) {
                return others == 0 ? Double.NaN : falseHits / (double) others;
            }
        }
        throw new IllegalStateException("A recall of " + recall + " cannot be reached");
    }

    int foundAt(int threshold) {
        return from(same, threshold);
    }

    int falseAt(int threshold) {
        return from(other, threshold);
    }

    private static int from(int[] histogram, int threshold) {
        int count = 0;
        for (int score = threshold; score <= MOST; score++) {
            count += histogram[score];
        }
        return count;
    }

    Measures resampled(Random random) {
        Measures drawn = new Measures();
        draw(same, sames, true, random, drawn);
        draw(other, others, false, random, drawn);
        return drawn;
    }

    private static void draw(int[] histogram, int count, boolean isSame, Random random, Measures drawn) {
        int[] scores = new int[count];
        int next = 0;
        for (int score = 0; score <= MOST; score++) {
            for (int i = 0; i < histogram[score]; i++) {
                scores[next++] = score;
            }
        }
        for (int i = 0; i < count; i++) {
            drawn.add(isSame, scores[random.nextInt(count)]);
        }
    }

    /** A value of F1 and its threshold. */
    record Best(double f1, int threshold) {}
}
