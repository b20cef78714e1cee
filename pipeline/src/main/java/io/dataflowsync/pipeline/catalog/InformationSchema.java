package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Reads the tables of a server's schemas. It needs five queries for all tables together, and one more for each table that has a foreign key
 * with a name of the greatest length. Views are left out.
 */
public final class InformationSchema {
    private static final String TABLES = """
            SELECT table_schema AS s, table_name AS t
            FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema IN (%s)""";

    private static final String ROWS = """
            SELECT table_schema AS s, table_name AS t, table_rows AS n
            FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema IN (%s)""";

    private static final String COLUMNS = """
            SELECT table_schema AS s, table_name AS t, column_name AS name, column_type AS type,
                   is_nullable = 'YES' AS nullable, extra AS extra, column_default IS NOT NULL AS has_default,
                   collation_name AS collation_name
            FROM information_schema.columns
            WHERE table_schema IN (%s)
            ORDER BY table_schema, table_name, ordinal_position""";

    /** A key over an expression has no column name. */
    private static final String UNIQUE_KEYS = """
            SELECT table_schema AS s, table_name AS t, index_name AS name, column_name AS col
            FROM information_schema.statistics
            WHERE non_unique = 0 AND table_schema IN (%s)
            ORDER BY table_schema, table_name, index_name, seq_in_index""";

    private static final String FOREIGN_KEYS = """
            SELECT table_schema AS s, table_name AS t, constraint_name AS name, column_name AS col,
                   referenced_table_schema AS ps, referenced_table_name AS pt, referenced_column_name AS pcol
            FROM information_schema.key_column_usage
            WHERE referenced_table_name IS NOT NULL AND table_schema IN (%s)
            ORDER BY table_schema, table_name, constraint_name, ordinal_position""";

    private static final String RULES = """
            SELECT constraint_schema AS s, table_name AS t, constraint_name AS name, delete_rule, update_rule
            FROM information_schema.referential_constraints
            WHERE constraint_schema IN (%s)""";

    private final Connection connection;
    private final List<String> schemas;
    private final Map<TableName, Parts> tables = new TreeMap<>();

    private InformationSchema(Connection connection, Collection<String> schemas) {
        this.connection = connection;
        this.schemas = List.copyOf(schemas);
    }

    /** Reads the tables of these schemas, in the order of schema and name. */
    public static List<TableDefinition> read(Connection connection, Collection<String> schemas) throws SQLException {
        return schemas.isEmpty() ? List.of() : new InformationSchema(connection, schemas).read();
    }

    /** Reads the number of rows of each table of these schemas from the server's statistics. For InnoDB it is an estimate. */
    public static Map<TableName, Long> estimatedRows(Connection connection, Collection<String> schemas)
            throws SQLException {
        Map<TableName, Long> rows = new TreeMap<>();
        if (!schemas.isEmpty()) {
            new InformationSchema(connection, schemas).query(ROWS, row -> rows.put(name(row), row.getLong("n")));
        }
        return rows;
    }

    /** Reads the foreign keys of these schemas' tables; a table without foreign keys is not in the map. */
    public static Map<TableName, List<ForeignKey>> foreignKeys(Connection connection, Collection<String> schemas)
            throws SQLException {
        Map<TableName, List<ForeignKey>> references = new TreeMap<>();
        if (!schemas.isEmpty()) {
            InformationSchema reading = new InformationSchema(connection, schemas);
            reading.readReferences();
            reading.tables.forEach((name, parts) -> references.put(name, parts.references()));
        }
        return references;
    }

    private void readReferences() throws SQLException {
        query(TABLES, row -> tables.put(name(row), new Parts()));
        query(FOREIGN_KEYS, this::addForeignKeyColumn);
        query(RULES, this::addRules);
        for (Map.Entry<TableName, Parts> table : tables.entrySet()) {
            Map<String, ForeignKey> keys = table.getValue().foreignKeys;
            if (ShownForeignKeys.mayBeCut(keys.keySet())) {
                Map<String, ForeignKey> shown =
                        ShownForeignKeys.read(connection, table.getKey()).orElse(Map.of());
                keys.clear();
                keys.putAll(shown);
            }
        }
    }

    private List<TableDefinition> read() throws SQLException {
        readReferences();
        query(COLUMNS, row -> parts(row).columns.add(column(row)));
        query(UNIQUE_KEYS, this::addUniqueKeyColumn);
        List<TableDefinition> definitions = new ArrayList<>();
        tables.forEach((name, parts) -> definitions.add(parts.definition(name)));
        return definitions;
    }

    private static ColumnDefinition column(ResultSet row) throws SQLException {
        String extra = row.getString("extra").toUpperCase(Locale.ROOT);
        // MySQL 8.0 marks a default that is an expression as DEFAULT_GENERATED.
        boolean generated = extra.contains("VIRTUAL GENERATED") || extra.contains("STORED GENERATED");
        boolean autoIncrement = extra.contains("AUTO_INCREMENT");
        boolean nullable = row.getBoolean("nullable");
        boolean hasDefault = nullable || generated || autoIncrement || row.getBoolean("has_default");
        return new ColumnDefinition(
                row.getString("name"),
                row.getString("type"),
                nullable,
                generated,
                autoIncrement,
                hasDefault,
                Objects.requireNonNullElse(row.getString("collation_name"), ""),
                extra.contains("ON UPDATE"));
    }

    private void addUniqueKeyColumn(ResultSet row) throws SQLException {
        parts(row)
                .uniqueKeys
                .computeIfAbsent(row.getString("name"), k -> new ArrayList<>())
                .add(row.getString("col"));
    }

    private void addForeignKeyColumn(ResultSet row) throws SQLException {
        TableName parent = new TableName(row.getString("ps"), row.getString("pt"));
        ForeignKey key = parts(row)
                .foreignKeys
                .computeIfAbsent(
                        row.getString("name"),
                        name -> new ForeignKey(name, new ArrayList<>(), parent, new ArrayList<>()));
        key.columns().add(row.getString("col"));
        key.parentColumns().add(row.getString("pcol"));
    }

    private void addRules(ResultSet row) throws SQLException {
        Rule onDelete = Rule.ofSql(row.getString("delete_rule"));
        Rule onUpdate = Rule.ofSql(row.getString("update_rule"));
        parts(row)
                .foreignKeys
                .computeIfPresent(
                        row.getString("name"),
                        (name, k) ->
                                new ForeignKey(name, k.columns(), k.parent(), k.parentColumns(), onDelete, onUpdate));
    }

    private static TableName name(ResultSet row) throws SQLException {
        return new TableName(row.getString("s"), row.getString("t"));
    }

    /** Returns the parts of the row's table; for a view, an object that is not used. */
    private Parts parts(ResultSet row) throws SQLException {
        return tables.getOrDefault(name(row), new Parts());
    }

    private void query(String sql, RowReader reader) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(schemas.size(), "?"));
        try (PreparedStatement statement = connection.prepareStatement(sql.formatted(marks))) {
            for (int i = 0; i < schemas.size(); i++) {
                statement.setString(i + 1, schemas.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Collects the parts of one table while they are read. */
    private static final class Parts {
        private final List<ColumnDefinition> columns = new ArrayList<>();
        private final Map<String, List<String>> uniqueKeys = new LinkedHashMap<>();
        private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();

        TableDefinition definition(TableName name) {
            List<String> primaryKey = uniqueKeys.getOrDefault("PRIMARY", List.of());
            List<List<String>> others = new ArrayList<>();
            uniqueKeys.forEach((key, names) -> {
                if (!key.equals("PRIMARY") && !names.contains(null)) {
                    others.add(List.copyOf(names));
                }
            });
            return new TableDefinition(
                    name, List.copyOf(columns), List.copyOf(primaryKey), List.copyOf(others), references());
        }

        List<ForeignKey> references() {
            return foreignKeys.values().stream()
                    .map(k -> new ForeignKey(
                            k.name(),
                            List.copyOf(k.columns()),
                            k.parent(),
                            List.copyOf(k.parentColumns()),
                            k.onDelete(),
                            k.onUpdate()))
                    .toList();
        }
    }
}
