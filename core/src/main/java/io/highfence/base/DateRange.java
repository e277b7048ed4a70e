package io.highfence.base;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A span of legal days, both ends included; a missing end is open.
 *
 * @param from the first day, or null if it has always been so
 * @param to the last day, or null if no end is set
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** The span that holds every day. */
    public static final DateRange ALWAYS = new DateRange(null, null);

    /**
     * Checks the order of the two ends.
     *
     * @param from the first day, or null
     * @param to the last day, or null
     * @throws IllegalArgumentException if the last day lies before the first
     */
    public DateRange {
        if (from != null && to != null && to.isBefore(from)) {
            throw new IllegalArgumentException("The last day " + to + " lies before the first " + from);
        }
    }

    /**
     * The span of one day.
     *
     * @param day the day
     * @return a span that begins and ends on it
     */
    public static DateRange on(LocalDate day) {
        return new DateRange(day, day);
    }

    /**
     * The span of one year.
     *
     * @param year the year of the proleptic ISO calendar
     * @return a span from 1 January to 31 December
     */
    public static DateRange ofYear(int year) {
        return new DateRange(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /**
     * Whether a day lies in the span. Allocates nothing.
     *
     * @param day the day asked about
     * @return true if it does
     */
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /**
     * Whether two spans share a day. Allocates nothing.
     *
     * @param other the other span
     * @return true if they do
     */
    public boolean overlaps(DateRange other) {
        return (from == null || other.to == null || !from.isAfter(other.to))
                && (to == null || other.from == null || !other.from.isAfter(to));
    }

    @Override
    public String toString() {
        return (from == null ? "" : from) + ".." + (to == null ? "" : to);
    }
}
