package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import io.highfence.list.PartyType;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Quantities that may make a supercomputer: 100 petaflops or more at 64 bits or 200 or more at 32 (F3.20), of items outside 3A090
 * with 8 TOPS or more (FLAG-37), to Macau or Country Group D:5 (F3.19).
 */
class SupercomputerSumsTest {
    private static final String REVIEW = "SUPERCOMPUTER_REVIEW";
    private static final String FACTS = "SUPERCOMPUTER_FACTS";

    /** A circuit of 250 TOPS at four bits, so outside 3A090 and in 3A991.p: only the rates under test decide. */
    private static Item circuit(String line, Long pieces, String rates) {
        return ItemChecksTest.chip(
                line, null, pieces, "rates=int4:250; datacenter=no; dies=100:nonplanar; io_bandwidth_gbps=1; " + rates);
    }

    private static String verdict(Decision decision) {
        return Orders.has(decision, REVIEW) ? REVIEW : Orders.has(decision, FACTS) ? FACTS : "nothing";
    }

    private static Decision toChina(Item... items) {
        Order.Builder order = ItemChecksTest.to("CN");
        for (Item item : items) {
            order.item(item);
        }
        return Orders.decide(order.build());
    }

    @Test
    void aReviewNamesTheLinesAndTheLaw() {
        Decision decision = toChina(
                circuit("first", 600L, "fp64_tflops=100; fp32_tflops=0"),
                circuit("none", 600L, "fp64_tflops=0; fp32_tflops=0"),
                circuit("second", 400L, "fp64_tflops=100; fp32_tflops=0"));
        List<Reason> reasons = decision.reasons().stream()
                .filter(reason -> reason.rule().equals(REVIEW))
                .toList();
        assertEquals(
                List.of(Reason.Subject.line(0), Reason.Subject.line(2)),
                reasons.stream().map(Reason::subject).toList());
        Reason reason = reasons.get(0);
        assertEquals(Verdict.HOLD, reason.verdict());
        assertEquals(HoldKind.REVIEW, reason.holdKind());
        assertTrue(reason.text().contains("first, second"), reason::text);
        assertTrue(reason.text().contains("100 petaflops"), reason::text);
        assertTrue(reason.text().contains("41600"), reason::text);
        assertTrue(String.valueOf(reason.citation()).contains("744.23(a)(1)"));
    }

    @Test
    void linesOnePieceBelowTheLimitTogetherAreFree() {
        Decision decision = toChina(
                circuit("first", 600L, "fp64_tflops=100; fp32_tflops=0"),
                circuit("second", 399L, "fp64_tflops=100; fp32_tflops=0"));
        assertEquals("nothing", verdict(decision));
    }

    @Test
    void partsSentElsewhereForAUserInChinaCount() {
        Order.Builder order = Orders.bare("x").destination(Country.of("SG"), null);
        order.party(Orders.party(Party.Role.END_USER, "Wholly Unrelated Zyxwvut", "CN"));
        order.item(circuit("1", 1000L, "fp64_tflops=100; fp32_tflops=0"));
        assertEquals(REVIEW, verdict(Orders.decide(order.build())));
    }

    @Test
    void whatIsNoComputerIsNotAskedAbout() {
        assertEquals("nothing", verdict(toChina(Item.ofEccn("1", "EAR99"))));
        assertEquals(
                "nothing",
                verdict(toChina(Item.ofEccn("1", "5A991"), circuit("2", 1L, "fp64_tflops=1; fp32_tflops=1"))));
    }

    /** The circuits of a server count as often as they are named, and how many there are is asked for. */
    @Test
    void aServerIsAskedForItsOwnRates() {
        String server = "form=system; contains=H20; datacenter=yes; io_bandwidth_gbps=1";
        assertEquals(FACTS, verdict(toChina(ItemChecksTest.chip("1", null, 1L, server))));
        assertEquals(
                "nothing",
                verdict(toChina(ItemChecksTest.chip("1", null, 1L, server + "; fp64_tflops=8; fp32_tflops=352"))));
        assertEquals(
                REVIEW,
                verdict(toChina(ItemChecksTest.chip("1", null, 569L, server + "; fp64_tflops=8; fp32_tflops=352"))));
    }

    /** Items of 3A090 have their own license to ask for; with them another line may reach the size. */
    @Test
    void anItemOf3A090AddsToTheSumAndIsNotHeldByIt() {
        String h100 = "chip=NVIDIA H100 SXM; fp64_tflops=67; fp32_tflops=67";
        Decision decision = toChina(
                ItemChecksTest.chip("1", null, 1492L, h100), circuit("2", 1L, "fp64_tflops=100; fp32_tflops=0"));
        assertEquals(REVIEW, verdict(decision), () -> decision.reasons().toString());
        assertEquals(
                Reason.Subject.line(1), ItemChecksTest.reason(decision, REVIEW).subject());
        assertEquals("nothing", verdict(toChina(ItemChecksTest.chip("1", null, 5000L, h100))));
    }

    /** F3.19: with a stated end use the license is required, in one place and once. */
    @Test
    void aStatedEndUseIsJudgedWithTheEndUses() {
        Decision decision = Orders.decide(ItemChecksTest.to("CN")
                .endUse(Order.Purpose.SUPERCOMPUTER, Order.Knowledge.STATED)
                .item(circuit("1", 1000L, "fp64_tflops=100; fp32_tflops=0"))
                .build());
        assertEquals("nothing", verdict(decision));
        assertEquals(
                HoldKind.LICENSE,
                ItemChecksTest.reason(decision, "SUPERCOMPUTER_END_USE").holdKind());
    }

    @Test
    void aSaleInsideTheUnitedStatesIsNotSummed() {
        Decision decision = Orders.decide(ItemChecksTest.to("US")
                .kind(Order.Kind.DOMESTIC)
                .item(circuit("1", 1000L, "fp64_tflops=100; fp32_tflops=0"))
                .build());
        assertFalse(Orders.has(decision, REVIEW));
    }

    // Several orders to one site.

    private static final Account DOUBLE = new Account(Account.Kind.FP64_SITE, "S-1");
    private static final Account SINGLE = new Account(Account.Kind.FP32_SITE, "S-1");

    private static Party at(Party.Role role, String account) {
        Country china = Country.of("CN");
        return new Party(
                role,
                "Wholly Unrelated Zyxwvut",
                PartyType.UNKNOWN,
                china,
                null,
                List.of(),
                null,
                china,
                china,
                List.of(),
                account);
    }

    private static Order.Builder toSite(String id, Item... items) {
        Order.Builder order = Orders.bare(id).destination(Country.of("CN"), null);
        order.party(at(Party.Role.PURCHASER, "P-1"));
        order.party(at(Party.Role.ULTIMATE_CONSIGNEE, "S-1"));
        order.party(at(Party.Role.END_USER, "S-1"));
        for (Item item : items) {
            order.item(item);
        }
        return order;
    }

    private static Decision decide(Order.Builder order, Ledger ledger) {
        Decision decision = new Decision();
        Screener.with(Orders.RULES, Orders.SAMPLE, Orders.DEMO)
                .totals(ledger.totals())
                .build()
                .screen(order.build(), Orders.DECIDED_AT, decision);
        return decision;
    }

    private static void reserve(Ledger ledger, Decision decision) throws IOException {
        for (var line : decision.postings().entrySet()) {
            ledger.reserve(line.getKey(), line.getValue());
        }
    }

    private static TotalUse use(Decision decision, Account account) {
        return decision.totals().stream()
                .filter(use -> use.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({"DOUBLE, 399, nothing", "DOUBLE, 400, REVIEW", "SINGLE, 399, nothing", "SINGLE, 400, REVIEW"})
    void ordersToOneSiteCountTogether(String precision, long pieces, String found) throws IOException {
        boolean wide = precision.equals("DOUBLE");
        String rates = wide ? "fp64_tflops=100; fp32_tflops=0" : "fp64_tflops=0; fp32_tflops=200";
        Account account = wide ? DOUBLE : SINGLE;
        Ledger ledger = Ledger.inMemory();
        Decision first = decide(toSite("first", circuit("1", 600L, rates)), ledger);
        assertEquals("nothing", verdict(first));
        assertEquals(List.of(), ledger.accounts(), "screening writes nothing");
        reserve(ledger, first);
        ledger.commit(new OrderLine("first", "1"));
        Decision second = decide(toSite("second", circuit("1", pieces, rates)), ledger);
        assertEquals(
                found.equals("REVIEW") ? REVIEW : found,
                verdict(second),
                () -> second.reasons().toString());
        TotalUse use = use(second, account);
        long each = wide ? 100 : 200;
        assertEquals(600 * each * Decimal.ONE, use.used());
        assertEquals(pieces * each * Decimal.ONE, use.order());
        assertEquals(1000 * each * Decimal.ONE - 1, use.cap(), "the most that is below the size");
        assertEquals((1000 - 600 - pieces) * each * Decimal.ONE - 1, use.remaining());
        if (found.equals("REVIEW")) {
            Reason reason = ItemChecksTest.reason(second, REVIEW);
            assertTrue(reason.text().contains("Earlier orders brought " + 600 * each / 1000), reason::text);
            assertTrue(reason.text().contains("to " + account + ","), reason::text);
            assertEquals(HoldKind.REVIEW, reason.holdKind());
        }
        Decision elsewhere = decide(
                Orders.bare("other")
                        .destination(Country.of("CN"), null)
                        .party(at(Party.Role.ULTIMATE_CONSIGNEE, "S-2"))
                        .party(at(Party.Role.END_USER, "S-2"))
                        .item(circuit("1", pieces, rates)),
                ledger);
        assertEquals("nothing", verdict(elsewhere), "another site");
    }

    @Test
    void anOrderIsNotCountedTwiceAndIsFreeAgainWhenCancelled() throws IOException {
        Ledger ledger = Ledger.inMemory();
        Order.Builder order = toSite("first", circuit("1", 999L, "fp64_tflops=100; fp32_tflops=0"));
        Decision before = decide(order, ledger);
        reserve(ledger, before);
        reserve(ledger, before);
        Decision after = decide(order, ledger);
        assertEquals("nothing", verdict(after));
        assertEquals(use(before, DOUBLE).remaining(), use(after, DOUBLE).remaining());
        Order.Builder more = toSite("second", circuit("1", 1L, "fp64_tflops=100; fp32_tflops=0"));
        assertEquals(REVIEW, verdict(decide(more, ledger)));
        ledger.cancel(new OrderLine("first", "1"));
        assertEquals("nothing", verdict(decide(more, ledger)));
    }

    @Test
    void whatTheCallerGivesCountsToo() {
        Order.Builder order = toSite("o", circuit("1", 1L, "fp64_tflops=100; fp32_tflops=0"));
        assertEquals(
                "nothing",
                verdict(Orders.decide(order.total(new Order.Total(DOUBLE, 99_900 * Decimal.ONE - 1))
                        .build())));
        assertEquals(
                REVIEW,
                verdict(Orders.decide(order.total(new Order.Total(DOUBLE, 99_900 * Decimal.ONE))
                        .build())));
    }

    /** A rate that is not stated is posted as the most that the others allow: 250 TOPS at four bits are 1,000 over 64 or 32. */
    @Test
    void whatIsNotStatedIsPostedAsItsBound() throws IOException {
        Ledger ledger = Ledger.inMemory();
        Decision first = decide(toSite("first", circuit("1", 3L, "dram_bandwidth_gbps=1")), ledger);
        assertEquals(
                List.of(new Posting(DOUBLE, Orders.AS_OF, 46_875_000), new Posting(SINGLE, Orders.AS_OF, 93_750_000)),
                first.postings().get(new OrderLine("first", "1")));
        Decision third = decide(toSite("o", circuit("1", 1L, "fp64_tflops=0.333333; fp32_tflops=0")), ledger);
        assertEquals(
                List.of(new Posting(DOUBLE, Orders.AS_OF, 333_333)),
                third.postings().get(new OrderLine("o", "1")),
                "nothing is posted of what an item does not have");
        reserve(ledger, first);
        ledger.reserve(new OrderLine("much", "1"), DOUBLE, 99_900 * Decimal.ONE, Orders.AS_OF);
        Decision open = decide(toSite("next", circuit("1", 10L, "dram_bandwidth_gbps=1")), ledger);
        assertEquals(FACTS, verdict(open), "46.875 before, 0 to 156.25 now");
        Decision stated = decide(toSite("next", circuit("1", 10L, "fp64_tflops=5.3124; fp32_tflops=1")), ledger);
        assertEquals("nothing", verdict(stated));
    }

    /** An item of 3A090 has a license of its own to ask for, and adds to what later orders may make. */
    @Test
    void anItemOf3A090IsPostedForItsSite() throws IOException {
        Ledger ledger = Ledger.inMemory();
        String h100 = "chip=NVIDIA H100 SXM; fp64_tflops=67; fp32_tflops=67";
        Decision licensed = decide(toSite("first", ItemChecksTest.chip("1", null, 1492L, h100)), ledger);
        assertEquals("nothing", verdict(licensed));
        reserve(ledger, licensed);
        Order.Builder next = toSite("next", circuit("1", 1L, "fp64_tflops=100; fp32_tflops=0"));
        assertEquals(REVIEW, verdict(decide(next, ledger)));
        Order.Builder none = toSite("none", circuit("1", 1L, "fp64_tflops=0; fp32_tflops=0"));
        assertEquals("nothing", verdict(decide(none, ledger)), "it adds nothing");
    }

    @Test
    void aSiteElsewhereHasNoAccount() {
        Order.Builder order = Orders.bare("o").destination(Country.of("SG"), null);
        order.item(circuit("1", 1L, "fp64_tflops=100; fp32_tflops=0"));
        for (Party.Role role : List.of(Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, "Wholly Unrelated Zyxwvut", "SG"));
        }
        assertFalse(decide(order, Ledger.inMemory()).postings().toString().contains("site"));
    }
}
