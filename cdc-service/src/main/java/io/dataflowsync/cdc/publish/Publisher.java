package io.dataflowsync.cdc.publish;

import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.broker.NativeLz4;
import io.dataflowsync.pipeline.config.PipelineConfig;
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
 * Writes a batch in one Kafka transaction. The transactional id is fixed for the project, so a new publisher fences an older one. For one
 * thread at a time.
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
    /** The offset that this publisher found or committed last; empty before the first batch of all. */
    private Optional<Committed> lastCommitted = Optional.empty();
    /** The offset of a batch for which it is not known whether it was committed. */
    private Optional<Committed> uncertain = Optional.empty();

    public Publisher(PipelineConfig config, OffsetTopic offsets) {
        this.transactionalId = config.captureTransactionalId();
        Map<String, Object> own = Map.ofEntries(
                Map.entry("transactional.id", transactionalId),
                Map.entry("client.id", transactionalId),
                Map.entry("acks", "all"),
                Map.entry("compression.type", "lz4"),
                // The commit sends all waiting records at once, the offset together with the last events.
                Map.entry("linger.ms", "100"),
                Map.entry("batch.size", "262144"),
                Map.entry("max.block.ms", "15000"),
                // An unreachable broker is soon distinguished from a slow one, so that the failure shows.
                Map.entry("request.timeout.ms", "10000"),
                // A process that was paused for a while is not fenced while no other instance has taken over.
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
     * Returns the offset to read on from, after everything uncertain is settled. The first call fences older publishers, so their
     * unfinished transactions are aborted.
     *
     * @throws PublisherFencedException if another instance has moved the offset
     */
    public Optional<Committed> committed() {
        open();
        settle();
        return lastCommitted;
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
     * Publishes the batch once, however often it is tried.
     *
     * @throws PublisherFencedException if another instance has taken over
     * @throws KafkaException if it failed; it may be tried again
     */
    public void publish(OutgoingBatch batch) {
        Optional<Committed> next = batch.offset().map(offset -> new Committed(offset, lastEventId(batch)));
        boolean again = uncertain.isPresent() && uncertain.equals(next);
        open();
        settle();
        if (again && lastCommitted.equals(next)) {
            return;
        }
        uncertain = next;
        try {
            send(batch, next);
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new PublisherFencedException(transactionalId, e);
        } catch (KafkaException | IllegalStateException e) {
            close(Duration.ZERO);
            throw e.getCause() instanceof ProducerFencedException
                    ? new PublisherFencedException(transactionalId, e)
                    : e;
        }
        uncertain = Optional.empty();
        lastCommitted = next.or(() -> lastCommitted);
    }

    /** The id of the last event of this batch or, if it has none, of the batches before. */
    private String lastEventId(OutgoingBatch batch) {
        return batch.events().isEmpty()
                ? lastCommitted.map(Committed::lastEventId).orElse("")
                : batch.lastEventId();
    }

    private void send(OutgoingBatch batch, Optional<Committed> next) {
        KafkaProducer<byte[], byte[]> open = Objects.requireNonNull(producer);
        open.beginTransaction();
        batch.definitions().forEach(version -> definitions.records(version).forEach(record -> put(open, record)));
        records.of(batch.events()).forEach(record -> put(open, record));
        next.ifPresent(committed -> put(open, offsets.record(committed)));
        open.commitTransaction();
    }

    /**
     * Sends a record, and throws at once if it failed. A producer whose broker is unreachable blocks for each record and reports the
     * failure only in its future: so the first failed one must end the batch.
     */
    private static void put(KafkaProducer<byte[], byte[]> open, ProducerRecord<byte[], byte[]> record) {
        Future<RecordMetadata> sent = open.send(record);
        if (sent.isDone()) {
            Results.of(sent);
        }
    }

    /**
     * Requires that no transaction is still ending: an offset that the broker has acknowledged but does not show yet would look as if
     * another instance had moved it back.
     */
    private void requireNotEnding() {
        if (transactions.isEnding()) {
            throw new TimeoutException("the broker is still ending the previous transaction");
        }
    }

    /**
     * Requires that no other instance has moved the offset: an instance that was fenced while it had no producer must not fence the other
     * in turn.
     */
    private void requireOurs(Optional<Committed> last) {
        if (!last.equals(lastCommitted) && !last.equals(uncertain)) {
            throw new PublisherFencedException(
                    transactionalId, new IllegalStateException("the offset was moved by another instance"));
        }
    }

    /**
     * Settles after a failure what was committed: the topic shows it after a new producer has ended the old one's transaction, by commit or
     * abort.
     */
    private void settle() {
        if (known && uncertain.isEmpty()) {
            return;
        }
        Optional<Committed> last = offsets.read();
        if (known) {
            requireOurs(last);
        }
        known = true;
        lastCommitted = last;
        uncertain = Optional.empty();
    }

    private void close(Duration timeout) {
        KafkaProducer<byte[], byte[]> closing = producer;
        producer = null;
        if (closing != null) {
            closing.close(timeout);
        }
    }

    @Override
    public void close() {
        close(Duration.ofSeconds(5));
    }
}
