package io.highfence.match;

/**
 * How names are matched. Immutable and safe for many threads.
 *
 * @param threshold the name score from which a record is a hit, 0 to 10,000
 * @param weakAliasesTrigger whether weak aliases and very short names raise an alert on their own
 * @param nearMissMargin how far under the threshold, in ten-thousandths, a party is a near miss, which is shown apart from the hits and
 *     alerts never; 0 for none
 */
public record MatchSettings(int threshold, boolean weakAliasesTrigger, int nearMissMargin) {
    /** The threshold of {@link #defaults()}, chosen from the measured curve in {@code docs/score-semantics.md}. */
    public static final int DEFAULT_THRESHOLD = 7800;

    /**
     * Checks the ranges.
     *
     * @param threshold the name score from which a record is a hit
     * @param weakAliasesTrigger whether weak aliases raise an alert on their own
     * @param nearMissMargin how far under the threshold a party is a near miss
     * @throws IllegalArgumentException if the threshold or the margin is not from 0 to 10,000
     */
    public MatchSettings {
        if (threshold < 0 || threshold > NameScore.EQUAL) {
            throw new IllegalArgumentException("A threshold lies between 0 and " + NameScore.EQUAL + ": " + threshold);
        }
        if (nearMissMargin < 0 || nearMissMargin > NameScore.EQUAL) {
            throw new IllegalArgumentException(
                    "A margin lies between 0 and " + NameScore.EQUAL + ": " + nearMissMargin);
        }
    }

    /**
     * One threshold for all types of parties; weak aliases confirm and do not trigger; no near misses.
     *
     * @return the default settings
     */
    public static MatchSettings defaults() {
        return new MatchSettings(DEFAULT_THRESHOLD, false, 0);
    }

    /**
     * These settings with another threshold.
     *
     * @param value the name score from which a record is a hit, 0 to 10,000
     * @return new settings
     */
    public MatchSettings withThreshold(int value) {
        return new MatchSettings(value, weakAliasesTrigger, nearMissMargin);
    }

    /**
     * These settings with weak aliases that trigger or do not.
     *
     * @param value whether weak aliases and very short names raise an alert on their own
     * @return new settings
     */
    public MatchSettings withWeakAliasesTrigger(boolean value) {
        return new MatchSettings(threshold, value, nearMissMargin);
    }

    /**
     * These settings with near misses.
     *
     * @param value how far under the threshold a party is a near miss, 0 to 10,000; 0 for none
     * @return new settings
     */
    public MatchSettings withNearMissMargin(int value) {
        return new MatchSettings(threshold, weakAliasesTrigger, value);
    }
}
