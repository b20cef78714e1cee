package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.stream.RowGuard;
import io.dataflowsync.cdc.capture.stream.StatementAheadException;
import io.dataflowsync.cdc.capture.stream.StreamFacts;
import io.dataflowsync.cdc.capture.tracker.Followed;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.table.TableName;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Makes batches of change events from the engine's batches of records. One instance for each run of the engine; for one thread.
 *
 * <p>If a batch of records ends with the first half of a key change, that half and the offset wait for the next batch. The end of a
 * snapshot is the end of a batch. Until that batch is published, the snapshot may have to begin again, so no later change may be in the
 * log yet.
 */
public final class BatchReader {
    private final CapturedTables tables;
    private final SnapshotProgress snapshot;
    private final boolean ofAll;
    private final RecordToEvent events;
    private final Versions versions;
    private final SchemaChangeReader statements;
    private final RowsAhead ahead;
    private final StreamFacts facts = new StreamFacts();
    private final EngineRecord.Forms forms;
    private @Nullable EngineRecord held;
    private @Nullable BinlogPosition lastStatement;
    private boolean inSnapshot;

    /**
     * @param snapshotTables the tables whose rows the engine is going to read before it streams; absent if it only streams
     * @param ofAll whether these are all tables, as they were found when the snapshot was prepared
     * @param versions the versions of the tables' definitions
     * @param ahead the snapshots of single tables that are ahead of the stream
     */
    public BatchReader(
            CapturedTables tables,
            Optional<List<TableName>> snapshotTables,
            boolean ofAll,
            Versions versions,
            RowsAhead ahead,
            Clock clock) {
        this.tables = tables;
        this.ofAll = ofAll;
        this.forms = new EngineRecord.Forms(tables::kept);
        this.snapshot = new SnapshotProgress(snapshotTables, clock.instant());
        this.versions = versions;
        this.events = new RecordToEvent(tables, snapshot, facts, versions, clock);
        this.statements = new SchemaChangeReader(tables, events);
        this.ahead = ahead;
    }

    /** Facts of the binlog that are not in the engine's records. */
    public StreamFacts facts() {
        return facts;
    }

    public List<CapturedBatch> read(List<SourceRecord> records) {
        events.begin();
        List<CapturedBatch> batches = new ArrayList<>(2);
        ReadEvents read = new ReadEvents();
        SourceOffset offset = null;
        for (SourceRecord record : records) {
            EngineRecord next = new EngineRecord(record, forms);
            read.next(next);
            readOrStop(next, read.events());
            facts.pass(next.readUpTo());
            if (held == null) {
                offset = new SourceOffset(record.sourceOffset());
                read.reached(offset);
            }
            if (next.endsTransaction() && held == null || next.isOfSnapshot()) {
                read.end();
            }
            if (next.isOfSnapshot() && CapturedBatch.endSnapshot(read.events())) {
                batches.addAll(read.batches(offset));
                read = new ReadEvents();
                offset = null;
            }
        }
        if (offset != null || !read.isEmpty()) {
            batches.addAll(read.batches(offset));
        }
        return batches;
    }

    /** Reads a record. A record that cannot be read becomes an obstacle with a place, so that an operator can pass it. */
    private void readOrStop(EngineRecord record, List<ChangeEvent> read) {
        try {
            read(record, read);
        } catch (RuntimeException e) {
            boolean placed = record.kind() != EngineRecord.Kind.HEARTBEAT && !record.isOfSnapshot();
            if (!placed || FailureClassifier.known(e).isPresent()) {
                throw e;
            }
            throw new CannotGoOnException(failed(record).because(e), e);
        }
    }

    /**
     * The obstacle of a record that cannot be read, named as the tap names its event: the tap hides it once an operator has acknowledged
     * it.
     */
    private Obstacle failed(EngineRecord record) {
        boolean rows = record.kind() == EngineRecord.Kind.ROW;
        Optional<Followed> statement = rows ? Optional.empty() : versions.statement(record.place());
        return statement
                .map(BatchReader::eventOf)
                .orElseGet(() -> new Obstacle(
                        ErrorCode.SOURCE_UNREADABLE,
                        record.place().toString(),
                        rows
                                ? RowGuard.rowsOf(record.table())
                                : facts.at(record.place()).statement()));
    }

    /** The obstacle of a statement whose event cannot be made, although its definitions are known. */
    public static Obstacle eventOf(Followed statement) {
        return new Obstacle(
                ErrorCode.SOURCE_UNREADABLE, statement.place().toString(), "the event of " + statement.sql());
    }

    private void read(EngineRecord record, List<ChangeEvent> read) {
        if (record.isOfSnapshot()) {
            ofSnapshot(record, read);
            return;
        }
        endSnapshot(record, read);
        if (isOfRows(record) && (isOfGhost(record) || isInSnapshot(record))) {
            return;
        }
        EngineRecord deleted = held;
        if (deleted != null) {
            if (!record.isKeyChangeEnd()) {
                throw new IllegalStateException(
                        "only one half of a key change at " + deleted.file() + ":" + deleted.position());
            }
            read.add(events.keyChange(deleted, record));
            held = null;
            return;
        }
        switch (record.kind()) {
            case ROW -> {
                if (record.isKeyChangeStart()) {
                    held = record;
                } else {
                    read.add(events.row(record));
                }
            }
            case TRUNCATE -> read.add(events.truncate(record));
            case SCHEMA_CHANGE -> schemaChange(record, read);
            case HEARTBEAT -> {}
        }
    }

    private static boolean isOfRows(EngineRecord record) {
        return switch (record.kind()) {
            case ROW, TRUNCATE -> true;
            case SCHEMA_CHANGE, HEARTBEAT -> false;
        };
    }

    private boolean isInSnapshot(EngineRecord record) {
        return !ahead.isEmpty() && ahead.drops(record, facts.at(record.place()));
    }

    private boolean isOfGhost(EngineRecord record) {
        return tables.ghostOf(record.table()).isPresent();
    }

    /**
     * Reads a record of a snapshot. The statements by which a snapshot describes the tables are no changes. The last record of the
     * snapshot has the offset after it; otherwise a heartbeat or the first change has it.
     */
    private void ofSnapshot(EngineRecord record, List<ChangeEvent> read) {
        enterSnapshot(record.offset());
        if (record.kind() == EngineRecord.Kind.ROW && !isOfGhost(record)) {
            read.add(events.row(record));
        }
        endSnapshot(record, read);
    }

    private void enterSnapshot(SourceOffset offset) {
        snapshot.enter(offset);
        if (!inSnapshot) {
            inSnapshot = true;
            ahead.requireUnrelated(versions.snapshotAt(offset.place()));
            if (ofAll && versions.hasChangedTo(offset.place())) {
                throw new StatementAheadException(
                        offset.place(), "or before: the tables differ from those at its beginning");
            }
        }
    }

    /** Ends the snapshot. If none of its tables exists any more, it has no record of its own. */
    private void endSnapshot(EngineRecord record, List<ChangeEvent> read) {
        if (snapshot.endsAt(record.offset())) {
            enterSnapshot(record.offset());
            read.add(events.snapshotCompleted(record.offset()));
        }
    }

    /**
     * Reads a statement. The engine makes several records of the statement that stands in its place; the first of them yields all events.
     */
    private void schemaChange(EngineRecord record, List<ChangeEvent> read) {
        Optional<Followed> statement = versions.statement(record.place());
        if (statement.isPresent() && !record.place().equals(lastStatement)) {
            lastStatement = record.place();
            tables.take(versions.tablesAt(record.place()));
            ahead.pass(statement.get());
            statements.read(record, statement.get(), read);
        }
    }
}
