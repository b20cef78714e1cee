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
 * Lets the stream come past the statements about tables before rows of these are read: at a place ahead of such a statement they would be
 * on the target before it is run there. Thread-safe.
 */
final class StreamFirst {
    private static final Logger LOG = Logger.getLogger(StreamFirst.class);

    private final SchemaTracker tracker;
    /** Where the last of those statements begins; null where the stream is past it. */
    private volatile @Nullable BinlogPosition statement;

    StreamFirst(SchemaTracker tracker) {
        this.tracker = tracker;
    }

    /** The stream goes on here. */
    void reached(BinlogPosition stream) {
        BinlogPosition before = statement;
        if (before != null && before.compareTo(stream) < 0) {
            statement = null;
        }
    }

    /** Whether the stream has not come past it. */
    boolean isAwaited() {
        return statement != null;
    }

    /**
     * Follows the definitions from the stream to where the source is now.
     *
     * @return why rows cannot be read yet
     */
    Optional<Throwable> follow(SourceOffset stream, RowsAhead ahead) {
        try {
            tracker.streamFrom(stream.place());
            BinlogPosition now = tracker.sourceEnd();
            try {
                ahead.requireBehind(tracker.catchUp(now));
            } catch (UnprovenException e) {
                return Optional.of(StatementAheadException.before(now, e));
            }
            return Optional.empty();
        } catch (SQLException | IOException | StatementAheadException e) {
            return Optional.of(e);
        }
    }

    /** No failure, where the stream has to go on before rows can be read. */
    Throwable orNext(Throwable failure) {
        if (!(failure instanceof StatementAheadException ahead)) {
            return failure;
        }
        LOG.infof("Rows are read once the stream is past a statement about their tables, %s", ahead.getMessage());
        statement = ahead.place();
        return new StreamWatch.OverException();
    }
}
