package io.dataflowsync.dpu.relationship;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the number under which the log schema keeps the relationships of a source table: the table {@code relationship_table}. */
final class TableNumbers {
    private static final String FIND = "SELECT table_no FROM relationship_table WHERE source_table = ?";
    private static final String TARGET = "SELECT target_table FROM relationship_table WHERE source_table = ?";
    private static final String OF_TARGET =
            "SELECT table_no, source_table FROM relationship_table WHERE target_table = ? ORDER BY table_no";
    private static final String ADD =
            "INSERT IGNORE INTO relationship_table (source_table, target_table) VALUES (?, ?)";

    private final Map<TableName, Integer> known = new ConcurrentHashMap<>();

    /** Returns the number of a table; empty if it has no relationships. */
    OptionalInt find(Connection connection, TableName source) throws SQLException {
        Integer number = known.get(source);
        if (number != null) {
            return OptionalInt.of(number);
        }
        OptionalInt found = read(connection, source);
        if (found.isPresent() && connection.getAutoCommit()) {
            // Within a transaction it may be a number that is rolled back.
            keep(source, found.getAsInt());
        }
        return found;
    }

    /** Keeps the number of a table, after it is durable. */
    void keep(TableName source, int number) {
        known.put(source, number);
    }

    /** Reads the number of a table past the cache. */
    static OptionalInt read(Connection connection, TableName source) throws SQLException {
        return Jdbc.first(connection, FIND, row -> OptionalInt.of(row.getInt(1)), source.toString())
                .orElse(OptionalInt.empty());
    }

    /** Returns the target table of a source table with relationships. */
    static Optional<String> target(Connection connection, TableName source) throws SQLException {
        return Jdbc.first(connection, TARGET, row -> row.getString(1), source.toString());
    }

    /** Returns the numbers of the source tables whose rows go to a target table. */
    static Map<Integer, String> ofTarget(Connection connection, String target) throws SQLException {
        Map<Integer, String> sources = new LinkedHashMap<>();
        Jdbc.forEach(connection, OF_TARGET, row -> sources.put(row.getInt(1), row.getString(2)), target);
        return sources;
    }

    /** Returns the number of a table, and gives it one if it has none, within the transaction of the connection. */
    static int make(Connection connection, KeySpace space) throws SQLException {
        OptionalInt found = read(connection, space.source());
        if (found.isPresent()) {
            return found.getAsInt();
        }
        Jdbc.update(connection, ADD, space.source().toString(), space.target().table());
        return read(connection, space.source()).orElseThrow();
    }

    void clear() {
        known.clear();
    }
}
