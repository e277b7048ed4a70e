package io.highfence.match;

/**
 * How names are matched. Immutable and safe for many threads.
 *
 * @param threshold the name score from which a record is a hit, 0 to 10,000
 * @param weakAliasesTrigger whether weak aliases and very short names raise an alert on their own
 */
public record MatchSettings(int threshold, boolean weakAliasesTrigger) {
    /** The threshold of {@link #defaults()}, chosen from the measured curve in {@code docs/score-semantics.md}. */
    public static final int DEFAULT_THRESHOLD = 7800;

    /**
     * Checks the range.
     *
     * @param threshold the name score from which a record is a hit
     * @param weakAliasesTrigger whether weak aliases raise an alert on their own
     * @throws IllegalArgumentException if the threshold is not from 0 to 10,000
     */
    public MatchSettings {
        if (threshold < 0 || threshold > NameScore.EQUAL) {
            throw new IllegalArgumentException("A threshold lies between 0 and " + NameScore.EQUAL + ": " + threshold);
        }
    }

    /**
     * One threshold for all types of parties; weak aliases confirm and do not trigger.
     *
     * @return the default settings
     */
    public static MatchSettings defaults() {
        return new MatchSettings(DEFAULT_THRESHOLD, false);
    }

    /**
     * These settings with another threshold.
     *
     * @param value the name score from which a record is a hit, 0 to 10,000
     * @return new settings
     */
    public MatchSettings withThreshold(int value) {
        return new MatchSettings(value, weakAliasesTrigger);
    }

    /**
     * These settings with weak aliases that trigger or do not.
     *
     * @param value whether weak aliases and very short names raise an alert on their own
     * @return new settings
     */
    public MatchSettings withWeakAliasesTrigger(boolean value) {
        return new MatchSettings(threshold, value);
    }
}
