package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.catalog.Identifiers;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Claims numbers on the target that nobody else will get: under a lock of the table it moves AUTO_INCREMENT past them, so that the
 * target's own writers, who wait meanwhile, number their rows behind.
 */
public final class NumberClaim {
    /** How long a claim may hold up the target's own writers while it waits for one of them. */
    private static final int LOCK_WAIT_SECONDS = 5;

    private final DataSource target;

    public NumberClaim(DataSource target) {
        this.target = target;
    }

    /**
     * Claims numbers.
     *
     * @param above all of them are larger than this
     * @return the first; where the column's numbers end earlier, there are fewer
     * @throws SQLException also where the column has no number left
     */
    BigInteger claim(KeySpace space, long size, BigInteger above) throws SQLException {
        try (Connection connection = target.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            statement.execute(
                    "SET SESSION information_schema_stats_expiry = 0, lock_wait_timeout = " + LOCK_WAIT_SECONDS);
            statement.execute("LOCK TABLES " + Identifiers.quoted(space.target()) + " WRITE");
            try {
                return claimLocked(connection, space, size, above);
            } finally {
                statement.execute("UNLOCK TABLES");
                statement.execute("SET SESSION lock_wait_timeout = DEFAULT");
            }
        }
    }

    private static BigInteger claimLocked(Connection connection, KeySpace space, long size, BigInteger above)
            throws SQLException {
        BigInteger first = above.add(BigInteger.ONE)
                .max(largestKey(connection, space).add(BigInteger.ONE))
                .max(autoIncrement(connection, space));
        if (first.compareTo(space.largest()) > 0) {
            throw new SQLException("the key column " + space.keyColumn() + " of " + space.target()
                    + " has no number left: give it a larger type");
        }
        if (space.autoIncrement()) {
            BigInteger behind = first.add(BigInteger.valueOf(size)).min(space.largest());
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE " + Identifiers.quoted(space.target()) + " AUTO_INCREMENT = " + behind);
            }
        }
        return first;
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
