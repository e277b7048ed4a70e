package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import io.highfence.list.ListedParty.Identifier.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The UK Sanctions List as CSV: a line with the day of the report, a header, and for each party a row for each of its names,
 * addresses and documents.
 */
final class UkCsvReader implements ListReader {
    private static final Set<String> COLUMNS = Set.of(
            ("last updated|unique id|ofsi group id|un reference number|name 6|name 1|name 2|name 3|name 4|name 5|name type"
                            + "|alias strength|title|name non-latin script|non-latin script type|non-latin script language"
                            + "|regime name|designation type|designation source|sanctions imposed|other information"
                            + "|uk statement of reasons|address line 1|address line 2|address line 3|address line 4"
                            + "|address line 5|address line 6|address postal code|address country|phone number|website"
                            + "|email address|date designated|d.o.b|nationality(/ies)|national identifier number"
                            + "|national identifier additional information|passport number|passport additional information"
                            + "|position|gender|town of birth|country of birth|type of entity|subsidiaries|parent company"
                            + "|business registration number (s)|imo number|current owner/operator (s)"
                            + "|previous owner/operator (s)|current believed flag of ship|previous flags|type of ship"
                            + "|tonnage of ship|length of ship|year built|hull identification number (hin)")
                    .split("\\|"));

    private final Map<String, UkParty> parties = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        CsvInput csv = new CsvInput(loading.file(), COLUMNS, Set.of("unique id", "name 6"), loading::refuse)
                .banner(cells -> banner(cells, loading));
        for (String column : csv.read(in, row -> take(row, loading))) {
            loading.note("the column '" + column + "' is not known");
        }
        finish(parties, lines, loading);
    }

    /** Ends the parties of a file of rows; one without any name is refused at its first row. */
    static void finish(Map<String, UkParty> parties, Map<String, Long> lines, Loading loading) {
        parties.forEach((id, party) -> {
            if (party.group().isNameless()) {
                loading.refuse(new BadInput(
                        loading.file(), lines.getOrDefault(id, 0L), 1, "the party " + id + " has no name"));
            } else {
                party.group().finish();
            }
        });
    }

    /** The line before the header, as in {@code Report Date: 08-Oct-2026}. */
    static void banner(List<String> cells, Loading loading) {
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

    private void take(CsvInput.Row row, Loading loading) {
        String id = row.get("unique id").strip();
        if (id.isEmpty()) {
            loading.refuse(
                    new BadInput(loading.file(), row.line(), row.column("unique id"), "this row has no unique id"));
            return;
        }
        lines.putIfAbsent(id, row.line());
        UkParty party = parties.computeIfAbsent(id, key -> new UkParty(key, loading));
        GroupedParty group = party.group();
        party.name(
                row.get("name 1"),
                row.get("name 2"),
                row.get("name 3"),
                row.get("name 4"),
                row.get("name 5"),
                row.get("name 6"),
                row.get("name type"),
                row.get("alias strength"));
        group.original(row.get("name non-latin script"));
        party.designation(
                row.get("designation type"),
                row.get("regime name"),
                row.get("sanctions imposed"),
                row.get("date designated"),
                row.get("ofsi group id"),
                row.get("un reference number"),
                row.get("other information"),
                row.get("uk statement of reasons"));
        group.title(row.get("title"));
        group.title(row.get("position"));
        group.address(
                Published.join(
                        ", ",
                        row.get("address line 1"),
                        row.get("address line 2"),
                        row.get("address line 3"),
                        row.get("address line 4"),
                        row.get("address line 5")),
                row.get("address line 6"),
                "",
                row.get("address postal code"),
                row.get("address country"));
        group.extra("Phone number", row.get("phone number"));
        group.extra("Website", row.get("website"));
        group.extra("Email address", row.get("email address"));
        party.birth(row.get("d.o.b"));
        group.country("Nationality", row.get("nationality(/ies)"));
        party.document(
                Kind.NATIONAL_ID,
                "National identifier",
                row.get("national identifier number"),
                row.get("national identifier additional information"));
        party.document(
                Kind.PASSPORT, "Passport", row.get("passport number"), row.get("passport additional information"));
        group.extra("Gender", row.get("gender"));
        group.extra("Place of birth", Published.join(", ", row.get("town of birth"), row.get("country of birth")));
        group.extra("Type of entity", row.get("type of entity"));
        group.link("Subsidiary", row.get("subsidiaries"));
        group.link("Parent company", row.get("parent company"));
        party.registration(row.get("business registration number (s)"));
        party.imo(row.get("imo number"));
        party.owner(row.get("current owner/operator (s)"));
        group.link("Previous owner/operator", row.get("previous owner/operator (s)"));
        group.vessel("flag", row.get("current believed flag of ship"));
        group.extra("Previous flag", row.get("previous flags"));
        group.vessel("type", row.get("type of ship"));
        group.vessel("tonnage", row.get("tonnage of ship"));
        group.extra("Length of ship", row.get("length of ship"));
        group.extra("Year built", row.get("year built"));
        group.identifier(Kind.OTHER, row.get("hull identification number (hin)"), "Hull identification number");
    }
}
