package io.dataflowsync.cdc.publish;

import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.contract.broker.BrokerClients;
import io.dataflowsync.contract.broker.NativeLz4;
import io.dataflowsync.contract.config.PipelineConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch in one Kafka transaction. The transactional id is fixed for the project, so that opening a publisher fences an older
 * one out. For one thread at a time.
 */
public final class Publisher implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Publisher.class);
    private final Map<String, Object> settings;
    private final String transactionalId;
    private final ChangeRecords records;
    private final OffsetTopic offsets;
    private final DefinitionTopic definitions;
    private final BrokerTransactions transactions;
    private @Nullable KafkaProducer<byte[], byte[]> producer;
    /** Whether the offset was read back. */
    private boolean known;
    /** Where this publisher found or brought the offset; empty before the first batch of all. */
    private Optional<Committed> behind = Optional.empty();
    /** Where a batch would have brought it of which nobody knows whether it was committed. */
    private Optional<Committed> uncertain = Optional.empty();

    public Publisher(PipelineConfig config, OffsetTopic offsets) {
        this.transactionalId = config.captureTransactionalId();
        Map<String, Object> own = Map.ofEntries(
                Map.entry("transactional.id", transactionalId),
                Map.entry("client.id", transactionalId),
                Map.entry("acks", "all"),
                Map.entry("compression.type", "lz4"),
                // The end of the transaction sends at once what waits, the offset along with the last events.
                Map.entry("linger.ms", "100"),
                Map.entry("batch.size", "262144"),
                Map.entry("max.block.ms", "15000"),
                // A broker that is away is told apart from a slow one soon, so that the trouble shows.
                Map.entry("request.timeout.ms", "10000"),
                // A process that was stopped for a while is not fenced out by nobody.
                Map.entry("transaction.timeout.ms", "600000"),
                Map.entry("max.request.size", Integer.toString(Topics.MAX_RECORD_BYTES)),
                Map.entry("buffer.memory", Long.toString(2L * Topics.MAX_RECORD_BYTES)));
        this.settings = BrokerClients.with(config.broker().orElseThrow(), own);
        this.records = new ChangeRecords(config);
        this.offsets = offsets;
        this.definitions = new DefinitionTopic(config);
        this.transactions = new BrokerTransactions(config, transactionalId);
    }

    /**
     * Where the source is read on from, once nothing is uncertain any more. The first call fences older publishers out, so that what
     * they left unfinished is aborted.
     *
     * @throws PublisherFencedException where another instance has moved the offset
     */
    public Optional<Committed> committed() {
        open();
        settle();
        return behind;
    }

    private void open() {
        if (producer != null) {
            return;
        }
        if (known) {
            requireNotEnding();
            requireOurs(offsets.read());
        }
        NativeLz4.load().ifPresent(LOG::info);
        KafkaProducer<byte[], byte[]> opened =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        try {
            opened.initTransactions();
            transactions.abortHanging();
            producer = opened;
        } catch (KafkaException e) {
            opened.close(Duration.ZERO);
            throw e;
        }
    }

    /**
     * Publishes the batch, once however often it is tried.
     *
     * @throws PublisherFencedException where another instance has taken over
     * @throws KafkaException where it failed; it may be tried again
     */
    public void publish(OutgoingBatch batch) {
        Optional<Committed> ahead = batch.offset().map(offset -> new Committed(offset, lastEventId(batch)));
        boolean again = uncertain.isPresent() && uncertain.equals(ahead);
        open();
        settle();
        if (again && behind.equals(ahead)) {
            return;
        }
        uncertain = ahead;
        try {
            send(batch, ahead);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new PublisherFencedException(transactionalId, e);
        } catch (KafkaException | IllegalStateException e) {
            close(Duration.ZERO);
            throw e.getCause() instanceof ProducerFencedException
                    ? new PublisherFencedException(transactionalId, e)
                    : e;
        }
        uncertain = Optional.empty();
        behind = ahead.or(() -> behind);
    }

    /** Of this batch or, where it has no event, of those before. */
    private String lastEventId(OutgoingBatch batch) {
        return batch.events().isEmpty() ? behind.map(Committed::lastEventId).orElse("") : batch.lastEventId();
    }

    private void send(OutgoingBatch batch, Optional<Committed> ahead) {
        KafkaProducer<byte[], byte[]> open = Objects.requireNonNull(producer);
        open.beginTransaction();
        batch.definitions().forEach(version -> definitions.records(version).forEach(record -> put(open, record)));
        records.of(batch.events()).forEach(record -> put(open, record));
        ahead.ifPresent(committed -> put(open, offsets.record(committed)));
        open.commitTransaction();
    }

    /** A producer whose broker is away keeps each record waiting in turn, and only its future tells; the first is enough. */
    private static void put(KafkaProducer<byte[], byte[]> open, ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> sent = open.send(record);
        if (sent.isDone()) {
            Results.of(sent);
        }
    }

    /** The offset that a broker has acknowledged and not yet shown looks as though another had moved it back. */
    private void requireNotEnding() {
        if (transactions.isEnding()) {
            throw new TimeoutException("the broker is still ending the transaction before");
        }
    }

    /** One that was fenced out while it had no producer must not fence the other out in turn. */
    private void requireOurs(Optional<Committed> last) {
        if (!last.equals(behind) && !last.equals(uncertain)) {
            throw new PublisherFencedException(
                    transactionalId, new IllegalStateException("the offset was moved by another"));
        }
    }

    /** After a failure the topic knows, once a new producer has closed the old one's transaction either way. */
    private void settle() {
        if (known && uncertain.isEmpty()) {
            return;
        }
        Optional<Committed> last = offsets.read();
        if (known) {
            requireOurs(last);
        }
        known = true;
        behind = last;
        uncertain = Optional.empty();
    }

    private void close(Duration patience) {
        KafkaProducer<byte[], byte[]> closing = producer;
        producer = null;
        if (closing != null) {
            closing.close(patience);
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
