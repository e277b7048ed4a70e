package io.highfence.list;

import static io.highfence.list.ListFile.DPL;
import static io.highfence.list.ListFile.EL;
import static io.highfence.list.ListFile.SDN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.list.ListDelta.Change;
import io.highfence.list.ListDelta.Difference;
import io.highfence.list.ListDelta.Kind;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListDeltaTest {
    private static String record(String source, String name, String further) {
        return "'source':'" + source + "','name':'" + name + "'" + further;
    }

    private static String number(int number) {
        return ",'entity_number':'" + number + "'";
    }

    private static ListDelta delta(PartyList before, PartyList after) {
        ListDelta delta = ListDelta.between(before, after);
        PartyList made = delta.applyTo(before);
        assertEquals(after.records(), made.records());
        assertEquals(after.editions(), made.editions());
        assertEquals(after.digest(), made.digest());
        for (int i = 0; i < made.records().size(); i++) {
            assertEquals(after.records().get(i).edition(), made.records().get(i).edition());
            assertEquals(after.party(i), made.party(i));
        }
        assertEquals(after.records().size(), delta.unchanged() + delta.count(Kind.ADDED) + delta.count(Kind.CHANGED));
        assertEquals(
                before.records().size(), delta.unchanged() + delta.count(Kind.REMOVED) + delta.count(Kind.CHANGED));
        return delta;
    }

    private static List<String> told(ListDelta delta) {
        return delta.changes().stream()
                .map(change -> change.kind() + " " + change.record().primaryName())
                .toList();
    }

    @Test
    void aNumberThatStaysIsTheSameParty() throws Exception {
        PartyList before = ListFile.loadJson(
                record(SDN, "HUAWEI", number(1)),
                record(SDN, "ALISHA", number(2) + ",'programs':['SDGT'],'alt_names':['A','B']"),
                record(SDN, "GONE", number(3)));
        PartyList after = ListFile.loadJson(
                record(SDN, "NEW", number(4)),
                record(SDN, "ALISHA KHAN", number(2) + ",'programs':['SDGT','IRAN'],'alt_names':['B','C']"),
                record(SDN, "HUAWEI", number(1)));
        ListDelta delta = delta(before, after);
        assertEquals(List.of("ADDED NEW", "CHANGED ALISHA KHAN", "REMOVED GONE"), told(delta));
        assertEquals(1, delta.unchanged());
        assertEquals(
                List.of(
                        new Difference(
                                "names",
                                List.of("ALISHA (primary)", "A (alias)"),
                                List.of("ALISHA KHAN (primary)", "C (alias)")),
                        new Difference("programs", List.of(), List.of("IRAN"))),
                delta.changes().get(1).differences());
    }

    @Test
    void anotherOrderOfNamesIsAChangeWithoutAValue() throws Exception {
        ListDelta delta = delta(
                ListFile.loadJson(record(SDN, "A", number(1) + ",'alt_names':['B','C']")),
                ListFile.loadJson(record(SDN, "A", number(1) + ",'alt_names':['C','B']")));
        assertEquals(
                List.of(new Difference("names", List.of(), List.of())),
                delta.changes().get(0).differences());
    }

    /** A renewed denial order has another notice, and so another digest for an entry. */
    @Test
    void withoutANumberTheOnlyRecordOfANameChanged() throws Exception {
        ListDelta delta = delta(
                ListFile.loadJson(record(DPL, "AZUR AIR", ",'federal_register_notice':'87 F.R. 21614'")),
                ListFile.loadJson(record(DPL, "AZUR AIR", ",'federal_register_notice':'88 F.R. 66805'")));
        Change change = delta.changes().get(0);
        assertEquals(Kind.CHANGED, change.kind());
        assertEquals(
                List.of("entry", "citation"),
                change.differences().stream().map(Difference::field).toList());
    }

    @Test
    void ofSeveralRecordsOfANameNoneIsGuessed() throws Exception {
        String[] notices = {",'federal_register_notice':'1'", ",'federal_register_notice':'2'"};
        ListDelta delta = delta(
                ListFile.loadJson(
                        record(EL, "AL NASER AIRLINES", notices[0]), record(EL, "AL NASER AIRLINES", notices[1])),
                ListFile.loadJson(record(EL, "AL NASER AIRLINES", ",'federal_register_notice':'3'")));
        assertEquals(
                List.of("ADDED AL NASER AIRLINES", "REMOVED AL NASER AIRLINES", "REMOVED AL NASER AIRLINES"),
                told(delta));
    }

    @Test
    void anotherNumberIsAnotherPartyWhateverItsName() throws Exception {
        ListDelta delta =
                delta(ListFile.loadJson(record(SDN, "A", number(1))), ListFile.loadJson(record(SDN, "A", number(2))));
        assertEquals(List.of("ADDED A", "REMOVED A"), told(delta));
    }

    private static PartyList canada(String... names) throws Exception {
        StringBuilder xml = new StringBuilder("<data-set>");
        for (int i = 0; i < names.length; i++) {
            xml.append("<record><Country>Belarus / Bélarus</Country><Entity>" + names[i]
                    + "</Entity><Schedule>1</Schedule><Item>" + (i + 1) + "</Item></record>");
        }
        return ListFile.load(ListSource.Format.CA_SEMA_XML, xml + "</data-set>");
    }

    /** Canada numbers its items anew when one is taken out. */
    @Test
    void aPlaceThatAnotherPartyTookIsNoChangeOfTheParty() throws Exception {
        ListDelta delta =
                delta(canada("Belneftekhim", "Belarusian Steel Works", "Beltech"), canada("Beltech", "Peleng"));
        assertEquals(
                List.of("CHANGED Beltech", "ADDED Peleng", "REMOVED Belneftekhim", "REMOVED Belarusian Steel Works"),
                told(delta));
        assertEquals(
                List.of("entry", "citation"),
                delta.changes().get(0).differences().stream()
                        .map(Difference::field)
                        .toList());
    }

    @Test
    void aDeltaIsForOneEditionAlone() throws Exception {
        PartyList before = ListFile.loadJson(record(SDN, "A", number(1)));
        PartyList after = ListFile.loadJson(record(SDN, "B", number(1)));
        ListDelta delta = ListDelta.between(before, after);
        assertEquals(before.digest(), delta.from());
        assertEquals(after.digest(), delta.to());
        assertThrows(IllegalArgumentException.class, () -> delta.applyTo(after));
    }

    @Test
    void theSameEditionHasNoChange() {
        PartyList sample = PartyList.sample();
        ListDelta delta = delta(sample, PartyList.sample());
        assertEquals(List.of(), delta.changes());
        assertEquals(sample.records().size(), delta.unchanged());
    }

    @Test
    void recordsCompareByContentAndNotByEdition() throws Exception {
        ListedParty one =
                ListFile.loadJson(record(SDN, "A", number(1))).records().get(0);
        assertEquals(one, one.inEdition(7));
        assertEquals(one.hashCode(), one.inEdition(7).hashCode());
        assertEquals(7, one.inEdition(7).edition());
        for (String other : List.of(
                record(SDN, "B", number(1)),
                record(SDN, "A", number(2)),
                record(EL, "A", number(1)),
                record(SDN, "A", number(1) + ",'type':'Entity'"),
                record(SDN, "A", number(1) + ",'alt_names':['B']"),
                record(SDN, "A", number(1) + ",'addresses':[{'country':'IR'}]"),
                record(SDN, "A", number(1) + ",'nationalities':['IR']"),
                record(SDN, "A", number(1) + ",'dates_of_birth':['1950']"),
                record(SDN, "A", number(1) + ",'ids':[{'type':'Passport','number':'1234567'}]"),
                record(SDN, "A", number(1) + ",'ids':[{'type':'Website','number':'x'}]"),
                record(SDN, "A", number(1) + ",'programs':['IRAN']"),
                record(SDN, "A", number(1) + ",'remarks':'x'"),
                record(SDN, "A", number(1) + ",'title':'x'"),
                record(SDN, "A", number(1) + ",'call_sign':'x'"))) {
            assertNotEquals(one, ListFile.loadJson(other).records().get(0), other);
        }
    }

    /** Random editions, with records that repeat, move, change and lose their number. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void anEditionAndItsDeltaAreTheNextEdition(int seed) throws Exception {
        Random random = new Random(seed);
        PartyList before = random(random);
        for (int edition = 0; edition < 5; edition++) {
            PartyList after = random(random);
            delta(before, after);
            before = after;
        }
    }

    private static PartyList random(Random random) throws Exception {
        List<String> records = new ArrayList<>();
        for (int left = 1 + random.nextInt(12); left > 0; left--) {
            boolean numbered = random.nextBoolean();
            records.add(record(
                    numbered ? SDN : EL,
                    "" + (char) ('A' + random.nextInt(4)),
                    (numbered && random.nextInt(4) > 0 ? number(random.nextInt(6)) : "")
                            + (random.nextBoolean() ? ",'alt_names':['X" + random.nextInt(2) + "']" : "")
                            + (random.nextBoolean() ? ",'federal_register_notice':'" + random.nextInt(2) + "'" : "")));
        }
        return ListFile.loadJson(records.toArray(String[]::new));
    }

    private static PartyList load(String source) throws Exception {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        int colon = source.indexOf(':');
        Path file = Path.of(data).resolve(source.substring(colon + 1));
        assumeTrue(Files.exists(file), "there is no " + file);
        return PartyList.load(List.of(ListSource.parse(source.substring(0, colon + 1) + file)));
    }

    /** What the description of the two files says of them; the rest of the later file is that of the earlier one. */
    @Test
    void theBlockedPersonsOfFiveMonths() throws Exception {
        ListDelta delta = delta(
                load("ofac-sdn-csv!:us/ofac/sdn-2023-12-05.csv.gz"),
                load("ofac-sdn-csv!:us/ofac/sdn-2024-05-03.csv.gz"));
        assertEquals(1_667, delta.count(Kind.ADDED));
        assertEquals(181, delta.count(Kind.REMOVED));
        assertEquals(45, delta.count(Kind.CHANGED));
    }

    private static final Pattern UN_ENTRY =
            Pattern.compile("<(INDIVIDUAL|ENTITY)>\\s*<DATAID>([0-9]+)</DATAID>.*?</\\1>", Pattern.DOTALL);

    /** The text of each entry by its number, without the reader. */
    private static TreeMap<String, String> entries(String path) throws Exception {
        TreeMap<String, String> entries = new TreeMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(
                Path.of(System.getProperty("highfence.data")).resolve(path)))) {
            Matcher entry = UN_ENTRY.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (entry.find()) {
                entries.put(entry.group(2), entry.group());
            }
        }
        return entries;
    }

    @Test
    void theSecurityCouncilListOfAYear() throws Exception {
        String[] paths = {"un/un-consolidated-2025-08-02.xml.gz", "un/un-consolidated-2026-08-01.xml.gz"};
        ListDelta delta = delta(load("un-xml:" + paths[0]), load("un-xml:" + paths[1]));
        TreeMap<String, String> before = entries(paths[0]);
        TreeMap<String, String> after = entries(paths[1]);
        TreeSet<String> added = new TreeSet<>(after.keySet());
        added.removeAll(before.keySet());
        TreeSet<String> removed = new TreeSet<>(before.keySet());
        removed.removeAll(after.keySet());
        assertEquals(added, entries(delta, Kind.ADDED));
        assertEquals(removed, entries(delta, Kind.REMOVED));
        TreeSet<String> changed = new TreeSet<>(after.keySet());
        changed.removeIf(id -> !before.containsKey(id) || before.get(id).equals(after.get(id)));
        // What changed in a record changed in its text; the text also has things that are not kept, such as blanks.
        assertTrue(changed.containsAll(entries(delta, Kind.CHANGED)));
        assertTrue(delta.count(Kind.CHANGED) > 100);
    }

    private static TreeSet<String> entries(ListDelta delta, Kind kind) {
        TreeSet<String> entries = new TreeSet<>();
        delta.changes().stream()
                .filter(change -> change.kind() == kind)
                .forEach(change -> entries.add(change.record().entry()));
        return entries;
    }
}
