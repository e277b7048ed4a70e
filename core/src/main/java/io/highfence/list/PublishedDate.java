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
    private static final Pattern ISO =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*|[+-][0-9]{2}:[0-9]{2}|Z)?)?)?");
    private static final Pattern ENGLISH = Pattern.compile("(?:([0-9]{1,2}) )?([A-Za-z]{3})[a-z]* ([0-9]{4})");
    private static final Pattern SLASHES =
            Pattern.compile("([0-9]{1,2}|[dm]{2})/([0-9]{1,2}|[dm]{2})/([0-9]{4})", Pattern.CASE_INSENSITIVE);
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
        if (text.isBlank() || text.length() > LONGEST) {
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

    /** Reads {@code 23/03/1980}, whose day and month may be zeros or letters where they are not known. */
    static @Nullable DateRange dayFirst(String text) {
        String said = text.strip();
        Matcher slashes = SLASHES.matcher(said.matches("[0-9]{1,2}/[0-9]{4}") ? "00/" + said : said);
        return slashes.matches() ? slashes(slashes.group(3), slashes.group(2), slashes.group(1)) : parse(text);
    }

    /** Reads {@code 03/23/1980}, as the agencies of the United States write it. */
    static @Nullable DateRange monthFirst(String text) {
        Matcher slashes = SLASHES.matcher(text.strip());
        return slashes.matches() ? slashes(slashes.group(3), slashes.group(1), slashes.group(2)) : parse(text);
    }

    private static @Nullable DateRange slashes(String year, String monthText, String dayText) {
        int month = number(monthText);
        int day = number(dayText);
        try {
            return range(Integer.parseInt(year), month, day, month > 0, month > 0 && day > 0);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String digits) {
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 0;
    }

    /** One day as a legal act has it; null where the text is blank, or no day, which is noted. */
    static @Nullable LocalDate day(String text, Loading loading) {
        return day(text, parse(text), loading);
    }

    /** The day of a text that was read as this; null where the text is blank, or no day, which is noted. */
    static @Nullable LocalDate day(String text, @Nullable DateRange read, Loading loading) {
        if (read != null && read.from() != null && read.from().equals(read.to())) {
            return read.from();
        }
        if (!Published.orBlank(text).isEmpty()) {
            loading.note(
                    "the date '" + Published.shortened(text.strip()) + "' is not understood; it counts as not given");
        }
        return null;
    }

    /** Takes the day on which a file says it was published. */
    static void published(String text, Loading loading) {
        published(text, parse(text), loading);
    }

    static void published(String text, @Nullable DateRange read, Loading loading) {
        LocalDate day = day(text, read, loading);
        if (day != null) {
            loading.published(day);
        }
    }

    private static @Nullable DateRange span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return one(text);
        }
        boolean years = span.group(3) != null;
        return between(one(years ? span.group(3) : span.group(1)), one(years ? span.group(4) : span.group(2)));
    }

    /** From the first day of one date to the last day of another; null if one is not known, or they run backwards. */
    static @Nullable DateRange between(@Nullable DateRange from, @Nullable DateRange to) {
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
