package io.highfence.report;

import io.highfence.base.DateRange;
import io.highfence.ledger.Account;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Totals;
import java.util.Map;
import java.util.Set;

/**
 * The running totals that a decision looked at, as they were then. Of the windows that it compared, only the fullest was kept, so
 * the others of that account count as empty; an account that it did not look at cannot be known.
 *
 * @param sums what stood there, by account and window
 */
record RecordedTotals(Map<Account, Map<DateRange, Sum>> sums) implements Totals {
    private static final Sum EMPTY = new Sum(0, 0, 0);

    @Override
    public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
        Map<DateRange, Sum> windows = sums.get(account);
        if (windows == null) {
            throw new IllegalStateException("The record has no totals of " + account);
        }
        return windows.getOrDefault(window, EMPTY);
    }

    @Override
    public boolean knows(Account account, String order) {
        return sums.containsKey(account);
    }
}
