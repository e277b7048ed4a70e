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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No number of the rules on chips can be off by one unit without a case that notices. */
class ThresholdMutationTest {
    private static final List<String> FILES = List.of("chip-3a090.json", "chip-lower.json", "chip-warnings.json");

    private static final Pattern RULE = Pattern.compile("\\{[^{}]*\"family\": \"([^\"]+)\"[^{}]*}");
    private static final Pattern LIMIT = Pattern.compile("\"(>=|>|<=|<) ([0-9.]+)\"");
    private static final Pattern DECIMAL = Pattern.compile("\"percent\": ([0-9.]+)");
    private static final Pattern WHOLE = Pattern.compile("\"analogBits\": ([0-9]+)");

    private static final List<ChipCases.Case> CASES = ChipCases.all();

    @TempDir
    Path folder;

    /** A number of a rule file, another in its place, and the whole text with it. */
    record Mutant(String file, String family, String before, String after, String text) {
        @Override
        public String toString() {
            return file + " " + family + ": " + before + " becomes " + after;
        }
    }

    static List<Mutant> mutants() {
        List<Mutant> mutants = new ArrayList<>();
        for (String file : FILES) {
            String text = bundled(file);
            Matcher rules = RULE.matcher(text);
            while (rules.find()) {
                addMutants(mutants, file, text, rules, LIMIT, 2, 1);
                addMutants(mutants, file, text, rules, DECIMAL, 1, 1);
                addMutants(mutants, file, text, rules, WHOLE, 1, Decimal.ONE);
            }
        }
        return mutants;
    }

    private static void addMutants(
            List<Mutant> mutants, String file, String text, Matcher rule, Pattern number, int group, long unit) {
        Matcher numbers = number.matcher(text).region(rule.start(), rule.end());
        while (numbers.find()) {
            long value = Decimal.parse(numbers.group(group));
            for (long other : new long[] {value - unit, value + unit}) {
                String changed = text.substring(0, numbers.start(group))
                        + Decimal.toString(other)
                        + text.substring(numbers.end(group));
                String before = numbers.group();
                mutants.add(new Mutant(file, rule.group(1), before, Decimal.toString(other), changed));
            }
        }
    }

    private static String bundled(String file) {
        try (InputStream in = Objects.requireNonNull(RuleBook.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RuleBook load(String file, String text) throws IOException, BadInput {
        Path path = folder.resolve(file);
        Files.writeString(path, text);
        return RuleBook.load(path);
    }

    private static List<String> failing(RuleBook book) {
        ChipClassifier classifier = new ChipClassifier(book);
        return CASES.stream()
                .filter(one -> !one.faults(classifier).isEmpty())
                .map(ChipCases.Case::id)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aLimitOffByOneUnitBreaksACase(Mutant mutant) throws IOException, BadInput {
        assertTrue(!failing(load(mutant.file(), mutant.text())).isEmpty(), mutant::toString);
    }

    /** A sign that lets its own limit in where it was out, or the other way round, breaks a case as well. */
    @ParameterizedTest
    @MethodSource("signs")
    void aLimitThatIncludesOrExcludesItselfWronglyBreaksACase(Mutant mutant) throws IOException, BadInput {
        assertTrue(!failing(load(mutant.file(), mutant.text())).isEmpty(), mutant::toString);
    }

    static List<Mutant> signs() {
        List<Mutant> mutants = new ArrayList<>();
        for (String file : FILES) {
            String text = bundled(file);
            Matcher rules = RULE.matcher(text);
            while (rules.find()) {
                Matcher limits = LIMIT.matcher(text).region(rules.start(), rules.end());
                while (limits.find()) {
                    String sign = limits.group(1);
                    String other = sign.endsWith("=") ? sign.substring(0, 1) : sign + "=";
                    String changed = text.substring(0, limits.start(1)) + other + text.substring(limits.end(1));
                    mutants.add(new Mutant(file, rules.group(1), limits.group(), other, changed));
                }
            }
        }
        return mutants;
    }

    /** The rules of the mutants are all there are, and unchanged text breaks nothing. */
    @Test
    void everyNumberIsFoundAndTheRulesAsTheyAreBreakNothing() throws IOException, BadInput {
        for (String file : FILES) {
            String text = bundled(file);
            assertEquals(List.of(), failing(load(file, text)), file);
            long rules = RULE.matcher(text).results().count();
            assertEquals(Pattern.compile("\"id\":").matcher(text).results().count(), rules, file);
        }
        // 11 of .a and .b, Note 2, 2 of no area, near, 2 of memory, 3 of 2022; 5 of the lower entries; 1 of the letter.
        assertEquals(2 * (20 + 5 + 1), mutants().size());
    }
}
