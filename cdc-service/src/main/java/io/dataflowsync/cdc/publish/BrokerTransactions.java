package io.dataflowsync.cdc.publish;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AbortTransactionSpec;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionState;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.jboss.logging.Logger;

/** Asks the broker for the transactions on the project's topics, and aborts those that it left open. Errors are Kafka's own. */
final class BrokerTransactions {
    private static final Logger LOG = Logger.getLogger(BrokerTransactions.class);

    private final BrokerConfig broker;
    private final String transactionalId;
    private final TopicPartition offsets;
    private final List<TopicPartition> partitions = new ArrayList<>();

    BrokerTransactions(PipelineConfig config, String transactionalId) {
        this.broker = config.broker().orElseThrow();
        this.transactionalId = transactionalId;
        this.offsets = new TopicPartition(config.offsetsTopic(), 0);
        partitions.add(offsets);
        partitions.add(new TopicPartition(config.tablesTopic(), 0));
        partitions.add(new TopicPartition(config.trackedTablesTopic(), 0));
        IntStream.range(0, broker.partitions())
                .forEach(lane -> partitions.add(new TopicPartition(config.changesTopic(), lane)));
    }

    /** Whether the last transaction is decided, but not visible to readers yet: a broker that has restarted still writes its markers. */
    boolean isEnding() {
        try (Admin admin = Topics.admin(broker)) {
            TransactionState state = Results.of(
                            admin.describeTransactions(List.of(transactionalId)).description(transactionalId))
                    .state();
            return state == TransactionState.PREPARE_COMMIT || state == TransactionState.PREPARE_ABORT;
        } catch (TransactionalIdNotFoundException | AuthorizationException e) {
            return false;
        }
    }

    /**
     * Aborts transactions that are open on the topics although no producer has them open any more. A broker from 4.3 on may leave such a
     * transaction when it restarts after a crash (KAFKA-20734). Readers would wait for its end, and the next transaction would end it as
     * its own.
     *
     * <p>It aborts only if the topic of the offset is open, too: the events of that transaction are read from the source again. Call it
     * when the transactional id's own transaction is settled.
     */
    void abortHanging() {
        try (Admin admin = Topics.admin(broker)) {
            Map<TopicPartition, List<ProducerState>> open = open(admin);
            List<Long> withOffset = open.getOrDefault(offsets, List.of()).stream()
                    .map(ProducerState::producerId)
                    .toList();
            open.forEach((partition, producers) -> producers.forEach(producer -> {
                if (withOffset.contains(producer.producerId())) {
                    abort(admin, partition, producer);
                } else {
                    LOG.warnf(
                            "%s is open, and only the next transaction of its producer ends it",
                            place(partition, producer));
                }
            }));
        }
    }

    private Map<TopicPartition, List<ProducerState>> open(Admin admin) {
        try {
            return Results.of(admin.describeProducers(partitions).all()).entrySet().stream()
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
            Results.of(admin.abortTransaction(spec).all());
            LOG.warnf(
                    "%s had been left open by the broker and is aborted; its events come again",
                    place(partition, producer));
        } catch (AuthorizationException e) {
            LOG.warnf(
                    "%s was left open by the broker, and the right to abort it is missing (%s): its events come twice on the topic,"
                            + " and are applied once. Abort it with kafka-transactions.sh to avoid that",
                    place(partition, producer), e.getMessage());
        }
    }

    private static String place(TopicPartition partition, ProducerState producer) {
        return "the transaction at offset %d of %s"
                .formatted(producer.currentTransactionStartOffset().orElseThrow(), partition);
    }
}
