package io.highfence.pipeline;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;

/** A broker, the program, some orders and two editions; prints what comes out of the pipeline. */
public final class Demo {
    private static final List<String> OUT =
            List.of(Topics.DECISIONS, Topics.HOLDS, Topics.EDITION_REPORTS, Topics.DEAD_LETTER);

    private static final int WIDTH = 150;

    private Demo() {}

    /** Runs the demonstration; takes no arguments. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("order-pipeline");
        System.out.println("Everything is in " + folder + ". Customers are made up; the lists are lists of one's own.");
        Process program = null;
        try (Broker broker = new Broker(Files.createDirectory(folder.resolve("broker")))) {
            broker.start();
            program = program(folder, broker);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
                while (!admin.listTopics().names().get().contains(Topics.DEAD_LETTER)) {
                    if (!program.isAlive()) {
                        throw new IllegalStateException("The program ended; its log is in " + folder);
                    }
                    Thread.sleep(100);
                }
            }
            run(folder, broker);
        } finally {
            if (program != null) {
                Forked.kill(program);
            }
        }
    }

    private static void run(Path folder, Broker broker) throws Exception {
        Shop.index(folder.resolve("first.index"), "Wholly Unrelated Zyxwvut");
        Shop.index(folder.resolve("second.index"), "Wholly Unrelated Zyxwvut", Shop.LISTED_LATER);
        Properties client = new Properties();
        client.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
        client.put(ConsumerConfig.GROUP_ID_CONFIG, "demo");
        client.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        client.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (KafkaProducer<byte[], byte[]> in =
                        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer());
                KafkaConsumer<byte[], byte[]> out =
                        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            out.subscribe(OUT);
            say("An order before any edition");
            send(in, Topics.ORDERS, "1", Shop.order("1", Shop.CLEAN));
            print(out);
            say("The first edition of the lists");
            send(in, Topics.EDITIONS, Edition.LISTS, Shop.edition(folder.resolve("first.index")));
            print(out);
            say("Another order, and one that cannot be read");
            send(in, Topics.ORDERS, "2", Shop.order("2", Shop.LISTED_LATER));
            send(in, Topics.ORDERS, "3", Texts.bytes("{\"id\":\"3\","));
            print(out);
            say("The second edition, on which a customer stands");
            send(in, Topics.EDITIONS, Edition.LISTS, Shop.edition(folder.resolve("second.index")));
            print(out);
        }
    }

    private static Process program(Path folder, Broker broker) throws Exception {
        Path settings = Files.writeString(
                folder.resolve("settings.json"), "{\"requiredLists\":[\"CUSTOM\"],\"maxListAgeDays\":30}");
        Properties properties = new Properties();
        properties.setProperty(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.address());
        properties.setProperty(
                StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
        properties.setProperty(OrderPipeline.SETTINGS, settings.toString());
        properties.setProperty(OrderPipeline.PARTITIONS, "2");
        Path file = folder.resolve("pipeline.properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
        return Forked.start(folder.resolve("program.log"), "384m", OrderPipeline.class.getName(), file.toString());
    }

    private static void say(String what) {
        System.out.println("\n== " + what);
    }

    private static void send(KafkaProducer<byte[], byte[]> in, String topic, String key, byte[] value)
            throws Exception {
        in.send(new ProducerRecord<>(topic, Texts.bytes(key), value)).get();
    }

    /** Prints what comes until nothing has come for some seconds. */
    private static void print(KafkaConsumer<byte[], byte[]> out) {
        long quiet = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (System.nanoTime() - quiet < 0) {
            for (ConsumerRecord<byte[], byte[]> record : out.poll(Duration.ofMillis(200))) {
                String value = new String(record.value(), StandardCharsets.UTF_8);
                System.out.println(record.topic() + "  " + new String(record.key(), StandardCharsets.UTF_8) + "  "
                        + (value.length() > WIDTH ? value.substring(0, WIDTH) + "…" : value));
                Header reason = record.headers().lastHeader(DeadLetter.REASON);
                if (reason != null) {
                    System.out.println("  " + new String(reason.value(), StandardCharsets.UTF_8));
                }
                quiet = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            }
        }
    }
}
