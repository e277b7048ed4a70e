package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** List files of tests, and what a record says as one text. */
final class ListFile {
    static final String SDN = "Specially Designated Nationals (SDN) - Treasury Department";
    static final String EL = "Entity List (EL) - Bureau of Industry and Security";
    static final String DPL = "Denied Persons List (DPL) - Bureau of Industry and Security";

    /** The columns of the published CSV, in its order. */
    static final List<String> CSL_COLUMNS = List.of(
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

    private ListFile() {}

    static PartyList load(ListSource.Format format, String name, byte[] bytes) throws IOException, BadInput {
        return load(format, name, bytes, false);
    }

    private static PartyList load(ListSource.Format format, String name, byte[] bytes, boolean insists)
            throws IOException, BadInput {
        Path folder = Files.createTempDirectory("highfence-list");
        Path file = folder.resolve(name);
        try {
            Files.write(file, bytes);
            return PartyList.load(List.of(new ListSource(format, file, null, insists)));
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    /** Loads a file that the caller insists on. */
    static PartyList loadInsisting(ListSource.Format format, byte[] bytes) throws IOException, BadInput {
        // The Treasury's file of parties is found by its name.
        return load(
                format, format == ListSource.Format.OFAC_SDN_CSV ? "sdn.csv" : "list." + format.word(), bytes, true);
    }

    static PartyList load(ListSource.Format format, byte[] bytes) throws IOException, BadInput {
        return load(format, "list." + format.word(), bytes);
    }

    static PartyList load(ListSource.Format format, String text) throws IOException, BadInput {
        return load(format, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file of these records, each without its braces and in apostrophes for quotes. */
    static String json(String... records) {
        return "{\"results\":["
                + List.of(records).stream()
                        .map(record -> "{" + record.replace('\'', '"') + "}")
                        .collect(Collectors.joining(",\n"))
                + "]}";
    }

    static PartyList loadJson(String... records) throws IOException, BadInput {
        return load(ListSource.Format.CSL_JSON, json(records));
    }

    static PartyList loadCsv(String text) throws IOException, BadInput {
        return load(ListSource.Format.CSL_CSV, text);
    }

    static BadInput fault(ListSource.Format format, byte[] bytes) {
        BadInput fault = assertThrows(BadInput.class, () -> load(format, bytes));
        assertEquals(
                "list." + format.word(), String.valueOf(Path.of(fault.file()).getFileName()));
        return fault;
    }

    static BadInput fault(ListSource.Format format, String text) {
        return fault(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static void assertPlace(String place, BadInput fault) {
        assertEquals(place, fault.line() + ":" + fault.column(), fault.getMessage());
    }

    /** One line of CSV in which every cell is quoted. */
    static String row(List<String> cells) {
        return cells.stream()
                        .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                        .collect(Collectors.joining(","))
                + "\n";
    }

    /** The names as published or found, each with its role. */
    static List<String> names(ListedParty party) {
        return party.names().stream()
                .map(name -> name.role() + " " + name.text())
                .toList();
    }

    static List<String> primaryNames(PartyList list) {
        return list.records().stream().map(ListedParty::primaryName).toList();
    }

    static List<String> identifiers(ListedParty party) {
        return party.identifiers().stream()
                .map(id -> id.kind().word() + ":" + id.value())
                .toList();
    }

    /** All that a record says, piece by piece, the edition apart. */
    static List<Object> all(ListedParty party) {
        List<Object> all = new ArrayList<>(List.of(
                party.key(),
                party.source(),
                party.list(),
                party.entry(),
                party.type(),
                party.names(),
                party.addresses(),
                party.countries(),
                party.identifiers(),
                party.birthDates(),
                party.listing(),
                party.links(),
                party.title(),
                party.remarks(),
                party.extras()));
        all.add(party.vessel());
        return all;
    }

    /** All that a record says that a CSV says too, which does not tell the street of an address from the city. */
    static List<Object> withoutPartsOfAddresses(ListedParty party) {
        List<Object> all = all(party);
        all.set(
                all.indexOf(party.addresses()),
                party.addresses().stream()
                        .map(address -> address.text() + "|" + address.country() + "|" + address.countryText())
                        .toList());
        return all;
    }
}
