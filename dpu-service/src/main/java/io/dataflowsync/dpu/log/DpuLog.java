package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.execute.CascadeDeleted;
import io.dataflowsync.dpu.execute.Errors;
import io.dataflowsync.dpu.execute.FencedException;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.relationship.RelationshipStore;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Writes {@code dpu_log} and the tables that belong to it. */
public final class DpuLog implements LaneLog {
    private static final Logger LOG = Logger.getLogger(DpuLog.class);
    private static final BulkInsert ENTRIES = new BulkInsert("dpu_log", DpuLogRows.COLUMNS, "");
    private static final BulkInsert COUNTERS = new BulkInsert(
            "dpu_counter",
            List.of("schema_name", "table_name", "action", "status", "events"),
            " ON DUPLICATE KEY UPDATE events = events + VALUES(events)");

    private static final int MOST_STATEMENTS = 5;

    private final DataSource log;
    private final RelationshipStore relationships;
    private final Ownership ownership;
    private final CascadeDeletedRows cascadeDeletedRows;
    private final String topic;

    public DpuLog(DataSource log, RelationshipStore relationships, String topic) {
        this.log = log;
        this.relationships = relationships;
        this.ownership = new Ownership(topic);
        this.cascadeDeletedRows = new CascadeDeletedRows(log);
        this.topic = topic;
    }

    @Override
    public void write(Batch batch) throws SQLException {
        try {
            write(batch, false);
        } catch (SQLException e) {
            if (!Errors.isDuplicate(e)) {
                throw e;
            }
            LOG.warnf("Lane %d: some of the batch is logged already: %s", batch.lane(), e.getMessage());
            write(batch, true);
        }
        relationships.committed(batch.relationshipChanges());
    }

    /** @param look whether some of it may be logged already, under other offsets */
    private void write(Batch batch, boolean look) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            Progress progress = ownership.require(connection, batch.lane(), batch.epoch());
            if (progress.offset() < batch.lastOffset()) {
                List<LogEntry> unlogged = look ? unlogged(connection, batch.entries()) : batch.entries();
                ENTRIES.insert(connection, DpuLogRows.of(unlogged));
                count(connection, unlogged);
                relationships.write(connection, batch.relationshipChanges());
                FormerTableRows.note(connection, batch.relationshipChanges());
                if (hasCascadeDeleted(batch.relationshipChanges())) {
                    CascadeDeletedRows.forget(connection, batch.lane(), batch.lastOffset());
                }
                if (batch.endsSnapshot()) {
                    closeSnapshots(connection, batch.lane());
                }
                if (batch.barrier() > 0) {
                    LaneBarriers.pass(connection, topic, batch.lastEventId(), batch.lane(), batch.barrier());
                }
                if (batch.entries().stream().anyMatch(LogEntry::isSchemaChange)) {
                    HaltedSchemaChanges.forget(connection, topic, batch.lane());
                }
                moveProgress(connection, batch.lane(), batch.lastOffset(), batch.lastEventId());
            }
        });
    }

    private static boolean hasCascadeDeleted(List<RelationshipChange> changes) {
        return changes.stream().anyMatch(RelationshipChange.CascadeDeleted.class::isInstance);
    }

    @Override
    public void keepCascadeDeleted(int lane, long first, long last, Map<Long, List<CascadeDeleted>> cascadeDeleted)
            throws SQLException {
        cascadeDeletedRows.keep(lane, first, last, cascadeDeleted);
    }

    @Override
    public Map<Long, List<CascadeDeleted>> cascadeDeleted(int lane, long first, long last) throws SQLException {
        return cascadeDeletedRows.between(lane, first, last);
    }

    @Override
    public Optional<Progress> progress(int lane) throws SQLException {
        try (Connection connection = log.getConnection()) {
            return ownership.read(connection, lane, "");
        }
    }

    @Override
    public boolean isOwned(Connection connection, Map<Integer, Long> epochs) throws SQLException {
        return ownership.lockAll(connection).equals(epochs);
    }

    @Override
    public List<String> schemaChangesLeftOut(int lane, TableName table) throws SQLException {
        List<String> statements = Jdbc.query(
                log,
                "SELECT sql_text FROM dpu_log"
                        + " WHERE lane = ? AND schema_name = ? AND table_name = ? AND action = 'schema-change' AND status = 'skipped'"
                        + " AND sql_text IS NOT NULL ORDER BY id DESC LIMIT " + MOST_STATEMENTS,
                row -> row.getString(1),
                lane,
                table.schema(),
                table.table());
        Collections.reverse(statements);
        return statements;
    }

    @Override
    public void startLane(int lane) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            Jdbc.update(
                    connection,
                    "INSERT IGNORE INTO dpu_progress (topic, lane, topic_offset, changed_at) VALUES (?, ?, -1, NOW(6))",
                    topic,
                    lane);
            // Events of an earlier topic in this lane have offsets of that topic, which mean nothing on this one.
            closeSnapshots(connection, lane);
        });
    }

    @Override
    public void claim(int lane, long epoch) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            Optional<Progress> progress = ownership.read(connection, lane, " FOR UPDATE");
            if (progress.isPresent() && progress.get().epoch() > epoch) {
                throw new FencedException(lane, epoch);
            }
            ownership.raise(connection, lane, epoch);
        });
    }

    private static void closeSnapshots(Connection connection, int lane) throws SQLException {
        Jdbc.update(
                connection,
                "INSERT IGNORE INTO closed_snapshot"
                        + " SELECT DISTINCT lane, snapshot FROM dpu_log WHERE lane = ? AND action = 'snapshot'",
                lane);
    }

    /** Returns the entries that are not logged, each event once. */
    private static List<LogEntry> unlogged(Connection connection, List<LogEntry> entries) throws SQLException {
        Set<String> logged = new HashSet<>();
        for (int from = 0; from < entries.size(); from += 1_000) {
            List<LogEntry> chunk = entries.subList(from, Math.min(entries.size(), from + 1_000));
            String marks = chunk.stream().map(e -> "?").collect(Collectors.joining(", "));
            Object[] ids = chunk.stream().map(e -> e.where().eventId()).toArray();
            String sql = "SELECT event_id FROM dpu_log WHERE event_id IN (" + marks + ")";
            logged.addAll(Jdbc.query(connection, sql, row -> row.getString(1), ids));
        }
        return entries.stream().filter(e -> logged.add(e.where().eventId())).toList();
    }

    private record Counter(@Nullable TableName table, String action, LogEntry.Status status) {}

    private static void count(Connection connection, List<LogEntry> entries) throws SQLException {
        Map<Counter, Long> counts = new LinkedHashMap<>();
        for (LogEntry entry : entries) {
            counts.merge(
                    new Counter(
                            entry.what().table(),
                            entry.what().action(),
                            entry.outcome().status()),
                    1L,
                    Long::sum);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        counts.forEach((of, events) -> rows.add(List.of(
                of.table == null ? "" : of.table.schema(),
                of.table == null ? "" : of.table.table(),
                of.action,
                of.status.word(),
                events)));
        COUNTERS.insert(connection, rows);
    }

    private void moveProgress(Connection connection, int lane, long offset, @Nullable String eventId)
            throws SQLException {
        Jdbc.update(
                connection,
                "INSERT INTO dpu_progress (topic, lane, topic_offset, event_id, changed_at) VALUES (?, ?, ?, ?, NOW(6))"
                        + " ON DUPLICATE KEY UPDATE topic_offset = VALUES(topic_offset),"
                        + " event_id = VALUES(event_id), changed_at = VALUES(changed_at)",
                topic,
                lane,
                offset,
                eventId);
    }
}
