package io.highfence.ledger;

import io.highfence.base.DateRange;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The running totals that a decision asked for, as they were then: enough to decide the same order again without the ledger.
 *
 * <p>Of windows that were compared only the fullest is kept, so the other windows of that account count as empty; an account
 * that was not asked for cannot be known. Immutable.
 *
 * @param sums what stood there, by account and window, without the order's own lines; every account that was asked for, in that
 *     sequence, and one of which no sum was asked without windows
 * @param known whether another order had posted to an account, for those of which that was asked; of others it is taken that one had
 */
public record RecordedTotals(Map<Account, Map<DateRange, Sum>> sums, Map<Account, Boolean> known) implements Totals {
    private static final Sum EMPTY = new Sum(0, 0, 0);

    /**
     * Copies the maps, in their sequence.
     *
     * @param sums what stood there
     * @param known of which accounts others knew
     */
    public RecordedTotals {
        Map<Account, Map<DateRange, Sum>> copy = new LinkedHashMap<>();
        sums.forEach(
                (account, windows) -> copy.put(account, Collections.unmodifiableMap(new LinkedHashMap<>(windows))));
        sums = Collections.unmodifiableMap(copy);
        known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    }

    /**
     * Whether nothing was asked for.
     *
     * @return true if there is no account
     */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    @Override
    public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
        Map<DateRange, Sum> windows = sums.get(account);
        if (windows == null || windows.isEmpty()) {
            throw new IllegalStateException("The record has no totals of " + account);
        }
        return windows.getOrDefault(window, EMPTY);
    }

    @Override
    public boolean knows(Account account, String order) {
        return known.getOrDefault(account, sums.containsKey(account));
    }
}
