package io.highfence.cli.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the picture shows: at each threshold the share of ordinary names that alert, and the shares that are found.
 *
 * @param thresholds the thresholds, ascending, from 0 to 10,000
 * @param chosen the default threshold, which is one of them
 * @param alerts the share of ordinary names that alert at each threshold; empty if none were asked
 * @param recall for each kind of name the share that is found at each threshold
 */
public record Curves(int[] thresholds, int chosen, double[] alerts, Map<String, double[]> recall) {
    /**
     * Keeps the order of the kinds.
     *
     * @param thresholds the thresholds
     * @param chosen the default threshold
     * @param alerts the share that alerts
     * @param recall the shares that are found
     */
    public Curves {
        recall = new LinkedHashMap<>(recall);
    }
}
