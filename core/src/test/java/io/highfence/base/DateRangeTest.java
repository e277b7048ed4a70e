package io.highfence.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateRangeTest {
    private static final LocalDate FIRST = LocalDate.of(2024, 2, 28);

    /** Every range with ends in a week, open ones too, against the days of that week one by one. */
    @Test
    void containsAndOverlapsAgreeWithTheDaysThemselves() {
        List<LocalDate> week = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            week.add(FIRST.plusDays(i));
        }
        List<DateRange> ranges = new ArrayList<>();
        for (int from = -1; from < 5; from++) {
            for (int to = Math.max(from, 1); to < 6; to++) {
                ranges.add(new DateRange(from < 0 ? null : week.get(from), week.get(to)));
            }
            ranges.add(new DateRange(from < 0 ? null : week.get(from), null));
        }
        for (DateRange a : ranges) {
            for (LocalDate day : week) {
                boolean within = (a.from() == null || a.from().toEpochDay() <= day.toEpochDay())
                        && (a.to() == null || a.to().toEpochDay() >= day.toEpochDay());
                assertEquals(within, a.contains(day), a + " " + day);
            }
            for (DateRange b : ranges) {
                // Every range here holds a day of the week or both are open to the same side.
                boolean shared = week.stream().anyMatch(day -> a.contains(day) && b.contains(day));
                assertEquals(shared, a.overlaps(b), a + " and " + b);
                assertEquals(a.overlaps(b), b.overlaps(a));
            }
        }
    }

    @Test
    void bothEndsBelongToIt() {
        DateRange range = new DateRange(FIRST, FIRST.plusDays(2));
        assertFalse(range.contains(LocalDate.of(2024, 2, 27)));
        assertTrue(range.contains(LocalDate.of(2024, 2, 28)));
        assertTrue(range.contains(LocalDate.of(2024, 3, 1)));
        assertFalse(range.contains(LocalDate.of(2024, 3, 2)));
        DateRange day = DateRange.on(FIRST);
        assertTrue(day.contains(FIRST));
        assertFalse(day.contains(FIRST.minusDays(1)) || day.contains(FIRST.plusDays(1)));
    }

    @Test
    void aMissingEndIsOpen() {
        assertTrue(DateRange.ALWAYS.contains(LocalDate.MIN) && DateRange.ALWAYS.contains(LocalDate.MAX));
        assertTrue(new DateRange(null, FIRST).contains(LocalDate.MIN));
        assertFalse(new DateRange(null, FIRST).contains(FIRST.plusDays(1)));
        assertTrue(new DateRange(FIRST, null).contains(LocalDate.MAX));
        assertFalse(new DateRange(FIRST, null).contains(FIRST.minusDays(1)));
    }

    @Test
    void aYearGoesFromItsFirstDayToItsLast() {
        DateRange year = DateRange.ofYear(2024);
        assertFalse(year.contains(LocalDate.of(2023, 12, 31)));
        assertTrue(year.contains(LocalDate.of(2024, 1, 1)));
        assertTrue(year.contains(LocalDate.of(2024, 12, 31)));
        assertFalse(year.contains(LocalDate.of(2025, 1, 1)));
    }

    @Test
    void theLastDayMayBeTheFirstButNotBeforeIt() {
        assertEquals(DateRange.on(FIRST), new DateRange(FIRST, FIRST));
        assertThrows(IllegalArgumentException.class, () -> new DateRange(FIRST, FIRST.minusDays(1)));
    }

    @Test
    void isWrittenWithTwoDots() {
        assertEquals("2024-02-28..2024-02-29", new DateRange(FIRST, FIRST.plusDays(1)).toString());
        assertEquals("2024-02-28..", new DateRange(FIRST, null).toString());
        assertEquals("..", DateRange.ALWAYS.toString());
    }
}
