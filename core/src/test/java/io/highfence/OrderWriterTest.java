package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.chip.Chip;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.Classification;
import io.highfence.law.FoundryFacts;
import io.highfence.law.Known;
import io.highfence.ledger.Account;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** What is written of an order or of settings is read back as the same. */
class OrderWriterTest {
    private static Order read(String json) throws IOException, BadInput {
        try (OrderReader reader =
                new OrderReader(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "order.json")) {
            Order order = Objects.requireNonNull(reader.next());
            assertNull(reader.next());
            return order;
        }
    }

    @Test
    void randomOrdersAreReadBackAsTheyWere() throws Exception {
        long seed = 20260901L;
        RandomOrders orders = new RandomOrders(seed);
        ChipClassifier classifier = new ChipClassifier(Orders.RULES);
        for (int i = 0; i < 2000; i++) {
            Order order = orders.next();
            String json = Explanation.json(order);
            Order back = read(json);
            String where = "seed " + seed + ", order " + i + ": " + json;
            assertEquals(order, back, where);
            assertEquals(order.toString(), back.toString(), where);
            assertEquals(json, Explanation.json(back), where);
            for (int line = 0; line < order.items().size(); line++) {
                if (order.items().get(line).chip() != null && i % 20 == 0) {
                    // The explanation also says where each fact comes from.
                    assertEquals(
                            explained(classifier, order.items().get(line)),
                            explained(classifier, back.items().get(line)),
                            where);
                }
            }
        }
    }

    private static String explained(ChipClassifier classifier, Item item) {
        Classification answer = new Classification();
        classifier.classify(Objects.requireNonNull(item.chip()), Orders.AS_OF, answer);
        return Explanation.text(answer);
    }

    @Test
    void theSampleOrdersAreReadBackAsTheyWere() throws Exception {
        Path folder =
                Path.of(System.getProperty("highfence.root"), "examples", "cli", "src", "main", "resources", "orders");
        int count = 0;
        for (String file : new String[] {"vendor.jsonl", "checkout.jsonl", "cloud.jsonl"}) {
            try (InputStream in = Files.newInputStream(folder.resolve(file));
                    OrderReader reader = new OrderReader(in, file)) {
                for (Order order = reader.next(); order != null; order = reader.next()) {
                    assertEquals(order, read(Explanation.json(order)));
                    count++;
                }
            }
        }
        assertTrue(count >= 9, "three kinds of user, three orders each");
    }

    @Test
    void everyCountryIsReadBack() throws Exception {
        for (String code : java.util.Locale.getISOCountries()) {
            Country country = Country.find(code);
            assertNotNull(country, code);
            assertEquals(
                    country,
                    read("{\"id\":\"1\",\"shipFrom\":\"" + country.code() + "\"}")
                            .shipFrom());
        }
    }

    /** How an order says a constant of each of the enums that it can hold; those of chips are the business of {@code ChipFacts}. */
    private static final Map<Class<?>, BiConsumer<Order.Builder, Object>> SAYS = Map.ofEntries(
            says(Order.Kind.class, Order.Builder::kind),
            says(Order.Step.class, Order.Builder::step),
            says(Order.Purpose.class, (order, purpose) -> order.endUse(purpose, Order.Knowledge.STATED)),
            says(Order.Knowledge.class, (order, knowledge) -> order.endUse(Order.Purpose.CIVIL, knowledge)),
            says(
                    FoundryFacts.Exporter.class,
                    (order, role) -> order.exporter(new Order.Exporter(null, null, null, role))),
            says(Party.Role.class, (order, role) -> order.party(Party.of(role, "A", null))),
            says(PartyType.class, (order, type) -> order.party(party(type, List.of()))),
            says(
                    ListedParty.Identifier.Kind.class,
                    (order, kind) -> order.party(party(
                            PartyType.UNKNOWN,
                            List.of(new ListedParty.Identifier(kind, "1", "", null, DateRange.ALWAYS))))),
            says(Account.Kind.class, (order, kind) -> order.total(new Order.Total(new Account(kind, "A"), 1))),
            says(
                    Authorization.Type.class,
                    (order, type) -> order.authorization(Authorization.builder("A")
                            .type(type)
                            .notice(
                                    type == Authorization.Type.NOTICE
                                            ? new Authorization.Notice(
                                                    null, Authorization.Objection.NONE, "Z", null, "", "", List.of())
                                            : null)
                            .build())),
            says(
                    Authorization.Objection.class,
                    (order, objection) -> order.authorization(Authorization.builder("A")
                            .type(Authorization.Type.NOTICE)
                            .notice(new Authorization.Notice(null, objection, "Z", null, "", "", List.of()))
                            .build())),
            says(Known.class, (order, known) -> order.item(item(FoundryFacts.By.APPROVED_DESIGNER, known))),
            says(FoundryFacts.By.class, (order, by) -> order.item(item(by, Known.YES))));

    private static <E extends Enum<E>> Map.Entry<Class<?>, BiConsumer<Order.Builder, Object>> says(
            Class<E> constants, BiConsumer<Order.Builder, E> with) {
        return Map.entry(constants, (order, constant) -> with.accept(order, constants.cast(constant)));
    }

    private static Party party(PartyType type, List<ListedParty.Identifier> identifiers) {
        return new Party(Party.Role.OTHER, "A", type, null, null, identifiers, null, null, null, List.of(), null);
    }

    private static Item item(FoundryFacts.By by, Known known) {
        return new Item(
                "1",
                null,
                null,
                "EAR99",
                null,
                null,
                null,
                null,
                null,
                new FoundryFacts(
                        known,
                        -1,
                        known,
                        new FoundryFacts.Attestation(
                                by,
                                1_000_000,
                                -1,
                                new FoundryFacts.Designer(null, null, null, known, null),
                                new FoundryFacts.FinalPackage(known, null, -1, known))));
    }

    @Test
    void everyConstantIsReadBack() throws Exception {
        assertEquals(enums(Order.class, new HashSet<>()), SAYS.keySet());
        int count = 0;
        for (Map.Entry<Class<?>, BiConsumer<Order.Builder, Object>> says : SAYS.entrySet()) {
            for (Object constant : says.getKey().getEnumConstants()) {
                Order.Builder order = Order.builder("1");
                says.getValue().accept(order, constant);
                assertEquals(order.build(), read(Explanation.json(order.build())), constant::toString);
                count++;
            }
        }
        assertTrue(count > 80, "the constants of all enums, " + count);
    }

    /** The enums that an order can hold, by what its methods give. */
    private static Set<Class<?>> enums(Class<?> type, Set<Class<?>> seen) {
        Set<Class<?>> enums = new HashSet<>();
        if (!type.getName().startsWith("io.highfence.") || type == Chip.class || !seen.add(type)) {
            return enums;
        }
        if (type.isEnum()) {
            enums.add(type);
            return enums;
        }
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                enums.addAll(enums(method.getReturnType(), seen));
                if (method.getGenericReturnType() instanceof ParameterizedType of) {
                    for (Type argument : of.getActualTypeArguments()) {
                        if (argument instanceof Class<?> held) {
                            enums.addAll(enums(held, seen));
                        }
                    }
                }
            }
        }
        return enums;
    }

    /** Records of before have types of authorizations as words. */
    @Test
    void theTypeOfAnAuthorizationIsReadAsAWordToo() throws Exception {
        Order order = read("{\"id\":\"1\",\"authorizations\":[{\"id\":\"A\",\"type\":\"ofacGl\"}]}");
        assertEquals(Authorization.Type.OFAC_GL, order.authorizations().get(0).type());
        assertEquals(List.of(), order.unjudged());
    }

    @Test
    void aRecordedChipIsReadStrictly() {
        for (String chip : new String[] {
            "{}",
            "{\"id\":1}x",
            "{\"id\":\"1\",\"colour\":\"red\"}",
            "{\"id\":\"1\",\"parts\":[0]}",
            "{\"id\":\"1\",\"given\":[\"colour\"]}",
            "{\"id\":\"1\",\"rates\":\"fp8:1\"}",
            "{\"id\":\"1\",\"faults\":[\"colour: red\"]}",
            "{\"id\":\"1\",\"leastConfidence\":\"yes\"}"
        }) {
            assertThrows(BadInput.class, () -> read("{\"id\":\"1\",\"items\":[{\"chip\":" + chip + "}]}"), chip);
        }
        BadInput both = assertThrows(
                BadInput.class, () -> read("{\"id\":\"1\",\"items\":[{\"chip\":{\"id\":\"1\"},\"rates\":\"fp8:1\"}]}"));
        assertTrue(both.getMessage().contains("not both"), both.getMessage());
    }
}
