package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.base.Decimal;
import io.highfence.chip.ChipCatalogue;
import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import io.highfence.ledger.Totals;
import io.highfence.list.PartyType;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Running totals in decisions: 26,900,000 TPP a calendar year and ultimate consignee (F4.19), 790,000,000 TPP a country (F4.20), half of
 * what is shipped in the United States (F5.5, FLAG-42), and a cap on tenants by policy.
 */
class TotalsChecksTest {
    private static final LocalDate DAY = Orders.AS_OF;
    private static final long TPP = Decimal.ONE;
    private static final Account CONSIGNEE = new Account(Account.Kind.TPP_CONSIGNEE, "C-1");
    private static final Account TENANT = new Account(Account.Kind.TPP_TENANT, "T-1");
    private static final Account MALAYSIA = new Account(Account.Kind.TPP_COUNTRY, "MY");
    private static final Account TO_CHINA = new Account(Account.Kind.TPP_CHINA, "PN-1");
    private static final Account IN_STATES = new Account(Account.Kind.TPP_US, "PN-1");

    /** 2,000 TOPS at eight bits: a TPP of 16,000. */
    private static Item circuit(String line, @Nullable Long pieces) {
        Item item = ItemChecksTest.chip(
                line,
                null,
                pieces,
                "rates=fp8:2000; datacenter=yes; dies=800:nonplanar; dram_bandwidth_gbps=4800; io_bandwidth_gbps=900");
        return new Item(line, "PN-1", item.chip(), null, item.quantityMillionths(), null, null, null, null);
    }

    private static Party party(Party.Role role, String country, @Nullable String account) {
        Country place = Country.of(country);
        return new Party(
                role,
                "Wholly Unrelated Zyxwvut",
                PartyType.UNKNOWN,
                place,
                null,
                List.of(),
                null,
                place,
                place,
                List.of(),
                account);
    }

    private static Order.Builder export(String country, Item... items) {
        Order.Builder order = Orders.bare("o-1").destination(Country.of(country), null);
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(party(role, country, "C-1"));
        }
        for (Item item : items) {
            order.item(item);
        }
        return order;
    }

    private static Order.Builder launch(Item... items) {
        Order.Builder order = Orders.bare("o-1").kind(Order.Kind.CLOUD_ACCESS);
        order.party(party(Party.Role.TENANT, "DE", "T-1")).party(party(Party.Role.OWNER, "DE", null));
        for (Item item : items) {
            order.item(item);
        }
        return order;
    }

    private static Settings capped(long tpp, int days) {
        return Orders.DEMO.toBuilder()
                .tenantCap(new Settings.TenantCap(tpp * TPP, days))
                .build();
    }

    private static Decision decide(Order.Builder order, Settings settings, @Nullable Ledger ledger) {
        Decision decision = new Decision();
        Screener.with(Orders.RULES, Orders.SAMPLE, settings)
                .totals(ledger == null ? null : ledger.totals())
                .build()
                .screen(order.build(), Orders.DECIDED_AT, decision);
        return decision;
    }

    private static Decision decide(Order.Builder order, @Nullable Ledger ledger) {
        return decide(order, Orders.DEMO, ledger);
    }

    private static void post(Ledger ledger, String order, Account account, long tpp, LocalDate day) {
        try {
            ledger.reserve(new OrderLine(order, "1"), account, tpp * TPP, day);
            ledger.commit(new OrderLine(order, "1"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static TotalUse use(Decision decision, Account account) {
        return decision.totals().stream()
                .filter(use -> use.account().equals(account))
                .findFirst()
                .orElseThrow(() -> new AssertionError(account + " is not among " + decision.totals()));
    }

    // The cap on tenants.

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void aTenantAtItsCapIsClearAndOneUnitAboveIsHeld(long over) {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "before", TENANT, 84_000 + over, DAY);
        Decision decision = decide(launch(circuit("1", 1L)), capped(100_000, 30), ledger);
        TotalUse use = use(decision, TENANT);
        assertEquals(100_000 * TPP, use.cap());
        assertEquals((84_000 + over) * TPP, use.used());
        assertEquals(16_000 * TPP, use.order());
        assertEquals(-over * TPP, use.remaining());
        assertEquals(Reason.Basis.POLICY, use.basis());
        Reason reason = ItemChecksTest.reason(decision, "TENANT_CAP");
        assertEquals(over > 0 ? Verdict.HOLD : Verdict.CLEAR, reason.verdict(), reason::text);
        assertEquals(
                reason.verdict(), decision.verdict(), () -> decision.reasons().toString());
        assertEquals(Reason.Basis.POLICY, reason.basis());
        assertTrue(reason.text().contains("cap 100000"), reason::text);
        if (over > 0) {
            assertTrue(reason.text().contains("Free before this order: 15999."), reason::text);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-30, -29, 0, 29, 30})
    void oneDayOutsideTheWindowDoesNotCount(int days) {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "before", TENANT, 90_000, DAY.plusDays(days));
        Decision decision = decide(launch(circuit("1", 1L)), capped(100_000, 30), ledger);
        boolean within = Math.abs(days) < 30;
        assertEquals(
                within ? Verdict.HOLD : Verdict.CLEAR,
                decision.verdict(),
                () -> decision.reasons().toString());
    }

    @Test
    void twoNeighboursThatNoWindowHoldsTogetherAreNotAddedUp() {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "before", TENANT, 50_000, DAY.minusDays(29));
        post(ledger, "after", TENANT, 50_000, DAY.plusDays(1));
        Decision decision = decide(launch(circuit("1", 1L)), capped(100_000, 30), ledger);
        assertEquals(Verdict.CLEAR, decision.verdict());
        assertEquals(34_000 * TPP, use(decision, TENANT).remaining());
        assertEquals(
                Verdict.HOLD,
                decide(launch(circuit("1", 1L)), capped(100_000, 31), ledger).verdict());
    }

    @Test
    void aNewTenantHasUsedNothingWhereTotalsAreKept() {
        Decision decision = decide(launch(circuit("1", 6L)), capped(96_000, 30), Ledger.inMemory());
        assertEquals(Verdict.CLEAR, decision.verdict());
        assertEquals(0L, use(decision, TENANT).remaining());
    }

    @Test
    void withoutTotalsTheFigureIsNamed() {
        Decision decision = decide(launch(circuit("1", 1L)), capped(100_000, 30), null);
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertEquals(List.of("totals: tpp-tenant:T-1 in 30 days"), decision.missing());
        Order.Builder given = launch(circuit("1", 1L)).total(new Order.Total(TENANT, 84_000 * TPP));
        assertEquals(Verdict.CLEAR, decide(given, capped(100_000, 30), null).verdict());
        Decision alone = decide(launch(circuit("1", 7L)), capped(100_000, 30), null);
        assertEquals(Verdict.HOLD, alone.verdict(), "above the cap whatever was used before");
    }

    @Test
    void aQuantityThatIsNotSaidIsAskedFor() {
        Decision decision = decide(launch(circuit("1", null)), capped(100_000, 30), Ledger.inMemory());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(
                decision.missing().contains("items[0].quantity"),
                () -> decision.missing().toString());
        assertNull(use(decision, TENANT).remaining());
    }

    @Test
    void aCapWithoutATenantAsksForOne() {
        Order.Builder order = Orders.bare("o-1").kind(Order.Kind.CLOUD_ACCESS);
        order.party(Party.of(Party.Role.TENANT, "none", null)).party(party(Party.Role.OWNER, "DE", null));
        order.item(circuit("1", 1L));
        Decision decision = decide(order, capped(100_000, 30), Ledger.inMemory());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(Orders.has(decision, "TENANT_CAP"));
    }

    @Test
    void ofTwoFiguresTheGraverCounts() {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "before", TENANT, 10_000, DAY);
        Order.Builder more = launch(circuit("1", 1L)).total(new Order.Total(TENANT, 84_001 * TPP));
        assertEquals(Verdict.HOLD, decide(more, capped(100_000, 30), ledger).verdict());
        Order.Builder less = launch(circuit("1", 1L)).total(new Order.Total(TENANT, 0));
        assertEquals(
                74_000 * TPP,
                use(decide(less, capped(100_000, 30), ledger), TENANT).remaining());
    }

    @Test
    void reservingBeforeScreeningDoesNotCountTheOrderTwice() throws IOException {
        Ledger ledger = Ledger.inMemory();
        Settings settings = capped(32_000, 30);
        Order.Builder order = launch(circuit("1", 1L), circuit("2", 1L));
        Decision first = decide(order, settings, ledger);
        assertEquals(
                Set.of(new OrderLine("o-1", "1"), new OrderLine("o-1", "2")),
                first.postings().keySet());
        for (var line : first.postings().entrySet()) {
            assertEquals(List.of(new Posting(TENANT, DAY, 16_000 * TPP)), line.getValue());
            ledger.reserve(line.getKey(), line.getValue());
        }
        Decision second = decide(order, settings, ledger);
        assertEquals(Verdict.CLEAR, second.verdict());
        assertEquals(0L, use(second, TENANT).remaining());
        ledger.commit(new OrderLine("o-1", "1"));
        assertEquals(0L, use(decide(order, settings, ledger), TENANT).remaining(), "committed or reserved");
        Order.Builder other = launch(circuit("1", 1L));
        Order.Builder renamed = Orders.bare("o-2").kind(Order.Kind.CLOUD_ACCESS);
        other.build().parties().forEach(renamed::party);
        renamed.item(circuit("1", 1L));
        Decision held = decide(renamed, settings, ledger);
        assertEquals(Verdict.HOLD, held.verdict());
        assertEquals(-16_000 * TPP, use(held, TENANT).remaining());
        assertEquals(16_000 * TPP, use(held, TENANT).used());
        assertEquals(16_000 * TPP, use(held, TENANT).reserved());
    }

    @Test
    void screeningWritesNothing() {
        Ledger ledger = Ledger.inMemory();
        decide(launch(circuit("1", 1L)), capped(100_000, 30), ledger);
        assertEquals(List.of(), ledger.accounts());
        assertEquals(Ledger.State.NONE, ledger.state(new OrderLine("o-1", "1")));
    }

    @Test
    void sumsStopAtTheLargestNumberAndHold() {
        Ledger ledger = Ledger.inMemory();
        try {
            ledger.reserve(new OrderLine("before", "1"), TENANT, Long.MAX_VALUE, DAY);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Decision decision = decide(launch(circuit("1", 900_000_000L)), capped(100_000, 30), ledger);
        assertEquals(Verdict.HOLD, decision.verdict());
        assertFalse(
                Orders.has(decision, "CHECK_FAILED"), () -> decision.reasons().toString());
    }

    @Test
    void totalsThatCannotBeReadHold() {
        Totals broken = new Totals() {
            @Override
            public Sum sum(Account account, DateRange window, Set<OrderLine> own) {
                throw new IllegalStateException("the disk is gone");
            }

            @Override
            public boolean knows(Account account, String order) {
                throw new IllegalStateException("the disk is gone");
            }
        };
        Decision decision = new Decision();
        Screener.with(Orders.RULES, Orders.SAMPLE, capped(100_000, 30))
                .totals(broken)
                .build()
                .screen(launch(circuit("1", 1L)).build(), Orders.DECIDED_AT, decision);
        assertEquals(Verdict.HOLD, decision.verdict());
        assertTrue(Orders.has(decision, "CHECK_FAILED"));
    }

    // License Exception LPP, on the books and not enforced since 2025-05-13.

    /** An order that lacks {@code under} TPP to the cap of 26,900,000, to a consignee who has the rest from others. */
    private static Order.Builder lpp(long under) {
        return export("DE", circuit("1", 100L))
                .total(new Order.Total(CONSIGNEE, (26_900_000 - 1_600_000 - under) * TPP));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void theYearOfAConsigneeEndsAtItsCap(long under) {
        Decision decision = decide(lpp(under), Ledger.inMemory());
        TotalUse use = use(decision, CONSIGNEE);
        assertEquals(26_900_000 * TPP, use.cap());
        assertEquals(under * TPP, use.remaining());
        assertEquals(DateRange.ofYear(2026), use.window());
        assertEquals("15 CFR 740.29", String.valueOf(use.citation()));
        assertEquals(
                under < 0,
                Orders.has(decision, "LPP_CAP"),
                () -> decision.reasons().toString());
        assertEquals(under >= 0, Orders.has(decision, "LPP_TOTAL"));
        assertEquals(Verdict.HOLD, decision.verdict(), "the codified requirement, whatever the total");
        Reason reason = ItemChecksTest.reason(decision, under < 0 ? "LPP_CAP" : "LPP_TOTAL");
        assertEquals(under < 0 ? Verdict.HOLD : Verdict.CLEAR, reason.verdict());
        assertEquals(Reason.Basis.LAW, reason.basis());
    }

    @Test
    void allExportersTogetherIsTheCallersFigure() {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "before", CONSIGNEE, 1_000_000, DAY);
        Decision decision = decide(export("DE", circuit("1", 100L)), ledger);
        Reason reason = ItemChecksTest.reason(decision, "LPP_TOTAL");
        assertEquals(Verdict.NEEDS_DATA, reason.verdict());
        assertEquals(List.of("totals: tpp-consignee:C-1 in 2026, all exporters together"), reason.missing());
        post(ledger, "more", CONSIGNEE, 24_300_001, DAY);
        Decision over = decide(export("DE", circuit("1", 100L)), ledger);
        assertTrue(Orders.has(over, "LPP_CAP"), "our own shipments alone pass the cap");
    }

    @Test
    void anotherYearDoesNotCount() {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "last", CONSIGNEE, 26_000_000, LocalDate.of(2025, 12, 31));
        post(ledger, "next", CONSIGNEE, 26_000_000, LocalDate.of(2027, 1, 1));
        post(ledger, "first", CONSIGNEE, 1, LocalDate.of(2026, 1, 1));
        post(ledger, "end", CONSIGNEE, 2, LocalDate.of(2026, 12, 31));
        Order.Builder order = export("DE", circuit("1", 1L)).total(new Order.Total(CONSIGNEE, 0));
        assertEquals(3 * TPP, use(decide(order, ledger), CONSIGNEE).used());
    }

    @Test
    void whoReliesOnNonEnforcementIsToldAndNotHeld() {
        Settings relying = Orders.DEMO.toBuilder()
                .relyOnNonEnforcement(new Settings.Reliance("a named person", DAY, "tests"))
                .build();
        Decision over = decide(lpp(-1), relying, Ledger.inMemory());
        assertEquals(Verdict.CLEAR, ItemChecksTest.reason(over, "LPP_CAP").verdict());
        Decision open = decide(export("DE", circuit("1", 1L)), relying, Ledger.inMemory());
        assertEquals(Verdict.CLEAR, ItemChecksTest.reason(open, "LPP_TOTAL").verdict());
        assertEquals(decide(export("DE", circuit("1", 1L)), relying, null).verdict(), open.verdict());
    }

    @Test
    void whileItWasInForceTheCapHeldForALicense() {
        Order.Builder order = lpp(-1).plannedExportDate(LocalDate.of(2025, 3, 1));
        Reason reason = ItemChecksTest.reason(decide(order, Ledger.inMemory()), "LPP_CAP");
        assertEquals(HoldKind.LICENSE, reason.holdKind());
    }

    @Test
    void whereTheExceptionIsClosedAnywayNoTotalIsAskedFor() {
        Decision decision = decide(export("CN", circuit("1", 1L)), Ledger.inMemory());
        assertFalse(Orders.has(decision, "LPP_TOTAL"));
        assertFalse(Orders.has(decision, "LPP_CAP"));
    }

    @Test
    void aPartyWithoutAnAccountIsCountedByNameAndCountry() {
        Order.Builder order = Orders.bare("o-1");
        order.party(Orders.buyer(Party.Role.PURCHASER)).party(Orders.buyer(Party.Role.END_USER));
        order.party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, " Technische-UNIVERSITÄT  (München) ", "DE"));
        order.item(circuit("1", 1L));
        Account account = new Account(Account.Kind.TPP_CONSIGNEE, "technische universität münchen|DE");
        order.total(new Order.Total(account, 0));
        assertEquals(
                26_884_000 * TPP, use(decide(order, Ledger.inMemory()), account).remaining());
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void theNoticeOfLppIsDueAboveItsAggregate(long above) {
        Order.Builder order = export("DE", circuit("1", 100L))
                .total(new Order.Total(CONSIGNEE, (3_200_000 - 1_600_000 + above) * TPP));
        Decision decision = decide(order, Ledger.inMemory());
        assertEquals(
                above > 0,
                Orders.has(decision, "LPP_NOTICE"),
                () -> decision.reasons().toString());
        if (above > 0) {
            Reason notice = ItemChecksTest.reason(decision, "LPP_NOTICE");
            assertEquals(Verdict.CLEAR, notice.verdict(), "the exception's record must attest it");
            assertTrue(notice.text().contains("> 3200000"), notice::text);
            assertEquals(List.of(), notice.missing());
        }
    }

    @Test
    void whetherTheNoticeIsDueMayBeOpen() {
        Decision open = decide(export("DE", circuit("1", 1L)), Ledger.inMemory());
        Reason notice = ItemChecksTest.reason(open, "LPP_NOTICE");
        assertEquals(List.of("totals: tpp-consignee:C-1 in 2026, all exporters together"), notice.missing());
        Ledger ledger = Ledger.inMemory();
        post(ledger, "before", CONSIGNEE, 3_184_001, DAY);
        Reason due = ItemChecksTest.reason(decide(export("DE", circuit("1", 1L)), ledger), "LPP_NOTICE");
        assertEquals(List.of(), due.missing(), "our own shipments alone pass it");
        Decision over = decide(lpp(-1), Ledger.inMemory());
        assertFalse(Orders.has(over, "LPP_NOTICE"), "there is no exception to give notice of");
    }

    // The cap of a country, on the books and not enforced since 2025-05-13.

    /** An order that lacks {@code under} TPP to an amount which others have received in Malaysia but for this. */
    private static Order.Builder country(long amount, long under) {
        return export("MY", circuit("1", 100L)).total(new Order.Total(MALAYSIA, (amount - 1_600_000 - under) * TPP));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void theYearsOfACountryEndAtItsCap(long under) {
        Decision decision = decide(country(790_000_000, under), Ledger.inMemory());
        TotalUse use = use(decision, MALAYSIA);
        assertEquals(790_000_000 * TPP, use.cap());
        assertEquals(under * TPP, use.remaining());
        assertEquals(new DateRange(LocalDate.of(2025, 1, 1), LocalDate.of(2027, 12, 31)), use.window());
        assertEquals("15 CFR 742.6(b)(10)(iii)(B)", String.valueOf(use.citation()));
        Reason reason = ItemChecksTest.reason(decision, "COUNTRY_CAP");
        assertEquals(under < 0 ? Verdict.HOLD : Verdict.CLEAR, reason.verdict(), reason::text);
        assertEquals(under < 0 ? HoldKind.REVIEW : null, reason.holdKind());
        assertEquals(
                under < 0 ? List.of("whether there is an agreement between the governments") : List.of(),
                reason.missing());
        assertEquals(Verdict.HOLD, decision.verdict(), "the codified requirement, whatever the total");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void anAgreementDoublesTheCapOfACountry(long under) {
        Decision decision = decide(country(1_580_000_000, under), Ledger.inMemory());
        Reason reason = ItemChecksTest.reason(decision, "COUNTRY_CAP");
        assertEquals(HoldKind.REVIEW, reason.holdKind());
        assertEquals(under < 0, reason.missing().isEmpty(), reason::text);
        assertEquals(under < 0, reason.text().contains("with an agreement too"), reason::text);
    }

    @Test
    void whatAllExportersShipToACountryIsTheCallersFigure() {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "first", MALAYSIA, 1, LocalDate.of(2025, 1, 1));
        post(ledger, "last", MALAYSIA, 2, LocalDate.of(2027, 12, 31));
        post(ledger, "before", MALAYSIA, 4, LocalDate.of(2024, 12, 31));
        post(ledger, "after", MALAYSIA, 8, LocalDate.of(2028, 1, 1));
        Decision decision = decide(export("MY", circuit("1", 100L)), ledger);
        assertEquals(3 * TPP, use(decision, MALAYSIA).used());
        Reason reason = ItemChecksTest.reason(decision, "COUNTRY_CAP_FACTS");
        assertEquals(Verdict.CLEAR, reason.verdict(), "the line is held for its license, whatever the figure is");
        assertEquals(List.of("totals: tpp-country:MY in 2025 to 2027, all exporters together"), reason.missing());
        post(ledger, "more", MALAYSIA, 788_399_998, DAY);
        assertEquals(
                HoldKind.REVIEW,
                ItemChecksTest.reason(decide(export("MY", circuit("1", 100L)), ledger), "COUNTRY_CAP")
                        .holdKind(),
                "our own shipments alone pass the cap");
    }

    @Test
    void theCapOfACountryIsDated() {
        for (String day : List.of("2025-01-12", "2028-01-01")) {
            Order.Builder order = country(790_000_000, -1).plannedExportDate(LocalDate.parse(day));
            Decision decision = decide(order, Ledger.inMemory());
            assertFalse(Orders.has(decision, "COUNTRY_CAP"), day);
            assertFalse(decision.postings().toString().contains("tpp-country"), day);
        }
        for (String day : List.of("2025-01-13", "2025-05-12", "2025-05-13", "2027-12-31")) {
            Order.Builder order = country(790_000_000, -1).plannedExportDate(LocalDate.parse(day));
            assertTrue(Orders.has(decide(order, Ledger.inMemory()), "COUNTRY_CAP"), day);
        }
    }

    @Test
    void whoReliesOnNonEnforcementIsToldOfTheCapOfACountry() {
        Settings relying = Orders.DEMO.toBuilder()
                .relyOnNonEnforcement(new Settings.Reliance("a named person", DAY, "tests"))
                .build();
        Decision over = decide(country(790_000_000, -1), relying, Ledger.inMemory());
        assertEquals(Verdict.CLEAR, ItemChecksTest.reason(over, "COUNTRY_CAP").verdict());
        Decision inForce = decide(
                country(790_000_000, -1).plannedExportDate(LocalDate.of(2025, 3, 1)), relying, Ledger.inMemory());
        assertEquals(Verdict.HOLD, ItemChecksTest.reason(inForce, "COUNTRY_CAP").verdict());
    }

    /** Places of Supplement No. 5(a) have a policy of their own, those of D:5 and Macau a presumption of denial. */
    @Test
    void theCapIsOfOtherCountriesAndOfTheUpperTier() {
        for (String other : List.of("DE", "CN", "MO")) {
            Order.Builder order = export(other, circuit("1", 100L));
            assertFalse(decide(order, Ledger.inMemory()).postings().toString().contains("tpp-country"), other);
        }
        Item lower = ItemChecksTest.chip(
                "1", null, 100L, "rates=fp8:400; datacenter=yes; dies=800:nonplanar; io_bandwidth_gbps=900");
        assertFalse(decide(export("MY", lower), Ledger.inMemory())
                .postings()
                .toString()
                .contains("tpp-country"));
        Order.Builder transfer = export("MY", circuit("1", 100L)).kind(Order.Kind.TRANSFER_IN_COUNTRY);
        assertFalse(decide(transfer, Ledger.inMemory()).postings().toString().contains("tpp-country"));
        Order.Builder reexport = export("MY", circuit("1", 100L)).kind(Order.Kind.REEXPORT);
        assertTrue(decide(reexport, Ledger.inMemory()).postings().toString().contains("tpp-country"));
    }

    @Test
    void theLinesOfAnOrderAreReservedForACountryOnce() throws IOException {
        Ledger ledger = Ledger.inMemory();
        Order.Builder order = export("MY", circuit("1", 1L), circuit("2", 2L)).total(new Order.Total(MALAYSIA, 0));
        Decision first = decide(order, ledger);
        assertEquals(48_000 * TPP, use(first, MALAYSIA).order());
        for (int again = 0; again < 2; again++) {
            for (var line : first.postings().entrySet()) {
                assertTrue(line.getValue().stream()
                        .anyMatch(posting -> posting.account().equals(MALAYSIA)));
                assertEquals(
                        again == 0,
                        ledger.reserve(line.getKey(), line.getValue()).changed());
            }
        }
        assertEquals(
                use(first, MALAYSIA).remaining(),
                use(decide(order, ledger), MALAYSIA).remaining());
        assertEquals(
                48_000 * TPP,
                ledger.totals().sum(MALAYSIA, DateRange.ALWAYS, Set.of()).reserved());
        OrderLine one = new OrderLine("o-1", "1");
        assertTrue(ledger.commit(one).changed());
        assertFalse(ledger.commit(one).changed());
        OrderLine two = new OrderLine("o-1", "2");
        assertTrue(ledger.cancel(two).changed());
        assertFalse(ledger.cancel(two).changed());
        Totals.Sum left = ledger.totals().sum(MALAYSIA, DateRange.ALWAYS, Set.of());
        assertEquals(16_000 * TPP, left.committed());
        assertEquals(0, left.reserved());
        assertEquals(
                use(first, MALAYSIA).remaining(),
                use(decide(order, ledger), MALAYSIA).remaining());
    }

    // The volume cap of the case-by-case review since 2026-01-15.

    private static Order.Builder toChina(long china, long states) {
        return export("CN", circuit("1", 10L))
                .total(new Order.Total(TO_CHINA, china * TPP))
                .total(new Order.Total(IN_STATES, states * TPP));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void halfOfWhatIsShippedInTheUnitedStatesIsTheMost(long over) {
        // 160,000 of this order and the rest before it, against half of 2,000,000.
        Decision decision = decide(toChina(840_000 + over, 2_000_000), null);
        TotalUse use = use(decision, TO_CHINA);
        assertEquals(1_000_000 * TPP, use.cap());
        assertEquals(-over * TPP, use.remaining());
        assertTrue(String.valueOf(use.citation()).contains("(dd)(1)(iii)"), () -> String.valueOf(use.citation()));
        Reason share = ItemChecksTest.reason(decision, "CHINA_SHARE");
        assertEquals(over > 0 ? Verdict.HOLD : Verdict.CLEAR, share.verdict(), share::text);
        String license = ItemChecksTest.reason(decision, "LICENSE_REQUIRED").text();
        assertTrue(license.contains(over > 0 ? "presumption of denial" : "case-by-case"), license);
        assertEquals(Verdict.HOLD, decision.verdict(), "a license is needed all the same");
    }

    @Test
    void aMillionthAboveHalfIsAboveHalf() {
        Order.Builder order = export("CN", circuit("1", 10L))
                .total(new Order.Total(TO_CHINA, 0))
                .total(new Order.Total(IN_STATES, 320_000 * TPP - 1));
        assertEquals(
                Verdict.HOLD,
                ItemChecksTest.reason(decide(order, null), "CHINA_SHARE").verdict());
    }

    @Test
    void bothTotalsAreNamedWhereNobodyKnowsThem() {
        for (Ledger ledger : new Ledger[] {null, Ledger.inMemory()}) {
            Decision decision = decide(export("CN", circuit("1", 10L)), ledger);
            Reason reason = ItemChecksTest.reason(decision, "CHINA_SHARE_FACTS");
            assertEquals(Verdict.CLEAR, reason.verdict(), "a license is needed whatever they are");
            assertEquals(Verdict.HOLD, decision.verdict());
            assertEquals(List.of("totals: tpp-china:PN-1", "totals: tpp-us:PN-1"), reason.missing());
        }
    }

    @Test
    void theLedgerKnowsBothOnceTheyWereOpened() throws IOException {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "opening", TO_CHINA, 0, DAY);
        post(ledger, "sold", IN_STATES, 320_000, DAY);
        ledger.reserve(new OrderLine("promised", "1"), IN_STATES, 320_000 * TPP, DAY);
        post(ledger, "later", IN_STATES, 320_000, DAY.plusDays(1));
        Decision decision = decide(export("CN", circuit("1", 10L)), ledger);
        assertEquals(0L, use(decision, TO_CHINA).remaining(), "what is promised or later was not shipped");
        assertEquals(
                Verdict.CLEAR, ItemChecksTest.reason(decision, "CHINA_SHARE").verdict());
        ledger.reserve(new OrderLine("other", "1"), TO_CHINA, 1, DAY.plusDays(100));
        Decision over = decide(export("CN", circuit("1", 10L)), ledger);
        assertEquals(-1L, use(over, TO_CHINA).remaining(), "what is promised to China counts");
        assertEquals(Verdict.HOLD, ItemChecksTest.reason(over, "CHINA_SHARE").verdict());
    }

    @Test
    void anOrderOpensNoAccountByItsOwnReservation() throws IOException {
        Ledger ledger = Ledger.inMemory();
        post(ledger, "sold", IN_STATES, 1_000_000, DAY);
        Order.Builder order = export("CN", circuit("1", 10L));
        for (var line : decide(order, ledger).postings().entrySet()) {
            ledger.reserve(line.getKey(), line.getValue());
        }
        assertEquals(
                List.of("totals: tpp-china:PN-1"),
                ItemChecksTest.reason(decide(order, ledger), "CHINA_SHARE_FACTS")
                        .missing());
    }

    @Test
    void linesOfOneProductCountTogether() {
        Order.Builder order = export("CN", circuit("1", 10L), circuit("2", 10L))
                .total(new Order.Total(TO_CHINA, 0))
                .total(new Order.Total(IN_STATES, 320_000 * TPP));
        Decision decision = decide(order, null);
        assertEquals(-160_000 * TPP, use(decision, TO_CHINA).remaining());
        assertEquals(
                2,
                decision.reasons().stream()
                        .filter(reason -> reason.rule().equals("CHINA_SHARE") && reason.verdict() == Verdict.HOLD)
                        .count());
    }

    @Test
    void aDayBeforeTheReviewNothingIsAsked() {
        Order.Builder before = toChina(0, 0).plannedExportDate(LocalDate.of(2026, 1, 14));
        assertTrue(decide(before, null).totals().isEmpty());
        Order.Builder first = toChina(0, 0).plannedExportDate(LocalDate.of(2026, 1, 15));
        assertTrue(Orders.has(decide(first, null), "CHINA_SHARE"));
    }

    @Test
    void aSaleInTheUnitedStatesIsPostedThere() {
        Country us = Country.of("US");
        Order.Builder order = Orders.bare("o-1").kind(Order.Kind.DOMESTIC).destination(us, null);
        order.party(party(Party.Role.PURCHASER, "US", null)).party(party(Party.Role.END_USER, "US", null));
        order.item(circuit("1", 2L));
        Decision decision = decide(order, Ledger.inMemory());
        assertEquals(
                List.of(new Posting(IN_STATES, DAY, 32_000 * TPP)),
                decision.postings().get(new OrderLine("o-1", "1")));
    }

    @Test
    void theNameOfAChipStandsForAPartNumber() {
        Item item = new Item("1", null, ChipCatalogue.bundled().find("H200").chip(), null, TPP, null, null, null, null);
        Decision decision = decide(export("CN", item), null);
        assertTrue(
                decision.totals().stream().anyMatch(use -> use.account().id().contains("H200")),
                () -> decision.totals().toString());
    }

    // The stamp, and the order as JSON.

    @Test
    void theStampTellsFiguresApart() {
        Decision one = decide(toChina(1, 2_000_000), null);
        Decision same = decide(toChina(1, 2_000_000), null);
        Ledger ledger = Ledger.inMemory();
        post(ledger, "before", TO_CHINA, 2, DAY);
        Decision other = decide(toChina(1, 2_000_000), ledger);
        assertEquals(one.stamp(), same.stamp());
        assertEquals(one.replay(), same.replay());
        assertNotEquals(one.stamp(), other.stamp());
        assertTrue(one.stamp().also().containsKey("totals"));
        assertFalse(decide(Orders.clean(), ledger).stamp().also().containsKey("totals"), "none was used");
    }

    @Test
    void anUnusedLedgerChangesNoDecision() {
        Decision with = decide(Orders.clean(), Ledger.inMemory());
        assertEquals(Explanation.json(decide(Orders.clean(), null)), Explanation.json(with));
    }

    private static Order read(String json) throws Exception {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "order.json")) {
            return reader.next();
        }
    }

    @Test
    void figuresAndAccountsAreReadFromTheOrder() throws Exception {
        Order order = read("{\"id\":\"o\",\"totals\":[{\"account\":\"tpp-us:PN-1\",\"used\":900000000000.5},"
                + "{\"account\":\"license-value:D1:a\",\"used\":\"0\"}],"
                + "\"parties\":[{\"role\":\"tenant\",\"name\":\"A\",\"account\":\" T-1 \"}]}");
        assertEquals(
                List.of(
                        new Order.Total(IN_STATES, 900_000_000_000_500_000L),
                        new Order.Total(new Account(Account.Kind.LICENSE_VALUE, "D1:a"), 0)),
                order.totals());
        assertEquals("T-1", order.parties().get(0).account());
        assertEquals(List.of(), order.unjudged());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"account\":\"tpp-us:PN-1\"}",
                "{\"used\":1}",
                "{\"account\":\"tpp:PN-1\",\"used\":1}",
                "{\"account\":\"tpp-us:PN-1\",\"used\":-1}",
                "{\"account\":\"tpp-us:PN-1\",\"used\":1e3}",
                "{\"account\":\"tpp-us:PN-1\",\"used\":1000000000000}",
                "{\"account\":\"tpp-us:PN-1\",\"used\":0.0000001}",
                "{\"account\":\"tpp-us:a\\tb\",\"used\":1}"
            })
    void aFigureThatIsNotUnderstoodIsAskedFor(String total) throws Exception {
        Order order = read("{\"id\":\"o\",\"totals\":[" + total + "]}");
        assertEquals(List.of(), order.totals());
        assertFalse(order.unjudged().isEmpty());
        assertTrue(order.unjudged().get(0).startsWith("totals[0]"), order.unjudged()::toString);
    }

    @Test
    void aTotalIsNotNegative() {
        assertThrows(IllegalArgumentException.class, () -> new Order.Total(TENANT, -1));
        assertThrows(IllegalArgumentException.class, () -> new Settings.TenantCap(-1, 30));
        assertThrows(IllegalArgumentException.class, () -> new Settings.TenantCap(1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Settings.TenantCap(1, 367));
    }

    @Test
    void theDecisionAsJsonHasTheFigures() {
        String json = Explanation.json(decide(toChina(840_000, 2_000_000), null));
        assertTrue(
                json.contains("\"totals\":[{\"account\":\"tpp-china:PN-1\",\"from\":null,\"to\":null,\"used\":null,"
                        + "\"reserved\":null,\"given\":840000,\"order\":160000,\"cap\":1000000,\"remaining\":0,"
                        + "\"basis\":\"law\""),
                json);
    }

    /** What two lines of one id add cannot be told apart, so the order is not decided until they can. */
    @Test
    void linesOfOneIdAreAskedFor() {
        Decision twice = decide(launch(circuit("L1", 1_000_000L), circuit("L2", 1L), circuit("L1", 1_000_000L)), null);
        Reason reason = ItemChecksTest.reason(twice, "LINE_REPEATED");
        assertEquals(Verdict.NEEDS_DATA, reason.verdict());
        assertEquals(List.of("items[0].line", "items[2].line"), reason.missing());
        assertFalse(Orders.has(decide(launch(circuit("L1", 1L), circuit("l1", 1L)), null), "LINE_REPEATED"));
        assertFalse(Orders.has(decide(launch(circuit("", 1L), circuit("", 1L)), null), "LINE_REPEATED"));
        Item[] many = new Item[500];
        for (int i = 0; i < many.length; i++) {
            many[i] = Item.ofEccn(Integer.toString(i), "EAR99");
        }
        assertFalse(Orders.has(decide(launch(many), null), "LINE_REPEATED"));
        many[499] = Item.ofEccn("17", "EAR99");
        assertEquals(
                List.of("items[17].line", "items[499].line"),
                ItemChecksTest.reason(decide(launch(many), null), "LINE_REPEATED")
                        .missing());
    }

    /** A line without an id has its place for one, which another line may have said. */
    @Test
    void theIdThatALineIsGivenCountsToo() throws Exception {
        String json = "{\"id\":\"1\",\"items\":[{\"eccn\":\"EAR99\"},{\"line\":\"%s\",\"eccn\":\"EAR99\"}]}";
        try (OrderReader reader = new OrderReader(
                new ByteArrayInputStream((json.formatted("0") + json.formatted("7")).getBytes(StandardCharsets.UTF_8)),
                "orders.jsonl")) {
            Decision decision = new Decision();
            Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
            screener.screen(reader.next(), Orders.DECIDED_AT, decision);
            assertTrue(Orders.has(decision, "LINE_REPEATED"));
            screener.screen(reader.next(), Orders.DECIDED_AT, decision);
            assertFalse(Orders.has(decision, "LINE_REPEATED"));
        }
    }
}
