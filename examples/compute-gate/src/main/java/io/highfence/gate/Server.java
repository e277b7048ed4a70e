package io.highfence.gate;

import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.highfence.LiveLists;
import io.highfence.Settings;
import io.highfence.base.BadInput;
import io.highfence.law.RuleBook;
import io.highfence.ledger.Ledger;
import io.highfence.list.PartyList;
import io.highfence.match.PartyIndex;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The gate with its doors, as a settings file describes it. */
final class Server implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Server.class.getName());

    private final GateConfig config;
    private final int threadCount;
    private final LiveLists lists;
    private final Tenants tenants;
    private final Ledger ledger;
    private final Accelerators accelerators;
    private final Gate gate;
    private final ExecutorService threads;
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "watch"));
    private final io.grpc.@Nullable Server envoy;
    private final @Nullable Webhook webhook;

    Server(GateConfig config, Clock clock, int threadCount) throws IOException, BadInput {
        this.config = config;
        this.threadCount = threadCount;
        RuleBook rules = RuleBook.bundled();
        Path index = config.lists();
        lists = new LiveLists(index == null ? PartyIndex.of(PartyList.sample()) : PartyIndex.open(index));
        tenants = new Tenants(config.tenants());
        accelerators = new Accelerators(config.accelerators(), config.harmless(), rules, "accelerators");
        ledger = ledger(config);
        gate = new Gate(rules, lists, settings(config), tenants, ledger, clock);
        threads = Executors.newFixedThreadPool(threadCount, task -> daemon(task, "gate"));
        GateConfig.Address address = config.envoy();
        envoy = address == null
                ? null
                : NettyServerBuilder.forAddress(new InetSocketAddress(address.host(), address.port()))
                        .executor(threads)
                        .addService(new EnvoyGate(gate, accelerators))
                        .build();
        webhook = config.webhook() == null
                ? null
                : new Webhook(config.webhook(), gate, new KubernetesGate(gate, accelerators, config), threadCount);
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static Ledger ledger(GateConfig config) throws IOException, BadInput {
        Path file = config.ledger();
        return file == null ? Ledger.inMemory() : Ledger.open(file);
    }

    static Settings settings(GateConfig config) throws IOException, BadInput {
        Settings settings = Settings.defaults();
        Path file = config.settings();
        if (file != null) {
            try (InputStream in = Files.newInputStream(file)) {
                settings = Settings.read(in, file.toString());
            }
        }
        return settings.toBuilder().demo(config.demo()).build();
    }

    /** Decides about nothing for a while, at a desk for each thread that answers; see {@link Gate#warmUp}. */
    void warmUp() {
        Accelerators.Accelerator any =
                accelerators.named(config.accelerators().get(0).name());
        if (any != null) {
            gate.warmUp(any, envoy != null && webhook != null ? 2 * threadCount : threadCount);
        }
    }

    void start() throws IOException {
        if (envoy != null) {
            envoy.start();
            LOG.log(Level.INFO, "Envoy asks at {0}", envoy.getListenSockets());
        }
        if (webhook != null) {
            webhook.start();
            LOG.log(Level.INFO, "Kubernetes asks at port {0,number,#}", webhook.port());
        }
        if (config.lists() == null) {
            LOG.log(
                    Level.WARNING,
                    config.demo()
                            ? "DEMO: answers rest on the small bundled sample list, not on a published one"
                            : "Only the bundled sample list is loaded: no launch is allowed");
        }
        if (config.ledger() == null) {
            LOG.log(Level.WARNING, "What tenants launch is forgotten at the end of this process: name a ledger");
        }
        watch(config.lists(), lists::swap);
        watch(config.tenants(), tenants::reload);
    }

    /** Loads a file again whenever it has changed. */
    private void watch(@Nullable Path file, Predicate<Path> load) {
        if (file == null) {
            return;
        }
        Object[] seen = {mark(file)};
        watch.scheduleWithFixedDelay(
                () -> {
                    Object now = mark(file);
                    if (!now.equals(seen[0])) {
                        seen[0] = now;
                        boolean taken = load.test(file);
                        LOG.log(
                                taken ? Level.INFO : Level.ERROR,
                                "{0}: {1}",
                                file,
                                taken ? "taken" : "refused, the edition before stays: " + gate.fault());
                    }
                },
                config.reloadSeconds(),
                config.reloadSeconds(),
                TimeUnit.SECONDS);
    }

    private static Object mark(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }

    /** The port at which Envoy asks. */
    int envoyPort() {
        return Objects.requireNonNull(envoy).getPort();
    }

    /** The port at which Kubernetes asks. */
    int webhookPort() {
        return Objects.requireNonNull(webhook).port();
    }

    Gate gate() {
        return gate;
    }

    Tenants tenants() {
        return tenants;
    }

    Accelerators accelerators() {
        return accelerators;
    }

    @Override
    public void close() throws IOException {
        watch.shutdownNow();
        if (envoy != null) {
            envoy.shutdownNow();
        }
        if (webhook != null) {
            webhook.close();
        }
        threads.shutdown();
        ledger.close();
    }
}
