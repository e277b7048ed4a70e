package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.law.FoundryFacts;
import io.highfence.law.Known;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderReaderTest {
    private static final String WHOLE = """
            {"id":"A-1","kind":"reexport",
             "exporter":{"country":"US","hqCountry":"US","ultimateParentCountry":"JP","usPerson":true},
             "shipFrom":"DE","destination":{"country":"Viet Nam","region":"Hanoi"},
             "plannedExportDate":"2026-09-01","endUse":"supercomputer","knowledge":"reasonToKnow",
             "usNexus":{"usOrigin":true,"usdPayment":false,"usServer":null},
             "parties":[{"role":"ultimateConsignee","name":"Somebody","type":"individual","country":"VN",
               "address":"1 Road","identifiers":"passport:AB 12|bic:DEUTDEFF","birthDate":"1970-02","hqCountry":"VN",
               "ultimateParentCountry":"CN","owners":[{"name":"Holder","percent":50.5},{"ref":"Other"}]}],
             "items":[{"line":"10","eccn":"EAR99","quantity":2.5,"hts":"8471.50","countryOfOrigin":"TW",
               "usOriginControlledPercent":"12.5","usTechnologyOrPlant":true},
               {"rates":"fp16:100","dies":"300:nonplanar","datacenter":"no","ioBandwidthGbps":64}],
             "authorizations":["D123",{"id":"D124","type":"LICENSE"}]}
            """;

    private static Order one(String json) throws IOException, BadInput {
        try (OrderReader reader = reader(json)) {
            return reader.next();
        }
    }

    private static OrderReader reader(String json) throws IOException {
        return new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "orders.json");
    }

    @Test
    void readsEveryField() throws Exception {
        Order order = one(WHOLE);
        assertEquals("A-1", order.id());
        assertEquals(Order.Kind.REEXPORT, order.kind());
        assertEquals(new Order.Exporter(Country.of("US"), Country.of("US"), Country.of("JP")), order.exporter());
        assertEquals(Country.of("DE"), order.shipFrom());
        assertEquals(new Order.Destination(Country.of("VN"), "Hanoi"), order.destination());
        assertEquals(LocalDate.of(2026, 9, 1), order.plannedExportDate());
        assertEquals(new Order.EndUse(Order.Purpose.SUPERCOMPUTER, Order.Knowledge.REASON_TO_KNOW), order.endUse());
        assertEquals(new Order.Nexus(true, true, false, null), order.nexus());
        Party party = order.parties().get(0);
        assertEquals(Party.Role.ULTIMATE_CONSIGNEE, party.role());
        assertEquals(2, party.identifiers().size());
        assertEquals("AB12", party.identifiers().get(0).normal());
        assertEquals(LocalDate.of(1970, 2, 28), party.birthDate().to());
        assertEquals(Country.of("CN"), party.ultimateParentCountry());
        assertEquals(
                List.of(new Party.Owner("Holder", 50_500_000L), new Party.Owner("", "Other", null)), party.owners());
        Item first = order.items().get(0);
        assertEquals(2_500_000L, first.quantityMillionths());
        assertEquals(12_500_000L, first.usOriginControlledPercent());
        assertEquals(Boolean.TRUE, first.usTechnologyOrPlant());
        assertNull(first.chip());
        Item second = order.items().get(1);
        assertEquals("1", second.line());
        assertEquals(64_000_000L, second.chip().ioBandwidthGbps());
        assertEquals(
                List.of("D123", "D124"),
                order.authorizations().stream().map(Authorization::id).toList());
        assertEquals(Authorization.Type.LICENSE, order.authorizations().get(1).type());
        assertEquals(List.of(), order.unread());
        assertEquals(List.of(), order.unjudged());
    }

    @Test
    void keepsWhatItDoesNotKnowAndWhatItDoesNotUnderstand() throws Exception {
        Order order = one("""
                {"id":"B","kind":"teleport","destination":{"country":"Atlantis","planet":{"a":[1,{}]}},
                 "parties":[{"role":"villain","name":"X","type":"ghost","identifiers":["nonsense"],"birthDate":"1.1.70"}],
                 "items":[{"line":"1","quantity":"-3"}],"shinyNewField":[[{}]]}
                """);
        assertNull(order.kind());
        assertEquals(List.of("destination.planet", "shinyNewField"), order.unread());
        assertEquals(
                List.of(
                        "kind 'teleport'",
                        "destination.country 'Atlantis'",
                        "parties[0].role 'villain'",
                        "parties[0].type 'ghost'",
                        "parties[0].identifiers[0] 'nonsense'",
                        "parties[0].birthDate '1.1.70'",
                        "items[0].quantity '-3'"),
                order.unjudged());
        Decision decision = Orders.decide(order);
        assertNotEquals(Verdict.CLEAR, decision.verdict());
        assertTrue(Orders.has(decision, "VALUE_NOT_UNDERSTOOD"));
        assertTrue(Orders.has(decision, "FIELD_NOT_KNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "Kuba, , EMBARGO_CU",
        "КУБА, , EMBARGO_CU",
        "Corée du Nord, , EMBARGO_KP",
        "Ukraina, Krimea, EMBARGO_CRIMEA",
        "Ucraina, Севастополь, EMBARGO_CRIMEA",
        "Rusland, République populaire de Donetsk, EMBARGO_DONETSK"
    })
    void countriesAndRegionsInOtherLanguagesAreJudged(String country, @Nullable String region, String reason)
            throws Exception {
        String place = region == null ? "" : ",\"region\":\"" + region + "\"";
        Order order = one("{\"id\":\"B\",\"kind\":\"export\",\"destination\":{\"country\":\"" + country + "\"" + place
                + "},\"items\":[{\"line\":\"1\",\"eccn\":\"EAR99\"}]}");
        assertEquals(List.of(), order.unjudged());
        Decision decision = Orders.decide(order);
        assertEquals(Verdict.BLOCK, decision.verdict());
        assertTrue(Orders.has(decision, reason), decision.toString());
    }

    @Test
    void readsWhatTheFoundryPresumptionAsks() throws Exception {
        Order order = one("""
                {"id":"F","exporter":{"country":"TW","role":"frontEndFabricator"},
                 "items":[{"line":"1","foundry":{"logic":true,"nodeNm":7,"nonPlanar":true,"attestation":{
                   "by":"authorizedDesigner","tpp":4799.999999,"performanceDensity":"5.91",
                   "designer":{"country":"TW","hqCountry":"DE","ultimateParentCountry":"JP","agreedToReport":true,
                     "appliedOn":"2026-12-01"},
                   "package":{"byFabricator":false,"country":"MY","transistors":29999999999,"hbm":false}}}},
                   {"line":"2","foundry":{}},{"line":"3"}]}
                """);
        assertEquals(
                FoundryFacts.Exporter.FRONT_END_FABRICATOR, order.exporter().role());
        assertEquals(
                new FoundryFacts(
                        Known.YES,
                        7_000_000L,
                        Known.YES,
                        new FoundryFacts.Attestation(
                                FoundryFacts.By.AUTHORIZED_DESIGNER,
                                4_799_999_999L,
                                5_910_000L,
                                new FoundryFacts.Designer(
                                        Country.of("TW"),
                                        Country.of("DE"),
                                        Country.of("JP"),
                                        Known.YES,
                                        LocalDate.of(2026, 12, 1)),
                                new FoundryFacts.FinalPackage(Known.NO, Country.of("MY"), 29_999_999_999L, Known.NO))),
                order.items().get(0).foundry());
        assertEquals(FoundryFacts.UNKNOWN, order.items().get(1).foundry());
        assertNull(order.items().get(2).foundry());
        assertEquals(List.of(), order.unread());
        assertEquals(List.of(), order.unjudged());
    }

    @Test
    void keepsWhatItDoesNotUnderstandOfAFoundry() throws Exception {
        Order order = one("""
                {"id":"F","exporter":{"role":"fab"},
                 "items":[{"line":"1","foundry":{"nodeNm":"seven","nodes":1,"attestation":{"by":"friend","to":"me",
                   "designer":{"appliedOn":"soon","name":"x"},"package":{"transistors":2.5,"count":1}}}},
                   {"line":"2","foundry":{"attestation":{"package":{"transistors":3e10}}}},
                   {"line":"3","foundry":{"attestation":{"package":{"transistors":"9223372036854775808"}}}}]}
                """);
        assertEquals(
                List.of(
                        "items[0].foundry.nodes",
                        "items[0].foundry.attestation.to",
                        "items[0].foundry.attestation.designer.name",
                        "items[0].foundry.attestation.package.count"),
                order.unread());
        assertEquals(
                List.of(
                        "exporter.role 'fab'",
                        "items[0].foundry.nodeNm 'seven'",
                        "items[0].foundry.attestation.by 'friend'",
                        "items[0].foundry.attestation.designer.appliedOn 'soon'",
                        "items[0].foundry.attestation.package.transistors '2.5'",
                        "items[1].foundry.attestation.package.transistors '3e10'",
                        "items[2].foundry.attestation.package.transistors '9223372036854775808'"),
                order.unjudged());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"foundry\":7}~items[0].foundry must be an object",
                "{\"foundry\":{\"logic\":\"yes\"}}~items[0].foundry.logic must be true or false",
                "{\"foundry\":{\"attestation\":[]}}~items[0].foundry.attestation must be an object",
                "{\"foundry\":{\"attestation\":{\"by\":{}}}}~items[0].foundry.attestation.by must be a text"
            })
    void aFoundryOfTheWrongTypeIsAFaultWithItsPlace(String item, String fault) {
        BadInput bad = assertThrows(BadInput.class, () -> one("{\"id\":\"F\",\"items\":[" + item + "]}"));
        assertTrue(bad.getMessage().contains(fault), bad::getMessage);
        assertEquals(1, bad.line());
    }

    @Test
    void readsOneOrderALineUntilTheEnd() throws Exception {
        try (OrderReader reader = reader("{\"id\":\"1\"}\n{\"id\":\"2\"}\n\n{\"id\":\"3\"}")) {
            assertEquals("1", reader.next().id());
            assertEquals("2", reader.next().id());
            assertEquals("3", reader.next().id());
            assertNull(reader.next());
        }
    }

    /** What a stream of orders gives: ids and the places of faults, in order; then whether a fault ended it. */
    private static String all(String json, String file) throws IOException {
        StringBuilder seen = new StringBuilder();
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), file)) {
            while (true) {
                try {
                    Order order = reader.next();
                    if (order == null) {
                        return seen.append(reader.isStopped() ? "stopped" : "end")
                                .toString();
                    }
                    seen.append(order.id());
                } catch (BadInput e) {
                    seen.append(e.line()).append(':').append(e.column());
                }
                seen.append(' ');
            }
        }
    }

    /** A slash stands for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "a no JSON~{'id':'A'}/nonsense/{'id':'C'}/~A 2:1 C end",
                "two of them~{'id':'A'}/nonsense/more/{'id':'D'}~A 2:1 3:1 D end",
                "the first ones~nonsense/{'id':'B'}~1:1 B end",
                "not closed~{'id':'A'/{'id':'B'}/{'id':'C'}~1:1 B C end",
                "not closed within~{'id':'A'}/{'id':'B','items':[/{'id':'C'}/{'id':'D'}~A 2:1 C D end",
                "closed too often~{'id':'A'}}/{'id':'B'}~A 1:11 B end",
                "a text not closed~{'id':'A}/{'id':'B'}~1:7 B end",
                "no object~{'id':'A'}/[{'id':'X'}]/5/{'id':'D'}~A 2:1 3:1 D end",
                "of a wrong kind~{'id':'A','parties':5,'items':[{'x':[1]}]}/{'id':'B'}~1:21 B end",
                "without id~{'kind':'export'}/{'id':'B'}~1:17 B end",
                "the last one~{'id':'A'}/{'id':'B'~A 2:10 end",
                "empty lines~/ /nonsense/ / /{'id':'F'}//~3:1 F end",
                "no ASCII~{'id':'Ä'}/{'id':,'Ö'}/{'id':'Ü'}~Ä 2:7 Ü end"
            })
    void whatIsNoOrderIsPassedOverAndTheOthersAreRead(String what, String lines, String expected) throws Exception {
        for (String end : List.of("\n", "\r\n", "\r")) {
            String text = lines.replace('\'', '"').replace("/", end);
            String seen = all(text, what.startsWith("the first") || what.startsWith("not") ? "o.json" : "o.jsonl");
            assertEquals(
                    expected,
                    seen,
                    what + ", line end " + end.replace("\r", "CR").replace("\n", "LF"));
        }
    }

    @Test
    void anOrderOfSeveralLinesIsNotTakenApart() throws Exception {
        String nested = "{\"id\":\"A\",,\n  \"authorizations\": [\n  {\"id\":\"D1\"}\n ]}\n";
        assertEquals("1:11 stopped", all(nested, "o.json"), "no JSON: what follows may be a part of it");
        String wrong = "{\"id\":\"A\",\n  \"parties\": 5,\n  \"items\": [\n{\"x\":1}\n]}\n{\n\"id\":\"B\"}";
        assertEquals("2:14 B end", all(wrong, "o.json"), "JSON, and no order: its end is known");
    }

    @Test
    void manyFaultsAndLongOnesAreReadInOrderAndInLittleSpace() throws Exception {
        StringBuilder text = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 20_000; i += 2) {
            text.append("{\"id\":\"")
                    .append(i)
                    .append("\"}\n{,")
                    .append("x".repeat(i))
                    .append('\n');
            expected.append(i).append(' ').append(i + 2).append(":2 ");
        }
        assertEquals(expected.append("end").toString(), all(text.toString(), "o.jsonl"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"id\":\"1\",}~1~11",
                "[]~1~1",
                "{}~1~2",
                "{\"id\":\"  \"}~1~11",
                "{\"id\":\"1\",\"parties\":{}}~1~21",
                "{\"id\":\"1\",\"id\":\"2\"}~1~15",
                "{\"id\":\"1\",\"destination\":{\"region\":[]}}~1~35",
                "{\"id\":\"1\",\"exporter\":{\"usPerson\":\"yes\"}}~1~34",
                "{\"id\":\"1\"~1~10"
            })
    void saysWhereAnOrderIsBroken(String json, long line, int column) {
        BadInput fault = assertThrows(BadInput.class, () -> one(json));
        assertEquals("orders.json", fault.file());
        assertEquals(line, fault.line(), fault.getMessage());
        assertEquals(column, fault.column(), fault.getMessage());
        assertFalse(fault.reason().isBlank());
    }

    @Test
    void deepNestingAndEndlessTextsAreFaultsAndNoCrash() {
        assertThrows(BadInput.class, () -> one("{\"id\":\"1\",\"x\":" + "[".repeat(100_000)));
        assertThrows(BadInput.class, () -> one("{\"id\":\"" + "x".repeat(200_000) + "\"}"));
    }

    /** Damaged bytes give an order or a fault, and never anything else. */
    @Test
    void damagedOrdersAreReadOrRefused() {
        long seed = 4711;
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            byte[] bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
            for (int edits = 0; edits <= random.nextInt(4); edits++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(3) == 0 ? random.nextInt(bytes.length) : bytes.length;
            int round = i;
            try (OrderReader reader = new OrderReader(new ByteArrayInputStream(bytes, 0, length), "orders.json")) {
                Order order = reader.next();
                assertTrue(order == null || !order.id().isBlank());
            } catch (BadInput e) {
                assertTrue(e.getMessage().startsWith("orders.json"));
            } catch (IOException | RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }

    /** Name and reference of an owner stand beside each other, whichever comes first. */
    @Test
    void anOwnerKeepsItsNameAndItsReference() throws Exception {
        for (String owner : List.of(
                "{\"name\":\"Holder\",\"ref\":\" F1 \",\"percent\":60}",
                "{\"ref\":\"F1\",\"percent\":60,\"name\":\"Holder\"}")) {
            Order order = one("{\"id\":\"1\",\"parties\":[{\"name\":\"Somebody\",\"owners\":[" + owner + "]}]}");
            assertEquals(
                    List.of(new Party.Owner("Holder", "F1", 60_000_000L)),
                    order.parties().get(0).owners());
        }
        Order blank = one(
                "{\"id\":\"1\",\"parties\":[{\"name\":\"Somebody\",\"owners\":[{\"name\":\"Holder\",\"ref\":\" \"}]}]}");
        assertEquals(
                List.of(new Party.Owner("Holder", null)), blank.parties().get(0).owners());
        assertEquals("Owner[name=Holder, percentMillionths=null]", new Party.Owner("Holder", null).toString());
        assertEquals("Owner[name=A, ref=F1, percentMillionths=1]", new Party.Owner("A", "F1", 1L).toString());
    }
}
