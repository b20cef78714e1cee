package io.dataflowsync.dpu.relationship;

import io.dataflowsync.dpu.relationship.ImportResult.Problems;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Stages the lines to import in a temporary table of this connection, until all of them are checked. */
final class ImportStage implements AutoCloseable {
    private static final List<String> DROP =
            List.of("DROP TEMPORARY TABLE IF EXISTS import_line", "DROP TEMPORARY TABLE IF EXISTS import_known");

    private static final List<String> CREATE = List.of("""
            CREATE TEMPORARY TABLE import_line (
              line BIGINT NOT NULL PRIMARY KEY,
              source_table VARCHAR(129) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              table_no INT UNSIGNED NULL,
              old_key DECIMAL(20) NOT NULL,
              target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              new_key DECIMAL(20) NOT NULL
            )""", """
            CREATE TEMPORARY TABLE import_known (
              line BIGINT NOT NULL PRIMARY KEY,
              new_key DECIMAL(20) NULL COMMENT 'NULL: none, even if a run contains the old key',
              state VARCHAR(20) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
            )""");

    private static final String NUMBER =
            "UPDATE import_line l JOIN relationship_table t ON t.source_table = l.source_table SET l.table_no = t.table_no";

    /** What is known of the old keys of the lines, before the import. */
    private static final String KNOWN = """
            INSERT INTO import_known (line, new_key, state)
            SELECT line, new_key, CASE WHEN live & came & bit THEN 'applied' WHEN came & bit THEN 'deleted'
              WHEN live & bit THEN 'reserved' ELSE 'reserved ahead' END
            FROM (
              SELECT l.line, IF(s.old_key IS NULL, r.first_new + (l.old_key - r.first_old), s.new_key) AS new_key, %s
              FROM import_line l
              LEFT JOIN relationship_single s ON s.table_no = l.table_no AND s.old_key = l.old_key
              LEFT JOIN relationship_run r ON r.table_no = l.table_no AND l.old_key < r.first_old + r.length
                AND r.first_old = (SELECT MAX(f.first_old) FROM relationship_run f
                  WHERE f.table_no = l.table_no AND f.first_old <= l.old_key)
              LEFT JOIN relationship_state w ON w.table_no = l.table_no AND w.line = FLOOR(l.old_key / 256)
              WHERE s.old_key IS NOT NULL OR r.first_old IS NOT NULL) k""".formatted(states("l.old_key"));

    private static final String TWICE_OLD = """
            SELECT line, CONCAT('line ', first, ' has the old key ', old_key, ' already')
            FROM (SELECT line, old_key, MIN(line) OVER (PARTITION BY source_table, old_key) AS first FROM import_line) l
            WHERE line > first""";

    private static final String TWICE_NEW = """
            SELECT line, CONCAT('line ', first, ' has the new key ', new_key, ' already')
            FROM (SELECT line, new_key, MIN(line) OVER (PARTITION BY target_table, new_key) AS first FROM import_line) l
            WHERE line > first""";

    private static final String ANOTHER_THERE = """
            SELECT l.line, CONCAT('the old key ', l.old_key, ' has the new key ', k.new_key, ' already, ', k.state)
            FROM import_line l JOIN import_known k ON k.line = l.line
            WHERE l.source_table = ? AND k.new_key IS NOT NULL AND NOT (k.new_key = l.new_key AND k.state = 'applied')
              AND NOT (k.state IN ('reserved', 'reserved ahead') AND CAST(l.old_key AS CHAR) IN (%s))""";

    /** The lines whose new key is in a run, for another old key. */
    private static final String IN_RUN = """
            FROM import_line l JOIN relationship_table t ON t.target_table = l.target_table
            JOIN relationship_run r ON r.table_no = t.table_no AND l.new_key < r.first_new + r.length
              AND r.first_new = (SELECT MAX(f.first_new) FROM relationship_run f
                WHERE f.table_no = t.table_no AND f.first_new <= l.new_key)
            LEFT JOIN relationship_state w
              ON w.table_no = r.table_no AND w.line = FLOOR((r.first_old + (l.new_key - r.first_new)) / 256)
            WHERE NOT (r.table_no = l.table_no AND r.first_old + (l.new_key - r.first_new) = l.old_key)
              AND NOT EXISTS (SELECT 1 FROM relationship_single s
                WHERE s.table_no = r.table_no AND s.old_key = r.first_old + (l.new_key - r.first_new))""";

    /** Of these lines, those whose old key in the run is used by no event. */
    private static final String UNUSED =
            " AND NOT COALESCE(" + used("(r.first_old + (l.new_key - r.first_new))") + ", 0)";

    private static final String AHEAD = """
            SELECT 1 FROM import_known WHERE state = 'reserved ahead'
            UNION SELECT 1""" + " " + IN_RUN + UNUSED + " LIMIT 1";

    /** An old key that no event has used gets another new key when it comes. */
    private static final String LEAVE = """
            INSERT IGNORE INTO relationship_single (table_no, old_key, new_key, changed_at)
            SELECT r.table_no, r.first_old + (l.new_key - r.first_new), NULL, UTC_TIMESTAMP(6)""" + " " + IN_RUN + UNUSED;

    private static final String NEW_TAKEN = """
            SELECT l.line, CONCAT('the new key ', l.new_key, ' is that of ', t.source_table, ' ', s.old_key)
            FROM import_line l JOIN relationship_table t ON t.target_table = l.target_table
            JOIN relationship_single s ON s.table_no = t.table_no AND s.new_key = l.new_key
            WHERE NOT (s.table_no = l.table_no AND s.old_key = l.old_key)
            UNION
            SELECT l.line, CONCAT('the new key ', l.new_key, ' is that of ', t.source_table, ' ',
              r.first_old + (l.new_key - r.first_new))""" + " " + IN_RUN;

    private static final String COUNT_NEW = """
            SELECT COUNT(*) FROM import_line l LEFT JOIN import_known k ON k.line = l.line
            WHERE k.line IS NULL OR k.new_key IS NULL""";

    /** The new lines of successive old keys with successive new keys, by their first one. */
    private static final String RUNS = """
            SELECT table_no, MIN(old_key) AS first_old, COUNT(*) AS length, MIN(new_key) AS first_new
            FROM (
              SELECT l.table_no, l.old_key, l.new_key, l.old_key - ROW_NUMBER() OVER (
                PARTITION BY l.table_no, l.new_key - l.old_key ORDER BY l.old_key) AS island
              FROM import_line l LEFT JOIN import_known k ON k.line = l.line
              WHERE k.line IS NULL AND l.old_key BETWEEN 1 AND 9223372036854775807 AND l.new_key >= 0) n
            GROUP BY table_no, new_key - old_key, island HAVING COUNT(*) >= 64""";

    private static final String TAKE_OVER_RUNS =
            "INSERT INTO relationship_run (table_no, first_old, length, first_new, reserved_at)"
                    + " SELECT r.*, UTC_TIMESTAMP(6) FROM (" + RUNS + ") r";

    private static final String TAKE_OVER_SINGLES = """
            INSERT INTO relationship_single (table_no, old_key, new_key, changed_at)
            SELECT l.table_no, l.old_key, l.new_key, UTC_TIMESTAMP(6)
            FROM import_line l LEFT JOIN import_known k ON k.line = l.line
            LEFT JOIN relationship_run r ON r.table_no = l.table_no AND l.old_key < r.first_old + r.length
              AND r.first_old = (SELECT MAX(f.first_old) FROM relationship_run f
                WHERE f.table_no = l.table_no AND f.first_old <= l.old_key)
            WHERE (k.line IS NULL AND r.first_old IS NULL) OR (k.line IS NOT NULL AND k.new_key IS NULL)
            ON DUPLICATE KEY UPDATE new_key = VALUES(new_key), changed_at = VALUES(changed_at)""";

    private static final String APPLIED = """
            INSERT INTO relationship_state
              (table_no, line, live_0, live_1, live_2, live_3, came_0, came_1, came_2, came_3)
            SELECT table_no, line, w_0, w_1, w_2, w_3, w_0, w_1, w_2, w_3
            FROM (
              SELECT table_no, line, BIT_OR(IF(word = 0, bit, CAST(0 AS UNSIGNED))) AS w_0, BIT_OR(IF(word = 1, bit, CAST(0 AS UNSIGNED))) AS w_1,
                BIT_OR(IF(word = 2, bit, CAST(0 AS UNSIGNED))) AS w_2, BIT_OR(IF(word = 3, bit, CAST(0 AS UNSIGNED))) AS w_3
              FROM (
                SELECT table_no, FLOOR(old_key / 256) AS line, FLOOR(old_key / 64) - 4 * FLOOR(old_key / 256) AS word,
                  1 << (old_key - 64 * FLOOR(old_key / 64)) AS bit
                FROM import_line) bits
              GROUP BY table_no, line) w
            ON DUPLICATE KEY UPDATE live_0 = live_0 | VALUES(live_0), live_1 = live_1 | VALUES(live_1),
              live_2 = live_2 | VALUES(live_2), live_3 = live_3 | VALUES(live_3),
              came_0 = came_0 | VALUES(came_0), came_1 = came_1 | VALUES(came_1),
              came_2 = came_2 | VALUES(came_2), came_3 = came_3 | VALUES(came_3)""";

    /** The states of a key in the row w of relationship_state: the columns live, came and bit. */
    private static String states(String key) {
        return word("live", key) + " AS live, " + word("came", key) + " AS came, " + bit(key) + " AS bit";
    }

    private static String used(String key) {
        return "(" + word("live", key) + " | " + word("came", key) + ") & (" + bit(key) + ")";
    }

    private static String word(String column, String key) {
        return "CASE FLOOR(%2$s / 64) - 4 * w.line WHEN 0 THEN w.%1$s_0 WHEN 1 THEN w.%1$s_1 WHEN 2 THEN w.%1$s_2 ELSE w.%1$s_3 END"
                .formatted(column, key);
    }

    private static String bit(String key) {
        return "1 << (%1$s - 64 * FLOOR(%1$s / 64))".formatted(key);
    }

    private final Connection connection;

    private ImportStage(Connection connection) {
        this.connection = connection;
    }

    static ImportStage open(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        ImportStage stage = new ImportStage(connection);
        stage.runAll(DROP);
        stage.runAll(CREATE);
        return stage;
    }

    void add(List<ImportLine> lines) throws SQLException {
        if (lines.isEmpty()) {
            return;
        }
        String marks = String.join(", ", java.util.Collections.nCopies(lines.size(), "(?, ?, ?, ?, ?)"));
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO import_line (line, source_table, old_key, target_table, new_key) VALUES " + marks)) {
            int place = 0;
            for (ImportLine line : lines) {
                insert.setLong(++place, line.number());
                insert.setString(++place, line.space().source().toString());
                insert.setString(++place, line.oldKey());
                insert.setString(++place, line.space().target().table());
                insert.setString(++place, line.newKey());
            }
            insert.executeUpdate();
        }
    }

    /** Whether a line needs an old key, or a new key, that is reserved ahead. */
    boolean hasKeysAhead() throws SQLException {
        runAll(List.of(NUMBER, KNOWN));
        boolean hasAhead = Jdbc.first(connection, AHEAD, row -> true).isPresent();
        run("DELETE FROM import_known");
        return hasAhead;
    }

    /**
     * Imports the staged lines. Imports none of them if a problem was found before, or is found now.
     *
     * @param lanes are asked if the keys of lines are reserved ahead
     */
    ImportResult settle(
            List<KeySpace> spaces, long lines, Problems problems, ReservedKeys reserved, LanePause.Stopped lanes)
            throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try {
            check(spaces, problems, reserved, lanes);
            if (!problems.isEmpty()) {
                return problems.result(lines, 0, 0);
            }
            reserved.begin(spaces);
            connection.commit();
            // The commit has released the locks.
            check(spaces, problems, reserved, lanes);
            long imported = problems.isEmpty() ? reserved.replace(spaces) + takeOver() : 0;
            reserved.end(spaces);
            if (problems.isEmpty()) {
                run("INSERT INTO relationship_import (imported_at, imported) VALUES (UTC_TIMESTAMP(6), " + imported
                        + ")");
            }
            connection.commit();
            return problems.result(lines, imported, problems.isEmpty() ? lines - imported : 0);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    /** Adds the problems of the lines, as things are under the lock of the new keys. */
    private void check(List<KeySpace> spaces, Problems problems, ReservedKeys reserved, LanePause.Stopped lanes)
            throws SQLException {
        for (KeySpace space : spaces) {
            RelationshipStore.requireTarget(connection, space);
            KeyBlocks.lock(connection, space);
            KeyBlocks.passOver(connection, space, largestKey(space));
            TableNumbers.make(connection, space);
        }
        runAll(List.of("DELETE FROM import_known", NUMBER, KNOWN));
        if (lanes.isComplete(connection)) {
            run("UPDATE import_known SET new_key = NULL WHERE state = 'reserved ahead'");
            run(LEAVE);
        }
        addProblems(TWICE_OLD, problems);
        addProblems(TWICE_NEW, problems);
        for (KeySpace space : spaces) {
            addOthers(space, reserved.replaceable(space), problems);
        }
        addProblems(NEW_TAKEN, problems);
    }

    /** Stores the lines whose old keys have no new key yet, and returns their number. All lines are applied then. */
    private long takeOver() throws SQLException {
        long count = Jdbc.first(connection, COUNT_NEW, row -> row.getLong(1)).orElseThrow();
        runAll(List.of(TAKE_OVER_RUNS, TAKE_OVER_SINGLES, APPLIED));
        return count;
    }

    private String largestKey(KeySpace space) throws SQLException {
        return Jdbc.first(
                        connection,
                        "SELECT COALESCE(MAX(new_key), 0) FROM import_line WHERE target_table = ?",
                        row -> row.getString(1),
                        space.target().table())
                .orElseThrow();
    }

    /** Adds the lines whose old key has another new key already, except those whose reserved key can be replaced. */
    private void addOthers(KeySpace space, KeyQuery replaceable, Problems problems) throws SQLException {
        addProblems(
                ANOTHER_THERE.formatted(replaceable.sql()),
                problems,
                replaceable.valuesAfter(space.source().toString()));
    }

    private void addProblems(String query, Problems problems, Object... values) throws SQLException {
        Jdbc.forEach(connection, query, row -> problems.add(row.getLong(1), row.getString(2)), values);
    }

    private void run(String sql) throws SQLException {
        Jdbc.update(connection, sql);
    }

    private void runAll(List<String> statements) throws SQLException {
        for (String sql : statements) {
            run(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        runAll(DROP);
    }
}
