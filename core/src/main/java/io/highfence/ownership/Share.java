package io.highfence.ownership;

import io.highfence.base.Decimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A percentage as files write it: {@code 50}, {@code 25-50}, {@code >50}, {@code >=25}, {@code <50}, {@code >50-<75}; blank or
 * {@code unknown} is not known. More decimals than six widen it to the nearest millionths around it.
 *
 * @param least the least it can be, in millionths of a percent
 * @param most the most it can be
 * @param known whether anything is known
 */
record Share(long least, long most, boolean known) {
    static final Share UNKNOWN = new Share(0, OwnershipGraph.WHOLE, false);

    private static final int DECIMALS = 6;
    private static final Pattern FORM =
            Pattern.compile("(>=?|<=?)? ?(\\d{1,3}(?:\\.\\d{1,40})?)(?: ?- ?(<=?)? ?(\\d{1,3}(?:\\.\\d{1,40})?))?");

    /** Reads a cell; null if it is no percentage from 0 to 100. */
    static @Nullable Share parse(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || stripped.equalsIgnoreCase("unknown")) {
            return UNKNOWN;
        }
        Matcher parts = FORM.matcher(
                stripped.endsWith("%")
                        ? stripped.substring(0, stripped.length() - 1).strip()
                        : stripped);
        if (!parts.matches()) {
            return null;
        }
        String sign = parts.group(1) == null ? "" : parts.group(1);
        String first = parts.group(2);
        String second = parts.group(4);
        if (sign.startsWith("<")) {
            return second == null ? of(0, sign.equals("<") ? below(first) : ceiling(first)) : null;
        }
        long least = sign.equals(">") ? above(first) : floor(first);
        if (second != null) {
            return of(least, "<".equals(parts.group(3)) ? below(second) : ceiling(second));
        }
        return of(least, sign.isEmpty() ? ceiling(first) : OwnershipGraph.WHOLE);
    }

    /** A range, or null if it is none. */
    static @Nullable Share of(long least, long most) {
        return least < 0 || most < least || most > OwnershipGraph.WHOLE ? null : new Share(least, most, true);
    }

    /** The greatest number of millionths that is not more. */
    static long floor(String number) {
        int point = number.indexOf('.');
        return Decimal.parse(
                point >= 0 && number.length() > point + 1 + DECIMALS
                        ? number.substring(0, point + 1 + DECIMALS)
                        : number);
    }

    /** The least number of millionths that is not less. */
    static long ceiling(String number) {
        return floor(number) + (isCut(number) ? 1 : 0);
    }

    /** The least number of millionths that is more. */
    static long above(String number) {
        return floor(number) + 1;
    }

    /** The greatest number of millionths that is less. */
    static long below(String number) {
        return ceiling(number) - 1;
    }

    private static boolean isCut(String number) {
        int point = number.indexOf('.');
        return point >= 0
                && number.length() > point + 1 + DECIMALS
                && number.substring(point + 1 + DECIMALS).chars().anyMatch(digit -> digit != '0');
    }

    static String text(long percent) {
        return Decimal.toString(percent) + " percent";
    }

    static String text(long least, long most) {
        return Decimal.toString(least) + " to " + text(most);
    }
}
