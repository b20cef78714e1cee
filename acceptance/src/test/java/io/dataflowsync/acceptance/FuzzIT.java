package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.demo.KeptLogs;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.fuzz.Fuzz;
import io.dataflowsync.sandbox.fuzz.FuzzOptions;
import io.dataflowsync.sandbox.fuzz.FuzzReport;
import io.dataflowsync.sandbox.fuzz.generate.Profile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One round of each kind, of a fixed seed; {@code ./dfs fuzz} runs as many as one likes. */
class FuzzIT {
    private static final long SEED = 11;
    private static final int ROUNDS = 3;

    @TempDir
    private Path cases;

    @Test
    void theTargetHasWhatMySqlsOwnReplicationHas() throws SQLException {
        FuzzOptions options = new FuzzOptions(
                SEED, Duration.ofMinutes(10), 0, ROUNDS, Profile.usual(), Set.of(), Duration.ZERO, cases);
        try (RunDirectory run = RunDirectory.open()) {
            FuzzReport report = Fuzz.run(run, options, System.out);

            boolean clean = report.silent().isEmpty() && report.stops().isEmpty();
            String logs = clean ? "" : "logs: " + KeptLogs.keep(run);
            assertThat(report.silent())
                    .as("./dfs fuzz --seed %d; %s", SEED, logs)
                    .isEmpty();
            assertThat(report.stops())
                    .as("./dfs fuzz --seed %d; %s", SEED, logs)
                    .isEmpty();
            assertThat(report.rounds()).isEqualTo(ROUNDS);
            assertThat(report.untold()).isZero();
            assertThat(report.rows()).isGreaterThan(100);
            assertThat(report.definitions()).isGreaterThan(3);
        }
    }
}
