package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.RowsAhead;
import io.dataflowsync.cdc.capture.stream.StatementAheadException;
import io.dataflowsync.cdc.capture.stream.StreamWatch;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.contract.event.BinlogPosition;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Delays a snapshot of single tables until the stream is past the statements about them. Thread-safe.
 *
 * <p>Rows that were read at a place ahead of such a statement would be on the target before the statement runs there.
 */
final class StreamFirst {
    private static final Logger LOG = Logger.getLogger(StreamFirst.class);

    private final SchemaTracker tracker;
    /** The place where the last of those statements begins; null once the stream is past it. */
    private volatile @Nullable BinlogPosition statement;

    StreamFirst(SchemaTracker tracker) {
        this.tracker = tracker;
    }

    /** Notes that the stream goes on here. */
    void reached(BinlogPosition stream) {
        BinlogPosition before = statement;
        if (before != null && before.compareTo(stream) < 0) {
            statement = null;
        }
    }

    /** Whether the stream has not passed the statement yet. */
    boolean isAwaited() {
        return statement != null;
    }

    /**
     * Follows the definitions from the stream to the place where the source is now.
     *
     * @return the reason why rows cannot be read yet; empty if they can
     */
    Optional<Throwable> follow(SourceOffset stream, RowsAhead ahead) {
        try {
            tracker.streamFrom(stream.place());
            BinlogPosition now = tracker.sourceEnd();
            try {
                ahead.requireUnrelated(tracker.catchUp(now));
            } catch (UnprovenException e) {
                return Optional.of(StatementAheadException.before(now, e));
            }
            return Optional.empty();
        } catch (SQLException | IOException | StatementAheadException e) {
            return Optional.of(e);
        }
    }

    /** Turns a statement that the stream has to pass first into a restart of the engine; another failure stays. */
    Throwable orNext(Throwable failure) {
        if (!(failure instanceof StatementAheadException ahead)) {
            return failure;
        }
        LOG.infof("Rows are read once the stream is past a statement about their tables, %s", ahead.getMessage());
        statement = ahead.place();
        return new StreamWatch.OverException();
    }
}
