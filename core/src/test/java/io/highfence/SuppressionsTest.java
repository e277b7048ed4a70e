package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.law.RuleBook;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.MadeParty;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A suppression silences one hit while nothing has changed, hides nothing, and never a stronger or another hit. */
class SuppressionsTest {
    private static final RuleBook RULES = RuleBook.bundled();
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 8, 31);
    private static final Suppression.Grant ONE =
            new Suppression.Grant("A. Analyst", null, "Another firm, by the register", DAY, LAST);
    private static final Suppression.Grant TWO =
            new Suppression.Grant("A. Analyst", "B. Second", "Another firm, by the register", DAY, LAST);

    @TempDir
    Path folder;

    private static MadeParty listed() {
        return MadeParty.of("SDN", "SDN", "7", "Volga Machine Plant").country("RU");
    }

    private static PartyIndex index(MadeParty... parties) {
        return PartyIndex.of(MadeParty.list(parties));
    }

    private static Party customer(String name, @Nullable String country) {
        return new Party(
                null,
                name,
                PartyType.UNKNOWN,
                country == null ? null : Country.of(country),
                null,
                List.of(),
                null,
                null,
                null,
                List.of());
    }

    /** A customer whose country tells it from the listed party. */
    private static final Party OTHER = customer("Volga Machine Plant", "DE");

    private static PartyAnswer screen(PartyIndex index, Party party, Suppressions suppressions, LocalDate day) {
        PartyAnswer answer = new PartyAnswer();
        Screener.with(RULES, index, Settings.defaults())
                .suppressions(suppressions)
                .build()
                .screen(party, day, answer);
        return answer;
    }

    /** What a person writes who finds that the first hit is another party. */
    private static List<Suppression> suppress(PartyIndex index, Party party, Suppression.Grant grant) {
        return Suppression.of(
                party, screen(index, party, Suppressions.NONE, DAY).hits().get(0), grant);
    }

    private static List<String> rules(PartyAnswer answer) {
        return answer.reasons().stream().map(Reason::rule).toList();
    }

    private static String reopened(PartyAnswer answer) {
        return String.join("\n", answer.hits().get(0).reopened());
    }

    @Test
    void aSuppressedHitIsShownWithItsReasonsAndRaisesNothing() {
        PartyIndex index = index(listed());
        PartyAnswer before = screen(index, OTHER, Suppressions.NONE, DAY);
        assertTrue(before.alert());
        assertEquals(Verdict.HOLD, before.verdict());
        Suppressions suppressions = Suppressions.of(suppress(index, OTHER, ONE));
        PartyAnswer after = screen(index, OTHER, suppressions, DAY);
        assertFalse(after.alert());
        assertEquals(Verdict.CLEAR, after.verdict());
        assertEquals(1, after.suppressedHits());
        assertTrue(after.matches().alert(), "the matcher knows nothing of suppressions");
        assertEquals(before.hits().get(0).records(), after.hits().get(0).records());
        assertEquals(before.hits().get(0).score(), after.hits().get(0).score());
        assertEquals(List.of("SUPPRESSED_POSSIBLE_BLOCKED_PERSON"), rules(after));
        String text = after.reasons().get(0).text();
        for (String part : List.of("A. Analyst", "Another firm, by the register", "2027-08-31", "HOLD/REVIEW")) {
            assertTrue(text.contains(part), text);
        }
        assertTrue(text.contains(before.reasons().get(0).text()), text);
    }

    /** One thing changes on the side of the customer. */
    @ParameterizedTest
    @CsvSource({
        "same, true",
        "role, true",
        "letter case, true",
        "white space, true",
        "name, false",
        "type, false",
        "country, false",
        "no country, false",
        "address, false",
        "identifier, false",
        "birth date, false"
    })
    void theCustomerIsBound(String what, boolean holds) {
        PartyIndex index = index(listed());
        Suppressions suppressions = Suppressions.of(suppress(index, OTHER, ONE));
        Party now = new Party(
                what.equals("role") ? Party.Role.BANK : null,
                switch (what) {
                    case "name" -> "Volga Machine Plants";
                    case "letter case" -> "VOLGA machine Plant";
                    case "white space" -> " Volga\u00A0 Machine\tPlant";
                    default -> OTHER.name();
                },
                what.equals("type") ? PartyType.ORGANISATION : PartyType.UNKNOWN,
                what.equals("no country") ? null : Country.of(what.equals("country") ? "AT" : "DE"),
                what.equals("address") ? "1 Example Street, Example Town" : null,
                what.equals("identifier") ? List.of(ListedParty.Identifier.parse("registration:123")) : List.of(),
                what.equals("birth date") ? DateRange.ofYear(1970) : null,
                null,
                null,
                List.of());
        PartyAnswer answer = screen(index, now, suppressions, DAY);
        assertEquals(!holds, answer.alert());
        assertEquals(holds ? Verdict.CLEAR : Verdict.HOLD, answer.verdict());
        if (!holds && !what.equals("name")) {
            assertTrue(reopened(answer).contains("the customer's type, country"), reopened(answer));
            assertTrue(rules(answer).contains("SUPPRESSION_REOPENED"), rules(answer)::toString);
        }
    }

    /** One thing changes on the side of the listing. */
    @Test
    void theListingIsBound() {
        PartyIndex index = index(listed());
        Suppressions suppressions = Suppressions.of(suppress(index, OTHER, ONE));
        assertFalse(screen(index(listed()), OTHER, suppressions, DAY).alert(), "another edition says the same");
        assertFalse(
                screen(index(MadeParty.of("SDN", "SDN", "8", "Baltic Shipping"), listed()), OTHER, suppressions, DAY)
                        .alert(),
                "another listing came");
        List<MadeParty> changed = List.of(
                listed().alias("VMP", ListedParty.Quality.WEAK),
                listed().country("BY"),
                listed().type(PartyType.ORGANISATION),
                listed().address("1 Plant Road", "Saratov", "RU"),
                listed().identifier(ListedParty.Identifier.Kind.TAX, "12345"),
                listed().bornIn(1990));
        for (MadeParty one : changed) {
            PartyAnswer answer = screen(index(one), OTHER, suppressions, DAY);
            assertTrue(answer.alert());
            assertTrue(reopened(answer).contains("the listing changed"), reopened(answer));
        }
        // The same words under another entry, or on another list, are another listing: nobody has looked at it.
        for (MadeParty one : List.of(
                MadeParty.of("SDN", "SDN", "9", "Volga Machine Plant").country("RU"),
                MadeParty.of("EL", "EL", "7", "Volga Machine Plant").country("RU"))) {
            PartyAnswer answer = screen(index(one), OTHER, suppressions, DAY);
            assertTrue(answer.alert());
            assertEquals(List.of(), answer.hits().get(0).reopened());
        }
    }

    @Test
    void itHoldsOnItsDaysAndNotOneDayLonger() {
        PartyIndex index = index(listed());
        Suppressions suppressions = Suppressions.of(suppress(index, OTHER, ONE));
        assertTrue(screen(index, OTHER, suppressions, DAY.minusDays(1)).alert());
        assertFalse(screen(index, OTHER, suppressions, DAY).alert());
        assertFalse(screen(index, OTHER, suppressions, LAST).alert());
        PartyAnswer late = screen(index, OTHER, suppressions, LAST.plusDays(1));
        assertTrue(late.alert());
        assertTrue(reopened(late).contains("it ended on 2027-08-31"), reopened(late));
    }

    private static Suppression with(Suppression one, Suppression.Strength strength) {
        return new Suppression(
                one.name(), one.customer(), one.source(), one.entry(), one.listing(), strength, one.grant());
    }

    /** The hit as it is, against suppressions of a hit that was weaker by one thing. */
    @Test
    void aStrongerHitAlerts() {
        Party party = customer("Volga Machine Plant", "RU");
        PartyIndex index = index(listed());
        Suppression granted = suppress(index, party, TWO).get(0);
        Suppression.Strength was = granted.strength();
        assertEquals(List.of("country agrees"), was.evidence());
        assertFalse(screen(index, party, Suppressions.of(List.of(granted)), DAY).alert());
        List<Suppression.Strength> weaker = List.of(
                new Suppression.Strength(was.score() - 1, was.nameScore(), was.evidence(), true),
                new Suppression.Strength(was.score(), was.nameScore() - 1, was.evidence(), true),
                new Suppression.Strength(was.score(), was.nameScore(), List.of(), true),
                new Suppression.Strength(
                        was.score(), was.nameScore(), List.of("country agrees", "birth date differs"), true),
                new Suppression.Strength(was.score(), was.nameScore(), was.evidence(), false));
        for (Suppression.Strength one : weaker) {
            PartyAnswer answer = screen(index, party, Suppressions.of(List.of(with(granted, one))), DAY);
            assertTrue(answer.alert(), one::toString);
            assertEquals(Verdict.BLOCK, answer.verdict());
            assertTrue(reopened(answer).contains("Reopened, as "), reopened(answer));
        }
    }

    @Test
    void eachListingOfAPartyNeedsOne() {
        PartyIndex both = index(
                listed(), MadeParty.of("EL", "EL", "a", "Volga Machine Plant").country("RU"));
        assertEquals(both.list().party(0), both.list().party(1));
        List<Suppression> all = suppress(both, OTHER, ONE);
        assertEquals(
                List.of("EL", "SDN"),
                all.stream().map(Suppression::source).sorted().toList());
        assertFalse(screen(both, OTHER, Suppressions.of(all), DAY).alert());
        for (Suppression one : all) {
            PartyAnswer answer = screen(both, OTHER, Suppressions.of(List.of(one)), DAY);
            assertTrue(answer.alert());
            assertEquals(
                    2,
                    answer.reasons().stream()
                            .filter(r -> r.verdict() == Verdict.HOLD)
                            .count());
            assertTrue(reopened(answer).contains("the same party stands under entry"), reopened(answer));
        }
        // A second listing joins the first one later.
        Suppressions first = Suppressions.of(suppress(index(listed()), OTHER, ONE));
        assertTrue(screen(both, OTHER, first, DAY).alert());
    }

    @Test
    void anotherHitOfTheSameCustomerAlerts() {
        PartyIndex index = index(listed());
        Suppressions suppressions = Suppressions.of(suppress(index, OTHER, ONE));
        PartyIndex more = index(
                listed(),
                MadeParty.of("SDN", "SDN", "9", "Volga Machine Plants").country("BY"));
        assertNotEquals(more.list().party(0), more.list().party(1));
        PartyAnswer answer = screen(more, OTHER, suppressions, DAY);
        assertEquals(2, answer.hits().size());
        assertEquals(1, answer.suppressedHits());
        assertTrue(answer.alert());
        assertEquals(Verdict.HOLD, answer.verdict());
    }

    @Test
    void aNewerOneTakesThePlaceOfOneThatEnded() {
        PartyIndex index = index(listed());
        List<Suppression> all = new ArrayList<>(suppress(index, OTHER, ONE));
        all.addAll(suppress(
                index,
                OTHER,
                new Suppression.Grant("C. Third", null, "Looked again", LAST.plusDays(1), LAST.plusYears(1))));
        Suppressions suppressions = Suppressions.of(all);
        assertFalse(screen(index, OTHER, suppressions, LAST).alert());
        assertFalse(screen(index, OTHER, suppressions, LAST.plusDays(1)).alert());
        PartyAnswer late = screen(index, OTHER, suppressions, LAST.plusYears(2));
        assertEquals(1, late.hits().get(0).reopened().size());
        assertTrue(reopened(late).contains("C. Third"), reopened(late));
    }

    /** Who may suppress what: an equal identifier nobody, a strong hit two persons. */
    @Test
    void whatMayBeSuppressed() {
        PartyIndex index = index(listed().identifier(ListedParty.Identifier.Kind.TAX, "12345"));
        Party confirmed = customer("Volga Machine Plant", "RU");
        assertThrows(IllegalArgumentException.class, () -> suppress(index, confirmed, ONE));
        assertEquals(1, suppress(index, confirmed, TWO).size());
        Party nameOnly = customer("Volga Machine Plant", null);
        assertThrows(IllegalArgumentException.class, () -> suppress(index, nameOnly, ONE));
        assertEquals(1, suppress(index, nameOnly, TWO).size());
        Party likeIt = customer("Volga Machin Plant", null);
        assertEquals(1, suppress(index, likeIt, ONE).size());
        Party numbered = new Party(
                null,
                "Rhine Machine Plant",
                PartyType.UNKNOWN,
                Country.of("DE"),
                null,
                List.of(ListedParty.Identifier.parse("tax:123-45")),
                null,
                null,
                null,
                List.of());
        assertEquals(
                List.of("identifier agrees"),
                screen(index, numbered, Suppressions.NONE, DAY).hits().get(0).evidence().stream()
                        .filter(fact -> fact.startsWith("identifier"))
                        .toList());
        assertThrows(IllegalArgumentException.class, () -> suppress(index, numbered, TWO));
    }

    /** The same name, with something that tells the two apart and without. */
    @Test
    void aStrongHitIsConfirmedOrOfTheSameName() {
        assertTrue(new Suppression.Strength(9_000, 9_000, List.of("country agrees"), true).needsApprover());
        assertFalse(new Suppression.Strength(9_499, 9_499, List.of(), false).needsApprover());
        assertTrue(new Suppression.Strength(9_500, 9_500, List.of(), false).needsApprover());
        assertFalse(new Suppression.Strength(9_500, 10_000, List.of("birth date differs"), false).needsApprover());
        assertThrows(IllegalArgumentException.class, () -> new Suppression.Strength(10_001, 9_000, List.of(), false));
        assertThrows(IllegalArgumentException.class, () -> new Suppression.Strength(0, -1, List.of(), false));
    }

    @ParameterizedTest
    @CsvSource({
        "'', , A reason, 2026-09-01, 2026-09-01",
        "A, ' ', A reason, 2026-09-01, 2026-09-01",
        "A. Analyst, a.  analyst, A reason, 2026-09-01, 2026-09-01",
        "A, , ' ', 2026-09-01, 2026-09-01",
        "A, , A reason, 2026-09-01, 2026-08-31"
    })
    void aGrantNamesWhoAndWhyAndEnds(
            String author, @Nullable String approver, String reason, LocalDate created, LocalDate expires) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Suppression.Grant(author, approver, reason, created, expires));
        assertEquals(DAY, new Suppression.Grant("A", "B", "C", DAY, DAY).expires());
    }

    /**
     * CASE-6: Gerhard Wisser, a blocked person since 2009-01-12, was put on an accept list by one analyst. A name alone cannot be
     * accepted here: a suppression is of one listing, an equal name needs a second person, and the next change of the listing reopens it.
     */
    @Test
    void theAcceptListOfCase6() throws Exception {
        String record = """
                {"results":[{"source":"Specially Designated Nationals (SDN) - Treasury Department","entity_number":"1",
                  "type":"Individual","programs":["NPWMD"],"name":"WISSER, Gerhard","start_date":"2009-01-12"%s}]}
                """;
        PartyIndex index = index(record.formatted(""));
        Party applicant = customer("Gerhard Wisser", "US");
        PartyAnswer first = screen(index, applicant, Suppressions.NONE, DAY);
        assertTrue(first.alert());
        assertEquals(9_990, first.hits().get(0).nameScore(), "the same words in another order");
        assertThrows(IllegalArgumentException.class, () -> suppress(index, applicant, ONE));
        List<Suppression> accepted = suppress(index, applicant, TWO);
        assertEquals("1", accepted.get(0).entry());
        String line = Explanation.json(accepted.get(0));
        for (String binding : List.of("customer", "source", "entry", "listing", "expires")) {
            String without =
                    line.replaceFirst("\"" + binding + "\":\"[^\"]*\",?", "").replace(",}", "}");
            BadInput fault = assertThrows(BadInput.class, () -> read(without));
            assertEquals("a suppression needs " + binding, fault.reason());
        }
        Suppressions list = read(line);
        assertFalse(screen(index, applicant, list, DAY).alert());
        assertEquals(1, screen(index, applicant, list, DAY).suppressedHits());
        PartyIndex later = index(record.formatted(",\"dates_of_birth\":[\"1939\"]"));
        PartyAnswer reopened = screen(later, applicant, list, DAY);
        assertTrue(reopened.alert());
        assertTrue(reopened(reopened).contains("the listing changed"), reopened(reopened));
    }

    private PartyIndex index(String json) throws IOException, BadInput {
        Path file = Files.writeString(folder.resolve("list.json"), json);
        return PartyIndex.of(PartyList.load(List.of(ListSource.parse("csl-json:" + file))));
    }

    private static Suppressions read(String text) throws IOException, BadInput {
        return Suppressions.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "s.jsonl");
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        PartyIndex index = index(listed());
        List<Suppression> all = new ArrayList<>(suppress(index, OTHER, ONE));
        all.addAll(suppress(index, customer("Volga Machine Plant", "RU"), TWO));
        String text = Explanation.json(all.get(0)) + "\n" + Explanation.json(all.get(1)) + "\n";
        assertEquals(all, read(text).all());
        assertEquals(Suppressions.of(all).digest(), read(text).digest());
        assertEquals(List.of(), read("").all());
    }

    @Test
    void aFaultHasItsPlace() throws Exception {
        String good = Explanation.json(suppress(index(listed()), OTHER, ONE).get(0));
        record Bad(String text, int column, String reason) {}
        List<Bad> faults = List.of(
                new Bad(good.replace("\"score\":0.", "\"score\":1."), 0, "score must be from 0 to 1"),
                new Bad(good.replace("\"author\":\"A. Analyst\"", "\"author\":\" \""), 0, "author must not be blank"),
                new Bad(good.replace("2027-08-31", "2027-02-30"), 0, "expires must be a day"),
                new Bad(good.replace("2027-08-31", "2026-08-31"), 0, "must not end on 2026-08-31"),
                new Bad(good.replace("\"confirmed\":false", "\"confirmed\":true"), 0, "needs a second person"),
                new Bad(good.replace("\"confirmed\":false", "\"confirmed\":\"no\""), 0, "must be true or false"),
                new Bad(good.replace("[\"country differs\"]", "[\"identifier agrees\"]"), 0, "An equal identifier"),
                new Bad(good.replace("\"listing\":\"", "\"listing\":\"x"), 0, "listing: "),
                new Bad(good.replace("\"author\"", "\"note\":\"x\",\"author\""), 0, "a suppression has no 'note'"),
                new Bad(good.replace("\"author\"", "\"entry\":\"8\",\"author\""), 0, "this is not JSON"),
                new Bad("[]", 1, "a suppression must be an object"),
                new Bad(good.substring(0, good.length() - 1), 0, "this is not JSON"));
        for (Bad bad : faults) {
            assertNotEquals(good, bad.text);
            BadInput fault = assertThrows(BadInput.class, () -> read(good + "\n" + bad.text), bad.text);
            assertEquals("s.jsonl", fault.file());
            assertEquals(2, fault.line(), fault.getMessage());
            assertTrue(fault.column() > 0, fault.getMessage());
            assertTrue(bad.column == 0 || bad.column == fault.column(), fault.getMessage());
            assertTrue(fault.reason().contains(bad.reason), fault.getMessage());
        }
    }

    private static Decision decide(Order order, Suppressions suppressions) {
        Decision decision = new Decision();
        Screener.with(RULES, Orders.SAMPLE, Orders.DEMO)
                .suppressions(suppressions)
                .build()
                .screen(order, Orders.DECIDED_AT, decision);
        return decision;
    }

    @Test
    void anOrderIsDecidedWithoutTheSuppressedHit() {
        Party bank = Orders.party(Party.Role.BANK, "Bank Mellat", "PT");
        Order order = Orders.clean().party(bank).build();
        Decision before = decide(order, Suppressions.NONE);
        assertEquals(Verdict.HOLD, before.verdict());
        PartyMatch hit = before.matches().get(0);
        Suppressions suppressions = Suppressions.of(Suppression.of(bank, hit, TWO));
        Decision after = decide(order, suppressions);
        assertEquals(Verdict.CLEAR, after.verdict(), after.reasons()::toString);
        assertEquals(before.matches().size(), after.matches().size());
        assertEquals(hit.records(), after.matches().get(0).records());
        assertFalse(after.matches().get(0).alerts());
        assertTrue(Orders.has(after, "SUPPRESSED_POSSIBLE_BLOCKED_PERSON"));
        assertEquals(suppressions.digest(), after.stamp().also().get("suppressions"));
        assertNotEquals(before.replay(), after.replay());
        assertTrue(Explanation.json(after).contains("\"suppressed\":true,\"suppressedBy\":[{\"source\":"));
        assertTrue(Explanation.text(after).replaceAll("\\s+", " ").contains("shown, suppressed, raises no alert"));
        assertTrue(Explanation.html(after).contains("shown, suppressed, raises no alert"));
        Party elsewhere = Orders.party(Party.Role.BANK, "Bank Mellat", "ES");
        Decision reopened = decide(Orders.clean().party(elsewhere).build(), suppressions);
        assertEquals(Verdict.HOLD, reopened.verdict());
        assertTrue(Orders.has(reopened, "SUPPRESSION_REOPENED"));
        assertTrue(Explanation.json(reopened).contains("\"suppressed\":false,\"reopened\":["));
    }

    /** An owner is held against the lists as a party is, and its hits are suppressed as those of a party. */
    @Test
    void anOwnersHitIsSuppressedToo() {
        Party held = new Party(
                Party.Role.BANK,
                "Rhine Example Savings",
                PartyType.ORGANISATION,
                Country.of("DE"),
                null,
                List.of(),
                null,
                Country.of("DE"),
                Country.of("DE"),
                List.of(new Party.Owner("Bank Mellat", 60_000_000L)));
        Order order = Orders.clean().party(held).build();
        Decision before = decide(order, Suppressions.NONE);
        assertEquals(Verdict.HOLD, before.verdict());
        PartyMatch hit = before.matches().get(0);
        assertEquals("Bank Mellat", hit.searched());
        Suppressions suppressions = Suppressions.of(Suppression.of(customer("Bank Mellat", null), hit, TWO));
        Decision after = decide(order, suppressions);
        assertEquals(Verdict.CLEAR, after.verdict(), after.reasons()::toString);
        assertEquals(hit.records(), after.matches().get(0).records());
        assertTrue(after.reasons().stream().anyMatch(reason -> reason.rule().startsWith("SUPPRESSED_")));
    }

    /** CASE-6: re-checked on each delta. Who is suppressed and whose listing changed is among those whose answer changed. */
    @Test
    void aChangedListingReopensOnRescreening() {
        MadeParty other = MadeParty.of("SDN", "SDN", "8", "Baltic Shipping").country("RU");
        PartyIndex before = index(listed(), other);
        Suppressions suppressions = Suppressions.of(suppress(before, OTHER, ONE));
        PartyChange change = new PartyChange();
        PartyIndex same = index(
                listed(), MadeParty.of("SDN", "SDN", "8", "Baltic Shipping").country("BY"));
        assertFalse(new Rescreener(RULES, before, same, Settings.defaults(), suppressions).screen(OTHER, DAY, change));
        PartyIndex after = index(listed().alias("Saratov Turbines", ListedParty.Quality.STRONG), other);
        Rescreener rescreener = new Rescreener(RULES, before, after, Settings.defaults(), suppressions).another();
        assertTrue(rescreener.screen(OTHER, DAY, change));
        assertFalse(change.before().alert());
        assertEquals(1, change.before().suppressedHits());
        assertTrue(change.after().alert());
        assertTrue(reopened(change.after()).contains("the listing changed"), reopened(change.after()));
    }

    private static final List<String> WORDS =
            List.of("Volga", "Machine", "Plant", "Ural", "Optical", "Baltic", "Shipping", "Harbin", "Star");

    private static String name(Random random) {
        StringBuilder name = new StringBuilder(WORDS.get(random.nextInt(WORDS.size())));
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            name.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return name.toString();
    }

    private static PartyIndex randomList(long seed, int edits) {
        Random random = new Random(seed);
        Random edit = new Random(seed + 1_000);
        List<MadeParty> parties = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            String list = random.nextBoolean() ? "SDN" : "EL";
            MadeParty one = MadeParty.of(list, list, String.valueOf(i), name(random))
                    .country(List.of("RU", "CN", "BY").get(random.nextInt(3)));
            if (edit.nextInt(10) < edits) {
                one.alias(name(edit), ListedParty.Quality.STRONG);
            }
            parties.add(one);
        }
        return PartyIndex.of(MadeParty.list(parties));
    }

    private static String shown(PartyMatch hit) {
        return hit.records() + " " + hit.matched() + " " + hit.score() + " " + hit.nameScore() + " " + hit.evidence()
                + " " + hit.confirmed();
    }

    /** Whatever was suppressed, all hits are shown; and what was not suppressed just so, or is stronger than it was, alerts. */
    @Test
    void nothingIsHiddenAndNothingStrongerIsSilent() {
        int silenced = 0;
        int loud = 0;
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            PartyIndex then = randomList(seed, 0);
            PartyIndex now = randomList(seed, random.nextInt(4));
            List<Party> customers = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                customers.add(customer(name(random), List.of("RU", "DE", "CN").get(random.nextInt(3))));
            }
            List<Suppression> granted = new ArrayList<>();
            for (Party party : customers) {
                for (PartyMatch hit :
                        screen(then, party, Suppressions.NONE, DAY).hits()) {
                    if (hit.alerts() && random.nextInt(3) > 0) {
                        List<Suppression> some = new ArrayList<>(Suppression.of(party, hit, TWO));
                        if (some.size() > 1 && random.nextBoolean()) {
                            some.remove(random.nextInt(some.size()));
                        }
                        granted.addAll(some);
                    }
                }
            }
            Suppressions suppressions = Suppressions.of(granted);
            for (Party party : customers) {
                String told = "seed " + seed + ", " + party;
                PartyAnswer without = screen(now, party, Suppressions.NONE, DAY);
                PartyAnswer with = screen(now, party, suppressions, DAY);
                assertEquals(
                        without.hits().stream().map(SuppressionsTest::shown).toList(),
                        with.hits().stream().map(SuppressionsTest::shown).toList(),
                        told);
                boolean alert = false;
                for (int i = 0; i < with.hits().size(); i++) {
                    PartyMatch hit = with.hits().get(i);
                    boolean silent = !hit.suppressed().isEmpty();
                    boolean looked = hit.records().stream()
                            .allMatch(record -> granted.stream().anyMatch(one -> isOf(one, party, record, hit)));
                    boolean triggers = without.hits().get(i).alerts();
                    assertEquals(triggers && looked, silent, told);
                    assertEquals(triggers && !looked, hit.alerts(), told);
                    alert |= hit.alerts();
                    silenced += silent ? 1 : 0;
                    loud += hit.alerts() ? 1 : 0;
                }
                assertEquals(alert, with.alert(), told);
                assertEquals(alert, with.verdict() != Verdict.CLEAR, told);
            }
        }
        assertTrue(silenced > 100 && loud > 100, silenced + " silenced, " + loud + " loud");
    }

    /** Whether somebody looked at just this: said without a digest. */
    private static boolean isOf(Suppression one, Party party, ListedParty record, PartyMatch hit) {
        return one.name().equals(party.name())
                && one.customer().equals(Suppression.customerOf(party))
                && one.source().equals(record.source())
                && one.entry().equals(record.entry())
                && one.listing().equals(record.content())
                && one.strength().score() >= hit.score()
                && one.strength().nameScore() >= hit.nameScore()
                && (one.strength().confirmed() || !hit.confirmed())
                && one.strength().evidence().containsAll(hit.evidence())
                && hit.evidence().containsAll(one.strength().evidence());
    }
}
