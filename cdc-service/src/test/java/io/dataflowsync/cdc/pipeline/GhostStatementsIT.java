package io.dataflowsync.cdc.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.LogSchema;
import io.dataflowsync.cdc.log.ChangeLog;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GhostStatementsIT {
    private static final String RENAME = "RENAME TABLE `shop`.`_t_new` TO `shop`.`t`";

    private static RunDirectory run;
    private static ChangeLog log;

    @BeforeAll
    static void start() throws SQLException {
        run = RunDirectory.open();
        log = new ChangeLog(LogSchema.on(MariaDb.start(run), "dfs_log"));
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void ofATableThatWasThereBeforeTheCaptureTheRenameAloneIsKnown() throws SQLException {
        assertThat(told(false).ghost().statements()).containsExactly(RENAME);
    }

    @Test
    void aTableThatIsCapturedUnderAToolsNameIsRenamedAsAnyOther() throws SQLException {
        assertThat(told(true).ghost().statements()).isEmpty();
    }

    private static SchemaChange told(boolean captured) throws SQLException {
        SourcePosition place = new SourcePosition("mysql-bin.000001", 4, 0, null, null);
        EventOrigin origin = new EventOrigin(place.toString(), place, Instant.EPOCH, Instant.EPOCH);
        return new GhostStatements(log, name -> name, table -> captured)
                .withGhostStatements(
                        new SchemaChange(origin, new TableName("shop", "t"), RENAME, List.of()), List.of());
    }
}
