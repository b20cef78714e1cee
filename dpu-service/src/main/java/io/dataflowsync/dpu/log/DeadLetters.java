package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.relationship.RelationshipImport;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Keeps the dead letters in MariaDB. */
public final class DeadLetters implements DeadLetterStore {
    private static final BulkInsert INSERT = new BulkInsert(
            "dead_letter",
            List.of(
                    "event_id",
                    "lane",
                    "topic_offset",
                    "schema_name",
                    "table_name",
                    "action",
                    "old_key",
                    "error_code",
                    "error",
                    "stack",
                    "behind",
                    "sql_text",
                    "touched",
                    "event",
                    "created_at",
                    "changed_at",
                    "state"),
            " ON DUPLICATE KEY UPDATE lane = VALUES(lane), topic_offset = VALUES(topic_offset),"
                    + " error_code = VALUES(error_code), error = VALUES(error), stack = VALUES(stack),"
                    + " behind = VALUES(behind), state = VALUES(state)");

    private final DataSource log;
    private final Ownership ownership;

    public DeadLetters(DataSource log, String topic) {
        this.log = log;
        this.ownership = new Ownership(topic);
    }

    @Override
    public void keep(int lane, long epoch, List<DeadLetter> letters) throws SQLException {
        String now = DpuLogRows.time(Instant.now());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (DeadLetter letter : letters) {
            TableName table = letter.what().table();
            rows.add(Arrays.asList(
                    letter.id(),
                    letter.lane(),
                    letter.offset(),
                    table == null ? null : table.schema(),
                    table == null ? null : table.table(),
                    letter.what().action(),
                    DpuLogRows.oldKey(letter.what().oldKey()),
                    letter.why().code().word(),
                    letter.why().error(),
                    letter.why().stack(),
                    letter.why().blocker(),
                    letter.what().sqlText(),
                    AffectedRowsJson.write(letter.affected()),
                    letter.event(),
                    now,
                    now,
                    letter.isWaiting() ? "waiting" : "dead"));
        }
        Jdbc.inTransaction(log, connection -> {
            ownership.require(connection, lane, epoch);
            INSERT.insert(connection, rows);
        });
    }

    @Override
    public Map<String, Reason> between(int lane, long from, long to) throws SQLException {
        Map<String, Reason> reasons = new HashMap<>();
        try (Connection connection = log.getConnection()) {
            Jdbc.forEach(
                    connection,
                    "SELECT event_id, error_code, error, behind"
                            + " FROM dead_letter WHERE lane = ? AND topic_offset BETWEEN ? AND ?",
                    row -> reasons.put(
                            row.getString(1), new Reason(code(row.getString(2)), row.getString(3), row.getString(4))),
                    lane,
                    from,
                    to);
        }
        return reasons;
    }

    @Override
    public void forgetAfter(int lane, long epoch, long checkpoint) throws SQLException {
        Jdbc.inTransaction(log, connection -> {
            ownership.require(connection, lane, epoch);
            Jdbc.update(
                    connection,
                    "DELETE FROM dead_letter WHERE lane = ? AND topic_offset > ? AND state IN ('dead', 'waiting')",
                    lane,
                    checkpoint);
        });
    }

    @Override
    public List<Open> open(int lane) throws SQLException {
        return Jdbc.query(
                log,
                "SELECT event_id, topic_offset, state, error_code, touched, asked, COALESCE(asked_by, '')"
                        + " FROM dead_letter WHERE lane = ? AND state IN ('dead', 'waiting') ORDER BY topic_offset",
                row -> new Open(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3).equals("waiting"),
                        code(row.getString(4)),
                        AffectedRowsJson.read(row.getString(5)),
                        row.getString(6),
                        row.getString(7)),
                lane);
    }

    @Override
    public Look look(int lane) throws SQLException {
        return Jdbc.first(
                        log,
                        "SELECT EXISTS (SELECT 1 FROM dead_letter WHERE lane = ? AND asked IN ('replay', 'dismiss')),"
                                + " (" + RelationshipImport.LAST + ")",
                        row -> new Look(row.getBoolean(1), row.getLong(2)),
                        lane)
                .orElseThrow();
    }

    @Override
    public String event(String id) throws SQLException {
        return Jdbc.first(
                        log,
                        "SELECT COALESCE(edited, event) FROM dead_letter WHERE event_id = ?",
                        row -> row.getString(1),
                        id)
                .orElseThrow(() -> new SQLException("there is no dead letter " + id + " any more"));
    }

    private static ErrorCode code(String word) {
        return ErrorCode.ofWord(word).orElse(ErrorCode.REFUSED_BY_TARGET);
    }
}
