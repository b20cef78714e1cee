package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.event.EventHeaders;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes dead letters to their topic.
 *
 * <p>A record is the event as it was on the topic of changes. Its key is the event's id, and its headers state the error. The producer
 * connects with the first dead letter: most pipelines never have one.
 */
public final class DeadLetterTopic implements DeadLetterAnnouncer, AutoCloseable {
    /** The largest record of the topic of changes, plus space for the headers. */
    private static final int LARGEST_RECORD = 66 * 1024 * 1024;

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int TIMEOUT_MILLIS = 15_000;

    private final BrokerConfig broker;
    private final String topic;
    private @Nullable Producer<byte[], byte[]> producer;

    public DeadLetterTopic(BrokerConfig broker, String topic) {
        this.broker = broker;
        this.topic = topic;
    }

    @Override
    public void announce(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        Producer<byte[], byte[]> open = open();
        List<Future<?>> sent = new ArrayList<>();
        for (DeadLetter letter : letters) {
            sent.add(open.send(record(letter)));
        }
        open.flush();
        for (Future<?> one : sent) {
            await(one, TopicExistsException.class);
        }
    }

    private synchronized Producer<byte[], byte[]> open() {
        if (producer == null) {
            create();
            producer = new KafkaProducer<>(
                    BrokerClients.with(
                            broker,
                            Map.of(
                                    "acks",
                                    "all",
                                    "compression.type",
                                    "lz4",
                                    "max.request.size",
                                    LARGEST_RECORD,
                                    "max.block.ms",
                                    TIMEOUT_MILLIS,
                                    "request.timeout.ms",
                                    TIMEOUT_MILLIS / 2,
                                    "delivery.timeout.ms",
                                    TIMEOUT_MILLIS)),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
        }
        return producer;
    }

    private void create() {
        Map<String, String> kept = Map.of(
                "cleanup.policy", "delete",
                "retention.ms", "-1",
                "retention.bytes", "-1",
                "max.message.bytes", Integer.toString(LARGEST_RECORD));
        Map<String, Object> settings = BrokerClients.with(
                broker, Map.of("request.timeout.ms", TIMEOUT_MILLIS / 2, "default.api.timeout.ms", TIMEOUT_MILLIS));
        try (Admin admin = Admin.create(settings)) {
            // The call to create a topic needs the right to create it even if the topic exists.
            if (await(admin.describeTopics(List.of(topic)).allTopicNames(), UnknownTopicOrPartitionException.class)) {
                return;
            }
            NewTopic wanted = new NewTopic(topic, java.util.Optional.of(1), java.util.Optional.empty()).configs(kept);
            await(admin.createTopics(List.of(wanted)).all(), TopicExistsException.class);
        }
    }

    /** @return false if it has failed for the one reason that is no failure here */
    private static boolean await(Future<?> done, Class<? extends KafkaException> harmless) {
        try {
            done.get();
            return true;
        } catch (ExecutionException e) {
            if (!harmless.isInstance(e.getCause())) {
                throw new KafkaException("dead letters cannot be sent to the broker: " + e.getMessage(), e);
            }
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while sending dead letters", e);
        }
    }

    private ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes(letter.id()), bytes(letter.event()));
        Headers headers = record.headers();
        add(
                headers,
                EventHeaders.TABLE,
                letter.what().table() == null ? null : letter.what().table().toString());
        add(headers, EventHeaders.OPERATION, letter.what().action());
        add(headers, EventHeaders.EVENT_ID, letter.id());
        add(headers, EventHeaders.ERROR_CODE, letter.why().code().word());
        add(headers, EventHeaders.ERROR, letter.why().error());
        add(headers, EventHeaders.PLACE, letter.lane() + ":" + letter.offset());
        add(headers, EventHeaders.SQL, letter.what().sqlText());
        add(headers, EventHeaders.STACK, letter.why().stack());
        return record;
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, bytes(value.substring(0, Math.min(value.length(), LONGEST_HEADER))));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(java.time.Duration.ofSeconds(5));
        }
    }
}
