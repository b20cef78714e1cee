package io.dataflowsync.dpu.intake;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The desks of the lanes that the group has given to this service. */
@ApplicationScoped
public class LaneDesks implements LaneDesk.Consumption {
    static final String CHANNEL = "changes";
    private static final Logger LOG = Logger.getLogger(LaneDesks.class);
    private static final long LOOK_AFTER_MILLIS = 1_000;
    private static final long LATER_MILLIS = 20;

    private final Lanes lanes;
    private final KafkaClientService clients;
    private final Map<Integer, LaneDesk> desks = new ConcurrentHashMap<>();
    private final Map<Integer, TopicPartition> partitions = new ConcurrentHashMap<>();
    private final ExecutorService workers = Executors.newCachedThreadPool(daemons("dfs-lane"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("dfs-look-after"));

    LaneDesks(Lanes lanes, KafkaClientService clients) {
        this.lanes = lanes;
        this.clients = clients;
        var unused = timer.scheduleWithFixedDelay(
                () -> desks.values().forEach(LaneDesk::lookAfter),
                LOOK_AFTER_MILLIS,
                LOOK_AFTER_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Nullable
    LaneDesk of(int lane) {
        return desks.get(lane);
    }

    /** The lane is claimed anew, by the thread that polls; what an earlier claim left at work cannot commit. */
    void open(TopicPartition partition, Lanes.Claim claim) {
        ClaimStamp.forgetWaiting();
        ClaimStamp.Stamp stamp = ClaimStamp.send(partition, claim.epoch());
        partitions.put(partition.partition(), partition);
        desks.put(partition.partition(), new LaneDesk(partition.partition(), stamp, lanes, workers, this));
    }

    void close(int lane) {
        desks.remove(lane);
    }

    @Override
    public void rest(int lane) {
        onPollingThread(lane, consumer -> consumer.pause(Set.of(partition(lane))));
    }

    /** Not while polls wait in memory: the framework has then stopped polling, and does not notice that it goes on. */
    @Override
    public void goOn(int lane, long offset, LaneDesk desk) {
        if (ClaimStamp.isMuchWaiting()) {
            if (!timer.isShutdown()) {
                var unused = timer.schedule(() -> goOn(lane, offset, desk), LATER_MILLIS, TimeUnit.MILLISECONDS);
            }
            return;
        }
        onPollingThread(lane, consumer -> {
            if (desks.get(lane) == desk) {
                desk.sent(ClaimStamp.send(partition(lane), desk.epoch()));
                consumer.seek(partition(lane), offset);
                consumer.resume(Set.of(partition(lane)));
            }
        });
    }

    @Override
    public void claimAgain(int lane, LaneDesk desk) {
        onPollingThread(lane, consumer -> {
            if (desks.get(lane) == desk) {
                Lanes.Claim claim = lanes.claim(lane);
                open(partition(lane), claim);
                consumer.seek(partition(lane), claim.position());
                consumer.resume(Set.of(partition(lane)));
            }
        });
    }

    private TopicPartition partition(int lane) {
        return Objects.requireNonNull(partitions.get(lane));
    }

    private void onPollingThread(int lane, java.util.function.Consumer<Consumer<byte[], byte[]>> action) {
        clients.<byte[], byte[]>getConsumer(CHANNEL)
                .runOnPollingThread(consumer -> {
                    if (consumer.assignment().contains(partition(lane))) {
                        action.accept(consumer);
                    }
                })
                .subscribe()
                .with(nothing -> {}, failure -> LOG.warnf("Lane %d: %s", lane, failure.getMessage()));
    }

    /** For those who look at the group's lag; where to go on is told by the checkpoint. */
    void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
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

    void close() {
        timer.shutdown();
    }
}
