package io.highfence.ownership;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.base.DateRange;
import io.highfence.input.CsvInput;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyType;
import io.highfence.ownership.OwnershipGraph.Party;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of stakes as CSV. {@code owner} and {@code owned} must be there, each the id or the name of a party; {@code percent} is a
 * figure, a range or blank; {@code control} is {@code yes}, {@code no} or blank; {@code from} and {@code to} are the days of the
 * stake. {@code owner_name, owner_type, owner_country, owner_identifiers} and the same for {@code owned} say more of a party, in any
 * of its rows.
 *
 * <p>A row that says what cannot be kept ends the reading: a stake that is lost would make an answer lighter.
 */
final class StakeTable {
    private static final Set<String> COLUMNS = Set.of(
            "owner",
            "owner_name",
            "owner_type",
            "owner_country",
            "owner_identifiers",
            "owned",
            "owned_name",
            "owned_type",
            "owned_country",
            "owned_identifiers",
            "percent",
            "control",
            "from",
            "to");

    private final String file;
    private final OwnershipGraph.Builder graph = OwnershipGraph.builder();

    StakeTable(String file) {
        this.file = file;
    }

    OwnershipGraph read(InputStream in) throws IOException, BadInput {
        List<BadInput> refused = new ArrayList<>();
        new CsvInput(file, COLUMNS, Set.of("owner", "owned"), refused::add)
                .onlyKnown()
                .read(in, row -> {
                    if (!refused.isEmpty()) {
                        throw refused.get(0);
                    }
                    take(row);
                });
        if (!refused.isEmpty()) {
            throw refused.get(0);
        }
        return graph.build();
    }

    private void take(CsvInput.Row row) throws BadInput {
        String owner = party(row, "owner");
        String owned = party(row, "owned");
        Share share = Share.parse(row.get("percent"));
        if (share == null) {
            throw fault(
                    row,
                    "percent",
                    "'" + row.get("percent") + "' is no percentage from 0 to 100, such as 50, 25-50, >50 or unknown");
        }
        DateRange days = days(row);
        boolean controls = yes(row);
        boolean none = share.known() && share.most() == 0;
        boolean onlyControl = controls && row.get("percent").isBlank();
        if (graph.stakes() > OwnershipGraph.MAX_STAKES - 2) {
            throw fault(row, "owner", "there are more than " + OwnershipGraph.MAX_STAKES + " stakes");
        }
        if (!none && !onlyControl) {
            if (share.known()) {
                graph.stake(owner, owned, share.least(), share.most(), days);
            } else {
                graph.unknownStake(owner, owned, days);
            }
        }
        if (controls) {
            graph.control(owner, owned, days);
        }
    }

    private String party(CsvInput.Row row, String side) throws BadInput {
        String id = row.get(side).strip();
        if (id.isEmpty()) {
            throw fault(row, side, "this row has no " + side);
        }
        Party known = graph.party(id);
        String name = orElse(row.get(side + "_name"), known == null ? id : known.name());
        String typeText = row.get(side + "_type");
        PartyType type = PartyType.parse(typeText);
        if (type == PartyType.UNKNOWN
                && !typeText.isBlank()
                && !typeText.strip().equalsIgnoreCase("unknown")) {
            throw fault(row, side + "_type", "'" + typeText + "' is no type of a party");
        }
        List<ListedParty.Identifier> identifiers = new ArrayList<>(known == null ? List.of() : known.identifiers());
        for (String text : row.get(side + "_identifiers").split("\\|", -1)) {
            if (!text.isBlank()) {
                ListedParty.Identifier identifier = ListedParty.Identifier.parse(text);
                if (identifier == null) {
                    throw fault(row, side + "_identifiers", "'" + text + "' is no identifier KIND:VALUE");
                }
                if (!identifiers.contains(identifier)) {
                    identifiers.add(identifier);
                }
            }
        }
        Country country = country(row, side + "_country");
        if (known != null) {
            type = agree(row, side + "_type", type == PartyType.UNKNOWN ? null : type, known.type(), PartyType.UNKNOWN);
            country = agree(row, side + "_country", country, known.country(), null);
        }
        Party party = new Party(id, name, type == null ? PartyType.UNKNOWN : type, country, null, identifiers);
        if (!party.equals(known)) {
            graph.party(party);
        }
        return id;
    }

    /** What two rows say of one party must be the same, where both say it. */
    private <T> @Nullable T agree(
            CsvInput.Row row, String column, @Nullable T said, @Nullable T before, @Nullable T nothing)
            throws BadInput {
        if (said != null && before != null && !before.equals(nothing) && !before.equals(said)) {
            throw fault(row, column, "an earlier row says " + before + " of this party, this one " + said);
        }
        return said == null ? before : said;
    }

    private static String orElse(String text, String otherwise) {
        return text.isBlank() ? otherwise : text.strip();
    }

    private @Nullable Country country(CsvInput.Row row, String column) throws BadInput {
        String text = row.get(column);
        Country country = Country.find(text);
        if (country == null && !text.isBlank()) {
            throw fault(row, column, "'" + text + "' is no known country");
        }
        return country;
    }

    private boolean yes(CsvInput.Row row) throws BadInput {
        return switch (row.get("control").strip().toLowerCase(java.util.Locale.ROOT)) {
            case "yes" -> true;
            case "no", "" -> false;
            default -> throw fault(row, "control", "'" + row.get("control") + "' is neither yes nor no");
        };
    }

    private DateRange days(CsvInput.Row row) throws BadInput {
        LocalDate from = day(row, "from");
        LocalDate to = day(row, "to");
        if (from == null && to == null) {
            return DateRange.ALWAYS;
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw fault(row, "to", "the last day " + to + " lies before the first " + from);
        }
        return new DateRange(from, to);
    }

    private @Nullable LocalDate day(CsvInput.Row row, String column) throws BadInput {
        String text = row.get(column).strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadInput(file, row.line(), row.column(column), "'" + text + "' is no day YYYY-MM-DD", e);
        }
    }

    private BadInput fault(CsvInput.Row row, String column, String reason) {
        return new BadInput(file, row.line(), row.column(column), reason);
    }
}
