package io.dataflowsync.cdc.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.LogSchema;
import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.log.EarlierTableLog;
import io.dataflowsync.cdc.log.TableSnapshotLog;
import io.dataflowsync.cdc.log.TieLog;
import io.dataflowsync.cdc.mapping.LaneAssignment;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class TiesIT {
    private static final List<TableDefinition> BEFORE =
            List.of(table("a_owner"), table("c_pet", "a_owner"), table("x"));
    private static final List<TableDefinition> BEHIND =
            List.of(table("b_owner"), table("c_pet", "b_owner"), table("x"));
    private static final long RENAME = 300;

    private static RunDirectory run;
    private static CapturedTables tables;
    private static Ties ties;

    @BeforeAll
    static void start() throws SQLException {
        run = RunDirectory.open();
        MariaDbDataSource log = LogSchema.on(MariaDb.start(run), "dfs_log");
        PipelineConfig config = Pipelines.of("");
        tables = new CapturedTables(config, List::of, (table, other) -> false);
        RetryUntilAvailable retry = new RetryUntilAvailable(new CaptureStatus(), new CountDownLatch(1));
        EarlierTables earlier = new EarlierTables(
                config, tables, new EarlierTableLog(log), new TableSnapshotLog(log), retry, obstacle -> false);
        ties = new Ties(
                config, tables, new TieLog(log), earlier, retry, place -> place.position() < RENAME ? BEFORE : BEHIND);
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    /** What is read at once has been read to its end before the first of it is passed. */
    @Test
    void aStatementTiesTheTablesAsTheyAreBehindItThoughTheReadingIsFurther() throws Exception {
        tables.take(BEFORE);
        ties.begin(Optional.empty(), Optional.empty());
        int before = laneOf("a_owner");
        tables.take(BEHIND);

        assertThat(ties.pass(statement(RENAME - 100, "x", "ALTER TABLE x ADD n INT")))
                .isEmpty();
        assertThat(laneOf("a_owner")).isEqualTo(before);
        assertThat(laneOf("c_pet")).isEqualTo(before);

        assertThat(ties.pass(statement(RENAME, "a_owner", "RENAME TABLE a_owner TO b_owner")))
                .containsExactly(name("c_pet"));
        assertThat(laneOf("c_pet")).isEqualTo(laneOf("b_owner")).isNotEqualTo(before);
    }

    private static int laneOf(String table) {
        LaneAssignment lanes = ties.lanes();
        return lanes.laneOf(name(table));
    }

    private static SchemaChange statement(long position, String table, String ddl) {
        SourcePosition place = new SourcePosition("mysql-bin.000001", position, 0, null, null);
        EventOrigin origin = new EventOrigin(place.toString(), place, Instant.EPOCH, Instant.EPOCH);
        return new SchemaChange(origin, name(table), ddl, List.of());
    }

    private static TableDefinition table(String name, String... parents) {
        List<ForeignKey> keys = Arrays.stream(parents)
                .map(parent -> new ForeignKey("f", List.of("p"), name(parent), List.of("id")))
                .toList();
        return new TableDefinition(name(name), List.of(), List.of("id"), List.of(), keys);
    }

    private static TableName name(String table) {
        return new TableName("shop", table);
    }
}
