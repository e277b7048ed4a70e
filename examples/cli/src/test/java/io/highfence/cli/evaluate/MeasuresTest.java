package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The figures against their plain definitions. */
class MeasuresTest {
    private static final double CLOSE = 1e-12;

    private final List<Integer> same = new ArrayList<>();
    private final List<Integer> other = new ArrayList<>();

    private Measures measures() {
        Measures measures = new Measures();
        same.forEach(score -> measures.add(true, score));
        other.forEach(score -> measures.add(false, score));
        return measures;
    }

    private void draw(Random random) {
        same.clear();
        other.clear();
        int step = random.nextBoolean() ? 1 : 2500;
        for (int i = 1 + random.nextInt(60); i > 0; i--) {
            same.add(Math.min(10_000, random.nextInt(10_001) / step * step));
        }
        for (int i = 1 + random.nextInt(60); i > 0; i--) {
            other.add(random.nextInt(10_001) / step * step);
        }
    }

    private double naiveAuc() {
        double won = 0;
        for (int s : same) {
            for (int o : other) {
                won += s > o ? 1 : s == o ? 0.5 : 0;
            }
        }
        return won / (same.size() * (double) other.size());
    }

    private long atLeast(List<Integer> scores, int threshold) {
        return scores.stream().filter(score -> score >= threshold).count();
    }

    private double naiveF1(int threshold) {
        double found = atLeast(same, threshold);
        double precision = found / Math.max(1, found + atLeast(other, threshold));
        double recall = found / same.size();
        return found == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    @Test
    void aucIsTheShareOfPairsOfPairsThatStandInTheRightOrder() {
        for (long seed = 1; seed <= 200; seed++) {
            draw(new Random(seed));
            assertEquals(naiveAuc(), measures().auc(), CLOSE, "seed " + seed);
        }
    }

    @Test
    void bestF1IsTheBestOfAllThresholds() {
        for (long seed = 1; seed <= 50; seed++) {
            draw(new Random(seed));
            double best = 0;
            for (int threshold = 0; threshold <= 10_000; threshold++) {
                best = Math.max(best, naiveF1(threshold));
            }
            Measures.Best found = measures().bestF1();
            assertEquals(best, found.f1(), CLOSE, "seed " + seed);
            assertEquals(best, naiveF1(found.threshold()), CLOSE, "seed " + seed);
        }
    }

    @Test
    void falsePositivesAreCountedAtTheGreatestThresholdThatFindsEnough() {
        for (long seed = 1; seed <= 200; seed++) {
            draw(new Random(seed));
            int threshold = 10_000;
            while (atLeast(same, threshold) < 0.9 * same.size()) {
                threshold--;
            }
            double expected = atLeast(other, threshold) / (double) other.size();
            assertEquals(expected, measures().falsePositivesAt(0.9), CLOSE, "seed " + seed);
        }
    }

    @Test
    void aCaseByHand() {
        same.addAll(List.of(9000, 8000, 3000));
        other.addAll(List.of(8000, 1000));
        // 9000 beats both, 8000 beats one and ties one, 3000 beats one: 4.5 of 6.
        assertEquals(0.75, measures().auc(), CLOSE);
        // From 3000 on: three found, one false; precision 3/4, recall 1.
        assertEquals(6.0 / 7, measures().bestF1().f1(), CLOSE);
        assertEquals(3000, measures().bestF1().threshold());
        assertEquals(0.5, measures().falsePositivesAt(0.9), CLOSE);
        assertEquals(2, measures().foundAt(8000));
        assertEquals(1, measures().foundAt(8001));
        assertEquals(1, measures().falseAt(8000));
        assertEquals(0, measures().falseAt(8001));
    }

    @Test
    void withoutPairsOfBothKindsThereIsNoAuc() {
        same.add(5000);
        assertTrue(Double.isNaN(measures().auc()));
    }
}
