package io.dataflowsync.dpu.plan;

import static io.dataflowsync.dpu.Engines.rows;
import static io.dataflowsync.dpu.Engines.run;
import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.LaneBench;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A target that changes rows by itself is met before the first of them is written. */
class TargetActionsIT {
    private static final TableName SHOP = name("shop");

    private final TestEvents events = new TestEvents();
    private final LaneBench bench = new LaneBench(
            List.of(table("shop", "#id bigint", "v varchar(9)"), table("other", "#id bigint", "v varchar(9)")),
            Map.of(),
            OnError.DEAD_LETTER,
            "CREATE TABLE shop (id BIGINT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9))",
            "CREATE TABLE other (id BIGINT PRIMARY KEY AUTO_INCREMENT, v VARCHAR(9))");

    @Test
    void aTriggerThatChangesTheRowHaltsTheLaneUntilItIsDropped() throws InterruptedException {
        run(bench.target, "CREATE TRIGGER loud BEFORE INSERT ON shop FOR EACH ROW SET NEW.v = UPPER(NEW.v)");

        Thread work = halted();
        assertThat(bench.lane().lastError())
                .contains(
                        "must not be applied: target-trigger: the target's trigger 'loud' (BEFORE INSERT on 'shop') changes the"
                                + " row that is written: it would differ from the source's; drop it there, or write allow-triggers: [loud]"
                                + " if it is meant");
        run(bench.target, "DROP TRIGGER loud");
        work.join();

        assertThat(rows(bench.target, "SELECT v FROM shop")).containsExactly("quiet");
    }

    @Test
    void aTriggerThatWritesACapturedTableHaltsTheLaneUntilItIsDropped() throws InterruptedException {
        run(
                bench.target,
                "CREATE TRIGGER twice AFTER INSERT ON shop FOR EACH ROW INSERT INTO other VALUES (NULL, NEW.v)");

        Thread work = halted();
        assertThat(bench.lane().lastError())
                .contains(
                        "target-trigger: the target's trigger 'twice' (AFTER INSERT on 'shop') writes the captured table 'other'");
        run(bench.target, "DROP TRIGGER twice");
        work.join();

        assertThat(rows(bench.target, "SELECT v FROM shop")).containsExactly("quiet");
        assertThat(rows(bench.target, "SELECT v FROM other")).isEmpty();
    }

    @Test
    void whatMayBeMeantIsTold() {
        run(
                bench.target,
                "CREATE TABLE audit (v TEXT)",
                "CREATE TRIGGER noted AFTER INSERT ON shop FOR EACH ROW INSERT INTO audit VALUES (NEW.v)",
                "ALTER TABLE shop ENGINE = MyISAM");

        bench.apply(events.insert(SHOP, row("id", 1L, "v", "quiet")));

        assertThat(rows(bench.target, "SELECT v FROM audit")).containsExactly("quiet");
        assertThat(bench.acts.warnings())
                .containsExactly(
                        "the target's table 'shop' has the engine MyISAM, which has no transactions: after a crash a change could"
                                + " be there twice, or in part; run ALTER TABLE `" + bench.schema
                                + "`.`shop` ENGINE = InnoDB there",
                        "the target's trigger 'noted' (AFTER INSERT on 'shop') acts for every row that is written; drop it there,"
                                + " or write allow-triggers: [noted] if it is meant");
    }

    private Thread halted() {
        Thread work = new Thread(() -> bench.apply(events.insert(SHOP, row("id", 1L, "v", "quiet"))));
        work.start();
        await().until(() -> bench.lane().state() == Lane.State.HALTED);
        assertThat(bench.lane().lastCode()).isEqualTo(ErrorCode.TARGET_TRIGGER);
        return work;
    }
}
