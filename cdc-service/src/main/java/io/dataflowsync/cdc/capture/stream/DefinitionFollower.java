package io.dataflowsync.cdc.capture.stream;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.EventDataWrapper;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.EngineAgreement;
import io.dataflowsync.cdc.capture.tracker.EngineStatement;
import io.dataflowsync.cdc.capture.tracker.Followed;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.capture.tracker.TrackedTable;
import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.cdc.capture.value.RowFacts;
import io.dataflowsync.cdc.capture.value.SessionQueryData;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.KeysOnTarget;
import io.debezium.relational.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Follows the definitions of tables along the stream, one event ahead of the engine, for one run of it.
 *
 * <p>A statement that changes tables is read and proved, and the engine gets its outcome as another statement in its place. Other
 * statements are hidden from the engine: one that it cannot read would stop it, and none of them concerns it.
 */
public final class DefinitionFollower implements RowGuard.Agreement {
    /** The statements that the engine has to see itself. */
    private static final List<String> OF_TRANSACTIONS = List.of("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "XA ");

    private final SchemaTracker tracker;
    private final StatementsFollowed statements;
    private final Predicate<Followed> suppressed;
    private final UnseenCascades cascades;
    private boolean begun;

    /**
     * @param captures whether a table is captured
     * @param onTarget which foreign keys the target can have
     * @param suppressed whether no event is to be made of a statement
     */
    public DefinitionFollower(
            SchemaTracker tracker,
            StatementsFollowed statements,
            Predicate<TableName> captures,
            KeysOnTarget onTarget,
            Predicate<Followed> suppressed) {
        this.tracker = tracker;
        this.statements = statements;
        this.suppressed = suppressed;
        this.cascades = new UnseenCascades(captures, onTarget, tracker::now);
    }

    /**
     * Follows an event.
     *
     * @param file the binlog file of the event
     * @return the obstacle that keeps capture from passing it
     * @throws SQLException if the source cannot be asked now
     * @throws IOException if its binlog cannot be read ahead now
     */
    Optional<Obstacle> follow(String file, Event event) throws SQLException, IOException {
        EventHeader header = event.getHeader();
        if (!(header instanceof EventHeaderV4 v4) || v4.getNextPosition() == 0) {
            return Optional.empty();
        }
        BinlogPosition place = new BinlogPosition(file, v4.getPosition());
        if (!begun && isOfTransaction(header.getEventType())) {
            tracker.streamFrom(place);
            begun = true;
        }
        if (header.getEventType() == EventType.QUERY) {
            return statement(place, new BinlogPosition(file, v4.getNextPosition()), (QueryEventData)
                    EventDataWrapper.internal((EventData) event.getData()));
        }
        return Optional.empty();
    }

    /**
     * Whether an event belongs to a transaction. A stream that follows GTIDs begins with the first events of a file, far before its first
     * transaction.
     */
    private static boolean isOfTransaction(EventType type) {
        return switch (type) {
            case GTID, ANONYMOUS_GTID, QUERY, TABLE_MAP -> true;
            default -> false;
        };
    }

    private Optional<Obstacle> statement(BinlogPosition place, BinlogPosition end, QueryEventData query)
            throws SQLException, IOException {
        if (OF_TRANSACTIONS.stream()
                .anyMatch(start -> query.getSql().regionMatches(true, 0, start, 0, start.length()))) {
            return Optional.empty();
        }
        try {
            Optional<Followed> followed =
                    tracker.follow(place, end, query.getSql(), session(query), query.getErrorCode());
            followed.filter(statement -> !suppressed.test(statement)).ifPresent(statements::add);
            cascades.forget();
            query.setSql(followed.map(Followed::forEngine).orElse(EngineStatement.PASSED));
            return Optional.empty();
        } catch (UnprovenException e) {
            return Optional.of(new Obstacle(
                    ErrorCode.DEFINITION_UNPROVEN, place.toString(), query.getSql() + " -- " + e.getMessage()));
        }
    }

    private static StatementSession session(QueryEventData query) {
        return query instanceof SessionQueryData data
                ? data.session()
                : StatementSession.unknown(query.getDatabase() == null ? "" : query.getDatabase());
    }

    @Override
    public List<String> primaryKey(TableName table, BinlogPosition place) {
        return ours(table, place).map(SourceTable::primaryKey).orElse(List.of());
    }

    @Override
    public Optional<String> unseen(TableName table, RowFacts rows) {
        return cascades.of(table, rows);
    }

    @Override
    public boolean hasUnseen(TableName table) {
        return cascades.hasAny(table);
    }

    @Override
    public boolean merges(TableName table) {
        return cascades.merges(table);
    }

    @Override
    public boolean isEmptiedByRestart(TableName table) {
        return cascades.isEmptiedByRestart(table);
    }

    private Optional<SourceTable> ours(TableName table, BinlogPosition place) {
        return tracker.history().at(table, place).flatMap(Version::table).map(TrackedTable::table);
    }

    /**
     * Names, their order and character sets are not in the binlog, so they are compared here. Types and numbers of columns are compared
     * with the binlog elsewhere.
     */
    @Override
    public Optional<String> difference(TableName table, BinlogPosition place, Table known) {
        Optional<SourceTable> ours = ours(table, place);
        return ours.isEmpty()
                ? Optional.of("no definition of it is known here")
                : Optional.of(EngineAgreement.difference(ours.get(), known)).filter(text -> !text.isEmpty());
    }
}
