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

/** Keeps the state of capture for requests while it runs. Thread-safe. */
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
     * The state at one moment. It is flat, because it is the JSON of the status.
     *
     * @param since the time when capture entered its state, or the state got another reason
     * @param position {@code file:position:row} of the last event that was published; null before the first
     * @param captured the events published since the service started
     * @param lastEventAt the source's commit time of the last event
     * @param lagSeconds the time between the source's commit and the publication of the last batch, in seconds
     * @param lastError the present failure, in a line; null without one
     * @param errorCode the code of the present failure, and its remedy; null without one
     * @param stoppedAt the place that POST /api/v1/capture/skip may acknowledge; null if there is none
     * @param leftOut the tables that are not captured only because of their names: tables of an online schema change have such names
     * @param snapshot the snapshot that is read, or was read last; null if there was none since the service started
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

    /** @param statement the statement at the place; only its beginning if it is long */
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

    /** @param tables supplies the tables that are left out because of their names; called for each view */
    public synchronized void reportLeftOut(Supplier<List<TableName>> tables) {
        leftOut = tables;
    }

    public synchronized CaptureState state() {
        return state;
    }

    /** Enters a state without a failure. */
    public synchronized void enter(CaptureState next) {
        become(next, null);
        lastError = null;
        obstacle = null;
    }

    /** Enters a state because of a failure. */
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

    /** Stops at an obstacle that capture must not pass by itself. */
    public synchronized void stopAt(Obstacle found) {
        enter(CaptureState.FAILED, found.code(), found.line());
        obstacle = found;
    }

    /** The obstacle at which capture is stopped, if there is one. */
    public synchronized Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    /** Enters the snapshot. */
    public synchronized void enterSnapshot(SnapshotFigures begun) {
        enter(CaptureState.SNAPSHOT);
        snapshot = begun;
    }

    /** Counts a published batch. A batch without events says that the source has nothing more. */
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
        Duration delay = Duration.between(lastEventAt, now);
        lag = delay.isNegative() ? Duration.ZERO : delay;
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
