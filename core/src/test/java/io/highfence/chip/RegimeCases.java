package io.highfence.chip;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The cases on the regimes of several countries: files of comma-separated values under {@code cases/}, each row quoting its
 * source. Words between bars must all be there; a blank list must be empty.
 */
public final class RegimeCases {
    private static final Set<String> COLUMNS = Set.of(
            "id",
            "source",
            "about",
            "date",
            "chip",
            "rates",
            "dies",
            "datacenter",
            "form",
            "rule",
            "says",
            "paragraphs",
            "missing",
            "review",
            "trust",
            "status",
            "cite");

    private RegimeCases() {}

    /** One row. */
    public record Case(String file, Map<String, String> row) {
        public String cell(String name) {
            return Objects.requireNonNullElse(row.get(name), "");
        }

        private List<String> words(String name) {
            return cell(name).isEmpty() ? List.of() : List.of(cell(name).split("\\|"));
        }

        /** What differs from the expected answer; empty if nothing does. */
        public List<String> faults(ChipClassifier classifier) {
            Map<String, String> facts = new HashMap<>();
            for (String name : List.of("id", "chip", "rates", "dies", "datacenter", "form")) {
                if (!cell(name).isEmpty()) {
                    facts.put(name, cell(name));
                }
            }
            Classification classified = new Classification();
            classifier.classify(ChipColumns.chip(facts), LocalDate.parse(cell("date")), classified);
            List<RegimeAnswer> found = new Regimes(classifier.ruleBook())
                    .compare(classified).stream()
                            .filter(answer ->
                                    cell("rule").isEmpty() || answer.rule().id().equals(cell("rule")))
                            .toList();
            if (cell("says").equals("ABSENT")) {
                return found.isEmpty() ? List.of() : List.of("expected no answer, found " + found);
            }
            return found.size() == 1 ? faults(found.get(0)) : List.of("expected one answer, found " + found);
        }

        private List<String> faults(RegimeAnswer answer) {
            List<String> faults = new ArrayList<>();
            expect(faults, cell("says"), answer.says().name());
            expect(faults, words("paragraphs").toString(), answer.paragraphs().toString());
            expectWords(faults, "review", answer.review());
            expectWords(faults, "missing", answer.missing());
            if (!cell("rule").isEmpty()) {
                expect(faults, cell("trust"), answer.rule().trust().mark());
                expect(faults, cell("status"), answer.rule().status().name());
                if (!answer.rule().citation().text().contains(cell("cite"))) {
                    faults.add(
                            "expected " + cell("cite") + " in " + answer.rule().citation());
                }
            }
            return faults;
        }

        private static void expect(List<String> faults, String expected, String found) {
            if (!expected.equals(found)) {
                faults.add("expected " + expected + ", found " + found);
            }
        }

        private void expectWords(List<String> faults, String name, List<String> found) {
            boolean all = words(name).stream().allMatch(word -> found.stream().anyMatch(text -> text.contains(word)));
            if (!all || words(name).isEmpty() != found.isEmpty()) {
                faults.add(name + ": expected " + words(name) + ", found " + found);
            }
        }

        @Override
        public String toString() {
            return file + " " + cell("id") + " (" + cell("source") + "): " + cell("about");
        }
    }

    /** The rows on the profiles that ship. */
    public static List<Case> bundled() {
        return read("regimes.csv");
    }

    /** The rows on a profile of three tiers, {@code regimes-three-tiers.json}, that stands for any other country's. */
    static List<Case> threeTiers() {
        return read("regimes-three-tiers.csv");
    }

    private static List<Case> read(String file) {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = RegimeCases.class.getResourceAsStream("cases/" + file)) {
            CsvRows.read(in, file, COLUMNS, row -> cases.add(new Case(file, row)), refused -> {
                throw new AssertionError(refused);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (BadInput e) {
            throw new AssertionError(e);
        }
        return cases;
    }
}
