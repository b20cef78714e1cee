package io.dataflowsync.sandbox.workload;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Remembers the target's own rows as they were written; the value of one column identifies a row. Safe for several threads. */
public final class OwnRows implements AutoCloseable {
    private Connection connection;
    private long remembered;
    private final Map<String, Map<String, String>> texts = new HashMap<>();
    private final Map<String, String> columns = new HashMap<>();

    /** @param connection a connection to the target's schema; this object closes it */
    public OwnRows(Connection connection) {
        this.connection = connection;
    }

    /** Continues with another connection, after the server has failed. */
    public synchronized void reconnect(Connection another) {
        connection = another;
    }

    /** The number of the last transaction whose rows are remembered. */
    synchronized long remembered() {
        return remembered;
    }

    synchronized void remembered(long number) {
        remembered = number;
    }

    /** Remembers the row of that table in which the column has that value. */
    synchronized void add(String table, String column, long value) throws SQLException {
        columns.put(table, column);
        texts.computeIfAbsent(table, t -> new HashMap<>()).put(String.valueOf(value), text(table, column, value));
    }

    private String text(String table, String column, long value) throws SQLException {
        String sql = "SELECT * FROM `" + table + "` WHERE `" + column + "` = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, value);
            try (ResultSet result = statement.executeQuery()) {
                return text(result);
            }
        }
    }

    private static String text(ResultSet result) throws SQLException {
        StringBuilder text = new StringBuilder();
        while (result.next()) {
            for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                text.append(result.getString(i)).append('|');
            }
            text.append('\n');
        }
        return text.toString();
    }

    /**
     * Whether a row is one of the target's own.
     *
     * @param row the values as text, by column name
     */
    public synchronized boolean isOwn(String table, Map<String, @Nullable String> row) {
        String column = columns.get(table);
        return column != null && texts.getOrDefault(table, Map.of()).containsKey(String.valueOf(row.get(column)));
    }

    public synchronized int count() {
        return texts.values().stream().mapToInt(Map::size).sum();
    }

    /** The rows that are not as they were written: table and column value, as text. */
    public synchronized List<String> changed() throws SQLException {
        List<String> changed = new ArrayList<>();
        for (Map.Entry<String, Map<String, String>> table : texts.entrySet()) {
            for (Map.Entry<String, String> row : table.getValue().entrySet()) {
                String column = columns.get(table.getKey());
                if (column != null
                        && !row.getValue().equals(text(table.getKey(), column, Long.parseLong(row.getKey())))) {
                    changed.add(table.getKey() + "." + column + "=" + row.getKey());
                }
            }
        }
        return changed;
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
