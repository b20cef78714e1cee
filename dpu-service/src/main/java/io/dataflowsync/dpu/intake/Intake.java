package io.dataflowsync.dpu.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes what is polled, the lanes beside each other. */
@ApplicationScoped
public class Intake {
    /** So long the next poll waits for a lane at work; later it goes on without it. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final LaneDesks desks;

    Intake(LaneDesks desks) {
        this.desks = desks;
    }

    @Incoming(LaneDesks.CHANNEL)
    @Blocking("dfs-intake")
    public void take(ConsumerRecords<byte[], byte[]> records) {
        desks.takeBegins();
        try {
            takeAll(records);
        } finally {
            desks.takeEnds();
        }
    }

    private void takeAll(ConsumerRecords<byte[], byte[]> records) {
        Instant now = Instant.now();
        Map<TopicPartition, OffsetAndMetadata> done = new ConcurrentHashMap<>();
        List<CompletableFuture<Void>> atWork = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            LaneDesk desk = desks.of(partition.partition());
            if (desk != null) {
                atWork.add(desk.take(records.records(partition), now).thenAccept(taken -> {
                    if (taken) {
                        done.put(partition, records.nextOffsets().get(partition));
                    }
                }));
            }
        }
        waitFor(atWork);
        desks.commit(done);
    }

    private static void waitFor(List<CompletableFuture<Void>> atWork) {
        try {
            CompletableFuture.allOf(atWork.toArray(CompletableFuture[]::new))
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // A lane that stands still must not hold up the others.
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @PreDestroy
    void stop() {
        desks.close();
    }
}
