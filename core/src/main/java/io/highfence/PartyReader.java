package io.highfence;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.input.CsvInput;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads parties to screen from CSV with the columns {@code id, name, type, country, address, identifiers, birth_date,
 * role}, of which only {@code name} must be there; other columns are passed over.
 */
public final class PartyReader {
    private static final Set<String> COLUMNS =
            Set.of("id", "name", "type", "country", "address", "identifiers", "birth_date", "role");

    private PartyReader() {}

    /**
     * A row of the file.
     *
     * @param id the row's id; the number of the row, counted from 1, where the file gives none
     * @param party the party
     * @param notes cells that were not understood, with their values
     */
    public record Row(String id, Party party, List<String> notes) {
        /**
         * Copies the notes.
         *
         * @param id the row's id
         * @param party the party
         * @param notes cells that were not understood
         */
        public Row {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Reads every row.
     *
     * @param in the bytes, UTF-8 with or without a byte-order mark; not closed
     * @param file the name for messages
     * @param out takes each row as it is read
     * @param refused takes each row that has the wrong number of cells, a byte that is not UTF-8 or a stray quote; reading goes
     *     on after it
     * @throws IOException if the stream cannot be read
     * @throws BadInput if the file cannot be read on: no header, no column {@code name}, a quote without end, a cell that is
     *     too long
     */
    public static void read(InputStream in, String file, Consumer<Row> out, Consumer<BadInput> refused)
            throws IOException, BadInput {
        new CsvInput(file, COLUMNS, Set.of("name"), refused)
                .rowByRow()
                .read(in, row -> out.accept(row(row::get, row.number())));
    }

    /**
     * A row that comes from elsewhere, such as a table of a database, understood as one of a file.
     *
     * @param cells gives the cell of each column; a blank text where there is none
     * @param number the number of the row, its id where the cell has none
     * @return the row
     */
    public static Row row(UnaryOperator<String> cells, long number) {
        List<String> notes = new ArrayList<>();
        String id = cells.apply("id");
        String typeText = cells.apply("type");
        PartyType type = PartyType.parse(typeText);
        if (type == PartyType.UNKNOWN
                && !typeText.isBlank()
                && !typeText.strip().equalsIgnoreCase("unknown")) {
            notes.add("type '" + typeText + "'");
        }
        String countryText = cells.apply("country");
        Country country = Country.find(countryText);
        if (country == null && !countryText.isBlank()) {
            notes.add("country '" + countryText + "'");
        }
        List<ListedParty.Identifier> identifiers = new ArrayList<>();
        for (String text : cells.apply("identifiers").split("\\|", -1)) {
            if (!text.isBlank()) {
                ListedParty.Identifier identifier = ListedParty.Identifier.parse(text);
                if (identifier == null) {
                    notes.add("identifiers '" + text + "'");
                } else {
                    identifiers.add(identifier);
                }
            }
        }
        String birthText = cells.apply("birth_date").strip();
        DateRange birthDate = birthText.isEmpty() ? null : birthDate(birthText);
        if (birthDate == null && !birthText.isEmpty()) {
            notes.add("birth_date '" + birthText + "'");
        }
        String roleText = cells.apply("role").strip();
        Party.Role role = Words.parse(Party.Role.class, roleText);
        if (role == null && !roleText.isEmpty()) {
            notes.add("role '" + roleText + "'");
        }
        String address = cells.apply("address");
        Party party = new Party(
                role,
                cells.apply("name"),
                type,
                country,
                address.isBlank() ? null : address,
                identifiers,
                birthDate,
                null,
                null,
                List.of());
        return new Row(id.isBlank() ? Long.toString(number) : id, party, notes);
    }

    /** A day, a month, a year or {@code FROM..TO}, of which either may be left out; null if the text is none. */
    static @Nullable DateRange birthDate(String text) {
        try {
            int to = text.indexOf("..");
            if (to >= 0) {
                String first = text.substring(0, to);
                String last = text.substring(to + 2);
                return new DateRange(
                        first.isEmpty() ? null : LocalDate.parse(first), last.isEmpty() ? null : LocalDate.parse(last));
            }
            return switch (text.length()) {
                case 4 -> DateRange.ofYear(Integer.parseInt(text));
                case 7 -> {
                    YearMonth month = YearMonth.parse(text);
                    yield new DateRange(month.atDay(1), month.atEndOfMonth());
                }
                default -> DateRange.on(LocalDate.parse(text));
            };
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
