package io.dataflowsync.dpu.intake.messaging;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Takes each poll and gives every lane its records. The lanes work in parallel. */
@ApplicationScoped
public class Intake {
    /** The longest time that the next poll waits for a lane at work. After that it goes on without the lane. */
    private static final long PATIENCE_MILLIS = 2_000;

    private final LaneInboxes inboxes;
    /** A failure that no lane should have; after it, nothing more is taken. */
    private volatile @Nullable Throwable broken;

    Intake(LaneInboxes inboxes) {
        this.inboxes = inboxes;
    }

    @Incoming(LaneInboxes.CHANNEL)
    @Blocking("dfs-intake")
    public void take(ConsumerRecords<byte[], byte[]> records) {
        if (broken != null) {
            throw new IllegalStateException(broken);
        }
        long bytes = inboxes.takeBegins();
        Instant now = Instant.now();
        List<CompletableFuture<?>> ends = new ArrayList<>();
        List<CompletableFuture<?>> spaces = new ArrayList<>();
        for (TopicPartition partition : records.partitions()) {
            LaneInbox inbox = inboxes.of(partition.partition());
            if (inbox != null) {
                LaneInbox.Taken taken = inbox.take(PolledLane.of(records, partition), now);
                spaces.add(taken.space());
                OffsetAndMetadata next =
                        Objects.requireNonNull(records.nextOffsets().get(partition));
                ends.add(taken.end().thenAccept(applied -> {
                    // The end may come after the wait below is over.
                    if (applied) {
                        inboxes.applied(partition, next);
                    }
                }));
            }
        }
        var unused = all(ends).whenComplete((nothing, failure) -> {
            broken = failure == null ? broken : failure;
            inboxes.takeEnds(bytes);
        });
        all(spaces).join();
    }

    /** Waits for all, but not longer than the limit: a lane that is halted must not hold up the others. */
    private static CompletableFuture<Void> all(List<CompletableFuture<?>> these) {
        return CompletableFuture.allOf(these.toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        inboxes.close();
    }
}
