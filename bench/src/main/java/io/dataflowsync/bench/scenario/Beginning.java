package io.dataflowsync.bench.scenario;

import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.Polling;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Waits for the start of a contender that follows a source but does not report when it begins: it writes rows until the first one
 * arrives.
 */
public record Beginning(MySql57 source, MySql80 target, String table) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Makes the table, at both ends. */
    public void create() {
        String create = "CREATE TABLE " + table + " (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY)";
        target.execute(Loader.SCHEMA, create);
        source.execute(Loader.SCHEMA, create);
    }

    /** @param noticed whether the first row has arrived; throws if waiting longer is in vain */
    public void await(BooleanSupplier noticed) {
        boolean came = Polling.comesTrue(PATIENCE, INTERVAL, () -> {
            source.execute(Loader.SCHEMA, "INSERT INTO " + table + " VALUES ()");
            return noticed.getAsBoolean();
        });
        if (!came) {
            throw new BenchFailure("no row of " + table + " arrived within " + PATIENCE.toSeconds() + " s");
        }
    }
}
