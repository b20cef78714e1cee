package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topic of dead letters, which keeps them for ever. */
public final class DeadLetterTopic {
    /** The largest record of the topic of changes, plus space for the headers. The channel's settings have it, too. */
    private static final int LARGEST_RECORD = 66 * 1024 * 1024;

    private static final int TIMEOUT_MILLIS = 15_000;

    private final BrokerConfig broker;
    private final String name;
    private boolean created;

    public DeadLetterTopic(BrokerConfig broker, String name) {
        this.broker = broker;
        this.name = name;
    }

    public String name() {
        return name;
    }

    /**
     * Creates the topic if it does not exist. After that, calls have no effect.
     *
     * @throws org.apache.kafka.common.KafkaException if the broker refuses, or does not answer in time
     */
    public synchronized void create() {
        if (created) {
            return;
        }
        Map<String, Object> settings = BrokerClients.with(
                broker, Map.of("request.timeout.ms", TIMEOUT_MILLIS / 2, "default.api.timeout.ms", TIMEOUT_MILLIS));
        try (Admin admin = Admin.create(settings)) {
            create(admin);
        }
        created = true;
    }

    /** Looks first, because the call to create a topic needs the right to create it even if the topic exists. */
    private void create(Admin admin) {
        if (BrokerAnswer.await(
                admin.describeTopics(List.of(name)).allTopicNames(), UnknownTopicOrPartitionException.class)) {
            return;
        }
        NewTopic wanted = new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", "-1",
                        "retention.bytes", "-1",
                        "max.message.bytes", Integer.toString(LARGEST_RECORD)));
        BrokerAnswer.await(admin.createTopics(List.of(wanted)).all(), TopicExistsException.class);
    }
}
