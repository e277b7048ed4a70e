package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.list.PartyType;
import io.highfence.match.PartyIndex;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a person's finding lifts, what it never lifts, and when it is open again. */
class DispositionsTest {
    private static final LocalDate EXPIRES = Orders.AS_OF.plusDays(30);

    @TempDir
    Path folder;

    private static Party suspect(String address, String name) {
        return new Party(
                Party.Role.BANK,
                name,
                PartyType.UNKNOWN,
                Country.of("DE"),
                address,
                List.of(),
                null,
                Country.of("DE"),
                Country.of("DE"),
                List.of());
    }

    /** A clean order with a bank whose name is that of an entity: a red flag, as the listing binds no bank. */
    private static Order.Builder order() {
        return Orders.clean().party(suspect("1 Main Street, Munich", "HiSilicon Tecnologies Co Ltd"));
    }

    private static Reason review(Decision decision) {
        return decision.reasons().stream()
                .filter(reason -> reason.holdKind() == HoldKind.REVIEW || reason.holdKind() == HoldKind.RED_FLAG)
                .findFirst()
                .orElseThrow(() -> new AssertionError(Explanation.text(decision)));
    }

    private static Disposition by(Decision decision, String second) {
        return Disposition.of(decision, review(decision).id(), "A. Author", second, "register extract 12", "", EXPIRES);
    }

    private static void assertLifts(Decision decision) {
        assertEquals(Verdict.CLEAR, decision.verdict(), () -> Explanation.text(decision));
        Release release = review(decision).released();
        assertNotNull(release);
        assertEquals(Release.Kind.DISPOSITION, release.kind());
        assertEquals("A. Author", release.by());
    }

    private static void assertHolds(Decision decision, String rule, String why) {
        assertEquals(Verdict.HOLD, decision.verdict(), () -> Explanation.text(decision));
        assertNull(review(decision).released());
        Reason note = ItemChecksTest.reason(decision, rule);
        assertEquals(Verdict.CLEAR, note.verdict());
        assertTrue(
                note.text().contains(why) || note.missing().stream().anyMatch(fact -> fact.endsWith(why)),
                note::toString);
    }

    @Test
    void aDispositionLiftsARedFlagAndTheReasonStaysInSight() {
        Decision held = Orders.decide(order().build());
        assertEquals(HoldKind.RED_FLAG, held.holdKind());
        Decision lifted = Orders.decide(order().disposition(by(held, "")).build());
        assertLifts(lifted);
        assertEquals(Verdict.HOLD, review(lifted).verdict());
        assertEquals(held.reasons().size(), lifted.reasons().size());
        assertTrue(Explanation.json(lifted).contains("\"kind\":\"disposition\""));
        assertTrue(
                Explanation.text(lifted).contains("A. Author lifted it until " + EXPIRES + ": register extract 12."));
    }

    /** What an operator needs stands in the answer, and comes back through the reader. */
    @Test
    void aDispositionIsWrittenFromTheAnswer() throws Exception {
        Decision held = Orders.decide(order().build());
        Disposition.Binding binding = Disposition.bindingOf(held, review(held));
        assertNotNull(binding);
        String json = Explanation.json(held);
        assertTrue(json.contains("\"binding\":{\"input\":\"" + binding.input() + "\",\"rules\":\"" + binding.rules()
                + "\",\"lists\":\"" + binding.lists() + "\"}"));
        Order read = read("""
                {"id":"x","dispositions":[{"reasonId":"%s","binding":{"input":"%s","rules":"%s","lists":"%s"},
                 "author":"A. Author","secondApprover":"B. Second","evidence":"register extract 12","note":"n",
                 "expires":"2026-10-01"}]}
                """.formatted(review(held).id(), binding.input(), binding.rules(), binding.lists()));
        assertEquals(
                new Disposition(
                        review(held).id(),
                        binding,
                        "A. Author",
                        "B. Second",
                        "register extract 12",
                        "n",
                        LocalDate.of(2026, 10, 1)),
                read.dispositions().get(0));
        Order broken = read("{\"id\":\"x\",\"dispositions\":[{\"binding\":{\"input\":\"abc\"}}]}");
        assertNull(broken.dispositions().get(0).binding());
        assertEquals(List.of("dispositions[0].binding.input 'abc'"), broken.unjudged());
    }

    private static Order read(String json) throws IOException, BadInput {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "o.json")) {
            return reader.next();
        }
    }

    @Test
    void whatTheReasonRestsOnOpensItAgain() {
        Disposition given = by(Orders.decide(order().build()), "");
        Order address = Orders.clean()
                .party(suspect("2 Main Street, Munich", "HiSilicon Tecnologies Co Ltd"))
                .disposition(given)
                .build();
        assertHolds(Orders.decide(address), "DISPOSITION_REOPENED", "(input)");
        Order name = Orders.clean()
                .party(suspect("1 Main Street, Munich", "HiSilicon Technologies Co Ltd"))
                .disposition(given)
                .build();
        assertHolds(Orders.decide(name), "DISPOSITION_REOPENED", "(input)");
        Order line = order().item(Item.ofEccn("2", "EAR99")).disposition(given).build();
        assertHolds(Orders.decide(line), "DISPOSITION_REOPENED", "(input)");
        Order endUse = order().endUse(Order.Purpose.CIVIL, Order.Knowledge.KNOWN)
                .disposition(given)
                .build();
        assertHolds(Orders.decide(endUse), "DISPOSITION_REOPENED", "(input)");
        Order another = Orders.bare("another order")
                .party(Orders.buyer(Party.Role.PURCHASER))
                .party(Orders.buyer(Party.Role.ULTIMATE_CONSIGNEE))
                .party(Orders.buyer(Party.Role.END_USER))
                .item(Item.ofEccn("1", "EAR99"))
                .party(suspect("1 Main Street, Munich", "HiSilicon Tecnologies Co Ltd"))
                .disposition(given)
                .build();
        assertHolds(Orders.decide(another), "DISPOSITION_REOPENED", "(input)");
    }

    @Test
    void whatTheReasonDoesNotRestOnLeavesItLifted() {
        Disposition given = by(Orders.decide(order().build()), "");
        assertLifts(Orders.decide(order().party(Orders.buyer(Party.Role.CARRIER))
                .step(Order.Step.PICK)
                .authorization(Authorization.builder("L").build())
                .disposition(given)
                .build()));
        assertLifts(Orders.decide(order().plannedExportDate(Orders.AS_OF.minusDays(3))
                .disposition(given)
                .build()));
    }

    @Test
    void itHoldsOnItsLastDayAndNotOneDayLater() {
        Settings accepted = Orders.DEMO.toBuilder()
                .acceptedThrough(new Settings.Acceptance(EXPIRES.plusDays(1), "a test"))
                .build();
        Disposition given = by(Orders.decide(order().build()), "");
        Order order = order().disposition(given).build();
        assertLifts(Orders.decide(order.asOf(EXPIRES), accepted));
        assertHolds(
                Orders.decide(order.asOf(EXPIRES.plusDays(1)), accepted), "DISPOSITION_REOPENED", "until " + EXPIRES);
    }

    @Test
    void otherRulesOpenItAgain() throws Exception {
        Disposition given = by(Orders.decide(order().build()), "");
        Disposition.Binding bound = given.binding();
        assertNotNull(bound);
        assertEquals(Orders.RULES.digest(), bound.rules());
        Disposition underOthers = new Disposition(
                given.reasonId(),
                new Disposition.Binding(bound.input(), Digest.of("other rules"), bound.lists()),
                given.author(),
                "",
                given.evidence(),
                "",
                EXPIRES);
        assertHolds(
                Orders.decide(order().disposition(underOthers).build()),
                "DISPOSITION_REOPENED",
                "the rules have changed");
        assertNotEquals(RuleBook.bundled().digest(), underOthers.binding().rules());
    }

    @Test
    void aChangedListingOpensItAgainAndANewerEditionAloneDoesNot() throws Exception {
        String listing = "1,Blue Lagoon Rendering,,FR,%s\n";
        PartyIndex first = list("a.csv", listing.formatted("2024-01-01"), "2026-08-30");
        PartyIndex newer = list("b.csv", listing.formatted("2024-01-01") + "2,Wholly Unrelated,,FR,\n", "2026-08-31");
        PartyIndex changed = list("c.csv", listing.formatted("2024-02-02"), "2026-08-31");
        Order.Builder order = Orders.clean().party(suspect("Main Street", "Blue Lagoon Rendering"));
        Decision held = decide(order.build(), first);
        assertEquals(HoldKind.REVIEW, held.holdKind(), () -> Explanation.text(held));
        Order lifted = order.disposition(by(held, "")).build();
        assertLifts(decide(lifted, first));
        assertLifts(decide(lifted, newer));
        assertHolds(decide(lifted, changed), "DISPOSITION_REOPENED", "(lists)");
    }

    private PartyIndex list(String name, String rows, String day) throws IOException, BadInput {
        Path file = folder.resolve(name);
        Files.writeString(file, "id,name,aliases,countries,effective_from\n" + rows);
        return PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + file + "@" + day))));
    }

    private static Decision decide(Order order, PartyIndex index) {
        Settings settings = Orders.DEMO.toBuilder()
                .demo(false)
                .requiredLists(List.of("CUSTOM"))
                .build();
        Decision decision = new Decision();
        new Screener(Orders.RULES, index, settings).screen(order, Orders.DECIDED_AT, decision);
        return decision;
    }

    @Test
    void aSecondApproverIsAnotherPerson() {
        Settings two = Orders.DEMO.toBuilder().secondApprover(true).build();
        Decision held = Orders.decide(order().build());
        assertHolds(
                Orders.decide(order().disposition(by(held, "")).build(), two),
                "DISPOSITION_INCOMPLETE",
                ".secondApprover");
        assertHolds(
                Orders.decide(order().disposition(by(held, " a.  AUTHOR ")).build(), two),
                "DISPOSITION_INCOMPLETE",
                "author and second approver are the same");
        assertHolds(
                Orders.decide(order().disposition(by(held, "a. author")).build()),
                "DISPOSITION_INCOMPLETE",
                "author and second approver are the same");
        assertLifts(Orders.decide(order().disposition(by(held, "B. Second")).build(), two));
    }

    @ParameterizedTest
    @CsvSource({"author", "evidence", "expires", "binding"})
    void whatIsNotSaidLiftsNothing(String field) {
        Disposition full = by(Orders.decide(order().build()), "");
        Disposition lacking = new Disposition(
                full.reasonId(),
                field.equals("binding") ? null : full.binding(),
                field.equals("author") ? " " : full.author(),
                "",
                field.equals("evidence") ? "" : full.evidence(),
                "",
                field.equals("expires") ? null : full.expires());
        assertHolds(Orders.decide(order().disposition(lacking).build()), "DISPOSITION_INCOMPLETE", "." + field);
    }

    @Test
    void aDispositionOfNoReasonIsSaid() {
        Disposition stray = new Disposition("NO_SUCH/order", null, "A", "", "e", "", EXPIRES);
        Decision decision = Orders.decide(Orders.clean().disposition(stray).build());
        assertEquals(Verdict.CLEAR, decision.verdict());
        assertTrue(Orders.has(decision, "DISPOSITION_WITHOUT_REASON"));
    }

    /** Every kind of hold, every verdict: what a person may lift and what not. */
    @ParameterizedTest
    @EnumSource(HoldKind.class)
    void onlyReviewRedFlagAndStatementAreLifted(HoldKind kind) {
        boolean lifts = kind == HoldKind.REVIEW || kind == HoldKind.RED_FLAG || kind == HoldKind.STATEMENT;
        assertEquals(
                lifts ? Verdict.CLEAR : Verdict.HOLD,
                lifted(Verdict.HOLD, kind, "TEST").verdict());
    }

    @Test
    void aBlockAMissingFactAndAReleaseOfItsOwnAreNeverLifted() {
        assertEquals(Verdict.BLOCK, lifted(Verdict.BLOCK, null, "TEST").verdict());
        assertEquals(
                Verdict.NEEDS_DATA, lifted(Verdict.NEEDS_DATA, null, "TEST").verdict());
        for (String rule : List.of("RULE_UNVERIFIED", "NON_ENFORCEMENT_RELIANCE", "CHECK_FAILED")) {
            assertEquals(
                    Verdict.HOLD, lifted(Verdict.HOLD, HoldKind.REVIEW, rule).verdict(), rule);
        }
    }

    /** A decision with one reason, and a disposition that is bound to everything as it should be. */
    private static Decision lifted(Verdict verdict, HoldKind kind, String rule) {
        Decision template = Orders.decide(Orders.clean().build());
        Reason reason = new Reason(
                rule,
                verdict,
                kind,
                Reason.Basis.LAW,
                Reason.Subject.ORDER,
                "A test.",
                null,
                verdict == Verdict.NEEDS_DATA ? List.of("fact") : List.of(),
                "");
        Decision first = new Decision();
        first.begin(Orders.clean().build(), template.stamp(), Orders.DECIDED_AT, List.of());
        first.add(reason);
        Disposition given = new Disposition(
                reason.id(), Bindings.of(first, reason.subject(), reason.id()), "A. Author", "", "e", "", EXPIRES);
        Order order = Orders.clean().disposition(given).build();
        Decision decision = new Decision();
        decision.begin(order, template.stamp(), Orders.DECIDED_AT, List.of());
        decision.add(reason);
        new Releases(Orders.RULES, Orders.DEMO, null).judge(order, Orders.AS_OF, decision);
        for (Screener.Check check : Screener.Check.values()) {
            decision.passed(check);
        }
        assertEquals(
                Disposition.bindingOf(first, reason) != null,
                decision.reasons().get(0).released() != null);
        if (Disposition.bindingOf(first, reason) == null) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> Disposition.of(first, reason.id(), "A. Author", "", "e", "", EXPIRES));
            assertTrue(Orders.has(decision, "DISPOSITION_NOT_LIFTING"));
        }
        return decision;
    }

    @Test
    void noDispositionLiftsABlockOfRealLists() {
        Order.Builder order = Orders.clean().party(Orders.party(Party.Role.BANK, "Sberbank of Russia", "RU"));
        Decision blocked = Orders.decide(order.build());
        assertEquals(Verdict.BLOCK, blocked.verdict());
        for (Reason reason : blocked.reasons()) {
            order.disposition(new Disposition(
                    reason.id(), Bindings.of(blocked, reason.subject(), reason.id()), "A", "B", "e", "n", EXPIRES));
        }
        assertEquals(Verdict.BLOCK, Orders.decide(order.build()).verdict());
    }

    /** The content of a listing counts, field by field. */
    @Test
    void theDigestOfListingsCoversWhatTheRecordSays() {
        Decision held = Orders.decide(order().build());
        List<ListedParty> records = held.matches().get(0).records();
        assertFalse(records.isEmpty());
        Disposition.Binding withHits = Disposition.bindingOf(held, review(held));
        Decision none = Orders.decide(Orders.clean().build());
        Disposition.Binding without = Bindings.of(none, Reason.Subject.party(0), "x");
        assertNotNull(withHits);
        assertEquals(Digest.of(""), without.lists());
        assertNotEquals(without.lists(), withHits.lists());
    }
}
