package io.highfence.list;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.base.BadInput;
import io.highfence.list.ListedParty.Quality;
import io.highfence.list.ListedParty.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Every publisher's file at the size at hand, where the folder of real data exists; the figures are those of the field guide. */
class FullFormatsTest {
    private static PartyList load(ListSource.Format format, String path) throws Exception {
        return load(format, path, false);
    }

    private static PartyList load(ListSource.Format format, String path, boolean insists) throws Exception {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path file = Path.of(data, path.split("/"));
        assumeTrue(Files.exists(file), "there is no " + path);
        return PartyList.load(List.of(new ListSource(format, file, null, insists)));
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
        assertThrows(
                BadInput.class, () -> load(ListSource.Format.OFAC_SDN_CSV, "us/ofac/sdn-2024-05-03.csv.gz", false));
    }

    /** Its file of parties lacks number 34489, which the addresses have: it was edited by who kept it. */
    @Test
    void theBlockedPersonsOf2022LackOneParty() throws Exception {
        PartyList list = load(ListSource.Format.OFAC_SDN_CSV, "us/ofac/sdn-2022-01.csv.gz", true);
        assertEquals(9_044, list.records().size());
        assertTrue(edition(list).notes().stream().anyMatch(note -> note.contains("no party with the number '34489'")));
        BadInput fault = assertThrows(
                BadInput.class, () -> load(ListSource.Format.OFAC_SDN_CSV, "us/ofac/sdn-2022-01.csv.gz", false));
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
        BadInput fault = assertThrows(BadInput.class, () -> load(ListSource.Format.OFAC_SDN_CSV, "us/ofac"));
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
        BadInput fault =
                assertThrows(BadInput.class, () -> load(ListSource.Format.OFAC_XML, "us/ofac/sdn.sample.xml.gz"));
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
                .collect(java.util.stream.Collectors.toMap(
                        ListedParty::entry, party -> party, (a, b) -> a, java.util.LinkedHashMap::new))
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
        java.util.Map<String, Integer> links = new java.util.HashMap<>();
        list.records().forEach(party -> links.put(party.entry(), party.links().size()));
        assertEquals(296, links.values().stream().mapToInt(count -> count).sum());
        assertEquals(LocalDate.of(2021, 6, 3), edition(list).publishedOn());
        assertEquals(List.of(), edition(list).notes());
    }
}
