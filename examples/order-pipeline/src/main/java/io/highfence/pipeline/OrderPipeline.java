package io.highfence.pipeline;

import io.highfence.Settings;
import io.highfence.base.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.Stores;

/** The program: reads a file of properties, and decides orders until it is stopped. */
public final class OrderPipeline {
    /** The property with the path of a file of {@link Settings}; the defaults without it. */
    static final String SETTINGS = "highfence.settings";

    /** The property with the number of partitions of the topics that the program makes. */
    static final String PARTITIONS = "highfence.partitions";

    private OrderPipeline() {}

    /**
     * Runs the pipeline.
     *
     * @param args the file of properties: those of Kafka Streams, {@code highfence.settings}, {@code highfence.partitions}
     * @throws Exception if it cannot begin
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("usage: OrderPipeline FILE.properties");
            System.exit(2);
        }
        Properties given = new Properties();
        try (InputStream in = Files.newInputStream(Path.of(args[0]))) {
            given.load(in);
        }
        System.exit(run(given) ? 0 : 1);
    }

    private static boolean run(Properties given)
            throws IOException, BadInput, ExecutionException, InterruptedException {
        Topology topology = topology(settings(given.getProperty(SETTINGS)));
        Properties config = config(given);
        try (Admin admin = Admin.create(config)) {
            Topics.create(admin, Integer.parseInt(given.getProperty(PARTITIONS, "4")));
        }
        CountDownLatch end = new CountDownLatch(1);
        boolean[] failed = new boolean[1];
        try (KafkaStreams streams = new KafkaStreams(topology, config)) {
            // Whatever could not be done is still to be done: nothing was committed, and who watches the process starts
            // it again.
            streams.setUncaughtExceptionHandler(fault -> {
                fault.printStackTrace();
                return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
            });
            streams.setStateListener((now, before) -> {
                if (now == KafkaStreams.State.ERROR) {
                    failed[0] = true;
                    end.countDown();
                }
            });
            Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
            streams.start();
            end.await();
        }
        return !failed[0];
    }

    private static Settings settings(String file) throws IOException, BadInput {
        if (file == null) {
            return Settings.defaults();
        }
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return Settings.read(in, file);
        }
    }

    /**
     * The configuration of Kafka Streams.
     *
     * @param given what the user sets; it wins
     * @return the whole
     */
    static Properties config(Properties given) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "highfence-orders");
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
        // A dead letter is as long as what was sent, and compressed it may have come in a shorter record.
        config.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topics.MAX_DEAD_LETTER);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), 2L * Topics.MAX_DEAD_LETTER);
        config.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "gzip");
        config.putAll(given);
        return config;
    }

    /**
     * The topology.
     *
     * @param settings how to screen
     * @return the topology
     * @throws IllegalArgumentException if the settings require no list
     */
    static Topology topology(Settings settings) {
        if (settings.requiredLists().isEmpty()) {
            throw new IllegalArgumentException(
                    "The settings must require a list, or an order could be CLEAR before any edition has come");
        }
        EditionFiles files = new EditionFiles();
        ByteArrayDeserializer read = new ByteArrayDeserializer();
        ByteArraySerializer write = new ByteArraySerializer();
        StreamPartitioner<byte[], byte[]> toAll = new ToAll();
        return new Topology()
                .addSource(Topics.EDITIONS, read, read, Topics.EDITIONS)
                .addProcessor("check", EditionCheck::new, Topics.EDITIONS)
                .addSink(Topics.EDITIONS_FOR_ALL, Topics.EDITIONS_FOR_ALL, write, write, toAll, "check")
                .addSink(EditionCheck.BAD_EDITIONS, Topics.DEAD_LETTER, write, write, "check")
                .addSource(Topics.ORDERS, read, read, Topics.ORDERS)
                .addSource("each-edition", read, read, Topics.EDITIONS_FOR_ALL)
                .addProcessor("desk", () -> new Desk(settings, files), Topics.ORDERS, "each-edition")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(Desk.OPEN_ORDERS), Serdes.String(), Serdes.ByteArray()),
                        "desk")
                .addStateStore(
                        Stores.timestampedKeyValueStoreBuilder(
                                Stores.persistentTimestampedKeyValueStore(Desk.EDITIONS_TAKEN),
                                Serdes.String(),
                                Serdes.ByteArray()),
                        "desk")
                .addStateStore(
                        Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(Desk.PROGRESS), Serdes.String(), Serdes.ByteArray()),
                        "desk")
                .addSink(Topics.DECISIONS, Topics.DECISIONS, write, write, "desk")
                .addSink(Topics.HOLDS, Topics.HOLDS, write, write, "desk")
                .addSink(Topics.EDITION_REPORTS, Topics.EDITION_REPORTS, write, write, "desk")
                .addSink(Topics.DEAD_LETTER, Topics.DEAD_LETTER, write, write, "desk");
    }

    /** Every partition gets the record. */
    private static final class ToAll implements StreamPartitioner<byte[], byte[]> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, byte[] key, byte[] value, int numPartitions) {
            Set<Integer> all = new HashSet<>();
            for (int i = 0; i < numPartitions; i++) {
                all.add(i);
            }
            return Optional.of(all);
        }
    }
}
