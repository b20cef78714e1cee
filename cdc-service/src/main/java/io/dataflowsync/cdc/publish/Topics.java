package io.dataflowsync.cdc.publish;

import io.dataflowsync.contract.topic.FoundTopic;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/** Creates the pipeline's topics if they are missing, and describes them. */
public final class Topics {
    private static final Logger LOG = Logger.getLogger(Topics.class);
    /** The largest record: an event of one row. */
    public static final int MAX_RECORD_BYTES = 64 * 1024 * 1024;

    private static final Map<String, String> KEPT_FOR_EVER = Map.of(
            "cleanup.policy", "delete",
            "retention.ms", "-1",
            "retention.bytes", "-1",
            "max.message.bytes", Integer.toString(MAX_RECORD_BYTES));

    private static final Map<String, String> COMPACTED = Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "3600000",
            "max.message.bytes", Integer.toString(MAX_RECORD_BYTES));

    private final PipelineConfig config;
    private final BrokerConfig broker;

    public Topics(PipelineConfig config) {
        this.config = config;
        this.broker = config.broker().orElseThrow();
    }

    /**
     * Creates the missing topics, and does not change those that exist.
     *
     * @param known topics that are not created, even if they are missing; a try to create an existing topic would need the right to
     *     create, too
     * @throws InvalidPipelineException if the changes topic has another number of partitions than the pipeline file says
     */
    public void create(Set<String> known) throws InterruptedException, ExecutionException {
        try (Admin admin = admin(broker)) {
            for (String topic : names()) {
                if (!known.contains(topic)) {
                    create(admin, topic);
                }
            }
            checkLanes(admin);
        }
    }

    /** The topics that belong together: the offset counts the events, and the schema history belongs to the offset. */
    public List<String> names() {
        return List.of(
                config.changesTopic(),
                config.schemaHistoryTopic(),
                config.offsetsTopic(),
                config.tablesTopic(),
                config.trackedTablesTopic());
    }

    private void create(Admin admin, String topic) throws InterruptedException, ExecutionException {
        boolean compacted = !topic.equals(config.changesTopic()) && !topic.equals(config.schemaHistoryTopic());
        int partitions = topic.equals(config.changesTopic()) ? broker.partitions() : 1;
        create(admin, topic, partitions, compacted ? COMPACTED : KEPT_FOR_EVER);
    }

    /** The topics that the broker has; a missing topic is left out. */
    public Map<String, FoundTopic> find() {
        try (Admin admin = admin(broker)) {
            Map<String, TopicDescription> there = new HashMap<>();
            admin.describeTopics(names()).topicNameValues().forEach((name, answer) -> {
                try {
                    there.put(name, Results.of(answer));
                } catch (UnknownTopicOrPartitionException e) {
                    LOG.debugf("no topic %s: %s", name, e.getMessage());
                }
            });
            Map<TopicPartition, Long> starts = offsets(admin, there, OffsetSpec.earliest());
            Map<TopicPartition, Long> ends = offsets(admin, there, OffsetSpec.latest());
            Map<String, FoundTopic> found = new HashMap<>();
            there.forEach((name, topic) -> found.put(
                    name, new FoundTopic(topic.topicId().toString(), inOrder(topic, starts), inOrder(topic, ends))));
            return found;
        }
    }

    private static Map<TopicPartition, Long> offsets(
            Admin admin, Map<String, TopicDescription> topics, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        topics.values().forEach(topic -> partitions(topic).forEach(partition -> asked.put(partition, spec)));
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Results.of(admin.listOffsets(asked).all())
                .forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    private static List<Long> inOrder(TopicDescription topic, Map<TopicPartition, Long> offsets) {
        return partitions(topic).map(offsets::get).toList();
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return IntStream.range(0, topic.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition));
    }

    /** An admin client that soon reports that the broker is unreachable. */
    static Admin admin(BrokerConfig broker) {
        return Admin.create(
                BrokerClients.with(broker, Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000)));
    }

    private void create(Admin admin, String name, int partitions, Map<String, String> settings)
            throws InterruptedException, ExecutionException {
        NewTopic topic = new NewTopic(name, partitions, (short) broker.replicationFactor()).configs(settings);
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private void checkLanes(Admin admin) throws InterruptedException, ExecutionException {
        int partitions = admin.describeTopics(List.of(config.changesTopic()))
                .allTopicNames()
                .get()
                .values()
                .iterator()
                .next()
                .partitions()
                .size();
        if (partitions != broker.partitions()) {
            throw new InvalidPipelineException(List.of(new Problem(
                    "dfs.broker.partitions",
                    "the topic " + config.changesTopic() + " has " + partitions + " partitions, not "
                            + broker.partitions(),
                    "write " + partitions)));
        }
    }
}
