package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.demo.KeptLogs;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.fire.Fire;
import io.dataflowsync.sandbox.fire.FireOptions;
import io.dataflowsync.sandbox.fire.FireReport;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A short fire. Its seed is another one each time; {@code ./dfs fire --minutes 2.5 --seed S} chooses the same faults again. */
class FireIT {
    private static final Duration LASTS = Duration.ofSeconds(150);

    @Test
    void everyPromiseIsKeptWhileEverythingIsKilledAndCut() throws SQLException {
        long seed = Long.getLong("dfs.fire.seed", new Random().nextInt(1_000_000));
        try (RunDirectory run = RunDirectory.open()) {
            FireReport report = Fire.burn(run, new FireOptions(seed, LASTS), System.out);

            assertThat(report.violations())
                    .as(
                            "./dfs fire --minutes 2.5 --seed %d; what happened: %s; logs: %s",
                            seed, report.faults(), report.isClean() ? "" : KeptLogs.keep(run))
                    .isEmpty();
            assertThat(report.figures().applied()).as("seed %d", seed).isGreaterThan(100);
            assertThat(report.faults()).as("seed %d", seed).isNotEmpty();
        }
    }
}
