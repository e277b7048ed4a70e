package io.highfence.ledger;

import io.highfence.base.DateRange;
import java.util.Set;

/**
 * Running totals, to be read and never written: a {@link Ledger}'s, or the caller's own.
 *
 * <p>An implementation is safe for many threads, and each sum is of one moment: an amount that goes from reserved to committed
 * meanwhile is in the one or in the other. It throws where it cannot know the sum; it never guesses zero.
 */
public interface Totals {
    /**
     * Sums an account over a window.
     *
     * @param account the account; one that was never used has sums of zero
     * @param window the days that count, both ends included
     * @param own order lines to leave out, because who asks counts them itself
     * @return the sums
     * @throws ArithmeticException if a sum does not fit; a {@link Ledger} refuses what would lead to it
     * @throws IllegalStateException if the totals cannot be read
     */
    Sum sum(Account account, DateRange window, Set<OrderLine> own);

    /**
     * Whether another order ever posted anything to an account, zero included. Where none did, a sum of zero may mean that nobody
     * counts here; an opening posting, of zero if need be, says that somebody does.
     *
     * @param account the account
     * @param order the order that asks, whose own postings say nothing; blank if it has no id
     * @return true if one did
     * @throws IllegalStateException if the totals cannot be read
     */
    boolean knows(Account account, String order);

    /**
     * What stands on an account within a window, in millionths.
     *
     * @param committed what has happened, without the lines left out
     * @param reserved what is promised and has not happened yet, without the lines left out
     * @param own what the lines left out hold, committed and reserved together
     */
    record Sum(long committed, long reserved, long own) {
        /**
         * What is used up: committed and reserved together.
         *
         * @return the sum in millionths
         * @throws ArithmeticException if it does not fit
         */
        public long used() {
            return Math.addExact(committed, reserved);
        }
    }
}
