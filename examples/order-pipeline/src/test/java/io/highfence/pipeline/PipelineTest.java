package io.highfence.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Decision;
import io.highfence.DecisionEvents;
import io.highfence.Screener;
import io.highfence.Settings;
import io.highfence.Verdict;
import io.highfence.base.Digest;
import io.highfence.law.RuleBook;
import io.highfence.match.PartyIndex;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The topology with its real processors and stores, one task of it, without a broker. */
class PipelineTest {
    private static final Instant ONE = Instant.parse("2026-09-01T12:00:00Z");

    @TempDir
    static Path lists;

    private static PartyIndex first;
    private static Path firstFile;
    private static PartyIndex second;
    private static Path secondFile;

    @TempDir
    Path folder;

    private TopologyTestDriver driver;
    private TestInputTopic<byte[], byte[]> orders;
    private TestInputTopic<byte[], byte[]> editions;
    private TestOutputTopic<byte[], byte[]> decisions;
    private TestOutputTopic<byte[], byte[]> holds;
    private TestOutputTopic<byte[], byte[]> reports;
    private TestOutputTopic<byte[], byte[]> deadLetters;

    private Instant now = ONE;

    @BeforeAll
    static void build() throws Exception {
        firstFile = lists.resolve("first.index");
        first = Shop.index(firstFile, "Wholly Unrelated Zyxwvut");
        secondFile = lists.resolve("second.index");
        second = Shop.index(secondFile, "Wholly Unrelated Zyxwvut", Shop.LISTED_LATER);
    }

    @BeforeEach
    void start() {
        Properties given = new Properties();
        given.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
        given.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        driver = new TopologyTestDriver(OrderPipeline.topology(Shop.SETTINGS), OrderPipeline.config(given), ONE);
        orders = in(Topics.ORDERS);
        editions = in(Topics.EDITIONS);
        decisions = out(Topics.DECISIONS);
        holds = out(Topics.HOLDS);
        reports = out(Topics.EDITION_REPORTS);
        deadLetters = out(Topics.DEAD_LETTER);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    private TestInputTopic<byte[], byte[]> in(String topic) {
        return driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private TestOutputTopic<byte[], byte[]> out(String topic) {
        return driver.createOutputTopic(topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Sends a record a second after the one before. */
    private Instant send(TestInputTopic<byte[], byte[]> topic, byte[] key, byte[] value, Header... headers) {
        now = now.plusSeconds(1);
        topic.pipeInput(new TestRecord<>(key, value, new RecordHeaders(headers), now));
        return now;
    }

    private Instant order(String id, byte[] value, Header... headers) {
        return send(orders, Texts.bytes(id), value, headers);
    }

    private Instant lists(Path index) throws Exception {
        return send(editions, Texts.bytes(Edition.LISTS), Shop.edition(index));
    }

    private void pause() {
        driver.advanceWallClockTime(Desk.PAUSE);
    }

    private static Header lines(String number) {
        return new RecordHeader(Desk.LINES, Texts.bytes(number));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> values(TestOutputTopic<byte[], byte[]> topic) {
        return topic.readValuesToList().stream().map(PipelineTest::text).toList();
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return text(record.headers().lastHeader(name).value());
    }

    private static String verdict(String decision) {
        return decision.replaceFirst("^\\{\"id\":\"[^\"]*\",\"verdict\":\"([A-Z_]+)\".*", "$1");
    }

    private static Set<String> kinds(List<String> events) {
        Set<String> kinds = new TreeSet<>();
        events.forEach(event -> kinds.add(event.replaceFirst("^\\{\"event\":\"([a-z]+)\".*", "$1")));
        return kinds;
    }

    private String report(long changed, long unchanged, PartyIndex under) {
        return "{\"partition\":0,\"taken\":true,\"changed\":" + changed + ",\"unchanged\":" + unchanged
                + ",\"ruleSet\":\"" + RuleBook.bundled().digest() + "\",\"listSet\":\""
                + under.list().digest() + "\"}";
    }

    @Test
    void anOrderIsDecidedAsTheSdkDecidesIt() throws Exception {
        lists(firstFile);
        pause();
        byte[] order = Shop.order("1", Shop.CLEAN);
        Instant at = order("1", order);
        TestRecord<byte[], byte[]> decision = decisions.readRecord();
        assertEquals("1", text(decision.key()));
        assertEquals(Shop.decide(order, first, at), text(decision.value()));
        assertEquals("CLEAR", verdict(text(decision.value())));
        assertEquals(at, decision.getRecordTime());
        assertEquals(Desk.ORDER, header(decision, Desk.CAUSE));
        assertTrue(decisions.isEmpty());
        assertTrue(holds.isEmpty());
        assertTrue(deadLetters.isEmpty());
        assertEquals(List.of(report(0, 0, first)), values(reports));
    }

    @Test
    void beforeAnyEditionAnOrderIsHeldForWantOfDataAndDecidedAgainAfterwards() throws Exception {
        byte[] order = Shop.order("1", Shop.CLEAN);
        order("1", order);
        pause();
        assertEquals(
                List.of("NEEDS_DATA"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
        assertEquals(Set.of("held"), kinds(values(holds)));
        assertTrue(reports.isEmpty());

        Instant published = lists(firstFile);
        pause();
        TestRecord<byte[], byte[]> decision = decisions.readRecord();
        assertEquals(Shop.decide(order, first, published), text(decision.value()));
        assertEquals(Desk.EDITION, header(decision, Desk.CAUSE));
        assertEquals(Set.of("released"), kinds(values(holds)));
        assertEquals(List.of(report(1, 0, first)), values(reports));
    }

    @Test
    void anEditionChangesTheDecisionsThatItChangesAndNoOthers() throws Exception {
        lists(firstFile);
        order("1", Shop.order("1", Shop.CLEAN));
        byte[] later = Shop.order("2", Shop.LISTED_LATER);
        order("2", later);
        order("3", Shop.order("3", Shop.CLEAN));
        assertEquals(
                List.of("CLEAR", "CLEAR", "CLEAR"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
        pause();
        values(reports);

        Instant published = lists(secondFile);
        assertTrue(decisions.isEmpty());
        pause();
        assertEquals(List.of(Shop.decide(later, second, published)), values(decisions));
        assertEquals(Set.of("held"), kinds(values(holds)));
        assertEquals(List.of(report(1, 2, second)), values(reports));

        published = lists(firstFile);
        pause();
        assertEquals(List.of(Shop.decide(later, first, published)), values(decisions));
        assertEquals(Set.of("released"), kinds(values(holds)));
        assertEquals(List.of(report(1, 2, first)), values(reports));

        lists(firstFile);
        pause();
        assertTrue(decisions.isEmpty());
        assertTrue(reports.isEmpty());
    }

    @Test
    void openOrdersAreDecidedAgainAFewAtATimeAndNewOnesInBetween() throws Exception {
        int many = 2 * Desk.STEP + 1;
        for (int i = 0; i < many; i++) {
            order("a" + i, Shop.order("a" + i, Shop.LISTED_LATER));
        }
        values(decisions);
        lists(firstFile);
        lists(secondFile);
        pause();
        assertEquals(Desk.STEP, values(decisions).size());
        assertTrue(reports.isEmpty());
        order("b", Shop.order("b", Shop.LISTED_LATER));
        assertEquals(1, values(decisions).size());
        pause();
        assertEquals(Desk.STEP, values(decisions).size());
        pause();
        assertEquals(1, values(decisions).size());
        assertEquals(List.of(report(many, 0, second)), values(reports));
        pause();
        assertTrue(decisions.isEmpty());
        assertTrue(reports.isEmpty());
    }

    @Test
    void aClosedOrderIsNotDecidedAgain() throws Exception {
        lists(firstFile);
        order("1", Shop.order("1", Shop.LISTED_LATER));
        order("2", Shop.order("2", Shop.LISTED_LATER));
        order("1", null);
        order("never seen", null);
        assertEquals(2, values(decisions).size());
        lists(secondFile);
        pause();
        assertEquals(1, values(decisions).size());
        assertEquals(List.of(report(1, 0, second)), values(reports));
        assertTrue(deadLetters.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'id':'1',,}                    | 1 | 11",
                "{'id':'1',/ 'kind':'export'     | 2 | 17",
                "{'id':'1'}/{'id':'1'}           | 1 | 1",
                "{'id':'1','id':'1'}             | 1 | 15",
                "{'id':'2'}                      | 0 | 0",
                "{}                              | 1 | 2",
                "[]                              | 1 | 1",
                "''                              | 1 | 1"
            })
    void whatIsNoOrderIsADeadLetterWithItsPlaceAndTheNextOrderIsDecided(String value, long line, int column)
            throws Exception {
        lists(firstFile);
        byte[] bad = Texts.bytes(value.replace('\'', '"').replace('/', '\n'));
        Header own = new RecordHeader("trace", new byte[] {7});
        Instant at = order("1", bad, own);
        order("1", Shop.order("1", Shop.CLEAN));
        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertArrayEquals(bad, letter.value());
        assertEquals("1", text(letter.key()));
        assertEquals(at, letter.getRecordTime());
        assertEquals("orders-0@0", header(letter, DeadLetter.FILE));
        assertEquals("orders", header(letter, DeadLetter.TOPIC));
        assertEquals("0", header(letter, DeadLetter.PARTITION));
        assertEquals("0", header(letter, DeadLetter.OFFSET));
        assertEquals(line, Long.parseLong(header(letter, DeadLetter.LINE)), header(letter, DeadLetter.REASON));
        assertEquals(column, Integer.parseInt(header(letter, DeadLetter.COLUMN)), header(letter, DeadLetter.REASON));
        assertFalse(header(letter, DeadLetter.REASON).isBlank());
        assertArrayEquals(new byte[] {7}, letter.headers().lastHeader("trace").value());
        assertTrue(deadLetters.isEmpty());
        assertEquals(
                List.of("CLEAR"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
    }

    @Test
    void poisonIsADeadLetter() throws Exception {
        lists(firstFile);
        byte[] good = Shop.order("1", Shop.CLEAN);
        byte[] noUtf8 = good.clone();
        noUtf8[good.length / 2] = (byte) 0xFF;
        byte[] magic = {0, 0, 0, 0, 1, 2, 3};
        byte[] deep = Texts.bytes("[".repeat(100_000));
        List<byte[]> sent = List.of(noUtf8, magic, deep, new byte[0]);
        sent.forEach(value -> order("1", value));
        send(orders, null, good);
        send(orders, new byte[] {(byte) 0xC3}, good);
        send(orders, new byte[0], good);
        send(orders, null, null);
        order("1", good, lines("0"));
        order("1", good, lines("10001"));
        order("1", good, lines("three"));
        order("1", good, new RecordHeader(Desk.LINES, (byte[]) null));
        order("1", good);
        List<TestRecord<byte[], byte[]>> letters = deadLetters.readRecordsToList();
        assertEquals(sent.size() + 8, letters.size());
        for (int i = 0; i < sent.size(); i++) {
            assertArrayEquals(sent.get(i), letters.get(i).value());
        }
        assertEquals(null, letters.get(sent.size()).key());
        assertArrayEquals(new byte[] {(byte) 0xC3}, letters.get(sent.size() + 1).key());
        assertEquals(null, letters.get(sent.size() + 3).value());
        assertEquals(1, values(decisions).size());
    }

    @Test
    void whateverComesIsDecidedOrADeadLetterAndNothingStops() throws Exception {
        lists(firstFile);
        byte[] good = Shop.order("1", Shop.CLEAN);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int events = 300;
        for (int i = 0; i < events; i++) {
            byte[] damaged = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
            for (int edits = random.nextInt(3); edits >= 0 && damaged.length > 0; edits--) {
                byte put = random.nextBoolean() ? (byte) random.nextInt(256) : good[random.nextInt(good.length)];
                damaged[random.nextInt(damaged.length)] = put;
            }
            try {
                order(
                        Integer.toString(i),
                        new String(damaged, StandardCharsets.ISO_8859_1)
                                .replaceFirst("\"id\":\"1\"", "\"id\":\"" + i + "\"")
                                .getBytes(StandardCharsets.ISO_8859_1));
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        int decided = values(decisions).size();
        int refused = deadLetters.readRecordsToList().size();
        assertEquals(events, decided + refused, "seed " + seed);
        assertTrue(decided > 0 && refused > 0, "seed " + seed);
    }

    @Test
    void anOrderOfTheGreatestSizeIsDecidedAndOneByteMoreIsADeadLetter() throws Exception {
        lists(firstFile);
        byte[] order = Shop.order("1", Shop.CLEAN);
        byte[] most = Arrays.copyOf(order, OpenOrder.MAX_BYTES);
        Arrays.fill(most, order.length, most.length, (byte) ' ');
        order("1", most);
        assertEquals(
                List.of("CLEAR"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
        byte[] more = Arrays.copyOf(most, most.length + 1);
        more[most.length] = ' ';
        order("2", more);
        assertArrayEquals(more, deadLetters.readRecord().value());
        assertTrue(decisions.isEmpty());

        byte[] line20 = Shop.order("1", Shop.CLEAN, "20");
        order("1", line20, lines("2"));
        assertArrayEquals(line20, deadLetters.readRecord().value());
        assertEquals(
                List.of("NEEDS_DATA"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
    }

    @Test
    void anOrderWhoseDecisionIsTooLongNeedsData() throws Exception {
        lists(secondFile);
        String one = text(Shop.order("1", Shop.LISTED_LATER));
        int at = one.indexOf("[{\"role\"") + 1;
        String party = one.substring(at, one.indexOf('}', at) + 1) + ",";
        byte[] order = Texts.bytes(one.substring(0, at) + party.repeat(1_250) + one.substring(at));
        assertTrue(order.length < OpenOrder.MAX_BYTES);
        order("1", order);
        String decision = values(decisions).get(0);
        assertEquals("NEEDS_DATA", verdict(decision));
        assertTrue(decision.contains("the order, as the decision on it has"), decision);
        assertEquals(Set.of("held"), kinds(values(holds)));
    }

    @Test
    void linesMakeAnOrderAndWhatIsMissingIsNamed() throws Exception {
        lists(firstFile);
        order("1", Shop.order("1", Shop.CLEAN, "10"), lines("3"));
        order("1", Shop.order("1", Shop.CLEAN, "20"), lines("3"));
        Instant at = order("1", Shop.order("1", Shop.CLEAN, "30"), lines("3"));
        List<String> all = values(decisions);
        assertEquals(
                List.of("NEEDS_DATA", "NEEDS_DATA", "CLEAR"),
                all.stream().map(PipelineTest::verdict).toList());
        assertTrue(all.get(1).contains("items, of which 2 have come and 3 are expected"), all.get(1));
        assertEquals(Set.of("held", "released"), kinds(values(holds)));
        assertEquals(Shop.decide(Shop.order("1", Shop.CLEAN, "10", "20", "30"), first, at), all.get(2));

        order("1", Shop.order("1", Shop.LISTED_LATER, "20"), lines("3"));
        assertEquals(
                List.of("CLEAR"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
        lists(secondFile);
        pause();
        String listed = values(decisions).get(0);
        assertEquals("HOLD", verdict(listed));
        order("1", Shop.order("1", Shop.CLEAN, "20"), lines("3"));
        assertEquals(
                List.of("CLEAR"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
    }

    @Test
    void linesThatContradictEachOtherNeedData() throws Exception {
        lists(firstFile);
        order("1", Shop.order("1", Shop.CLEAN, "10"), lines("2"));
        String toFrance =
                text(Shop.order("1", Shop.CLEAN, "20")).replace("{\"country\":\"DE\"}", "{\"country\":\"FR\"}");
        order("1", Texts.bytes(toFrance), lines("2"));
        List<String> all = values(decisions);
        assertEquals("NEEDS_DATA", verdict(all.get(1)));
        assertTrue(all.get(1).contains("what the lines say of the whole order, which differs"), all.get(1));
        order("1", Shop.order("1", Shop.CLEAN, "10", "20"));
        assertEquals(
                List.of("CLEAR"),
                values(decisions).stream().map(PipelineTest::verdict).toList());
    }

    @Test
    void aChangeThatCannotBeReadStopsTheOrderThatItWasToChange() throws Exception {
        lists(firstFile);
        byte[] order = Shop.order("1", Shop.CLEAN);
        order("1", order);
        values(decisions);
        order("1", Texts.bytes("{\"id\":\"1\""));
        String decision = values(decisions).get(0);
        assertEquals("NEEDS_DATA", verdict(decision));
        assertTrue(decision.contains("the event orders-0@1 in orders-dead-letter"), decision);
        assertEquals(Set.of("held"), kinds(values(holds)));
        order("1", Shop.order("1", Shop.CLEAN, "10"), lines("1"));
        assertEquals("NEEDS_DATA", verdict(values(decisions).get(0)));
        Instant at = order("1", order);
        assertEquals(List.of(Shop.decide(order, first, at)), values(decisions));
        assertEquals(Set.of("released"), kinds(values(holds)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "damaged", "another", "no index"})
    void anEditionThatCannotBeOpenedIsReportedAndTheOneBeforeStays(String how) throws Exception {
        lists(firstFile);
        byte[] order = Shop.order("1", Shop.LISTED_LATER);
        order("1", order);
        pause();
        values(decisions);
        values(reports);
        Path file = folder.resolve("third.index");
        Digest digest = PartyIndex.verify(secondFile);
        byte[] bytes = Files.readAllBytes(secondFile);
        switch (how) {
            case "missing" -> {}
            case "damaged" -> {
                bytes[bytes.length / 2] ^= 1;
                Files.write(file, bytes);
            }
            case "another" -> Files.copy(firstFile, file);
            default -> Files.writeString(file, "no index");
        }
        send(editions, Texts.bytes(Edition.LISTS), Shop.edition(file, digest));
        pause();
        String report = values(reports).get(0);
        assertTrue(
                report.startsWith("{\"partition\":0,\"taken\":false,\"edition\":\"lists\",\"file\":\"" + file), report);
        assertTrue(report.contains(digest.toString()), report);
        Instant at = order("1", order);
        assertEquals(List.of(Shop.decide(order, first, at)), values(decisions));
        assertTrue(deadLetters.isEmpty());

        lists(secondFile);
        pause();
        assertEquals(List.of(report(1, 0, second)), values(reports));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sdn   | {'file':'x','digest':'00'} | 0 | 0",
                "lists | {'file':'x'}               | 1 | 12",
                "lists | {'file':'x','digest':'00'} | 0 | 0",
                "lists | {'file':'x','size':'1'}    | 1 | 20",
                "lists | {'file':1}                 | 1 | 9",
                "rules | {'file':'x' 'digest'       | 1 | 13",
                "rules | []                         | 1 | 1"
            })
    void whatIsNoEditionIsADeadLetter(String key, String value, long line, int column) throws Exception {
        byte[] bad = Texts.bytes(value.replace('\'', '"'));
        send(editions, Texts.bytes(key), bad);
        TestRecord<byte[], byte[]> letter = deadLetters.readRecord();
        assertArrayEquals(bad, letter.value());
        assertEquals("editions", header(letter, DeadLetter.TOPIC));
        assertEquals(line, Long.parseLong(header(letter, DeadLetter.LINE)), header(letter, DeadLetter.REASON));
        assertEquals(column, Integer.parseInt(header(letter, DeadLetter.COLUMN)), header(letter, DeadLetter.REASON));
    }

    @Test
    void anEditionIsNotTakenBack() throws Exception {
        lists(firstFile);
        send(editions, Texts.bytes(Edition.LISTS), null);
        send(editions, null, Shop.edition(firstFile));
        assertEquals(2, deadLetters.readRecordsToList().size());
        byte[] order = Shop.order("1", Shop.CLEAN);
        Instant at = order("1", order);
        assertEquals(List.of(Shop.decide(order, first, at)), values(decisions));
    }

    @Test
    void rulesHaveEditionsToo() throws Exception {
        lists(firstFile);
        order("1", Shop.order("1", Shop.CLEAN));
        pause();
        values(reports);
        values(decisions);
        Path letters = folder.resolve("letters.json");
        Files.writeString(letters, """
                {"family-group": "letters", "rules": [{"id": "L1", "family": "informed-letter", "cite": "a letter of the test",
                 "note": "An example.", "status": "IN_FORCE", "trust": "1", "from": "2025-04-09", "to": null,
                 "names": ["RTX 4080"], "eccns": [], "groups": [], "countries": ["DE"], "headquarters": true}]}
                """);
        Digest digest = RuleBook.load(letters).digest();
        send(
                editions,
                Texts.bytes(Edition.RULES),
                Shop.edition(letters, RuleBook.bundled().digest()));
        assertTrue(values(reports).get(0).contains("\"taken\":false,\"edition\":\"rules\""));
        send(editions, Texts.bytes(Edition.RULES), Shop.edition(letters, digest));
        pause();
        String decision = values(decisions).get(0);
        assertTrue(decision.contains("\"ruleSet\":\"" + digest + "\""), decision);
        assertEquals("HOLD", verdict(decision));
        assertTrue(values(reports).get(0).contains("\"changed\":1,\"unchanged\":0"));
    }

    @Test
    void settingsThatRequireNoListAreRefused() {
        Settings none = Shop.SETTINGS.toBuilder().requiredLists(List.of()).build();
        assertThrows(IllegalArgumentException.class, () -> OrderPipeline.topology(none));
    }

    @Test
    void whatIsLostAtARestartLeavesNothingClear() throws Exception {
        InForce inForce = new InForce(Shop.SETTINGS, new EditionFiles());
        String nothing = inForce.under();
        Edition lists = new Edition(Edition.LISTS, firstFile, PartyIndex.verify(firstFile));
        inForce.take(lists, 5);
        String whole = inForce.under();
        inForce.lost(Edition.RULES, new java.io.IOException("gone"));
        assertFalse(inForce.isWhole());
        assertEquals(nothing, inForce.under());
        inForce.take(lists, 6);
        assertFalse(inForce.isWhole());
        assertEquals(0, inForce.screener().index().list().records().size());
        assertEquals(6, inForce.since());
        assertFalse(whole.equals(inForce.under()));
    }

    @Test
    void eventsAreThoseOfTheSdkAlthoughTheEarlierDecisionIsGone() throws Exception {
        List<Decision> all = new ArrayList<>();
        String text = text(Shop.order("1", Shop.LISTED_LATER));
        for (String order : List.of(text, text.replace("\"kind\":\"export\",", ""), text.replace("DE", "CU"))) {
            for (PartyIndex index : List.of(first, second)) {
                all.add(Shop.decision(Texts.bytes(order), new Screener(RuleBook.bundled(), index, Shop.SETTINGS), ONE));
            }
        }
        int events = 0;
        for (Decision after : all) {
            assertEquals(DecisionEvents.between(null, after), Holds.between(List.of(), after));
            for (Decision before : all) {
                List<DecisionEvents.Event> wanted = DecisionEvents.between(before, after);
                assertEquals(wanted, Holds.between(Holds.keep(before), after));
                events += wanted.size();
            }
        }
        assertTrue(events > all.size(), events + " events");
    }

    @Test
    void anOpenOrderIsKeptAsItIs() {
        List<byte[]> events = new ArrayList<>(List.of(new byte[] {1}, new byte[0]));
        OpenOrder order = new OpenOrder(
                7,
                8,
                events,
                List.of("a", "b"),
                new OpenOrder.Answer(
                        "u",
                        "r",
                        List.of(
                                new Holds.Kept("R/order", Verdict.HOLD, true),
                                new Holds.Kept("S/order", Verdict.BLOCK, false))));
        OpenOrder again = OpenOrder.of(order.toBytes());
        assertArrayEquals(order.toBytes(), again.toBytes());
        assertEquals(order.last(), again.last());
        assertEquals(order.unusable(), again.unusable());
        assertEquals(order.lines(), again.lines());
        assertEquals(order.timestamp(), again.timestamp());
        assertArrayEquals(events.get(0), again.events().get(0));
        for (int i = 0; i < 11; i++) {
            order = order.unusable("p" + i, i);
        }
        assertEquals(10, order.unusable().size());
        assertEquals("p10", order.unusable().get(9));
        assertEquals(10, order.timestamp());
    }
}
