package io.dataflowsync.cdc.capture.status;

import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.snapshot.SnapshotFigures;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the capture stands, for those who ask while it runs. Thread-safe. */
public final class CaptureStatus {
    private CaptureState state = CaptureState.STARTING;
    private Instant since = Instant.now();
    private @Nullable SourcePosition position;
    private long captured;
    private @Nullable Instant lastEventAt;
    private @Nullable Instant lastBatchAt;
    private Duration lag = Duration.ZERO;
    private @Nullable String lastError;
    private @Nullable ErrorCode code;
    private @Nullable Obstacle obstacle;
    private @Nullable SnapshotFigures snapshot;
    private Supplier<List<TableName>> leftOut = List::of;

    /**
     * A moment's view.
     *
     * @param since when it came into its state, or the state got another reason
     * @param position {@code file:position:row} of the last event that was published; null before the first
     * @param captured events published since the service started
     * @param lastEventAt the source's commit time of the last event
     * @param lagSeconds how far behind the source's commits the last batch was
     * @param lastError what is wrong now, in a line; null while nothing is
     * @param errorCode of what is wrong now, and what to do about it; null while nothing is
     * @param stoppedAt the place that POST /api/v1/capture/skip may acknowledge; null where there is none
     * @param leftOut tables that are not captured because of their names alone: those of an online schema change look so
     * @param snapshot the one that is read, or was read last; null where none was since the service started
     */
    public record View(
            CaptureState state,
            Instant since,
            @Nullable String position,
            long captured,
            @Nullable Instant lastEventAt,
            @Nullable Instant lastBatchAt,
            double lagSeconds,
            @Nullable String lastError,
            @Nullable String errorCode,
            @Nullable String remedy,
            @Nullable StoppedAt stoppedAt,
            List<String> leftOut,
            SnapshotFigures.@Nullable View snapshot) {}

    /** @param statement what stands at the place; its beginning, where it is long */
    public record StoppedAt(String place, String statement) {}

    public synchronized View view() {
        return new View(
                state,
                since,
                position == null ? null : position.toString(),
                captured,
                lastEventAt,
                lastBatchAt,
                lag.toMillis() / 1000.0,
                lastError,
                code == null ? null : code.word(),
                code == null ? null : code.remedy(),
                obstacle == null ? null : new StoppedAt(obstacle.place(), obstacle.shown()),
                leftOut.get().stream().map(TableName::toString).toList(),
                snapshot == null ? null : snapshot.view());
    }

    /** @param tables those that are left out because of their names, asked for with each view */
    public synchronized void leavesOut(Supplier<List<TableName>> tables) {
        leftOut = tables;
    }

    public synchronized CaptureState state() {
        return state;
    }

    /** All is well, in this state. */
    public synchronized void enter(CaptureState next) {
        become(next, null);
        lastError = null;
        obstacle = null;
    }

    /** Something went wrong, and the capture is now in this state. */
    public synchronized void enter(CaptureState next, ErrorCode error, String line) {
        become(next, error);
        lastError = line;
        obstacle = null;
    }

    private void become(CaptureState next, @Nullable ErrorCode error) {
        if (next != state || error != code) {
            since = Instant.now();
        }
        state = next;
        code = error;
    }

    /** The capture stands before something that it must not pass by itself. */
    public synchronized void stopAt(Obstacle found) {
        enter(CaptureState.FAILED, found.code(), found.line());
        obstacle = found;
    }

    /** What the capture stands before, if anything. */
    public synchronized Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** A snapshot is read. */
    public synchronized void enterSnapshot(SnapshotFigures begun) {
        enter(CaptureState.SNAPSHOT);
        snapshot = begun;
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
        count(events, now);
        position = last.origin().position();
        lastEventAt = last.origin().committedAt();
        Duration behind = Duration.between(lastEventAt, now);
        lag = behind.isNegative() ? Duration.ZERO : behind;
    }

    private void count(List<ChangeEvent> events, Instant now) {
        SnapshotFigures figures = snapshot;
        if (figures == null || state != CaptureState.SNAPSHOT) {
            return;
        }
        for (ChangeEvent event : events) {
            if (event instanceof ChangeEvent.Insert insert && insert.operation() == Operation.SNAPSHOT) {
                figures.row(insert.table());
            } else if (event instanceof ChangeEvent.SnapshotCompleted) {
                figures.end(now);
            }
        }
    }
}
