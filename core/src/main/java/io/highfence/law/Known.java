package io.highfence.law;

import java.util.Locale;

/** The answer to a question of fact, where not knowing is an answer of its own. */
public enum Known {
    /** It is so. */
    YES,
    /** It is not so. */
    NO,
    /** Nobody has said. */
    UNKNOWN;

    /**
     * Reads an answer as people write it.
     *
     * @param word {@code yes}, {@code no} or {@code unknown} in any case; anything else is not known
     * @return the answer
     */
    public static Known parse(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> YES;
            case "no", "false" -> NO;
            default -> UNKNOWN;
        };
    }
}
