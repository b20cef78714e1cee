package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import io.dataflowsync.pipeline.config.PipelineConfig.Rules;
import io.dataflowsync.pipeline.config.PipelineConfig.SnapshotMode;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Start;
import io.dataflowsync.pipeline.config.PipelineConfig.StartFrom;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.UncapturedReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PipelineFileTest {
    private final Path directory;

    PipelineFileTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private PipelineConfig read(String text) {
        return PipelineText.read(directory, text, Map.of());
    }

    private PipelineConfig readLeastAnd(String more) {
        return read(PipelineText.LEAST + more);
    }

    @Test
    void whatAFileLeavesOutHasItsDefault() {
        assertThat(read(PipelineText.LEAST))
                .isEqualTo(new PipelineConfig(
                        "shop",
                        new SourceConfig("db57", 3306, "dfs", new Secret("secret"), List.of("shop")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new Start(SnapshotMode.INITIAL, Optional.empty()),
                        new Rules(new Identity.Allocate(), UncapturedReference.KEEP, OnError.DEAD_LETTER, Ddl.STOP),
                        Map.of()));
    }

    @Test
    void everySettingOfThePipelineIsRead() {
        PipelineConfig config = read("""
                dfs:
                  project: shop-2
                  source: { host: a, port: 3357, user: u, password: "", schemas: [shop, crm] }
                  target: { host: b, port: 3380, user: v, password: "2", schema: store, checkpoint-schema: dfs }
                  log: { host: c, port: 3390, user: w, password: "3", schema: logs }
                  broker: { bootstrap-servers: "k1:9092, k2:9093", partitions: 8, replication-factor: 3 }
                  snapshot: never
                  start-from: { file: mysql-bin.000002, position: 1000020 }
                  identity: { offset: -5 }
                  uncaptured: null
                  on-error: stop
                  ddl: apply
                """);
        assertThat(config)
                .isEqualTo(new PipelineConfig(
                        "shop-2",
                        new SourceConfig("a", 3357, "u", new Secret(""), List.of("shop", "crm")),
                        Optional.of(new TargetConfig("b", 3380, "v", new Secret("2"), "store", "dfs")),
                        Optional.of(new LogConfig("c", 3390, "w", new Secret("3"), "logs")),
                        Optional.of(new BrokerConfig("k1:9092,k2:9093", 8, 3)),
                        new Start(
                                SnapshotMode.NEVER,
                                Optional.of(new StartFrom.BinlogPlace("mysql-bin.000002", 1_000_020))),
                        new Rules(new Identity.Offset(-5), UncapturedReference.NULL, OnError.STOP, Ddl.APPLY),
                        Map.of()));
    }

    @Test
    void whatAServerLeavesOutHasItsDefault() {
        PipelineConfig config = readLeastAnd("""
                  target: { host: b, user: v, password: "2", schema: store }
                  log: { host: c, user: w, password: "3" }
                  broker: { bootstrap-servers: "k:9092" }
                """);
        assertThat(config.target()).contains(new TargetConfig("b", 3306, "v", new Secret("2"), "store", "store"));
        assertThat(config.log()).contains(new LogConfig("c", 3306, "w", new Secret("3"), "dfs_shop"));
        assertThat(config.broker()).contains(new BrokerConfig("k:9092", 4, 1));
    }

    @Test
    void whoSaysWhereToStartGetsNoSnapshot() {
        PipelineConfig config = readLeastAnd("  start-from: { gtid-set: 'a:1-5' }\n");
        assertThat(config.start().from()).contains(new StartFrom.GtidSet("a:1-5"));
        assertThat(config.start().snapshot()).isEqualTo(SnapshotMode.NEVER);
    }

    @Test
    void everyWordIsKnown() {
        assertThat(readLeastAnd("  snapshot: only\n").start().snapshot()).isEqualTo(SnapshotMode.ONLY);
        assertThat(readLeastAnd("  snapshot: initial\n").start().snapshot()).isEqualTo(SnapshotMode.INITIAL);
        assertThat(readLeastAnd("  uncaptured: keep\n").rules().uncaptured()).isEqualTo(UncapturedReference.KEEP);
        assertThat(readLeastAnd("  uncaptured: dead-letter\n").rules().uncaptured())
                .isEqualTo(UncapturedReference.DEAD_LETTER);
        assertThat(readLeastAnd("  on-error: dead-letter\n").rules().onError()).isEqualTo(OnError.DEAD_LETTER);
        assertThat(readLeastAnd("  ddl: ignore\n").rules().ddl()).isEqualTo(Ddl.IGNORE);
        assertThat(readLeastAnd("  ddl: stop\n").rules().ddl()).isEqualTo(Ddl.STOP);
        assertThat(readLeastAnd("  identity: allocate\n").rules().identity()).isEqualTo(new Identity.Allocate());
        assertThat(readLeastAnd("  identity: keep\n").rules().identity()).isEqualTo(new Identity.Keep());
    }

    @Test
    void oneSchemaNeedsNoBrackets() {
        PipelineConfig config = read("""
                dfs:
                  project: shop
                  source: { host: db57, user: dfs, password: x, schemas: shop }
                """);
        assertThat(config.source().schemas()).containsExactly("shop");
    }

    @Test
    void aSettingHasAPlaceAndAnAbsentOneThatOfItsSection() {
        PipelineConfig config = readLeastAnd("""
                  tables:
                    customers:
                      columns: { ssn: { drop: true } }
                """);
        assertThat(config.places().of("dfs.tables.customers.columns.ssn"))
                .isEqualTo("pipeline.yaml:6 dfs.tables.customers.columns.ssn");
        assertThat(config.places().of("dfs.tables.customers.target"))
                .isEqualTo("pipeline.yaml:5 dfs.tables.customers.target");
        assertThat(config.places().of("dfs.source.schemas[0]")).isEqualTo("pipeline.yaml:3 dfs.source.schemas[0]");
        assertThat(config.places().of("elsewhere")).isEqualTo("elsewhere");
        assertThat(Places.NONE.of("dfs.source.host")).isEqualTo("dfs.source.host");
    }

    @Test
    void noPasswordIsPrinted() {
        assertThat(read(PipelineText.LEAST).toString()).contains("***").doesNotContain("secret");
    }

    @Test
    void commentsAnchorsAndUnicodeAreYamlAsUsual() {
        PipelineConfig config = read("""
                # ours
                dfs:
                  project: shop
                  source: &server { host: "db57", user: dfs, password: 'naïve 🐬 ''x''', schemas: [shop] }
                  tables:
                    a: &rule { skip: true }
                    b: *rule
                """);
        assertThat(config.source().password()).isEqualTo(new Secret("naïve 🐬 'x'"));
        assertThat(config.table("b").skip()).isTrue();
    }
}
