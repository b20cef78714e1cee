package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Kafka loses its disk: both services stand still, the target keeps its rows, and another project name leads on. */
class LostBrokerIT {
    static final String PEOPLE = "CREATE TABLE people (id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(9),"
            + " chief INT NULL, FOREIGN KEY (chief) REFERENCES people (id))";
    static final String CODES = "CREATE TABLE codes (code VARCHAR(9) PRIMARY KEY, what VARCHAR(9))";
    private static final List<String> QUERIES = List.of(
            "SELECT * FROM people ORDER BY id", "SELECT * FROM codes ORDER BY code", "SELECT * FROM dfs_checkpoint");

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
    void aBrokerThatLostItsDiskIsNotTakenForAFirstStart() throws Exception {
        servers.createSchemas("lost");
        FaultPipeline.lastRow(servers, "lost");
        servers.source()
                .execute(
                        "lost",
                        PEOPLE,
                        CODES,
                        "INSERT INTO people VALUES (1, 'Ada', NULL), (2, 'Bob', 1), (3, 'Cy', 2)");
        servers.target().execute("lost_copy", PEOPLE, CODES, "INSERT INTO people VALUES (7, 'own', NULL)");
        try (FaultPipeline pipeline = new FaultPipeline(run, servers, "lost", "", Map.of())) {
            pipeline.source(
                    "INSERT INTO people VALUES (4, 'Dee', 3)", "INSERT INTO codes VALUES ('a', 'A'), ('b', 'B')");
            pipeline.awaitAllDealtWith();
            List<List<String>> before = rows(pipeline);
            List<String> keys = keys(pipeline);
            assertThat(keys).contains("lost.people|4|11");

            pipeline.cdc().kill();
            pipeline.dpu().kill();
            servers.broker().loseData();
            servers.broker().restart();
            pipeline.source(
                    "DELETE FROM people WHERE id = 4",
                    "UPDATE people SET name = 'Bea' WHERE id = 2",
                    "INSERT INTO people VALUES (5, 'Eve', 2)",
                    "DELETE FROM codes WHERE code = 'b'");
            pipeline.cdc().relaunch();
            pipeline.dpu().relaunch();

            FaultPipeline.awaitStatus(pipeline.cdc(), "\"errorCode\":\"topic-changed\"");
            FaultPipeline.awaitStatus(pipeline.dpu(), "\"errorCode\":\"topic-changed\"");
            FaultPipeline.awaitStatus(pipeline.cdc(), "\"state\":\"FAILED\"");
            FaultPipeline.awaitStatus(pipeline.dpu(), "\"state\":\"halted\"");
            FaultPipeline.awaitStatus(pipeline.dpu(), "the topic dfs.lost.changes with the id");
            assertThat(rows(pipeline)).isEqualTo(before);

            anotherProject(pipeline);

            pipeline.awaitOnTarget("SELECT name FROM people ORDER BY id", "own", "Ada", "Bea", "Cy", "Eve");
            pipeline.awaitOnTarget("SELECT * FROM codes", "a|A");
            pipeline.source("UPDATE people SET chief = 5 WHERE id = 1", "INSERT INTO codes VALUES ('c', 'C')");
            pipeline.awaitOnTarget("SELECT * FROM codes ORDER BY code", "a|A", "c|C");
            pipeline.awaitOnTarget(
                    "SELECT p.id, p.name, c.name FROM people p LEFT JOIN people c ON c.id = p.chief ORDER BY p.id",
                    "7|own|null",
                    "8|Ada|Eve",
                    "9|Bea|Ada",
                    "10|Cy|Bea",
                    "12|Eve|Bea");
            assertThat(keys(pipeline)).containsAll(keys.subList(0, 3));
            assertThat(pipeline.countInLog("dead_letter")).isZero();
            Verification verification =
                    Verifier.verify(PipelineFile.read(file(), Map.of()), (table, row) -> "own".equals(row.get("name")));
            assertThat(verification.differences()).isEmpty();
        }
    }

    /** As the remedy says: both services stopped, another project, the same log schema. */
    private void anotherProject(FaultPipeline pipeline) throws Exception {
        pipeline.cdc().kill();
        pipeline.dpu().kill();
        Files.writeString(file(), Files.readString(file()).replace("project: lost\n", "project: found\n"));
        pipeline.cdc().restart();
        pipeline.dpu().restart();
    }

    private Path file() {
        return run.path().resolve("lost.yaml");
    }

    private static List<List<String>> rows(FaultPipeline pipeline) {
        return QUERIES.stream().map(pipeline::onTarget).toList();
    }

    private static List<String> keys(FaultPipeline pipeline) {
        return pipeline.inLog(
                "SELECT source_table, old_key, new_key FROM relationship WHERE source_table = 'lost.people'"
                        + " ORDER BY old_key");
    }
}
