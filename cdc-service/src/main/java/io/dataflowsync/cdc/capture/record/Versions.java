package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.stream.StatementAheadException;
import io.dataflowsync.cdc.capture.stream.StatementsFollowed;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.Followed;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds definitions at the positions of the events that the reader of records makes. For one thread. */
public final class Versions {
    private final SchemaTracker tracker;
    private final StatementsFollowed statements;
    private @Nullable TableName lastTable;
    private @Nullable BinlogPosition lastPosition;
    private @Nullable BinlogPosition lastVersion;

    public Versions(SchemaTracker tracker, StatementsFollowed statements) {
        this.tracker = tracker;
        this.statements = statements;
    }

    /** The version under which a row at this position was written; null if none is known. */
    @Nullable
    BinlogPosition of(TableName table, BinlogPosition position) {
        if (!position.equals(lastPosition) || !table.equals(lastTable)) {
            lastTable = table;
            lastPosition = position;
            lastVersion =
                    tracker.history().at(table, position).map(Version::since).orElse(null);
        }
        return lastVersion;
    }

    /** The statement at this position, if it changed tables of the captured schemas. */
    Optional<Followed> statement(BinlogPosition place) {
        return statements.at(place);
    }

    /** The tables that exist at a position. */
    List<TableDefinition> tablesAt(BinlogPosition place) {
        return tracker.history().definitionsAt(place);
    }

    /** Whether the tables at this position differ from those that the whole snapshot found when it began. */
    boolean hasChangedTo(BinlogPosition place) {
        return tracker.hasChangedTo(place);
    }

    /**
     * Follows the definitions to this position, at which a snapshot has read rows. It may be ahead of the stream.
     *
     * @return the statements between the stream and that position
     */
    List<Followed> snapshotAt(BinlogPosition place) {
        try {
            return tracker.catchUp(place);
        } catch (UnprovenException e) {
            throw StatementAheadException.before(place, e);
        } catch (SQLException | IOException e) {
            throw new CannotGoOnException(
                    ErrorCode.SOURCE_AWAY, "the definitions at the snapshot's position cannot be followed", e);
        }
    }
}
