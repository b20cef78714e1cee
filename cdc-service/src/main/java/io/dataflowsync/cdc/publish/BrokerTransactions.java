package io.dataflowsync.cdc.publish;

import io.dataflowsync.contract.config.PipelineConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jboss.logging.Logger;

/** What the broker knows of the transactions on the project's topics. Errors are Kafka's own. */
final class BrokerTransactions {
    private static final Logger LOG = Logger.getLogger(BrokerTransactions.class);

    private final Map<String, Object> settings;
    private final String transactionalId;
    private final TopicPartition offsets;
    private final List<TopicPartition> partitions = new ArrayList<>();

    BrokerTransactions(PipelineConfig config, String transactionalId) {
        this.settings = Map.of(
                "bootstrap.servers", config.broker().orElseThrow().bootstrapServers(),
                "request.timeout.ms", 5_000,
                "default.api.timeout.ms", 10_000);
        this.transactionalId = transactionalId;
        this.offsets = new TopicPartition(config.offsetsTopic(), 0);
        partitions.add(offsets);
        partitions.add(new TopicPartition(config.tablesTopic(), 0));
        IntStream.range(0, config.broker().orElseThrow().partitions())
                .forEach(lane -> partitions.add(new TopicPartition(config.changesTopic(), lane)));
    }

    /** Whether the last transaction is decided and readers do not see it yet: a broker that came back still writes its markers. */
    boolean isEnding() {
        try (Admin admin = Admin.create(settings)) {
            TransactionState state = result(
                            admin.describeTransactions(List.of(transactionalId)).description(transactionalId))
                    .state();
            return state == TransactionState.PREPARE_COMMIT || state == TransactionState.PREPARE_ABORT;
        } catch (TransactionalIdNotFoundException | AuthorizationException e) {
            return false;
        }
    }

    /**
     * Aborts what is open on the topics though nobody has a transaction open any more, as a broker from 4.3 on may leave it when it
     * comes back from a crash (KAFKA-20734): readers would wait before it, and the next transaction would end it as its own. Only where
     * the offset is open too: what came with it is read from the source again. Call it when the transactional id's own is settled.
     */
    void abortHanging() {
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, List<ProducerState>> open = open(admin);
            List<Long> withOffset = open.getOrDefault(offsets, List.of()).stream()
                    .map(ProducerState::producerId)
                    .toList();
            open.forEach((partition, producers) -> producers.forEach(producer -> {
                if (withOffset.contains(producer.producerId())) {
                    abort(admin, partition, producer);
                } else {
                    LOG.warnf("%s is open, and only its next transaction ends it", place(partition, producer));
                }
            }));
        }
    }

    private Map<TopicPartition, List<ProducerState>> open(Admin admin) {
        try {
            return result(admin.describeProducers(partitions).all()).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().activeProducers().stream()
                            .filter(producer ->
                                    producer.currentTransactionStartOffset().isPresent())
                            .toList()));
        } catch (AuthorizationException e) {
            LOG.debugf("no right to see the producers: %s", e.getMessage());
            return Map.of();
        }
    }

    private static void abort(Admin admin, TopicPartition partition, ProducerState producer) {
        AbortTransactionSpec spec = new AbortTransactionSpec(
                partition,
                producer.producerId(),
                (short) producer.producerEpoch(),
                producer.coordinatorEpoch().orElse(0));
        try {
            result(admin.abortTransaction(spec).all());
            LOG.warnf(
                    "%s had been left open by the broker and is aborted; its events come again",
                    place(partition, producer));
        } catch (AuthorizationException e) {
            LOG.warnf(
                    "%s was left open by the broker, and the right to abort it is missing (%s): its events come twice on the topic,"
                            + " and are applied once. Abort it with kafka-transactions.sh to spare the topic that",
                    place(partition, producer), e.getMessage());
        }
    }

    private static String place(TopicPartition partition, ProducerState producer) {
        return "the transaction at offset %d of %s"
                .formatted(producer.currentTransactionStartOffset().orElseThrow(), partition);
    }

    private static <T> T result(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
