package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The relationships over REST, of rows that were migrated before the pipeline: it has no snapshot. */
class RelationshipsIT {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String PASSWORD = "of the operator";
    private static final String HEADER = "source_table,old_key,new_key\n";

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;

    @BeforeAll
    static void migrateAndStart() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas("moved");
        String table = "CREATE TABLE people (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9), chief INT NULL)";
        servers.source().execute("moved", table, "INSERT INTO people VALUES (1, 'Ada', NULL), (2, 'Bob', 1)");
        servers.target()
                .execute("moved_copy", table, "INSERT INTO people VALUES (101, 'Ada', NULL), (102, 'Bob', 101)");
        FaultPipeline.lastRow(servers, "moved");
        pipeline = new FaultPipeline(
                run,
                servers,
                "moved",
                "snapshot: never\ntables: { people: { references: { chief: people } } }\n",
                Map.of("DFS_ADMIN_PASSWORD", PASSWORD));
        pipeline.awaitAllDealtWith();
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(pipeline, servers, run);
    }

    @Test
    void rowsThatWereMigratedEarlierGoOnUnderTheirNewKeys() throws Exception {
        String csv = HEADER + "moved.people,1,101\nmoved.people,2,102\n";
        assertThat(post(csv, false).statusCode()).isEqualTo(401);
        HttpResponse<String> bad = post(csv + "moved.people,3,103\nmoved.persons,3,103\n", true);
        assertThat(bad.statusCode()).isEqualTo(422);
        assertThat(bad.body())
                .isEqualTo("{\"lines\":4,\"imported\":0,\"already\":0,\"bad\":2,\"problems\":["
                        + "{\"line\":4,\"problem\":\"the target's table moved_copy.people has no row 103\"},"
                        + "{\"line\":5,\"problem\":\"the source has no table moved.persons\"}]}");
        assertThat(get("/moved.people/old/1").statusCode()).isEqualTo(404);

        HttpResponse<String> good = post(csv, true);
        pipeline.source(
                "UPDATE people SET name = 'Bobby' WHERE id = 2",
                "INSERT INTO people VALUES (3, 'Eve', 2)",
                "UPDATE people SET chief = 3 WHERE id = 1");
        pipeline.awaitAllDealtWith();

        assertThat(good.body()).isEqualTo("{\"lines\":2,\"imported\":2,\"already\":0,\"bad\":0,\"problems\":[]}");
        assertThat(pipeline.onTarget(
                        "SELECT p.name, c.name FROM people p LEFT JOIN people c ON c.id = p.chief" + " ORDER BY p.id"))
                .containsExactly("Ada|Eve", "Bobby|Ada", "Eve|Bobby");
        assertThat(get("/moved.people/old/2").body())
                .isEqualTo("{\"sourceTable\":\"moved.people\",\"oldKey\":\"2\",\"targetTable\":\"people\","
                        + "\"newKey\":\"102\",\"state\":\"applied\"}");
        assertThat(get("/moved.people/new/101").body()).contains("\"oldKey\":\"1\"");
        assertThat(get("/moved.people/new/9").statusCode()).isEqualTo(404);
        HttpResponse<String> exported = get("/export?table=moved.people");
        assertThat(exported.headers().firstValue("Content-Type"))
                .hasValueSatisfying(t -> assertThat(t).startsWith("text/csv"));
        assertThat(exported.body().lines().skip(1))
                .containsExactly(
                        "moved.people,1,people,101,applied",
                        "moved.people,2,people,102,applied",
                        "moved.people,3,people,103,applied");
        assertThat(get("/export?table=moved.people&state=applied").body()).isEqualTo(exported.body());
        assertThat(get("/export?table=moved.people&state=deleted").body().lines())
                .hasSize(1);
        assertThat(get("/export?state=gone").statusCode()).isEqualTo(400);
        assertThat(post(exported.body(), true).body()).contains("\"imported\":0,\"already\":3");
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> post(String csv, boolean asOperator) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                request("/import").header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv));
        if (asOperator) {
            String user = "admin:" + PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(pipeline.dpu().address() + "/api/v1/relationships" + path));
    }
}
