package io.highfence;

import io.highfence.base.DateRange;
import io.highfence.ledger.Account;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.RecordedTotals;
import io.highfence.ledger.Totals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Running totals that note everything that one decision asks of them, so that no check can use a figure that is not in the
 * record. What was asked before is not asked anew: a decision sees each figure once, whatever is posted meanwhile.
 */
final class TotalsRecorder implements Totals {
    private final Totals source;
    private final Map<Account, Map<DateRange, Sum>> sums = new LinkedHashMap<>();
    private final Map<Account, Boolean> known = new LinkedHashMap<>();

    TotalsRecorder(Totals source) {
        this.source = source;
    }

    /** Forgets what the decision before asked. */
    void begin() {
        sums.clear();
        known.clear();
    }

    /** What was asked since the beginning. */
    RecordedTotals asked() {
        return new RecordedTotals(sums, known);
    }

    /** A sum that is not noted, as it is only compared with others; see {@link #note}. */
    Sum peek(Account account, DateRange window, Set<OrderLine> own) {
        return source.sum(account, window, own);
    }

    /** Notes the one of several sums that is used. */
    void note(Account account, DateRange window, Sum used) {
        sums.computeIfAbsent(account, key -> new LinkedHashMap<>()).put(window, used);
    }

    @Override
    public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
        Map<DateRange, Sum> windows = sums.get(account);
        Sum before = windows == null ? null : windows.get(window);
        if (before != null) {
            return before; // The lines left out are those of the order throughout.
        }
        Sum sum = source.sum(account, window, own);
        note(account, window, sum);
        return sum;
    }

    @Override
    public boolean knows(Account account, String order) {
        Boolean before = known.get(account);
        if (before == null) {
            before = source.knows(account, order);
            known.put(account, before);
            sums.computeIfAbsent(account, key -> new LinkedHashMap<>());
        }
        return before;
    }
}
