package io.dataflowsync.dpu.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Inserts many rows with few statements. */
final class BulkInsert {
    private static final int ROWS = 500;
    private static final int CHARACTERS = 2 * 1024 * 1024;

    private final String head;
    private final String row;
    private final String tail;

    /** @param tail what follows the rows, or nothing */
    BulkInsert(String table, List<String> columns, String tail) {
        this.head = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ";
        this.row = "(" + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        this.tail = tail;
    }

    void insert(Connection connection, List<List<@Nullable Object>> rows) throws SQLException {
        int from = 0;
        while (from < rows.size()) {
            int to = from;
            long characters = 0;
            while (to < rows.size() && to - from < ROWS && characters < CHARACTERS) {
                characters += length(rows.get(to));
                to++;
            }
            insertChunk(connection, rows.subList(from, to));
            from = to;
        }
    }

    private void insertChunk(Connection connection, List<List<@Nullable Object>> rows) throws SQLException {
        String sql = head + String.join(", ", Collections.nCopies(rows.size(), row)) + tail;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            int place = 0;
            for (List<@Nullable Object> values : rows) {
                for (Object value : values) {
                    insert.setObject(++place, value);
                }
            }
            insert.executeUpdate();
        }
    }

    private static long length(List<@Nullable Object> values) {
        long length = 0;
        for (Object value : values) {
            length += value instanceof String text ? text.length() : 8;
        }
        return length;
    }
}
