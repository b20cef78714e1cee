package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.SourcePosition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the capture stands, for those who ask while it runs. Thread-safe. */
public final class CaptureStatus {
    private CaptureState state = CaptureState.STARTING;
    private @Nullable SourcePosition position;
    private long captured;
    private @Nullable Instant lastEventAt;
    private @Nullable Instant lastBatchAt;
    private Duration lag = Duration.ZERO;
    private @Nullable String lastError;

    /**
     * A moment's view.
     *
     * @param position {@code file:position:row} of the last event that was published; null before the first
     * @param captured events published since the service started
     * @param lastEventAt the source's commit time of the last event
     * @param lagSeconds how far behind the source's commits the last batch was
     * @param lastError what went wrong last; it may be over
     */
    public record View(
            CaptureState state,
            @Nullable String position,
            long captured,
            @Nullable Instant lastEventAt,
            @Nullable Instant lastBatchAt,
            double lagSeconds,
            @Nullable String lastError) {}

    public synchronized View view() {
        String place = position == null ? null : position.toString();
        return new View(state, place, captured, lastEventAt, lastBatchAt, lag.toMillis() / 1000.0, lastError);
    }

    public synchronized CaptureState state() {
        return state;
    }

    public synchronized void enter(CaptureState next) {
        state = next;
    }

    /** Something went wrong, and the capture is now in this state. */
    public synchronized void enter(CaptureState next, String error) {
        state = next;
        lastError = error;
    }

    /** A batch was published. One without events says that the source has nothing more. */
    public synchronized void published(List<ChangeEvent> events, Instant now) {
        lastBatchAt = now;
        if (events.isEmpty()) {
            lag = Duration.ZERO;
            return;
        }
        ChangeEvent last = events.get(events.size() - 1);
        captured += events.size();
        position = last.origin().position();
        lastEventAt = last.origin().committedAt();
        Duration behind = Duration.between(lastEventAt, now);
        lag = behind.isNegative() ? Duration.ZERO : behind;
    }
}
