package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which version of the law a day gets: the last that has begun, for every day of the calendar. */
class LawOfTheDayTest {
    private static final RuleBook BOOK = RuleBook.bundled();
    private static final ChipClassifier CLASSIFIER = new ChipClassifier(BOOK);

    private static List<LocalDate> firstDays() {
        List<LocalDate> days = new ArrayList<>();
        for (ChipLaw version : ChipLaw.versions(BOOK)) {
            days.add(version.firstDay());
        }
        return days;
    }

    private static LocalDate begun(List<LocalDate> firstDays, LocalDate day) {
        return firstDays.stream()
                .filter(first -> !first.isAfter(day))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    @Test
    void everyDayGetsTheLastVersionThatHasBegun() {
        List<LocalDate> firstDays = firstDays();
        LocalDate end = LocalDate.of(2031, 1, 1);
        for (LocalDate day = LocalDate.of(2021, 12, 1); day.isBefore(end); day = day.plusDays(1)) {
            assertEquals(begun(firstDays, day), CLASSIFIER.lawOn(day).firstDay(), day.toString());
        }
    }

    @Test
    void theEndsOfTheCalendarGetTheFirstAndTheLast() {
        List<LocalDate> days = firstDays();
        assertTrue(days.size() > 5, days.toString());
        assertEquals(days.get(0), CLASSIFIER.lawOn(LocalDate.MIN).firstDay());
        assertEquals(days.get(days.size() - 1), CLASSIFIER.lawOn(LocalDate.MAX).firstDay());
    }
}
