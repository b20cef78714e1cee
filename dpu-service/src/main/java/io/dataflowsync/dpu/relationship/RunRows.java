package io.dataflowsync.dpu.relationship;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads and writes the table {@code relationship_run}. */
final class RunRows {
    /** The number of runs that are read at once. */
    static final int PAGE = 1_000;

    private static final String COLUMNS = "SELECT first_old, length, CAST(first_new AS CHAR) FROM relationship_run ";
    private static final String FROM_TO = COLUMNS
            + "WHERE table_no = ? AND first_old >= COALESCE((SELECT MAX(first_old) FROM relationship_run"
            + " WHERE table_no = ? AND first_old <= ?), 0) AND first_old <= ? ORDER BY first_old LIMIT " + PAGE;

    private static final String BY_NEW_KEY =
            COLUMNS + "WHERE table_no = ? AND first_new <= ? ORDER BY first_new DESC LIMIT 1";

    private static final String INSERT =
            "INSERT INTO relationship_run (table_no, first_old, length, first_new, reserved_at)"
                    + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))";

    private static final String SINGLES =
            "SELECT old_key FROM relationship_single WHERE table_no = ? AND old_key BETWEEN ? AND ? LIMIT "
                    + (CachedRun.MOST_SINGLES + 1);

    private RunRows() {}

    /**
     * Returns the first {@value #PAGE} runs that contain old keys of a range, in order. The first one may end before the range.
     *
     * @param from the first old key of the range
     * @param to the last one
     */
    static List<KeyRun> between(Connection connection, int table, long from, long to) throws SQLException {
        return Jdbc.query(connection, FROM_TO, RunRows::run, table, table, from, to);
    }

    /** Returns all runs that contain old keys of a range, in order. The first one may end before the range. */
    static List<KeyRun> all(Connection connection, int table, long from, long to) throws SQLException {
        List<KeyRun> all = new ArrayList<>();
        List<KeyRun> page = between(connection, table, from, to);
        while (page.size() == PAGE) {
            all.addAll(page);
            page = between(connection, table, page.get(PAGE - 1).lastOld() + 1, to);
        }
        all.addAll(page);
        return all;
    }

    /** Returns the run that contains a new key. */
    static Optional<KeyRun> byNewKey(Connection connection, int table, BigInteger newKey) throws SQLException {
        if (newKey.signum() < 0) {
            return Optional.empty();
        }
        return Jdbc.first(connection, BY_NEW_KEY, RunRows::run, table, newKey.toString())
                .filter(run -> run.hasNew(newKey));
    }

    private static KeyRun run(ResultSet row) throws SQLException {
        return new KeyRun(row.getLong(1), row.getLong(2), new BigInteger(row.getString(3)));
    }

    static void insert(Connection connection, int table, List<KeyRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (KeyRun run : runs) {
                insert.setInt(1, table);
                insert.setLong(2, run.firstOld());
                insert.setLong(3, run.length());
                insert.setString(4, run.firstNew().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Returns a run as it is kept in memory. */
    static CachedRun withSingles(Connection connection, int table, KeyRun run) throws SQLException {
        NavigableSet<Long> singles = new TreeSet<>(
                Jdbc.query(connection, SINGLES, row -> row.getLong(1), table, run.firstOld(), run.lastOld()));
        @Nullable NavigableSet<Long> kept = singles.size() > CachedRun.MOST_SINGLES ? null : singles;
        return new CachedRun(run, kept);
    }
}
