package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnalogTest {
    private static ChipClassifier classifier;

    @BeforeAll
    static void make() {
        classifier = new ChipClassifier(RuleBook.bundled());
    }

    private static List<String> analogNotes(String rates, LocalDate day) {
        Classification found = new Classification();
        classifier.classify(ChipColumns.chip(Map.of("id", "1", "rates", rates, "datacenter", "yes")), day, found);
        return found.notes().stream()
                .filter(note -> note.startsWith("analog-figure"))
                .toList();
    }

    /** A9: the figure of 2022, TOPS x 8, is shown for information and counts for nothing. */
    @Test
    void theFigureOf2022IsShownForInformation() {
        assertEquals(
                List.of("analog-figure-of-2022: 8000"), analogNotes("analog:1000 fp16:300", LocalDate.of(2026, 9, 1)));
        assertEquals(
                List.of("analog-figure-of-2022: 8000000000"),
                analogNotes("analog:1000000000", LocalDate.of(2026, 9, 1)));
    }

    @Test
    void nothingIsShownWhereTheFigureCountsOrWhereNothingIsAnalog() {
        assertTrue(analogNotes("analog:1000", LocalDate.of(2023, 11, 16)).isEmpty());
        assertTrue(analogNotes("fp16:300", LocalDate.of(2026, 9, 1)).isEmpty());
    }
}
