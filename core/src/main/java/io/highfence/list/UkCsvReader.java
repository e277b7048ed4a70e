package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import io.highfence.list.ListedParty.Identifier.Kind;
import java.io.IOException;
import java.io.InputStream;
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

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        new UkRows("UK Sanctions List", "UK", "unique id", loading).read(in, COLUMNS, UkCsvReader::take);
    }

    private static void take(CsvInput.Row row, UkParty party) {
        GroupedParty group = party.group();
        party.name(part -> row.get("name " + part), row.get("name type"), row.get("alias strength"));
        party.original(
                row.get("name non-latin script"),
                row.get("non-latin script type"),
                row.get("non-latin script language"));
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
        party.address(
                line -> row.get("address line " + line), row.get("address postal code"), row.get("address country"));
        group.extra("Designation source", row.get("designation source"));
        group.extra("Last updated", row.get("last updated"));
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
