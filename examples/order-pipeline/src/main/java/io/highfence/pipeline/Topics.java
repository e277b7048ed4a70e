package io.highfence.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/** The topics, and making those that are not there. */
final class Topics {
    /** Orders: the key is the id of the order, the value an order as JSON, or null once it is shipped or cancelled. */
    static final String ORDERS = "orders";

    /** Which lists and rules are in force; compacted. See {@link Edition}. */
    static final String EDITIONS = "editions";

    /** The same for each task: every edition stands in every partition; compacted, and written by the pipeline itself. */
    static final String EDITIONS_FOR_ALL = "editions-for-all";

    /** Decisions: the key is the id of the order, the value {@link io.highfence.report.Explanation#json(io.highfence.Decision)}. */
    static final String DECISIONS = "decisions";

    /** What of an order is held, released, or held again: events of {@link io.highfence.DecisionEvents}, one a record. */
    static final String HOLDS = "holds";

    /** What each partition made of each edition: whether it could be opened, and how many decisions changed. */
    static final String EDITION_REPORTS = "edition-reports";

    /** What could not be used, as it came. */
    static final String DEAD_LETTER = "orders-dead-letter";

    /** The longest value that the topic of dead letters takes. The orders' own may be shorter. */
    static final int MAX_DEAD_LETTER = 64 << 20;

    /** The longest decision; an order that has a longer one is NEEDS_DATA. */
    static final int MAX_DECISION = 1 << 20;

    private static final int HEADROOM = 1 << 20;

    private Topics() {}

    /**
     * Makes the topics that are missing, and holds the partitions of the others against each other.
     *
     * @param admin the client
     * @param partitions how many partitions a new {@code orders} has; one that is there keeps its own
     * @throws IllegalStateException if an order could be decided by a task that sees no edition
     */
    static void create(Admin admin, int partitions) throws ExecutionException, InterruptedException {
        Set<String> known = admin.listTopics().names().get();
        int ofOrders = known.contains(ORDERS) ? partitions(admin, ORDERS) : partitions;
        Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
        Map<String, NewTopic> wanted = new LinkedHashMap<>();
        add(wanted, ORDERS, ofOrders, Map.of());
        add(wanted, EDITIONS, 1, compacted);
        add(wanted, EDITIONS_FOR_ALL, ofOrders, compacted);
        add(wanted, DECISIONS, ofOrders, atMost(MAX_DECISION + HEADROOM));
        add(wanted, HOLDS, ofOrders, Map.of());
        add(wanted, EDITION_REPORTS, 1, Map.of());
        add(wanted, DEAD_LETTER, 1, atMost(MAX_DEAD_LETTER + HEADROOM));
        List<NewTopic> missing = new ArrayList<>();
        wanted.forEach((name, topic) -> {
            if (!known.contains(name)) {
                missing.add(topic);
            }
        });
        for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
            try {
                made.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                // Another instance was quicker.
            }
        }
        if (known.contains(EDITIONS_FOR_ALL) && partitions(admin, EDITIONS_FOR_ALL) != ofOrders) {
            throw new IllegalStateException(EDITIONS_FOR_ALL + " must have as many partitions as " + ORDERS);
        }
    }

    private static void add(Map<String, NewTopic> wanted, String name, int partitions, Map<String, String> config) {
        wanted.put(name, new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config));
    }

    private static Map<String, String> atMost(int bytes) {
        return Map.of(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(bytes));
    }

    private static int partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        TopicDescription described =
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
        return described.partitions().size();
    }
}
