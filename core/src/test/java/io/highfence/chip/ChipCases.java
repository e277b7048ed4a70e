package io.highfence.chip;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The reviewable cases of {@code cases/classify.csv}: facts of the sheet, a chip, and what the sheet makes of it by hand. */
final class ChipCases {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final Set<String> EXPECTED =
            Set.of("facts", "date", "tpp", "pd", "paragraphs", "eccn", "verdict", "missing", "says");

    private ChipCases() {}

    /** One row. */
    record Case(int row, Map<String, String> cells) {
        LocalDate day() {
            String day = cells.get("date");
            return day == null ? DAY : LocalDate.parse(day);
        }

        Chip chip() {
            Map<String, String> chip = new HashMap<>(cells);
            chip.keySet().removeAll(EXPECTED);
            chip.put("id", "row " + row);
            return ChipColumns.chip(chip);
        }

        /** What differs from what the row expects; empty if nothing does. */
        List<String> differences(ChipClassifier classifier) {
            Classification found = new Classification();
            classifier.classify(chip(), day(), found);
            List<String> differences = new ArrayList<>();
            differ("tpp", number("tpp"), plain(found.tpp()), differences);
            if (!day().isBefore(LocalDate.of(2023, 11, 17))) {
                differ("pd", number("pd"), plain(found.performanceDensity()), differences);
            }
            String paragraphs = cells.getOrDefault("paragraphs", "");
            List<String> limbs = paragraphs.isEmpty()
                    ? List.of()
                    : Stream.of(paragraphs.split(" ", -1))
                            .map(p -> p.equals("3A090") ? p : "3A090." + p)
                            .toList();
            differ("paragraphs", limbs, found.paragraphs(), differences);
            differ("eccn", cells.get("eccn"), found.eccn(), differences);
            differ("verdict", cells.get("verdict"), found.verdict().name(), differences);
            String missing = cells.get("missing");
            differ(
                    "missing",
                    missing == null ? List.of() : List.of(missing.split(" ", -1)),
                    found.missing(),
                    differences);
            Set<String> said = new LinkedHashSet<>(found.notes());
            found.review().forEach(review -> said.add(review.substring(0, review.indexOf(':'))));
            for (String word : cells.getOrDefault("says", "").split(" ", -1)) {
                boolean unwanted = word.startsWith("!");
                if (!word.isEmpty() && said.contains(unwanted ? word.substring(1) : word) == unwanted) {
                    differences.add("says " + said + (unwanted ? " although " : " and not ") + word);
                }
            }
            return differences;
        }

        private @Nullable String number(String column) {
            return cells.get(column);
        }

        private static @Nullable String plain(@Nullable BigDecimal number) {
            return number == null ? null : number.stripTrailingZeros().toPlainString();
        }

        private static void differ(
                String what, @Nullable Object expected, @Nullable Object found, List<String> differences) {
            if (expected == null ? found != null : !expected.equals(found)) {
                differences.add(what + " is " + found + " and not " + expected);
            }
        }

        @Override
        public String toString() {
            return "row " + row + ": " + cells.get("facts");
        }
    }

    static List<Case> all() throws IOException, BadInput {
        Set<String> columns = new LinkedHashSet<>(ChipColumns.NAMES);
        columns.addAll(EXPECTED);
        List<Case> cases = new ArrayList<>();
        try (InputStream in = ChipCases.class.getResourceAsStream("cases/classify.csv")) {
            CsvRows.read(in, "classify.csv", columns, row -> cases.add(new Case(cases.size() + 2, row)), refused -> {
                throw new AssertionError(refused);
            });
        }
        return cases;
    }
}
