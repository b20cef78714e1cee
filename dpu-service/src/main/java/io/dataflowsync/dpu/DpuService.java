package io.dataflowsync.dpu;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.deadletter.DeadLetterAnnouncer;
import io.dataflowsync.dpu.execute.TopicMark;
import io.dataflowsync.dpu.intake.EarlierRecords;
import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.PolledEvents;
import io.dataflowsync.dpu.intake.TablesTopic;
import io.dataflowsync.dpu.intake.TopicLook;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.dpu.lane.TopicGuard;
import io.dataflowsync.dpu.lane.TopicWatch;
import io.dataflowsync.dpu.log.ImportedDeadLetters;
import io.dataflowsync.dpu.plan.TargetActions;
import io.dataflowsync.dpu.relationship.ImportResult;
import io.dataflowsync.dpu.relationship.KeySpaces;
import io.dataflowsync.dpu.relationship.LanePause;
import io.dataflowsync.dpu.relationship.RelationshipImport;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.processor.TableProcessor;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.arc.All;
import io.quarkus.arc.InjectableInstance;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import org.flywaydb.core.Flyway;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens the service, then lets the lanes work. Without a target it only reports that it is idle. */
@ApplicationScoped
public class DpuService implements Lanes {
    private static final Logger LOG = Logger.getLogger(DpuService.class);

    private final PipelineConfig config;
    private final List<TableProcessor> processors;
    private final AgroalDataSource log;
    private final InjectableInstance<AgroalDataSource> target;
    private final Flyway flyway;
    private final DeadLetterAnnouncer announcement;
    private final MeterRegistry registry;
    private final TargetActions acts;
    private final CountDownLatch opened = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable LaneManager lanes;
    private volatile boolean hasLog;
    private volatile @Nullable TopicWatch topic;

    DpuService(
            PipelineConfig config,
            @DataSource("log") AgroalDataSource log,
            @DataSource("target") InjectableInstance<AgroalDataSource> target,
            @FlywayDataSource("log") Flyway flyway,
            @All List<TableProcessor> processors,
            DeadLetterAnnouncer announcement,
            MeterRegistry registry) {
        this.config = config;
        this.processors = processors;
        this.log = log;
        this.target = target;
        this.flyway = flyway;
        this.announcement = announcement;
        this.registry = registry;
        this.acts = new TargetActions(config);
    }

    /** The state of the service between its start and its end. */
    public enum State {
        IDLE,
        OPENING,
        RUNNING,
        /** The topic is not the one that the checkpoints belong to: nothing is taken from it. */
        HALTED
    }

    void start(@Observes StartupEvent event) {
        if (config.target().isEmpty()) {
            LOG.info("The pipeline has no target: changes are kept in the log and on the topic, and applied nowhere");
            return;
        }
        Thread opening = new Thread(() -> open(config.target().get()), "dfs-opening");
        opening.setDaemon(true);
        opening.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
        opened.countDown();
        LaneManager manager = lanes;
        if (manager != null) {
            manager.stop();
        }
    }

    private void open(TargetConfig targetConfig) {
        StartupChecks checks = new StartupChecks(config, stopping);
        try {
            checks.lookAtTarget(targetConfig);
            checks.makeLogSchema(flyway);
            BrokerConfig broker = config.broker().orElseThrow();
            LaneManager manager = Dpu.lanes(
                    config,
                    targetConfig,
                    processors,
                    log,
                    target.get(),
                    new TablesTopic(broker, config.tablesTopic())::read,
                    new EarlierRecords(broker, config.changesTopic()),
                    announcement,
                    registry,
                    acts);
            checks.makeCheckpoints(manager);
            hasLog = true;
            checks.requireRights();
            awaitTopic(targetConfig, broker, manager);
            // The topic exists now, so the broker reports the rights on it, too.
            checks.requireRights();
            lanes = manager;
            opened.countDown();
        } catch (InvalidPipelineException e) {
            System.err.println(e.getMessage());
            Quarkus.asyncExit(InvalidPipelineException.EXIT_CODE);
        } catch (InterruptedException e) {
            LOG.debug("Stopped while opening");
        } catch (RuntimeException e) {
            LOG.error("The service cannot open", e);
            Quarkus.asyncExit(1);
        }
    }

    /** Waits for the topic before the first lane is claimed, because a checkpoint's offset is valid for one topic only. */
    private void awaitTopic(TargetConfig targetConfig, BrokerConfig broker, LaneManager manager)
            throws InterruptedException {
        TopicMark mark = new TopicMark(target.get(), targetConfig.checkpointSchema(), config.changesTopic());
        TopicWatch watch = new TopicWatch(
                new TopicGuard(config.changesTopic(), mark, new TopicLook(broker, config.changesTopic())),
                topicFailure -> manager.haltAll(topicFailure.code(), topicFailure.text()),
                stopping);
        topic = watch;
        watch.await();
        watch.start();
    }

    @Override
    public Claim claim(int lane) {
        Claim claim = manager().claim(lane);
        compareTopic();
        return claim;
    }

    /** Compares the topic again. If it is another topic by now, the lane that was just claimed is halted. */
    private void compareTopic() {
        TopicWatch watch = topic;
        if (watch != null) {
            try {
                watch.look();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void release(int lane) {
        LaneManager manager = lanes;
        if (manager != null) {
            manager.release(lane);
        }
    }

    @Override
    public OptionalLong position(int lane, long epoch) {
        LaneManager manager = lanes;
        return manager == null ? OptionalLong.empty() : manager.position(lane, epoch);
    }

    @Override
    public boolean isTakenOver(int lane, long epoch) {
        LaneManager manager = lanes;
        return manager != null && manager.isTakenOver(lane, epoch);
    }

    @Override
    public void lookAfter(int lane, long epoch) {
        LaneManager manager = lanes;
        if (manager != null) {
            manager.lookAfter(lane, epoch);
        }
    }

    @Override
    public boolean take(int lane, long epoch, PolledEvents polled) {
        return manager().take(lane, epoch, polled);
    }

    private LaneManager manager() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LaneManager manager = lanes;
        if (manager == null) {
            throw new IllegalStateException("the service stopped before it was open");
        }
        return manager;
    }

    /** Imports relationships from CSV, with the tables as they are now. Needs {@link #hasLog}. */
    public ImportResult importRelationships(InputStream csv) throws IOException, SQLException {
        AgroalDataSource rows = target.get();
        KeySpaces spaces = Dpu.keySpaces(config, config.target().orElseThrow(), rows, definitions());
        return new RelationshipImport(log, rows, new ImportedDeadLetters(), this::stopLanes).run(csv, spaces);
    }

    private LanePause.Stopped stopLanes() {
        LaneManager manager = lanes;
        return manager == null ? LanePause.Stopped.NOT : manager.begin();
    }

    /** Returns the definitions of the source's tables: none before cdc-service has started for the first time. */
    private List<TableDefinition> definitions() throws ServerException {
        try {
            return new TablesTopic(config.broker().orElseThrow(), config.tablesTopic()).read();
        } catch (ServerException e) {
            if (e.code() == ErrorCode.TOPIC_MISSING) {
                return List.of();
            }
            throw e;
        }
    }

    /** Whether the log's tables exist, so that relationships can be read and imported. The topic may still be missing. */
    public boolean hasLog() {
        return hasLog;
    }

    /** Whether the service is open, so that dead letters can be read and replayed. */
    public boolean isOpen() {
        return lanes != null;
    }

    public State state() {
        if (config.target().isEmpty()) {
            return State.IDLE;
        }
        TopicGuard.Failure topicFailure = topicFailure();
        if (topicFailure != null && topicFailure.code() == ErrorCode.TOPIC_CHANGED) {
            return State.HALTED;
        }
        return lanes == null ? State.OPENING : State.RUNNING;
    }

    /** The reason why nothing can be taken from the topic; null if there is none. */
    public TopicGuard.@Nullable Failure topicFailure() {
        TopicWatch watch = topic;
        return watch == null ? null : watch.failure();
    }

    /** What the target does to rows by itself and an operator must know. */
    public List<String> warnings() {
        return acts.warnings();
    }

    /**
     * Ends the wait of a lane, so that it tries again at once.
     *
     * @return whether the lane waits for another attempt
     */
    public boolean tryAgain(int lane) {
        LaneManager manager = lanes;
        return manager != null && manager.tryAgain(lane);
    }

    /** The lanes that this service owns, or owned last. */
    public List<Lane> lanes() {
        LaneManager manager = lanes;
        return manager == null ? List.of() : manager.lanes();
    }
}
