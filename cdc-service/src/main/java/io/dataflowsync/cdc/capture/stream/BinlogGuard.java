package io.dataflowsync.cdc.capture.stream;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventData;
import com.github.shyiko.mysql.binlog.event.EventHeader;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.TransactionPayloadEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDataDeserializationException;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer.EventDataWrapper;
import io.dataflowsync.cdc.capture.engine.EngineEvents;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.value.SessionQueryData;
import io.dataflowsync.cdc.capture.value.TemporaryTables;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the events of the binlog that the engine would skip without a warning. For one thread. */
public final class BinlogGuard {
    private static final String XA_START = "XA START";
    private static final String XA_BEGIN = "XA BEGIN";
    private static final String ROLLBACK = "ROLLBACK";
    /** A statement that the engine leaves unparsed. */
    private static final String PASSED_BY_THE_ENGINE = "SAVEPOINT passed";

    private final Predicate<TableName> captures;
    private final Predicate<Obstacle> acknowledged;
    private final RowGuard rowGuard;
    private final TemporaryTables temporary;
    private String file = "";
    /** The position after the current event. */
    private long next;
    /** Whether the transaction has rows of captured tables. */
    private boolean rows;
    /** The obstacle of the XA transaction whose rows follow; null outside of one. */
    private @Nullable Obstacle xa;

    /**
     * @param captures whether a table is captured
     * @param acknowledged whether an operator has acknowledged an obstacle, so that capture passes it
     * @param temporary the known temporary tables; they outlive the guard
     */
    public BinlogGuard(Predicate<TableName> captures, Predicate<Obstacle> acknowledged, TemporaryTables temporary) {
        this.temporary = temporary;
        this.captures = captures;
        this.acknowledged = acknowledged;
        this.rowGuard = new RowGuard(captures, acknowledged);
    }

    /** The check of rows, and of the definitions with which they are decoded. */
    RowGuard rows() {
        return rowGuard;
    }

    /** The place of an event. */
    BinlogPosition at(Event event) {
        return new BinlogPosition(file, place(event.getHeader()));
    }

    /** The file of the last event. */
    String file() {
        return file;
    }

    /** The obstacle that keeps capture from passing this event, if there is one. */
    Optional<Obstacle> look(Event event) {
        next = event.getHeader() instanceof EventHeaderV4 header ? header.getNextPosition() : next;
        return Optional.ofNullable(find(event, place(event.getHeader())))
                .filter(acknowledged.negate())
                .or(() -> rowGuard.look(data(event), file, place(event.getHeader())));
    }

    /** The obstacle of an event that could not be handled, for an operator. */
    Obstacle failed(Event event) {
        EventData data = data(event);
        String text = data instanceof QueryEventData query
                ? query.getSql()
                : rowGuard.nameOf(data)
                        .orElseGet(() -> "an event " + event.getHeader().getEventType());
        return obstacle(ErrorCode.SOURCE_UNREADABLE, place(event.getHeader()), text);
    }

    /** The obstacle of an event that the client could not read, for an operator. */
    Obstacle unread(Exception failure) {
        EventHeader header = failure instanceof EventDataDeserializationException known ? known.getEventHeader() : null;
        String text = header == null ? "an event that cannot be read" : "an event " + header.getEventType();
        return obstacle(ErrorCode.SOURCE_UNREADABLE, header == null ? next : place(header), text);
    }

    /** The statement in this event that the engine is going to parse, as an obstacle in case it cannot. */
    Optional<Obstacle> parsed(Event event) {
        if (event.getHeader().getEventType() != EventType.QUERY) {
            return Optional.empty();
        }
        String sql = ((QueryEventData) data(event)).getSql();
        return sql.equalsIgnoreCase("BEGIN")
                ? Optional.empty()
                : Optional.of(obstacle(ErrorCode.SOURCE_UNREADABLE, place(event.getHeader()), sql));
    }

    /**
     * Hides a statement that the engine cannot parse, if an operator has acknowledged it.
     *
     * @return whether it was hidden
     */
    boolean hideFromEngine(Event event, Obstacle statement) {
        boolean passed = acknowledged.test(statement);
        if (passed) {
            ((QueryEventData) data(event)).setSql(PASSED_BY_THE_ENGINE);
        }
        return passed;
    }

    private @Nullable Obstacle find(Event event, long position) {
        switch (event.getHeader().getEventType()) {
            case ROTATE -> file = ((RotateEventData) data(event)).getBinlogFilename();
            case GTID, ANONYMOUS_GTID, GTID_TAGGED, XA_PREPARE, XID -> begin(null);
            case QUERY -> {
                return ofStatement((QueryEventData) data(event), position);
            }
            case TABLE_MAP -> {
                return rows ? null : ofTable((TableMapEventData) data(event));
            }
            case LOAD, NEW_LOAD, EXEC_LOAD, EXECUTE_LOAD_QUERY -> {
                return obstacle(ErrorCode.SOURCE_STATEMENT, position, "LOAD DATA INFILE, as a statement");
            }
            case PARTIAL_UPDATE_ROWS_EVENT -> {
                return obstacle(ErrorCode.SOURCE_PARTIAL_ROWS, position, "an UPDATE of parts of JSON values");
            }
            case INCIDENT -> {
                // The engine itself makes an incident of an event that it cannot read, and stops there.
                return EngineEvents.isUnreadable(event)
                        ? null
                        : obstacle(ErrorCode.SOURCE_INCIDENT, position, "an incident of the source");
            }
            case TRANSACTION_PAYLOAD -> {
                return ofPayload((TransactionPayloadEventData) data(event), position);
            }
            default -> {}
        }
        return null;
    }

    private @Nullable Obstacle ofPayload(TransactionPayloadEventData payload, long position) {
        for (Event inner : payload.getUncompressedEvents()) {
            Obstacle found = find(inner, position);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private @Nullable Obstacle ofStatement(QueryEventData query, long position) {
        String sql = query.getSql().strip();
        String start =
                sql.substring(0, Math.min(sql.length(), XA_START.length())).toUpperCase(Locale.ROOT);
        if (start.equals("BEGIN")) {
            begin(null);
            return null;
        } else if (start.equals(XA_START) || start.equals(XA_BEGIN)) {
            begin(obstacle(ErrorCode.SOURCE_XA, position, sql));
            return null;
        } else if (start.equals(ROLLBACK)) {
            return rows ? obstacle(ErrorCode.SOURCE_ROLLBACK, position, sql) : null;
        }
        if (query instanceof SessionQueryData data && temporary.follow(data)) {
            query.setSql(PASSED_BY_THE_ENGINE);
            return null;
        }
        String schema = query.getDatabase() == null ? "" : query.getDatabase();
        LoggedStatement statement = new LoggedStatement(schema, sql);
        Optional<TableName> emptied = statement.emptied().filter(captures).filter(rowGuard::isEmptiedByRestart);
        if (emptied.isPresent()) {
            // The engine drops such a DELETE. A TRUNCATE has the same meaning, and yields a record.
            query.setSql(truncate(emptied.get()));
            return null;
        }
        if (statement.truncated().filter(rowGuard::merges).isPresent()) {
            return obstacle(ErrorCode.SOURCE_CASCADE, position, sql);
        }
        return statement.changesRows(
                        rowGuard::isCaptured, table -> checksForeignKeys(query) && rowGuard.hasUnseen(table))
                ? obstacle(ErrorCode.SOURCE_STATEMENT, position, sql)
                : null;
    }

    private static boolean checksForeignKeys(QueryEventData query) {
        return !(query instanceof SessionQueryData data
                && data.session().unchecked().foreignKeys());
    }

    private static String truncate(TableName table) {
        return "TRUNCATE TABLE " + quoted(table.schema()) + "." + quoted(table.table());
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    private void begin(@Nullable Obstacle xaTransaction) {
        xa = xaTransaction;
        rows = false;
    }

    private @Nullable Obstacle ofTable(TableMapEventData table) {
        boolean captured = captures.test(new TableName(table.getDatabase(), table.getTable()));
        rows |= captured;
        return captured ? xa : null;
    }

    private Obstacle obstacle(ErrorCode code, long position, String text) {
        return new Obstacle(code, file + ":" + position, text);
    }

    static EventData data(Event event) {
        return EventDataWrapper.internal(event.getData());
    }

    private static long place(EventHeader header) {
        return header instanceof EventHeaderV4 v4 ? v4.getPosition() : 0;
    }
}
