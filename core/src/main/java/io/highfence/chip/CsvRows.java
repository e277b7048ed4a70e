package io.highfence.chip;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a table in CSV: UTF-8, a header of known columns in any order, one map of cells a row. */
final class CsvRows {
    private CsvRows() {}

    /**
     * Reads all rows.
     *
     * @param known the columns that may be there
     * @param out takes each sound row, by column; blank cells are left out
     * @param refused takes each row with too few or too many cells, a byte that is not UTF-8 or a stray quote
     */
    static void read(
            InputStream in,
            String file,
            Set<String> known,
            Consumer<Map<String, String>> out,
            Consumer<BadInput> refused)
            throws IOException, BadInput {
        new CsvInput(file, known, Set.of(), refused).onlyKnown().rowByRow().read(in, row -> out.accept(cells(row)));
    }

    private static Map<String, String> cells(CsvInput.Row row) {
        Map<String, String> cells = new HashMap<>();
        row.cells().forEach((column, cell) -> {
            if (!cell.isBlank()) {
                cells.put(column, cell.strip());
            }
        });
        return cells;
    }
}
