package io.dataflowsync.dpu;

import io.dataflowsync.contract.event.TransactionLimit;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.deadletter.DeadLetterAnnouncer;
import io.dataflowsync.dpu.execute.Checkpoints;
import io.dataflowsync.dpu.execute.TargetExecutor;
import io.dataflowsync.dpu.execute.TargetRows;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.EarlierEvents;
import io.dataflowsync.dpu.lane.LaneBarrier;
import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.dpu.lane.LaneWork;
import io.dataflowsync.dpu.lane.Meters;
import io.dataflowsync.dpu.lane.OnErrorPolicy;
import io.dataflowsync.dpu.lane.Replay;
import io.dataflowsync.dpu.log.AppliedRows;
import io.dataflowsync.dpu.log.DeadLetters;
import io.dataflowsync.dpu.log.DpuLog;
import io.dataflowsync.dpu.log.HaltedSchemaChanges;
import io.dataflowsync.dpu.log.LaneBarriers;
import io.dataflowsync.dpu.log.OutcomeWriter;
import io.dataflowsync.dpu.mapping.NewKeySpaces;
import io.dataflowsync.dpu.mapping.TableVersions;
import io.dataflowsync.dpu.mapping.Tables;
import io.dataflowsync.dpu.plan.Adoption;
import io.dataflowsync.dpu.plan.BatchPlanner;
import io.dataflowsync.dpu.plan.BulkDeletePlanner;
import io.dataflowsync.dpu.plan.EventPlanner;
import io.dataflowsync.dpu.plan.Processors;
import io.dataflowsync.dpu.plan.SchemaChanges;
import io.dataflowsync.dpu.plan.TableRegistry;
import io.dataflowsync.dpu.plan.TargetActions;
import io.dataflowsync.dpu.relationship.KeyBlocks;
import io.dataflowsync.dpu.relationship.KeySpaces;
import io.dataflowsync.dpu.relationship.NumberClaim;
import io.dataflowsync.dpu.relationship.RelationshipStore;
import io.dataflowsync.dpu.schema.SchemaMapper;
import io.dataflowsync.pipeline.catalog.InformationSchema;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.preflight.TargetDoings;
import io.dataflowsync.pipeline.processor.TableProcessor;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javax.sql.DataSource;

/** Wires the packages of the service for one pipeline. */
final class Dpu {
    private static final int CACHED_RELATIONSHIPS = 200_000;
    private static final BatchCutter BATCHES = BatchCutter.of(1_000, TransactionLimit.ofHeap());

    /** Runs the stages of all lanes. Each lane has at most two stages at work here. */
    private static final Executor WORKERS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "dfs-stage");
        thread.setDaemon(true);
        return thread;
    });

    private Dpu() {}

    /**
     * Creates the manager of a pipeline's lanes. No lane is claimed yet.
     *
     * @param processors the table processors that the service has
     * @param definitions reads the definitions of the source's tables that have come since its last call
     * @param announcement receives each new dead letter
     * @param acts collects what the target does to rows by itself
     */
    static LaneManager lanes(
            PipelineConfig config,
            TargetConfig targetConfig,
            List<TableProcessor> processors,
            DataSource log,
            DataSource target,
            TableRegistry.Reader<List<TableDefinition>> definitions,
            EarlierEvents earlierEvents,
            DeadLetterAnnouncer announcement,
            MeterRegistry registry,
            TargetActions acts) {
        String topic = config.changesTopic();
        RelationshipStore relationships =
                new RelationshipStore(log, new KeyBlocks(new NumberClaim(target)), CACHED_RELATIONSHIPS);
        TableRegistry tableRegistry = new TableRegistry(
                config,
                new Processors(config, processors),
                definitions,
                () -> targetTables(target, targetConfig.schema(), acts),
                acts);
        Checkpoints checkpoints = new Checkpoints(target, targetConfig.checkpointSchema(), topic);
        DpuLog dpuLog = new DpuLog(log, relationships, topic);
        DeadLetters deadLetters = new DeadLetters(log, topic);
        HaltedSchemaChanges halted = new HaltedSchemaChanges(log, topic);
        SchemaChanges changes = new SchemaChanges(
                config.rules().ddl(),
                targetConfig.schema(),
                new SchemaMapper(config, targetConfig.schema(), acts::computed),
                tableRegistry,
                halted);
        EventPlanner planner = new EventPlanner(
                tableRegistry,
                new BulkDeletePlanner(relationships, new AppliedRows(log, relationships), earlierEvents),
                changes);
        boolean adopts = config.tables().values().stream()
                .anyMatch(table -> !table.keys().adopt().isEmpty());
        BatchPlanner batches = new BatchPlanner(
                relationships, planner, new Adoption(planner, relationships, new TargetRows(target), adopts));
        TargetExecutor executor = new TargetExecutor(target, checkpoints, targetConfig.schema());
        LaneWork work = new LaneWork(
                batches,
                executor,
                dpuLog,
                deadLetters,
                new OnErrorPolicy(config, dpuLog),
                announcement,
                new LaneBarrier(new LaneBarriers(log, topic)),
                halted,
                new Meters(registry));
        Replay replay = new Replay(deadLetters, new OutcomeWriter(log, relationships), batches, executor);
        return new LaneManager(
                executor, dpuLog, deadLetters, relationships, BATCHES, work, WORKERS, replay, LaneManager.BACKOFF);
    }

    /** Returns the key spaces of the tables as the tables are now. */
    static KeySpaces keySpaces(
            PipelineConfig config, TargetConfig targetConfig, DataSource target, List<TableDefinition> definitions)
            throws SQLException {
        Map<TableName, TableDefinition> newest = TableVersions.of(definitions).newest();
        return new NewKeySpaces(config, Tables.of(newest, targetTables(target, targetConfig.schema())));
    }

    private static List<TableDefinition> targetTables(DataSource target, String schema, TargetActions acts)
            throws SQLException {
        try (Connection connection = target.getConnection()) {
            acts.are(TargetDoings.read(connection, schema));
            return InformationSchema.read(connection, List.of(schema));
        }
    }

    private static List<TableDefinition> targetTables(DataSource target, String schema) throws SQLException {
        try (Connection connection = target.getConnection()) {
            return InformationSchema.read(connection, List.of(schema));
        }
    }
}
