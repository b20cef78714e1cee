package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.table.Identifiers;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Claims numbers on the target that no other writer will get. The target's other writers can go on meanwhile, and need no change.
 *
 * <p>It moves AUTO_INCREMENT past the numbers, then checks whether one of them was taken in the meantime. The ALTER statement waits until
 * every writer of the table has ended, and later writers wait for it, so that no row in the range can come later. This works only for an
 * AUTO_INCREMENT key. The preflight refuses a key that is not AUTO_INCREMENT. A CREATE TABLE at run time can still make one, if a generated
 * column is computed from the key; then nothing is claimed.
 *
 * <p>It locks only that table. LOCK TABLES would also lock the tables that its foreign keys name. A writer that holds a lock on one of
 * those and then needs this one would be the victim of a deadlock (seen on 8.0.15, with any value of foreign_key_checks).
 */
public final class NumberClaim {
    /** The longest time that a claim may hold up the target's own writers while it waits for one of them. */
    private static final int LOCK_WAIT_SECONDS = 5;
    /** The error code of the target for a lock that was not free in time. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private final DataSource target;

    public NumberClaim(DataSource target) {
        this.target = target;
    }

    /**
     * Claims numbers.
     *
     * @param above the claimed numbers are larger than this one
     * @return the first of the numbers; there are fewer than {@code size} if the largest number of the column comes earlier
     * @throws SQLException also if the column has no number left
     */
    BigInteger claim(KeySpace space, long size, BigInteger above) throws SQLException {
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute("SET @dfs_lock_wait = @@SESSION.lock_wait_timeout,"
                    + " SESSION information_schema_stats_expiry = 0, SESSION lock_wait_timeout = " + LOCK_WAIT_SECONDS);
            try {
                long margin = 0;
                BigInteger first = candidate(connection, space, above, margin);
                while (!isClaimed(connection, space, first, size)) {
                    margin = margin == 0 ? 1 : margin * 2;
                    first = candidate(connection, space, above, margin);
                }
                return first;
            } finally {
                statement.execute("SET SESSION lock_wait_timeout = @dfs_lock_wait");
            }
        } catch (ServerException e) {
            throw e;
        } catch (SQLException e) {
            boolean isLocked = e.getErrorCode() == LOCK_WAIT_TIMEOUT;
            throw new ServerException(isLocked ? ErrorCode.TARGET_LOCKED : ErrorCode.TARGET_AWAY, e);
        }
    }

    /** @param margin the number of values that are left free for other writers in the meantime */
    private static BigInteger candidate(Connection connection, KeySpace space, BigInteger above, long margin)
            throws SQLException {
        BigInteger first = above.add(BigInteger.ONE)
                .max(largestKey(connection, space).add(BigInteger.ONE))
                .max(autoIncrement(connection, space))
                .add(BigInteger.valueOf(margin));
        if (first.compareTo(space.largest()) > 0) {
            throw new ServerException(
                    ErrorCode.KEYS_USED_UP,
                    new SQLException(
                            "the key column " + space.keyColumn() + " of " + space.target() + " has no number left"));
        }
        return first;
    }

    /**
     * Moves AUTO_INCREMENT past the numbers. Returns false if a row took one of them before.
     *
     * <p>If the key is not AUTO_INCREMENT (the preflight refuses such a key), nothing is claimed and the result is true.
     */
    private static boolean isClaimed(Connection connection, KeySpace space, BigInteger first, long size)
            throws SQLException {
        if (!space.autoIncrement()) {
            return true;
        }
        BigInteger end = first.add(BigInteger.valueOf(size)).min(space.largest());
        String key = Identifiers.quoted(space.keyColumn());
        String table = Identifiers.quoted(space.target());
        try (Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + table + " AUTO_INCREMENT = " + end);
            String taken =
                    "SELECT 1 FROM " + table + " WHERE " + key + " BETWEEN " + first + " AND " + end + " - 1 LIMIT 1";
            try (ResultSet row = statement.executeQuery(taken)) {
                return !row.next();
            }
        }
    }

    private static BigInteger largestKey(Connection connection, KeySpace space) throws SQLException {
        String sql = "SELECT CAST(MAX(" + Identifiers.quoted(space.keyColumn()) + ") AS CHAR) FROM "
                + Identifiers.quoted(space.target());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return number(row.getString(1));
        }
    }

    private static BigInteger autoIncrement(Connection connection, KeySpace space) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT CAST(auto_increment AS CHAR)"
                + " FROM information_schema.tables WHERE table_schema = ? AND table_name = ?")) {
            statement.setString(1, space.target().schema());
            statement.setString(2, space.target().table());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? number(row.getString(1)) : BigInteger.ZERO;
            }
        }
    }

    private static BigInteger number(@Nullable String text) {
        return text == null ? BigInteger.ZERO : new BigInteger(text).max(BigInteger.ZERO);
    }
}
