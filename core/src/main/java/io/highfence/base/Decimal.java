package io.highfence.base;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Exact decimals held in a {@code long} as millionths: rates, areas, bandwidths, percentages and the limits of the law.
 *
 * <p>Comparisons of products run in 128 bits and never divide or round (design decision 2). Nothing here allocates
 * except where a text is made or an error is thrown.
 */
public final class Decimal {
    /** How many units make one: six decimals. */
    public static final long ONE = 1_000_000L;

    /** The largest value that {@link #parse} accepts: a thousand million, in millionths. */
    public static final long MAX = 1_000_000_000L * ONE;

    private static final int DECIMALS = 6;

    private Decimal() {}

    /**
     * Reads a plain decimal such as {@code 989.5}: digits, at most one point, at most six decimals, no exponent.
     *
     * @param text the text, without blanks
     * @return the value in millionths, from 0 to {@link #MAX}
     * @throws NumberFormatException if the text is no such number, negative, or too large; the message says which
     */
    public static long parse(CharSequence text) {
        int length = text.length();
        if (length == 0) {
            throw new NumberFormatException("a number is missing");
        }
        if (text.charAt(0) == '-') {
            throw new NumberFormatException("'" + text + "' is negative");
        }
        long value = 0;
        int decimals = -1;
        int digits = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '.' && decimals < 0) {
                decimals = 0;
            } else if (c >= '0' && c <= '9') {
                digits++;
                if (decimals >= 0 && ++decimals > DECIMALS) {
                    throw new NumberFormatException("'" + text + "' has more than six decimals");
                }
                value = value * 10 + (c - '0');
                if (value > MAX) {
                    throw new NumberFormatException("'" + text + "' is larger than a thousand million");
                }
            } else {
                throw new NumberFormatException("'" + text + "' is not a plain decimal number");
            }
        }
        if (digits == 0) {
            throw new NumberFormatException("'" + text + "' is not a plain decimal number");
        }
        for (int i = Math.max(decimals, 0); i < DECIMALS; i++) {
            value *= 10;
            if (value > MAX) {
                throw new NumberFormatException("'" + text + "' is larger than a thousand million");
            }
        }
        return value;
    }

    /**
     * Compares two products exactly, in 128 bits. Allocates nothing.
     *
     * @param a first factor of the left product
     * @param b second factor of the left product
     * @param c first factor of the right product
     * @param d second factor of the right product
     * @return negative, zero or positive as {@code a * b} is less than, equal to or greater than {@code c * d}
     */
    public static int compareProducts(long a, long b, long c, long d) {
        int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
        return high != 0 ? high : Long.compareUnsigned(a * b, c * d);
    }

    /**
     * Writes a value in the shortest plain form, such as {@code 989.5}.
     *
     * @param millionths the value
     * @return the text
     */
    public static String toString(long millionths) {
        return plain(BigDecimal.valueOf(millionths, DECIMALS));
    }

    /**
     * Divides two values for display only, and cuts what does not fit, never rounds.
     *
     * @param dividend the value above the line, not negative
     * @param divisor the value below the line, positive
     * @param decimals how many decimals to keep, from 0 to 6
     * @return the shortest text of the cut quotient
     */
    public static String quotient(long dividend, long divisor, int decimals) {
        BigDecimal cut = BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), decimals, RoundingMode.DOWN);
        return plain(cut);
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
