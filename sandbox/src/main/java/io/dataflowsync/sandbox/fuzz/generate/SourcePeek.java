package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.Family;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads some rows of the source, and returns their values as SQL. */
public final class SourcePeek implements Peek {
    private static final int MOST = 40;

    private final Connection source;

    /** @param source a connection that only reads, and does not see uncommitted rows */
    public SourcePeek(Connection source) {
        this.source = source;
    }

    @Override
    public List<List<String>> rows(Table table, List<String> columns) {
        String values = columns.stream()
                .map(c -> asLiteral(table.column(c).orElseThrow()))
                .collect(Collectors.joining(", "));
        String sql = "SELECT " + values + " FROM " + FuzzNames.quoted(table.name()) + " ORDER BY "
                + columns.stream().map(FuzzNames::quoted).collect(Collectors.joining(", ")) + " LIMIT " + MOST;
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        } catch (SQLException e) {
            return List.of();
        }
        return rows;
    }

    private static String asLiteral(Column column) {
        String name = FuzzNames.quoted(column.name());
        Family family = column.type().family();
        String text =
                switch (family) {
                    case INTEGER -> name;
                    case BINARY -> "CONCAT('X''', HEX(" + name + "), '''')";
                    default -> "CONCAT('_utf8mb4 X''', HEX(CONVERT(" + name + " USING utf8mb4)), '''')";
                };
        return "COALESCE(" + text + ", 'NULL')";
    }
}
