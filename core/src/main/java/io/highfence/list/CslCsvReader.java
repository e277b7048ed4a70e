package io.highfence.list;

import io.highfence.base.BadInput;
import io.highfence.base.Country;
import io.highfence.input.CsvInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Consolidated Screening List as its publisher's CSV file: 29 columns, several values in a cell joined by a semicolon
 * and a blank.
 *
 * <p>An alias that holds a semicolon itself is cut in two here; the JSON file does not have this flaw. Files of older
 * years lack {@code _id} and {@code source_information_url}.
 */
final class CslCsvReader implements ListReader {
    private static final Set<String> COLUMNS = Set.of(
            "_id",
            "source",
            "entity_number",
            "type",
            "programs",
            "name",
            "title",
            "addresses",
            "federal_register_notice",
            "start_date",
            "end_date",
            "standard_order",
            "license_requirement",
            "license_policy",
            "call_sign",
            "vessel_type",
            "gross_tonnage",
            "gross_registered_tonnage",
            "vessel_flag",
            "vessel_owner",
            "remarks",
            "source_list_url",
            "alt_names",
            "citizenships",
            "dates_of_birth",
            "nationalities",
            "places_of_birth",
            "source_information_url",
            "ids");

    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}|(?:[0-9]{1,2} )?[A-Z][a-z]{2} [0-9]{4}");

    private static final Pattern YEAR = Pattern.compile("[12][0-9]{3}");

    @Override
    public void read(InputStream in, Loading loading) throws IOException, BadInput {
        CsvInput csv = new CsvInput(loading.file(), COLUMNS, Set.of("source", "name"), loading::refuse);
        for (String column : csv.read(in, row -> take(row, loading))) {
            loading.note("the column '" + column + "' is not known");
        }
    }

    private static void take(CsvInput.Row row, Loading loading) {
        CslRecord record = new CslRecord();
        record.source = row.get("source");
        record.name = row.get("name");
        String lacks = record.lacks();
        if (lacks != null) {
            loading.refuse(row, lacks, "this row has no " + lacks);
            return;
        }
        record.id = row.get("_id");
        record.entityNumber = row.get("entity_number");
        record.type = row.get("type");
        record.title = row.get("title");
        record.notice = row.get("federal_register_notice");
        record.startDate = row.get("start_date");
        record.endDate = row.get("end_date");
        record.standardOrder = row.get("standard_order");
        record.licenseRequirement = row.get("license_requirement");
        record.licensePolicy = row.get("license_policy");
        record.callSign = row.get("call_sign");
        record.vesselType = row.get("vessel_type");
        record.grossTonnage = row.get("gross_tonnage");
        record.grossRegisteredTonnage = row.get("gross_registered_tonnage");
        record.vesselFlag = row.get("vessel_flag");
        record.vesselOwner = row.get("vessel_owner");
        record.remarks = row.get("remarks");
        record.url = row.get("source_list_url");
        record.informationUrl = row.get("source_information_url");
        record.programs.addAll(values(row.get("programs")));
        record.altNames.addAll(values(row.get("alt_names")));
        record.citizenships.addAll(values(row.get("citizenships")));
        record.nationalities.addAll(values(row.get("nationalities")));
        record.birthDates.addAll(values(row.get("dates_of_birth")));
        record.birthPlaces.addAll(values(row.get("places_of_birth")));
        for (String address : values(row.get("addresses"))) {
            record.addresses.add(CslRecord.ownAddressOf(loading.share(address), loading));
        }
        values(row.get("ids")).forEach(id -> record.ids.add(id(id)));
        record.addTo(loading);
    }

    private static List<String> values(String cell) {
        if (cell.isBlank()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (String value : cell.split("; ", -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return values;
    }

    /**
     * Reads {@code Type, number, CC, issued, expires}, of which all but the type and the number may be missing, and the
     * number may hold commas itself: dates and a country are taken from the end as long as they look like ones. A date
     * that stands alone may be either of the two, and is not used.
     */
    static CslRecord.Id id(String cell) {
        List<String> parts = new ArrayList<>(List.of(cell.split(", ", -1)));
        String type = parts.remove(0);
        List<String> dates = new ArrayList<>();
        while (parts.size() > 1 && dates.size() < 2 && endsInDate(parts)) {
            dates.add(0, parts.remove(parts.size() - 1));
        }
        while (parts.size() > 1 && last(parts).isBlank()) {
            parts.remove(parts.size() - 1);
        }
        boolean both = dates.size() == 2;
        String country = "";
        if (parts.size() > 1 && isCountry(last(parts))) {
            country = parts.remove(parts.size() - 1);
        }
        return new CslRecord.Id(
                type, String.join(", ", parts), country, both ? dates.get(0) : "", both ? dates.get(1) : "");
    }

    private static boolean endsInDate(List<String> parts) {
        // A year alone may be part of the number; behind a country it is a date.
        return DATE.matcher(last(parts)).matches()
                || (parts.size() > 2 && YEAR.matcher(last(parts)).matches() && isCountry(parts.get(parts.size() - 2)));
    }

    private static boolean isCountry(String text) {
        return text.length() == 2 && Country.find(text) != null;
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1);
    }
}
