package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.law.RuleBook;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChipCasesTest {
    private static ChipClassifier classifier;

    @BeforeAll
    static void make() {
        classifier = new ChipClassifier(RuleBook.bundled());
    }

    /** Facts that the code encodes: a case must name each of them. */
    private static final List<String> ENCODED = List.of(
            "F1.1", "F1.2", "F1.3", "F1.4", "F1.5", "F1.6", "F1.7", "F1.8", "F1.9", "F1.10", "F1.13", "F1.15", "F1.19",
            "F1.20", "F1.21", "F1.22", "F1.23", "F1.24", "F1.26", "F1.27", "F1.28", "F1.29", "F1.30", "F1.31", "F1.32",
            "F1.33", "F1.46", "F1.48", "F1.49", "F1.50", "F2.1", "F2.4", "F2.5", "F2.6", "F2.7", "F2.8", "F2.9",
            "F2.10", "F2.11", "F2.12", "F2.13", "F2.14", "F2.15", "F2.16", "F2.17", "F2.19", "F2.22", "F2.23", "F2.25",
            "F2.26", "F5.9", "F6.1", "F6.2", "F6.3", "F8.1", "F8.2", "F8.3", "F8.4", "F8.5", "F8.6", "F8.7", "F8.8",
            "F8.9", "F8.10", "F8.11", "F8.12", "F8.13", "A3", "A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11", "A13",
            "A18", "A20", "T1", "T3", "T5", "T7", "FLAG-35", "FLAG-39");

    static List<ChipCases.Case> cases() {
        return ChipCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAnswerIsTheOneThatTheFactSheetGives(ChipCases.Case one) {
        List<String> faults = one.faults(classifier);
        assertTrue(faults.isEmpty(), () -> one + "\n  " + String.join("\n  ", faults));
    }

    @Test
    void everyCaseHasItsOwnIdAndSaysWhatItChecks() {
        Set<String> ids = new HashSet<>();
        for (ChipCases.Case one : cases()) {
            assertTrue(ids.add(one.id()), () -> "twice: " + one.id());
            assertFalse(one.cell("fact").isEmpty(), one::toString);
            assertFalse(one.cell("says").isEmpty(), one::toString);
            assertFalse(one.cell("verdict").isEmpty(), one::toString);
        }
    }

    @Test
    void everyEncodedFactHasACase() {
        Set<String> without = new TreeSet<>(ENCODED);
        for (ChipCases.Case one : cases()) {
            without.removeAll(List.of(one.cell("fact").split("\\s+")));
        }
        assertEquals(Set.of(), without);
    }

    /** A result in use again keeps nothing of the chip before. */
    @Test
    void aResultInUseAgainGivesTheSameAnswer() {
        Classification reused = new Classification();
        Classification before = new Classification();
        List<ChipCases.Case> cases = cases();
        for (int step : new int[] {1, 7, cases.size() - 1}) {
            for (int i = 0; i < cases.size(); i++) {
                ChipCases.Case one = cases.get(i * step % cases.size());
                Classification fresh = new Classification();
                classifier.classify(one.chip(), one.date(), fresh);
                classifier.classify(one.chip(), one.date(), reused);
                assertEquals(fresh.toMap(), reused.toMap(), () -> one + " after " + before);
                classifier.classify(one.chip(), one.date(), before);
            }
        }
    }
}
