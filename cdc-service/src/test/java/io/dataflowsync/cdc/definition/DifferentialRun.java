package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.capture.definition.SourceServerReader;
import io.dataflowsync.cdc.capture.definition.SourceTableReader;
import io.dataflowsync.cdc.definition.SourceKey.Origin;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Runs statements on a server, reads them with the reader, and collects where the two differ. */
final class DifferentialRun {
    private static final String SCHEMAS = "SELECT schema_name FROM information_schema.schemata"
            + " WHERE schema_name NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema')";

    private final Connection connection;
    private final DefinitionReader reader;
    private final List<String> differences = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();
    private KnownDefinitions definitions;
    private int statements;

    DifferentialRun(Connection connection) throws SQLException {
        this.connection = connection;
        this.reader = new DefinitionReader(SourceServerReader.read(connection));
        this.definitions = SourceTableReader.read(connection, schemas());
    }

    List<String> differences() {
        return differences;
    }

    List<String> unreadable() {
        return unreadable;
    }

    int statements() {
        return statements;
    }

    void report(String kind) {
        System.out.println("DDL " + kind + ": " + statements + " statements, " + differences.size() + " differences, "
                + unreadable.size() + " unreadable " + unreadable);
    }

    /** Runs a statement that the server must take. */
    void runRequired(String sql) throws SQLException {
        try {
            run(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " at: " + sql, e);
        }
    }

    /** Runs a statement, and leaves it out where the server refuses it. */
    void runIfTaken(String sql) throws SQLException {
        try {
            run(sql);
        } catch (SQLException refused) {
            if (refused.getErrorCode() == 0) {
                throw refused;
            }
        }
    }

    private void run(String sql) throws SQLException {
        StatementSession session = session();
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
        String first = sql.toUpperCase(Locale.ROOT);
        if (first.startsWith("SET ") || first.startsWith("USE ")) {
            return;
        }
        statements++;
        read(sql, session);
    }

    private void read(String sql, StatementSession session) throws SQLException {
        KnownDefinitions expected = SourceTableReader.read(connection, schemas());
        try {
            definitions = reader.read(definitions, sql, session).after();
        } catch (UnreadableStatementException e) {
            unreadable.add(sql + " (" + e.getMessage() + ")");
            definitions = expected;
            return;
        }
        int before = differences.size();
        compare(sql, expected);
        if (differences.size() > before) {
            definitions = expected;
        }
    }

    private void compare(String sql, KnownDefinitions expected) throws SQLException {
        Map<TableName, TableDefinition> real = new TreeMap<>();
        InformationSchema.read(connection, schemas()).forEach(table -> real.put(table.name(), table));
        Map<TableName, TableDefinition> read = new TreeMap<>();
        definitions.tables().forEach((name, table) -> read.put(name, table.definition()));
        note(sql, "schemas", expected.collationBySchema(), definitions.collationBySchema());
        note(sql, "tables", real.keySet(), read.keySet());
        for (Map.Entry<TableName, TableDefinition> table : real.entrySet()) {
            note(sql, "definition", Optional.of(table.getValue()), Optional.ofNullable(read.get(table.getKey())));
            SourceTable wanted = expected.table(table.getKey()).orElseThrow();
            definitions.table(table.getKey()).ifPresent(found -> {
                note(sql, "columns", wanted.columns(), found.columns());
                note(sql, "collation", wanted.defaultCollation(), found.defaultCollation());
                note(sql, "keys", keys(wanted, found), keys(found, found));
            });
        }
    }

    /** The keys without those of which the reader says that they may be gone. */
    private static TreeSet<String> keys(SourceTable table, SourceTable found) {
        List<String> uncertain = found.keys().stream()
                .filter(key -> key.origin() == Origin.PERHAPS_GONE)
                .map(SourceKey::name)
                .toList();
        return table.keys().stream()
                .filter(key -> !uncertain.contains(key.name()))
                .map(key -> key.name() + key.unique() + key.columns())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void note(String sql, String what, Object wanted, Object found) {
        if (!Objects.equals(wanted, found)) {
            differences.add("\n" + sql + "\n  " + what + " server: " + wanted + "\n  " + what + " reader: " + found);
        }
    }

    private List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(SCHEMAS)) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private StatementSession session() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT IFNULL(DATABASE(), ''), @@sql_mode,"
                        + " @@foreign_key_checks, (SELECT id FROM information_schema.collations"
                        + " WHERE collation_name = @@collation_server)")) {
            row.next();
            return new StatementSession(
                    row.getString(1),
                    List.of(row.getString(2).split(",")),
                    "",
                    0,
                    0,
                    0,
                    row.getInt(4),
                    1,
                    1,
                    Unchecked.of(!row.getBoolean(3), false));
        }
    }
}
