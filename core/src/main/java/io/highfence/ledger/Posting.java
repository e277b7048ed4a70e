package io.highfence.ledger;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What one order line adds to one account.
 *
 * @param account the account
 * @param day the legal day on which it counts, such as that of the shipment; years 0000 to 9999
 * @param amount how much, in millionths as {@link io.highfence.base.Decimal} counts them, not negative
 */
public record Posting(Account account, LocalDate day, long amount) {
    static final Comparator<Posting> ORDER =
            Comparator.comparing(Posting::account).thenComparing(Posting::day);

    private static final int LAST_YEAR = 9999;

    /**
     * Checks the ranges.
     *
     * @param account the account
     * @param day the day
     * @param amount the amount in millionths
     * @throws IllegalArgumentException if the amount is negative or the year has not four digits
     */
    public Posting {
        if (amount < 0) {
            throw new IllegalArgumentException("An amount is not negative: " + amount);
        }
        check(day);
    }

    static void check(LocalDate day) {
        if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("A day has a year of four digits: " + day);
        }
    }

    Posting on(LocalDate other) {
        return new Posting(account, other, amount);
    }
}
