package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.MadeParty;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
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

    private static Suppression suppression(ListedParty listed, LocalDate created, LocalDate expires) {
        return new Suppression(
                "A customer",
                Digest.of("a customer"),
                listed.source(),
                listed.entry(),
                listed.content(),
                new Suppression.Strength(8_500, 9_000, List.of("country differs"), false),
                new Suppression.Grant("A. Author", null, "another firm", created, expires));
    }

    @Test
    void countsWhatIsSuppressed() {
        LocalDate day = LocalDate.of(2026, 9, 1);
        PartyList list = MadeParty.list(
                MadeParty.of("SDN", "SDN", "7", "Volga Machine Plant").country("RU"));
        ListedParty same = list.records().get(0);
        ListedParty changed = MadeParty.list(MadeParty.of("SDN", "SDN", "7", "Volga Machine Plant"))
                .records()
                .get(0);
        ListedParty gone = MadeParty.list(MadeParty.of("SDN", "SDN", "8", "Another Plant"))
                .records()
                .get(0);
        Suppressions all = Suppressions.of(List.of(
                suppression(same, day, day),
                suppression(same, day, day.plusDays(29)),
                suppression(same, day, day.plusDays(30)),
                suppression(same, day.plusDays(1), day.plusDays(9)),
                suppression(same, day.minusDays(9), day.minusDays(1)),
                suppression(changed, day, day.plusDays(30)),
                suppression(changed, day.minusDays(9), day.minusDays(1)),
                suppression(gone, day, day.plusDays(30))));
        assertEquals(
                new Health.Suppressed(3, 2, 1, 2, 1, 1),
                Health.of(Orders.RULES, list, WEEK, all, null, day, 30).suppressed());
        assertEquals(
                new Health.Suppressed(3, 1, 1, 2, 1, 1),
                Health.of(Orders.RULES, list, WEEK, all, null, day, 29).suppressed());
        assertEquals(
                new Health.Suppressed(0, 0, 0, 0, 0, 0),
                Health.of(Orders.RULES, list, WEEK, Suppressions.NONE, null, day, 30)
                        .suppressed());
        assertNull(Health.of(Orders.RULES, list, WEEK, day, 30).suppressed(), "nothing was looked at");
    }

    /** A suppression that is counted as reopened or in force is so in an answer about the customer. */
    @Test
    void whatIsCountedAsSuppressedIsSilent() {
        LocalDate day = LocalDate.of(2026, 9, 1);
        Party customer = Orders.party(Party.Role.PURCHASER, "Volga Machine Plant", "DE");
        PartyList before = MadeParty.list(
                MadeParty.of("SDN", "SDN", "7", "Volga Machine Plant").country("RU"));
        PartyAnswer answer = new PartyAnswer();
        new Screener(Orders.RULES, PartyIndex.of(before), WEEK).screen(customer, day, answer);
        Suppressions granted = Suppressions.of(Suppression.of(
                customer,
                answer.hits().get(0),
                new Suppression.Grant("A. Author", "B. Second", "another firm", day, day.plusDays(9))));
        PartyList after = MadeParty.list(
                MadeParty.of("SDN", "SDN", "7", "Volga Machine Plant").country("BY"));
        for (PartyList list : List.of(before, after)) {
            for (int days = -1; days <= 10; days++) {
                Screener.with(Orders.RULES, PartyIndex.of(list), WEEK)
                        .suppressions(granted)
                        .build()
                        .screen(customer, day.plusDays(days), answer);
                Health.Suppressed counted = Health.of(Orders.RULES, list, WEEK, granted, null, day.plusDays(days), 0)
                        .suppressed();
                assertEquals(answer.alert() ? 0 : 1, counted.inForce(), list + " on " + day.plusDays(days));
            }
        }
    }

    private static Disposition disposition(@Nullable Digest rules, String author, @Nullable LocalDate expires) {
        Disposition.Binding binding =
                rules == null ? null : new Disposition.Binding(Digest.of("input"), rules, Digest.of("lists"));
        return new Disposition("EL_OTHER/party 2", binding, author, "B. Second", "an extract", "", expires);
    }

    @Test
    void countsWhatPersonsHaveLifted() {
        LocalDate day = LocalDate.of(2026, 9, 1);
        Digest rules = Orders.RULES.digest();
        PartyList sample = PartyList.sample();
        List<Disposition> all = List.of(
                disposition(rules, "A. Author", day),
                disposition(rules, "A. Author", day.plusDays(29)),
                disposition(rules, "A. Author", day.plusDays(30)),
                disposition(rules, "A. Author", day.minusDays(1)),
                disposition(Digest.of("other rules"), "A. Author", day.plusDays(30)),
                disposition(null, "A. Author", day.plusDays(30)),
                disposition(rules, "b. second", day.plusDays(30)),
                disposition(rules, "", day.plusDays(30)),
                disposition(rules, "A. Author", null));
        assertEquals(
                new Health.Disposed(3, 2, 1, 1, 4),
                Health.of(Orders.RULES, sample, WEEK, null, all, day, 30).disposed());
        assertEquals(
                new Health.Disposed(3, 1, 1, 1, 4),
                Health.of(Orders.RULES, sample, WEEK, null, all, day, 29).disposed());
        Disposition alone = new Disposition(
                "EL_OTHER/party 2",
                new Disposition.Binding(Digest.of("input"), rules, Digest.of("lists")),
                "A. Author",
                "",
                "an extract",
                "",
                day);
        assertEquals(
                new Health.Disposed(1, 1, 0, 0, 0),
                Health.of(Orders.RULES, sample, WEEK, null, List.of(alone), day, 30)
                        .disposed());
        Settings two = WEEK.toBuilder().secondApprover(true).build();
        assertEquals(
                new Health.Disposed(0, 0, 0, 0, 1),
                Health.of(Orders.RULES, sample, two, null, List.of(alone), day, 30)
                        .disposed());
        String json = Explanation.json(Health.of(Orders.RULES, sample, WEEK, Suppressions.NONE, all, day, 30));
        assertTrue(
                json.contains("\"suppressed\":{\"inForce\":0,\"endingSoon\":0,\"notBegun\":0,\"ended\":0,"
                        + "\"reopened\":0,\"unlisted\":0},"
                        + "\"disposed\":{\"inForce\":3,\"endingSoon\":2,\"ended\":1,\"reopened\":1,\"incomplete\":4}"),
                json);
        assertTrue(
                Explanation.json(health(sample, WEEK, day)).contains("\"suppressed\":null,\"disposed\":null"),
                "nothing was looked at");
    }
}
