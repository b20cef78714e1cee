package io.dataflowsync.sandbox.compose;

import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.demo.EventCounts;
import io.dataflowsync.sandbox.demo.Sentinel;
import io.dataflowsync.sandbox.engine.Polling;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.workload.Shop;
import io.dataflowsync.verify.OwnRowTest;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes to the databases of the compose file and reads them, over the ports that it publishes. */
final class ComposedDatabases {
    private static final int SOURCE_PORT = 3357;
    private static final int TARGET_PORT = 3380;
    private static final String BROKER = "localhost:9094";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration INTERVAL = Duration.ofMillis(100);

    /** The password files that the compose file needs. */
    static final List<String> SECRETS = List.of("source-password", "target-password", "log-password", "admin-password");

    /** The rows that deploy/demo/mysql80 gives to the target. */
    private static final OwnRowTest OWN =
            (table, row) -> table.equals("clients") && "2020-01-01 00:00:00.000000".equals(row.get("created_at"));

    private final PipelineConfig config;
    private final String password;
    private long seed = 1;

    /**
     * @param pipeline the file that the services read
     * @param secrets the directory with the password files
     * @param password the password in each of them, also root's
     */
    ComposedDatabases(Path pipeline, Path secrets, int logPort, String password) {
        this.password = password;
        Map<String, String> environment = new HashMap<>();
        for (String server : List.of("SOURCE", "TARGET", "LOG")) {
            String secret = server.toLowerCase(Locale.ROOT) + "-password";
            environment.put(
                    "DFS_" + server + "_PASSWORD_FILE", secrets.resolve(secret).toString());
            environment.put("DFS_" + server + "_HOST", "127.0.0.1");
        }
        environment.put("DFS_SOURCE_PORT", String.valueOf(SOURCE_PORT));
        environment.put("DFS_TARGET_PORT", String.valueOf(TARGET_PORT));
        environment.put("DFS_LOG_PORT", String.valueOf(logPort));
        environment.put("DFS_BROKER_BOOTSTRAP_SERVERS", BROKER);
        config = PipelineFile.read(pipeline, environment);
    }

    /** Runs this number of transactions of the shop on the source, different ones with each call. */
    void transact(int count) throws SQLException {
        try (Shop shop = new Shop(source(), seed++)) {
            for (int i = 0; i < count; i++) {
                shop.transact();
            }
        }
    }

    /** Runs a statement on the source, as root. */
    void onSource(String sql) throws SQLException {
        try (Connection source = source();
                Statement statement = source.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement on the target, as root. */
    void onTarget(String sql) throws SQLException {
        try (Connection target = root(TARGET_PORT, DemoEngines.TARGET_SCHEMA);
                Statement statement = target.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of every row on the target. */
    List<String> target(String sql) throws SQLException {
        try (Connection target = root(TARGET_PORT, DemoEngines.TARGET_SCHEMA);
                Statement statement = target.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (row.next()) {
                values.add(row.getString(1));
            }
            return values;
        }
    }

    /** Waits until the target has exactly these values. */
    void awaitOnTarget(String sql, String... values) throws SQLException {
        List<String> expected = List.of(values);
        if (!Polling.comesTrue(PATIENCE, INTERVAL, () -> unchecked(sql).equals(expected))) {
            throw new LaunchFailure("the target has " + target(sql) + " and not " + expected + ": " + sql);
        }
    }

    private List<String> unchecked(String sql) {
        try {
            return target(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until everything that the source has committed is captured and handled, and returns the figures. */
    EventCounts awaitDrained() throws SQLException {
        try (Connection log = JdbcUrl.log(config.log().orElseThrow()).connect();
                Connection source = source()) {
            Sentinel sentinel = Sentinel.commit(source, log);
            if (!Polling.comesTrue(
                    PATIENCE,
                    INTERVAL,
                    () -> sentinel.isCaptured(log) && EventCounts.unchecked(log).isDrained())) {
                throw new LaunchFailure("not drained after " + PATIENCE.toSeconds() + " s: " + EventCounts.read(log));
            }
            return EventCounts.read(log);
        }
    }

    /** Compares source and target row by row; only once everything is drained. */
    Verification compare() throws SQLException {
        return Verifier.verify(config, OWN);
    }

    private Connection source() throws SQLException {
        return root(SOURCE_PORT, DemoEngines.SOURCE_SCHEMA);
    }

    private Connection root(int port, String schema) throws SQLException {
        String url = "jdbc:mysql://127.0.0.1:" + port + "/" + schema + "?sslMode=DISABLED&allowPublicKeyRetrieval=true";
        return DriverManager.getConnection(url, "root", password);
    }
}
