package io.dataflowsync.dpu.relationship;

import static io.dataflowsync.dpu.Engines.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.dpu.Engines;
import io.dataflowsync.dpu.log.LogSchema;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** A log schema of an earlier release has a row for each relationship. */
class RunsMigrationIT {
    private static final String BY_ROW =
            "SELECT source_table, old_key, target_table, new_key, state FROM relationship ORDER BY 1,"
                    + " CAST(old_key AS DECIMAL(20))";

    @Test
    void relationshipsOfEarlierReleasesStayAsTheyAreAndDenseOnesBecomeRuns() {
        DataSource log = Engines.logSchema("dfs_runs_migrated");
        flyway(log).target("14").load().migrate();
        Engines.run(
                log,
                insert(
                        "shop.orders",
                        "seq + 10",
                        "orders",
                        "seq + 5000",
                        "seq_1_to_200",
                        "IF(seq = 150, 'deleted', 'applied')"),
                insert("shop.orders", "seq * 7 + 1000", "orders", "seq + 9000", "seq_1_to_20", "'reserved'"),
                insert("shop.orders", "seq + 20000", "orders", "seq + 20000", "seq_1_to_63", "'applied'"),
                insert("shop.items", "CAST(seq AS SIGNED) - 40", "items", "seq", "seq_1_to_80", "'applied'"),
                insert("shop.big", "18446744073709551400 + seq", "big", "seq + 700", "seq_1_to_215", "'applied'"),
                insert("shop.big", "seq", "big", "seq + 2000", "seq_1_to_64", "'applied'"));
        var before = rows(log, BY_ROW);
        Engines.run(
                log,
                "INSERT INTO relationship VALUES ('shop.big', '123456789012345678901234567890', 'big', '7', 'reserved', NOW(6), NOW(6))");

        flyway(log).load().migrate();

        assertThat(rows(log, BY_ROW)).isEqualTo(before).hasSize(642);
        assertThat(rows(
                        log,
                        "SELECT t.source_table, r.first_old, r.length, r.first_new FROM relationship_run r"
                                + " JOIN relationship_table t ON t.table_no = r.table_no ORDER BY 1"))
                .containsExactly("shop.big|1|64|2001", "shop.orders|11|200|5001");
        assertThat(rows(log, "SELECT COUNT(*) FROM relationship_single")).containsExactly("378");
    }

    @Test
    void aMigrationThatWasInterruptedIsRunAgainToItsEnd() {
        DataSource log = Engines.logSchema("dfs_runs_interrupted");
        flyway(log).target("14").load().migrate();
        Engines.run(
                log,
                insert("shop.orders", "seq", "orders", "seq + 5000", "seq_1_to_100", "'applied'"),
                "CREATE TABLE relationship_run (old INT)",
                "CREATE TABLE relationship_island (old INT)",
                "INSERT INTO flyway_dpu SELECT MAX(installed_rank) + 1, '15', 'relationships as runs', 'SQL',"
                        + " 'V15__relationships_as_runs.sql', 0, 'dfs', NOW(), 1, 0 FROM flyway_dpu");

        LogSchema.migrate(flyway(log).load());

        assertThat(rows(log, "SELECT COUNT(*), MIN(CAST(new_key AS UNSIGNED)) FROM relationship"))
                .containsExactly("100|5001");
    }

    private static String insert(
            String source, String oldKey, String target, String newKey, String from, String state) {
        return "INSERT INTO relationship SELECT '" + source + "', " + oldKey + ", '" + target + "', " + newKey + ", "
                + state + ", NOW(6), NOW(6) FROM " + from;
    }

    private static FluentConfiguration flyway(DataSource log) {
        return Flyway.configure().dataSource(log).locations("db/dpu").table("flyway_dpu");
    }
}
