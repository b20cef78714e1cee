package io.dataflowsync.cdc.capture.definition;

import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceColumn.Generated;
import io.dataflowsync.cdc.definition.SourceKey;
import io.dataflowsync.cdc.definition.SourceKey.Origin;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Reads the tables of a 5.7 server's schemas as the reader of statements needs them. */
public final class SourceTableReader {
    private static final String TABLES = """
            SELECT table_schema AS s, table_name AS t, table_collation AS collation_name, engine AS engine
            FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema IN (%s)""";

    private static final String COLUMNS = """
            SELECT table_schema AS s, table_name AS t, column_name AS name, column_type AS type,
                   is_nullable = 'YES' AS nullable, extra AS extra, column_default IS NOT NULL AS has_default,
                   collation_name AS collation_name
            FROM information_schema.columns
            WHERE table_schema IN (%s)
            ORDER BY table_schema, table_name, ordinal_position""";

    private static final String KEYS = """
            SELECT table_schema AS s, table_name AS t, index_name AS name, non_unique = 0 AS is_unique,
                   column_name AS col, sub_part AS length
            FROM information_schema.statistics
            WHERE table_schema IN (%s)
            ORDER BY table_schema, table_name, seq_in_index""";

    private static final String SCHEMAS = """
            SELECT schema_name AS s, default_collation_name AS collation_name
            FROM information_schema.schemata
            WHERE schema_name IN (%s)""";

    private final Connection connection;
    private final Collection<String> schemas;
    private final Map<TableName, List<SourceColumn>> columns = new HashMap<>();
    private final Map<TableName, Map<String, SourceKey>> keys = new HashMap<>();
    private final Map<TableName, List<ForeignKey>> foreignKeys = new HashMap<>();

    private SourceTableReader(Connection connection, Collection<String> schemas) {
        this.connection = connection;
        this.schemas = schemas;
    }

    /** All tables of these schemas, and the schemas' default collations. */
    public static KnownDefinitions read(Connection connection, Collection<String> schemas) throws SQLException {
        return schemas.isEmpty() ? KnownDefinitions.none() : new SourceTableReader(connection, schemas).read();
    }

    private KnownDefinitions read() throws SQLException {
        foreignKeys.putAll(InformationSchema.foreignKeys(connection, schemas));
        query(COLUMNS, row -> columns.computeIfAbsent(name(row), k -> new ArrayList<>())
                .add(column(row)));
        query(KEYS, this::addKeyColumn);
        List<SourceTable> tables = new ArrayList<>();
        query(TABLES, row -> tables.add(table(row)));
        Map<String, String> collations = new HashMap<>();
        query(SCHEMAS, row -> collations.put(row.getString("s"), row.getString("collation_name")));
        return KnownDefinitions.of(tables, collations);
    }

    private SourceTable table(ResultSet row) throws SQLException {
        TableName name = name(row);
        List<ForeignKey> references = foreignKeys.getOrDefault(name, List.of());
        return new SourceTable(
                name,
                columns.getOrDefault(name, List.of()),
                keys.getOrDefault(name, Map.of()).values().stream()
                        .map(key -> key.of(origin(key, references)))
                        .toList(),
                references,
                Objects.requireNonNullElse(row.getString("collation_name"), ""),
                Objects.requireNonNullElse(row.getString("engine"), "").toLowerCase(Locale.ROOT));
    }

    /** The origin of a key. The server may have made it for one of these foreign keys. */
    private static Origin origin(SourceKey key, List<ForeignKey> references) {
        boolean possible = !key.unique()
                && references.stream().anyMatch(reference -> sameColumns(reference.columns(), key.columns()));
        return possible ? Origin.UNKNOWN : Origin.STATEMENT;
    }

    private static boolean sameColumns(List<String> some, List<String> others) {
        return String.join(",", some).equalsIgnoreCase(String.join(",", others));
    }

    private static SourceColumn column(ResultSet row) throws SQLException {
        String extra = row.getString("extra").toUpperCase(Locale.ROOT);
        return new SourceColumn(
                row.getString("name"),
                row.getString("type"),
                row.getBoolean("nullable"),
                generated(extra),
                extra.contains("AUTO_INCREMENT"),
                row.getBoolean("has_default"),
                Objects.requireNonNullElse(row.getString("collation_name"), ""),
                extra.contains("ON UPDATE"));
    }

    private static Generated generated(String extra) {
        if (extra.contains("VIRTUAL GENERATED")) {
            return Generated.VIRTUAL;
        }
        return extra.contains("STORED GENERATED") ? Generated.STORED : Generated.NONE;
    }

    private void addKeyColumn(ResultSet row) throws SQLException {
        String key = row.getString("name");
        boolean unique = row.getBoolean("is_unique");
        SourceKey.Part part = new SourceKey.Part(row.getString("col"), row.getInt("length"));
        keys.computeIfAbsent(name(row), k -> new LinkedHashMap<>())
                .merge(key, new SourceKey(key, unique, List.of(part), Origin.STATEMENT), (first, second) -> {
                    List<SourceKey.Part> parts = new ArrayList<>(first.parts());
                    parts.addAll(second.parts());
                    return first.over(parts);
                });
    }

    private static TableName name(ResultSet row) throws SQLException {
        return new TableName(row.getString("s"), row.getString("t"));
    }

    private void query(String sql, Jdbc.RowConsumer consumer) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(schemas.size(), "?"));
        Jdbc.forEach(connection, sql.formatted(marks), consumer, schemas.toArray());
    }
}
