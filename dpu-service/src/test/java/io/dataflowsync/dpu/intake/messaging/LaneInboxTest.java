package io.dataflowsync.dpu.intake.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.PolledEvents;
import io.dataflowsync.dpu.intake.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneInboxTest {
    private static final TopicPartition LANE = new TopicPartition("LaneDeskTest", 0);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final Recorded lanes = new Recorded();
    private final Polls polls = new Polls();
    private final LaneInbox inbox = new LaneInbox(0, AssignmentStamp.ofSeek(LANE, 1), lanes, workers, polls);
    private long offset;

    @AfterEach
    void end() {
        workers.shutdownNow();
    }

    @Test
    void pollsThatComeWhileOneIsAtWorkAreTakenWithIt() throws Exception {
        LaneInbox.Taken first = take(1);
        LaneInbox.Taken second = take(2);
        assertThat(second.space()).isDone();
        LaneInbox.Taken third = take(1);
        assertThat(third.space()).isNotDone();

        lanes.ends.complete(true);
        assertThat(List.of(done(first), done(second), done(third))).containsExactly(true, true, true);
        assertThat(third.space()).isDone();
        assertThat(lanes.taken).containsExactly(List.of(0L, 1L, 2L, 3L));
        assertThat(polls.calls).isEmpty();
    }

    @Test
    void aPollEndsWhenItIsLoggedThoughOthersAreTakenWithIt() throws Exception {
        LaneInbox.Taken first = take(1);
        LaneInbox.Taken second = take(2);
        lanes.position = 1;
        lanes.holds = 3;
        lanes.ends.complete(true);
        assertThat(done(first)).isTrue();
        assertThat(second.end()).isNotDone();
        lanes.goesOn.complete(true);
        assertThat(done(second)).isTrue();
    }

    @Test
    void aTakeEndsWhenTheLaneIsToBeLookedAfter() throws Exception {
        LaneInbox.Taken first = take(1);
        LaneInbox.Taken second = take(1);
        inbox.lookAfter();
        lanes.ends.complete(true);
        assertThat(List.of(done(first), done(second))).containsExactly(true, true);
        assertThat(lanes.taken).containsExactly(List.of(0L), List.of(1L));
        assertThat(lanes.lookedAfter).isEqualTo(1);
    }

    @Test
    void aLargePollIsNextAlone() {
        take(1);
        assertThat(inbox.take(polled(1, 3 * 1024 * 1024), Instant.EPOCH).space())
                .isNotDone();
    }

    @Test
    void whatHasNoRoomComesAgainWithWhatWasNext() throws Exception {
        LaneInbox.Taken first = take(1);
        LaneInbox.Taken second = take(1);
        LaneInbox.Taken third = take(1);
        LaneInbox.Taken fourth = take(1);
        lanes.position = 1;
        assertThat(List.of(done(second), done(third), done(fourth))).containsExactly(false, false, false);
        assertThat(polls.calls).containsExactly("rest");

        lanes.ends.complete(true);
        assertThat(done(first)).isTrue();
        assertThat(polls.wentOn.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(lanes.taken).containsExactly(List.of(0L));
    }

    @Test
    void nothingBehindWhatWasNotTakenIsTaken() throws Exception {
        LaneInbox.Taken first = take(1);
        LaneInbox.Taken second = take(1);
        lanes.ends.complete(false);
        assertThat(List.of(done(first), done(second))).containsExactly(false, false);
        assertThat(polls.wentOn.get(10, TimeUnit.SECONDS)).isZero();
        assertThat(lanes.taken).containsExactly(List.of(0L));
    }

    @Test
    void recordsOfBeforeThePartitionWasSentAreOfNoInterest() throws Exception {
        PolledLane before = polled(1, 1);
        inbox.afterSeek(AssignmentStamp.ofSeek(LANE, 1));
        assertThat(done(inbox.take(before, Instant.EPOCH))).isFalse();
        assertThat(lanes.taken).isEmpty();
    }

    private LaneInbox.Taken take(int records) {
        return inbox.take(polled(records, 1), Instant.EPOCH);
    }

    private static boolean done(LaneInbox.Taken taken) throws Exception {
        return taken.end().get(10, TimeUnit.SECONDS);
    }

    private PolledLane polled(int count, int bytes) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(new ConsumerRecord<>(
                    LANE.topic(), LANE.partition(), offset++, "k".getBytes(UTF_8), new byte[bytes]));
        }
        return PolledLane.of(
                new AssignmentStamp().onConsume(new ConsumerRecords<>(Map.of(LANE, records), Map.of())), LANE);
    }

    /** The offsets that were taken together; the first are at work until told how they end. */
    private static final class Recorded implements Lanes {
        private final List<List<Long>> taken = new ArrayList<>();
        private final CompletableFuture<Boolean> ends = new CompletableFuture<>();
        /** Ends the wait behind so many events. */
        private final CompletableFuture<Boolean> goesOn = new CompletableFuture<>();

        private volatile int holds = Integer.MAX_VALUE;
        private volatile long position;
        private int lookedAfter;

        @Override
        public boolean take(int lane, long epoch, PolledEvents polled) {
            List<Long> offsets = new ArrayList<>();
            taken.add(offsets);
            for (List<Received> part = polled.next(); !part.isEmpty(); part = next(polled)) {
                part.forEach(event -> offsets.add(event.offset()));
                if (!ends.orTimeout(10, TimeUnit.SECONDS).join()) {
                    return false;
                }
                if (offsets.size() >= holds) {
                    goesOn.orTimeout(10, TimeUnit.SECONDS).join();
                }
            }
            return true;
        }

        private List<Received> next(PolledEvents polled) {
            polled.settle(position);
            return polled.next();
        }

        @Override
        public OptionalLong position(int lane, long epoch) {
            return OptionalLong.of(position);
        }

        @Override
        public Claim claim(int lane) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void release(int lane) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isTakenOver(int lane, long epoch) {
            return false;
        }

        @Override
        public void lookAfter(int lane, long epoch) {
            lookedAfter++;
        }
    }

    private static final class Polls implements LaneInbox.Consumption {
        private final List<String> calls = new ArrayList<>();
        private final CompletableFuture<Long> wentOn = new CompletableFuture<>();

        @Override
        public void rest(int lane) {
            calls.add("rest");
        }

        @Override
        public void goOn(int lane, long offset, LaneInbox inbox) {
            wentOn.complete(offset);
        }

        @Override
        public void claimAgain(int lane, LaneInbox inbox) {
            throw new UnsupportedOperationException();
        }
    }
}
