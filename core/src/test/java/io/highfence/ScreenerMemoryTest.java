package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipCatalogue;
import io.highfence.law.FoundryFacts;
import io.highfence.ledger.Account;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A screener that has decided much before says the same as one that has decided nothing: what it remembers of lines and owners depends on
 * every fact that an answer may depend on. Every component of an order is varied, by reflection, so that one that is added is too.
 */
class ScreenerMemoryTest {
    private static final List<Country> PLACES = List.of(
            Country.of("DE"), Country.of("US"), Country.of("CN"), Country.of("AE"), Country.of("RU"), Country.of("MO"));

    private static final List<Chip> CHIPS = List.of(
            ChipCatalogue.bundled().find("RTX 4090").chip(),
            ChipCatalogue.bundled().find("RTX 4090 D").chip(),
            ChipCatalogue.bundled().find("H100 SXM5").chip());

    private static Screener screener() {
        return new Screener(Orders.RULES, Orders.SAMPLE, Orders.DEMO);
    }

    private static String answer(Screener screener, Order order) {
        Decision decision = new Decision();
        screener.screen(order, Orders.DECIDED_AT, decision);
        return Explanation.json(decision);
    }

    /** An order that meets many rules: advanced chips to China for a fabricator, made by somebody, with owners. */
    private static Order grave() {
        Country china = Country.of("CN");
        return Orders.bare("grave")
                .exporter(new Order.Exporter(
                        Country.of("US"), Country.of("US"), Country.of("US"), FoundryFacts.Exporter.NEITHER))
                .destination(china, "Shenzhen")
                .asOf(Orders.AS_OF)
                .nexus(new Order.Nexus(true, true, true, true))
                .party(owned(Party.Role.PURCHASER, "Pearl River Computing"))
                .party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, "Pearl River Logistics", "CN"))
                .party(Orders.party(Party.Role.END_USER, "Pearl River Cloud", "CN"))
                .party(Orders.party(Party.Role.MANUFACTURER, "Harbor Devices", "US"))
                .item(item("1", CHIPS.get(0)))
                .item(item("2", CHIPS.get(2)))
                .item(Item.ofEccn("3", "3A991.p"))
                .build();
    }

    private static Item item(String line, Chip chip) {
        return new Item(
                line,
                "sku",
                chip,
                "3A090.a",
                10_000_000L,
                "847330",
                Country.of("US"),
                30_000_000L,
                true,
                FoundryFacts.UNKNOWN);
    }

    private static Party owned(Party.Role role, String name) {
        Country china = Country.of("CN");
        return new Party(
                role,
                name,
                PartyType.ORGANISATION,
                china,
                "1 Renmin Road, Shenzhen",
                List.of(identifier()),
                DateRange.ofYear(1970),
                china,
                china,
                List.of(new Party.Owner("Harbor Holding", 60_000_000L)));
    }

    private static ListedParty.Identifier identifier() {
        return ListedParty.Identifier.parse("registration:5919070");
    }

    /** A listed name with two letters lost: found by itself, not found where a party of the order says that it is a person's. */
    private static final String HIDDEN = "VTB BNK PULIC JOINT STOCK COMPANY";

    /** An order of which another party tells more of an owner, and so hides it. */
    private static Order told() {
        return ownedBy(
                new Party.Owner(HIDDEN, 60_000_000L), holding(Party.Role.SIGNATORY, HIDDEN, PartyType.PERSON, null));
    }

    private static Order ownedBy(Party.Owner owner, Party... more) {
        Order.Builder order = Orders.bare("told")
                .party(holding(Party.Role.PURCHASER, "Harbor Devices", PartyType.ORGANISATION, null))
                .party(holding(Party.Role.END_USER, "Harbor Cloud", PartyType.ORGANISATION, null, owner));
        for (Party party : more) {
            order.party(party);
        }
        return order.item(Item.ofEccn("1", "EAR99")).build();
    }

    private static Party holding(
            Party.Role role, String name, PartyType type, @Nullable String account, Party.Owner... owners) {
        Country place = Country.of("DE");
        return new Party(role, name, type, place, null, List.of(), null, place, place, List.of(owners), account);
    }

    private static Order clean() {
        Order.Builder order = Orders.bare("clean");
        for (Party.Role role : List.of(Party.Role.PURCHASER, Party.Role.ULTIMATE_CONSIGNEE, Party.Role.END_USER)) {
            order.party(Orders.buyer(role));
        }
        return order.item(Item.ofEccn("1", "EAR99"))
                .item(item("2", CHIPS.get(1)))
                .build();
    }

    /** Other values for a component: of the same type, chosen so that answers change. */
    private static List<Object> others(RecordComponent component, Object value) {
        Class<?> type = component.getType();
        String name = component.getName();
        List<Object> others = new ArrayList<>();
        if (type.isEnum()) {
            others.addAll(Arrays.asList(type.getEnumConstants()));
        } else if (type == Country.class) {
            others.addAll(PLACES);
        } else if (type == LocalDate.class) {
            others.addAll(List.of(
                    LocalDate.of(2022, 10, 1), LocalDate.of(2023, 11, 16), LocalDate.of(2025, 10, 15), Orders.AS_OF));
        } else if (type == boolean.class) {
            others.addAll(List.of(true, false));
        } else if (type == Boolean.class) {
            others.addAll(Arrays.asList(true, false));
        } else if (type == Long.class || type == long.class) {
            others.addAll(List.of(1_000_000L, 25_000_000L, 60_000_000_000_000L));
        } else if (type == Chip.class) {
            others.addAll(CHIPS);
        } else if (type == DateRange.class) {
            others.add(DateRange.ofYear(1960));
        } else if (type == FoundryFacts.class) {
            others.add(FoundryFacts.UNKNOWN);
            others.add(new FoundryFacts(io.highfence.law.Known.YES, 7_000_000, io.highfence.law.Known.YES, null));
        } else if (type == String.class) {
            others.addAll(
                    switch (name) {
                        case "eccn" -> List.of("EAR99", "3A090.a", "3A090.b", "4A090.a", "5A992.c", "no number");
                        case "name" -> List.of("none", "Huawei Technologies", "Harbor Holding", "Oracle", "");
                        case "account", "ref" -> List.of("another", "cust-1", "Harbor Holding");
                        case "region", "address" -> List.of("Yalta, Crimea", "Macau", "Sevastopol");
                        default -> List.of("another", "123456");
                    });
        } else if (type.isRecord()) {
            others.addAll(value == null ? List.of() : varied((Record) value));
        } else if (type == List.class) {
            others.addAll(lists(name, (List<?>) value));
        } else {
            throw new AssertionError("no other value for " + component);
        }
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            others.add(null);
        }
        return others;
    }

    private static List<Object> lists(String name, List<?> value) {
        List<Object> lists = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) instanceof Record record) {
                for (Object other : varied(record)) {
                    List<Object> list = new ArrayList<>(value);
                    list.set(i, other);
                    lists.add(list);
                }
            }
        }
        switch (name) {
            case "unread", "unjudged" -> lists.add(List.of("items[0].colour"));
            case "redFlags" -> lists.add(List.of("red-flag-4"));
            case "authorizations" ->
                lists.add(List.of(Authorization.builder("D1")
                        .type(Authorization.Type.LICENSE)
                        .build()));
            case "dispositions" ->
                lists.add(List.of(
                        new Disposition("ECCN_DIFFERS/line 0", null, "a person", "", "a data sheet", "", null)));
            case "totals" ->
                lists.add(List.of(new Order.Total(new Account(Account.Kind.TPP_TENANT, "T1"), 5_000_000L)));
            case "identifiers" -> lists.add(List.of(identifier()));
            default -> {
                if (value.size() > 1) {
                    List<Object> turned = new ArrayList<>(value);
                    java.util.Collections.reverse(turned);
                    lists.add(turned);
                }
            }
        }
        return lists;
    }

    /** Every record that differs from one in one component. */
    private static List<Object> varied(Record record) {
        List<Object> varied = new ArrayList<>();
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            for (int i = 0; i < components.length; i++) {
                Object[] values = new Object[components.length];
                for (int j = 0; j < components.length; j++) {
                    values[j] = components[j].getAccessor().invoke(record);
                }
                for (Object other : others(components[i], values[i])) {
                    values[i] = other;
                    varied.add(constructor(record, components).newInstance(values));
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
        return varied;
    }

    private static Constructor<?> constructor(Record record, RecordComponent[] components)
            throws NoSuchMethodException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return record.getClass().getDeclaredConstructor(types);
    }

    @Test
    void everyFactOfAnOrderIsSeen() {
        Screener warm = screener();
        int count = 0;
        for (Order base : List.of(grave(), clean(), told())) {
            String expected = answer(screener(), base);
            List<Object> orders = varied(base);
            List<String> answers = new ArrayList<>();
            for (Object other : orders) {
                Order order = (Order) other;
                answers.add(answer(screener(), order));
                assertEquals(answers.get(answers.size() - 1), answer(warm, order), order::toString);
                assertEquals(expected, answer(warm, base), () -> "after " + order);
                count++;
            }
            // The other way round: what was kept of a later order may change an earlier one.
            for (int i = orders.size() - 1; i >= 0; i--) {
                Order order = (Order) orders.get(i);
                assertEquals(answers.get(i), answer(warm, order), order::toString);
            }
        }
        assertTrue(count > 400, "only " + count + " orders");
    }

    /** What a party tells of a holder, by its name or by the id that the caller refers to, counts in its own order and in no other. */
    @Test
    void whatAPartyTellsOfAHolderIsForgotten() {
        Party.Owner hidden = new Party.Owner(HIDDEN, 60_000_000L);
        Party.Owner referred = new Party.Owner("", "cust-1", 60_000_000L);
        Party clean = holding(Party.Role.OTHER, "Harbor Holding", PartyType.ORGANISATION, "cust-1");
        List<Order> orders = List.of(
                told(),
                ownedBy(hidden),
                ownedBy(hidden, clean),
                ownedBy(referred),
                ownedBy(referred, clean),
                ownedBy(referred, holding(Party.Role.OTHER, HIDDEN, PartyType.ORGANISATION, "cust-1")),
                ownedBy(new Party.Owner("Harbor Holding", 60_000_000L), clean),
                ownedBy(
                        new Party.Owner("Harbor Holding", 60_000_000L),
                        holding(Party.Role.OTHER, "harbor-holding", PartyType.ORGANISATION, null, hidden)));
        List<String> answers =
                orders.stream().map(order -> answer(screener(), order)).toList();
        assertFalse(answers.get(0).contains("POSSIBLE_OFAC_50_PERCENT"), answers.get(0));
        assertTrue(answers.get(1).contains("POSSIBLE_OFAC_50_PERCENT"), answers.get(1));
        assertTrue(answers.get(3).contains("OWNER_UNNAMED"), answers.get(3));
        assertFalse(answers.get(4).contains("OWNER_UNNAMED"), answers.get(4));
        for (int first = 0; first < orders.size(); first++) {
            for (int second = 0; second < orders.size(); second++) {
                Screener warm = screener();
                answer(warm, orders.get(first));
                assertEquals(answers.get(second), answer(warm, orders.get(second)), first + " before " + second);
            }
        }
    }

    private static Order ofPurchaser(String name) {
        // Running totals are asked of what goes to China, and then nothing is remembered of a line.
        Order.Builder order = Orders.bare("bought").destination(Country.of("SA"), null);
        return order.party(Orders.party(Party.Role.PURCHASER, name, "CN"))
                .party(Orders.party(Party.Role.ULTIMATE_CONSIGNEE, "Harbor Devices", "SA"))
                .party(Orders.party(Party.Role.END_USER, "Harbor Cloud", "SA"))
                .item(item("1", CHIPS.get(0)))
                .build();
    }

    /** The same line to the same places: what a line may be shipped under turns on who else takes part. */
    @Test
    void aListingThatBarsExceptionsBarsThemForAKnownLine() {
        Order free = ofPurchaser("Pearl River Computing");
        Order barred = ofPurchaser("Huawei Technologies Co., Ltd.");
        String offered = "License Exception NAC";
        String none = "while that party takes part, no license exception";
        Screener warm = screener();
        for (int again = 0; again < 2; again++) {
            assertTrue(answer(warm, free).contains(offered));
            assertTrue(answer(warm, barred).contains(none), () -> answer(screener(), barred));
            assertEquals(answer(screener(), free), answer(warm, free));
            assertEquals(answer(screener(), barred), answer(warm, barred));
        }
    }

    /** A holder of whom the graph knows a name alone is nobody listed, until a party of the order says more of that name. */
    @Test
    void aPartyThatSaysMoreOfAHolderIsSeen() throws Exception {
        byte[] stakes = "owner,owner_country,owned,percent\nNorthern Holding,,Blue Lagoon Rendering,60\n"
                .getBytes(StandardCharsets.UTF_8);
        OwnershipGraph graph = OwnershipGraph.read(new ByteArrayInputStream(stakes), "stakes.csv");
        Supplier<Screener> fresh = () -> Screener.with(Orders.RULES, Orders.SAMPLE, Orders.DEMO)
                .ownership(graph)
                .build();
        Order quiet = Orders.clean()
                .party(Orders.party(Party.Role.BILL_TO, "Blue Lagoon Rendering", "DE"))
                .build();
        Country russia = Country.of("RU");
        Order known = Orders.clean()
                .party(Orders.party(Party.Role.BILL_TO, "Blue Lagoon Rendering", "DE"))
                .party(new Party(
                        Party.Role.OTHER,
                        "NORTHERN Holding",
                        PartyType.ORGANISATION,
                        russia,
                        null,
                        List.of(ListedParty.Identifier.parse("bic:SABRRUMM")),
                        null,
                        russia,
                        russia,
                        List.of()))
                .build();
        Screener warm = fresh.get();
        for (int again = 0; again < 2; again++) {
            assertFalse(answer(warm, quiet).contains("OFAC_50_PERCENT"));
            assertTrue(answer(warm, known).contains("OFAC_50_PERCENT"), () -> answer(fresh.get(), known));
            assertEquals(answer(fresh.get(), quiet), answer(warm, quiet));
            assertEquals(answer(fresh.get(), known), answer(warm, known));
        }
    }

    /** Orders put together at random out of the varied parts, so that memories of several orders meet. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void manyOrdersLeaveNothingBehind(long seed) {
        Random random = new Random(seed);
        List<Object> orders = varied(grave());
        orders.addAll(varied(told()));
        Screener warm = screener();
        for (int i = 0; i < 400; i++) {
            Order order = (Order) orders.get(random.nextInt(orders.size()));
            List<Object> more = varied(order);
            Order twice = (Order) more.get(random.nextInt(more.size()));
            assertEquals(answer(screener(), twice), answer(warm, twice), () -> "seed " + seed + ": " + twice);
        }
    }

    /** More settings and lines than are kept: everything is forgotten, and nothing else changes. */
    @Test
    void whatIsForgottenIsFoundAgain() {
        Screener warm = screener();
        Order base = clean();
        String before = answer(warm, base);
        for (int i = 0; i < LineAnswers.MOST_ORDERS + 10; i++) {
            Order order = Orders.bare("o" + i)
                    .destination(Country.of("DE"), "district " + i)
                    .party(Orders.buyer(Party.Role.PURCHASER))
                    .party(Orders.buyer(Party.Role.ULTIMATE_CONSIGNEE))
                    .party(Orders.buyer(Party.Role.END_USER))
                    .item(Item.ofEccn("1", "EAR99"))
                    .build();
            Decision decision = new Decision();
            warm.screen(order, Orders.DECIDED_AT, decision);
            assertEquals(Verdict.CLEAR, decision.verdict());
        }
        assertEquals(before, answer(warm, base));
        Order.Builder long1 = Orders.bare("long")
                .party(Orders.buyer(Party.Role.PURCHASER))
                .party(Orders.buyer(Party.Role.ULTIMATE_CONSIGNEE))
                .party(Orders.buyer(Party.Role.END_USER));
        for (int i = 0; i < LineAnswers.MOST_LINES + 10; i++) {
            long1.item(Item.ofEccn(Integer.toString(i), "EAR99"));
        }
        Decision decision = new Decision();
        warm.screen(long1.build(), Orders.DECIDED_AT, decision);
        assertEquals(Verdict.CLEAR, decision.verdict());
        assertEquals(LineAnswers.MOST_LINES + 10, decision.items().size());
        assertEquals(before, answer(warm, base));
    }
}
