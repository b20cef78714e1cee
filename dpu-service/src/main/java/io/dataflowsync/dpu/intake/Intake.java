package io.dataflowsync.dpu.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes what is polled, the lanes beside each other. */
@ApplicationScoped
public class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final String CHANNEL = "changes";

    private final Lanes lanes;
    private final KafkaClientService clients;
    private final RecordReader reader = new RecordReader();
    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "dfs-lane");
        thread.setDaemon(true);
        return thread;
    });

    Intake(Lanes lanes, KafkaClientService clients) {
        this.lanes = lanes;
        this.clients = clients;
    }

    @Incoming(CHANNEL)
    @Blocking("dfs-intake")
    public void take(ConsumerRecords<byte[], byte[]> records) {
        Instant now = Instant.now();
        Map<TopicPartition, OffsetAndMetadata> done = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> lanesAtWork = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> lane = records.records(partition);
            lanesAtWork.add(CompletableFuture.runAsync(
                    () -> {
                        if (takeLane(partition.partition(), lane, now)) {
                            done.put(partition, records.nextOffsets().get(partition));
                        }
                    },
                    workers));
        }
        lanesAtWork.forEach(CompletableFuture::join);
        commit(done);
    }

    private boolean takeLane(int lane, List<ConsumerRecord<byte[], byte[]>> records, Instant at) {
        OptionalLong epoch = ClaimStamp.of(records.get(0));
        if (epoch.isEmpty()) {
            return false;
        }
        return lanes.take(
                lane,
                epoch.getAsLong(),
                records.stream().map(record -> reader.read(record, at)).toList());
    }

    /** For those who look at the group's lag; where to go on is told by the checkpoint. */
    private void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
        if (offsets.isEmpty()) {
            return;
        }
        java.util.function.Consumer<Consumer<byte[], byte[]>> commit =
                consumer -> consumer.commitAsync(offsets, (committed, failure) -> {
                    if (failure != null) {
                        LOG.debugf("The group's offsets were not committed: %s", failure.getMessage());
                    }
                });
        clients.<byte[], byte[]>getConsumer(CHANNEL)
                .runOnPollingThread(commit)
                .subscribe()
                .with(nothing -> {}, failure -> LOG.debugf("No commit: %s", failure.getMessage()));
    }
}
