package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.workload.OwnRows;
import io.dataflowsync.sandbox.workload.Shop;
import io.dataflowsync.sandbox.workload.SqlScript;
import io.dataflowsync.sandbox.workload.TargetShop;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/** Holds the four servers of the demo, with the shop's empty tables. */
public record DemoEngines(MySql57 source, MySql80 target, MariaDb log, KafkaBroker broker) {
    /** The schema of the shop on the source. */
    public static final String SOURCE_SCHEMA = "shop";

    /** Its schema on the target. */
    public static final String TARGET_SCHEMA = "store";

    private static final String ADMIN_PASSWORD = "DFS_ADMIN_PASSWORD";

    /** Starts the servers in parallel. */
    public static DemoEngines start(RunDirectory run) {
        return start(run, KafkaBroker::start);
    }

    /** @param startBroker starts a broker with other options than the usual ones */
    public static DemoEngines start(RunDirectory run, Function<RunDirectory, KafkaBroker> startBroker) {
        CompletableFuture<KafkaBroker> broker = starting(run, startBroker);
        CompletableFuture<MySql57> source = starting(run, MySql57::start);
        CompletableFuture<MySql80> target = starting(run, MySql80::start);
        CompletableFuture<MariaDb> log = starting(run, MariaDb::start);
        try {
            return new DemoEngines(source.join(), target.join(), log.join(), broker.join()).withTables();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static <T extends Engine> CompletableFuture<T> starting(RunDirectory run, Function<RunDirectory, T> start) {
        return CompletableFuture.supplyAsync(() -> start.apply(run), task -> new Thread(task, "engine").start());
    }

    /** Returns the same servers, after it has created the shop's tables on both sides. */
    public DemoEngines withTables() {
        source.execute("", "CREATE SCHEMA " + SOURCE_SCHEMA + " DEFAULT CHARACTER SET utf8mb4");
        source.execute(SOURCE_SCHEMA, SqlScript.statements("source").toArray(String[]::new));
        target.execute("", "CREATE SCHEMA " + TARGET_SCHEMA);
        target.execute(TARGET_SCHEMA, SqlScript.statements("target").toArray(String[]::new));
        target.grantRows(TARGET_SCHEMA);
        return this;
    }

    /**
     * Opens the shop on the source. It goes on with the rows that exist.
     *
     * @throws EngineFailure if the source is unreachable
     */
    public Shop openShop(long seed) throws SQLException {
        return new Shop(source.connect(SOURCE_SCHEMA), seed);
    }

    /**
     * Opens the target's own application. It goes on with the rows that exist.
     *
     * @param rows gets a new connection, too, since the last one may be lost
     * @throws EngineFailure if the target is unreachable
     */
    public TargetShop openTargetShop(long seed, OwnRows rows) throws SQLException {
        rows.reconnect(target.connect(TARGET_SCHEMA));
        return new TargetShop(target.connect(TARGET_SCHEMA), seed, rows);
    }

    /** The environment variables that the demo's pipeline file needs. */
    public Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("SOURCE_PASSWORD", Engine.PASSWORD);
        settings.put("TARGET_PASSWORD", Engine.PASSWORD);
        put(settings, "DFS_SOURCE_", source);
        put(settings, "DFS_TARGET_", target);
        put(settings, "DFS_LOG_", log);
        settings.put("DFS_LOG_USER", Engine.USER);
        settings.put("DFS_LOG_PASSWORD", Engine.PASSWORD);
        settings.put("DFS_BROKER_BOOTSTRAP_SERVERS", broker.bootstrapServers());
        settings.put(ADMIN_PASSWORD, adminPassword());
        return settings;
    }

    /** The password of the user admin, who may operate the services of the demo. */
    public static String adminPassword() {
        return System.getenv().getOrDefault(ADMIN_PASSWORD, Engine.PASSWORD);
    }

    /** The password as it may be printed: the demo's own, which is public, is printed; of another one, only the place where it is. */
    static String adminPasswordInWords() {
        return System.getenv().containsKey(ADMIN_PASSWORD)
                ? "the password in " + ADMIN_PASSWORD
                : "password " + Engine.PASSWORD;
    }

    private static void put(Map<String, String> settings, String prefix, Engine engine) {
        settings.put(prefix + "HOST", engine.host());
        settings.put(prefix + "PORT", String.valueOf(engine.port()));
    }
}
