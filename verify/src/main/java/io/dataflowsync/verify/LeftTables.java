package io.dataflowsync.verify;

import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds the tables of the target that have rows of the pipeline, but no table of the source any more. */
final class LeftTables {
    private static final String NO_WAY = "no table of the source leads to it any more";

    private final PipelineConfig config;
    private final Collection<TableDefinition> targetTables;
    private final Set<String> ledTo = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final List<RowDifference> differences = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    /** @param source every table that the source has now, captured or not */
    LeftTables(PipelineConfig config, Collection<TableDefinition> source, Collection<TableDefinition> targetTables) {
        this.config = config;
        this.targetTables = targetTables;
        source.stream().map(table -> table.name().table()).forEach(name -> config.table(name)
                .targets()
                .forEach(target -> ledTo.add(target.target().name().orElse(name))));
    }

    void read(KeyMap keys, Connection target, Connection log) throws SQLException {
        Set<String> written = written(log);
        for (TableDefinition table : targetTables) {
            String name = table.name().table();
            Set<String> newKeys = keys.newKeys(name);
            if (ledTo.contains(name)) {
                continue;
            }
            if (!newKeys.isEmpty()) {
                add(name, rows(target, table, newKeys));
            } else if (written.contains(name.toLowerCase(Locale.ROOT)) && hasRows(target, table)) {
                remarks.add(name + ": " + NO_WAY + "; the pipeline has written rows there, and it has rows");
            }
        }
    }

    /** If DDL of the source is not applied, the target keeps on purpose a table that the source has dropped. */
    private void add(String table, long rows) {
        if (rows > 0 && config.rules().ddl() == Ddl.APPLY) {
            differences.add(new RowDifference(table, "*", "*", NO_WAY, rows + " rows of the pipeline"));
        } else if (rows > 0) {
            remarks.add(table + ": " + NO_WAY + "; it has " + rows + " rows of the pipeline");
        }
    }

    private static Set<String> written(Connection log) throws SQLException {
        Set<String> written = new TreeSet<>();
        try (Statement statement = log.createStatement();
                ResultSet row = statement.executeQuery("SELECT DISTINCT target_table FROM dpu_log"
                        + " WHERE status = 'applied' AND action <> 'schema-change' AND target_table IS NOT NULL")) {
            while (row.next()) {
                written.add(row.getString(1).toLowerCase(Locale.ROOT));
            }
        }
        return written;
    }

    private static long rows(Connection target, TableDefinition table, Set<String> newKeys) throws SQLException {
        if (table.primaryKey().size() != 1) {
            return 0;
        }
        long rows = 0;
        try (Statement statement = target.createStatement()) {
            statement.setFetchSize(Integer.MIN_VALUE);
            try (ResultSet row = statement.executeQuery("SELECT "
                    + Identifiers.quoted(table.primaryKey().get(0)) + " FROM " + Identifiers.quoted(table.name()))) {
                while (row.next()) {
                    rows += newKeys.contains(row.getString(1)) ? 1 : 0;
                }
            }
        }
        return rows;
    }

    private static boolean hasRows(Connection target, TableDefinition table) throws SQLException {
        try (Statement statement = target.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT 1 FROM " + Identifiers.quoted(table.name()) + " LIMIT 1")) {
            return row.next();
        }
    }

    List<RowDifference> differences() {
        return differences;
    }

    List<String> remarks() {
        return remarks;
    }
}
