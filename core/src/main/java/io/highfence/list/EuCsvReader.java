package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.input.CsvInput;
import io.highfence.input.UnwrappedLines;
import io.highfence.input.Utf8Stream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The consolidated list of financial sanctions of the European Union as CSV: a row for each name, address, birth date, document
 * and citizenship of a party, each filling columns of its own. Version 1.1, and the names of columns of 1.0, which is met with
 * each line in a pair of quotes, as a spreadsheet saved it.
 */
final class EuCsvReader implements ListReader {
    private static final List<String> REGULATION = List.of(
            "type",
            "organisationtype",
            "publicationdate",
            "entryintoforcedate",
            "numbertitle",
            "programme",
            "publicationurl");

    private static final Set<String> COLUMNS = columns();

    /** What each row is about beside the party, as the columns of 1.1 and of 1.0 begin. */
    private static final Map<String, String> GROUPS = Map.of(
            "namealias",
            "naal",
            "address",
            "addr",
            "birthdate",
            "birt",
            "identification",
            "iden",
            "citizenship",
            "citi");

    /** Columns that 1.0 has once in each group. */
    private static final Set<String> REPEATED = Set.of("entity_logical_id");

    private final Map<String, EuParty> parties = new LinkedHashMap<>();
    private final Map<String, Long> lines = new LinkedHashMap<>();
    private boolean dated;

    private static Set<String> columns() {
        HashSet<String> columns = new HashSet<>(Set.of(
                ("filegenerationdate entity_logicalid entity_eu_referencenumber entity_unitednationid entity_designationdate"
                                + " entity_designationdetails entity_remark entity_subjecttype"
                                + " entity_subjecttype_classificationcode namealias_lastname namealias_firstname"
                                + " namealias_middlename namealias_wholename namealias_namelanguage namealias_gender"
                                + " namealias_title namealias_function namealias_strong address_city address_street"
                                + " address_pobox address_zipcode address_region address_place address_asatlistingtime"
                                + " address_contactinfo address_countryiso2code address_countrydescription"
                                + " birthdate_birthdate birthdate_day birthdate_month birthdate_year"
                                + " birthdate_yearrangefrom birthdate_yearrangeto birthdate_circa birthdate_calendartype"
                                + " birthdate_zipcode birthdate_region birthdate_place birthdate_city"
                                + " birthdate_countryiso2code birthdate_countrydescription identification_number"
                                + " identification_diplomatic identification_knownexpired identification_knownfalse"
                                + " identification_reportedlost identification_revokedbyissuer identification_issuedby"
                                + " identification_issueddate identification_validfrom identification_validto"
                                + " identification_latinnumber identification_nameondocument identification_typecode"
                                + " identification_typedescription identification_region"
                                + " identification_countryiso2code identification_countrydescription citizenship_region"
                                + " citizenship_countryiso2code citizenship_countrydescription"
                                // Version 1.0.
                                + " entity_logical_id subject_type leba_numtitle leba_publication_date leba_url programme"
                                + " naal_logical_id naal_leba_numtitle naal_leba_publication_date naal_leba_url"
                                + " naal_programme naal_lastname naal_firstname naal_middlename naal_wholename naal_gender"
                                + " naal_title naal_function naal_language addr_logical_id addr_leba_numtitle"
                                + " addr_leba_publication_date addr_leba_url addr_programme addr_number addr_street"
                                + " addr_zipcode addr_city addr_country addr_other birt_logical_id birt_leba_numtitle"
                                + " birt_leba_publication_date birt_leba_url birt_programme birt_date birt_place"
                                + " birt_country iden_logical_id iden_leba_numtitle iden_leba_publication_date iden_leba_url"
                                + " iden_programme iden_number iden_country citi_logical_id citi_leba_numtitle"
                                + " citi_leba_publication_date citi_leba_url citi_programme citi_country eu_ref_num")
                        .split(" ")));
        for (String group : List.of("entity", "namealias", "address", "birthdate", "identification", "citizenship")) {
            columns.add(group + "_logicalid");
            columns.add(group + "_regulationlanguage");
            columns.add(group + "_remark");
            for (String part : REGULATION) {
                columns.add(group + "_regulation_" + part);
            }
        }
        return Set.copyOf(columns);
    }

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        CsvInput csv = new CsvInput(loading.file(), COLUMNS, Set.of(), loading::refuse)
                .separatedBy(';')
                .plainQuotes()
                .repeated(REPEATED);
        Utf8Stream text = new Utf8Stream(new UnwrappedLines(in, ';'));
        for (String column : csv.read(text, row -> take(row, loading))) {
            if (!column.startsWith("date_file")) {
                loading.note("the column '" + column + "' is not known");
            }
        }
        if (!text.isUtf8()) {
            loading.note("the file is not in UTF-8; it was read as windows-1252");
        }
        parties.forEach((id, party) -> {
            if (party.group().isNameless()) {
                loading.refuse(new BadInput(
                        loading.file(), lines.getOrDefault(id, 0L), 1, "the party " + id + " has no name"));
            } else {
                party.finish();
            }
        });
    }

    /** A cell by its column of 1.1, or else by that of 1.0. */
    private static String either(CsvInput.Row row, String column, String older) {
        String text = row.get(column);
        return (text.isEmpty() ? row.get(older) : text).strip();
    }

    private void take(CsvInput.Row row, Loading loading) throws BadInput {
        boolean newer = row.column("entity_logicalid") > 0;
        if (!newer && row.column("entity_logical_id") == 0) {
            throw new BadInput(
                    loading.file(),
                    1,
                    1,
                    "the first line must name the columns, and neither 'entity_logicalid' nor 'entity_logical_id' is"
                            + " among them");
        }
        String id = either(row, "entity_logicalid", "entity_logical_id");
        if (id.isEmpty()) {
            loading.refuse(new BadInput(
                    loading.file(),
                    row.line(),
                    Math.max(row.column("entity_logicalid"), row.column("entity_logical_id")),
                    "this row does not say to which party it belongs"));
            return;
        }
        dated(row, loading);
        // A party stands in the file once for each programme.
        String key = id + " " + either(row, "entity_regulation_programme", "programme");
        lines.putIfAbsent(key, row.line());
        boolean known = parties.containsKey(key);
        EuParty party = parties.computeIfAbsent(key, k -> new EuParty(id, loading));
        GroupedParty group = party.group();
        if (!known) {
            party.designation(
                    either(row, "entity_eu_referencenumber", "eu_ref_num"),
                    row.get("entity_unitednationid"),
                    row.get("entity_designationdate"),
                    row.get("entity_designationdetails"));
        }
        party.type(
                newer ? row.get("entity_subjecttype") : row.get("subject_type"),
                row.get("entity_subjecttype_classificationcode"));
        party.regulation(
                either(row, "entity_regulation_programme", "programme"),
                either(row, "entity_regulation_numbertitle", "leba_numtitle"),
                either(row, "entity_regulation_publicationurl", "leba_url"));
        String force = row.get("entity_regulation_entryintoforcedate");
        party.act(force.isBlank() ? either(row, "entity_regulation_publicationdate", "leba_publication_date") : force);
        GROUPS.forEach((columns, older) ->
                party.act(either(row, columns + "_regulation_publicationdate", older + "_leba_publication_date")));
        group.remarks(row.get("entity_remark"));
        party.name(
                either(row, "namealias_wholename", "naal_wholename"),
                either(row, "namealias_firstname", "naal_firstname"),
                either(row, "namealias_middlename", "naal_middlename"),
                either(row, "namealias_lastname", "naal_lastname"),
                row.get("namealias_strong").toLowerCase(Locale.ROOT),
                row.get("namealias_remark"));
        group.title(either(row, "namealias_title", "naal_title"));
        group.title(either(row, "namealias_function", "naal_function"));
        group.extra("Gender", either(row, "namealias_gender", "naal_gender"));
        party.address(
                Published.join(", ", row.get("addr_number"), either(row, "address_street", "addr_street")),
                row.get("address_pobox"),
                either(row, "address_place", "addr_other"),
                either(row, "address_city", "addr_city"),
                row.get("address_region"),
                either(row, "address_zipcode", "addr_zipcode"),
                row.get("address_countryiso2code"),
                either(row, "address_countrydescription", "addr_country"));
        group.extra("Address note", row.get("address_remark"));
        group.extra("Contact", row.get("address_contactinfo"));
        party.birth(
                either(row, "birthdate_birthdate", "birt_date"),
                row.get("birthdate_year"),
                row.get("birthdate_month"),
                row.get("birthdate_day"),
                row.get("birthdate_yearrangefrom"),
                row.get("birthdate_yearrangeto"),
                row.get("birthdate_circa").toLowerCase(Locale.ROOT),
                row.get("birthdate_calendartype"));
        group.extra(
                "Place of birth",
                Published.join(
                        ", ",
                        either(row, "birthdate_place", "birt_place"),
                        row.get("birthdate_city"),
                        row.get("birthdate_region"),
                        either(row, "birthdate_countrydescription", "birt_country")));
        group.extra("Date of birth note", row.get("birthdate_remark"));
        String issued = row.get("identification_validfrom");
        party.document(
                row.get("identification_typecode"),
                row.get("identification_typedescription"),
                either(row, "identification_number", "iden_number"),
                row.get("identification_latinnumber"),
                either(row, "identification_countryiso2code", "iden_country"),
                issued.isBlank() ? row.get("identification_issueddate") : issued,
                row.get("identification_validto"),
                row.get("identification_knownfalse").toLowerCase(Locale.ROOT));
        group.extra("Document note", row.get("identification_remark"));
        String number = row.get("identification_number");
        party.ofDocument(number, "diplomatic", row.get("identification_diplomatic"));
        party.ofDocument(number, "known to be expired", row.get("identification_knownexpired"));
        party.ofDocument(number, "reported as lost", row.get("identification_reportedlost"));
        party.ofDocument(number, "revoked by its issuer", row.get("identification_revokedbyissuer"));
        group.extra("Name on document", row.get("identification_nameondocument"));
        group.extra("Document issued by", row.get("identification_issuedby"));
        party.citizenship(
                row.get("citizenship_countryiso2code"), either(row, "citizenship_countrydescription", "citi_country"));
        group.extra("Citizenship note", row.get("citizenship_remark"));
    }

    /** The day on which the file was made stands in each row. */
    private void dated(CsvInput.Row row, Loading loading) {
        if (dated) {
            return;
        }
        dated = true;
        String day = row.get("filegenerationdate");
        for (Map.Entry<String, String> cell : row.cells().entrySet()) {
            if (cell.getKey().startsWith("date_file")) {
                day = cell.getValue();
            }
        }
        PublishedDate.published(day, PublishedDate.dayFirst(day), loading);
    }
}
