package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.acceptance.tpcc.Terminals;
import io.dataflowsync.acceptance.tpcc.TpccLoad;
import io.dataflowsync.acceptance.tpcc.TpccSize;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import io.dataflowsync.verify.OwnRowTest;
import io.dataflowsync.verify.Verification;
import io.dataflowsync.verify.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * An order business after the rules of TPC-C writes while both services are killed twice; source and target are compared then.
 *
 * <p>{@code -Ddfs.tpcc.seconds=300} has it write for five minutes, {@code -Ddfs.tpcc.seed=N} chooses the same transactions again.
 */
class TpccIT {
    private static final Duration WRITING = Duration.ofSeconds(Long.getLong("dfs.tpcc.seconds", 20));
    private static final long SEED = Long.getLong("dfs.tpcc.seed", new Random().nextInt(1_000_000));
    private static final Duration PATIENCE = WRITING.plusMinutes(3);
    private static final int KILLS = 2;

    private final RunDirectory run = RunDirectory.open();
    private final FaultServers servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);

    @AfterEach
    void end() {
        FaultPipeline.end(null, servers, run);
    }

    @Test
    void businessIsTheSameAtBothEndsThoughBothServicesAreKilledTwice() throws Exception {
        servers.createSchemas("tpcc");
        FaultPipeline.lastRow(servers, "tpcc");
        servers.source().execute("tpcc", statements("schema.sql"));
        servers.target().execute(FaultPipeline.targetSchema("tpcc"), statements("schema.sql"));
        servers.target()
                .execute(
                        FaultPipeline.targetSchema("tpcc"),
                        "ALTER TABLE warehouse AUTO_INCREMENT = 1001",
                        "ALTER TABLE item AUTO_INCREMENT = 5001");
        TpccLoad.fill(servers.source().connect("tpcc"), TpccSize.SMALL, SEED);
        try (FaultPipeline pipeline = new FaultPipeline(run, servers, "tpcc", "", Map.of());
                Terminals terminals =
                        Terminals.start(3, () -> servers.source().connect("tpcc"), TpccSize.SMALL, SEED)) {
            for (int kill = 1; kill <= KILLS; kill++) {
                awaitWork(terminals, WRITING.dividedBy(KILLS + 1));
                killBoth(pipeline);
            }
            awaitWork(terminals, WRITING.dividedBy(KILLS + 1));
            assertThat(terminals.stop()).as("transactions, seed %d", SEED).isGreaterThan(100);
            awaitDrained(pipeline);

            assertThat(pipeline.countInLog("dead_letter")).as("seed %d", SEED).isZero();
            assertSame(pipeline);
        }
    }

    private static void awaitWork(Terminals terminals, Duration time) {
        int before = terminals.committed();
        await().pollDelay(time).atMost(PATIENCE).until(() -> terminals.committed() > before);
    }

    private static void killBoth(FaultPipeline pipeline) {
        Stream.of(pipeline.cdc(), pipeline.dpu()).forEach(ServiceProcess::kill);
        Stream.of(pipeline.cdc(), pipeline.dpu()).forEach(ServiceProcess::relaunch);
        Stream.of(pipeline.cdc(), pipeline.dpu()).forEach(ServiceProcess::awaitReady);
    }

    private static void awaitDrained(FaultPipeline pipeline) {
        pipeline.source("INSERT INTO last_row VALUES ()");
        String all = " WHERE action <> 'schema-change'";
        await().atMost(PATIENCE)
                .until(() -> pipeline.countInLog("cdc_log WHERE table_name = 'last_row'") > 0
                        && pipeline.countInLog("dpu_log" + all) == pipeline.countInLog("cdc_log" + all));
    }

    private void assertSame(FaultPipeline pipeline) throws Exception {
        for (String query : statements("by_name.sql")) {
            assertThat(pipeline.onTarget(query)).as("seed %d: %s", SEED, query).isEqualTo(pipeline.onSource(query));
        }
        for (String query : statements("consistency.sql")) {
            assertThat(pipeline.onTarget(query)).as("seed %d: %s", SEED, query).isEmpty();
        }
        assertThat(pipeline.onTarget("SELECT MIN(w_id) > 1000, (SELECT MIN(i_id) > 5000 FROM item) FROM warehouse"))
                .containsExactly("1|1");
        Verification verification =
                Verifier.verify(PipelineFile.read(FaultPipeline.pipelineFile(run, "tpcc"), Map.of()), OwnRowTest.NONE);
        assertThat(verification.differences().size())
                .as(
                        "seed %d: %s",
                        SEED, verification.differences().stream().limit(20).toList())
                .isZero();
        assertThat(verification.uncompared()).isEmpty();
        assertThat(verification.rows()).isGreaterThan(1_000);
    }

    private static String[] statements(String file) throws IOException {
        try (InputStream text = TpccIT.class.getResourceAsStream("tpcc/" + file)) {
            return Stream.of(new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\n"))
                    .filter(statement -> !statement.isBlank())
                    .toArray(String[]::new);
        }
    }
}
