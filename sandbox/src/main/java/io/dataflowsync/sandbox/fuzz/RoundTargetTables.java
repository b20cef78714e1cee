package io.dataflowsync.sandbox.fuzz;

import io.dataflowsync.sandbox.fuzz.generate.Step;
import io.dataflowsync.sandbox.fuzz.model.Column;
import io.dataflowsync.sandbox.fuzz.model.FuzzNames;
import io.dataflowsync.sandbox.fuzz.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes the tables of a round on DFS's target as a replica makes them, and sets the first new key of each so that new keys differ from
 * the old ones.
 */
final class RoundTargetTables {
    private final Connection target;

    RoundTargetTables(Connection target) {
        this.target = target;
    }

    /** @param making the statements that made the tables on the source */
    void make(List<Step> making, List<Table> tables) throws SQLException {
        try (Statement statement = target.createStatement()) {
            statement.execute("SET SESSION sql_mode = '', default_collation_for_utf8mb4 = utf8mb4_general_ci");
            statement.execute(RoundNames.MARK_TABLE);
            for (Step step : making) {
                statement.execute(step.sql());
            }
            statement.execute("SET SESSION foreign_key_checks = 0");
            for (Table table : tables) {
                if (table.hasNewKeys()) {
                    number(table, statement);
                }
            }
        }
    }

    private static void number(Table table, Statement statement) throws SQLException {
        Column key = table.column(table.key().get(0)).orElseThrow();
        if (key.generated() || key.reference() != null) {
            return;
        }
        String name = FuzzNames.quoted(table.name());
        if (!table.isNumbered()) {
            statement.execute("ALTER TABLE " + name + " MODIFY " + FuzzNames.quoted(key.name()) + " "
                    + key.type().sql() + " NOT NULL AUTO_INCREMENT");
        }
        statement.execute("ALTER TABLE " + name + " AUTO_INCREMENT = "
                + firstKey(key.type().sql()));
    }

    private static long firstKey(String type) {
        if (type.startsWith("SMALLINT")) {
            return 20_001;
        }
        return type.startsWith("MEDIUMINT") ? 4_000_001 : 1_000_000_001;
    }
}
