package io.dataflowsync.acceptance.statement;

import io.dataflowsync.cdc.capture.definition.SourceServerReader;
import io.dataflowsync.cdc.capture.definition.SourceTableReader;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.cdc.definition.UnreadableStatementException;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.DdlStatement;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.GhostTable;
import io.dataflowsync.contract.event.LaneRouting;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.execute.SourceSession;
import io.dataflowsync.dpu.mapping.Tables;
import io.dataflowsync.dpu.mapping.TablesBefore;
import io.dataflowsync.dpu.schema.SchemaMapper;
import io.dataflowsync.dpu.schema.SchemaPlan;
import io.dataflowsync.dpu.schema.TargetStatement;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Runs each statement on a 5.7, and on an 8.0 what the services make of it; then holds the two catalogues against each other.
 *
 * <p>Where a statement halts or differs, the target gets the source's tables, so that the next one begins with the same at both ends.
 */
final class CarriedStatements {
    static final String SCHEMA = "d";
    private static final EventOrigin ORIGIN =
            new EventOrigin("f:4:0", new SourcePosition("f", 4, 0, null, null), Instant.EPOCH, Instant.EPOCH);

    private static final Pattern PARTITIONS = Pattern.compile("/\\*!50100 PARTITION BY.*", Pattern.DOTALL);
    private static final Pattern OF_SCHEMAS =
            Pattern.compile("(CREATE|ALTER|DROP) (DATABASE|SCHEMA)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_AN_INDEX = Pattern.compile("target: key \\| .* \\| .* \\| 1 \\| .*");
    private static final int NO_SUCH_TABLE = 1051;

    private final Connection source;
    private final Connection catalogue;
    private final Connection target;
    private final DefinitionReader reader;
    private final SchemaMapper mapper;
    private final TablesBefore nothingBefore;
    private final List<String> differences = new ArrayList<>();
    private final List<String> moreIndexes = new ArrayList<>();
    private final List<String> halts = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private int statements;

    /**
     * @param source runs the statements
     * @param catalogue shows the source's tables, in a session that they do not change
     */
    CarriedStatements(Connection source, Connection catalogue, Connection target, PipelineConfig config)
            throws SQLException {
        this.source = source;
        this.catalogue = catalogue;
        this.target = target;
        this.reader = new DefinitionReader(SourceServerReader.read(source));
        this.nothingBefore = TablesBefore.of(config, List.of());
        this.mapper = new SchemaMapper(config, SCHEMA);
    }

    /** Where the target differs from the source and nothing has said so. */
    List<String> differences() {
        return differences;
    }

    /** The statements behind which the target has an index more: one that the source had made by itself, and takes away by itself. */
    List<String> moreIndexes() {
        return moreIndexes;
    }

    /** The statements that would halt a lane, each with the reason. */
    List<String> halts() {
        return halts;
    }

    /** How many statements did something to tables that are captured. */
    int statements() {
        return statements;
    }

    /** Runs a statement that the source may refuse to read; whether it took it. */
    boolean runIfTaken(String sql) throws SQLException {
        try {
            run(sql);
            return true;
        } catch (SQLSyntaxErrorException refused) {
            return false;
        }
    }

    void run(String sql) throws SQLException {
        StatementSession session = session();
        List<TableDefinition> there = InformationSchema.read(target, List.of(SCHEMA));
        KnownDefinitions before = SourceTableReader.read(catalogue, schemas());
        execute(source, sql);
        String first = sql.strip().toUpperCase(Locale.ROOT);
        if (OF_SCHEMAS.matcher(sql).lookingAt()) {
            executeAs57(sql);
            if (schemas().contains(SCHEMA)) {
                execute(target, "USE " + SCHEMA);
            }
        } else if (!first.startsWith("SET ") && !first.startsWith("USE ")) {
            SchemaChange change = change(sql, session, before);
            if (change.table() != null) {
                statements++;
                carry(change, there);
            }
        }
    }

    private SchemaChange change(String sql, StatementSession session, KnownDefinitions before) {
        try {
            Reading reading = reader.read(before, sql, session);
            List<TableName> changed = reading.effects().stream()
                    .filter(effect -> effect.kind() != TableEffect.Kind.TRUNCATED)
                    .map(TableEffect::table)
                    .filter(table -> table.schema().equals(SCHEMA))
                    .toList();
            List<TableDefinition> definitions = changed.stream()
                    .flatMap(table -> reading.after().table(table).stream())
                    .map(SourceTable::definition)
                    .toList();
            TableName table = changed.isEmpty() ? null : changed.get(0);
            return new SchemaChange(
                    ORIGIN,
                    table,
                    new DdlStatement(sql, reading.canonical(), session),
                    definitions,
                    LaneRouting.UNKNOWN,
                    GhostTable.NONE,
                    List.of());
        } catch (UnreadableStatementException e) {
            TableName table = e.tables().isEmpty() ? null : e.tables().get(0);
            return new SchemaChange(
                    ORIGIN,
                    table,
                    new DdlStatement(sql, e.canonical(), session),
                    List.of(),
                    LaneRouting.UNKNOWN,
                    GhostTable.NONE,
                    List.of());
        }
    }

    private void carry(SchemaChange change, List<TableDefinition> targetTables) throws SQLException {
        SchemaPlan plan = mapper.plan(change, name -> Tables.named(targetTables, name), nothingBefore);
        Optional<String> halt =
                plan instanceof SchemaPlan.Refused refused ? Optional.of(refused.why()) : run(change, plan);
        if (halt.isPresent()) {
            halts.add(change.ddl() + "\n    " + halt.get());
            alignTarget();
            return;
        }
        List<String> different = Catalogue.of(catalogue, SCHEMA).differencesTo(Catalogue.of(target, SCHEMA));
        boolean saidSo = plan instanceof SchemaPlan.Carried carried
                && carried.leftOut().stream().anyMatch(text -> text.startsWith("a foreign key"));
        different.removeIf(known::contains);
        if (!different.isEmpty() && !saidSo) {
            alignTarget();
        }
        known.addAll(different);
        if (!different.isEmpty() && different.stream().allMatch(OF_AN_INDEX.asMatchPredicate())) {
            moreIndexes.add(change.ddl());
        } else if (!different.isEmpty() && !saidSo) {
            differences.add("\n" + change.ddl() + "\n  as " + change.statement().canonical() + "\n  to " + plan.sql()
                    + "\n    " + String.join("\n    ", different));
        }
    }

    private Optional<String> run(SchemaChange change, SchemaPlan plan) throws SQLException {
        if (plan instanceof SchemaPlan.Carried carried) {
            SourceSession session = new SourceSession(change.statement().readableSession());
            boolean unchecked = Objects.requireNonNull(change.statement().session())
                    .unchecked()
                    .foreignKeys();
            execute(target, "SET foreign_key_checks = " + (unchecked ? 0 : 1));
            for (TargetStatement statement : carried.statements()) {
                try {
                    session.during(target, () -> execute(target, statement.sql()));
                } catch (SQLException e) {
                    if (e.getErrorCode() == NO_SUCH_TABLE) {
                        continue; // what is gone already counts as done
                    }
                    return Optional.of("on the target " + statement.sql() + ": " + e.getMessage());
                }
            }
        }
        return Optional.empty();
    }

    private void alignTarget() throws SQLException {
        execute(target, "SET foreign_key_checks = 0");
        for (String table : tables(target)) {
            execute(target, "DROP TABLE " + table);
        }
        for (String table : tables(catalogue)) {
            String sql = PARTITIONS
                    .matcher(text(catalogue, "SHOW CREATE TABLE " + table, 2))
                    .replaceFirst("")
                    .replaceFirst("ENGINE=[A-Za-z]+", "ENGINE=InnoDB");
            execute(target, "USE " + SCHEMA);
            executeAs57(sql);
        }
        execute(target, "SET foreign_key_checks = 1");
    }

    /** Runs what the harness itself does on the target, where a character set means what it means to 5.7. */
    private void executeAs57(String sql) throws SQLException {
        execute(target, "SET SESSION default_collation_for_utf8mb4 = utf8mb4_general_ci, timestamp = 1700000000");
        execute(target, sql);
        execute(target, "SET SESSION default_collation_for_utf8mb4 = utf8mb4_0900_ai_ci, timestamp = DEFAULT");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT table_name FROM information_schema.tables"
                        + " WHERE table_type = 'BASE TABLE' AND table_schema = '" + SCHEMA + "'")) {
            while (row.next()) {
                tables.add(SCHEMA + ".`" + row.getString(1).replace("`", "``") + "`");
            }
        }
        return tables;
    }

    private List<String> schemas() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = source.createStatement();
                ResultSet row = statement.executeQuery("SELECT schema_name FROM information_schema.schemata"
                        + " WHERE schema_name NOT IN ('mysql', 'sys', 'performance_schema', 'information_schema')")) {
            while (row.next()) {
                names.add(row.getString(1));
            }
        }
        return names;
    }

    private StatementSession session() throws SQLException {
        try (Statement statement = source.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT IFNULL(DATABASE(), ''), @@sql_mode, @@foreign_key_checks,"
                                + " (SELECT id FROM information_schema.collations WHERE collation_name = @@collation_server),"
                                + " (SELECT id FROM information_schema.collations WHERE collation_name = @@collation_connection),"
                                + " @@time_zone, UNIX_TIMESTAMP()")) {
            row.next();
            return new StatementSession(
                    row.getString(1),
                    List.of(row.getString(2).split(",")),
                    row.getString(6),
                    row.getLong(7) * 1_000_000,
                    0,
                    row.getInt(5),
                    row.getInt(4),
                    1,
                    1,
                    Unchecked.of(!row.getBoolean(3), false));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLSyntaxErrorException e) {
            throw new SQLSyntaxErrorException(e.getMessage() + " at: " + sql, e.getSQLState(), e.getErrorCode(), e);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + " at: " + sql, e.getSQLState(), e.getErrorCode(), e);
        }
    }

    private static String text(Connection connection, String query, int column) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(column);
        }
    }
}
