package io.dataflowsync.dpu.intake.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes what is polled, the lanes beside each other. */
@ApplicationScoped
public class Intake {
    /** So long the next poll waits for a lane at work; later it goes on without it. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final LaneInboxes desks;
    /** What no lane should have failed with; nothing more is taken. */
    private volatile @Nullable Throwable broken;

    Intake(LaneInboxes desks) {
        this.desks = desks;
    }

    @Incoming(LaneInboxes.CHANNEL)
    @Blocking("dfs-intake")
    public void take(ConsumerRecords<byte[], byte[]> records) {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        long bytes = desks.takeBegins();
        Instant now = Instant.now();
        Map<TopicPartition, OffsetAndMetadata> done = new ConcurrentHashMap<>();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        List<CompletableFuture<?>> rooms = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            LaneInbox desk = desks.of(partition.partition());
            if (desk != null) {
                LaneInbox.Taken taken = desk.take(PolledLane.of(records, partition), now);
                rooms.add(taken.room());
                OffsetAndMetadata next = records.nextOffsets().get(partition);
                ends.add(taken.end().thenAccept(applied -> {
                    if (applied) {
                        done.put(partition, next);
                    }
                }));
            }
        }
        var unused = all(ends).whenComplete((nothing, failure) -> {
            broken = failure == null ? broken : failure;
            desks.takeEnds(bytes);
            desks.applied(done);
        });
        all(rooms).join();
    }

    /** A lane that stands still must not hold up the others. */
    private static CompletableFuture<Void> all(List<CompletableFuture<?>> these) {
        return CompletableFuture.allOf(these.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        desks.close();
    }
}
