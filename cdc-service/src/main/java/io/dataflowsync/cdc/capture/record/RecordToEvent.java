package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.stream.LeftOut;
import io.dataflowsync.cdc.capture.stream.StreamFacts;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.DdlStatement;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.GhostTable;
import io.dataflowsync.contract.event.LaneRouting;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.RowColumns;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Makes change events from the engine's records. */
final class RecordToEvent {
    private static final int MAX_KEYS = 10_000;

    private final StructReader rows = new StructReader(false);
    private final StructReader snapshotRows = new StructReader(true);
    private final CapturedTables tables;
    private final SnapshotProgress snapshot;
    private final StreamFacts facts;
    private final Versions versions;
    private final Clock clock;
    /** Key columns by the schema of a key. A changed table has a new schema. */
    private final Map<Schema, RowColumns> keys = new IdentityHashMap<>();
    /** The place where the last statement was read, and the number of its part; the engine numbers rows only. */
    private String statement = "";

    private int part;
    private Instant now;

    RecordToEvent(CapturedTables tables, SnapshotProgress snapshot, StreamFacts facts, Versions versions, Clock clock) {
        this.tables = tables;
        this.snapshot = snapshot;
        this.facts = facts;
        this.versions = versions;
        this.clock = clock;
        begin();
    }

    ChangeEvent row(EngineRecord record) {
        TableName table = record.table();
        boolean deleted = record.operation().equals("d");
        Row image = deleted ? before(record) : after(record);
        Row key = key(record, image);
        return switch (record.operation()) {
            case "r" -> new ChangeEvent.Insert(snapshotOrigin(record, table, key), table, key, image);
            case "c" -> new ChangeEvent.Insert(rowOrigin(record), table, key, image);
            case "u" -> {
                Row before = before(record);
                yield new ChangeEvent.Update(rowOrigin(record), table, key(record, before), key, before, image);
            }
            case "d" -> new ChangeEvent.Delete(rowOrigin(record), table, key, image);
            default ->
                throw new IllegalStateException("an operation '" + record.operation() + "' on " + table + " at "
                        + rowOrigin(record).id());
        };
    }

    /** Joins the two halves of a key change to one update, as the source wrote it. */
    ChangeEvent keyChange(EngineRecord deleted, EngineRecord inserted) {
        Row before = before(deleted);
        Row after = after(inserted);
        return new ChangeEvent.Update(
                rowOrigin(inserted), inserted.table(), key(deleted, before), key(inserted, after), before, after);
    }

    ChangeEvent truncate(EngineRecord record) {
        return new ChangeEvent.Truncate(versioned(record, nextPart(record), false), record.table());
    }

    /** A statement about a schema and no table. */
    ChangeEvent schemaChange(EngineRecord record, String ddl, @Nullable String canonical, StatementSession session) {
        return statement(record, ddl, canonical, session, null, List.of(), 0, false);
    }

    /**
     * A statement about captured tables, or one part of it.
     *
     * @param ddl the statement, or the part of it
     * @param canonical the same in its canonical form; null if some of its words are unknown
     * @param table the table that it is about
     * @param moves whether it may move rows to another lane
     */
    ChangeEvent schemaChange(
            EngineRecord record,
            String ddl,
            @Nullable String canonical,
            StatementSession session,
            TableName table,
            List<TableDefinition> definitions,
            boolean moves) {
        return statement(record, ddl, canonical, session, table, definitions, moves ? 1 : 0, false);
    }

    /** @param original the table that a tool is going to replace with the one that the statement is about */
    ChangeEvent ghostChange(
            EngineRecord record, String ddl, @Nullable String canonical, StatementSession session, TableName original) {
        return statement(record, ddl, canonical, session, original, List.of(), 0, true);
    }

    private ChangeEvent statement(
            EngineRecord record,
            String ddl,
            @Nullable String canonical,
            StatementSession session,
            @Nullable TableName table,
            List<TableDefinition> definitions,
            int awaits,
            boolean ofGhost) {
        return new ChangeEvent.SchemaChange(
                statementOrigin(record),
                table,
                new DdlStatement(ddl, canonical, session),
                definitions,
                new LaneRouting(0, awaits, List.of()),
                new GhostTable(ofGhost, List.of()),
                List.of());
    }

    ChangeEvent snapshotCompleted(SourceOffset end) {
        String id = snapshot.enter(end);
        return new ChangeEvent.SnapshotCompleted(
                new EventOrigin(id + "/completed", snapshot.position(), now, now), snapshot.tables());
    }

    private EventOrigin snapshotOrigin(EngineRecord record, TableName table, Row key) {
        String id = snapshot.enter(record.offset());
        SourcePosition position = snapshot.position();
        BinlogPosition version = versions.of(table, position.place());
        return new EventOrigin(
                snapshot.rowId(id, table, key), position, record.committedAt(), now, version, Unchecked.NOTHING);
    }

    private EventOrigin rowOrigin(EngineRecord record) {
        return versioned(record, record.row(), !leftOut(record).isNothing());
    }

    private EventOrigin statementOrigin(EngineRecord record) {
        return origin(record, nextPart(record), null, Unchecked.NOTHING, false);
    }

    private int nextPart(EngineRecord record) {
        String place = record.file() + ":" + record.position();
        part = place.equals(statement) ? part + 1 : 0;
        statement = place;
        return part;
    }

    private EventOrigin versioned(EngineRecord record, int row, boolean partial) {
        BinlogPosition version = versions.of(record.table(), record.place());
        return origin(record, row, version, facts.at(record.place()).unchecked(), partial);
    }

    private EventOrigin origin(
            EngineRecord record, int row, @Nullable BinlogPosition version, Unchecked unchecked, boolean partial) {
        SourcePosition position = new SourcePosition(record.file(), record.position(), row, record.gtid(), null);
        return new EventOrigin(position.toString(), position, record.committedAt(), now, version, unchecked, partial);
    }

    /** Sets the capture time of the records that follow. */
    void begin() {
        now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** The key's values, read from the row's image, because the image has their types more exactly. */
    private Row key(EngineRecord record, Row image) {
        Struct key = record.key();
        if (key == null || tables.hasNoKey(record.table())) {
            return Row.empty();
        }
        RowColumns columns = keys.get(key.schema());
        if (columns == null) {
            if (keys.size() > MAX_KEYS) {
                keys.clear();
            }
            columns = RowColumns.of(
                    key.schema().fields().stream().map(Field::name).toList());
            keys.put(key.schema(), columns);
        }
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = image.get(columns.names().get(i));
        }
        return Row.of(columns, values);
    }

    private Row before(EngineRecord record) {
        return image(record.before(), record, leftOut(record).before());
    }

    private Row after(EngineRecord record) {
        return image(record.after(), record, leftOut(record).after());
    }

    /** The columns that the images lack. A snapshot's rows are whole, and have no place in the stream. */
    private LeftOut leftOut(EngineRecord record) {
        return record.operation().equals("r")
                ? LeftOut.NOTHING
                : facts.at(record.place()).leftOut();
    }

    private Row image(@Nullable Struct image, EngineRecord record, Set<String> without) {
        StructReader reader = record.operation().equals("r") ? snapshotRows : rows;
        return reader.read(
                Objects.requireNonNull(
                        image,
                        () -> "no image of the row at " + rowOrigin(record).id()),
                without);
    }
}
