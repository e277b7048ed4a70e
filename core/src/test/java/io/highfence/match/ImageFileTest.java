package io.highfence.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.highfence.base.BadInput;
import io.highfence.base.Digest;
import io.highfence.list.ListSource;
import io.highfence.list.ListedParty;
import io.highfence.list.PartyList;
import io.highfence.text.AddressForm;
import io.highfence.text.AddressReader;
import io.highfence.text.NameForm;
import io.highfence.text.NameReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index in a file: the same answers as the one that was built, and a clear error for every byte that is not as it was. */
class ImageFileTest {
    private static final long SEED = 20261129;

    @TempDir
    Path folder;

    private Path file;
    private PartyIndex built;

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("sample.index");
        built = PartyIndex.of(PartyList.sample());
        built.save(file);
    }

    @Test
    void aMappedIndexHoldsTheSameList() throws IOException, BadInput {
        PartyIndex mapped = PartyIndex.open(file);
        assertSameList(built.list(), mapped.list());
        assertEquals(PartyIndex.verify(file), PartyIndex.verify(file));
    }

    @Test
    void aMappedIndexGivesTheSameAnswers() throws IOException, BadInput {
        PartyIndex mapped = PartyIndex.open(file);
        List<String> queries = new ArrayList<>(MatchAllocationTest.FAMILIES);
        for (ListedParty party : built.list().records()) {
            party.names().forEach(name -> queries.add(name.text()));
            party.names().forEach(name -> queries.add(name.text().substring(1)));
        }
        assertSameAnswers(built, mapped, queries);
    }

    @Test
    void theFullListGivesTheSameAnswersFromAFile() throws IOException, BadInput {
        String data = System.getProperty("highfence.data");
        assumeTrue(data != null, "no folder of real data is named");
        Path json = Path.of(data, "us", "csl", "consolidated-2026-07-31.reconstructed.json.gz");
        assumeTrue(Files.exists(json), "there is no folder of real data");
        PartyList list = PartyList.load(List.of(ListSource.parse("csl-json:" + json + "@2026-07-31")));
        PartyIndex whole = PartyIndex.of(list);
        whole.save(file);
        PartyIndex mapped = PartyIndex.open(file);
        assertSameList(list, mapped.list());
        List<String> queries = new ArrayList<>();
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            List<ListedParty.Name> names =
                    list.records().get(random.nextInt(list.records().size())).names();
            StringBuilder query =
                    new StringBuilder(names.get(random.nextInt(names.size())).text());
            queries.add(query.deleteCharAt(random.nextInt(query.length())).toString());
        }
        assertSameAnswers(whole, mapped, queries);
    }

    @Test
    void anIndexThatWasMappedIsSavedAgainToTheSameBytes() throws IOException, BadInput {
        Path again = folder.resolve("again.index");
        PartyIndex.open(file).save(again);
        assertEquals(PartyIndex.verify(file), PartyIndex.verify(again));
        assertEquals(-1, Files.mismatch(file, again));
    }

    @Test
    void aSavedIndexReplacesAFileThatIsMappedWithoutChangingIt() throws IOException, BadInput {
        PartyIndex mapped = PartyIndex.open(file);
        PartyIndex.of(PartyList.load(List.of(ListSource.parse("custom-csv:" + written("id,name\n1,Other Bank\n")))))
                .save(file);
        assertSameList(built.list(), mapped.list());
        assertEquals("Other Bank", PartyIndex.open(file).list().records().get(0).primaryName());
        assertEquals(
                List.of("parties.csv", "sample.index"),
                Files.list(folder).map(p -> p.getFileName().toString()).sorted().toList());
    }

    private Path written(String csv) throws IOException {
        return Files.writeString(folder.resolve("parties.csv"), csv);
    }

    /** Whatever byte is changed: the head and the directory say so, or the sum of a section, or the digest for what fills up. */
    @Test
    void everyChangedByteIsFound() throws IOException {
        byte[] good = Files.readAllBytes(file);
        ByteBuffer bytes = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
        int directory = 64 + 96 * bytes.getInt(12);
        Random random = new Random(SEED);
        for (int i = 0; i < 1_500; i++) {
            int at = i < 700 ? random.nextInt(directory) : random.nextInt(good.length);
            byte[] bad = good.clone();
            bad[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            int place = at;
            BadInput refused = assertThrows(
                    BadInput.class, () -> PartyIndex.verify(file), () -> "byte " + place + ", seed " + SEED);
            assertEquals(file.toString(), refused.file());
            try {
                // Only what fills up between sections may pass here, and changes no answer.
                assertSameList(built.list(), PartyIndex.open(file).list());
            } catch (BadInput expected) {
                assertTrue(expected.getMessage().startsWith(file + ": "), expected.getMessage());
            }
        }
    }

    @Test
    void aCutFileIsRefusedAtEveryLength() throws IOException {
        byte[] good = Files.readAllBytes(file);
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            int length = i < 100 ? i : random.nextInt(good.length);
            Files.write(file, Arrays.copyOf(good, length));
            assertThrows(BadInput.class, () -> PartyIndex.open(file), () -> "length " + length + ", seed " + SEED);
        }
        Files.write(file, Arrays.copyOf(good, good.length + 1));
        BadInput refused = assertThrows(BadInput.class, () -> PartyIndex.open(file));
        assertTrue(
                refused.reason().contains("should have " + good.length + " bytes and has " + (good.length + 1)),
                refused.reason());
    }

    /** Sums that fit, and numbers in the sections that do not: an error or an answer, never anything else. */
    @Test
    void wildNumbersWithTrueSumsAreAnErrorOrAnAnswer() throws IOException {
        IndexImage image;
        try {
            image = ImageFile.map(file).image();
        } catch (BadInput e) {
            throw new AssertionError(e);
        }
        List<String> names = new ArrayList<>(image.sections().keySet());
        int refusals = 0;
        Random random = new Random(SEED);
        for (int i = 0; i < 400; i++) {
            String name = names.get(random.nextInt(names.size()));
            IndexImage wild = new IndexImage();
            image.sections().forEach(wild::put);
            ByteBuffer section = image.sections().get(name);
            byte[] changed = new byte[random.nextBoolean() ? section.capacity() : random.nextInt(64)];
            section.get(0, changed, 0, Math.min(changed.length, section.capacity()));
            for (int k = 0; k < 3 && changed.length > 0; k++) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            wild.put(name, ByteBuffer.wrap(changed));
            Path other = folder.resolve("wild.index");
            ImageFile.save(wild, other);
            try {
                Matches out = new Matches();
                new PartyMatcher(PartyIndex.open(other), MatchSettings.defaults()).match("Huawei Technologies", out);
            } catch (BadInput | IndexOutOfBoundsException | IllegalStateException refused) {
                refusals++;
            }
        }
        assertTrue(refusals > 0);
    }

    @Test
    void anotherVersionAsksForANewIndex() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(8, ImageFile.VERSION + 1);
        java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
        sum.update(bytes, 0, 60);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(60, (int) sum.getValue());
        Files.write(file, bytes);
        BadInput refused = assertThrows(BadInput.class, () -> PartyIndex.open(file));
        assertTrue(
                refused.reason()
                        .startsWith("the index is of version " + (ImageFile.VERSION + 1)
                                + ", and this program reads version " + ImageFile.VERSION),
                refused.reason());
    }

    @Test
    void aForeignFileIsNoIndex() throws IOException {
        Files.writeString(file, "{\"results\": []}".repeat(20));
        BadInput refused = assertThrows(BadInput.class, () -> PartyIndex.open(file));
        assertEquals("this is no index: it does not begin with HIGHFNCE", refused.reason());
        Files.delete(file);
        assertThrows(NoSuchFileException.class, () -> PartyIndex.open(file));
    }

    /**
     * Who changes how names or addresses are read must raise the version of the file, or an old index would be searched by new rules. A failure here
     * says: raise {@link ImageFile#VERSION}, and put both numbers below.
     */
    @Test
    void aChangeInReadingRaisesTheVersion() {
        StringBuilder all = new StringBuilder();
        NameReader reader = new NameReader();
        List<String> names = new ArrayList<>(MatchAllocationTest.FAMILIES);
        PartyList.sample().records().forEach(record -> record.names().forEach(name -> names.add(name.text())));
        for (String name : names) {
            reader.read(name);
            for (int i = 0; i < reader.count(); i++) {
                NameForm form = reader.form(i);
                all.append(form.canonical()).append('|').append(form.whole()).append('|');
                form.tokens().forEach(token -> all.append(token).append(' '));
                all.append(form.origin()).append('\n');
            }
        }
        AddressForm address = new AddressForm();
        for (String text : MatchAllocationTest.ADDRESSES) {
            new AddressReader().read(text, address);
            all.append(address.canonical()).append('\n');
        }
        assertEquals(3, ImageFile.VERSION);
        assertEquals("851ce05951e1", Digest.of(all.toString()).brief());
    }

    private static void assertSameAnswers(PartyIndex expected, PartyIndex actual, List<String> queries) {
        PartyMatcher one = new PartyMatcher(expected, MatchSettings.defaults());
        PartyMatcher other = new PartyMatcher(actual, MatchSettings.defaults());
        Matches first = new Matches();
        Matches second = new Matches();
        int hits = 0;
        for (String query : queries) {
            one.match(query, first);
            other.match(query, second);
            assertEquals(first.size(), second.size(), query);
            for (int i = 0; i < first.size(); i++) {
                assertEquals(first.score(i), second.score(i), query);
                assertEquals(first.matched(i), second.matched(i), query);
                assertEquals(keys(first.records(i)), keys(second.records(i)), query);
            }
            hits += first.size();
        }
        if (hits == 0) {
            fail("no query found anything");
        }
    }

    private static List<String> keys(List<ListedParty> records) {
        return records.stream().map(ListedParty::key).toList();
    }

    private static void assertSameList(PartyList expected, PartyList actual) {
        assertEquals(expected.digest(), actual.digest());
        assertEquals(expected.editions(), actual.editions());
        assertEquals(expected.records().size(), actual.records().size());
        for (int i = 0; i < expected.records().size(); i++) {
            ListedParty a = expected.records().get(i);
            ListedParty b = actual.records().get(i);
            assertEquals(expected.party(i), actual.party(i));
            assertEquals(all(a), all(b));
        }
    }

    private static List<Object> all(ListedParty p) {
        return Arrays.asList(
                p.key(),
                p.source(),
                p.list(),
                p.type(),
                p.names(),
                p.addresses(),
                p.countries(),
                p.identifiers(),
                p.birthDates(),
                p.listing(),
                p.links(),
                p.title(),
                p.remarks(),
                p.vessel(),
                p.extras(),
                p.edition());
    }
}
