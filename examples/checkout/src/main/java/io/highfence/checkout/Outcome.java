package io.highfence.checkout;

import com.fasterxml.jackson.annotation.JsonValue;

/** What becomes of an order, in the words of the API. An order is never refused without a person. */
enum Outcome {
    /** Accepted; it may ship. */
    ACCEPTED("accepted"),
    /** Accepted; it does not ship until it is released. */
    PAUSED("accepted-shipment-paused");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word in answers and in the database. */
    @JsonValue
    public String word() {
        return word;
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
