package io.dataflowsync.dpu.relationship;

import io.dataflowsync.dpu.relationship.ImportResult.Problems;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Stages the lines to import in a temporary table of this connection, until all of them are checked. */
final class ImportStage implements AutoCloseable {
    private static final String CREATE = """
            CREATE TEMPORARY TABLE import_line (
              line BIGINT NOT NULL PRIMARY KEY,
              source_table VARCHAR(129) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              old_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              target_table VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
              new_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL
            )""";

    private static final String TWICE_OLD = """
            SELECT line, CONCAT('line ', first, ' has the old key ', old_key, ' already')
            FROM (SELECT line, old_key, MIN(line) OVER (PARTITION BY source_table, old_key) AS first FROM import_line) l
            WHERE line > first""";

    private static final String TWICE_NEW = """
            SELECT line, CONCAT('line ', first, ' has the new key ', new_key, ' already')
            FROM (SELECT line, new_key, MIN(line) OVER (PARTITION BY target_table, new_key) AS first FROM import_line) l
            WHERE line > first""";

    private static final String ANOTHER_THERE = """
            SELECT l.line, CONCAT('the old key ', l.old_key, ' has the new key ', r.new_key, ' already, ', r.state)
            FROM import_line l JOIN relationship r ON r.source_table = l.source_table AND r.old_key = l.old_key
            WHERE l.source_table = ?
              AND NOT (r.new_key = l.new_key AND r.target_table = l.target_table AND r.state = 'applied')
              AND NOT (r.state = 'reserved' AND r.old_key IN (%s))""";

    private static final String NEW_TAKEN = """
            SELECT l.line, CONCAT('the new key ', l.new_key, ' is that of ', r.source_table, ' ', r.old_key)
            FROM import_line l JOIN relationship r ON r.target_table = l.target_table AND r.new_key = l.new_key
            WHERE NOT (r.source_table = l.source_table AND r.old_key = l.old_key)""";

    private static final String TAKE_OVER = """
            INSERT INTO relationship (source_table, old_key, target_table, new_key, state, reserved_at, changed_at)
            SELECT l.source_table, l.old_key, l.target_table, l.new_key, 'applied', NOW(6), NOW(6)
            FROM import_line l
            WHERE NOT EXISTS (SELECT 1 FROM relationship r WHERE r.source_table = l.source_table AND r.old_key = l.old_key)""";

    private final Connection connection;

    private ImportStage(Connection connection) {
        this.connection = connection;
    }

    static ImportStage open(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        ImportStage stage = new ImportStage(connection);
        stage.run("DROP TEMPORARY TABLE IF EXISTS import_line");
        stage.run(CREATE);
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

    /** Imports the staged lines. Imports none of them if a problem was found before, or is found now. */
    ImportResult settle(List<KeySpace> spaces, long lines, Problems problems, ReservedKeys reserved)
            throws SQLException {
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(false);
        try {
            for (KeySpace space : spaces) {
                KeyBlocks.passOver(connection, space, largestKey(space));
            }
            addProblems(TWICE_OLD, problems);
            addProblems(TWICE_NEW, problems);
            for (KeySpace space : spaces) {
                addOthers(space, reserved.replaceable(space), problems);
            }
            addProblems(NEW_TAKEN, problems);
            if (problems.isEmpty()) {
                reserved.begin(spaces);
                connection.commit();
                long imported = reserved.replace(spaces) + run(TAKE_OVER);
                reserved.end(spaces);
                run("INSERT INTO relationship_import (imported_at, imported) VALUES (UTC_TIMESTAMP(6), " + imported
                        + ")");
                connection.commit();
                return problems.result(lines, imported, lines - imported);
            }
            return problems.result(lines, 0, 0);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private String largestKey(KeySpace space) throws SQLException {
        return Jdbc.first(
                        connection,
                        "SELECT COALESCE(MAX(CAST(new_key AS DECIMAL(20))), 0) FROM import_line WHERE target_table = ?",
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

    private int run(String sql) throws SQLException {
        return Jdbc.update(connection, sql);
    }

    @Override
    public void close() throws SQLException {
        run("DROP TEMPORARY TABLE IF EXISTS import_line");
    }
}
