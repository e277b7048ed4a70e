package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.report.Explanation;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One order at its steps: what is held, released and open again. */
class DecisionEventsTest {
    private static final LocalDate EXPIRES = Orders.AS_OF.plusDays(5);

    private static Order.Builder order(Order.Step step) {
        return Orders.clean().step(step).party(Orders.party(Party.Role.BANK, "HiSilicon Tecnologies Co Ltd", "DE"));
    }

    private static List<String> events(Decision before, Decision after) {
        return DecisionEvents.between(before, after).stream()
                .map(event -> event.kind() + " " + event.reasonId())
                .toList();
    }

    @Test
    void anOrderIsHeldReleasedAndReopenedAtItsSteps() {
        Settings settings = Orders.DEMO.toBuilder()
                .acceptedThrough(new Settings.Acceptance(EXPIRES.plusDays(1), "a test"))
                .build();
        Decision taken = Orders.decide(order(Order.Step.ORDER).build(), settings);
        String id = "ENTITY_LIST/party 3";
        assertEquals(List.of("HELD " + id), events(null, taken));

        Disposition given = Disposition.of(taken, id, "A. Author", "", "another company", "", EXPIRES);
        Decision picked =
                Orders.decide(order(Order.Step.PICK).disposition(given).build(), settings);
        assertEquals(Verdict.CLEAR, picked.verdict());
        assertEquals(List.of("RELEASED " + id), events(taken, picked));

        Order again = order(Order.Step.GOODS_ISSUE).disposition(given).build();
        assertEquals(List.of(), events(picked, Orders.decide(again.asOf(EXPIRES), settings)));
        Decision late = Orders.decide(again.asOf(EXPIRES.plusDays(1)), settings);
        assertEquals(Verdict.HOLD, late.verdict());
        assertEquals(List.of("REOPENED " + id), events(picked, late));
        assertEquals(List.of(), events(late, late));

        Decision without = Orders.decide(Orders.clean().build(), settings);
        assertEquals(List.of("RELEASED " + id), events(late, without));
        assertEquals(List.of(), events(picked, without));
        DecisionEvents.Event gone = DecisionEvents.between(late, without).get(0);
        assertEquals(Verdict.HOLD, gone.verdict());
        assertTrue(gone.text().contains("not found any more"));
        assertTrue(Explanation.json(late).contains("\"step\":\"goodsIssue\""));
        assertTrue(Explanation.text(late).startsWith("clean at the step goods issue: HOLD"));
        assertTrue(Explanation.json(gone)
                .startsWith("{\"event\":\"released\",\"order\":\"clean\",\"reasonId\":\"" + id + "\""));
    }

    @Test
    void aNewPlaceHoldsWhatWasClear() {
        Decision clear = Orders.decide(Orders.clean().build());
        Decision blocked =
                Orders.decide(Orders.clean().destination(Country.of("KP"), null).build());
        assertTrue(events(clear, blocked).contains("HELD EMBARGO_KP/order"));
    }

    @Test
    void decisionsOfTwoOrdersAreNotCompared() {
        Decision clear = Orders.decide(Orders.clean().build());
        Decision other = Orders.decide(Orders.bare("other").build());
        assertThrows(IllegalArgumentException.class, () -> DecisionEvents.between(clear, other));
    }
}
