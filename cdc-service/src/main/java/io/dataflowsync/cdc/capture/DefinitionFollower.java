package io.dataflowsync.cdc.capture;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.EventDataWrapper;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.EngineAgreement;
import io.dataflowsync.cdc.capture.tracker.Followed;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.capture.tracker.TrackedTable;
import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.cdc.capture.value.SessionQueryData;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.TableName;
import io.debezium.relational.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows the definitions of tables along the stream, one event ahead of the engine, for one life of it: a statement that changes tables
 * is read and proven, and the engine is told its outcome in its place.
 */
final class DefinitionFollower {
    private final SchemaTracker tracker;
    private final StatementsFollowed statements;
    private final Predicate<TableName> captures;
    /** What the engine decodes the rows of a table with, where it was found to be the version that we know. */
    private final Map<TableName, Table> agreed = new HashMap<>();

    private Function<TableName, @Nullable Table> decodedWith = table -> null;
    private boolean begun;

    DefinitionFollower(SchemaTracker tracker, StatementsFollowed statements, Predicate<TableName> captures) {
        this.tracker = tracker;
        this.statements = statements;
        this.captures = captures;
    }

    /**
     * Follows an event.
     *
     * @param file of the binlog that it stands in
     * @return what keeps the capture from passing it
     * @throws SQLException where the source cannot be asked now
     * @throws IOException where its binlog cannot be read ahead now
     */
    Optional<Obstacle> follow(String file, Event event) throws SQLException, IOException {
        EventHeader header = event.getHeader();
        if (!(header instanceof EventHeaderV4 v4) || v4.getNextPosition() == 0) {
            return Optional.empty();
        }
        BinlogPosition place = new BinlogPosition(file, v4.getPosition());
        if (!begun && header.getEventType() != EventType.FORMAT_DESCRIPTION) {
            tracker.streamFrom(place);
            begun = true;
        }
        if (header.getEventType() == EventType.QUERY) {
            return statement(place, new BinlogPosition(file, v4.getNextPosition()), (QueryEventData)
                    EventDataWrapper.internal((EventData) event.getData()));
        } else if (header.getEventType() == EventType.TABLE_MAP) {
            return table(place, (TableMapEventData) EventDataWrapper.internal((EventData) event.getData()));
        }
        return Optional.empty();
    }

    private Optional<Obstacle> statement(BinlogPosition place, BinlogPosition end, QueryEventData query)
            throws SQLException, IOException {
        if (query.getSql().equals("BEGIN") || query.getSql().equals("COMMIT")) {
            return Optional.empty();
        }
        try {
            Optional<Followed> followed = tracker.follow(place, end, query.getSql(), session(query));
            followed.ifPresent(statement -> {
                statements.add(statement);
                query.setSql(statement.forEngine());
            });
            return Optional.empty();
        } catch (UnprovenException e) {
            return unproven(place, query.getSql() + " -- " + e.getMessage());
        }
    }

    private static StatementSession session(QueryEventData query) {
        return query instanceof SessionQueryData data
                ? data.session()
                : StatementSession.unknown(query.getDatabase() == null ? "" : query.getDatabase());
    }

    /** @param known what the engine decodes the rows of a table with; null where it knows no such table */
    void decodedWith(Function<TableName, @Nullable Table> known) {
        decodedWith = known;
    }

    /** Types and numbers of columns are held against the binlog elsewhere; names, their order and character sets are not in it. */
    private Optional<Obstacle> table(BinlogPosition place, TableMapEventData map) {
        TableName table = new TableName(map.getDatabase(), map.getTable());
        if (!captures.test(table)) {
            return Optional.empty();
        }
        Optional<SourceTable> ours =
                tracker.history().at(table, place).flatMap(Version::table).map(TrackedTable::table);
        if (ours.isEmpty()) {
            return unproven(place, "rows of " + table + ", of which no definition is known here");
        }
        Table theirs = decodedWith.apply(table);
        if (theirs == null || theirs == agreed.get(table)) {
            return Optional.empty();
        }
        String difference = EngineAgreement.difference(ours.get(), theirs);
        if (!difference.isEmpty()) {
            return unproven(place, "rows of " + table + ": " + difference);
        }
        agreed.put(table, theirs);
        return Optional.empty();
    }

    private static Optional<Obstacle> unproven(BinlogPosition place, String text) {
        return Optional.of(new Obstacle(ErrorCode.DEFINITION_UNPROVEN, place.toString(), text));
    }
}
