package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The same records written as JSON and as CSV are the same parties, apart from the parts of an address. */
class CslFormatsAgreeTest {
    private static final List<String> SOURCES = List.of(ListFile.SDN, ListFile.EL, ListFile.DPL);
    private static final List<String> LISTS =
            List.of("programs", "alt_names", "citizenships", "dates_of_birth", "nationalities", "places_of_birth");
    private static final Map<String, List<String>> WORDS = Map.of(
            "programs", List.of("SDGT", "NPWMD", "UKRAINE-EO13662"),
            "alt_names", List.of("A, B", "HW \"x\"", "KOLOKOL (AKA: ALDRICH AMES)", "\u4E2D\u82AF", "A;B"),
            "citizenships", List.of("IR", "SY", "Lebanon"),
            "dates_of_birth", List.of("1938", "circa 1951", "1957-04-28", "never"),
            "nationalities", List.of("EG", "XX"),
            "places_of_birth", List.of("Cairo, Egypt", "Mexico"));
    private static final List<List<String>> ADDRESSES = List.of(
            List.of("1 Road", "Ankara", "", "06100", "TR"),
            List.of("605 Trail Lake Drive", "Richardson", "TX", "75081", "US"),
            List.of("", "Limassol", "", "", "CY"),
            List.of("", "", "", "", "MAN, ISLE OF"),
            List.of("", "Yalta", "", "", "CRIMEA (OCCUPIED)"),
            List.of("", "", "", "", "CN"));
    private static final List<String> ADDRESS_KEYS = List.of("address", "city", "state", "postal_code", "country");
    private static final List<List<String>> IDS = List.of(
            List.of("Passport", "836238033", "KP", "", ""),
            List.of("Passport", "A, 12, 34", "EG", "1999-01-09", "2009-01-08"),
            List.of("Registration ID", "C122790", "", "", ""),
            List.of("Website", "www.example.com", "", "", ""),
            List.of("Tax ID No.", "7, 8", "", "", ""),
            List.of("Secondary sanctions risk:", "Regulations, sections 510.201 and 510.210", "", "", ""));
    private static final List<String> ID_KEYS = List.of("type", "number", "country", "issue_date", "expiration_date");

    private final Random random;
    private final StringBuilder json = new StringBuilder("{\"results\":[");
    private final StringBuilder csv = new StringBuilder(ListFile.row(ListFile.CSL_COLUMNS));

    CslFormatsAgreeTest() {
        random = new Random(SEED);
    }

    private static final long SEED = 20261127;

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                quoted.append("\\u%04x".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private <T> List<T> some(List<T> from) {
        return from.stream().filter(ignored -> random.nextInt(3) == 0).toList();
    }

    private String oneOf(String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String objects(List<List<String>> values, List<String> keys) {
        return values.stream()
                .map(parts -> {
                    List<String> fields = new ArrayList<>();
                    for (int i = 0; i < keys.size(); i++) {
                        if (!parts.get(i).isEmpty()) {
                            fields.add(quoted(keys.get(i)) + ":" + quoted(parts.get(i)));
                        }
                    }
                    return "{" + String.join(",", fields) + "}";
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String cells(List<List<String>> values) {
        return values.stream()
                .map(parts -> parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    private void write(int number) {
        Map<String, String> texts = new TreeMap<>();
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        texts.put("source", source);
        texts.put("name", "Name " + number);
        texts.put("entity_number", source.equals(ListFile.SDN) ? String.valueOf(1_000 + number) : "");
        texts.put("type", oneOf("", "Individual", "Entity", "Vessel", "Aircraft"));
        texts.put("title", oneOf("", "Minister; Member"));
        texts.put("federal_register_notice", oneOf("", "84 FR 22961"));
        texts.put("start_date", oneOf("", "2019-05-16"));
        texts.put("end_date", oneOf("", "2026-01-14", "2001-01-01"));
        texts.put("standard_order", oneOf("", "Y", "N"));
        texts.put(
                "license_requirement",
                oneOf("", "All items (See \u00A7 734.9(e)(2))4", "(See \u00A7\u00A7 734.9(g),3)"));
        texts.put("license_policy", oneOf("", "Presumption of denial; see \u00A7 744.11"));
        texts.put("call_sign", oneOf("", "TCAB"));
        texts.put("vessel_type", oneOf("", "Crude Oil Tanker"));
        texts.put("gross_tonnage", oneOf("", "150000"));
        texts.put("gross_registered_tonnage", oneOf("", "140000"));
        texts.put("vessel_flag", oneOf("", "Panama"));
        texts.put("vessel_owner", oneOf("", "Owner Ltd"));
        texts.put("remarks", oneOf("", "IMO 9116412; (Linked To: OTHER)", "two\nlines"));
        texts.put("source_list_url", oneOf("", "https://a.example"));
        texts.put("source_information_url", oneOf("", "https://b.example"));
        Map<String, String> columns = new TreeMap<>(texts);
        String id = oneOf("", "233a4d7257");
        columns.put("_id", id);
        List<String> fields = new ArrayList<>();
        texts.put("id", id);
        texts.forEach((key, value) -> {
            if (!value.isEmpty()) {
                fields.add(quoted(key) + ":" + quoted(value));
            } else if (random.nextBoolean()) {
                fields.add(quoted(key) + ":null");
            }
        });
        for (String key : LISTS) {
            List<String> values = some(WORDS.get(key));
            columns.put(key, String.join("; ", values));
            fields.add(quoted(key)
                    + ":"
                    + values.stream().map(CslFormatsAgreeTest::quoted).collect(Collectors.joining(",", "[", "]")));
        }
        List<List<String>> addresses = some(ADDRESSES);
        List<List<String>> ids = some(IDS);
        columns.put("addresses", cells(addresses));
        columns.put("ids", cells(ids));
        fields.add("\"addresses\":" + objects(addresses, ADDRESS_KEYS));
        fields.add("\"ids\":" + objects(ids, ID_KEYS));
        json.append(number == 0 ? "" : ",")
                .append("{")
                .append(String.join(",", fields))
                .append("}\n");
        csv.append(ListFile.row(ListFile.CSL_COLUMNS.stream().map(columns::get).toList()));
    }

    @Test
    void theSameRecordsAreTheSamePartiesInBoth() throws Exception {
        int count = 2_000;
        for (int i = 0; i < count; i++) {
            write(i);
        }
        PartyList fromJson =
                ListFile.load(ListSource.Format.CSL_JSON, json.append("]}").toString());
        PartyList fromCsv = ListFile.loadCsv(csv.toString());
        assertEquals(count, fromJson.records().size());
        assertEquals(count, fromCsv.records().size());
        for (int i = 0; i < count; i++) {
            assertEquals(
                    ListFile.withoutPartsOfAddresses(fromJson.records().get(i)),
                    ListFile.withoutPartsOfAddresses(fromCsv.records().get(i)),
                    "seed " + SEED + ", record " + i);
        }
        assertEquals(
                fromJson.editions().get(0).nameCount(),
                fromCsv.editions().get(0).nameCount());
        assertEquals(
                fromJson.editions().get(0).notes(), fromCsv.editions().get(0).notes());
        assertEquals(
                fromJson.editions().get(0).lists(), fromCsv.editions().get(0).lists());
    }
}
