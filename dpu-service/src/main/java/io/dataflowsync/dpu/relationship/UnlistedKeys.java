package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Finds the rows of a table that the target has and a query does not list.
 *
 * <p>The keys of the query are copied into a table with a primary key, so that no plan of the server compares all rows with all.
 */
final class UnlistedKeys {
    private static final String DROP = "DROP TEMPORARY TABLE IF EXISTS listed_key";

    private static final String CREATE = """
            CREATE TEMPORARY TABLE listed_key (
              old_key VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY
            ) ENGINE = InnoDB""";

    private static final String FILL = "INSERT IGNORE INTO listed_key ";

    private static final String UNLISTED = """
            SELECT r.old_key, r.new_key FROM relationship r
            WHERE r.source_table = ? AND r.state = 'applied'
              AND NOT EXISTS (SELECT 1 FROM listed_key l WHERE l.old_key = r.old_key)""";

    private UnlistedKeys() {}

    static List<KeyPair> find(Connection connection, TableName source, KeyQuery listed) throws SQLException {
        Jdbc.update(connection, DROP);
        Jdbc.update(connection, CREATE);
        Jdbc.update(connection, FILL + listed.sql(), listed.valuesAfter());
        List<KeyPair> unlisted = unlisted(connection, source);
        Jdbc.update(connection, DROP);
        return unlisted;
    }

    private static List<KeyPair> unlisted(Connection connection, TableName source) throws SQLException {
        return Jdbc.query(
                connection, UNLISTED, row -> new KeyPair(row.getString(1), row.getString(2)), source.toString());
    }
}
