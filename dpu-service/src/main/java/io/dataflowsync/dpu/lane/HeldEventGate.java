package io.dataflowsync.dpu.lane;

import io.dataflowsync.dpu.deadletter.HeldRows;
import io.dataflowsync.dpu.execute.EventGate;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.plan.PlannedEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets an event of a batch run, unless it cannot be planned or must wait for an event that was not applied. */
final class HeldEventGate implements EventGate {
    private final List<PlannedEvent> planned;
    private final HeldRows held;
    private final @Nullable Result[] decided;

    /** @param held the rows that are held before the batch; the rows that the batch holds are added */
    HeldEventGate(List<PlannedEvent> planned, HeldRows held) {
        this.planned = planned;
        this.held = held;
        this.decided = new @Nullable Result[planned.size()];
    }

    @Override
    public @Nullable Result before(int event) {
        if (decided[event] == null) {
            PlannedEvent next = planned.get(event);
            Optional<String> blocker =
                    held.blocker(next.affected(), next.received().offset());
            Result.Failed failure = next.failure();
            if (failure != null) {
                decide(event, failure);
            } else if (blocker.isPresent()) {
                decide(event, new Result.Waiting(blocker.get()));
            }
        }
        return decided[event];
    }

    @Override
    public void failed(int event, Result.Failed failure) {
        decide(event, failure);
    }

    private void decide(int event, Result result) {
        PlannedEvent of = planned.get(event);
        decided[event] = result;
        held.hold(of.letterId(), of.received().offset(), of.affected());
    }

    HeldRows held() {
        return held;
    }
}
