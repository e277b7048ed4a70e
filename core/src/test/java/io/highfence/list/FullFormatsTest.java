package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import io.highfence.base.DateRange;
import io.highfence.input.XlsxInput;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every publisher's file at the size at hand, where the folder of real data exists; the figures are those of the field guide. */
class FullFormatsTest {
    private static PartyList load(ListSource.Format format, String path) throws Exception {
        return load(format, path, false);
    }

    private static PartyList load(ListSource.Format format, String path, boolean insists) throws Exception {
        return PartyList.load(List.of(new ListSource(format, RealData.file(path), null, insists)));
    }

    private static BadInput refused(ListSource.Format format, String path) {
        ListSource source = new ListSource(format, RealData.file(path), null);
        return assertThrows(BadInput.class, () -> PartyList.load(List.of(source)));
    }

    private static PartyList.Edition edition(PartyList list) {
        return list.editions().get(0);
    }

    private static long names(PartyList list, Predicate<ListedParty.Name> which) {
        return list.records().stream()
                .flatMap(record -> record.names().stream())
                .filter(which)
                .count();
    }

    private static long records(PartyList list, Predicate<ListedParty> which) {
        return list.records().stream().filter(which).count();
    }

    private static ListedParty party(PartyList list, String entry) {
        return list.records().stream()
                .filter(record -> record.entry().equals(entry))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSecurityCouncilListOf2026() throws Exception {
        PartyList list = load(ListSource.Format.UN_XML, "un/un-consolidated-2026-08-01.xml.gz");
        assertEquals(1_011, list.records().size());
        assertEquals(736, records(list, record -> record.type() == PartyType.PERSON));
        assertEquals(275, records(list, record -> record.type() == PartyType.ORGANISATION));
        assertEquals(4_144, edition(list).nameCount());
        assertEquals(LocalDate.of(2026, 8, 1), edition(list).publishedOn());
        assertEquals(
                List.of("the country 'former Soviet Union' is not known"),
                edition(list).notes());
        // 1,529 good aliases and 623 low ones; a cell that holds several gives more, one that repeats a name gives
        // none.
        assertTrue(names(list, name -> name.quality() == Quality.STRONG) >= 1_529);
        assertTrue(names(list, name -> name.quality() == Quality.WEAK) >= 623);
        assertTrue(names(list, name -> name.role() == Role.FORMER) >= 18);
        // 378 parties have a field with their original script, one of them in Latin letters; aliases hold more of them.
        assertTrue(records(
                        list, record -> record.names().stream().anyMatch(name -> name.role() == Role.ORIGINAL_SCRIPT))
                >= 377);
        assertEquals(0, records(list, record -> record.listing().inForce().from() == null));
    }

    private static boolean isSaidIn(ListedParty party, String words) {
        return party.remarks().contains(words);
    }

    /** Only the file of parties is at hand, so that it is asked for with an exclamation mark. */
    @Test
    void theBlockedPersonsOf2024WithoutTheFilesBesideThem() throws Exception {
        PartyList list = load(ListSource.Format.OFAC_SDN_CSV, "us/ofac/sdn-2024-05-03.csv.gz", true);
        assertEquals(14_965, list.records().size());
        assertEquals(List.of("SDN"), edition(list).lists());
        assertEquals(14_965, names(list, name -> name.role() == Role.PRIMARY));
        // The guide has 2,099; a search for [afn].k.a. and an apostrophe finds 2,100 lines of the file.
        assertEquals(
                2_100,
                records(list, record -> record.names().stream().anyMatch(name -> name.quality() == Quality.WEAK)));
        assertEquals(5_824, records(list, record -> isSaidIn(record, "Linked To")));
        assertEquals(5_824, records(list, record -> !record.links().isEmpty()));
        assertTrue(edition(list).notes().contains("there is no file with the aliases beside it"));
        refused(ListSource.Format.OFAC_SDN_CSV, "us/ofac/sdn-2024-05-03.csv.gz");
    }

    /** Its file of parties lacks number 34489, which the addresses have: it was edited by who kept it. */
    @Test
    void theBlockedPersonsOf2022LackOneParty() throws Exception {
        PartyList list = load(ListSource.Format.OFAC_SDN_CSV, "us/ofac/sdn-2022-01.csv.gz", true);
        assertEquals(9_044, list.records().size());
        assertTrue(edition(list).notes().stream().anyMatch(note -> note.contains("no party with the number '34489'")));
        BadInput fault = refused(ListSource.Format.OFAC_SDN_CSV, "us/ofac/sdn-2022-01.csv.gz");
        assertTrue(fault.file().endsWith("add-2022-01.csv.gz"), fault.file());
        assertEquals("13625:1", fault.line() + ":" + fault.column());
    }

    /** The figures of each list are those of the Consolidated Screening List of 2026, where it had changed little. */
    @Test
    void theTreasurysOtherListsOf2025AsFlatFiles() throws Exception {
        PartyList list = load(ListSource.Format.OFAC_SDN_CSV, "us/ofac/cons_prim-2025-12.csv.gz");
        assertEquals(442, list.records().size());
        assertEquals(286, records(list, record -> record.list().equals("SSI")));
        assertEquals(78, records(list, record -> record.list().equals("PLC")));
        assertEquals(68, records(list, record -> record.list().equals("CMIC")));
        assertEquals(1, records(list, record -> record.list().equals("CAP")));
        // What no program tells apart is menu-based; the 51 of 2026 came later.
        assertEquals(9, records(list, record -> record.list().equals("MBS")));
        // 1,073 rows of strong aliases, some of them twice.
        assertTrue(names(list, name -> name.quality() == Quality.STRONG) > 1_060);
        assertEquals(
                442 + 1_073 + names(list, name -> name.quality() == Quality.WEAK),
                edition(list).nameCount());
    }

    @Test
    void aFolderOfSeveralSetsAsksWhichOneIsMeant() {
        BadInput fault = refused(ListSource.Format.OFAC_SDN_CSV, "us/ofac");
        assertTrue(fault.reason().contains("several files of parties"), fault.reason());
    }

    private static long parties(PartyList list) {
        return list.records().stream().map(ListedParty::entry).distinct().count();
    }

    @Test
    void theTreasurysOtherListsOf2022AsPlainXml() throws Exception {
        PartyList list = load(ListSource.Format.OFAC_XML, "us/ofac/consolidated-2022-03-24.xml.gz");
        assertEquals(462, list.records().size());
        assertEquals(462 + 1_166, edition(list).nameCount());
        // 68 of the 1,166 aliases are weak.
        assertEquals(68, names(list, name -> name.quality() == Quality.WEAK));
        assertEquals(LocalDate.of(2022, 3, 24), edition(list).publishedOn());
        assertEquals(List.of(), edition(list).notes());
        assertEquals(
                List.of("CAP", "CMIC", "FSE", "MBS", "PLC", "SSI"),
                edition(list).lists());
    }

    /** Eight entries were left of the 8,197 that the file says it holds. */
    @Test
    void theCutSampleOfBlockedPersonsIsRefused() throws Exception {
        BadInput fault = refused(ListSource.Format.OFAC_XML, "us/ofac/sdn.sample.xml.gz");
        assertTrue(fault.reason().contains("holds 8197 entries, and it holds 8"), fault.reason());
        assertTrue(fault.line() > 100, fault.getMessage());
        PartyList list = load(ListSource.Format.OFAC_XML, "us/ofac/sdn.sample.xml.gz", true);
        assertEquals(8 + 27, edition(list).nameCount());
        assertEquals(List.of("SDN"), edition(list).lists());
    }

    /** 443 parties on 523 lists: one that is blocked too is one party with two records. */
    @Test
    void theTreasurysOtherListsOf2025AsEnhancedXml() throws Exception {
        PartyList list = load(ListSource.Format.OFAC_ENHANCED_XML, "us/ofac/cons_enhanced-2025-01-10.xml.gz");
        assertEquals(443, parties(list));
        // Beside "Consolidated List" the file has 966 - 443 lists of parties.
        assertEquals(966 - 443, list.records().size());
        assertEquals(442, list.party(list.records().size() - 1));
        // 1,579 names in 1,624 scripts; of the 50 Cyrillic and 6 Chinese texts 45 are names and 11 addresses.
        assertEquals(1_624, edition(list).nameCount());
        List<ListedParty> each = list.records().stream()
                .collect(Collectors.toMap(ListedParty::entry, party -> party, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        assertEquals(
                45,
                each.stream()
                        .flatMap(party -> party.names().stream())
                        .filter(name -> name.role() == Role.ORIGINAL_SCRIPT)
                        .count());
        assertEquals(
                11,
                each.stream()
                        .flatMap(party -> party.addresses().stream())
                        .filter(address -> Published.isNonLatin(address.text()))
                        .count());
        // 70 low names, of which one stands in two scripts.
        long low = each.stream()
                .flatMap(party -> party.names().stream())
                .filter(name -> name.quality() == Quality.WEAK)
                .count();
        assertTrue(low >= 70 && low <= 71, "low " + low);
        assertEquals(283, each.stream().mapToInt(party -> party.links().size()).sum());
        assertEquals(LocalDate.of(2025, 1, 10), edition(list).publishedOn());
        assertEquals(0, records(list, record -> record.listing().inForce().from() == null));
        assertEquals(List.of(), edition(list).notes());
    }

    /** 446 parties, of which 6 stand on the list of blocked persons too. */
    @Test
    void theTreasurysOtherListsOf2021AsAdvancedXml() throws Exception {
        PartyList list = load(ListSource.Format.OFAC_ADVANCED_XML, "us/ofac/cons_advanced-2021-06-03.xml.gz");
        assertEquals(446, parties(list));
        // 898 entries, of which 446 are on the list over all others.
        assertEquals(898 - 446, list.records().size());
        // 1,510 aliases in 1,514 scripts.
        assertEquals(1_514, edition(list).nameCount());
        assertEquals(4, names(list, name -> name.role() == Role.ORIGINAL_SCRIPT));
        // 59 aliases are low, of which one stands in two scripts and one repeats a name.
        assertEquals(59, names(list, name -> name.quality() == Quality.WEAK));
        Map<String, Integer> links = new HashMap<>();
        list.records().forEach(party -> links.put(party.entry(), party.links().size()));
        assertEquals(296, links.values().stream().mapToInt(count -> count).sum());
        assertEquals(LocalDate.of(2021, 6, 3), edition(list).publishedOn());
        assertEquals(List.of(), edition(list).notes());
    }

    @Test
    void theUkSanctionsListSamples() throws Exception {
        PartyList xml = load(ListSource.Format.UK_SL_XML, "uk/uk-sanctions-list-2026-09-02.sample.xml");
        assertEquals(2, xml.records().size());
        assertEquals("MOHAMMAD HASSAN AKHUND", party(xml, "AFG0006").primaryName());
        assertEquals(LocalDate.of(2026, 9, 2), edition(xml).publishedOn());
        PartyList csv = load(ListSource.Format.UK_SL_CSV, "uk/uk-sanctions-list-2026-10-08.sample.csv");
        ListedParty ship = party(csv, "RUS2176");
        assertEquals("9826902", ship.identifiers().get(0).normal());
        assertEquals(PartyType.VESSEL, ship.type());
        assertEquals(LocalDate.of(2026, 10, 8), edition(csv).publishedOn());
        assertEquals(List.of(), edition(csv).notes());
    }

    @Test
    void theListOfOfsiOf2020() throws Exception {
        refused(ListSource.Format.OFSI_CSV, "uk/ofsi-ConList-2020-04-27.csv.gz");
        PartyList list = load(ListSource.Format.OFSI_CSV, "uk/ofsi-ConList-2020-04-27.csv.gz", true);
        assertEquals(2_114, list.records().size());
        assertEquals(LocalDate.of(2020, 4, 27), edition(list).publishedOn());
        assertEquals(0, records(list, record -> record.listing().inForce().from() == null));
        assertEquals(
                0,
                edition(list).notes().stream()
                        .filter(note -> note.startsWith("the column"))
                        .count());
        // Of 112 ways to write a nationality.
        assertEquals(
                20,
                edition(list).notes().stream()
                        .filter(note -> note.startsWith("the country"))
                        .count());
        assertEquals(
                26,
                list.records().stream()
                        .flatMap(record -> record.extras().stream())
                        .filter(extra -> extra.key().equals("Nationality"))
                        .count());
    }

    /** At hand as a workbook only, whose rows are written as the CSV file of that day was. */
    @Test
    void theListOfOfsiOf2022() throws Exception {
        Path workbook = RealData.file("uk/ofsi-ConList-2022-05-04.xlsx");
        StringBuilder csv = new StringBuilder();
        try (InputStream in = Files.newInputStream(workbook)) {
            XlsxInput.read(in, "ofsi.xlsx", (number, cells) -> {
                for (int column = 1; column <= (number == 1 ? 2 : 36); column++) {
                    csv.append(column == 1 ? "" : ",")
                            .append('"')
                            .append(cells.getOrDefault(column, "").replace("\"", "\"\""))
                            .append('"');
                }
                csv.append("\r\n");
            });
        }
        PartyList list = ListFile.loadInsisting(
                ListSource.Format.OFSI_CSV, csv.toString().getBytes(StandardCharsets.UTF_8));
        assertEquals(3_430, list.records().size());
        // The guide counts 9,446 Latin names and 1,713 others, each once in the file after folding; here each counts
        // once in its
        // party as it is written, and a cell of the other scripts may hold several or a Latin one.
        assertTrue(names(list, name -> !Published.isNonLatin(name.text())) >= 9_446);
        long original = names(list, name -> name.role() == Role.ORIGINAL_SCRIPT);
        assertTrue(original >= 1_500 && original <= 1_713, "original " + original);
        assertTrue(names(list, name -> name.quality() == Quality.WEAK) > 500);
        assertEquals(LocalDate.of(2022, 5, 4), edition(list).publishedOn());
    }

    @Test
    void theEuropeanListOf2022AsFarAsItIsAtHand() throws Exception {
        PartyList list =
                load(ListSource.Format.EU_FSF_XML, "eu/fsf-xmlFullSanctionsList_1_1-2022-03-18.partial.xml.gz");
        assertEquals(1_044, list.records().size());
        assertEquals(4_855, edition(list).nameCount());
        // Twenty parties stand there twice, once for each of two programmes.
        assertEquals(1_024, parties(list));
        // 6.0 in a hundred of the names have letters of another script.
        long other = names(list, name -> Published.isNonLatin(name.text()));
        assertTrue(Math.abs(other / 48.55 - 6.0) < 0.1, "other " + other);
        assertEquals(LocalDate.of(2022, 3, 18), edition(list).publishedOn());
        assertEquals(
                List.of(
                        "20 ids stand on several records that say different things, such as 'EU 516'; every record is kept",
                        "a birth date of the calendar ISLAMIC is not used"),
                edition(list).notes());
    }

    @Test
    void theEuropeanSamples() throws Exception {
        PartyList xml = load(ListSource.Format.EU_FSF_XML, "eu/fsf-2020-04-15.sample.xml.gz");
        assertEquals(7, xml.records().size());
        PartyList csv = load(ListSource.Format.EU_FSF_CSV, "eu/fsf-csv-1_1-2026-08-05.first21columns.sample.csv");
        assertEquals(List.of("PRIMARY Saddam Hussein Al-Tikriti", "ALIAS Abu Ali"), ListFile.names(party(csv, "13")));
        assertEquals(LocalDate.of(2026, 8, 5), edition(csv).publishedOn());
        assertEquals(List.of(), edition(csv).notes());
    }

    /** Each line was put into one pair of quotes and padded with tabulators by a spreadsheet. */
    @Test
    void theEuropeanSampleOfVersionOne() throws Exception {
        PartyList list = load(ListSource.Format.EU_FSF_CSV, "eu/fsf-csv-1_0-2018-07-04.sample.csv.gz");
        assertEquals("Robert Gabriel Mugabe", party(list, "1").primaryName());
        assertEquals(LocalDate.of(2018, 7, 4), edition(list).publishedOn());
        assertEquals(
                List.of("the file is not in UTF-8; it was read as windows-1252"),
                edition(list).notes());
        assertTrue(names(list, name -> name.text().contains("Ouda\u00ef")) > 0);
    }

    /** Of the three targets one was taken off the list in 2016. */
    @Test
    void theSwissSample() throws Exception {
        PartyList list = load(ListSource.Format.CH_SECO_XML, "ch/seco-2026-08-27.sample.xml");
        assertEquals(3, list.records().size());
        assertEquals(
                new DateRange(null, LocalDate.of(2016, 2, 29)),
                party(list, "5142").listing().inForce());
        assertEquals(
                List.of("PRIMARY Dzmitry Aliaksandravich Lukashenka", "ALIAS Dzmitry Aliaksandravich Lukashenko"),
                ListFile.names(party(list, "5142")));
        assertEquals(List.of("imo:8405270"), ListFile.identifiers(party(list, "34461")));
        assertEquals(List.of(), edition(list).notes());
    }

    /** The guide found no other script in the whole list of 2022; seven aliases of these eighty records are Cyrillic. */
    @Test
    void theCanadianSample() throws Exception {
        PartyList list = load(ListSource.Format.CA_SEMA_XML, "ca/sema-lmes-2022-05.sample.xml");
        assertEquals(80, list.records().size());
        assertEquals(30, records(list, record -> record.type() == PartyType.ORGANISATION));
        assertEquals(80, parties(list));
        assertEquals(7, names(list, name -> name.role() == Role.ORIGINAL_SCRIPT));
        assertEquals(List.of(), edition(list).notes());
    }

    @Test
    void theAustralianListOf2026() throws Exception {
        PartyList list = load(ListSource.Format.AU_DFAT_XLSX, "au/dfat-consolidated-2026-08.xlsx");
        assertEquals(3_846, list.records().size());
        assertEquals(11_068, edition(list).nameCount());
        assertEquals(3_846, names(list, name -> name.role() == Role.PRIMARY));
        // 455 rows of original scripts, 6,316 strong and 451 weak aliases, of which 35 repeat a name of their party.
        long original = names(list, name -> name.role() == Role.ORIGINAL_SCRIPT);
        long strong = names(list, name -> name.quality() == Quality.STRONG);
        long weak = names(list, name -> name.quality() == Quality.WEAK);
        assertEquals(455 + 6_316 + 451 - 35, original + strong + weak);
        assertTrue(original >= 454 && weak >= 447, original + " " + weak);
        assertEquals(261, records(list, record -> !record.identifiers().isEmpty()));
        assertEquals(262, records(list, record -> record.type() == PartyType.VESSEL));
        // The latest control date; the caller may know a later day.
        assertEquals(LocalDate.of(2026, 7, 21), edition(list).publishedOn());
    }

    /**
     * The guide has 2,213 names: for 37 records the text of the PDF ran on, and their names stand behind their countries; they are
     * found here and were not counted there.
     */
    @Test
    void theForeignEndUserListOf2025() throws Exception {
        PartyList list =
                load(ListSource.Format.JP_METI_JSON, "jp/meti-foreign-end-user-list-2025-09-29.extracted.json.gz");
        assertEquals(835, list.records().size());
        assertEquals(2_213 + 37, edition(list).nameCount());
        Map<String, Long> concerns = list.records().stream()
                .flatMap(record -> record.listing().programs().stream())
                .collect(Collectors.groupingBy(tag -> tag, Collectors.counting()));
        // The guide has 597 M and 463 N; 19 records part M from N by a Japanese comma, and two have an N of full width.
        assertEquals(Map.of("M", 597L + 19, "N", 463L + 2, "CW", 240L, "C", 233L, "B", 218L), concerns);
        assertEquals(0, records(list, record -> record.countries().isEmpty()));
        assertEquals(LocalDate.of(2025, 9, 29), edition(list).publishedOn());
    }

    /** A row is an address: 665 and 581 of them for 545 and 459 names, some of which have several orders. */
    @Test
    void theDeniedPersonsOf2023And2022() throws Exception {
        PartyList list = load(ListSource.Format.BIS_DPL_TXT, "us/bis/dpl-2023-11.txt.gz");
        assertEquals(
                545,
                list.records().stream().map(ListedParty::primaryName).distinct().count());
        assertTrue(list.records().size() >= 545 && list.records().size() <= 665);
        assertEquals(list.records().size(), parties(list));
        assertEquals(LocalDate.of(2023, 11, 16), edition(list).publishedOn());
        assertEquals("I. ASH", list.records().get(0).primaryName());
        PartyList older = load(ListSource.Format.BIS_DPL_TXT, "us/bis/dpl-2022-09.txt.gz");
        assertEquals(
                459,
                older.records().stream()
                        .map(ListedParty::primaryName)
                        .distinct()
                        .count());
        assertEquals(LocalDate.of(2022, 9, 2), edition(older).publishedOn());
    }
}
