package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.report.AuditRecord;
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

    /** What is kept of a decision tells the same as the decision, and a record of it too. */
    @Test
    void whatIsKeptTellsTheSame() throws Exception {
        Screener screener = new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
        Decision held = new Decision();
        screener.screen(order(Order.Step.ORDER).build(), Orders.DECIDED_AT, held);
        Disposition given = Disposition.of(held, "ENTITY_LIST/party 3", "A. Author", "", "a register", "", EXPIRES);
        Decision lifted = new Decision();
        screener.screen(order(Order.Step.PICK).disposition(given).build(), Orders.DECIDED_AT, lifted);
        Decision moved = new Decision();
        screener.screen(
                order(Order.Step.PICK).destination(Country.of("KP"), null).build(), Orders.DECIDED_AT, moved);
        List<Decision> all = List.of(held, lifted, moved);
        for (Decision after : all) {
            assertEquals(
                    DecisionEvents.standings(after),
                    AuditRecord.of(after, screener).standings());
            assertEquals(
                    DecisionEvents.between(null, after),
                    DecisionEvents.between("clean", List.of(), DecisionEvents.standings(after)));
            for (Decision before : all) {
                assertEquals(
                        DecisionEvents.between(before, after),
                        DecisionEvents.between(
                                "clean", DecisionEvents.standings(before), DecisionEvents.standings(after)));
            }
        }
        DecisionEvents.Event event = DecisionEvents.between(held, lifted).get(0);
        assertEquals(
                Explanation.json(event).replace("}", ",\"decidedAt\":\"" + Orders.DECIDED_AT + "\"}"),
                Explanation.json(event, AuditRecord.of(lifted, screener).decidedAt()));
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
