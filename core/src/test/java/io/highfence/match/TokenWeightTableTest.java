package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.text.TokenWeights;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenWeightTableTest {
    @Test
    void theGeneratorGivesTheCommittedTable() throws Exception {
        String folder = System.getProperty("highfence.data", "");
        assumeTrue(
                !folder.isEmpty() && Files.isDirectory(Path.of(folder, "negatives")),
                "the folder with real lists is not here");
        String built = TokenWeightTable.build(Path.of(folder));
        String committed;
        try (var in = TokenWeights.class.getResourceAsStream("token-weights.txt")) {
            committed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Map<String, String> wanted = weights(committed);
        Map<String, String> found = weights(built);
        assertTrue(wanted.size() > 1_000);
        for (Map.Entry<String, String> word : wanted.entrySet()) {
            assertEquals(word.getValue(), found.get(word.getKey()), word.getKey());
        }
        assertEquals(committed, built);
    }

    private static Map<String, String> weights(String table) {
        Map<String, String> weights = new HashMap<>();
        table.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int bar = line.indexOf('|');
            for (String word : line.substring(bar + 1).split(" ", -1)) {
                weights.put(word, line.substring(0, bar));
            }
        });
        return weights;
    }
}
