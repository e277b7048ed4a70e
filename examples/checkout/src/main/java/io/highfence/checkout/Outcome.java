package io.highfence.checkout;

import com.fasterxml.jackson.annotation.JsonValue;
import io.highfence.Verdict;

/** What becomes of an order, in the words of the API. */
enum Outcome {
    /** Accepted; it may ship. */
    ACCEPTED("accepted"),
    /** Accepted; it does not ship until it is released. */
    PAUSED("accepted-shipment-paused"),
    /** Barred: it does not ship, and the customer is told so. */
    REFUSED("refused");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word in answers and in the database. */
    @JsonValue
    public String word() {
        return word;
    }

    /** What a verdict makes of an order. */
    static Outcome of(Verdict verdict) {
        return switch (verdict) {
            case CLEAR -> ACCEPTED;
            case NEEDS_DATA, HOLD -> PAUSED;
            case BLOCK -> REFUSED;
        };
    }

    static Outcome of(String word) {
        for (Outcome outcome : values()) {
            if (outcome.word.equals(word)) {
                return outcome;
            }
        }
        throw new IllegalArgumentException("There is no outcome '" + word + "'");
    }
}
