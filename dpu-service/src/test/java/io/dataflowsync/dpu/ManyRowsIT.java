package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.Engines.run;
import static io.dataflowsync.dpu.TestEvents.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Events that delete many rows. The rows, their relationships and their logs are written by statements, as if they had been applied.
 *
 * <p>{@code -Ddfs.rows} is another number of rows, to see what so many need of a small heap.
 */
class ManyRowsIT {
    private static final TableName MANY = new TableName("shop", "many");
    private static final long ROWS = Long.getLong("dfs.rows", 100_000);

    private final TestEvents events = new TestEvents();
    private final LaneBench bench = new LaneBench(
            List.of(TestTables.table("many", "#id bigint", "n int")),
            Map.of(),
            OnError.DEAD_LETTER,
            "CREATE TABLE many (id BIGINT PRIMARY KEY AUTO_INCREMENT, n INT)",
            "INSERT INTO many VALUES (500, -1)");

    /** Old keys 1 to ROWS have the new keys 10,001 and so on. */
    @BeforeEach
    void fill() {
        bench.apply(events.insert(MANY, row("id", 1L, "n", 1L)));
        assertThat(rows(bench.log, "SELECT table_no, first_old, first_new FROM relationship_run"))
                .containsExactly("1|1|501");
        run(
                bench.target,
                "DELETE FROM many WHERE id = 501",
                "SET SESSION cte_max_recursion_depth = " + (ROWS + 1),
                "INSERT INTO many WITH RECURSIVE s AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM s WHERE i < " + ROWS
                        + ") SELECT 10000 + i, i FROM s",
                "INSERT INTO many VALUES (9000, -2), (" + (ROWS + 10_001) + ", -3)");
        String all = "18446744073709551615";
        run(
                bench.log,
                "DELETE FROM relationship_state",
                "UPDATE relationship_run SET first_new = 10001, length = " + ROWS,
                "INSERT INTO relationship_state SELECT 1, seq, " + String.join(", ", Collections.nCopies(8, all))
                        + " FROM seq_0_to_" + (ROWS / 256 - 1),
                "UPDATE relationship_state SET live_0 = live_0 & ~1, came_0 = came_0 & ~1 WHERE line = 0");
        long last = ROWS / 256 * 256 - 1;
        run(bench.target, "DELETE FROM many WHERE n > " + last + " AND id < " + (ROWS + 10_001));
        bench.restart();
    }

    private static final long LAST = ROWS / 256 * 256 - 1;

    @Test
    void aTruncateDeletesAllRowsOfTheSourceAndNoneOfTheTargets() {
        assertThat(rows(bench.target, "SELECT COUNT(*) FROM many")).containsExactly(String.valueOf(LAST + 3));

        bench.apply(events.truncate(MANY));

        assertThat(rows(bench.target, "SELECT n FROM many ORDER BY id")).containsExactly("-1", "-2", "-3");
        assertThat(rows(bench.log, "SELECT SUM(BIT_COUNT(live_0) + BIT_COUNT(live_3)) FROM relationship_state"))
                .containsExactly("0");
        assertThat(rows(bench.log, "SELECT LENGTH(sql_text) < 1000 FROM dpu_log WHERE action = 'truncate'"))
                .containsExactly("1");
    }

    @Test
    void aSweepDeletesTheRowsThatTheSnapshotDidNotContain() {
        run(
                bench.log,
                "INSERT INTO dpu_log (event_id, lane, topic_offset, schema_name, table_name, target_table, action, snapshot,"
                        + " old_key, new_key, status, committed_at, captured_at, received_at, applied_at)"
                        + " SELECT CONCAT('s2/', seq), 0, 0, 'shop', 'many', 'many', 'snapshot', 's2', seq, 10000 + seq,"
                        + " 'applied', NOW(6), NOW(6), NOW(6), NOW(6) FROM seq_1_to_" + LAST
                        + " WHERE seq NOT BETWEEN 1000 AND 1999 AND seq % 1000 <> 7");

        bench.apply(events.completed("s2", MANY));

        assertThat(rows(
                        bench.target,
                        "SELECT COUNT(*) FROM many WHERE n > 0 AND (n BETWEEN 1000 AND 1999 OR n % 1000 = 7)"))
                .containsExactly("0");
        long thousands = (LAST - 7) / 1_000 + 1;
        assertThat(rows(bench.target, "SELECT COUNT(*) FROM many"))
                .containsExactly(String.valueOf(LAST + 3 - 1_000 - (thousands - 1)));
        assertThat(rows(bench.log, "SELECT state, COUNT(*) FROM relationship GROUP BY 1 ORDER BY 1"))
                .containsExactly("applied|" + (LAST - 999 - thousands), "deleted|" + (999 + thousands));
    }
}
