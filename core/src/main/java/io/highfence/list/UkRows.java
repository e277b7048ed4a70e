package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The parties of a table of the United Kingdom, which has a line with its day before the header and several rows a party. */
final class UkRows {
    private final String source;
    private final String list;
    private final String key;
    private final Loading loading;
    private final Map<String, UkParty> parties = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();

    /** Begins a table of a list, in which a column names the party of each row. */
    UkRows(String source, String list, String key, Loading loading) {
        this.source = source;
        this.list = list;
        this.key = key;
        this.loading = loading;
    }

    /**
     * Reads the whole table.
     *
     * @param take takes a row with its party
     */
    void read(InputStream in, Set<String> columns, BiConsumer<CsvInput.Row, UkParty> take)
            throws IOException, BadInput {
        CsvInput csv =
                new CsvInput(loading.file(), columns, Set.of(key, "name 6"), loading::refuse).banner(this::banner);
        List<String> unknown = csv.read(in, row -> {
            UkParty party = party(row);
            if (party != null) {
                take.accept(row, party);
            }
        });
        unknown.forEach(column -> loading.note("the column '" + column + "' is not known"));
        finish();
    }

    /** The party of a row; null if the row does not name it and is refused. */
    private @Nullable UkParty party(CsvInput.Row row) {
        String id = row.get(key).strip();
        if (id.isEmpty()) {
            loading.refuse(row, key, "this row has no " + key);
            return null;
        }
        lines.putIfAbsent(id, row.line());
        return parties.computeIfAbsent(id, unknown -> new UkParty(source, list, unknown, loading));
    }

    /** Ends the parties; one without any name is refused at its first row. */
    private void finish() {
        parties.forEach((id, party) -> {
            if (party.group().isNameless()) {
                loading.refuse(new BadInput(
                        loading.file(), lines.getOrDefault(id, 0L), 1, "the party " + id + " has no name"));
            } else {
                party.group().finish();
            }
        });
    }

    /** Takes the line before the header, as in {@code Report Date: 08-Oct-2026}. */
    private void banner(List<String> cells) {
        String day = String.join(" ", cells)
                .replaceAll("(?i)report date|last updated|[:,]", " ")
                .strip();
        String spelt = day.replace('-', ' ');
        PublishedDate.published(
                day,
                spelt.matches("[0-9]{1,2} [A-Za-z]+ [0-9]{4}")
                        ? PublishedDate.parse(spelt)
                        : PublishedDate.dayFirst(day),
                loading);
    }
}
