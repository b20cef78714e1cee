package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.log.FormerTables.Span;
import io.dataflowsync.dpu.plan.RowsOnTarget;
import io.dataflowsync.dpu.relationship.KeyPairs;
import io.dataflowsync.dpu.relationship.KeyQuery;
import io.dataflowsync.dpu.relationship.RelationshipStore;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Reads from the log which rows are on the target. */
public final class AppliedRows implements RowsOnTarget {
    /** Searches all lanes, since a statement may have moved the table from one lane to another. */
    private static final String ROW =
            " AND lane IN (SELECT lane FROM dpu_progress) AND table_name = ? AND schema_name = ? LIMIT 1";

    private static final String OTHERS = "SELECT 1 FROM dpu_log WHERE action = 'snapshot' AND snapshot <> ?" + ROW;

    private static final String STREAMED = "SELECT 1 FROM dpu_log WHERE action = ? AND snapshot IS NULL" + ROW;

    private static final String UNKNOWN =
            "SELECT 1 FROM dpu_log WHERE action = 'snapshot' AND snapshot = ? AND lane = ?"
                    + " AND table_name = ? AND schema_name = ? AND old_key IS NULL AND status IN ('dead', 'waiting') LIMIT 1";

    private static final String HELD =
            "SELECT old_key FROM dpu_log WHERE action <> 'snapshot' AND lane = ? AND table_name = ? AND schema_name = ?"
                    + " AND old_key IS NOT NULL AND status IN ('dead', 'waiting')";

    private static final String UNREADABLE = """
            SELECT 1 FROM dpu_log u WHERE u.lane = ? AND u.action = 'unreadable' AND u.topic_offset >
              (SELECT COALESCE(MIN(s.topic_offset), -1) FROM dpu_log s
               WHERE s.lane = ? AND s.action = 'snapshot' AND s.snapshot = ?)
            LIMIT 1""";

    private static final String SEEN_OLD_KEYS = """
            SELECT old_key FROM dpu_log
            WHERE lane = ? AND action = 'snapshot' AND snapshot = ? AND table_name = ? AND schema_name = ?
              AND old_key IS NOT NULL""";

    private static final String KEYLESS = """
            SELECT schema_name, table_name, topic_offset FROM dpu_log
            WHERE lane = ? AND action = 'snapshot' AND snapshot <> ? AND status = 'applied' AND old_key IS NULL
              AND snapshot NOT IN (SELECT snapshot FROM closed_snapshot WHERE lane = ?)
            ORDER BY topic_offset""";

    /**
     * Removes duplicates on the server only for keys of the usual length, because the server reserves the longest length for each key.
     *
     * <p>Blanks at the end count.
     */
    private static final String KEYS = """
            SELECT DISTINCT CAST(new_key AS CHAR(255)) COLLATE utf8mb4_nopad_bin FROM dpu_log
            WHERE schema_name = ? AND table_name = ? AND id > ? AND id <= ? AND status = 'applied'
              AND CHAR_LENGTH(new_key) <= 255 AND action IN ('snapshot', 'insert', 'update')""";

    private static final String LONG_KEYS = """
            SELECT new_key FROM dpu_log
            WHERE schema_name = ? AND table_name = ? AND id > ? AND id <= ? AND status = 'applied'
              AND CHAR_LENGTH(new_key) > 255 AND action IN ('snapshot', 'insert', 'update')""";

    /** Leaves out the keys whose row is gone, or has another key by now, so that the key is free. */
    private static final String LAST_OF_KEYS = """
            SELECT CAST(k.logged AS CHAR(255)) COLLATE utf8mb4_nopad_bin AS had, MAX(IF(k.is_there, k.id, 0)) > MAX(IF(k.is_there, 0, k.id))
            FROM (
              SELECT new_key AS logged, id, action <> 'delete' AND NOT (BINARY left_key <=> BINARY new_key) AS is_there FROM dpu_log
              WHERE schema_name = ? AND table_name = ? AND id > ? AND id <= ? AND status = 'applied'
                AND CHAR_LENGTH(new_key) <= 255 AND action IN ('snapshot', 'insert', 'update', 'delete')
              UNION ALL
              SELECT left_key, id, FALSE FROM dpu_log
              WHERE schema_name = ? AND table_name = ? AND id > ? AND id <= ? AND status = 'applied'
                AND CHAR_LENGTH(left_key) <= 255 AND NOT (BINARY left_key <=> BINARY new_key)) k
            GROUP BY had""";

    private static final String SEEN = """
            SELECT new_key FROM dpu_log
            WHERE schema_name = ? AND table_name = ? AND new_key IS NOT NULL
              AND lane = ? AND action = 'snapshot' AND snapshot = ?""";

    private final DataSource log;
    private final RelationshipStore relationships;

    public AppliedRows(DataSource log, RelationshipStore relationships) {
        this.log = log;
        this.relationships = relationships;
    }

    @Override
    public boolean hasOthers(TableName table, String snapshot) throws SQLException {
        return spans(table).size() > 1
                || isAny(OTHERS, snapshot, table)
                || isAny(STREAMED, "insert", table)
                || isAny(STREAMED, "update", table);
    }

    @Override
    public boolean hasUnknown(TableName table, String snapshot, int lane) throws SQLException {
        return !Jdbc.query(log, UNKNOWN, row -> 1, snapshot, lane, table.table(), table.schema())
                        .isEmpty()
                || !Jdbc.query(log, UNREADABLE, row -> 1, lane, lane, snapshot).isEmpty();
    }

    @Override
    public Set<String> heldKeys(TableName table, int lane) throws SQLException {
        return new HashSet<>(Jdbc.query(log, HELD, row -> row.getString(1), lane, table.table(), table.schema()));
    }

    private boolean isAny(String sql, String first, TableName table) throws SQLException {
        return !Jdbc.query(log, sql, row -> 1, first, table.table(), table.schema())
                .isEmpty();
    }

    @Override
    public List<KeyPairs> unseenNewKeys(TableName table, String snapshot, int lane) throws SQLException {
        return relationships.unlisted(
                table, new KeyQuery(SEEN_OLD_KEYS, List.of(lane, snapshot, table.table(), table.schema())));
    }

    @Override
    public List<String> seenKeys(TableName table, String snapshot, int lane) throws SQLException {
        return Jdbc.query(log, SEEN, row -> row.getString(1), table.schema(), table.table(), lane, snapshot);
    }

    @Override
    public Map<TableName, List<Long>> keylessOfBroken(String snapshot, int lane) throws SQLException {
        Map<TableName, List<Long>> offsets = new LinkedHashMap<>();
        Jdbc.query(
                log,
                KEYLESS,
                row -> offsets.computeIfAbsent(
                                new TableName(row.getString(1), row.getString(2)), t -> new ArrayList<>())
                        .add(row.getLong(3)),
                lane,
                snapshot,
                lane);
        return offsets;
    }

    @Override
    public List<String> keysOf(TableName table) throws SQLException {
        Set<String> keys = new LinkedHashSet<>();
        for (Span span : spans(table)) {
            for (String sql : List.of(KEYS, LONG_KEYS)) {
                keys.addAll(Jdbc.query(
                        log,
                        sql,
                        row -> row.getString(1),
                        span.name().schema(),
                        span.name().table(),
                        span.after(),
                        span.last()));
            }
        }
        return List.copyOf(keys);
    }

    @Override
    public List<String> presentKeysOf(TableName table) throws SQLException {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> known = new HashSet<>();
        for (Span span : spans(table)) {
            Object[] rows = {span.name().schema(), span.name().table(), span.after(), span.last()};
            Jdbc.query(
                    log,
                    LAST_OF_KEYS,
                    row -> known.add(row.getString(1)) && row.getBoolean(2) && keys.add(row.getString(1)),
                    Stream.of(rows, rows).flatMap(Stream::of).toArray());
            keys.addAll(Jdbc.query(log, LONG_KEYS, row -> row.getString(1), rows));
        }
        return List.copyOf(keys);
    }

    @Override
    public boolean isCut(String key) {
        return key.codePointCount(0, key.length()) >= DpuLogRows.LONGEST_NEW_KEY;
    }

    private List<Span> spans(TableName table) throws SQLException {
        try (Connection connection = log.getConnection()) {
            return FormerTableRows.read(connection).spans(table);
        }
    }
}
