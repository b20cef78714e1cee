package io.dataflowsync.dpu;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.intake.Lanes.Claim;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.intake.RecordReader;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.dpu.log.DeadLetterCommands;
import io.dataflowsync.dpu.log.HaltedSchemaChanges;
import io.dataflowsync.dpu.log.ImportedDeadLetters;
import io.dataflowsync.dpu.plan.TargetActions;
import io.dataflowsync.dpu.relationship.ImportResult;
import io.dataflowsync.dpu.relationship.RelationshipExport;
import io.dataflowsync.dpu.relationship.RelationshipImport;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import io.dataflowsync.pipeline.config.PipelineConfig.Rules;
import io.dataflowsync.pipeline.config.PipelineConfig.Start;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.UncapturedReference;
import io.dataflowsync.pipeline.config.TableConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/** A lane on real servers in schemas of its own, and the topic as a list: what is applied stays on it and may be read again. */
public final class LaneBench {
    private static final AtomicInteger COUNT = new AtomicInteger();

    public final String schema = "bench" + COUNT.incrementAndGet();
    public final DataSource target;
    public final DataSource log;
    private final PipelineConfig config;
    private final TargetConfig targetConfig;
    private final List<TableDefinition> source;
    private final List<byte[]> topic = new ArrayList<>();
    final List<DeadLetter> announced = new ArrayList<>();
    private final EventCodec codec = new EventCodec();
    private final RecordReader reader = new RecordReader();
    public final TargetActions acts;
    private LaneManager lanes;
    private Claim claim;

    public LaneBench(
            List<TableDefinition> source, Map<String, TableConfig> tables, OnError onError, String... targetTables) {
        this(source, tables, onError, Ddl.IGNORE, targetTables);
    }

    public LaneBench(
            List<TableDefinition> source,
            Map<String, TableConfig> tables,
            OnError onError,
            Ddl ddl,
            String... targetTables) {
        Engines.TARGET.execute("", "CREATE DATABASE " + schema);
        Engines.LOG.execute("", "CREATE DATABASE dfs_" + schema);
        targetConfig = Engines.target(schema);
        target = Engines.dataSource(targetConfig);
        log = Engines.dataSource(Engines.log("dfs_" + schema));
        Engines.run(target, targetTables);
        Flyway.configure()
                .dataSource(log)
                .locations("classpath:db/dpu")
                .table("flyway_dpu")
                .load()
                .migrate();
        this.source = source;
        PipelineConfig plain = TestTables.config(tables);
        config = new PipelineConfig(
                "shop",
                plain.source(),
                Optional.of(targetConfig),
                Optional.of(Engines.log("dfs_" + schema)),
                Optional.empty(),
                Start.INITIAL,
                new Rules(new Identity.Allocate(), UncapturedReference.KEEP, onError, ddl),
                tables);
        acts = new TargetActions(config);
        lanes = newOwner(target, log);
        claim = lanes.claim(0);
    }

    public HaltedSchemaChanges halted() {
        return new HaltedSchemaChanges(log, config.changesTopic());
    }

    /** Asks to pass a statement; false where no lane stands before it. */
    public boolean pass(ChangeEvent.SchemaChange change) {
        try {
            return halted().pass(change.id(), "tester");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another service for the same pipeline. */
    public LaneManager newOwner(DataSource targetSource, DataSource logSource) {
        LaneManager owner = Dpu.lanes(
                config,
                targetConfig,
                List.of(),
                logSource,
                targetSource,
                () -> source,
                this::earlier,
                announced::addAll,
                new SimpleMeterRegistry(),
                acts);
        try {
            owner.prepare();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return owner;
    }

    private List<ChangeEvent> earlier(int lane, List<Long> offsets) {
        return offsets.stream()
                .map(offset -> new EventCodec().decode(topic.get(offset.intValue())))
                .toList();
    }

    /** A new service takes over, as after a crash, and reads on from where the checkpoint and the log say. */
    void restart() {
        lanes.stop();
        lanes = newOwner(target, log);
        claim = lanes.claim(0);
        lanes.take(0, claim.epoch(), TestPolls.of(received((int) claim.position())));
    }

    public void apply(ChangeEvent... events) {
        int from = topic.size();
        put(events);
        lanes.take(0, claim.epoch(), TestPolls.of(received(from)));
    }

    void applyText(String text) {
        topic.add(text.getBytes(StandardCharsets.UTF_8));
        lanes.take(0, claim.epoch(), TestPolls.of(received(topic.size() - 1)));
    }

    /** On the topic, and taken by nobody yet. */
    public void put(ChangeEvent... events) {
        for (ChangeEvent event : events) {
            topic.add(codec.encode(event));
        }
    }

    public List<Received> received(int from) {
        return received(from, topic.size());
    }

    public List<Received> received(int from, int to) {
        List<Received> received = new ArrayList<>();
        for (int offset = from; offset < to; offset++) {
            received.add(reader.read(
                    new ConsumerRecord<>(config.changesTopic(), 0, offset, new byte[0], topic.get(offset)),
                    Instant.now()));
        }
        return received;
    }

    /** What the lane does between its batches. */
    void lookAfter() {
        lanes.lookAfter(0, claim.epoch());
    }

    ImportResult importRelationships(String... lines) {
        String csv = String.join("\r\n", lines);
        try {
            return new RelationshipImport(log, target, new ImportedDeadLetters(), lanes)
                    .run(
                            new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                            Dpu.keySpaces(config, targetConfig, target, source));
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String exportedRelationships(@Nullable String table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new RelationshipExport(log).write(table, null, out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    DeadLetterCommands requests() {
        return new DeadLetterCommands(log);
    }

    Claim claim() {
        return claim;
    }

    public Lane lane() {
        return lanes.lanes().get(0);
    }
}
