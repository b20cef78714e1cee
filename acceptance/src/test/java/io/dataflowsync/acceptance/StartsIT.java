package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every way to begin: with all rows, with none, with them alone, from a place, without a target, and with one more table later. */
class StartsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "of the operator";
    private static final String TABLE =
            "CREATE TABLE people (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), chief INT NULL,"
                    + " FOREIGN KEY (chief) REFERENCES people (id) ON DELETE SET NULL)";
    private static final String PEOPLE =
            "SELECT p.name, c.name FROM people p LEFT JOIN people c ON c.id = p.chief ORDER BY p.name";

    private static RunDirectory run;
    private static FaultServers servers;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(null, servers, run);
    }

    @Test
    void withoutASnapshotOnlyWhatComesLaterArrives() {
        people("never");
        try (FaultPipeline pipeline = pipeline("never", "snapshot: never\n")) {
            FaultPipeline.awaitStatus(pipeline.cdc(), "\"state\":\"STREAMING\"");
            pipeline.source("INSERT INTO people VALUES (3, 'Eve', NULL)");
            pipeline.awaitAllDealtWith();
            assertThat(pipeline.onTarget(PEOPLE)).containsExactly("Eve|null");
            assertThat(pipeline.countInLog("cdc_log WHERE action LIKE 'snapshot%'"))
                    .isZero();
        }
    }

    @Test
    void aSnapshotAloneEndsThereAndIsNotReadAgain() {
        people("only");
        try (FaultPipeline pipeline = pipeline("only", "snapshot: only\n")) {
            FaultPipeline.awaitStatus(pipeline.cdc(), "\"state\":\"COMPLETED\"");
            pipeline.awaitSnapshot();
            pipeline.source("INSERT INTO people VALUES (3, 'Eve', NULL)");
            pipeline.cdc().restart();
            FaultPipeline.awaitStatus(pipeline.cdc(), "\"state\":\"COMPLETED\"");

            assertThat(pipeline.onTarget(PEOPLE)).containsExactly("Ada|null", "Bob|Ada");
            assertThat(pipeline.inLog("SELECT action, COUNT(*) FROM cdc_log GROUP BY action ORDER BY action"))
                    .containsExactly("snapshot|2", "snapshot-completed|1");
        }
    }

    @Test
    void fromASetOfTransactionsAllOthersArrive() {
        people("gtids");
        String gtids = Rows.of(servers.source().connect("gtids"), "SELECT @@GLOBAL.gtid_executed")
                .get(0)
                .replace("\n", "");
        servers.source().execute("gtids", "INSERT INTO people VALUES (3, 'Eve', NULL)");
        try (FaultPipeline pipeline = pipeline("gtids", "start-from: { gtid-set: \"" + gtids + "\" }\n")) {
            pipeline.source("INSERT INTO people VALUES (4, 'Fay', 3)");
            pipeline.awaitAllDealtWith();
            pipeline.cdc().restart();
            pipeline.source("UPDATE people SET name = 'Faye' WHERE id = 4");
            pipeline.awaitAllDealtWith();

            assertThat(pipeline.onTarget(PEOPLE)).containsExactly("Eve|null", "Faye|Eve");
            pipeline.assertOnce("people", 3);
        }
    }

    @Test
    void withoutATargetEverythingIsKeptInTheLogAndOnTheTopic() throws Exception {
        people("backup");
        Path file = Files.writeString(run.path().resolve("backup.yaml"), """
                dfs:
                  project: backup
                  source: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schemas: [backup] }
                  log: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: dfs_backup }
                  broker: { bootstrap-servers: "%s" }
                """.formatted(
                        servers.source().port(),
                        Engine.PASSWORD,
                        servers.log().port(),
                        Engine.PASSWORD,
                        servers.broker().bootstrapServers()));
        ServiceProcess cdc = start(Service.CDC, file);
        ServiceProcess dpu = start(Service.DPU, file);
        try {
            cdc.awaitReady();
            dpu.awaitReady();
            FaultPipeline.awaitStatus(cdc, "\"state\":\"STREAMING\"");
            FaultPipeline.awaitStatus(dpu, "\"state\":\"idle\"");
            servers.source().execute("backup", "UPDATE people SET name = 'Rob' WHERE id = 2");
            await().atMost(FaultPipeline.PATIENCE).untilAsserted(() -> assertThat(Rows.of(
                            servers.log().connect("dfs_backup"),
                            "SELECT action, JSON_VALUE(event, '$.after.name') FROM cdc_log"
                                    + " WHERE table_name = 'people' ORDER BY id"))
                    .containsExactly("snapshot|Ada", "snapshot|Bob", "update|Rob"));
        } finally {
            cdc.kill();
            dpu.kill();
        }
    }

    @Test
    void tablesAreReadAgainWhenAnOperatorAsksAndMendWhatIsWrong() throws Exception {
        people("again");
        try (FaultPipeline pipeline = pipeline("again", "")) {
            pipeline.source("INSERT INTO people VALUES (3, 'Eve', 2), (4, 'Fay', NULL)");
            pipeline.awaitAllDealtWith();
            pipeline.target(
                    "UPDATE people SET name = 'WRONG' WHERE name = 'Eve'", "DELETE FROM people WHERE name = 'Fay'");
            String keys =
                    "SELECT old_key, new_key FROM relationship WHERE source_table = 'again.people' ORDER BY old_key";
            var before = pipeline.inLog(keys);

            pipeline.source("UPDATE people SET chief = 1 WHERE id = 4");
            pipeline.awaitAllDealtWith();
            assertThat(pipeline.inLog("SELECT error_code FROM dead_letter")).containsExactly("row-not-found");

            assertThat(ask(pipeline.cdc(), "people", false).statusCode()).isEqualTo(401);
            assertThat(ask(pipeline.cdc(), "persons", true).body())
                    .startsWith(
                            "{\"code\":\"conflict\",\"message\":\"the captured schemas have no table again.persons\",");
            HttpResponse<String> accepted = ask(pipeline.cdc(), "people", true);
            assertThat(accepted.statusCode()).isEqualTo(202);
            assertThat(accepted.body()).contains("\"table\":\"again.people\",\"askedBy\":\"admin\"");
            await().atMost(FaultPipeline.PATIENCE)
                    .until(() -> pipeline.countInLog("cdc_table_snapshot WHERE done_at IS NOT NULL") == 1);
            pipeline.source("UPDATE people SET name = 'Evelyn' WHERE id = 3");
            pipeline.awaitAllDealtWith();

            assertThat(pipeline.onTarget(PEOPLE)).containsExactly("Ada|null", "Bob|Ada", "Evelyn|Bob");
            assertThat(pipeline.inLog("SELECT old_key, state FROM dead_letter ORDER BY id"))
                    .containsExactly("4|dead", "4|waiting");
            String dead = pipeline.inLog("SELECT event_id FROM dead_letter WHERE state = 'dead'")
                    .get(0);
            String path = "/api/v1/dead-letters/" + dead.replace(":", "%3A") + "/dismiss";
            assertThat(post(pipeline.dpu(), path, "", true).statusCode()).isEqualTo(200);
            pipeline.awaitOnTarget(PEOPLE, "Ada|null", "Bob|Ada", "Evelyn|Bob", "Fay|Ada");
            assertThat(pipeline.inLog(keys)).isEqualTo(before);
        }
    }

    @Test
    void aTableThatJoinsLaterIsReadAndFollowed() {
        people("joins");
        String notes = "CREATE TABLE notes (id INT PRIMARY KEY AUTO_INCREMENT, person INT NOT NULL, text VARCHAR(20),"
                + " FOREIGN KEY (person) REFERENCES people (id))";
        servers.source().execute("joins", notes, "INSERT INTO notes VALUES (1, 2, 'early')");
        servers.target().execute("joins_copy", notes);
        String select = "SELECT p.name, n.text FROM notes n JOIN people p ON p.id = n.person ORDER BY n.text";
        try (FaultPipeline without = pipeline("joins", "tables: { notes: { skip: true } }\n")) {
            without.awaitAllDealtWith();
            without.source("INSERT INTO notes VALUES (2, 1, 'left out')");
            without.awaitAllDealtWith();
            assertThat(without.onTarget(select)).isEmpty();
        }
        servers.source().execute("joins", "UPDATE notes SET text = 'changed' WHERE id = 1");
        try (FaultPipeline with = pipeline("joins", "")) {
            with.source("INSERT INTO notes VALUES (3, 1, 'later')");
            with.awaitOnTarget(select, "Bob|changed", "Ada|later", "Ada|left out");
            with.awaitAllDealtWith();
            assertThat(with.countInLog("dead_letter")).isZero();
            assertThat(with.countInLog("relationship WHERE source_table = 'joins.notes'"))
                    .isEqualTo(3);
        }
    }

    /** A schema at both ends, with two rows in the source. */
    private static void people(String project) {
        servers.createSchemas(project);
        FaultPipeline.lastRow(servers, project);
        servers.source().execute(project, TABLE, "INSERT INTO people VALUES (1, 'Ada', NULL), (2, 'Bob', 1)");
        servers.target()
                .execute(FaultPipeline.targetSchema(project), TABLE, "INSERT INTO people VALUES (7, 'gone', NULL)");
        servers.target().execute(FaultPipeline.targetSchema(project), "DELETE FROM people");
    }

    private static FaultPipeline pipeline(String project, String rest) {
        return new FaultPipeline(run, servers, project, rest, Map.of("DFS_ADMIN_PASSWORD", PASSWORD));
    }

    private static ServiceProcess start(Service service, Path file) {
        return ServiceProcess.start(
                service, "backup-" + service.name(), run, file, Map.of(), FreePort.onLoopback(), Child.Ending.KILL);
    }

    private static HttpResponse<String> ask(ServiceProcess cdc, String table, boolean asOperator)
            throws IOException, InterruptedException {
        return post(cdc, "/api/v1/capture/snapshots", "{\"tables\": [\"" + table + "\"]}", asOperator);
    }

    private static HttpResponse<String> post(ServiceProcess service, String path, String json, boolean asOperator)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (asOperator) {
            String user = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + user);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
