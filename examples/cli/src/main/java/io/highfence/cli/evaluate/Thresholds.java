package io.highfence.cli.evaluate;

import io.highfence.match.MatchSettings;
import java.util.Locale;
import java.util.TreeSet;

/** The thresholds that a table has columns for: every second hundredth around the default one, and that. */
final class Thresholds {
    private static final int LEAST = 6600;
    private static final int MOST = 8800;
    private static final int STEP = 200;

    private Thresholds() {}

    static int[] all() {
        TreeSet<Integer> all = new TreeSet<>();
        for (int threshold = LEAST; threshold <= MOST; threshold += STEP) {
            all.add(threshold);
        }
        all.add(MatchSettings.DEFAULT_THRESHOLD);
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    static String text(int threshold) {
        return String.format(Locale.ROOT, "%d.%04d", threshold / Measures.MOST, threshold % Measures.MOST);
    }

    static String heading() {
        StringBuilder heading = new StringBuilder();
        for (int threshold : all()) {
            boolean isDefault = threshold == MatchSettings.DEFAULT_THRESHOLD;
            heading.append(String.format(
                    Locale.ROOT,
                    "%8s",
                    (isDefault ? "*" : "") + "." + String.format(Locale.ROOT, "%02d", threshold / 100)));
        }
        return heading.toString();
    }
}
