package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds the rows of a table that the target has and a query does not list.
 *
 * <p>The keys of the query are copied into a table with a primary key, so that they are read in the order in which the keys of the table
 * are read.
 */
final class UnlistedKeys {
    private static final String DROP = "DROP TEMPORARY TABLE IF EXISTS listed_key";

    private static final String CREATE = "CREATE TEMPORARY TABLE listed_key (old_key DECIMAL(20) NOT NULL PRIMARY KEY)";

    private static final String FILL = "INSERT IGNORE INTO listed_key ";

    private final Connection connection;
    private final KeyPairs.Collector unlisted = new KeyPairs.Collector();

    private UnlistedKeys(Connection connection) {
        this.connection = connection;
    }

    static List<KeyPairs> find(Connection connection, TableName source, KeyQuery listed) throws SQLException {
        OptionalInt table = TableNumbers.read(connection, source);
        if (table.isEmpty()) {
            return List.of();
        }
        UnlistedKeys keys = new UnlistedKeys(connection);
        Jdbc.update(connection, DROP);
        Jdbc.update(connection, CREATE);
        Jdbc.update(connection, FILL + listed.sql(), listed.valuesAfter());
        try {
            KeyPage.forEach(connection, table.getAsInt(), keys::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Jdbc.update(connection, DROP);
        return keys.unlisted.all();
    }

    private void add(KeyPage page) throws SQLException, IOException {
        Map<Long, Long> listed = listed(page);
        page.forEachKey(
                word -> word.states().live() & word.states().came() & ~listed.getOrDefault(word.number(), 0L),
                (oldKey, newKey, state) -> unlisted.add(oldKey, newKey));
    }

    /** Returns the bits of the listed keys of a page, by word. */
    private Map<Long, Long> listed(KeyPage page) throws SQLException {
        Map<Long, Long> bits = new HashMap<>();
        Jdbc.forEach(
                connection,
                "SELECT CAST(old_key AS CHAR) FROM listed_key WHERE old_key BETWEEN " + page.first() + " AND "
                        + page.last(),
                row -> {
                    String key = new BigInteger(row.getString(1)).toString();
                    bits.merge(KeyText.word(key), KeyText.bit(key), (a, b) -> a | b);
                });
        return bits;
    }
}
