package io.dataflowsync.dpu.relationship;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads and writes the table {@code relationship_single}. */
final class SingleRows {
    private static final int CHUNK = 1_000;

    private static final String PUT = "INSERT INTO relationship_single (table_no, old_key, new_key, changed_at)"
            + " VALUES (?, ?, ?, UTC_TIMESTAMP(6))"
            + " ON DUPLICATE KEY UPDATE new_key = VALUES(new_key), changed_at = VALUES(changed_at)";

    private SingleRows() {}

    /** Returns the new keys of the old keys that have a row; empty for an old key that has none by its row. */
    static Map<String, Optional<String>> find(Connection connection, int table, Collection<String> oldKeys)
            throws SQLException {
        Map<String, Optional<String>> found = new LinkedHashMap<>();
        for (List<String> chunk : chunks(oldKeys)) {
            Jdbc.forEach(
                    connection,
                    "SELECT CAST(old_key AS CHAR), CAST(new_key AS CHAR) FROM relationship_single"
                            + " WHERE table_no = ? AND old_key IN (" + numbers(chunk) + ")",
                    row -> found.put(row.getString(1), Optional.ofNullable(row.getString(2))),
                    table);
        }
        return found;
    }

    /** Does the same as {@link #find} for the old keys of a range. */
    static Map<BigInteger, Optional<BigInteger>> between(
            Connection connection, int table, BigInteger from, BigInteger to) throws SQLException {
        Map<BigInteger, Optional<BigInteger>> found = new HashMap<>();
        Jdbc.forEach(
                connection,
                "SELECT CAST(old_key AS CHAR), CAST(new_key AS CHAR) FROM relationship_single"
                        + " WHERE table_no = ? AND old_key BETWEEN " + from + " AND " + to,
                row -> found.put(
                        new BigInteger(row.getString(1)),
                        Optional.ofNullable(row.getString(2)).map(BigInteger::new)),
                table);
        return found;
    }

    /** Returns the old keys of new keys. */
    static Map<String, String> byNewKeys(Connection connection, int table, Collection<String> newKeys)
            throws SQLException {
        Map<String, String> found = new LinkedHashMap<>();
        for (List<String> chunk : chunks(newKeys)) {
            Jdbc.forEach(
                    connection,
                    "SELECT CAST(new_key AS CHAR), CAST(old_key AS CHAR) FROM relationship_single"
                            + " WHERE table_no = ? AND new_key IN (" + numbers(chunk) + ")",
                    row -> found.put(row.getString(1), row.getString(2)),
                    table);
        }
        return found;
    }

    /** Gives old keys new keys of their own. Those that they had are replaced. */
    static void put(Connection connection, int table, Map<String, String> newKeys) throws SQLException {
        if (newKeys.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            for (Map.Entry<String, String> key : newKeys.entrySet()) {
                insert.setInt(1, table);
                insert.setString(2, key.getKey());
                insert.setString(3, key.getValue());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Leaves an old key without a new key, even if a run contains it. */
    static void putNone(Connection connection, int table, String oldKey) throws SQLException {
        Jdbc.update(connection, PUT, table, oldKey, null);
    }

    static List<List<String>> chunks(Collection<String> keys) {
        List<String> all = List.copyOf(keys);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    /**
     * Returns keys as numbers of a statement. As parameters they would be texts, and the server would compare them as floating-point
     * numbers.
     */
    private static String numbers(List<String> keys) {
        return keys.stream().map(BigInteger::new).map(BigInteger::toString).collect(Collectors.joining(", "));
    }
}
