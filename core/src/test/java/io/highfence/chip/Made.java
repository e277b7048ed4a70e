package io.highfence.chip;

import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Chips from a line such as {@code rates=fp8:10, datacenter=yes}, made anew for each test, and their answers. */
final class Made {
    private static ChipClassifier classifier = new ChipClassifier(RuleBook.bundled());

    private Made() {}

    /** Works out the law anew, which the tests of a class begin with: what was worked out for others proves nothing here. */
    static void law() {
        classifier = new ChipClassifier(RuleBook.bundled());
    }

    static Chip chip(String cells) {
        return ChipColumns.chip(row(cells));
    }

    static Map<String, String> row(String cells) {
        Map<String, String> row = new HashMap<>(Map.of("id", "x"));
        for (String cell : cells.split(", ", -1)) {
            int equals = cell.indexOf('=');
            row.put(
                    cell.substring(0, equals).strip(),
                    cell.substring(equals + 1).strip());
        }
        return row;
    }

    static Classification classify(String cells, LocalDate day) {
        return classify(chip(cells), day);
    }

    static Classification classify(Chip chip, LocalDate day) {
        Classification answer = new Classification();
        classifier.classify(chip, day, answer);
        return answer;
    }
}
