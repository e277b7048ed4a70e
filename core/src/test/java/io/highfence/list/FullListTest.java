package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.highfence.base.BadInput;
import io.highfence.base.Country;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published list at its full size, where the folder of real data exists; the records are read a second time by hand. */
class FullListTest {
    private static final LocalDate DAY = LocalDate.of(2026, 7, 31);

    private static Path folder;
    private static PartyList list;
    private static List<Map<String, Object>> raw;

    @BeforeAll
    static void loadTwice() throws Exception {
        folder = RealData.file("us/csl");
        Path json = folder.resolve("consolidated-2026-07-31.reconstructed.json.gz");
        list = PartyList.load(List.of(new ListSource(ListSource.Format.CSL_JSON, json, null)));
        raw = byHand(json);
    }

    /** The records by tokens alone: texts, and arrays of texts or of objects with texts. */
    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> byHand(Path json) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(json));
                JsonParser parser = new JsonFactory().createParser(in)) {
            parser.nextToken();
            return (List<Map<String, Object>>) ((Map<String, Object>) value(parser)).get("results");
        }
    }

    private static Object value(JsonParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> fields = new HashMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    String name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                return fields;
            }
            case START_ARRAY -> {
                List<Object> elements = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(parser));
                }
                return elements;
            }
            default -> {
                return parser.getText();
            }
        }
    }

    private static String text(Map<String, Object> record, String key) {
        return (String) record.getOrDefault(key, "");
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> many(Map<String, Object> record, String key) {
        return (List<T>) record.getOrDefault(key, List.of());
    }

    @Test
    void allRecordsAndNamesAreThere() {
        PartyList.Edition edition = list.editions().get(0);
        assertEquals(25_921, list.records().size());
        assertEquals(25_921, edition.recordCount());
        assertEquals(57_174, edition.nameCount());
        assertEquals(25_921, raw.size());
        assertEquals(
                57_174,
                raw.stream()
                        .mapToInt(record -> 1 + many(record, "alt_names").size())
                        .sum());
        assertEquals(DAY, edition.publishedOn());
    }

    @Test
    void theBooksOfEachListBalance() {
        Map<String, String> expected = new TreeMap<>(Map.ofEntries(
                Map.entry("SDN", "19181 records, 9894 with 24554 aliases"),
                Map.entry("EL", "3420 records, 1959 with 5217 aliases"),
                Map.entry("DPL", "1596 records, 0 with 0 aliases"),
                Map.entry("DTC", "787 records, 84 with 143 aliases"),
                Map.entry("SSI", "286 records, 271 with 892 aliases"),
                Map.entry("UVL", "222 records, 0 with 0 aliases"),
                Map.entry("ISN", "161 records, 57 with 136 aliases"),
                Map.entry("PLC", "78 records, 62 with 91 aliases"),
                Map.entry("MEU", "70 records, 3 with 3 aliases"),
                Map.entry("CMIC", "68 records, 64 with 137 aliases"),
                Map.entry("MBS", "51 records, 26 with 78 aliases"),
                Map.entry("CAP", "1 records, 1 with 2 aliases")));
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < raw.size(); i++) {
            int[] count = counts.computeIfAbsent(list.records().get(i).list(), ignored -> new int[3]);
            int aliases = many(raw.get(i), "alt_names").size();
            count[0]++;
            count[1] += aliases > 0 ? 1 : 0;
            count[2] += aliases;
        }
        Map<String, String> found = new TreeMap<>();
        counts.forEach((code, count) ->
                found.put(code, count[0] + " records, " + count[1] + " with " + count[2] + " aliases"));
        assertEquals(expected, found);
        assertEquals(List.copyOf(expected.keySet()), list.editions().get(0).lists());
    }

    @Test
    void theTypeIsGivenByTheTreasuryAlone() {
        Map<PartyType, Long> sdn = list.records().stream()
                .filter(record -> record.list().equals("SDN"))
                .collect(Collectors.groupingBy(ListedParty::type, Collectors.counting()));
        assertEquals(
                Map.of(
                        PartyType.ORGANISATION, 9_840L,
                        PartyType.PERSON, 7_473L,
                        PartyType.VESSEL, 1_524L,
                        PartyType.AIRCRAFT, 344L),
                sdn);
        assertEquals(
                6_256,
                list.records().stream()
                        .filter(record -> record.type() == PartyType.UNKNOWN)
                        .count());
    }

    private static Map<String, Long> meanings(Function<ListedParty, Object> meaning) {
        return list.records().stream()
                .filter(record -> record.list().equals("EL"))
                .collect(Collectors.groupingBy(record -> meaning.apply(record).toString(), Collectors.counting()));
    }

    /** The numbers of all but the plainest meaning are those of words in the file, which are looked for on their own. */
    @Test
    void theTextsOfTheEntityListHaveAHandfulOfMeanings() {
        long all = list.records().stream()
                .filter(record -> record.list().equals("EL"))
                .count();
        assertEquals(82, requirements("(?i)whenusedinprojects"));
        assertEquals(20, requirements("GOVunder"));
        assertEquals(4, requirements("exceptfor|apartfrom"));
        assertEquals(19, requirements("^ForitemsontheCCL"));
        assertEquals(1, requirements("case-by-case"));
        assertEquals(
                Map.of(
                        "ALL_ITEMS", all - 82 - 20 - 4 - 19 - 1,
                        "ALL_ITEMS_IN_PROJECTS", 82L,
                        "ALL_ITEMS_GOV_ALLOWED", 20L,
                        "ALL_ITEMS_EXCEPT", 4L,
                        "CCL_ITEMS", 19L,
                        "UNKNOWN", 1L),
                meanings(record -> record.listing().requirement()));
        Map<String, Long> policies = meanings(record -> record.listing().policy());
        assertEquals(4, policies.get("UNKNOWN"));
        assertEquals(policies("(?i)^presumption(of|for)denial\\.?$"), policies.get("PRESUMPTION_OF_DENIAL"));
        assertEquals(policies("(?i)^policyofdenial.*case"), policies.get("DENIAL_WITH_EXCEPTIONS"));
        assertEquals(policies("(?i)^policyofdenial(?!.*case)"), policies.get("DENIAL"));
        assertEquals(policies("^See"), policies.get("BY_SECTION"));
        assertEquals(policies("(?i)approval.*;|\\.presumptionofapproval"), policies.get("CASE_BY_CASE_EAR99_APPROVED"));
        assertEquals(all, policies.values().stream().mapToLong(count -> count).sum());
    }

    private static long policies(String regex) {
        return texts("license_policy", regex);
    }

    private static int requirements(String regex) {
        return (int) texts("license_requirement", regex);
    }

    private static long texts(String field, String regex) {
        return raw.stream()
                .filter(record -> text(record, "source").startsWith("Entity List"))
                .filter(record -> Pattern.compile(regex)
                        .matcher(text(record, field).replace(" ", ""))
                        .find())
                .count();
    }

    /** Entries of October 2022 name section 734.9(e) without its paragraph and end in the sign of footnote 4. */
    @Test
    void footnotesFollowFromTheSections() {
        assertEquals(156, requirements("734\\.9\\(e\\)\\(?1"));
        assertEquals(71, requirements("734\\.9\\(e\\)\\(2\\)"));
        assertEquals(16, requirements("734\\.9\\(e\\)\\(3\\)"));
        assertEquals(771, requirements("734\\.9\\(g\\)"));
        int signOnly = requirements("734\\.9\\(e\\)(?!\\(?[0-9]).*EAR\\)4\\.?$");
        assertEquals(25, signOnly);
        Map<Integer, Long> footnotes = list.records().stream()
                .filter(record -> record.list().equals("EL"))
                .flatMap(record -> record.listing().footnotes().stream())
                .collect(Collectors.groupingBy(footnote -> footnote, Collectors.counting()));
        assertEquals(Map.of(1, 156L, 4, 71L + signOnly, 5, 16L, 3, 771L), footnotes);
        assertTrue(list.records().stream()
                .allMatch(record -> record.list().equals("EL")
                        || record.listing().footnotes().isEmpty()));
        assertEquals(
                1,
                list.editions().get(0).notes().stream()
                        .filter(note -> note.contains("734.9(e)"))
                        .count());
    }

    @Test
    void everyRecordSaysWhatItsSourceSays() {
        for (int i = 0; i < raw.size(); i++) {
            Map<String, Object> record = raw.get(i);
            ListedParty party = list.records().get(i);
            String shown = "record " + i;
            assertEquals(text(record, "source"), party.source(), shown);
            assertEquals(text(record, "name").strip(), party.primaryName(), shown);
            Set<String> published =
                    new LinkedHashSet<>(List.of(text(record, "name").strip()));
            for (String alias : FullListTest.<String>many(record, "alt_names")) {
                published.add(alias.strip());
            }
            List<String> names =
                    party.names().stream().map(ListedParty.Name::text).toList();
            assertEquals(List.copyOf(published), names.subList(0, published.size()), shown);
            assertEquals(many(record, "programs"), party.listing().programs(), shown);
            assertEquals(text(record, "license_requirement"), party.listing().licenseRequirement(), shown);
            assertEquals(text(record, "license_policy"), party.listing().licensePolicy(), shown);
            assertEquals(text(record, "source_list_url"), party.listing().url(), shown);
            String notice = text(record, "federal_register_notice").strip();
            if (notice.isEmpty()) {
                assertNull(party.listing().citation(), shown);
            } else {
                assertEquals(
                        notice,
                        Objects.requireNonNull(party.listing().citation()).text(),
                        shown);
            }
            List<String> countries = FullListTest.<Map<String, Object>>many(record, "addresses").stream()
                    .map(address -> text(address, "country"))
                    .filter(country -> !country.isBlank())
                    .toList();
            assertEquals(
                    countries,
                    party.addresses().stream()
                            .map(ListedParty.Address::countryText)
                            .toList(),
                    shown);
        }
    }

    @Test
    void everyCodeOfACountryIsUnderstoodAndNoOther() {
        Set<String> codes = Set.of(Locale.getISOCountries());
        Set<String> words = new HashSet<>();
        for (ListedParty party : list.records()) {
            for (ListedParty.Address address : party.addresses()) {
                String word = address.countryText();
                if (codes.contains(word)) {
                    assertEquals(Country.of(word), address.country(), party.key());
                } else {
                    words.add(word + "=" + address.country());
                }
            }
        }
        words.removeIf(word -> word.startsWith("REGION: ") && word.endsWith("=null"));
        words.removeIf(
                word -> Set.of("REGION: WEST BANK=PS", "REGION: RUSSIA=RU", "REGION: CHINA=CN", "REGION: IRAN=IR")
                        .contains(word));
        assertEquals(
                Set.of(
                        "TURKIYE=TR",
                        "PRC=CN",
                        "MACAU=MO",
                        "MAN, ISLE OF=IM",
                        "UK=GB",
                        "XK=XK",
                        "AN=null",
                        // New Mexico, where the country should stand.
                        "NM=US",
                        "CRIMEA (OCCUPIED)=null"),
                words);
    }

    @Test
    void keysAreUniqueAndRecordsWithoutANumberHaveADigest() {
        Set<String> keys = new HashSet<>();
        int digests = 0;
        for (int i = 0; i < raw.size(); i++) {
            ListedParty party = list.records().get(i);
            assertTrue(keys.add(party.key()), "record " + i);
            String number = text(raw.get(i), "entity_number");
            if (number.isEmpty()) {
                assertTrue(party.entry().matches("[0-9a-f]{12}"), "record " + i);
                digests++;
            } else {
                assertEquals(number, party.entry(), "record " + i);
            }
        }
        assertEquals(6_256, digests);
    }

    private static String lettersAndDigits(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** This copy has no identifiers and no births, so that numbers and names with a country are all there is to join on. */
    @Test
    void recordsJoinOnAnEqualOfacNumberOrOnNameAndCountry() {
        Map<Integer, List<Integer>> parties = new HashMap<>();
        Map<String, Set<Integer>> byNumber = new HashMap<>();
        for (int i = 0; i < raw.size(); i++) {
            parties.computeIfAbsent(list.party(i), ignored -> new ArrayList<>()).add(i);
            String number = text(raw.get(i), "entity_number");
            if (!number.isEmpty()) {
                byNumber.computeIfAbsent(number, ignored -> new HashSet<>()).add(list.party(i));
            }
        }
        assertTrue(byNumber.values().stream().allMatch(some -> some.size() == 1));
        int joined = 0;
        for (List<Integer> party : parties.values()) {
            Set<String> numbers = new HashSet<>();
            for (int one : party) {
                String number = text(raw.get(one), "entity_number");
                if (!number.isEmpty()) {
                    numbers.add(number);
                }
                joined += party.size() > 1 ? 1 : 0;
                assertTrue(
                        party.size() == 1
                                || party.stream().anyMatch(other -> other != one && belongTogether(one, other)),
                        list.records().get(one).toString());
            }
            assertTrue(numbers.size() <= 1, numbers.toString());
        }
        assertTrue(joined > 500, "some hundred parties stand on several lists");
    }

    private static boolean belongTogether(int one, int other) {
        String number = text(raw.get(one), "entity_number");
        ListedParty first = list.records().get(one);
        ListedParty second = list.records().get(other);
        return (!number.isEmpty() && number.equals(text(raw.get(other), "entity_number")))
                || (lettersAndDigits(first.primaryName()).equals(lettersAndDigits(second.primaryName()))
                        && first.countries().stream().anyMatch(second.countries()::contains));
    }

    @Test
    void noNameIsInAScriptOtherThanLatin() {
        assertTrue(list.records().stream()
                .flatMap(record -> record.names().stream())
                .flatMapToInt(name -> name.text().codePoints())
                .filter(Character::isLetter)
                .allMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN
                        || Character.UnicodeScript.of(letter) == Character.UnicodeScript.COMMON));
    }

    private static List<Object> comparable(ListedParty party, boolean names) {
        List<Object> all = ListFile.withoutPartsOfAddresses(party);
        if (!names) {
            all.remove(party.names());
        }
        return all;
    }

    @Test
    void theCsvHasTheSameRecordsAndPartsOnlyAnAliasThatHoldsASemicolonAndABlank() throws Exception {
        Path csv = folder.resolve("consolidated-2026-07-31.reconstructed.csv.gz");
        PartyList other = PartyList.load(List.of(new ListSource(ListSource.Format.CSL_CSV, csv, DAY)));
        assertEquals(25_921, other.records().size());
        int parted = 0;
        int semicolon = 0;
        for (int i = 0; i < raw.size(); i++) {
            long semicolons = FullListTest.<String>many(raw.get(i), "alt_names").stream()
                    .filter(alias -> alias.contains("; "))
                    .count();
            parted += (int) semicolons;
            semicolon += (int) FullListTest.<String>many(raw.get(i), "alt_names").stream()
                    .filter(alias -> alias.contains(";"))
                    .count();
            assertEquals(
                    comparable(list.records().get(i), semicolons == 0),
                    comparable(other.records().get(i), semicolons == 0),
                    "record " + i);
            assertEquals(list.party(i), other.party(i), "record " + i);
        }
        assertEquals(10, semicolon);
        assertEquals(1, parted);
        // That one holds two of them, and so becomes three names.
        assertEquals(57_174 + 2, other.editions().get(0).nameCount());
    }

    @Test
    void theFileWithARepeatedHeaderAndACutRowIsRefused() throws Exception {
        Path csv = folder.resolve("consolidated-2023-11.sample.csv.gz");
        BadInput fault = assertThrows(
                BadInput.class, () -> PartyList.load(List.of(new ListSource(ListSource.Format.CSL_CSV, csv, null))));
        assertTrue(fault.line() > 1 && fault.column() >= 1, fault.getMessage());
        assertTrue(fault.reason().contains("2 rows were refused"), fault.reason());
    }

    @Test
    void withoutThoseTwoTheFileHasAllItsRows() throws Exception {
        String text;
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(folder.resolve("consolidated-2023-11.sample.csv.gz")))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        BadInput first = refused(text);
        String once = without(text, first.line());
        BadInput second = refused(once);
        Loading loading = read(without(once, second.line()));
        loading.finish();
        assertEquals(4_226, loading.records().size());
        Stream<ListedParty> denied =
                loading.records().stream().filter(record -> record.list().equals("DPL"));
        Map<Boolean, Long> terms = denied.filter(record -> record.listing().standardOrder() != null)
                .collect(Collectors.groupingBy(
                        record -> Objects.requireNonNull(record.listing().standardOrder()), Collectors.counting()));
        // 571 say Y, one y, 3 N.
        assertEquals(Map.of(true, 572L, false, 3L), terms);
        assertEquals(
                List.of(),
                loading.notes().stream().filter(note -> note.contains("column")).toList());
        // Every record whose text has the words has links.
        assertEquals(
                294, text.lines().filter(line -> line.contains("Linked To: ")).count());
        assertEquals(
                294,
                loading.records().stream()
                        .filter(record -> !record.links().isEmpty())
                        .count());
    }

    private static Loading read(String text) throws IOException, BadInput {
        Loading loading = new Loading("sample.csv", 0);
        new CslCsvReader().read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), loading);
        return loading;
    }

    private static BadInput refused(String text) {
        return assertThrows(BadInput.class, () -> read(text).finish());
    }

    private static String without(String text, long line) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        lines.remove((int) line - 1);
        return String.join("\n", lines);
    }
}
