package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;

/** Holds a source and a target, with an empty schema each. */
public record Servers(MySql57 source, MySql80 target) {
    /** How long a source waits for a paused replica, in seconds. */
    static final String PATIENT = "--net-write-timeout=3600";

    private static final String SCHEMA = "CREATE SCHEMA " + Loader.SCHEMA + " DEFAULT CHARACTER SET utf8mb4";

    /** @param targetFlags flags of the target in addition to the usual ones */
    static Servers start(RunDirectory run, String... targetFlags) {
        MySql57 source = MySql57.start(run, EngineOptions.DEFAULT.withFlags(PATIENT));
        MySql80 target = MySql80.start(run, EngineOptions.DEFAULT.withFlags(targetFlags));
        source.execute("", SCHEMA);
        target.execute("", SCHEMA);
        target.grant(Loader.SCHEMA);
        return new Servers(source, target);
    }

    /** Empties the target. */
    public void renewTarget() {
        target.execute("", "DROP SCHEMA " + Loader.SCHEMA, SCHEMA);
    }

    void close() {
        source.close();
        target.close();
    }
}
