package io.highfence.list;

import io.highfence.base.DateRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as publishers write them, each the span of days that it may mean. */
final class PublishedDate {
    private static final Pattern CIRCA = Pattern.compile("(?:circa|c\\.)\\s*(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPAN = Pattern.compile("(.+?)\\s+to\\s+(.+)|([0-9]{4})-([0-9]{4})");
    private static final Pattern ISO = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?)?");
    private static final Pattern ENGLISH = Pattern.compile("(?:([0-9]{1,2}) )?([A-Za-z]{3})[a-z]* ([0-9]{4})");
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

    private static final int LONGEST = 60;

    private PublishedDate() {}

    /**
     * Reads {@code 1957-04-28}, {@code 28 Apr 1957}, {@code Apr 1957}, {@code 1957}, {@code 1957 to 1960}, each perhaps
     * with {@code circa}, which adds a year on both sides.
     *
     * @return the days that are meant, or null if the text is none of these or names a day that does not exist
     */
    static @Nullable DateRange parse(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher circa = CIRCA.matcher(text.strip());
        try {
            DateRange exact = span(circa.matches() ? circa.group(1) : text.strip());
            if (exact == null || !circa.matches() || exact.from() == null || exact.to() == null) {
                return exact;
            }
            return new DateRange(exact.from().minusYears(1), exact.to().plusYears(1));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable DateRange span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return one(text);
        }
        boolean years = span.group(3) != null;
        DateRange from = one(years ? span.group(3) : span.group(1));
        DateRange to = one(years ? span.group(4) : span.group(2));
        if (from == null
                || to == null
                || from.from() == null
                || to.to() == null
                || to.to().isBefore(from.from())) {
            return null;
        }
        return new DateRange(from.from(), to.to());
    }

    private static @Nullable DateRange one(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            int month = iso.group(2) == null ? 0 : Integer.parseInt(iso.group(2));
            int day = iso.group(3) == null ? 0 : Integer.parseInt(iso.group(3));
            return range(Integer.parseInt(iso.group(1)), month, day, iso.group(2) != null, iso.group(3) != null);
        }
        Matcher english = ENGLISH.matcher(text);
        if (english.matches()) {
            int at = MONTHS.indexOf(english.group(2).toLowerCase(Locale.ROOT));
            if (at < 0 || at % 3 != 0) {
                return null;
            }
            int day = english.group(1) == null ? 0 : Integer.parseInt(english.group(1));
            return range(Integer.parseInt(english.group(3)), at / 3 + 1, day, true, english.group(1) != null);
        }
        return null;
    }

    private static DateRange range(int year, int month, int day, boolean hasMonth, boolean hasDay) {
        if (hasDay) {
            return DateRange.on(LocalDate.of(year, month, day));
        }
        if (hasMonth) {
            YearMonth all = YearMonth.of(year, month);
            return new DateRange(all.atDay(1), all.atEndOfMonth());
        }
        return DateRange.ofYear(year);
    }
}
