package io.dataflowsync.cdc.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class PublisherIT {
    private static final int KILLS = 4;

    @Test
    void whatWasLeftOpenWithItsOffsetIsAbortedAndHoldsNoReaderUp() throws Exception {
        try (RunDirectory run = RunDirectory.open()) {
            PipelineConfig config = project(KafkaBroker.start(run));
            new Topics(config).create(Set.of());
            leaveOpen(config);

            try (Publisher publisher = new Publisher(config, new OffsetTopic(config))) {
                assertThat(publisher.committed()).isEmpty();
                publisher.publish(batch(1));
            }

            assertThat(committed(config, 1)).containsExactly(event(1));
            assertThat(new OffsetTopic(config).read()).contains(new Committed(offset(1), "bin.000001:1:0"));
        }
    }

    /** The end of a transaction is acknowledged before it is written everywhere. */
    @Test
    void whatWasAcknowledgedIsThereAfterTheBrokerWasKilled() throws Exception {
        try (RunDirectory run = RunDirectory.open()) {
            KafkaBroker broker = KafkaBroker.start(run);
            PipelineConfig config = project(broker);
            new Topics(config).create(Set.of());
            for (int time = 1; time <= KILLS; time++) {
                try (Publisher publisher = new Publisher(config, new OffsetTopic(config))) {
                    assertThat(publisher.committed().map(Committed::offset).orElse("none"))
                            .isEqualTo(time == 1 ? "none" : offset(time - 1));
                    publisher.publish(batch(time));
                    broker.kill();
                    broker.restart();
                }
            }
            assertThat(committed(config, KILLS))
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, KILLS)
                            .mapToObj(PublisherIT::event)
                            .toList());
        }
    }

    /** As a broker leaves it that lost the end of a transaction: records on a lane and an offset, and nobody who would end it. */
    private static void leaveOpen(PipelineConfig config) throws Exception {
        try (KafkaProducer<String, String> gone = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers(config), "transactional.id", "gone"),
                new StringSerializer(),
                new StringSerializer())) {
            gone.initTransactions();
            gone.beginTransaction();
            gone.send(new ProducerRecord<>(config.changesTopic(), 0, "k", "left open"));
            gone.send(new ProducerRecord<>(config.offsetsTopic(), 0, "shop", "{\"pos\":7}"));
            gone.flush();
            gone.close(Duration.ZERO);
        }
    }

    private static OutgoingBatch batch(int number) {
        SourcePosition position = new SourcePosition("bin.000001", number, 0, null, null);
        EventOrigin origin = new EventOrigin(position.toString(), position, Instant.EPOCH, Instant.EPOCH);
        Row row = Row.of(Map.of("id", number));
        ChangeEvent insert = new ChangeEvent.Insert(origin, new TableName("shop", "t"), row, row);
        OutgoingEvent event =
                new OutgoingEvent(insert, 0, "k".getBytes(UTF_8), event(number).getBytes(UTF_8), true);
        return new OutgoingBatch(List.of(event), List.of(), Optional.of(offset(number)));
    }

    private static String event(int number) {
        return "event " + number;
    }

    private static String offset(int number) {
        return "{\"pos\":" + number + "}";
    }

    /** What is committed on the lanes, once it is so many. */
    private static List<String> committed(PipelineConfig config, int count) {
        int lanes = config.broker().orElseThrow().partitions();
        try (TopicTail topic = new TopicTail(servers(config), config.changesTopic(), lanes)) {
            return topic.await(count).stream().map(ConsumerRecord::value).toList();
        }
    }

    private static String servers(PipelineConfig config) {
        return config.broker().orElseThrow().bootstrapServers();
    }

    private static PipelineConfig project(KafkaBroker broker) {
        return Pipelines.of(broker.bootstrapServers(), "");
    }
}
