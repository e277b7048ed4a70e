package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Citation;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipColumns;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Design decision 1: no exception, time-out or missing part can come out as CLEAR. */
class FailClosedTest {
    private static Reason reason(Verdict verdict, HoldKind kind) {
        return new Reason(
                "TEST",
                verdict,
                kind,
                Reason.Basis.POLICY,
                Reason.Subject.ORDER,
                "",
                new Citation("none"),
                verdict == Verdict.NEEDS_DATA ? List.of("fact") : List.of(),
                "");
    }

    private static Decision begun() {
        Decision decision = new Decision();
        Decision other = Orders.decide(Orders.clean().build());
        decision.begin(Orders.clean().build(), other.stamp(), Orders.DECIDED_AT, List.of());
        return decision;
    }

    @Test
    void theCleanOrderIsClear() {
        Decision decision = Orders.decide(Orders.clean().build());
        assertEquals(Verdict.CLEAR, decision.verdict(), () -> decision.reasons().toString());
        assertNull(decision.holdKind());
        assertEquals(Set.of(), decision.unfinished());
    }

    @Test
    void aDecisionBeginsAsNeedsData() {
        assertEquals(Verdict.NEEDS_DATA, new Decision().verdict());
        assertEquals(Verdict.NEEDS_DATA, begun().verdict());
    }

    @Test
    void anUsedDecisionBeginsAnew() {
        Decision decision = Orders.decide(Orders.clean().build());
        decision.begin(Orders.clean().build(), decision.stamp(), Orders.DECIDED_AT, List.of());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(EnumSet.allOf(Screener.Check.class), decision.unfinished());
    }

    @ParameterizedTest
    @EnumSource(Screener.Check.class)
    void everyCheckMustPass(Screener.Check left) {
        Decision decision = begun();
        for (Screener.Check check : Screener.Check.values()) {
            if (check != left) {
                decision.passed(check);
            }
        }
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(Set.of(left), decision.unfinished());
        decision.lines().forEach(line -> assertEquals(Verdict.NEEDS_DATA, line.verdict()));
        decision.passed(left);
        assertEquals(Verdict.CLEAR, decision.verdict());
    }

    @Test
    void theGravestReasonWins() {
        Decision decision = begun();
        for (Screener.Check check : Screener.Check.values()) {
            decision.passed(check);
        }
        decision.add(reason(Verdict.CLEAR, null));
        assertEquals(Verdict.CLEAR, decision.verdict());
        decision.add(reason(Verdict.NEEDS_DATA, null));
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        decision.add(reason(Verdict.HOLD, HoldKind.STALE));
        decision.add(reason(Verdict.HOLD, HoldKind.REVIEW));
        assertEquals(Verdict.HOLD, decision.verdict());
        assertEquals(HoldKind.REVIEW, decision.holdKind());
        decision.add(reason(Verdict.HOLD, HoldKind.LICENSE));
        assertEquals(HoldKind.LICENSE, decision.holdKind());
        decision.add(reason(Verdict.BLOCK, null));
        assertEquals(Verdict.BLOCK, decision.verdict());
        assertNull(decision.holdKind());
    }

    @Test
    void noPublicMethodSetsAVerdict() {
        List<String> changing = new ArrayList<>();
        for (Method method : Decision.class.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers()) && method.getParameterCount() > 0) {
                changing.add(method.getName());
            }
        }
        assertEquals(List.of(), changing);
    }

    @Test
    void aHoldSaysWhatReleasesItAndNeedsDataNamesAFact() {
        assertThrows(IllegalArgumentException.class, () -> reason(Verdict.HOLD, null));
        assertThrows(IllegalArgumentException.class, () -> reason(Verdict.CLEAR, HoldKind.REVIEW));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Reason(
                        "TEST",
                        Verdict.NEEDS_DATA,
                        null,
                        Reason.Basis.POLICY,
                        Reason.Subject.ORDER,
                        "",
                        null,
                        List.of(),
                        ""));
    }

    @Test
    void aTimeOutIsNotClear() {
        Decision decision = Orders.decide(
                Orders.clean().build(),
                Orders.DEMO.toBuilder().timeBudget(Duration.ZERO).build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(Orders.has(decision, "TIME_OUT"));
        assertEquals(EnumSet.allOf(Screener.Check.class), decision.unfinished());
    }

    @Test
    void aCheckThatEndsTooLateDidNotPassEvenIfItIsTheLast() {
        Duration budget = Duration.ofMillis(50);
        Screener screener = screener(Orders.DEMO.toBuilder().timeBudget(budget).build());
        Screener.Check last = Screener.Check.values()[Screener.Check.values().length - 1];
        Decision decision = begun();
        screener.runAll(
                check -> {
                    if (check == last) {
                        long late = System.nanoTime() + 2 * budget.toNanos();
                        while (System.nanoTime() < late) {
                            Thread.onSpinWait();
                        }
                    }
                },
                decision);
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(Orders.has(decision, "TIME_OUT"));
        assertTrue(decision.unfinished().contains(last));
    }

    @ParameterizedTest
    @EnumSource(Screener.Check.class)
    void aFaultInAnyCheckIsHeldAndTheOthersRun(Screener.Check broken) {
        for (Runnable fault : List.<Runnable>of(
                () -> {
                    throw new IllegalStateException("broken on purpose");
                },
                FailClosedTest::overflow)) {
            Decision decision = begun();
            EnumSet<Screener.Check> ran = EnumSet.noneOf(Screener.Check.class);
            screener(Orders.DEMO)
                    .runAll(
                            check -> {
                                ran.add(check);
                                if (check == broken) {
                                    fault.run();
                                }
                            },
                            decision);
            assertEquals(EnumSet.allOf(Screener.Check.class), ran);
            assertEquals(Verdict.HOLD, decision.verdict());
            assertEquals(HoldKind.REVIEW, decision.holdKind());
            assertEquals(Set.of(broken), decision.unfinished());
            assertTrue(Orders.has(decision, "CHECK_FAILED"));
            assertFalse(decision.reasons().toString().contains("broken on purpose"), "a fault may quote what it met");
        }
    }

    /** An error of the machine reaches the caller, and what was decided until then is not CLEAR. */
    @ParameterizedTest
    @EnumSource(Screener.Check.class)
    void anErrorOfTheMachineIsNotClear(Screener.Check broken) {
        Decision decision = begun();
        assertThrows(
                OutOfMemoryError.class,
                () -> screener(Orders.DEMO)
                        .runAll(
                                check -> {
                                    if (check == broken) {
                                        throw new OutOfMemoryError("on purpose");
                                    }
                                },
                                decision));
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void overflow() {
        overflow();
    }

    private static Screener screener(Settings settings) {
        return new Screener(Orders.RULES, Orders.SAMPLE, settings);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "1900-01-01", "2022-10-06", "+999999999-12-31"})
    void aDayThatNoRuleCoversIsNotClearAndNothingEscapes(LocalDate day) {
        Decision decision = Orders.decide(Orders.clean().plannedExportDate(day).build());
        assertNotEquals(Verdict.CLEAR, decision.verdict());
    }

    /** The same numbers, typed in and beside the name of a chip of which nothing is published. */
    @ParameterizedTest
    @CsvSource({"fp16:10, 800:nonplanar", "fp16:200, 800:nonplanar", "fp16:300, 800:nonplanar"})
    void aLineThatRestsOnACatalogueRowOfLowestConfidenceIsNotClear(String rates, String dies) {
        Map<String, String> numbers = Map.of("id", "1", "rates", rates, "dies", dies, "datacenter", "yes");
        Map<String, String> row = new HashMap<>(numbers);
        row.put("chip", "AMD MI308X");
        Chip unsupported = ChipColumns.chip(row);
        Chip board = Chip.builder("board")
                .form(Chip.Form.BOARD)
                .appWt(0)
                .contains(unsupported)
                .build();
        for (Chip chip : List.of(unsupported, board)) {
            Decision decision = Orders.decide(line(chip));
            assertEquals(Verdict.HOLD, decision.verdict(), decision::toString);
            assertTrue(
                    decision.reasons().stream()
                            .anyMatch(reason -> reason.rule().equals("CLASSIFICATION_REVIEW")
                                    && reason.text().contains("catalogue-unverified")),
                    decision::toString);
        }
        Decision typedIn = Orders.decide(line(ChipColumns.chip(numbers)));
        assertFalse(Orders.has(typedIn, "CLASSIFICATION_REVIEW"), typedIn::toString);
        if (rates.equals("fp16:10")) {
            assertEquals(Verdict.CLEAR, typedIn.verdict(), typedIn::toString);
        }
    }

    private static Order line(Chip chip) {
        return Orders.bare("catalogue")
                .party(Orders.buyer(Party.Role.PURCHASER))
                .party(Orders.buyer(Party.Role.ULTIMATE_CONSIGNEE))
                .party(Orders.buyer(Party.Role.END_USER))
                .item(Item.ofChip("1", chip))
                .build();
    }

    @Test
    void theSampleListIsNeverClearOutsideTheDemo() {
        Decision decision = Orders.decide(
                Orders.clean().build(), Orders.DEMO.toBuilder().demo(false).build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(Orders.has(decision, "SAMPLE_LIST"));
    }

    @Test
    void aMissingListIsNotClear() {
        Decision decision = Orders.decide(
                Orders.clean().build(),
                Orders.DEMO.toBuilder()
                        .requiredLists(List.of("EL", "NO-SUCH-LIST"))
                        .build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(List.of("list NO-SUCH-LIST"), decision.missing());
    }

    @Test
    void rulesPastTheirHorizonAreStaleUntilANamedPersonAccepts() {
        LocalDate last = Orders.RULES.verifiedThrough().plusDays(14);
        Settings nobody = Settings.defaults().toBuilder().demo(true).build();
        Order within = Orders.clean().plannedExportDate(last).build();
        Order beyond = Orders.clean().plannedExportDate(last.plusDays(1)).build();
        assertFalse(Orders.has(Orders.decide(within, nobody), "RULES_HORIZON"));
        Decision stale = Orders.decide(beyond, nobody);
        assertEquals(Verdict.HOLD, stale.verdict());
        assertEquals(HoldKind.STALE, stale.holdKind());
        assertTrue(Orders.has(stale, "RULES_HORIZON"));

        Settings accepted = nobody.toBuilder()
                .acceptedThrough(new Settings.Acceptance(last.plusDays(1), "a named person"))
                .build();
        Decision decision = Orders.decide(beyond, accepted);
        assertFalse(Orders.has(decision, "RULES_HORIZON"));
        assertTrue(Orders.has(decision, "RULES_ACCEPTED"));
        Order dayAfter = Orders.clean().plannedExportDate(last.plusDays(2)).build();
        assertTrue(Orders.has(Orders.decide(dayAfter, accepted), "RULES_HORIZON"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Party.Role.class,
            names = {"PURCHASER", "ULTIMATE_CONSIGNEE", "END_USER"})
    void aMissingRoleIsNotClearAndNoneIsAnAnswer(Party.Role left) {
        Order.Builder without = Orders.bare("missing role").item(Item.ofEccn("1", "EAR99"));
        Order.Builder withNone = Orders.bare("role none").item(Item.ofEccn("1", "EAR99"));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            if (role != left) {
                without.party(Orders.buyer(role));
                withNone.party(Orders.buyer(role));
            }
        }
        withNone.party(Party.of(left, "none", null));
        Decision decision = Orders.decide(without.build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(List.of("parties: " + left.word()), decision.missing());
        assertFalse(Orders.has(Orders.decide(withNone.build()), "ROLE_MISSING"));
    }

    @Test
    void whatAnOrderDoesNotSayIsMissing() {
        Decision decision = Orders.decide(Order.builder("empty").build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        for (String fact :
                List.of("kind", "exporter.country", "shipFrom", "destination.country", "plannedExportDate", "items")) {
            assertTrue(decision.missing().contains(fact), fact);
        }
    }
}
