package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.chip.ChipColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a decision says of the items of an order. */
class ItemChecksTest {
    /** An order to a country, with its three buyers there and headquartered there. */
    static Order.Builder to(String country) {
        Order.Builder order = Orders.bare("x").destination(Country.of(country), null);
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.party(role, "Wholly Unrelated Zyxwvut", country));
        }
        return order;
    }

    /** A line of a chip with the columns of {@code classify}, written {@code name=value; name=value}. */
    static Item chip(String line, String eccn, Long pieces, String columns) {
        Map<String, String> row = new LinkedHashMap<>(Map.of("id", line));
        for (String column : columns.split(";")) {
            String[] parts = column.split("=", 2);
            row.put(parts[0].strip(), parts[1].strip());
        }
        return new Item(
                line,
                null,
                ChipColumns.chip(row),
                eccn,
                pieces == null ? null : Math.multiplyExact(pieces, 1_000_000L),
                null,
                null,
                null,
                null);
    }

    static Reason reason(Decision decision, String rule) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError(rule + " is not among " + decision.reasons()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"banana", "3A09", "9Z999", "3A0900", "EAR98"})
    void anEccnThatIsNoneIsAskedForAndNeverTakenForOne(String nonsense) {
        Decision decision =
                Orders.decide(to("DE").item(Item.ofEccn("1", nonsense)).build());
        assertEquals(
                Verdict.NEEDS_DATA, decision.verdict(), () -> decision.reasons().toString());
        assertEquals(
                List.of("items[0].eccn"),
                reason(decision, "VALUE_NOT_UNDERSTOOD").missing());
        Decision besideAChip =
                Orders.decide(to("DE").item(chip("1", nonsense, null, "rates=fp8:1; io_bandwidth_gbps=1"))
                        .build());
        assertEquals(Verdict.NEEDS_DATA, besideAChip.verdict());
        assertTrue(Orders.has(besideAChip, "VALUE_NOT_UNDERSTOOD"));
        assertFalse(Orders.has(besideAChip, "ECCN_DIFFERS"), "what is no number differs from none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EAR99", "ear99", " EAR99 ", "EAR 99"})
    void anEccnInOtherLettersAndWithBlanksIsUnderstood(String eccn) {
        Decision decision = Orders.decide(to("DE").item(Item.ofEccn("1", eccn)).build());
        assertEquals(Verdict.CLEAR, decision.verdict(), () -> decision.reasons().toString());
    }

    @Test
    void aBlankEccnIsNotSaid() {
        Decision decision = Orders.decide(to("DE").item(Item.ofEccn("1", " ")).build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        assertTrue(Orders.has(decision, "ITEM_UNKNOWN"));
        assertFalse(Orders.has(decision, "VALUE_NOT_UNDERSTOOD"));
    }

    @ParameterizedTest
    @CsvSource({"base_eccn, banana", "base_eccn, 9Z999", "vendor_eccn, 3A09", "rates, fp3:1"})
    void aValueOfAChipThatCannotBeJudgedIsNamedByItsPlaceInTheOrder(String column, String value) {
        String columns = "rates=fp8:1; io_bandwidth_gbps=1; " + column + "=" + value;
        Decision decision = Orders.decide(to("DE").item(Item.ofEccn("1", "EAR99"))
                .item(chip("2", "EAR99", null, columns))
                .build());
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        Reason reason = reason(decision, "VALUE_NOT_UNDERSTOOD");
        assertEquals(List.of("items[1]." + column), reason.missing());
        assertEquals(1, reason.subject().line());
    }
}
