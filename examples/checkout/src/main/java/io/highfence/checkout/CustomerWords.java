package io.highfence.checkout;

import io.highfence.Decision;
import io.highfence.Verdict;

/** What a customer reads. It names no list, no law and no reason. */
final class CustomerWords {
    private CustomerWords() {}

    /** The words for an outcome. */
    static String of(Decision decision, Verdict verdict) {
        return verdict == Verdict.CLEAR
                ? "Your order is accepted."
                : "Your order is accepted, and its shipment is paused while we complete a check. We will write to you;"
                        + " you need not do anything.";
    }
}
