package io.highfence;

import java.util.Objects;

/**
 * Why a reason does not hold an order any more. Immutable.
 *
 * @param kind what releases it
 * @param by the id of the authorization, of two joined by a comma, or the author of the disposition
 * @param text the same in a sentence for people
 */
public record Release(Kind kind, String by, String text) {
    /** What releases a reason. */
    public enum Kind {
        /** An authorization that covers it. */
        AUTHORIZATION,
        /** A disposition that is bound to it. */
        DISPOSITION
    }

    /**
     * Checks that nothing is missing.
     *
     * @param kind what releases it
     * @param by the authorization or the author
     * @param text a sentence for people
     */
    public Release {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(text, "text");
    }
}
