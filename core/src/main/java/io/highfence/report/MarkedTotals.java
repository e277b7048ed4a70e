package io.highfence.report;

import io.highfence.base.DateRange;
import io.highfence.ledger.Account;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.RecordedTotals;
import io.highfence.ledger.Totals;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Recorded totals of which some accounts have marks in the place of their ids. The same order asks in the same sequence, so an
 * account that is not there is the next one of its kind that has a mark. Whether it was the same order, the comparison says.
 */
final class MarkedTotals implements Totals {
    private final RecordedTotals recorded;
    private final Map<Account, Account> marked = new HashMap<>();

    MarkedTotals(RecordedTotals recorded) {
        this.recorded = recorded;
    }

    private synchronized Account recorded(Account account) {
        if (recorded.sums().containsKey(account)) {
            return account;
        }
        Account known = marked.get(account);
        if (known != null) {
            return known;
        }
        for (Account one : recorded.sums().keySet()) {
            if (one.kind() == account.kind()
                    && !marked.containsValue(one)
                    && Marks.MARK.matcher(one.id()).find()) {
                marked.put(account, one);
                return one;
            }
        }
        return account;
    }

    @Override
    public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
        return recorded.sum(recorded(account), window, own);
    }

    @Override
    public boolean knows(Account account, String order) {
        return recorded.knows(recorded(account), order);
    }
}
