package io.dataflowsync.cdc.publish;

import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.contract.config.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** The pipeline's topics, created where they are missing. */
public final class Topics {
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
     * Creates what is missing.
     *
     * @throws InvalidPipelineException where the changes topic has another number of partitions than the pipeline file says
     */
    public void create() throws InterruptedException, ExecutionException {
        try (Admin admin = admin(broker)) {
            create(admin, config.changesTopic(), broker.partitions(), KEPT_FOR_EVER);
            create(admin, config.schemaHistoryTopic(), 1, KEPT_FOR_EVER);
            create(admin, config.offsetsTopic(), 1, COMPACTED);
            create(admin, config.tablesTopic(), 1, COMPACTED);
            checkLanes(admin);
        }
    }

    /** One that tells soon that the broker is away. */
    static Admin admin(BrokerConfig broker) {
        return Admin.create(Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "request.timeout.ms", 5_000,
                "default.api.timeout.ms", 10_000));
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
