package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
