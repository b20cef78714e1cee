package io.dataflowsync.contract.preflight;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.event.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what the target would do to rows by itself: triggers of captured tables, and engines without transactions. */
final class TargetDoings {
    private static final String TRIGGERS = """
            SELECT trigger_name, event_object_table, CONCAT(action_timing, ' ', event_manipulation), action_statement
            FROM information_schema.triggers WHERE event_object_schema = ? ORDER BY event_object_table, trigger_name""";

    private static final String ENGINES = """
            SELECT t.table_name, t.engine FROM information_schema.tables t
            JOIN information_schema.engines e ON e.engine = t.engine
            WHERE t.table_schema = ? AND t.table_type = 'BASE TABLE' AND COALESCE(e.transactions, 'NO') <> 'YES'
            ORDER BY t.table_name""";

    private final Findings findings;
    /** By the target's table. */
    private final Map<String, TableConfig> configs = new LinkedHashMap<>();

    private final Map<String, String> paths = new LinkedHashMap<>();

    TargetDoings(Captured source, Findings findings) {
        this.findings = findings;
        source.captured().forEach(table -> {
            String name = table.name().table();
            for (TableConfig config : source.config().table(name).targets()) {
                configs.put(config.target().orElse(name), config);
                paths.put(config.target().orElse(name), "dfs.tables." + name);
            }
        });
    }

    void check(Connection connection, String schema) throws SQLException {
        if (configs.isEmpty()) {
            return;
        }
        List<TargetTrigger> triggers = new ArrayList<>();
        query(
                connection,
                TRIGGERS,
                schema,
                row -> triggers.add(
                        new TargetTrigger(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
        triggers.stream()
                .filter(trigger -> configs.containsKey(trigger.table()))
                .forEach(this::check);
        query(connection, ENGINES, schema, row -> checkEngine(schema, row.getString(1), row.getString(2)));
    }

    void check(TargetTrigger trigger) {
        TableConfig config = configs.getOrDefault(trigger.table(), TableConfig.DEFAULT);
        if (config.allowedTriggers().contains(trigger.name())) {
            return;
        }
        String path = paths.get(trigger.table()) + ".allow-triggers";
        String fix = "drop it there, or write allow-triggers: [" + trigger.name() + "] where it is meant";
        Optional<String> written = trigger.written(configs.keySet());
        if (written.isPresent()) {
            findings.add(
                    path,
                    "the target's " + trigger + " writes the captured table '" + written.get()
                            + "': what the source's triggers did comes with its rows",
                    fix);
        } else if (trigger.changesRow()) {
            findings.add(
                    path,
                    "the target's " + trigger + " changes the row that is written: it would differ from the source's",
                    fix);
        } else {
            String what = trigger.calls() ? " calls a procedure" : " acts";
            findings.warn(path, "the target's " + trigger + what + " for every row that is written", fix);
        }
    }

    void checkEngine(String schema, String table, String engine) {
        String path = paths.get(table);
        if (path != null) {
            findings.add(
                    path + ".target",
                    "the target's table '" + table + "' has the engine " + engine
                            + ", which has no transactions: after a crash a change could be there twice, or in part",
                    "run ALTER TABLE " + Identifiers.quoted(new TableName(schema, table)) + " ENGINE = InnoDB there");
        }
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
