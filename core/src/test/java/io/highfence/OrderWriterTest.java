package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.chip.ChipClassifier;
import io.highfence.chip.Classification;
import io.highfence.report.Explanation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
