package io.dataflowsync.sandbox.fuzz.compare;

import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the tables of one schema of an 8.0 server, and their rows. */
final class ServerTables {
    private static final String COLUMNS = "SELECT TABLE_NAME, COLUMN_NAME, DATA_TYPE, CONCAT_WS(' ', COLUMN_TYPE,"
            + " COLLATION_NAME, IF(IS_NULLABLE = 'YES', 'NULL', 'NOT NULL'), CONCAT('DEFAULT ', IF(DATA_TYPE ="
            + " 'timestamp' AND COLUMN_DEFAULT NOT LIKE 'CURRENT%', '(moment)', COLUMN_DEFAULT)),"
            + " REPLACE(EXTRA, 'auto_increment', ''), CONCAT('AS ', NULLIF(GENERATION_EXPRESSION, '')))"
            + " FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = ? AND TABLE_NAME NOT LIKE 'dfs\\_%'"
            + " ORDER BY TABLE_NAME, ORDINAL_POSITION";
    private static final String INDEXES =
            "SELECT TABLE_NAME, CONCAT(IF(INDEX_NAME = 'PRIMARY', 'primary', IF(NON_UNIQUE,"
                    + " 'index', 'unique')), ' ', GROUP_CONCAT(COLUMN_NAME ORDER BY SEQ_IN_INDEX))"
                    + " FROM information_schema.STATISTICS WHERE TABLE_SCHEMA = ? AND TABLE_NAME NOT LIKE 'dfs\\_%'"
                    + " GROUP BY TABLE_NAME, INDEX_NAME, NON_UNIQUE ORDER BY 1, 2";

    private final Connection connection;
    private final String schema;

    ServerTables(Connection connection, String schema) throws SQLException {
        this.connection = connection;
        this.schema = schema;
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION time_zone = '+00:00', information_schema_stats_expiry = 0");
        }
    }

    /**
     * The columns of each table, in order. A default that is a moment is in {@link #moments}: 8.0 describes it in the time zone of the
     * session that changed the table last.
     */
    Map<String, List<ServerColumn>> columns() throws SQLException {
        Map<String, List<ServerColumn>> columns = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.computeIfAbsent(row.getString(1), t -> new ArrayList<>())
                            .add(new ServerColumn(row.getString(2), row.getString(3), row.getString(4)));
                }
            }
        }
        return columns;
    }

    /** The default moments of a table's TIMESTAMP columns, in UTC; NULL for a table without rows. */
    List<String> moments(String table, List<ServerColumn> columns) throws SQLException {
        List<String> moments = new ArrayList<>();
        for (ServerColumn column : columns) {
            if (column.definition().contains("DEFAULT (moment)")) {
                String sql = "SELECT MAX(DEFAULT(" + FuzzNames.quoted(column.name()) + ")) FROM "
                        + FuzzNames.quoted(schema) + "." + FuzzNames.quoted(table);
                try (Statement statement = connection.createStatement();
                        ResultSet result = statement.executeQuery(sql)) {
                    result.next();
                    moments.add(column.name() + " " + result.getString(1));
                }
            }
        }
        return moments;
    }

    /** The indexes of each table, a line each. */
    Map<String, List<String>> indexes() throws SQLException {
        Map<String, List<String>> indexes = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(INDEXES)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    indexes.computeIfAbsent(row.getString(1), t -> new ArrayList<>())
                            .add(row.getString(2));
                }
            }
        }
        return indexes;
    }

    /** All rows of a table as texts; NULL is {@code NULL} and a text is in quotes. */
    List<List<String>> rows(String table, List<ServerColumn> columns) throws SQLException {
        String sql = "SELECT " + columns.stream().map(ServerColumn::asText).collect(Collectors.joining(", ")) + " FROM "
                + FuzzNames.quoted(schema) + "." + FuzzNames.quoted(table);
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.add(text(columns.get(i), result.getString(i + 1)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String text(ServerColumn column, @Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        return column.isText() ? "'" + new String(HexFormat.of().parseHex(value), StandardCharsets.UTF_8) + "'" : value;
    }
}
