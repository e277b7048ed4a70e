package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.input.CsvInput;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A list of the caller's own as CSV: {@code id, name, aliases, type, countries, addresses, identifiers, effective_from,
 * effective_to, program}, of which {@code id} and {@code name} must be there; several values in a cell are joined by a
 * vertical bar.
 *
 * <p>A row that says something which cannot be kept (no id, an id twice, an unknown identifier, a day that does not exist)
 * is refused: a caller's own list can be mended by the caller.
 */
final class CustomCsvReader implements ListReader {
    private static final Set<String> COLUMNS = Set.of(
            "id",
            "name",
            "aliases",
            "type",
            "countries",
            "addresses",
            "identifiers",
            "effective_from",
            "effective_to",
            "program");

    private final Set<String> ids = new HashSet<>();

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        CsvInput csv = new CsvInput(loading.file(), COLUMNS, Set.of("id", "name"), loading::refuse);
        for (String column : csv.read(in, row -> take(row, loading))) {
            loading.note("the column '" + column + "' is not known");
        }
    }

    private void take(CsvInput.Row row, Loading loading) {
        try {
            String id = row.get("id").strip();
            if (id.isEmpty()) {
                throw fault(row, "id", loading, "this row has no id");
            }
            if (!Published.isName(row.get("name"))) {
                throw fault(row, "name", loading, "this row has no name");
            }
            if (!ids.add(id)) {
                throw fault(row, "id", loading, "the id '" + id + "' stands twice");
            }
            ListedParty.Builder party = new ListedParty.Builder("custom list", "CUSTOM", loading.edition())
                    .entry(id)
                    .type(PartyType.parse(row.get("type"), loading))
                    .name(row.get("name"), ListedParty.Role.PRIMARY, ListedParty.Quality.UNKNOWN);
            int names = 1;
            for (String alias : values(row.get("aliases"))) {
                party.name(alias, ListedParty.Role.ALIAS, ListedParty.Quality.UNKNOWN);
                names++;
            }
            for (String text : values(row.get("countries"))) {
                Country country = Country.find(text);
                if (country == null) {
                    throw fault(row, "countries", loading, "'" + text + "' is no known country");
                }
                party.country(country);
            }
            for (String address : values(row.get("addresses"))) {
                party.address(CslRecord.addressOf(address));
            }
            for (String text : values(row.get("identifiers"))) {
                ListedParty.Identifier identifier = ListedParty.Identifier.parse(text);
                if (identifier == null) {
                    throw fault(
                            row, "identifiers", loading, "'" + text + "' is no identifier KIND:VALUE of a known kind");
                }
                party.identifier(identifier);
            }
            LocalDate from = day(row, "effective_from", loading);
            LocalDate to = day(row, "effective_to", loading);
            if (from != null && to != null && to.isBefore(from)) {
                throw fault(row, "effective_to", loading, "effective_to lies before effective_from");
            }
            party.listing(new ListedParty.Listing(
                    values(row.get("program")), "", "", Set.of(), null, new DateRange(from, to), null, ""));
            loading.add(party.build(), names);
        } catch (BadInput e) {
            loading.refuse(e);
        }
    }

    private static @Nullable LocalDate day(CsvInput.Row row, String column, Loading loading) throws BadInput {
        String text = row.get(column).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw fault(row, column, loading, column + " '" + text + "' is no day such as 2026-09-30");
        }
    }

    private static BadInput fault(CsvInput.Row row, String column, Loading loading, String reason) {
        return new BadInput(loading.file(), row.line(), row.column(column), reason);
    }

    private static List<String> values(String cell) {
        List<String> values = new ArrayList<>();
        for (String value : cell.split("\\|", -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }
}
