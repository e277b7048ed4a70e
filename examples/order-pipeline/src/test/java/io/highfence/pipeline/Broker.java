package io.highfence.pipeline;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/** A real broker of one node, broker and controller in one (KRaft), in a process of its own that can be killed and started again. */
final class Broker implements AutoCloseable {
    private final Path folder;
    private final Path config;
    private final String address;
    private Process process;

    /**
     * A broker that has not been started.
     *
     * @param folder where it keeps its data; exists and is empty
     */
    Broker(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        int port = freePort();
        int controller = freePort();
        address = "127.0.0.1:" + port;
        config = folder.resolve("server.properties");
        Files.write(
                config,
                List.of(
                        "process.roles=broker,controller",
                        "node.id=1",
                        "listeners=PLAINTEXT://" + address + ",CONTROLLER://127.0.0.1:" + controller,
                        "advertised.listeners=PLAINTEXT://" + address,
                        "listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "controller.listener.names=CONTROLLER",
                        "controller.quorum.voters=1@127.0.0.1:" + controller,
                        "log.dirs=" + folder.resolve("data"),
                        "auto.create.topics.enable=false",
                        "group.initial.rebalance.delay.ms=0",
                        "log.cleaner.dedupe.buffer.size=8000000",
                        "offsets.topic.num.partitions=1",
                        "offsets.topic.replication.factor=1",
                        "transaction.state.log.num.partitions=1",
                        "transaction.state.log.replication.factor=1",
                        "transaction.state.log.min.isr=1",
                        "share.coordinator.state.topic.replication.factor=1",
                        "share.coordinator.state.topic.min.isr=1"));
        Process format = Forked.start(
                folder.resolve("format.log"),
                "128m",
                "kafka.tools.StorageTool",
                "format",
                "-t",
                Uuid.randomUuid().toString(),
                "-c",
                config.toString());
        if (!format.waitFor(120, TimeUnit.SECONDS) || format.exitValue() != 0) {
            throw new IOException(
                    "The storage could not be formatted:\n" + Files.readString(folder.resolve("format.log")));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return address;
    }

    /** Starts it, and waits until it answers. */
    void start() throws IOException, InterruptedException {
        process = Forked.start(folder.resolve("broker.log"), "384m", "kafka.Kafka", config.toString());
        try (Admin admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                "120000"))) {
            admin.describeCluster().nodes().get(120, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IOException("The broker does not answer:\n" + Files.readString(folder.resolve("broker.log")), e);
        }
    }

    void kill() throws IOException {
        Forked.kill(process);
    }

    @Override
    public void close() throws IOException {
        if (process != null) {
            Forked.kill(process);
        }
    }
}
