package io.highfence.chip;

import io.highfence.law.RuleBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Chips from a line such as {@code rates=fp8:10, datacenter=yes}, and their answers; made anew for each test. */
final class Made {
    private Made() {}

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
        new ChipClassifier(RuleBook.bundled()).classify(chip, day, answer);
        return answer;
    }
}
