package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables whose rows need no test of their own: places, jurisdiction, list effects, red flags and days. */
class CasesTest {
    private static final Cases.Asked BUNDLED = new Cases.Asked(RuleBook.bundled());

    static List<Cases.Row> rows() {
        return Stream.of(Cases.Table.values())
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theAnswerIsTheOneThatTheRowExpects(Cases.Row row) {
        assertEquals(List.of(), row.faults(BUNDLED), row::toString);
    }

    @Test
    void everyCaseHasItsOwnIdAndSaysWhatItChecks() {
        Set<String> ids = new HashSet<>();
        for (Cases.Case one : Cases.all()) {
            assertTrue(ids.add(one.toString()), () -> "twice: " + one);
        }
        for (Cases.Row row : rows()) {
            if (row.table() != Cases.Table.RED_FLAGS) {
                assertFalse(row.cell("fact").isEmpty(), row::toString);
                assertFalse(row.cell("says").isEmpty(), row::toString);
            }
        }
    }
}
