package io.dataflowsync.dpu;

import io.dataflowsync.dpu.intake.PolledEvents;
import io.dataflowsync.dpu.intake.Received;
import java.util.Iterator;
import java.util.List;

/** Events that a test has polled. Each part is returned once. */
public final class TestPolls implements PolledEvents {
    private final Iterator<List<Received>> parts;
    private long settled = -1;

    public TestPolls(List<List<Received>> parts) {
        this.parts = parts.stream().filter(part -> !part.isEmpty()).iterator();
    }

    /** Returns events in one part. */
    public static TestPolls of(List<Received> events) {
        return new TestPolls(List.of(events));
    }

    @Override
    public List<Received> next() {
        return parts.hasNext() ? parts.next() : List.of();
    }

    @Override
    public void settle(long position) {
        settled = position;
    }

    /** Returns the position up to which the lane has settled them last; -1 if it has not. */
    public long settled() {
        return settled;
    }
}
