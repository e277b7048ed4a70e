package io.highfence.ownership;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How strict a license review policy is, by the words that entries use. */
final class Policy {
    private Policy() {}

    /** The stricter of two policies; of equally strict ones the first by its letters. */
    static @Nullable String stricter(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        int rank = Integer.compare(rank(one), rank(other));
        return rank > 0 || (rank == 0 && one.compareTo(other) <= 0) ? one : other;
    }

    /** Text that only points elsewhere may mean anything, so it stands between denial and case-by-case. */
    private static int rank(String policy) {
        String words = policy.toLowerCase(Locale.ROOT).replace('-', ' ');
        boolean mixed = words.contains("case by case") || words.contains("approval");
        if (words.contains("policy of denial")) {
            return mixed ? 5 : 6;
        }
        if (words.contains("presumption of denial") || words.contains("presumption for denial")) {
            return mixed ? 3 : 4;
        }
        return words.contains("case by case") ? 1 : words.contains("approval") ? 0 : 2;
    }
}
