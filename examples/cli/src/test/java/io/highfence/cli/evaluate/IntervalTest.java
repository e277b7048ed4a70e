package io.highfence.cli.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Intervals against figures worked out by hand. */
class IntervalTest {
    private static final double CLOSE = 5e-5;

    private static void wilson(int found, int asked, double low, double high) {
        Interval interval = Interval.wilson(found, asked);
        assertEquals(low, interval.low(), CLOSE);
        assertEquals(high, interval.high(), CLOSE);
    }

    @Test
    void wilsonIsAsByHand() {
        // z2 = 3.84146; at one half: .5 -+ sqrt(.25 / n + z2 / (4 n2)) z / (1 + z2 / n); at none: 0 .. z2 / (n + z2).
        wilson(5, 10, 0.23659, 0.76341);
        wilson(0, 10, 0, 3.84146 / 13.84146);
        wilson(10, 10, 10 / 13.84146, 1);
        wilson(0, 0, 0, 1);
    }

    @Test
    void theBootstrapHoldsTheFigureAndHangsOnItsSeedAlone() {
        Measures measures = new Measures();
        for (int i = 0; i < 100; i++) {
            measures.add(true, 4000 + 50 * i);
            measures.add(false, 1000 + 50 * i);
        }
        Interval interval = Interval.bootstrap(measures, Measures::auc, 7);
        assertEquals(interval, Interval.bootstrap(measures, Measures::auc, 7));
        assertNotEquals(interval, Interval.bootstrap(measures, Measures::auc, 8));
        assertTrue(interval.low() < measures.auc() && measures.auc() < interval.high());
        assertTrue(interval.high() - interval.low() < 0.15, interval.decimals());
    }

    @Test
    void pairsThatAreWhollyToldApartStaySo() {
        Measures measures = new Measures();
        for (int i = 0; i < 20; i++) {
            measures.add(true, 9000 + i);
            measures.add(false, i);
        }
        assertEquals(new Interval(1, 1), Interval.bootstrap(measures, Measures::auc, 1));
    }
}
