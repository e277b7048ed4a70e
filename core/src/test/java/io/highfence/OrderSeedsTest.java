package io.highfence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The seeds of the fuzz tests of orders, and what these found, read and decided once more without a fuzzer. */
class OrderSeedsTest {
    private static List<Path> seeds(String method) throws Exception {
        Path folder = Path.of(Objects.requireNonNull(OrderSeedsTest.class.getResource("OrdersFuzzTestInputs/" + method))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static int orders(Path seed) throws IOException {
        return OrderProperty.reads(Files.readAllBytes(seed), "orders.jsonl").size();
    }

    @Test
    void eachSeedOfTheReaderIsReadOrRefused() throws Exception {
        List<Path> seeds = seeds("reader");
        assertFalse(seeds.isEmpty());
        for (Path seed : seeds) {
            int orders = orders(seed);
            if (seed.getFileName().toString().equals("whole")) {
                assertEquals(2, orders);
            }
        }
    }

    @Test
    void eachSeedOfTheScreenerIsDecided() throws Exception {
        List<Path> seeds = seeds("screener");
        assertFalse(seeds.isEmpty());
        for (Path seed : seeds) {
            List<Decision> decisions = OrderProperty.decides(Files.readAllBytes(seed));
            switch (seed.getFileName().toString()) {
                case "clean" ->
                    assertEquals(
                            List.of(Verdict.CLEAR),
                            decisions.stream().map(Decision::verdict).toList());
                case "listed" ->
                    assertEquals(
                            List.of(Verdict.HOLD),
                            decisions.stream().map(Decision::verdict).toList());
                default -> {}
            }
        }
    }
}
