package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.Decimal;
import io.highfence.ledger.Account;
import io.highfence.ledger.Ledger;
import io.highfence.ledger.OrderLine;
import io.highfence.ledger.Posting;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The balance of a license across orders: what a ledger knows of it counts, by the graver figure, and an order's own lines count once. */
class LicenseBalanceTest {
    private static final Account BALANCE = new Account(Account.Kind.LICENSE_QUANTITY, "D1234567");
    private static final OrderLine OTHER = new OrderLine("another", "1");

    private static Order order(long pieces, Long used) {
        Authorization license = Authorization.builder("D1234567")
                .type(Authorization.Type.LICENSE)
                .issuer("BIS")
                .valid(Orders.AS_OF, Orders.AS_OF)
                .eccn("3A090.b")
                .party("Rhine Machine Works", null)
                .destination(Country.of("VN"))
                .quantity(100 * Decimal.ONE, used)
                .build();
        Order.Builder order = Orders.bare("this")
                .destination(Country.of("VN"), null)
                .authorization(license)
                .item(new Item("1", null, null, "3A090.b", pieces * Decimal.ONE, null, null, null, null));
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, "Rhine Machine Works", "VN"));
        }
        return order.build();
    }

    private static Decision decide(Order order, Ledger ledger) {
        Decision decision = new Decision();
        Screener.with(Orders.RULES, Orders.SAMPLE, Orders.DEMO)
                .totals(ledger.totals())
                .build()
                .screen(order, Orders.DECIDED_AT, decision);
        return decision;
    }

    private static boolean isReleased(Decision decision) {
        Reason license = ItemChecksTest.reason(decision, "LICENSE_REQUIRED");
        return license.released() != null;
    }

    private static Ledger with(long pieces) throws IOException {
        Ledger ledger = Ledger.inMemory();
        ledger.reserve(OTHER, BALANCE, pieces * Decimal.ONE, Orders.AS_OF);
        return ledger;
    }

    @Test
    void whatOthersReservedIsGone() throws IOException {
        assertTrue(isReleased(decide(order(40, null), with(60))));
        Decision over = decide(order(41, null), with(60));
        assertEquals(false, isReleased(over));
        assertTrue(
                ItemChecksTest.reason(over, "AUTHORIZATION_NOT_COVERING").text().contains("exceeds the balance of 40"));
        TotalUse use = over.totals().stream()
                .filter(total -> total.account().equals(BALANCE))
                .findFirst()
                .orElseThrow();
        assertEquals(60 * Decimal.ONE, use.reserved());
        assertEquals(100 * Decimal.ONE, use.cap());
        assertEquals(-1 * Decimal.ONE, use.remaining());
    }

    @Test
    void theGraverFigureCounts() throws IOException {
        assertTrue(isReleased(decide(order(30, 70 * Decimal.ONE), with(60))));
        assertEquals(false, isReleased(decide(order(31, 70 * Decimal.ONE), with(60))));
        assertEquals(false, isReleased(decide(order(41, 10 * Decimal.ONE), with(60))));
    }

    /** Nobody counts there: the record must say what was used before the ledger began. */
    @Test
    void anAccountThatWasNeverUsedIsNotZero() throws IOException {
        Ledger ledger = Ledger.inMemory();
        Decision decision = decide(order(1, null), ledger);
        assertEquals(false, isReleased(decision));
        assertTrue(ItemChecksTest.reason(decision, "AUTHORIZATION_NOT_COVERING")
                .text()
                .contains("used"));
        assertTrue(isReleased(decide(order(100, 0L), ledger)));
        assertEquals(false, isReleased(decide(order(101, 0L), ledger)));
    }

    /** Reserve first, then decide: what an order has reserved itself is not counted against it. */
    @Test
    void anOrdersOwnLinesCountOnce() throws IOException {
        Ledger ledger = with(60);
        Decision first = decide(order(40, null), ledger);
        List<Posting> postings = first.postings().get(new OrderLine("this", "1"));
        assertEquals(List.of(new Posting(BALANCE, Orders.AS_OF, 40 * Decimal.ONE)), postings);
        for (Posting posting : postings) {
            ledger.reserve(new OrderLine("this", "1"), posting.account(), posting.amount(), posting.day());
        }
        assertTrue(isReleased(decide(order(40, null), ledger)));
        ledger.commit(new OrderLine("this", "1"));
        assertTrue(isReleased(decide(order(40, null), ledger)));
        ledger.cancel(OTHER);
    }
}
