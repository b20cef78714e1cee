package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.json.PrintedNumbers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a table's rows one after another, every value as a text that is equal only if the value is equal. */
final class RowReader {
    /** Stands for the value of an ENUM that is no member, with the index 0; the empty text is a member. */
    static final String NO_MEMBER = "(no member)";

    private RowReader() {}

    interface Taker {
        void take(Map<String, @Nullable String> row) throws SQLException;
    }

    /** Reads the rows and returns their number; the column names of a row are found in upper and lower case. */
    static long read(Connection connection, TableDefinition table, Taker taker) throws SQLException {
        return read(connection, table, column -> false, taker);
    }

    /**
     * Reads the rows and returns their number.
     *
     * @param printed the numbers that are texts at the other end: they are read as the server prints them, a FLOAT with six digits
     */
    static long read(Connection connection, TableDefinition table, Predicate<ColumnDefinition> printed, Taker taker)
            throws SQLException {
        List<ColumnDefinition> columns = table.columns();
        List<Boolean> real = columns.stream()
                .map(column -> isReal(column) && !printed.test(column))
                .toList();
        String sql = "SELECT "
                + columns.stream()
                        .map(column -> asText(column, printed.test(column)))
                        .collect(Collectors.joining(", "))
                + " FROM " + Identifiers.quoted(table.name());
        long rows = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    Map<String, @Nullable String> row = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                    for (int i = 0; i < columns.size(); i++) {
                        String value = result.getString(i + 1);
                        row.put(columns.get(i).name(), alike(columns.get(i), real.get(i), value));
                    }
                    taker.take(row);
                    rows++;
                }
            }
        }
        return rows;
    }

    /** The value in the form that both servers share: 5.7 makes no difference between the numbers 1 and 1.0 of a document. */
    private static @Nullable String alike(ColumnDefinition column, boolean isReal, @Nullable String value) {
        if (value == null) {
            return null;
        }
        if (isReal) {
            return column.baseType().equals("float") ? RealNumbers.ofFloat(value) : RealNumbers.ofDouble(value);
        }
        return column.baseType().equals("json") ? PrintedNumbers.by57(value) : value;
    }

    private static boolean isReal(ColumnDefinition column) {
        return column.baseType().equals("float") || column.baseType().equals("double");
    }

    /**
     * A column as text. A FLOAT is printed with all of its digits if it is part of a computation; a product keeps the minus sign of
     * zero.
     */
    static String asText(ColumnDefinition column, boolean printed) {
        String name = Identifiers.quoted(column.name());
        return switch (column.baseType()) {
            case "date", "time", "datetime", "timestamp", "year" -> "CAST(" + name + " AS CHAR)";
            case "float", "double" -> printed ? "CAST(" + name + " AS CHAR)" : "CONCAT(" + name + " * 1e0)";
            case "enum" -> "IF(" + name + " + 0 = 0, '" + NO_MEMBER + "', " + name + ")";
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "bit" -> "HEX(" + name + ")";
            default -> column.isSpatial() ? "HEX(" + name + ")" : name;
        };
    }
}
