package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What the program that this one replaces lost, doubled, blocked or died of, by the numbers that those faults have. Both servers are at
 * +08:00, and the binlog has the name that Amazon's servers give it.
 */
class OriginalFaultsIT {
    private static final String NUMBERED = "id INT PRIMARY KEY AUTO_INCREMENT, n INT NOT NULL";

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(
                run,
                EngineOptions.DEFAULT.withFlags("--default-time-zone=+08:00", "--log-bin=mysql-bin-changelog"),
                EngineOptions.DEFAULT.withFlags("--default-time-zone=+08:00"));
        servers.createSchemas("faults");
        servers.source()
                .execute(
                        "faults",
                        "CREATE TABLE not_wanted (" + NUMBERED + ")",
                        "CREATE TABLE older (" + NUMBERED + ")",
                        "INSERT INTO older VALUES (5, 50), (6, 60), (7, 70)");
        servers.target().execute("faults_copy", "CREATE TABLE older (" + NUMBERED + ")");
        String tables = "tables: { not_wanted: { skip: true } }\n";
        pipeline = new FaultPipeline(run, servers, "faults", "snapshot: initial\nddl: ignore\n" + tables, Map.of());
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(pipeline, servers, run);
    }

    @Test
    @DisplayName("original fault 12: bytes that are no UTF-8 are copied, and so is the row behind them")
    void bytesThatAreNoUtf8AreCopied() {
        pipeline.table("bytes", "id INT PRIMARY KEY, a BLOB, b BINARY(16), c VARCHAR(20) CHARACTER SET latin1");

        pipeline.source(
                "INSERT INTO bytes VALUES (1, x'FF00FE', x'00112233445566778899AABBCCDDEEFF', 'café')",
                "INSERT INTO bytes VALUES (2, 'after', 'after', 'after')");

        pipeline.awaitOnTarget(
                "SELECT id, HEX(a), HEX(b), HEX(c), c FROM bytes ORDER BY id",
                "1|FF00FE|00112233445566778899AABBCCDDEEFF|636166E9|café",
                "2|6166746572|61667465720000000000000000000000|6166746572|after");
        pipeline.assertOnce("bytes", 2);
    }

    @Test
    @DisplayName("original fault 13: the row behind one that cannot be applied arrives at once, and that one is kept")
    void rowBehindAPoisonedOneArrivesAtOnce() {
        pipeline.table("poison", "id INT PRIMARY KEY AUTO_INCREMENT, code VARCHAR(9) UNIQUE");
        pipeline.target("INSERT INTO poison VALUES (1, 'A')");

        pipeline.source("INSERT INTO poison VALUES (8, 'A')", "INSERT INTO poison VALUES (9, 'B')");

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(pipeline.onTarget("SELECT code FROM poison ORDER BY code"))
                        .containsExactly("A", "B"));
        assertThat(pipeline.inLog("SELECT old_key, state, error LIKE '%Duplicate entry ''A''%' FROM dead_letter"
                        + " WHERE table_name = 'poison'"))
                .containsExactly("8|dead|1");
    }

    @Test
    @DisplayName("original fault 14: a table or a column that the target lacks stops nobody and floods no server")
    void whatTheTargetLacksStopsNobody() {
        pipeline.table("narrow", NUMBERED);
        pipeline.table("beside", NUMBERED);
        pipeline.source(
                "CREATE TABLE only_here (" + NUMBERED + ")",
                "INSERT INTO only_here VALUES (1, 10)",
                "ALTER TABLE narrow ADD COLUMN extra INT",
                "INSERT INTO narrow VALUES (1, 10, 100)",
                "INSERT INTO beside VALUES (1, 11)");

        pipeline.awaitOnTarget("SELECT n FROM beside", "11");
        await().atMost(FaultPipeline.PATIENCE)
                .untilAsserted(() -> assertThat(pipeline.inLog("SELECT table_name, state FROM dead_letter"
                                + " WHERE table_name IN ('narrow', 'only_here') ORDER BY table_name"))
                        .containsExactly("narrow|dead", "only_here|dead"));
        assertThat(pipeline.countInLog("cdc_log WHERE table_name IN ('narrow', 'only_here') AND action = 'insert'"))
                .isEqualTo(2);
        assertThat(pipeline.onSource("SELECT COUNT(*) < 10 FROM information_schema.processlist"))
                .containsExactly("1");
        assertThat(pipeline.cdc().hasDied()).isFalse();
    }

    @Test
    @DisplayName("original fault 15: a table that the pipeline skips is nobody's business")
    void skippedTableIsNobodysBusiness() {
        pipeline.table("wanted", NUMBERED);

        pipeline.source("INSERT INTO not_wanted VALUES (1, 10)", "INSERT INTO wanted VALUES (1, 10)");

        pipeline.awaitOnTarget("SELECT n FROM wanted", "10");
        pipeline.assertOnce("wanted", 1);
        assertThat(pipeline.countInLog("cdc_log WHERE table_name = 'not_wanted'"))
                .isZero();
        assertThat(pipeline.dpu().hasDied()).isFalse();
    }

    @Test
    @DisplayName("original fault 16: a deleted row is deleted")
    void deletedRowIsDeleted() {
        pipeline.table("deleted", NUMBERED);
        pipeline.target("INSERT INTO deleted VALUES (1, -1), (2, -2)");

        pipeline.source("INSERT INTO deleted VALUES (1, 10), (2, 20)", "DELETE FROM deleted WHERE id = 1");

        pipeline.awaitOnTarget("SELECT n FROM deleted ORDER BY n", "-2", "-1", "20");
        pipeline.assertOnce("deleted", 3);
    }

    @Test
    @DisplayName("original fault 17: a column that was moved keeps its values")
    void movedColumnKeepsItsValues() {
        pipeline.table("moved", "id INT PRIMARY KEY AUTO_INCREMENT, foreign_id INT, some_fields VARCHAR(20)");
        pipeline.source(
                "INSERT INTO moved VALUES (1, 41, '76')",
                "ALTER TABLE moved MODIFY some_fields VARCHAR(20) AFTER id",
                "INSERT INTO moved (id, foreign_id, some_fields) VALUES (2, 42, '77')");

        pipeline.awaitOnTarget("SELECT foreign_id, some_fields FROM moved ORDER BY foreign_id", "41|76", "42|77");
        pipeline.assertOnce("moved", 2);
    }

    @Test
    @DisplayName(
            "original faults 18 and 19: cdc-service killed inside an event, or between those of one statement, loses no row")
    void killedInsideAnEventLosesNoRow() {
        pipeline.table("large", NUMBERED);

        for (int rows : new int[] {250, 6_000}) {
            long before = pipeline.countOnTarget("large");
            long logged = pipeline.countInLog("cdc_log WHERE table_name = 'large'");
            pipeline.source("INSERT INTO large (n) VALUES " + values((int) before, rows));
            pipeline.awaitLogged("cdc_log", "large", logged + 2);
            pipeline.cdc().kill();
            pipeline.cdc().restart();
            pipeline.awaitOnTarget(
                    "SELECT COUNT(*), COUNT(DISTINCT n) FROM large", (before + rows) + "|" + (before + rows));
        }
        pipeline.assertOnce("large", 6_250);
    }

    @Test
    @DisplayName(
            "original fault 20: cdc-service killed at any moment has every single-row transaction in the log and in the queue")
    void killedCaptureHasEveryRowInLogAndQueue() {
        pipeline.table("singles", NUMBERED);
        Random random = new Random(20);

        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> insertOneByOne("singles", 600));
        for (int kill = 1; kill <= 3; kill++) {
            pipeline.awaitLogged("cdc_log", "singles", (kill - 1) * 150L + random.nextInt(100));
            pipeline.cdc().kill();
            pipeline.cdc().restart();
        }
        writing.join();

        pipeline.awaitOnTarget("SELECT n FROM singles ORDER BY n", numbers(600));
        pipeline.assertOnce("singles", 600);
    }

    @Test
    @DisplayName("original fault 21: dpu-service killed at any moment applies every row once, with its relationship")
    void killedApplierAppliesEveryRowOnceWithItsRelationship() {
        pipeline.table("related", NUMBERED);
        pipeline.target("INSERT INTO related VALUES (1, -1)");
        String[] firstSigns = {"relationship", "target", "dpu_log"};

        int written = 0;
        for (String sign : firstSigns) {
            long before = signs(sign);
            pipeline.source("INSERT INTO related (n) VALUES " + values(written, 400));
            written += 400;
            await().atMost(FaultPipeline.PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> signs(sign) > before);
            pipeline.dpu().kill();
            pipeline.dpu().restart();
        }

        pipeline.awaitOnTarget("SELECT n FROM related WHERE n >= 0 ORDER BY n", numbers(written));
        pipeline.assertOnce("related", written);
        assertThat(pipeline.inLog("SELECT CONCAT(new_key, '|', old_key - 1) FROM relationship WHERE state = 'applied'"
                        + " AND source_table = 'faults.related' ORDER BY CAST(new_key AS UNSIGNED)"))
                .isEqualTo(pipeline.onTarget("SELECT id, n FROM related WHERE n >= 0 ORDER BY id"));
        assertThat(pipeline.countInLog("relationship WHERE source_table = 'faults.related'"))
                .isEqualTo(written);
    }

    private static long signs(String where) {
        return switch (where) {
            case "target" -> pipeline.countOnTarget("related");
            case "dpu_log" -> pipeline.countInLog("dpu_log WHERE table_name = 'related'");
            default ->
                pipeline.countInLog(
                        "relationship_run JOIN relationship_table USING (table_no) WHERE source_table = 'faults.related'");
        };
    }

    @Test
    @DisplayName(
            "original fault 22: an update whose relationship somebody deleted changes nobody else's row, and is in sight")
    void updateWithoutRelationshipChangesNobodyElsesRow() {
        pipeline.table("severed", NUMBERED);
        pipeline.target("INSERT INTO severed VALUES (1, -1), (2, -2)");
        pipeline.source("INSERT INTO severed VALUES (2, 20)");
        pipeline.awaitOnTarget("SELECT id, n FROM severed ORDER BY id", "1|-1", "2|-2", "3|20");
        pipeline.assertOnce("severed", 1);
        pipeline.dpu().kill();
        String severed =
                "WHERE table_no = (SELECT table_no FROM relationship_table WHERE source_table = 'faults.severed')";
        pipeline.log("DELETE FROM relationship_run " + severed);
        pipeline.log("DELETE FROM relationship_state " + severed);

        pipeline.source("UPDATE severed SET n = 21 WHERE id = 2");
        pipeline.dpu().restart();

        await().atMost(FaultPipeline.PATIENCE).untilAsserted(() -> assertThat(
                        pipeline.inLog("SELECT old_key, state FROM dead_letter WHERE table_name = 'severed'"))
                .containsExactly("2|dead"));
        assertThat(pipeline.onTarget("SELECT id, n FROM severed ORDER BY id")).containsExactly("1|-1", "2|-2", "3|20");
    }

    @Test
    @DisplayName("original fault 23: a target that is restarted while a queue drains has every row once")
    void targetRestartedWhileDrainingHasEveryRowOnce() {
        pipeline.table("drained", NUMBERED);
        for (int i = 0; i < 20; i++) {
            pipeline.source("INSERT INTO drained (n) VALUES " + values(i * 100, 100));
        }
        await().atMost(FaultPipeline.PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> pipeline.countOnTarget("drained") > 0);

        servers.target().stop();
        for (int i = 20; i < 30; i++) {
            pipeline.source("INSERT INTO drained (n) VALUES " + values(i * 100, 100));
        }
        FaultPipeline.awaitStatus(pipeline.dpu(), "\"retrying\"");
        servers.target().restart();

        pipeline.awaitOnTarget("SELECT n FROM drained ORDER BY n", numbers(3_000));
        pipeline.assertOnce("drained", 3_000);
        assertThat(pipeline.dpu().hasDied()).isFalse();
    }

    @Test
    @DisplayName("original fault 24: rows whose COMMIT was carried out and never answered are not applied again")
    void rowsOfAnUnansweredCommitAreNotAppliedAgain() {
        pipeline.table("answered", NUMBERED);
        int cuts = servers.cutter().cuts();
        servers.cutter().cutNext(3);

        insertOneByOne("answered", 20);

        pipeline.awaitOnTarget("SELECT n FROM answered ORDER BY n", numbers(20));
        insertOneByOne("answered", 1);
        pipeline.awaitOnTarget("SELECT COUNT(*) FROM answered", "21");
        pipeline.assertOnce("answered", 21);
        assertThat(servers.cutter().cuts()).isGreaterThan(cuts);
    }

    @Test
    @DisplayName("original fault 25: a pipeline that starts at a place in the binlog starts there once")
    void placeToStartFromIsStartedFromOnce() {
        servers.createSchemas("placed");
        servers.source()
                .execute(
                        "placed",
                        "CREATE TABLE rows_of_it (" + NUMBERED + ")",
                        "INSERT INTO rows_of_it (n) VALUES (-1)");
        servers.target().execute("placed_copy", "CREATE TABLE rows_of_it (" + NUMBERED + ")");
        String[] place = pipeline.onSource("SHOW MASTER STATUS").get(0).split("\\|");
        servers.source().execute("placed", "INSERT INTO rows_of_it (n) VALUES " + values(0, 20));
        String startFrom = "start-from: { file: " + place[0] + ", position: " + place[1] + " }\n";
        try (FaultPipeline placed = new FaultPipeline(run, servers, "placed", startFrom, Map.of())) {
            placed.awaitOnTarget("SELECT n FROM rows_of_it ORDER BY n", numbers(20));
            placed.cdc().restart();
            placed.source("INSERT INTO rows_of_it (n) VALUES (20)");

            placed.awaitOnTarget("SELECT n FROM rows_of_it ORDER BY n", numbers(21));
            placed.assertOnce("rows_of_it", 21);
        }
    }

    @Test
    @DisplayName("original fault 26: a key that is used again belongs to its newest row")
    void keyThatIsUsedAgainBelongsToItsNewestRow() {
        pipeline.table("reused", NUMBERED);
        pipeline.target("INSERT INTO reused VALUES (5, -5)");

        pipeline.source(
                "INSERT INTO reused VALUES (5, 50)",
                "DELETE FROM reused WHERE id = 5",
                "INSERT INTO reused VALUES (5, 51)",
                "UPDATE reused SET n = 52 WHERE id = 5");

        pipeline.awaitOnTarget("SELECT n FROM reused ORDER BY n", "-5", "52");
        pipeline.assertOnce("reused", 4);
        assertThat(pipeline.countInLog("relationship WHERE source_table = 'faults.reused'"))
                .isEqualTo(1);
    }

    @Test
    @DisplayName("original fault 27: a row older than the pipeline is updated, and a changed key is followed")
    void olderRowIsUpdatedAndChangedKeyIsFollowed() {
        pipeline.awaitOnTarget("SELECT n FROM older ORDER BY n", "50", "60", "70");
        List<String> keys = pipeline.onTarget("SELECT id FROM older ORDER BY n");

        pipeline.source(
                "UPDATE older SET n = 51 WHERE id = 5",
                "UPDATE older SET id = 600 WHERE id = 6",
                "UPDATE older SET n = 61 WHERE id = 600",
                "DELETE FROM older WHERE id = 7",
                "INSERT INTO older VALUES (6, 80)");

        pipeline.awaitOnTarget(
                "SELECT id, n FROM older WHERE n < 80 ORDER BY n", keys.get(0) + "|51", keys.get(1) + "|61");
        pipeline.awaitOnTarget("SELECT n FROM older ORDER BY n", "51", "61", "80");
        pipeline.assertOnce("older", 8);
    }

    @Test
    @DisplayName("original fault 28: an instant stays the same instant between servers at +08:00")
    void instantStaysTheSameInstant() {
        pipeline.table("instants", "id INT PRIMARY KEY, t TIMESTAMP(6) NULL, d DATETIME(6)");

        pipeline.source(
                "INSERT INTO instants VALUES (1, '2024-05-06 03:04:05.123456', '2024-05-06 03:04:05.123456')",
                "SET time_zone = '+00:00'",
                "INSERT INTO instants VALUES (2, '2024-05-06 03:04:05', '2024-05-06 03:04:05')");

        String sql = "SELECT id, CAST(t AS CHAR), UNIX_TIMESTAMP(t), CAST(d AS CHAR) FROM instants ORDER BY id";
        pipeline.awaitOnTarget(
                sql,
                "1|2024-05-06 03:04:05.123456|1714935845.123456|2024-05-06 03:04:05.123456",
                "2|2024-05-06 11:04:05.000000|1714964645.000000|2024-05-06 03:04:05.000000");
        assertThat(pipeline.onSource(sql)).isEqualTo(pipeline.onTarget(sql));
        assertThat(pipeline.onTarget("SELECT @@time_zone")).containsExactly("+08:00");
    }

    @Test
    @DisplayName("original fault 29: a binlog with a long name is captured")
    void binlogWithALongNameIsCaptured() {
        pipeline.table("named", NUMBERED);

        pipeline.source("INSERT INTO named (n) VALUES " + values(0, 5));

        pipeline.awaitOnTarget("SELECT n FROM named ORDER BY n", numbers(5));
        assertThat(pipeline.inLog("SELECT DISTINCT binlog_file LIKE 'mysql-bin-changelog.0000__' FROM cdc_log"
                        + " WHERE table_name = 'named'"))
                .containsExactly("1");
    }

    @Test
    @DisplayName("original fault 30: a source that is stopped for a while is waited for")
    void stoppedSourceIsWaitedFor() {
        pipeline.table("waited_for", NUMBERED);
        pipeline.source("INSERT INTO waited_for VALUES (1, 0)");
        pipeline.awaitOnTarget("SELECT n FROM waited_for", "0");

        servers.source().stop();
        FaultPipeline.awaitStatus(pipeline.cdc(), "RETRYING");
        servers.source().restart();
        pipeline.source("INSERT INTO waited_for VALUES (2, 1)");

        pipeline.awaitOnTarget("SELECT n FROM waited_for ORDER BY n", "0", "1");
        pipeline.assertOnce("waited_for", 2);
        assertThat(pipeline.cdc().hasDied()).isFalse();
    }

    @Test
    @DisplayName("original fault 31: a log server that is killed while changes are captured has each of them once")
    void killedLogServerHasEachChangeOnce() {
        pipeline.table("logged", NUMBERED);

        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> insertOneByOne("logged", 600));
        for (int kill = 1; kill <= 2; kill++) {
            pipeline.awaitLogged("cdc_log", "logged", kill * 100L);
            servers.log().kill();
            servers.log().restart();
        }
        writing.join();

        pipeline.awaitOnTarget("SELECT n FROM logged ORDER BY n", numbers(600));
        pipeline.assertOnce("logged", 600);
    }

    private static void insertOneByOne(String table, int count) {
        try (Connection connection = pipeline.connectToSource();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < count; i++) {
                statement.execute("INSERT INTO " + table + " (n) VALUES (" + i + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code (from), (from + 1), …}. */
    private static String values(int from, int count) {
        return String.join(
                ", ",
                IntStream.range(from, from + count).mapToObj(n -> "(" + n + ")").toList());
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}
