package io.highfence.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.highfence.Decision;
import io.highfence.DecisionEvents;
import io.highfence.Screener;
import io.highfence.law.RuleBook;
import io.highfence.report.Explanation;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program against a real broker; both are killed in the middle of their work. */
class PipelineIT {
    private static final int ORDERS = 3_000;
    private static final int PARTITIONS = 3;

    /** Every tenth order is of the customer whom the second edition lists. */
    private static final int LISTED = 10;

    /** Every hundredth event cannot be read. */
    private static final int BAD = 100;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final List<AutoCloseable> toClose = new ArrayList<>();
    private final long begun = System.nanoTime();
    private Process program;

    @AfterEach
    void stop() throws Exception {
        if (program != null) {
            Forked.kill(program);
        }
        for (int i = toClose.size() - 1; i >= 0; i--) {
            toClose.get(i).close();
        }
    }

    @Test
    void killsInTheMiddleLoseNothingAndDoubleNothing() throws Exception {
        Path data = Files.createDirectory(folder.resolve("broker"));
        Broker broker = new Broker(data);
        toClose.add(broker);
        broker.start();
        Screener first = screener("first.index", "Wholly Unrelated Zyxwvut");
        Screener second = screener("second.index", "Wholly Unrelated Zyxwvut", Shop.LISTED_LATER);

        startProgram(broker);
        KafkaProducer<byte[], byte[]> producer = producer(broker);
        awaitTopics(broker);
        Read reports = new Read(broker, Topics.EDITION_REPORTS);
        Read decisions = new Read(broker, Topics.DECISIONS);
        Read deadLetters = new Read(broker, Topics.DEAD_LETTER);
        Read holds = new Read(broker, Topics.HOLDS);
        producer.send(edition("first.index")).get();
        await("the first edition", () -> reports.size() == PARTITIONS);

        // Every order once, in the middle of which the program is killed, and then the broker.
        Map<String, byte[]> sent = new HashMap<>();
        List<byte[]> bad = new ArrayList<>();
        Instant at = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        for (int i = 0; i < ORDERS; i++) {
            String id = "order-" + i;
            byte[] order = Shop.order(id, i % LISTED == 0 ? Shop.LISTED_LATER : Shop.CLEAN);
            sent.put(id, order);
            producer.send(new ProducerRecord<>(Topics.ORDERS, null, at.toEpochMilli(), Texts.bytes(id), order));
            if (i % BAD == 0) {
                byte[] noOrder = Texts.bytes("{\"id\":\"bad-" + i + "\",");
                bad.add(noOrder);
                producer.send(
                        new ProducerRecord<>(Topics.ORDERS, null, at.toEpochMilli(), Texts.bytes("bad-" + i), noOrder));
            }
        }
        producer.flush();
        await("some decisions", () -> decisions.size() > ORDERS / 10);
        Forked.kill(program);
        int atKill = decisions.size();
        startProgram(broker);
        await("more decisions", () -> decisions.size() > atKill);
        broker.kill();
        int atBrokerKill = decisions.size();
        broker.start();
        await("every decision", () -> decisions.size() >= ORDERS);
        say("the program was killed after " + atKill + " decisions of " + ORDERS + ", the broker after "
                + atBrokerKill);
        assertTrue(atKill < ORDERS, "the program was killed too late to prove anything");
        decisions.settle();
        assertEquals(ORDERS, decisions.size());
        for (var record : decisions.take()) {
            String id = text(record.key());
            byte[] order = sent.remove(id);
            assertTrue(order != null, id + " was decided twice");
            assertEquals(Shop.decide(order, first, at), text(record.value()));
        }
        assertTrue(sent.isEmpty(), "not decided: " + sent.keySet());
        deadLetters.settle();
        List<ConsumerRecord<byte[], byte[]>> letters = deadLetters.take();
        assertEquals(bad.size(), letters.size());
        letters.sort((a, b) -> Integer.compare(number(a), number(b)));
        for (int i = 0; i < bad.size(); i++) {
            assertArrayEquals(bad.get(i), letters.get(i).value());
        }
        assertEquals(0, holds.size());

        // Another edition, in the middle of whose re-decision the program is killed.
        reports.take();
        Instant published = Instant.ofEpochMilli(
                producer.send(edition("second.index")).get().timestamp());
        await("some decisions that changed", () -> decisions.size() > 0);
        Forked.kill(program);
        int changedAtKill = decisions.size();
        startProgram(broker);
        await("the second edition", () -> reports.size() >= PARTITIONS);
        say("the program was killed after " + changedAtKill + " changed decisions of " + ORDERS / LISTED);
        decisions.settle();
        Map<String, String> changed = new HashMap<>();
        for (var record : decisions.take()) {
            String id = text(record.key());
            assertEquals(null, changed.put(id, text(record.value())), id + " was decided again twice");
        }
        assertEquals(ORDERS / LISTED, changed.size());
        Map<String, Integer> events = new HashMap<>();
        for (int i = 0; i < ORDERS; i += LISTED) {
            String id = "order-" + i;
            byte[] order = Shop.order(id, Shop.LISTED_LATER);
            Decision after = Shop.decision(order, second, published);
            assertEquals(Explanation.json(after), changed.get(id));
            for (DecisionEvents.Event event : DecisionEvents.between(Shop.decision(order, first, at), after)) {
                events.put(Explanation.json(event), 1);
            }
        }
        int all = 0;
        int ofThemChanged = 0;
        for (var report : reports.take()) {
            String json = text(report.value());
            assertTrue(json.contains("\"taken\":true"), json);
            int one = Integer.parseInt(json.replaceFirst(".*\"changed\":([0-9]+).*", "$1"));
            ofThemChanged += one;
            all += one + Integer.parseInt(json.replaceFirst(".*\"unchanged\":([0-9]+).*", "$1"));
        }
        assertEquals(ORDERS, all);
        assertEquals(ORDERS / LISTED, ofThemChanged);
        holds.settle();
        assertTrue(events.size() >= ORDERS / LISTED);
        for (var record : holds.take()) {
            assertEquals(1, events.remove(text(record.value())), text(record.value()));
        }
        assertTrue(events.isEmpty(), "not told: " + events.keySet());
    }

    private Screener screener(String file, String... listed) throws Exception {
        return new Screener(RuleBook.bundled(), Shop.index(folder.resolve(file), listed), Shop.SETTINGS);
    }

    private static int number(ConsumerRecord<byte[], byte[]> record) {
        return Integer.parseInt(text(record.key()).replaceFirst("bad-", ""));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private ProducerRecord<byte[], byte[]> edition(String file) throws Exception {
        return new ProducerRecord<>(Topics.EDITIONS, Texts.bytes(Edition.LISTS), Shop.edition(folder.resolve(file)));
    }

    private void startProgram(Broker broker) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("settings.json"), "{\"requiredLists\":[\"CUSTOM\"],\"maxListAgeDays\":30}");
        Properties properties = new Properties();
        properties.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
        properties.setProperty(
                StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
        properties.setProperty(OrderPipeline.SETTINGS, settings.toString());
        properties.setProperty(OrderPipeline.PARTITIONS, Integer.toString(PARTITIONS));
        // A killed process is missed after six seconds, not after 45.
        properties.setProperty(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), "6000");
        properties.setProperty(StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), "1000");
        // Few records between two commits, so that kills meet work half done.
        properties.setProperty(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), "50");
        Path file = folder.resolve("pipeline.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        program = Forked.start(folder.resolve("program.log"), "384m", OrderPipeline.class.getName(), file.toString());
    }

    private KafkaProducer<byte[], byte[]> producer(Broker broker) {
        Properties properties = new Properties();
        properties.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
        toClose.add(producer);
        return producer;
    }

    private void awaitTopics(Broker broker) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
            await("the topics", () -> {
                try {
                    return admin.listTopics().names().get().contains(Topics.DEAD_LETTER);
                } catch (InterruptedException | ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private void say(String what) {
        System.out.printf("%5.1f s: %s%n", (System.nanoTime() - begun) / 1e9, what);
    }

    private void await(String what, BooleanSupplier there) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError(
                        "In vain awaited " + what + "\n" + Files.readString(folder.resolve("program.log")));
            }
            Thread.sleep(20);
        }
        say(what);
    }

    /** What is committed in a topic. */
    private final class Read {
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

        Read(Broker broker, String topic) {
            Properties properties = new Properties();
            properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
            consumer.assign(consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList());
            toClose.add(consumer);
        }

        /** How many there are by now. */
        int size() {
            consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            return records.size();
        }

        /** Waits for what may come after what was awaited. */
        void settle() {
            long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            while (System.nanoTime() - end < 0) {
                size();
            }
        }

        List<ConsumerRecord<byte[], byte[]>> take() {
            List<ConsumerRecord<byte[], byte[]>> taken = new ArrayList<>(records);
            records.clear();
            return taken;
        }
    }
}
