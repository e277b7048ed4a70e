package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import java.time.LocalDate;
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

    @ParameterizedTest
    @CsvSource({
        // 1,000 pieces of 100 teraflops are 100 petaflops.
        "1000, 100, 0, SUPERCOMPUTER_REVIEW",
        "999, 100, 0, nothing",
        "1000, 99.999999, 0, nothing",
        "1001, 99.999999, 0, SUPERCOMPUTER_REVIEW",
        // 1,000 pieces of 200 teraflops are 200 petaflops.
        "1000, 0, 200, SUPERCOMPUTER_REVIEW",
        "999, 0, 200, nothing",
        "1000, 0, 199.999999, nothing",
        "1, 100000, 0, SUPERCOMPUTER_REVIEW",
        "1, 99999.999999, 0, nothing",
        "1, 0, 200000, SUPERCOMPUTER_REVIEW",
        "1, 0, 199999.999999, nothing",
        // 64 and 32 bits are never added to each other.
        "999, 100, 199, nothing",
        "1000000000, 0, 0, nothing",
    })
    void theLimitsOfASupercomputerOnBothSides(long pieces, String fp64, String fp32, String expected) {
        Decision decision = toChina(circuit("1", pieces, "fp64_tflops=" + fp64 + "; fp32_tflops=" + fp32));
        assertEquals(expected, verdict(decision), () -> decision.reasons().toString());
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

    @ParameterizedTest
    @CsvSource({
        "CN, 2026-09-01, SUPERCOMPUTER_REVIEW",
        "HK, 2026-09-01, SUPERCOMPUTER_REVIEW",
        "MO, 2026-09-01, SUPERCOMPUTER_REVIEW",
        "VE, 2026-09-01, SUPERCOMPUTER_REVIEW",
        "VN, 2026-09-01, nothing",
        "SG, 2026-09-01, nothing",
        "KH, 2026-02-02, SUPERCOMPUTER_REVIEW",
        "KH, 2026-02-03, nothing",
        "VE, 2023-11-16, nothing",
        "VE, 2023-11-17, SUPERCOMPUTER_REVIEW",
        "CN, 2022-10-20, nothing",
        "CN, 2022-10-21, SUPERCOMPUTER_REVIEW",
    })
    void thePlacesAreThoseOfTheEndUse(String to, LocalDate day, String expected) {
        Order order = ItemChecksTest.to(to)
                .plannedExportDate(day)
                .item(ItemChecksTest.chip(
                        "1",
                        "3A991.p",
                        1000L,
                        "rates=int4:250; datacenter=no; dies=100:nonplanar; io_bandwidth_gbps=1; fp64_tflops=100;"
                                + " fp32_tflops=0"))
                .build();
        Decision decision = Orders.decide(order);
        assertEquals(expected, verdict(decision), () -> decision.reasons().toString());
    }

    @Test
    void partsSentElsewhereForAUserInChinaCount() {
        Order.Builder order = Orders.bare("x").destination(Country.of("SG"), null);
        order.party(Orders.party(Party.Role.END_USER, "Wholly Unrelated Zyxwvut", "CN"));
        order.item(circuit("1", 1000L, "fp64_tflops=100; fp32_tflops=0"));
        assertEquals(REVIEW, verdict(Orders.decide(order.build())));
    }

    /** FLAG-37: 8 TOPS or more. */
    @ParameterizedTest
    @CsvSource({"8, SUPERCOMPUTER_REVIEW", "7.999999, nothing"})
    void fromEightTopsOn(String tops, String expected) {
        Decision decision = toChina(ItemChecksTest.chip(
                "1",
                "3A991.a",
                1_000_000L,
                "rates=fp64:" + tops + "; datacenter=no; dies=100:nonplanar; io_bandwidth_gbps=1"));
        assertEquals(expected, verdict(decision), () -> decision.reasons().toString());
    }

    /**
     * The highest of rate times bits bounds every rate (F1.26): 6,400,000 over 64 is 100 petaflops, over 32 it is 200. A circuit
     * of 500 TOPS at four bits: 3,200 pieces may reach them, 3,199 cannot.
     */
    @ParameterizedTest
    @CsvSource({"3200, SUPERCOMPUTER_FACTS", "3199, nothing"})
    void aRateThatIsNotStatedIsAskedForWhereThePerformanceLetsItMatter(long pieces, String expected) {
        Decision decision = toChina(ItemChecksTest.chip(
                "1", null, pieces, "rates=int4:500; datacenter=no; dies=100:nonplanar; io_bandwidth_gbps=1"));
        assertEquals(expected, verdict(decision), () -> decision.reasons().toString());
        if (expected.equals(FACTS)) {
            Reason reason = ItemChecksTest.reason(decision, FACTS);
            assertEquals(Verdict.NEEDS_DATA, reason.verdict());
            assertEquals(List.of("items[0].fp32Tflops", "items[0].fp64Tflops"), reason.missing());
        }
    }

    @Test
    void onlyTheRateThatCouldMatterIsAskedFor() {
        Decision decision = toChina(circuit("1", 1_000_000L, "fp64_tflops=0"));
        assertEquals(
                List.of("items[0].fp32Tflops"),
                ItemChecksTest.reason(decision, FACTS).missing());
    }

    @Test
    void aQuantityThatIsNotStatedIsAskedFor() {
        Decision decision = toChina(circuit("1", null, "fp64_tflops=1; fp32_tflops=0"));
        assertEquals(
                List.of("items[0].quantity"),
                ItemChecksTest.reason(decision, FACTS).missing());
        assertEquals("nothing", verdict(toChina(circuit("1", null, "fp64_tflops=0; fp32_tflops=0"))));
    }

    /** A circuit of 3A991 is below 4,800, where 3A090.a.1 begins: 6,400,000 over 4,800 is 1,333.3 pieces. */
    @ParameterizedTest
    @CsvSource({"3A991.p, 1333, nothing", "3A991.p, 1334, SUPERCOMPUTER_FACTS", "4A994.l, 1, SUPERCOMPUTER_FACTS"})
    void anItemKnownByItsEntryAlone(String eccn, long pieces, String expected) {
        Decision decision = toChina(new Item("1", null, null, eccn, pieces * 1_000_000, null, null, null, null));
        assertEquals(expected, verdict(decision), () -> decision.reasons().toString());
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
