package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.json.PrintedNumbers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows one after another, every value as a text that is equal only where the value is. */
final class RowReader {
    private RowReader() {}

    interface Taker {
        void take(Map<String, @Nullable String> row) throws SQLException;
    }

    /** Returns how many rows there were; in a row columns are found by their names in any case. */
    static long read(Connection connection, TableDefinition table, Taker taker) throws SQLException {
        List<ColumnDefinition> columns =
                table.columns().stream().filter(c -> !c.generated()).toList();
        String sql = "SELECT " + columns.stream().map(RowReader::asText).collect(Collectors.joining(", ")) + " FROM "
                + Identifiers.quoted(table.name());
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    Map<String, @Nullable String> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    for (int i = 0; i < columns.size(); i++) {
                        row.put(columns.get(i).name(), alike(columns.get(i), result.getString(i + 1)));
                    }
                    taker.take(row);
                    rows++;
                }
            }
        }
        return rows;
    }

    /** As both servers print it: 5.7 makes no difference between the numbers 1 and 1.0 of a document. */
    private static @Nullable String alike(ColumnDefinition column, @Nullable String value) {
        return value != null && column.baseType().equals("json") ? PrintedNumbers.by57(value) : value;
    }

    private static String asText(ColumnDefinition column) {
        String name = Identifiers.quoted(column.name());
        return switch (column.baseType()) {
            case "date", "time", "datetime", "timestamp", "year", "float", "double" -> "CAST(" + name + " AS CHAR)";
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit" -> "HEX(" + name + ")";
            default -> column.isSpatial() ? "HEX(" + name + ")" : name;
        };
    }
}
