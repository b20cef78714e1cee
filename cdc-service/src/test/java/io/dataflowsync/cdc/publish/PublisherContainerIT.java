package io.dataflowsync.cdc.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.cdc.TopicTail;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.utils.AppInfoParser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** The publisher with a broker in a container, as people run it; skipped where no container engine answers. */
class PublisherContainerIT {
    private static KafkaContainer broker;

    @BeforeAll
    static void start() {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers here");
        broker = new KafkaContainer("apache/kafka:" + AppInfoParser.getVersion())
                .withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4");
        broker.start();
    }

    @AfterAll
    static void stop() {
        Optional.ofNullable(broker).ifPresent(KafkaContainer::stop);
    }

    @Test
    void eventsAndTheirOffsetAreCommittedTogetherOnTheLanes() throws Exception {
        PipelineConfig config = Pipelines.of(broker.getBootstrapServers(), "");
        await("a broker that has just started takes transactions")
                .atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .untilAsserted(() -> prepare(config));

        try (Publisher publisher = new Publisher(config, new OffsetTopic(config))) {
            publisher.publish(batch(event(1, 0), event(2, 3)));
        }

        try (TopicTail topic = new TopicTail(broker.getBootstrapServers(), config.changesTopic(), 4)) {
            assertThat(topic.await(2))
                    .extracting(ConsumerRecord::partition, ConsumerRecord::value)
                    .containsExactlyInAnyOrder(tuple(0, "event 1"), tuple(3, "event 2"));
        }
        assertThat(new OffsetTopic(config).read()).contains(new Committed("{\"pos\":2}", "bin.000001:2:0"));
        try (Publisher next = new Publisher(config, new OffsetTopic(config))) {
            assertThat(next.committed()).contains(new Committed("{\"pos\":2}", "bin.000001:2:0"));
        }
    }

    private static void prepare(PipelineConfig config) throws Exception {
        new Topics(config).create(Set.of());
        try (Publisher first = new Publisher(config, new OffsetTopic(config))) {
            assertThat(first.committed()).isEmpty();
        }
    }

    private static OutgoingBatch batch(OutgoingEvent... events) {
        return new OutgoingBatch(List.of(events), List.of(), Optional.of("{\"pos\":" + events.length + "}"));
    }

    private static OutgoingEvent event(int number, int lane) {
        SourcePosition position = new SourcePosition("bin.000001", number, 0, null, null);
        EventOrigin origin = new EventOrigin(position.toString(), position, Instant.EPOCH, Instant.EPOCH);
        Row row = Row.of(Map.of("id", number));
        ChangeEvent insert = new ChangeEvent.Insert(origin, new TableName("shop", "t"), row, row);
        return new OutgoingEvent(insert, lane, "k".getBytes(UTF_8), ("event " + number).getBytes(UTF_8), true);
    }
}
