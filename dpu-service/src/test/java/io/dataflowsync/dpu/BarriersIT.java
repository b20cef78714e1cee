package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.Engines.run;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A lane whose statement all lanes meet at, with the others played by what they leave in the log. */
class BarriersIT {
    private static final TableDefinition T = table("t", "#id bigint", "n varchar(20)");
    private static final TableDefinition U = table("u", "#id bigint", "n varchar(20)");

    private final TestEvents events = new TestEvents();
    private final LaneBench bench = new LaneBench(
            List.of(T, U),
            Map.of(),
            OnError.DEAD_LETTER,
            Ddl.APPLY,
            "CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, n VARCHAR(20))");

    private SchemaChange rename(int lane) {
        return events.schemaChange(U, "RENAME TABLE t TO u").inLane(lane, 2);
    }

    private Thread working(SchemaChange change) {
        Thread work =
                new Thread(() -> bench.apply(events.insert(T.name(), row("id", 1L, "n", "before")), change, behind()));
        work.start();
        return work;
    }

    private io.dataflowsync.contract.event.ChangeEvent behind() {
        return events.insert(U.name(), row("id", 2L, "n", "behind"));
    }

    private void other(SchemaChange change, boolean passed) {
        run(
                bench.log,
                "REPLACE INTO barrier VALUES ('dfs.shop.changes', '" + change.id() + "', 1, " + passed + ", NOW(6))");
    }

    @Test
    void theTablesLaneRunsTheStatementWhenTheOtherHasCome() throws InterruptedException {
        SchemaChange change = rename(0);
        Thread work = working(change);
        await().until(() -> bench.lane().lastCode() == ErrorCode.LANES_APART);
        assertThat(bench.lane().lastError())
                .contains("lane 0 waits until lane 1 has come to event " + change.id() + ": RENAME TABLE t TO u");
        assertThat(rows(bench.target, "SELECT n FROM t")).containsExactly("before");

        other(change, false);
        work.join();

        assertThat(rows(bench.target, "SELECT n FROM u ORDER BY n")).containsExactly("before", "behind");
        assertThat(rows(bench.log, "SELECT lane, passed FROM barrier ORDER BY lane"))
                .containsExactly("0|1", "1|0");
        assertThat(rows(bench.log, "SELECT DISTINCT source_table FROM relationship"))
                .containsExactly("shop.u");
    }

    @Test
    void anotherLaneGoesOnWhenTheTablesLaneIsPast() throws InterruptedException {
        SchemaChange change = rename(1);
        Thread work = working(change);
        await().until(() -> bench.lane().lastCode() == ErrorCode.LANES_APART);
        assertThat(rows(bench.log, "SELECT lane, passed FROM barrier")).containsExactly("0|0");

        run(bench.target, "RENAME TABLE t TO u");
        other(change, true);
        work.join();

        assertThat(rows(bench.target, "SELECT n FROM u ORDER BY n")).containsExactly("before", "behind");
        assertThat(rows(bench.log, "SELECT * FROM barrier")).isEmpty();
    }

    @Test
    void deadLettersOfARenamedTableComeFirst() throws InterruptedException {
        SchemaChange change = rename(0);
        other(change, false);
        bench.apply(events.insert(T.name(), row("id", 9L, "n", "x".repeat(21))));
        Thread work = working(change);
        await().until(() -> bench.lane().lastCode() == ErrorCode.LETTERS_FIRST);

        assertThat(bench.lane().lastError())
                .isEqualTo("the source ran RENAME TABLE t TO u (event " + change.id()
                        + "), and dead letters of lane 0 are about rows of shop.t, which is another table after it or none,"
                        + " or has another name, key or lane, or other rows, references, values or defaults");
        run(bench.target, "ALTER TABLE t MODIFY n VARCHAR(40)");
        run(bench.log, "UPDATE dead_letter SET asked = 'replay', asked_by = 'us' WHERE state = 'dead'");
        work.join();

        assertThat(rows(bench.target, "SELECT LENGTH(n) FROM u ORDER BY 1")).containsExactly("6", "6", "21");
    }
}
