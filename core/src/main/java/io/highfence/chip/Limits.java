package io.highfence.chip;

import io.highfence.law.Rule.Limit;
import java.util.List;

/** Limits that a value must pass together, such as {@code >= 1600} and {@code < 2400}: for whole millionths, one interval. */
final class Limits {
    static final Limits NONE = new Limits(List.of());

    /** As the rule states them. */
    final List<Limit> stated;

    private final long least;
    private final long most;

    Limits(List<Limit> stated) {
        this.stated = List.copyOf(stated);
        // Values are from 0; one that is unknown is negative and passes nothing.
        long from = 0;
        long to = Long.MAX_VALUE;
        for (Limit limit : stated) {
            switch (limit.sign()) {
                case AT_LEAST -> from = Math.max(from, limit.value());
                case ABOVE -> from = Math.max(from, limit.value() + 1);
                case AT_MOST -> to = Math.min(to, limit.value());
                case BELOW -> to = Math.min(to, limit.value() - 1);
            }
        }
        // Where the law has no such test, nothing passes it.
        least = stated.isEmpty() ? Long.MAX_VALUE : from;
        most = stated.isEmpty() ? Long.MIN_VALUE : to;
    }

    boolean isEmpty() {
        return stated.isEmpty();
    }

    /** Whether a value passes every limit; no limits are never passed. Allocates nothing. */
    boolean admit(long value) {
        return value >= least && value <= most;
    }

    /** Whether a quotient passes every limit, without dividing; no limits are never passed. Allocates nothing. */
    boolean admitQuotient(long dividend, long divisor) {
        for (int i = 0; i < stated.size(); i++) {
            if (!stated.get(i).admitsQuotient(dividend, divisor)) {
                return false;
            }
        }
        return !stated.isEmpty();
    }
}
