package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RuleChangeTest {
    private static final RuleBook BOOK = RuleBook.bundled();

    private static List<String> changes(String from, String to) {
        return BOOK.changes(LocalDate.parse(from), LocalDate.parse(to)).stream()
                .map(change -> {
                    Rule rule = change.after() == null ? change.before() : change.after();
                    assertNotNull(rule);
                    return change.kind() + " " + rule.family() + (rule.key().isEmpty() ? "" : "[" + rule.key() + "]")
                            + " " + change.fields();
                })
                .toList();
    }

    /** Fact T20: the Emirates move, Supplement No. 8 begins. */
    @Test
    void theDayOfTheEmirates() {
        List<String> changes = changes("2026-07-09", "2026-07-10");
        assertTrue(changes.contains("CHANGES country-group[A:5] [id, trust, note, countries]"), changes::toString);
        assertTrue(changes.contains("CHANGES country-group[D:4] [id, trust, note, countries]"), changes::toString);
        assertTrue(changes.contains("BEGINS license-requirement[b-emirates] []"), changes::toString);
        assertTrue(changes.contains("BEGINS license-requirement[a-emirates-enforced] []"), changes::toString);
        assertTrue(changes.contains("BEGINS approved-entity[OpenAI] []"), changes::toString);
        assertEquals(2 + 2 + 1 + 11, changes.size(), changes::toString);
    }

    /** Fact T25. */
    @Test
    void theDayOnWhichTwoApprovalsEnd() {
        assertEquals(
                List.of("ENDS approved-entity[Core42] []", "ENDS approved-entity[G42] []"),
                changes("2027-04-06", "2027-04-07"));
        assertEquals(
                List.of("BEGINS approved-entity[Core42] []", "BEGINS approved-entity[G42] []"),
                changes("2027-04-07", "2027-04-06"));
    }

    /** Facts T17 and T23: one field among others. */
    @Test
    void aDateThatMoves() {
        assertEquals(
                List.of("CHANGES authorized-designer [id, citation, note, cutOff]"),
                changes("2026-04-06", "2026-04-07"));
        assertEquals(
                List.of("CHANGES authorized-designer [id, note, application, lapseDays]"),
                changes("2026-12-30", "2026-12-31"));
    }

    /** F7.10: the affiliates rule is stayed from 2025-11-10 and comes back after 2026-11-09. */
    @Test
    void aStayIsAChangeOfTheStatus() {
        for (List<String> days : List.of(List.of("2025-11-09", "2025-11-10"), List.of("2026-11-09", "2026-11-10"))) {
            String change = changes(days.get(0), days.get(1)).stream()
                    .filter(one -> one.startsWith("CHANGES ownership-rule[BIS-AFFILIATES] "))
                    .findFirst()
                    .orElseThrow();
            assertTrue(change.contains("status"), change);
        }
        assertEquals(
                List.of(),
                changes("2025-11-10", "2026-11-09").stream()
                        .filter(one -> one.contains("ownership-rule[BIS-AFFILIATES]"))
                        .toList());
    }

    @Test
    void nothingDiffersOnOneDayAndOnDaysWithoutAChange() {
        assertEquals(List.of(), changes("2026-09-01", "2026-09-01"));
        assertEquals(List.of(), changes("2026-08-01", "2026-09-24"));
    }

    /** Every change between two days is one between some day and the day after. */
    @Test
    void stepByStepLeadsWhereOneLeapDoes() {
        TreeSet<LocalDate> days = new TreeSet<>();
        LocalDate first = LocalDate.of(2014, 1, 1);
        LocalDate last = LocalDate.of(2030, 1, 1);
        for (Rule rule : BOOK.rules()) {
            if (rule.inForce().from() != null) {
                days.add(rule.inForce().from());
            }
            if (rule.inForce().to() != null) {
                days.add(rule.inForce().to().plusDays(1));
            }
        }
        TreeSet<String> rules = new TreeSet<>();
        BOOK.rules(first).forEach(rule -> rules.add(rule.toString()));
        for (LocalDate day : days) {
            for (RuleChange change : BOOK.changes(day.minusDays(1), day)) {
                if (change.before() != null) {
                    assertTrue(rules.remove(change.before().toString()), change::toString);
                }
                if (change.after() != null) {
                    assertTrue(rules.add(change.after().toString()), change::toString);
                }
                assertEquals(change.before() == null, change.kind() == RuleChange.Kind.BEGINS);
                assertEquals(change.after() == null, change.kind() == RuleChange.Kind.ENDS);
            }
        }
        TreeSet<String> expected = new TreeSet<>();
        BOOK.rules(last).forEach(rule -> expected.add(rule.toString()));
        assertEquals(expected, rules);
    }

    @Test
    void everyValueOfEveryRuleHasATextForPeople() {
        for (Rule rule : BOOK.rules()) {
            for (String name : rule.values().names()) {
                assertTrue(!rule.values().show(name).isEmpty(), rule::toString);
            }
        }
        Rule note = BOOK.rule("3A090.note-2", LocalDate.of(2026, 9, 1));
        assertNotNull(note);
        assertEquals("[< 4800]", note.values().show("tpp"));
        assertNull(BOOK.rule("3A090.note-2", LocalDate.of(2022, 9, 1)));
    }
}
