package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders as rows of a table: a row a line, the rows of an order together, and no line lost in silence. */
class OrderTableTest {
    private static final String HEADER = "id,kind,destination_country,us_person,end_user_name,line,eccn,quantity\n";

    private final List<Order> orders = new ArrayList<>();
    private final List<BadInput> refused = new ArrayList<>();

    private void read(String table) throws IOException, BadInput {
        OrderTable.read(
                new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), "o.csv", orders::add, refused::add);
    }

    private List<String> ids() {
        return orders.stream().map(Order::id).toList();
    }

    private static Order json(String json) throws IOException, BadInput {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "o.json")) {
            return reader.next();
        }
    }

    @Test
    void aTableSaysWhatTheSameOrderSaysAsJson() throws Exception {
        read("""
                id,kind,step,ship_from,exporter_country,exporter_hq_country,exporter_ultimate_parent_country,exporter_role,\
                us_person,us_origin,destination_country,destination_region,planned_export_date,as_of,end_use,knowledge,\
                purchaser_name,purchaser_country,purchaser_hq_country,purchaser_ultimate_parent_country,purchaser_address,\
                purchaser_identifiers,purchaser_type,end_user_name,end_user_birth_date,line,chip,eccn,quantity,value,hts,rates
                A 1,export,pick,US,US,US,US,osat,yes,no,CN,Shenzhen,2026-09-01,2026-09-02,civil,known,"Blue, Lagoon",CN,CN,MO,\
                1 Road,bic:SABRRUMM,organisation,Ann,1970-01-02,10,RTX 4090,,5,7.5,850760,
                A 1,,,,,,,,,,,,,,,,,,,,,,,,,20,,EAR99,1,,,
                """);
        Order expected = json("""
                {"id":"A 1","kind":"export","step":"pick","shipFrom":"US",
                 "exporter":{"country":"US","hqCountry":"US","ultimateParentCountry":"US","role":"osat"},
                 "usNexus":{"usPerson":true,"usOrigin":false},"destination":{"country":"CN","region":"Shenzhen"},
                 "plannedExportDate":"2026-09-01","asOf":"2026-09-02","endUse":"civil","knowledge":"known",
                 "parties":[{"role":"purchaser","name":"Blue, Lagoon","country":"CN","hqCountry":"CN",
                   "ultimateParentCountry":"MO","address":"1 Road","identifiers":"bic:SABRRUMM","type":"organisation"},
                   {"role":"endUser","name":"Ann","birthDate":"1970-01-02"}],
                 "items":[{"line":"10","chip":"RTX 4090","quantity":5,"value":7.5,"hts":"850760"},
                   {"line":"20","eccn":"EAR99","quantity":1}]}
                """);
        assertEquals(List.of(), refused);
        assertEquals(List.of(expected), orders);
    }

    @Test
    void aPartyHasOwnersAndAnAccount() throws Exception {
        read("id,end_user_name,end_user_account,end_user_owners,line,eccn\n"
                + "A,Ann,C-1,Harbor Holding:60|Another Firm| Third: 12.5 |Fourth:|,1,EAR99\n");
        Order expected = json("""
                {"id":"A","parties":[{"role":"endUser","name":"Ann","account":"C-1","owners":[
                  {"name":"Harbor Holding","percent":60},{"name":"Another Firm"},{"name":"Third","percent":12.5},
                  {"name":"Fourth"}]}],"items":[{"line":"1","eccn":"EAR99"}]}
                """);
        assertEquals(List.of(), refused);
        assertEquals(List.of(expected), orders);
        orders.clear();
        read("id,end_user_name,end_user_owners,line,eccn\nA,Ann,Harbor: Holding|Other:101,1,EAR99\n");
        assertEquals(2, orders.get(0).unjudged().size(), "a percentage that is none is asked for");
    }

    @Test
    void rowsThatStandTogetherAreOneOrderAndOrdersKeepTheirSequence() throws Exception {
        read(HEADER + "B,export,DE,,Ann,1,EAR99,1\nB,,,,,2,EAR99,2\nA,export,FR,,Bob,1,EAR99,1\n"
                + "C,export,FR,unknown,Bob,1,EAR99,1\nC,export,FR,,Bob,2,EAR99,1\n");
        assertEquals(List.of(), refused);
        assertEquals(List.of("B", "A", "C"), ids());
        assertEquals(
                List.of(2, 1, 2),
                orders.stream().map(order -> order.items().size()).toList());
        assertEquals(Country.of("DE"), orders.get(0).destination().country());
    }

    /** A value that cannot be judged is no fault: the decision asks for it. */
    @Test
    void whatIsNotUnderstoodIsAskedFor() throws Exception {
        read(HEADER + "A,smuggle,Atlantis,,Ann,1,EAR99,many\n");
        assertEquals(List.of(), refused);
        Decision decision = Orders.decide(orders.get(0));
        assertEquals(Verdict.NEEDS_DATA, decision.verdict());
        for (String path : List.of("kind 'smuggle'", "destination.country 'Atlantis'", "items[0].quantity 'many'")) {
            assertTrue(decision.missing().contains(path), path);
        }
    }

    @Test
    void anOrderWithARowThatCannotBeReadIsRefusedWholeAndTheOthersAreNot() throws Exception {
        read(HEADER + "A,export,DE,,Ann,1,EAR99,1\n"
                + "B,export,DE,,Ann,1,EAR99,1\nB,,,,,2\nB,,,,,3,EAR99,1\n"
                + "C,export,DE,,Ann,1,EAR99,1\n"
                + "D,export,DE,,Ann\n"
                + "E,export,DE,,Ann,1,EAR99,1\n");
        assertEquals(List.of("A", "C", "E"), ids());
        assertEquals(2, refused.size());
        assertEquals(4, refused.get(0).line());
        assertEquals(7, refused.get(0).column());
        assertTrue(refused.get(0).getMessage().startsWith("o.csv:4:7"), refused.get(0)::getMessage);
        assertEquals(7, refused.get(1).line());
    }

    @Test
    void aRowWithoutAnIdMayBelongToEitherNeighbour() throws Exception {
        read(HEADER + "A,export,DE,,Ann,1,EAR99,1\nB,export,DE,,Ann,1,EAR99,1\n,,,,,2,EAR99,1\n"
                + "C,export,DE,,Ann,1,EAR99,1\nD,export,DE,,Ann,1,EAR99,1\n");
        assertEquals(List.of("A", "D"), ids());
        assertEquals(List.of(4L, 4L), refused.stream().map(BadInput::line).toList());
        orders.clear();
        refused.clear();
        read(HEADER + ",export,DE,,Ann,1,EAR99,1\n");
        assertEquals(List.of(), ids());
        assertEquals(1, refused.size());
        refused.clear();
        read(HEADER + "A,export,DE,,Ann,1,EAR99,1\n,,,,,,,\n");
        assertEquals(1, refused.size());
    }

    @Test
    void rowsThatContradictTheirOrderAreRefused() throws Exception {
        read(HEADER + "A,export,DE,,Ann,1,EAR99,1\nA,export,FR,,Ann,2,EAR99,1\nB,export,DE,perhaps,Ann,1,EAR99,1\n"
                + "C,export,DE,,,1,EAR99,1\nC,,,,Ann,2,EAR99,1\nA,export,DE,,Ann,3,EAR99,1\n");
        assertEquals(List.of(), ids());
        assertEquals(
                List.of(3L, 4L, 6L, 7L), refused.stream().map(BadInput::line).toList());
        assertEquals(List.of(3, 4, 5, 1), refused.stream().map(BadInput::column).toList());
        assertTrue(refused.get(3).getMessage().contains("stood above already"));
    }

    @Test
    void aTableThatCannotBeReadEndsTheReading() {
        for (String table : List.of("", "kind\nexport\n", HEADER.replace("quantity", "quantitty"), "id,id\nA,A\n")) {
            assertThrows(BadInput.class, () -> read(table), table);
        }
        assertEquals(List.of(), ids());
        assertThrows(
                BadInput.class,
                () -> read(HEADER + "A,export,DE,,Ann,1,EAR99,1\nB,export,DE,,Ann,1,EAR99,1\nB,\"export\n"));
        assertEquals(List.of("A"), ids());
        assertEquals(1, refused.size());
        assertTrue(refused.get(0).getMessage().contains("'B'"));
    }
}
