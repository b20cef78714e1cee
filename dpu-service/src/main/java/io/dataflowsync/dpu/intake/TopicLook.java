package io.dataflowsync.dpu.intake;

import io.dataflowsync.contract.topic.FoundTopic;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks the broker for a topic: its id, its partitions and their offsets. */
public final class TopicLook {
    private static final Map<String, Object> SOON =
            Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000);

    private final Map<String, Object> settings;
    private final String topic;

    public TopicLook(BrokerConfig broker, String topic) {
        this.settings = BrokerClients.with(broker, SOON);
        this.topic = topic;
    }

    /**
     * Returns the topic as the broker has it; empty if the broker answers and has no such topic.
     *
     * @throws IOException if the broker does not answer
     */
    public Optional<FoundTopic> find() throws IOException {
        try (Admin admin = Admin.create(settings)) {
            return Optional.of(describe(admin));
        } catch (KafkaException e) {
            throw new IOException("the broker cannot be reached: " + e.getMessage(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new IOException("the broker does not describe the topic " + topic + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the broker was asked", e);
        }
    }

    private FoundTopic describe(Admin admin) throws ExecutionException, InterruptedException {
        TopicDescription description = Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic));
        List<TopicPartition> partitions = IntStream.range(
                        0, description.partitions().size())
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        return new FoundTopic(
                description.topicId().toString(),
                offsets(admin, partitions, OffsetSpec.earliest()),
                offsets(admin, partitions, OffsetSpec.latest()));
    }

    private static List<Long> offsets(Admin admin, List<TopicPartition> partitions, OffsetSpec spec)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        partitions.forEach(partition -> asked.put(partition, spec));
        Map<TopicPartition, ListOffsetsResultInfo> found =
                admin.listOffsets(asked).all().get();
        return partitions.stream()
                .map(partition -> Objects.requireNonNull(found.get(partition)).offset())
                .toList();
    }
}
