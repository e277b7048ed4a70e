package io.highfence.cli.evaluate;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Where the true figure lies, with 95 in 100. */
record Interval(double low, double high) {
    private static final double Z = 1.959964;
    private static final int RESAMPLES = 200;

    /** Wilson's interval of a share. */
    static Interval wilson(int found, int asked) {
        if (asked == 0) {
            return new Interval(0, 1);
        }
        double share = found / (double) asked;
        double z2 = Z * Z;
        double middle = (share + z2 / (2 * asked)) / (1 + z2 / asked);
        double half = Z / (1 + z2 / asked) * Math.sqrt(share * (1 - share) / asked + z2 / (4.0 * asked * asked));
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /** The bootstrap of any figure: pairs drawn again with replacement, the same for the same seed. */
    static Interval bootstrap(Measures measures, ToDoubleFunction<Measures> figure, long seed) {
        Random random = new Random(seed);
        double[] figures = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            figures[i] = figure.applyAsDouble(measures.resampled(random));
        }
        Arrays.sort(figures);
        int tail = RESAMPLES * 25 / 1000;
        return new Interval(figures[tail], figures[RESAMPLES - 1 - tail]);
    }

    String percent() {
        return String.format(Locale.ROOT, "%.1f..%.1f", 100 * low, 100 * high);
    }

    String decimals() {
        return String.format(Locale.ROOT, "%.3f..%.3f", low, high);
    }
}
