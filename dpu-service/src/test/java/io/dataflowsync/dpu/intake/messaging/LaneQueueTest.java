package io.dataflowsync.dpu.intake.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.EventHeaders;
import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.dpu.intake.Received;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class LaneQueueTest {
    private final LaneQueue queue = new LaneQueue(TransactionLimit.ofHeap());
    private long offset;

    @Test
    void pollsThatWaitAreDrainedTogetherAndNewOnesAfterThem() {
        push(1, false);
        push(1, false);
        assertThat(queue.begin()).isTrue();
        push(1, false);
        assertThat(List.of(drained(), drained(), drained())).containsExactly(List.of(0L, 1L), List.of(2L), List.of());
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void aPollIsDoneAsSoonAsAllOfItsEventsAre() {
        NextPolls first = push(2, false);
        queue.begin();
        NextPolls second = push(1, false);
        drained();
        drained();
        queue.settle(1);
        assertThat(first.end()).isNotDone();
        queue.settle(2);
        assertThat(first.end()).isCompletedWithValue(true);
        assertThat(second.end()).isNotDone();
        queue.end(false, null);
        assertThat(second.end()).isCompletedWithValue(false);
    }

    @Test
    void aTransactionThatIsNotCompleteComesWithItsRest() {
        NextPolls first = push(1, true);
        assertThat(queue.begin()).isFalse();
        assertThat(first.end()).isCompletedWithValue(false);
        push(1, false);
        assertThat(queue.begin()).isTrue();
        assertThat(drained()).containsExactly(0L, 1L);
    }

    @Test
    void noMorePollsAreDrainedAfterAnInterruption() {
        push(1, false);
        queue.begin();
        push(1, false);
        queue.interrupt();
        assertThat(List.of(drained(), drained())).containsExactly(List.of(0L), List.of());
        assertThat(queue.isEmpty()).isFalse();
        assertThat(queue.interrupted()).isTrue();
        assertThat(queue.interrupted()).isFalse();
        assertThat(drained()).containsExactly(1L);
    }

    @Test
    void whatWasDrainedAndNotReadIsForgottenAtTheEnd() {
        NextPolls first = push(1, false);
        queue.begin();
        IllegalStateException failure = new IllegalStateException("a failure");
        queue.end(false, failure);
        assertThat(first.end()).isCompletedExceptionally();
        assertThat(drained()).isEmpty();
    }

    @Test
    void whatWaitsIsDroppedAndIsNotDone() {
        push(1, true);
        queue.begin();
        NextPolls second = push(1, false);
        queue.restart();
        assertThat(second.end()).isCompletedWithValue(false);
        assertThat(queue.begin()).isFalse();
        push(1, false);
        queue.begin();
        assertThat(drained()).as("without the start of the transaction").containsExactly(2L);
    }

    /** Pushes a poll of some records, which are followed by more of their transaction or not. */
    private NextPolls push(int count, boolean more) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>("LaneQueueTest", 0, offset++, "k".getBytes(UTF_8), new byte[1]);
            if (more) {
                record.headers().add(EventHeaders.MORE, new byte[0]);
            }
            records.add(record);
        }
        return queue.push(records, Instant.EPOCH);
    }

    private List<Long> drained() {
        return queue.next().stream().map(Received::offset).toList();
    }
}
