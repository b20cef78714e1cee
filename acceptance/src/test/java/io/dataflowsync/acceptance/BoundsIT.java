package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Large transactions and large rows pass through services whose heap is smaller than what passes. */
class BoundsIT {
    private static final String SMALL_HEAP = "-Xmx512m -XX:TieredStopAtLevel=1";
    private static final int LARGE = 16 * 1024 * 1024 - 1024;

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas("bounds");
        pipeline = new FaultPipeline(run, servers, "bounds", "", Map.of("JAVA_TOOL_OPTIONS", SMALL_HEAP));
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(pipeline, servers, run);
    }

    @Test
    void transactionOfManyRowsPasses() throws SQLException {
        int rows = 200_000;
        pipeline.table("many", "id INT PRIMARY KEY AUTO_INCREMENT, n INT NOT NULL, text VARCHAR(200) NOT NULL");

        try (Connection source = pipeline.connectToSource();
                Statement statement = source.createStatement()) {
            source.setAutoCommit(false);
            for (int from = 0; from < rows; from += 10_000) {
                statement.execute("INSERT INTO many (n, text) VALUES "
                        + IntStream.range(from, from + 10_000)
                                .mapToObj(n -> "(" + n + ", REPEAT('" + n % 10 + "', 150))")
                                .collect(Collectors.joining(", ")));
            }
            source.commit();
        }

        String sums = "SELECT COUNT(*), COUNT(DISTINCT n), SUM(n), SUM(CRC32(CONCAT(n, text))) FROM many";
        pipeline.awaitOnTarget(sums, pipeline.onSource(sums));
        pipeline.assertOnce("many", rows);
    }

    @Test
    void rowsOfSixteenMebibytesPass() throws SQLException {
        pipeline.table("large", "id INT PRIMARY KEY AUTO_INCREMENT, bytes LONGBLOB, text LONGTEXT");

        byte[] noise = new byte[LARGE];
        new Random(16).nextBytes(noise);
        try (Connection source = pipeline.connectToSource();
                PreparedStatement insert = source.prepareStatement("INSERT INTO large VALUES (?, ?, ?)")) {
            insert.setInt(1, 1);
            insert.setBytes(2, noise);
            insert.setString(3, null);
            insert.execute();
        }
        pipeline.source(
                "INSERT INTO large VALUES (2, NULL, REPEAT('sixteen \\\\ \"MiB\"\\n', " + LARGE / 16 + "))",
                "UPDATE large SET text = 'small' WHERE id = 1",
                "INSERT INTO large SELECT id + 10, bytes, text FROM large",
                "DELETE FROM large WHERE id = 12");

        String sums = "SELECT LENGTH(bytes), MD5(bytes), LENGTH(text), MD5(text) FROM large ORDER BY 2, 4";
        pipeline.awaitOnTarget(sums, pipeline.onSource(sums));
        pipeline.assertOnce("large", 6);
    }

    /** On the topic they are a few kilobytes each: many come with one fetch, and are large in memory alone. */
    @Test
    void largeRowsThatAreSmallOnTheTopicPassWhenManyWait() throws SQLException {
        pipeline.table("empty_pages", "id INT PRIMARY KEY AUTO_INCREMENT, page LONGBLOB NOT NULL");
        pipeline.dpu().kill();
        for (int row = 0; row < 30; row++) {
            pipeline.source("INSERT INTO empty_pages (page) VALUES (REPEAT('" + row % 10 + "', 8 * 1024 * 1024))");
        }
        pipeline.awaitLogged("cdc_log", "empty_pages", 30);

        pipeline.dpu().restart();

        String sums = "SELECT LENGTH(page), MD5(page) FROM empty_pages ORDER BY id";
        pipeline.awaitOnTarget(sums, pipeline.onSource(sums));
        pipeline.assertOnce("empty_pages", 30);
    }
}
