package io.dataflowsync.dpu.intake.messaging;

import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.pipeline.broker.NativeLz4;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps the inboxes of the lanes that the group has assigned to this service. */
@ApplicationScoped
public class LaneInboxes implements LaneInbox.Consumption {
    static final String CHANNEL = "changes";
    private static final Logger LOG = Logger.getLogger(LaneInboxes.class);
    private static final long LOOK_AFTER_MILLIS = 1_000;
    /** The number of checks without progress after which waiting polls are taken to be gone. */
    private static final int LOOKS_UNTIL_FORGOTTEN = 5;

    private final Lanes lanes;
    private final KafkaClientService clients;
    private final Map<Integer, LaneInbox> inboxes = new ConcurrentHashMap<>();
    private final Map<Integer, TopicPartition> partitions = new ConcurrentHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> applied = new ConcurrentHashMap<>();
    private final Map<TopicPartition, OffsetAndMetadata> committed = new ConcurrentHashMap<>();
    private final Set<Integer> resting = ConcurrentHashMap.newKeySet();
    private final AtomicLong takes = new AtomicLong();
    private long takesSeen;
    private int idleLooks;
    /** Whether the polling thread pauses the lanes, or is about to check whether it should. */
    private volatile boolean holdingBack;

    private final ExecutorService workers = Executors.newCachedThreadPool(daemons("dfs-lane"));
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(daemons("dfs-look-after"));

    LaneInboxes(Lanes lanes, KafkaClientService clients) {
        this.lanes = lanes;
        this.clients = clients;
        NativeLz4.load().ifPresent(LOG::info);
        AssignmentStamp.onPolled(() -> run(this::adjust, "polling"));
        var unused = timer.scheduleWithFixedDelay(
                this::lookAfter, LOOK_AFTER_MILLIS, LOOK_AFTER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void lookAfter() {
        try {
            lookAfterAll();
        } catch (RuntimeException e) {
            LOG.warn("The lanes are looked after again in a second", e);
        }
    }

    private void lookAfterAll() {
        inboxes.values().forEach(LaneInbox::lookAfter);
        commit();
        idleLooks = takes.get() == takesSeen && !AssignmentStamp.waiting().isEmpty() ? idleLooks + 1 : 0;
        takesSeen = takes.get();
        if (idleLooks >= LOOKS_UNTIL_FORGOTTEN) {
            AssignmentStamp.waiting().forget();
            adjust();
        }
    }

    /**
     * Notes that a poll is taken, until {@link #takeEnds}.
     *
     * @return the bytes of the poll
     */
    long takeBegins() {
        long bytes = AssignmentStamp.waiting().taken();
        goOnWhereSpace();
        return bytes;
    }

    /** @param bytes the result of {@link #takeBegins} */
    void takeEnds(long bytes) {
        takes.incrementAndGet();
        AssignmentStamp.waiting().done(bytes);
        goOnWhereSpace();
    }

    private void goOnWhereSpace() {
        if (holdingBack && !AssignmentStamp.waiting().isEnough()) {
            adjust();
        }
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Nullable
    LaneInbox of(int lane) {
        return inboxes.get(lane);
    }

    /**
     * Opens an inbox for a lane that was just claimed. Called by the thread that polls.
     *
     * <p>Work that an earlier claim has left cannot commit.
     */
    void open(TopicPartition partition, Lanes.Claim claim) {
        resting.remove(partition.partition());
        // An earlier claim may have applied everything without committing the offset.
        applied.put(partition, new OffsetAndMetadata(claim.position()));
        committed.remove(partition);
        AssignmentStamp.Stamp stamp = AssignmentStamp.ofSeek(partition, claim.epoch());
        partitions.put(partition.partition(), partition);
        inboxes.put(partition.partition(), new LaneInbox(partition.partition(), stamp, lanes, workers, this));
    }

    void close(int lane) {
        inboxes.remove(lane);
    }

    @Override
    public void rest(int lane) {
        resting.add(lane);
        adjust();
    }

    @Override
    public void goOn(int lane, long offset, LaneInbox inbox) {
        onPollingThread(lane, consumer -> {
            if (inboxes.get(lane) == inbox) {
                inbox.afterSeek(AssignmentStamp.ofSeek(partition(lane), inbox.epoch()));
                consumer.seek(partition(lane), offset);
                resting.remove(lane);
                adjust(consumer);
            }
        });
    }

    private void adjust() {
        run(this::adjust, "polling");
        endPoll();
    }

    /** Ends the current poll without records, so that the tasks of its thread need not wait. */
    private void endPoll() {
        clients.<byte[], byte[]>getConsumer(CHANNEL).unwrap().wakeup();
    }

    /**
     * Pauses all lanes while enough records wait in memory, and each lane that rests.
     *
     * <p>The pausing of the framework itself is switched off.
     */
    private void adjust(Consumer<byte[], byte[]> consumer) {
        Set<TopicPartition> assigned = consumer.assignment();
        holdingBack = true;
        boolean enough = AssignmentStamp.waiting().isEnough();
        holdingBack = enough;
        Set<TopicPartition> paused = assigned.stream()
                .filter(partition -> enough || resting.contains(partition.partition()))
                .collect(Collectors.toSet());
        Set<TopicPartition> polled = new HashSet<>(assigned);
        polled.removeAll(paused);
        consumer.pause(paused);
        consumer.resume(polled);
    }

    @Override
    public void claimAgain(int lane, LaneInbox inbox) {
        onPollingThread(lane, consumer -> {
            if (inboxes.get(lane) == inbox) {
                Lanes.Claim claim = lanes.claim(lane);
                open(partition(lane), claim);
                consumer.seek(partition(lane), claim.position());
                adjust(consumer);
            }
        });
    }

    private TopicPartition partition(int lane) {
        return Objects.requireNonNull(partitions.get(lane));
    }

    private void onPollingThread(int lane, java.util.function.Consumer<Consumer<byte[], byte[]>> action) {
        run(
                consumer -> {
                    if (consumer.assignment().contains(partition(lane))) {
                        action.accept(consumer);
                    }
                },
                "lane " + lane);
        endPoll();
    }

    private void run(java.util.function.Consumer<Consumer<byte[], byte[]>> action, String what) {
        clients.<byte[], byte[]>getConsumer(CHANNEL)
                .runOnPollingThread(action)
                .subscribe()
                .with(nothing -> {}, failure -> LOG.warnf("%s: %s", what, failure.getMessage()));
    }

    /** Notes the offset up to which the events of a lane are applied under its claim. A poll may end before an earlier one does. */
    void applied(TopicPartition partition, OffsetAndMetadata next) {
        applied.merge(partition, next, (one, other) -> one.offset() >= other.offset() ? one : other);
    }

    /** Commits the offsets once a second for tools that watch the group's lag. The place to go on from is the checkpoint. */
    private void commit() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(applied);
        offsets.entrySet().removeAll(committed.entrySet());
        if (offsets.isEmpty()) {
            return;
        }
        run(
                consumer -> {
                    offsets.keySet().retainAll(consumer.assignment());
                    consumer.commitAsync(offsets, (done, failure) -> {
                        if (failure == null) {
                            committed.putAll(offsets);
                        } else {
                            LOG.debugf("The group's offsets were not committed: %s", failure.getMessage());
                        }
                    });
                },
                "offsets");
    }

    void close() {
        timer.shutdown();
    }
}
