package io.highfence.chip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Decimal;
import io.highfence.law.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Moves each threshold of the chips' rule files by one unit, both ways, and turns its sign, one at a time: some case of
 * {@code cases/classify.csv} must come out otherwise, or nobody would notice a slip of the pen in the law.
 */
class ThresholdMutationTest {
    private static final Pattern LIMIT = Pattern.compile("\"(>=|>|<=|<) ([0-9.]+)\"");

    /** Not judged by a classification: a system's volume and petaflops, the bandwidth of a reported letter. */
    private static final Pattern ELSEWHERE = Pattern.compile("fp64Pflops|fp32Pflops|cubicFeet|dramGbPerSecond");

    @TempDir
    private Path folder;

    @Test
    void everyThresholdIsHeldByACase() throws IOException, BadInput {
        List<ChipCases.Case> cases = ChipCases.all();
        List<String> unnoticed = new ArrayList<>();
        int mutants = 0;
        for (String file : List.of("chip-3a090.json", "chip-lower.json")) {
            String text = bundled(file);
            Matcher limit = LIMIT.matcher(text);
            while (limit.find()) {
                if (ELSEWHERE.matcher(lineOf(text, limit.start())).find()) {
                    continue;
                }
                long value = Decimal.parse(limit.group(2));
                for (String mutant : List.of(
                        limit.group(1) + " " + Decimal.toString(value - 1),
                        limit.group(1) + " " + Decimal.toString(value + 1),
                        turned(limit.group(1)) + " " + limit.group(2))) {
                    mutants++;
                    String changed =
                            text.substring(0, limit.start()) + '"' + mutant + '"' + text.substring(limit.end());
                    if (!isNoticed(file, changed, cases)) {
                        unnoticed.add(file + " '" + lineOf(text, limit.start()).strip() + "' as '" + mutant + "'");
                    }
                }
            }
        }
        assertTrue(mutants >= 60, "the files have limits");
        assertEquals(List.of(), unnoticed);
    }

    private boolean isNoticed(String file, String text, List<ChipCases.Case> cases) throws IOException {
        ChipClassifier classifier;
        try {
            Path path = Files.writeString(folder.resolve(file), text);
            classifier = new ChipClassifier(RuleBook.load(path));
        } catch (BadInput e) {
            return true;
        }
        return cases.stream().anyMatch(one -> !one.differences(classifier).isEmpty());
    }

    private static String turned(String sign) {
        return switch (sign) {
            case ">=" -> ">";
            case ">" -> ">=";
            case "<=" -> "<";
            default -> "<=";
        };
    }

    private static String lineOf(String text, int at) {
        return text.substring(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at));
    }

    private static String bundled(String file) {
        try (InputStream in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
