package io.highfence.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.highfence.list.ListSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Which fact is carried by which rules and checked by which cases: the table of {@code docs/coverage.md}, written anew from {@code
 * cases/facts.csv}, the rule files and the files of cases.
 *
 * <p>After a wanted change, copy {@code core/target/coverage.md} over {@code docs/coverage.md}.
 */
class CoverageTest {
    private static final Pattern OF_THE_SHEET = Pattern.compile("(F\\d+\\.\\d+a?|T\\d+|A\\d+|FLAG-\\d+)");

    private final Map<String, NamedCsvRecord> facts = facts();
    private final Map<String, List<Rule>> carried =
            new TreeMap<>(RuleBook.bundled().rules().stream().collect(Collectors.groupingBy(Rule::id)));
    private final Map<String, List<Cases.Case>> checked = new TreeMap<>();

    CoverageTest() {
        for (Cases.Case one : Cases.all()) {
            one.facts()
                    .forEach(fact -> checked.computeIfAbsent(fact, key -> new ArrayList<>())
                            .add(one));
        }
    }

    private static Map<String, NamedCsvRecord> facts() {
        return rows("facts.csv", "id");
    }

    private static Map<String, NamedCsvRecord> rows(String file, String key) {
        Map<String, NamedCsvRecord> facts = new LinkedHashMap<>();
        try (InputStream in =
                        Objects.requireNonNull(CoverageTest.class.getResourceAsStream("/io/highfence/cases/" + file));
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            rows.stream().forEach(row -> assertEquals(null, facts.put(row.getField(key), row), row::toString));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return facts;
    }

    @Test
    void theTableIsTheOneInTheDocs() throws IOException {
        String table = table();
        Files.writeString(Path.of("target", "coverage.md"), table);
        Path docs = Path.of(System.getProperty("highfence.root", ".."), "docs", "coverage.md");
        assertEquals(
                Files.exists(docs) ? Files.readString(docs) : "",
                table,
                "docs/coverage.md is not what the files say; copy core/target/coverage.md over it");
    }

    @Test
    void everyFormatOfAListSaysOnWhatItWasTested() {
        assertEquals(
                Arrays.stream(ListSource.Format.values())
                        .map(ListSource.Format::word)
                        .toList(),
                List.copyOf(rows("list-formats.csv", "format").keySet()));
    }

    @Test
    void everyFactThatARuleCarriesHasACase() {
        TreeSet<String> without = new TreeSet<>(carried.keySet());
        without.removeAll(checked.keySet());
        assertEquals(List.of(), List.copyOf(without));
    }

    @Test
    void everyFactOfRulesAndCasesIsOneOfTheSheet() {
        TreeSet<String> unknown = new TreeSet<>(carried.keySet());
        unknown.addAll(checked.keySet());
        unknown.removeIf(id -> !OF_THE_SHEET.matcher(id).matches() || facts.containsKey(id));
        assertEquals(List.of(), List.copyOf(unknown));
    }

    /** A fact without a rule and without a case says why, and one that has either does not excuse itself. */
    @Test
    void everyFactIsCarriedOrCheckedOrSaysWhyNot() {
        List<String> faults = new ArrayList<>();
        facts.forEach((id, row) -> {
            boolean encoded = carried.containsKey(id) || checked.containsKey(id);
            if (encoded != row.getField("reason").isBlank()) {
                faults.add(id + (encoded ? " is encoded: the reason is no longer true" : " has no reason"));
            }
        });
        assertEquals(List.of(), faults);
    }

    /** A requirement names tests that exist, or says why it is not covered; one may do both. */
    @Test
    void everyRequirementHasATestThatExistsOrSaysWhyNot() throws IOException {
        List<String> faults = new ArrayList<>();
        TreeSet<String> tried = new TreeSet<>();
        for (NamedCsvRecord row : requirements().values()) {
            String id = row.getField("id");
            List<String> tests = tests(row);
            if (tests.isEmpty() && row.getField("not covered").isBlank()) {
                faults.add(id + " has neither a test nor a reason");
            }
            for (String test : tests) {
                if (!exists(test)) {
                    faults.add(id + " names " + test + ", which is not there");
                }
            }
            if (id.startsWith("CASE-")
                    && tests.stream().anyMatch(test -> test.startsWith("RealCasesTest#theFailure"))) {
                tried.add("case-%02d.json".formatted(Integer.parseInt(id.substring(5))));
            }
        }
        assertEquals(List.of(), faults);
        try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "io", "highfence", "cases", "real"))) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).sorted().toList(), List.copyOf(tried));
        }
        for (int number = 1; number <= 33; number++) {
            assertTrue(requirements().containsKey("REG-" + number), "REG-" + number);
        }
    }

    private static Map<String, NamedCsvRecord> requirements() {
        return rows("requirements.csv", "id");
    }

    private static List<String> tests(NamedCsvRecord row) {
        String tests = row.getField("tests");
        return tests.isBlank() ? List.of() : List.of(tests.split(" "));
    }

    /** Whether a class among the tests of core has such a test method: {@code room/Class#method}. */
    private static boolean exists(String test) {
        int hash = test.indexOf('#');
        String method = test.substring(hash + 1);
        try {
            Class<?> type =
                    Class.forName("io.highfence." + test.substring(0, hash).replace('/', '.'));
            return Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(
                            one -> one.getName().equals(method) && AnnotationSupport.isAnnotated(one, Testable.class));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void requirements(StringBuilder text, Predicate<String> of) {
        text.append("\n| | asks | tests | not covered |\n| --- | --- | --- | --- |\n");
        requirements().forEach((id, row) -> {
            if (of.test(id)) {
                text.append("| ")
                        .append(id)
                        .append(" | ")
                        .append(row.getField("asks"))
                        .append(" | ")
                        .append(tests(row).stream()
                                .map(test -> "`" + test.substring(test.lastIndexOf('/') + 1) + "`")
                                .collect(Collectors.joining(", ")))
                        .append(" | ")
                        .append(row.getField("not covered"))
                        .append(" |\n");
            }
        });
    }

    private String table() {
        StringBuilder text = new StringBuilder("""
                # Which fact is encoded, and which cases check it

                Written by `CoverageTest`; not to be edited. The facts are those of the fact sheet on US chip law, with its marks
                of trust: `2` seen in two sources, `1` in one, `M` from general knowledge, `?` the text is unclear, `derived` worked
                out from others, `none` where the sheet gives no mark. A rule is named by its family, and by its mark where that
                is another one. What stands without a rule is a shape of test in the code, or is not encoded for the reason given.

                | fact | trust | rules | cases | files of cases | not encoded because |
                | --- | --- | --- | --- | --- | --- |
                """);
        facts.forEach((id, row) -> line(text, id, row.getField("mark"), row.getField("reason")));
        text.append("""

                ## Rules on what the sheet has no number for

                Jurisdiction, embargoes, places, the effects of lists and the regimes of other countries: the rule files name the
                section of law for each.

                | rule | trust | rules | cases | files of cases | |
                | --- | --- | --- | --- | --- | --- |
                """);
        for (String id : carried.keySet()) {
            if (!facts.containsKey(id)) {
                line(text, id, "", "");
            }
        }
        text.append("""

                ## Formats of lists, and on what they were tested

                `full file`: a publisher's whole file, with the counts of the guide to list formats; `sample-tested`: a part of one,
                as nothing more was at hand.

                | format | tested | files |
                | --- | --- | --- |
                """);
        rows("list-formats.csv", "format")
                .forEach((format, row) -> text.append("| ")
                        .append(format)
                        .append(" | ")
                        .append(row.getField("tested"))
                        .append(" | ")
                        .append(row.getField("files"))
                        .append(" |\n"));
        text.append("""

                ## Failures of published enforcement cases

                The cases of the users' sheet, section 3, and the properties that it draws from them. `asks` begins with the sheet's own word
                on whether screening could catch the case. Each input, the extract of the list, the verdict, the reasons and the forbidden
                verdicts of a case stand in `core/src/test/resources/io/highfence/cases/real`.
                """);
        requirements(text, id -> !id.startsWith("REG-"));
        text.append("""

                ## What regulators and industry expect

                The checklist of the sheet on the field, section 4.
                """);
        requirements(text, id -> id.startsWith("REG-"));
        return text.toString();
    }

    private void line(StringBuilder text, String id, String mark, String reason) {
        List<Rule> rules = carried.getOrDefault(id, List.of());
        List<Cases.Case> cases = checked.getOrDefault(id, List.of());
        text.append("| ")
                .append(id)
                .append(" | ")
                .append(mark.isEmpty() ? marks(rules) : mark)
                .append(" | ");
        text.append(rules.stream()
                        .map(rule -> rule.family()
                                + (mark.isEmpty() || rule.trust().mark().equals(mark)
                                        ? ""
                                        : " (" + rule.trust().mark() + ")"))
                        .distinct()
                        .collect(Collectors.joining(", ")))
                .append(" | ");
        text.append(cases.isEmpty() ? "" : Integer.toString(cases.size())).append(" | ");
        text.append(cases.stream().map(Cases.Case::file).distinct().sorted().collect(Collectors.joining(", ")))
                .append(" | ");
        text.append(reason).append(" |\n");
    }

    private static String marks(List<Rule> rules) {
        return rules.stream().map(rule -> rule.trust().mark()).distinct().collect(Collectors.joining(", "));
    }
}
