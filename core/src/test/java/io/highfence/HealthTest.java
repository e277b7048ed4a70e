package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.list.ListSource;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Health says of a day what decisions of that day say. */
class HealthTest {
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 9, 1);

    private static final Settings WEEK = Settings.defaults().toBuilder()
            .requiredLists(List.of("CUSTOM"))
            .maxListAgeDays(7)
            .build();

    @TempDir
    Path folder;

    private PartyList list(String day) throws IOException, BadInput {
        Path file = folder.resolve("own.csv");
        Files.writeString(file, "id,name\n1,Nobody at All Company\n");
        return PartyList.load(List.of(ListSource.parse("custom-csv:" + file + day)));
    }

    private static Health health(PartyList list, Settings settings, LocalDate day) {
        return Health.of(Orders.RULES, list, settings, day, 0);
    }

    @Test
    void aListIsFitUpToItsGreatestAge() throws Exception {
        PartyList list = list("@" + PUBLISHED);
        Health last = health(list, WEEK, PUBLISHED.plusDays(7));
        assertEquals(List.of(), last.faults());
        assertEquals(Health.Age.GOOD, last.lists().get(0).age());
        assertEquals(7L, last.lists().get(0).days());
        Health late = health(list, WEEK, PUBLISHED.plusDays(8));
        assertEquals(Health.Age.STALE, late.lists().get(0).age());
        assertEquals(List.of("LIST_STALE " + list.editions().get(0).label()), late.faults());
        assertEquals(
                Health.Age.TOO_NEW,
                health(list, WEEK, PUBLISHED.minusDays(1)).lists().get(0).age());
        Health undated = health(list(""), WEEK, PUBLISHED);
        assertEquals(Health.Age.UNDATED, undated.lists().get(0).age());
        assertNull(undated.lists().get(0).days());
    }

    /** The two must not drift apart: each fault is a reason of a decision, and each such reason a fault. */
    @Test
    void eachFaultIsAReasonOfAnOrderOfThatDay() throws Exception {
        List<LocalDate> days = List.of(
                PUBLISHED.minusDays(1),
                PUBLISHED,
                PUBLISHED.plusDays(8),
                Orders.RULES.verifiedThrough().plusDays(14),
                Orders.RULES.verifiedThrough().plusDays(15));
        for (PartyList list : List.of(PartyList.sample(), list("@" + PUBLISHED), list(""))) {
            for (Settings settings : List.of(Settings.defaults(), WEEK)) {
                for (LocalDate day : days) {
                    Decision decision = new Decision();
                    new Screener(Orders.RULES, PartyIndex.of(list), settings)
                            .screen(Orders.clean().build().asOf(day), Orders.DECIDED_AT, decision);
                    TreeSet<String> reasons = new TreeSet<>();
                    for (Reason reason : decision.reasons()) {
                        if (reason.verdict() != Verdict.CLEAR
                                && (reason.rule().startsWith("LIST_")
                                        || reason.rule().startsWith("RULES_")
                                        || reason.rule().equals("SAMPLE_LIST"))) {
                            reasons.add(reason.rule());
                        }
                    }
                    TreeSet<String> faults = new TreeSet<>();
                    health(list, settings, day).faults().forEach(fault -> faults.add(fault.split(" ")[0]));
                    assertEquals(reasons, faults, () -> day + " " + list.editions() + " " + settings);
                }
            }
        }
    }

    /** Red flag 29 is stayed through 2026-11-09 and back on 2026-11-10. */
    @Test
    void saysWhichRulesChangeSoonAndNotLater() {
        LocalDate change = LocalDate.of(2026, 11, 10);
        PartyList sample = PartyList.sample();
        Health near = Health.of(Orders.RULES, sample, WEEK, change.minusDays(30), 30);
        assertTrue(near.ruleDates().get(change).contains("FLAG-19 (red-flag red-flag-29)"), near::toString);
        Health far = Health.of(Orders.RULES, sample, WEEK, change.minusDays(31), 30);
        assertNull(far.ruleDates().get(change));
        Health on = Health.of(Orders.RULES, sample, WEEK, change, 30);
        assertNull(on.ruleDates().get(change), "it has changed");
        assertThrows(IllegalArgumentException.class, () -> Health.of(Orders.RULES, sample, WEEK, change, -1));
    }

    @Test
    void anAcceptanceOpensTheRulesAsFarAsItReaches() {
        LocalDate horizon = Orders.RULES.verifiedThrough().plusDays(14);
        PartyList sample = PartyList.sample();
        assertEquals(horizon, health(sample, WEEK, horizon).rulesOpenUntil());
        Settings accepted = WEEK.toBuilder()
                .acceptedThrough(new Settings.Acceptance(horizon.plusDays(3), "a test"))
                .build();
        assertEquals(horizon.plusDays(3), health(sample, accepted, horizon).rulesOpenUntil());
        Settings earlier = WEEK.toBuilder()
                .acceptedThrough(new Settings.Acceptance(horizon.minusDays(3), "a test"))
                .build();
        assertEquals(horizon, health(sample, earlier, horizon).rulesOpenUntil());
    }

    @Test
    void isWrittenForPrograms() throws Exception {
        PartyList list = list("@" + PUBLISHED);
        String json = Explanation.json(health(list, WEEK, PUBLISHED.plusDays(8)));
        assertTrue(json.startsWith("{\"date\":\"2026-09-09\",\"fit\":false,\"faults\":[\"LIST_STALE "), json);
        assertTrue(json.contains("\"ageDays\":8,\"maxAgeDays\":7,\"age\":\"STALE\""), json);
    }
}
