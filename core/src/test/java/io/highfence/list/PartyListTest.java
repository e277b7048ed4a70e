package io.highfence.list;

import static io.highfence.list.ListFile.DPL;
import static io.highfence.list.ListFile.EL;
import static io.highfence.list.ListFile.SDN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.base.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartyListTest {
    private static final String SSI = "Sectoral Sanctions Identifications List (SSI) - Treasury Department";
    private static final String CMIC =
            "Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department";
    private static final String MBS = "Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department";
    private static final String CAP = "Capta List (CAP) - Treasury Department";

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String record(String source, String name, String further) {
        return "'source':'" + source + "','name':'" + name + "'" + further;
    }

    private static List<Integer> parties(PartyList list) {
        return java.util.stream.IntStream.range(0, list.records().size())
                .map(list::party)
                .boxed()
                .toList();
    }

    @Test
    void aPartyOnFiveListsIsOnePartyWithFiveListings() throws Exception {
        PartyList list = ListFile.loadJson(
                record(SDN, "GAZPROMBANK", ",'entity_number':'17016','programs':['RUSSIA-EO14024']"),
                record(EL, "OTHER", ""),
                record(SSI, "GAZPROMBANK OAO", ",'entity_number':'17016','programs':['UKRAINE-EO13662']"),
                record(CMIC, "GPB", ",'entity_number':'17016','start_date':'2021-08-02'"),
                record(MBS, "GPB JSC", ",'entity_number':'17016'"),
                record(CAP, "BANK GPB", ",'entity_number':'17016','end_date':'2025-01-01'"));
        assertEquals(List.of(0, 1, 0, 0, 0, 0), parties(list));
        assertEquals(6, list.records().size());
        assertEquals(List.of("RUSSIA-EO14024"), list.records().get(0).listing().programs());
        assertEquals(List.of("UKRAINE-EO13662"), list.records().get(2).listing().programs());
        assertEquals(
                LocalDate.of(2021, 8, 2),
                list.records().get(3).listing().inForce().from());
        assertEquals(
                LocalDate.of(2025, 1, 1),
                list.records().get(5).listing().inForce().to());
        assertEquals(
                List.of("CAP", "CMIC", "EL", "MBS", "SDN", "SSI"),
                list.editions().get(0).lists());
    }

    @Test
    void theSameNameIsNoReasonToJoin() throws Exception {
        String notice = ",'federal_register_notice':'84 FR 22961'";
        PartyList list = ListFile.loadJson(
                record(SDN, "AL NASER AIRLINES", ",'entity_number':'1'"),
                record(SDN, "AL NASER AIRLINES", ",'entity_number':'2'"),
                record(EL, "AL NASER AIRLINES", notice),
                record(EL, "AL NASER AIRLINES", notice),
                record(DPL, "AL NASER AIRLINES", ""));
        assertEquals(List.of(0, 1, 2, 3, 4), parties(list));
    }

    @Test
    void recordsOfTheTreasuryWithoutANumberDoNotJoin() throws Exception {
        PartyList list = ListFile.loadJson(record(SDN, "AL NASER AIRLINES", ""), record(SDN, "AL NASER AIRLINES", ""));
        assertEquals(List.of(0, 1), parties(list));
    }

    @Test
    void anEqualIdOfAListThatIsNotTheTreasurysIsNoOfacNumber() throws Exception {
        PartyList list = ListFile.loadJson(
                record(SDN, "A", ",'entity_number':'17016'"),
                record(EL, "A", ",'id':'17016'"),
                record(DPL, "A", ",'entity_number':'17016','id':'17016'"),
                record(EL, "A", ",'id':'17016'"));
        assertEquals(List.of(0, 1, 2, 3), parties(list));
    }

    @Test
    void theIdOfATreasuryListIsItsNumberWhereTheColumnIsBlank() throws Exception {
        PartyList list =
                ListFile.loadJson(record(SDN, "A", ",'id':'17016'"), record(SSI, "B", ",'entity_number':' 17016 '"));
        assertEquals(List.of(0, 0), parties(list));
    }

    @Test
    void recordsOfSeveralFilesJoinToo() throws Exception {
        Path json = file("a.json", ListFile.json(record(SDN, "A", ",'entity_number':'17016'")));
        Path csv = file("b.csv", "source,name,entity_number\n" + EL + ",X,\n" + SSI + ",B,17016\n");
        Path custom = file("c.csv", "id,name\n17016,A\n");
        PartyList list = PartyList.load(List.of(
                new ListSource(ListSource.Format.CSL_JSON, json, null),
                new ListSource(ListSource.Format.CSL_CSV, csv, LocalDate.of(2026, 7, 31)),
                new ListSource(ListSource.Format.CUSTOM_CSV, custom, null)));
        assertEquals(List.of(0, 1, 0, 2), parties(list));
        assertEquals(
                List.of(0, 1, 1, 2),
                list.records().stream().map(ListedParty::edition).toList());
        assertEquals(
                List.of("a.json", "b.csv", "c.csv"),
                list.editions().stream().map(PartyList.Edition::label).toList());
        assertEquals(LocalDate.of(2026, 7, 31), list.editions().get(1).publishedOn());
        assertNull(list.editions().get(2).publishedOn());
        assertFalse(list.isSample());
    }

    @Test
    void theDayInTheFileCountsBeforeTheCallersDay() throws Exception {
        Path json = file(
                "a.json",
                "{\"search_performed_at\":\"2026-07-31T01:00:00Z\",\"results\":[{\"source\":\"" + EL
                        + "\",\"name\":\"Huawei\"}]}");
        LocalDate other = LocalDate.of(2026, 8, 1);
        assertEquals(
                LocalDate.of(2026, 7, 31),
                PartyList.load(List.of(new ListSource(ListSource.Format.CSL_JSON, json, other)))
                        .editions()
                        .get(0)
                        .publishedOn());
    }

    @Test
    void filesLoadAllOrNone() throws Exception {
        Path good = file("a.csv", "id,name\n1,A\n");
        Path bad = file("b.csv", "id,name\n1,A\n1,B\n");
        BadInput fault = assertThrows(
                BadInput.class,
                () -> PartyList.load(List.of(
                        new ListSource(ListSource.Format.CUSTOM_CSV, good, null),
                        new ListSource(ListSource.Format.CUSTOM_CSV, bad, null))));
        assertEquals(bad.toString(), fault.file());
        assertEquals("3:1", fault.line() + ":" + fault.column());
    }

    @Test
    void theDigestFollowsFromBytesFormatAndDayAlone() throws Exception {
        Path a = file("a.csv", "id,name\n1,A\n");
        Path same = file("same.csv", "id,name\n1,A\n");
        Path other = file("other.csv", "id,name\n1,B\n");
        LocalDate day = LocalDate.of(2026, 7, 31);
        ListSource source = new ListSource(ListSource.Format.CUSTOM_CSV, a, day);
        var digest = PartyList.load(List.of(source)).digest();
        assertEquals(
                digest,
                PartyList.load(List.of(new ListSource(ListSource.Format.CUSTOM_CSV, same, day)))
                        .digest());
        assertNotEquals(
                digest,
                PartyList.load(List.of(new ListSource(ListSource.Format.CUSTOM_CSV, other, day)))
                        .digest());
        assertNotEquals(
                digest,
                PartyList.load(List.of(new ListSource(ListSource.Format.CUSTOM_CSV, a, day.plusDays(1))))
                        .digest());
        assertNotEquals(
                digest,
                PartyList.load(List.of(new ListSource(ListSource.Format.CUSTOM_CSV, a, null)))
                        .digest());
        ListSource second = new ListSource(ListSource.Format.CUSTOM_CSV, other, day);
        assertNotEquals(
                PartyList.load(List.of(source, second)).digest(),
                PartyList.load(List.of(second, source)).digest());
    }

    @Test
    void nothingOfAListCanBeChanged() throws Exception {
        PartyList list = ListFile.loadJson(record(SDN, "A", ",'alt_names':['B']"));
        ListedParty party = list.records().get(0);
        for (List<?> part : List.of(
                list.records(),
                list.editions(),
                list.editions().get(0).notes(),
                party.names(),
                party.addresses(),
                party.countries(),
                party.listing().programs())) {
            assertThrows(UnsupportedOperationException.class, () -> part.remove(0));
        }
        assertThrows(
                UnsupportedOperationException.class,
                () -> party.listing().footnotes().add(1));
    }

    @Test
    void theSampleSaysThatItIsOne() {
        PartyList sample = PartyList.sample();
        assertTrue(sample.isSample());
        assertEquals(1, sample.editions().size());
        assertTrue(sample.editions().get(0).sample());
        assertEquals(List.of(), sample.editions().get(0).notes());
        assertNull(sample.editions().get(0).publishedOn());
        assertFalse(sample.records().isEmpty());
        assertEquals(sample.records().size(), sample.editions().get(0).recordCount());
        assertEquals(
                sample.records().size(),
                sample.records().stream().map(ListedParty::key).distinct().count());
        assertEquals(sample.digest(), PartyList.sample().digest());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "csl-json:a.json,CSL_JSON,a.json,-",
                "csl-csv:lists/a.csv.gz@2026-07-31,CSL_CSV,lists/a.csv.gz,2026-07-31",
                "custom-csv:a@b.csv,CUSTOM_CSV,a@b.csv,-",
                "custom-csv:a@b.csv@2026-07-31,CUSTOM_CSV,a@b.csv,2026-07-31",
                "csl-json:a:b.json,CSL_JSON,a:b.json,-",
                "csl-json:a@2026-7-31,CSL_JSON,a@2026-7-31,-"
            })
    void aSourceIsNamedByFormatPathAndDay(String text, ListSource.Format format, String path, LocalDate day) {
        assertEquals(new ListSource(format, Path.of(path), day), ListSource.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "csl-json", "csl-json:", ":a.json", "a.json", "CSL_JSON:a", "xls:a", "csl-json:a@2026-02-30"
            })
    void anotherNameOfASourceIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> ListSource.parse(text));
    }

    @Test
    void everyFormatHasTheWordOfTheContract() {
        List<String> contract = List.of(
                "csl-json",
                "csl-csv",
                "ofac-sdn-csv",
                "ofac-xml",
                "ofac-advanced-xml",
                "ofac-enhanced-xml",
                "eu-fsf-xml",
                "eu-fsf-csv",
                "uk-sl-xml",
                "uk-sl-csv",
                "ofsi-csv",
                "un-xml",
                "ch-seco-xml",
                "ca-sema-xml",
                "au-dfat-xlsx",
                "jp-meti-json",
                "bis-dpl-txt",
                "custom-csv");
        for (ListSource.Format format : ListSource.Format.values()) {
            assertTrue(contract.contains(format.word()), format.word());
            assertEquals(format, ListSource.parse(format.word() + ":list").format());
        }
    }
}
