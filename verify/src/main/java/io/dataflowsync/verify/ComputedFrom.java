package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds the columns from which the generated columns of the source's tables are computed. */
final class ComputedFrom {
    private final Map<TableName, Map<String, String>> expressions = new HashMap<>();

    static ComputedFrom read(Connection source, List<String> schemas) throws SQLException {
        ComputedFrom all = new ComputedFrom();
        try (PreparedStatement statement =
                source.prepareStatement("SELECT table_name, column_name, generation_expression"
                        + " FROM information_schema.columns WHERE table_schema = ? AND generation_expression <> ''")) {
            for (String schema : schemas) {
                statement.setString(1, schema);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        all.add(new TableName(schema, row.getString(1)), row.getString(2), row.getString(3));
                    }
                }
            }
        }
        return all;
    }

    /** @param expression the expression as the server writes it, with column names in back quotes */
    void add(TableName table, String column, String expression) {
        expressions
                .computeIfAbsent(table, t -> new HashMap<>())
                .put(column.toLowerCase(Locale.ROOT), expression.toLowerCase(Locale.ROOT));
    }

    /** The columns from which a generated column is computed, directly or through other generated columns. */
    List<ColumnDefinition> columns(TableDefinition table, String column) {
        Map<String, ColumnDefinition> found = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(List.of(column));
        while (!open.isEmpty()) {
            String expression = expression(table, open.remove(0));
            for (ColumnDefinition other : table.columns()) {
                if (isIn(expression, other) && found.putIfAbsent(other.name(), other) == null) {
                    open.add(other.name());
                }
            }
        }
        return List.copyOf(found.values());
    }

    /** Whether the column is computed from a JSON document. */
    boolean isOfDocument(TableDefinition table, String column) {
        return expression(table, column).contains("json_")
                || columns(table, column).stream()
                        .anyMatch(other -> other.baseType().equals("json")
                                || expression(table, other.name()).contains("json_"));
    }

    private String expression(TableDefinition table, String column) {
        return expressions.getOrDefault(table.name(), Map.of()).getOrDefault(column.toLowerCase(Locale.ROOT), "");
    }

    private static boolean isIn(String expression, ColumnDefinition column) {
        return expression.contains("`" + column.name().toLowerCase(Locale.ROOT).replace("`", "``") + "`");
    }
}
