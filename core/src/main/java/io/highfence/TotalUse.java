package io.highfence;

import io.highfence.base.Citation;
import io.highfence.base.DateRange;
import io.highfence.ledger.Account;
import org.jspecify.annotations.Nullable;

/**
 * A running total that a decision looked at, with every figure that it used; amounts in millionths, null where not known.
 *
 * @param account what the total is kept of
 * @param window the days that count
 * @param used what has happened, by the totals given to the screener, without this order
 * @param reserved what other orders have reserved there
 * @param given what the order itself says is used
 * @param order what this order adds
 * @param cap the most that may be used, or null if there is no cap on this account by itself
 * @param remaining what is left of the cap with this order in it, by the graver of the figures; negative where it is exceeded
 * @param basis what kind of rule sets the cap
 * @param citation the rule, or null for a policy of the settings
 */
public record TotalUse(
        Account account,
        DateRange window,
        @Nullable Long used,
        @Nullable Long reserved,
        @Nullable Long given,
        @Nullable Long order,
        @Nullable Long cap,
        @Nullable Long remaining,
        Reason.Basis basis,
        @Nullable Citation citation) {}
