package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.verify.Verifier;
import java.io.IOException;
import java.net.ConnectException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The source's address leads to another binlog: the capture stands still, and the relationships lead on under another log schema. */
class ChangedSourceIT {
    private static final String PASSWORD = "s3cret";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private RunDirectory run;
    private FaultServers servers;

    @BeforeEach
    void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
    }

    @AfterEach
    void end() {
        FaultPipeline.end(null, servers, run);
    }

    @Test
    void theRelationshipsLeadOnUnderAnotherLogSchema() throws Exception {
        servers.createSchemas("kept");
        FaultPipeline.lastRow(servers, "kept");
        servers.source()
                .execute(
                        "kept",
                        LostBrokerIT.PEOPLE,
                        LostBrokerIT.CODES,
                        "INSERT INTO people VALUES (1, 'Ada', NULL), (2, 'Bob', 1), (3, 'Cy', 2)",
                        "FLUSH BINARY LOGS",
                        "FLUSH BINARY LOGS");
        servers.target()
                .execute(
                        "kept_copy",
                        LostBrokerIT.PEOPLE,
                        LostBrokerIT.CODES,
                        "INSERT INTO people VALUES (7, 'own', NULL)");
        Map<String, String> admin = Map.of("DFS_ADMIN_PASSWORD", PASSWORD);
        try (FaultPipeline pipeline = new FaultPipeline(run, servers, "kept", "", admin)) {
            pipeline.source(
                    "INSERT INTO people VALUES (4, 'Dee', 3)",
                    "DELETE FROM people WHERE id = 4",
                    "INSERT INTO codes VALUES ('a', 'A'), ('b', 'B')");
            pipeline.awaitAllDealtWith();
            String exported = send(pipeline, "/export?state=applied", "").body();
            pipeline.cdc().kill();
            servers.source().restartBinlogs();
            pipeline.source(
                    "DELETE FROM people WHERE id = 3",
                    "UPDATE people SET name = 'Bea' WHERE id = 2",
                    "INSERT INTO people VALUES (5, 'Eve', 2)",
                    "DELETE FROM codes WHERE code = 'b'");
            pipeline.cdc().relaunch();
            FaultPipeline.awaitStatus(pipeline.cdc(), "\"errorCode\":\"source-changed\"");
            FaultPipeline.awaitStatus(pipeline.cdc(), "\"state\":\"FAILED\"");
            assertThat(pipeline.onTarget("SELECT id, name FROM people ORDER BY id"))
                    .containsExactly("7|own", "8|Ada", "9|Bob", "10|Cy");

            anotherLogSchema(pipeline, exported);
            // A new log schema does not know which rows came from the source: those that it has no more are deleted by
            // hand.
            pipeline.awaitOnTarget("SELECT name FROM people ORDER BY id", "own", "Ada", "Bea", "Cy", "Eve");
            pipeline.awaitOnTarget("SELECT * FROM codes ORDER BY code", "a|A", "b|B");
            pipeline.target("DELETE FROM people WHERE name = 'Cy'", "DELETE FROM codes WHERE code = 'b'");

            pipeline.awaitOnTarget("SELECT name FROM people ORDER BY id", "own", "Ada", "Bea", "Eve");
            pipeline.awaitOnTarget("SELECT * FROM codes", "a|A");
            pipeline.source("UPDATE people SET chief = 5 WHERE id = 1", "INSERT INTO codes VALUES ('c', 'C')");
            pipeline.awaitOnTarget("SELECT * FROM codes ORDER BY code", "a|A", "c|C");
            pipeline.awaitOnTarget(
                    "SELECT p.id < 10, p.name, c.name FROM people p LEFT JOIN people c ON c.id = p.chief ORDER BY p.id",
                    "1|own|null",
                    "1|Ada|Eve",
                    "1|Bea|Ada",
                    "0|Eve|Bea");
            assertThat(Verifier.verify(
                                    PipelineFile.read(file(), Map.of()), (table, row) -> "own".equals(row.get("name")))
                            .differences())
                    .isEmpty();
        }
    }

    /** As the remedy says: another project and another log schema, dpu-service alone, the import, then cdc-service. */
    private void anotherLogSchema(FaultPipeline pipeline, String exported) throws Exception {
        pipeline.cdc().kill();
        pipeline.dpu().kill();
        Files.writeString(
                file(),
                Files.readString(file())
                        .replace("project: kept\n", "project: kept-2\n")
                        .replace("schema: dfs_kept }", "schema: dfs_kept_2 }"));
        pipeline.dpu().relaunch();
        await().atMost(FaultPipeline.PATIENCE)
                .ignoreException(ConnectException.class)
                .until(() -> send(pipeline, "/export", "").statusCode() == 200);
        HttpResponse<String> imported = send(pipeline, "/import", exported);
        assertThat(imported.body()).contains("\"bad\":0,");
        assertThat(imported.statusCode()).isEqualTo(200);
        pipeline.cdc().restart();
    }

    private static HttpResponse<String> send(FaultPipeline pipeline, String path, String csv)
            throws IOException, InterruptedException {
        String credentials = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(pipeline.dpu().address() + "/api/v1/relationships" + path))
                .header("Authorization", "Basic " + credentials);
        if (!csv.isEmpty()) {
            request.header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private Path file() {
        return run.path().resolve("kept.yaml");
    }
}
