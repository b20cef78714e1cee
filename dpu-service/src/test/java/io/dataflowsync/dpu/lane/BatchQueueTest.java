package io.dataflowsync.dpu.lane;

import static io.dataflowsync.dpu.TestEvents.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.TestPolls;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.execute.Checkpoints.Checkpoint;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.Received;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchQueueTest {
    private final Lane lane = new Lane(0, new Checkpoint(-1, 1, null, -1), -1);
    private final TestPolls polls = new TestPolls(List.of(List.of(event(0)), List.of(event(1)), List.of(event(2))));
    private final BatchQueue batches = new BatchQueue(lane, polls, new BatchCutter(1, 1, 1));

    @Test
    void whatIsAppliedAndLoggedIsSettledBeforeMoreIsDrained() {
        batches.take();
        assertThat(polls.settled()).isZero();
        lane.reachedTarget(0);
        batches.take();
        assertThat(polls.settled()).as("the log lacks it").isZero();
        lane.reachedLog(0);
        batches.take();
        assertThat(polls.settled()).isEqualTo(1);
    }

    @Test
    void nothingIsSettledForALaneThatIsOver() {
        batches.take();
        lane.reachedTarget(0);
        lane.reachedLog(0);
        lane.stop(Lane.State.FENCED, null, null);
        batches.settle();
        assertThat(polls.settled()).isZero();
    }

    @Test
    void whatIsLoggedAlreadyIsLeftOut() {
        lane.reachedTarget(1);
        lane.reachedLog(1);
        assertThat(batches.take().first().offset()).isEqualTo(2);
        assertThat(batches.first()).isNull();
    }

    private static Received event(long offset) {
        ChangeEvent event = new TestEvents().insert(TestTables.name("orders"), row("id", offset));
        return new Received(0, offset, 1, Instant.EPOCH, "e" + offset, event, null);
    }
}
