package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.TableConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the ways in which a target changes rows by itself: triggers, computed columns, and engines without transactions. */
public final class TargetDoings {
    private static final String TRIGGERS = """
            SELECT trigger_name, event_object_table, CONCAT(action_timing, ' ', event_manipulation), action_statement
            FROM information_schema.triggers WHERE event_object_schema = ? ORDER BY event_object_table, trigger_name""";

    private static final String ENGINES = """
            SELECT t.table_name, t.engine FROM information_schema.tables t
            JOIN information_schema.engines e ON e.engine = t.engine
            WHERE t.table_schema = ? AND t.table_type = 'BASE TABLE' AND COALESCE(e.transactions, 'NO') <> 'YES'
            ORDER BY t.table_name""";

    private final String schema;
    private final boolean seesTriggers;
    private final List<TargetTrigger> triggers = new ArrayList<>();
    /** The engines without transactions, by table. */
    private final Map<String, String> engines = new LinkedHashMap<>();
    /** The computed columns that depend on the writing session, by table. */
    private final Map<String, Doing> computed = new LinkedHashMap<>();

    private ComputedColumns columns = ComputedColumns.NONE;

    private TargetDoings(String schema, boolean seesTriggers) {
        this.schema = schema;
        this.seesTriggers = seesTriggers;
    }

    /**
     * One way in which a target acts on the rows of a table.
     *
     * @param kind its severity
     */
    public record Doing(Kind kind, String what, String fix) {
        /** Returns the key of the table's section in the pipeline file that the finding is about. */
        public String setting() {
            return switch (kind) {
                case KEEPS_NO_TRANSACTION -> "target";
                case COMPUTES_OTHERWISE -> "columns";
                default -> "allow-triggers";
            };
        }

        @Override
        public String toString() {
            return what + "; " + fix;
        }
    }

    /** The severity. */
    public enum Kind {
        /** The target's rows differ from the source's. */
        CHANGES_ROWS,
        /** A column may have another value than the source's. */
        COMPUTES_OTHERWISE,
        /** A change may be applied twice or in part after a crash. */
        KEEPS_NO_TRANSACTION,
        /** It may be intended, but an operator must know it. */
        ACTS
    }

    /** Reads the triggers and engines of a schema. */
    public static TargetDoings read(Connection connection, String schema) throws SQLException {
        TargetDoings doings = new TargetDoings(schema, Grants.of(connection).in(schema, "TRIGGER"));
        query(
                connection,
                TRIGGERS,
                schema,
                row -> doings.triggers.add(
                        new TargetTrigger(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
        query(connection, ENGINES, schema, row -> doings.engines.put(row.getString(1), row.getString(2)));
        doings.columns = ComputedColumns.of(connection, schema);
        doings.columns.doubtful().forEach(column -> doings.computed.put(column.table(), doings.ofSession(column)));
        return doings;
    }

    /** Returns the expression that computes a column of the target, in the server's form; empty if the column is not computed. */
    public Optional<String> expression(String table, String column) {
        return columns.expression(table, column);
    }

    /** Whether a column of the target is computed when a row is written, and stored. */
    public boolean isStored(String table, String column) {
        return columns.isStored(table, column);
    }

    /** Returns the target's computed columns. */
    public ComputedColumns computed() {
        return columns;
    }

    /** Returns a finding if the user does not see the triggers. */
    public Optional<Doing> unseen() {
        return seesTriggers
                ? Optional.empty()
                : Optional.of(new Doing(
                        Kind.ACTS,
                        "the target's user does not see triggers of the schema '" + schema
                                + "': whether any changes the rows that are written is not known",
                        "run GRANT TRIGGER ON " + Identifiers.quoted(schema) + ".* there"));
    }

    /**
     * Returns the ways in which the target acts on the rows of one of its tables.
     *
     * @param config the settings of the table
     * @param written all tables of the target to which rows are written
     */
    public List<Doing> of(String table, TableConfig config, Collection<String> written) {
        List<Doing> found = new ArrayList<>();
        triggers.stream()
                .filter(trigger -> trigger.table().equals(table))
                .filter(trigger -> !config.target().allowedTriggers().contains(trigger.name()))
                .forEach(trigger -> found.add(of(trigger, written)));
        Optional.ofNullable(computed.get(table)).ifPresent(found::add);
        Optional.ofNullable(engines.get(table)).ifPresent(engine -> found.add(withoutTransactions(table, engine)));
        return found;
    }

    private static Doing of(TargetTrigger trigger, Collection<String> tables) {
        String fix = "drop it there, or write allow-triggers: [" + trigger.name() + "] if it is meant";
        Optional<String> written = trigger.written(tables);
        if (written.isPresent()) {
            return new Doing(
                    Kind.CHANGES_ROWS,
                    "the target's " + trigger + " writes the captured table '" + written.get()
                            + "': the effects of the source's triggers come with its rows",
                    fix);
        }
        if (trigger.changesRow()) {
            return new Doing(
                    Kind.CHANGES_ROWS,
                    "the target's " + trigger + " changes the row that is written: it would differ from the source's",
                    fix);
        }
        String what = trigger.calls() ? " calls a procedure" : " acts";
        return new Doing(Kind.ACTS, "the target's " + trigger + what + " for every row that is written", fix);
    }

    private Doing ofSession(ComputedColumns.Doubtful column) {
        return new Doing(
                Kind.COMPUTES_OTHERWISE,
                "the target computes '" + column.table() + "." + column.column() + "' " + column.why(),
                "let the column take the source's values: run ALTER TABLE "
                        + Identifiers.quoted(new TableName(schema, column.table())) + " MODIFY "
                        + Identifiers.quoted(column.column())
                        + " "
                        + column.type()
                        + " there, and read the table again with POST /api/v1/capture/snapshots of cdc-service: rows that are"
                        + " there keep the values that the target has computed");
    }

    private Doing withoutTransactions(String table, String engine) {
        return new Doing(
                Kind.KEEPS_NO_TRANSACTION,
                "the target's table '" + table + "' has the engine " + engine
                        + ", which has no transactions: after a crash a change could be there twice, or in part",
                "run ALTER TABLE " + Identifiers.quoted(new TableName(schema, table)) + " ENGINE = InnoDB there");
    }

    private interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    private static void query(Connection connection, String sql, String schema, RowTaker taker) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }
}
