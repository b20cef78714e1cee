package io.dataflowsync.dpu;

import io.agroal.api.AgroalDataSource;
import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.contract.config.PipelineConfig.TargetConfig;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.processor.TableProcessor;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.deadletter.DeadLetterTopic;
import io.dataflowsync.dpu.execute.TopicMark;
import io.dataflowsync.dpu.intake.EarlierRecords;
import io.dataflowsync.dpu.intake.Lanes;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.intake.TablesTopic;
import io.dataflowsync.dpu.intake.TopicLook;
import io.dataflowsync.dpu.lane.Lane;
import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.dpu.lane.TopicGuard;
import io.dataflowsync.dpu.lane.TopicWatch;
import io.dataflowsync.dpu.plan.TargetActions;
import io.dataflowsync.dpu.relationship.ImportResult;
import io.dataflowsync.dpu.relationship.KeySpaces;
import io.dataflowsync.dpu.relationship.RelationshipImport;
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

/** The service: opens, then lets the lanes work; without a target it only says so. */
@ApplicationScoped
public class DpuService implements Lanes {
    private static final Logger LOG = Logger.getLogger(DpuService.class);

    private final PipelineConfig config;
    private final List<TableProcessor> processors;
    private final AgroalDataSource log;
    private final InjectableInstance<AgroalDataSource> target;
    private final Flyway flyway;
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
            MeterRegistry registry) {
        this.config = config;
        this.processors = processors;
        this.log = log;
        this.target = target;
        this.flyway = flyway;
        this.registry = registry;
        this.acts = new TargetActions(config);
    }

    /** Where the service is between its start and its end. */
    public enum State {
        IDLE,
        OPENING,
        RUNNING,
        /** The topic is not the one that it was: nothing is taken from it. */
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
        LaneManager keeper = lanes;
        if (keeper != null) {
            keeper.stop();
        }
    }

    private void open(TargetConfig targetConfig) {
        StartupChecks opening = new StartupChecks(config, stopping);
        try {
            opening.lookAtTarget(targetConfig);
            opening.makeLogSchema(flyway);
            BrokerConfig broker = config.broker().orElseThrow();
            LaneManager keeper = Dpu.lanes(
                    config,
                    targetConfig,
                    processors,
                    log,
                    target.get(),
                    new TablesTopic(broker, config.tablesTopic())::read,
                    new EarlierRecords(broker, config.changesTopic()),
                    new DeadLetterTopic(broker, config.deadLettersTopic()),
                    registry,
                    acts);
            opening.makeCheckpoints(keeper);
            hasLog = true;
            opening.requireRights();
            awaitTopic(targetConfig, broker, keeper);
            // Now that the topic is there, the broker says more.
            opening.requireRights();
            lanes = keeper;
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

    /** Before the first lane is claimed: an offset is one of this topic. */
    private void awaitTopic(TargetConfig targetConfig, BrokerConfig broker, LaneManager keeper)
            throws InterruptedException {
        TopicMark mark = new TopicMark(target.get(), targetConfig.checkpointSchema(), config.changesTopic());
        TopicWatch watch = new TopicWatch(
                new TopicGuard(config.changesTopic(), mark, new TopicLook(broker, config.changesTopic())),
                trouble -> keeper.haltAll(trouble.code(), trouble.text()),
                stopping);
        topic = watch;
        watch.await();
        watch.start();
    }

    @Override
    public Claim claim(int lane) {
        Claim claim = keeper().claim(lane);
        compareTopic();
        return claim;
    }

    /** The lane that is claimed is halted where the topic is another one by now. */
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
        LaneManager keeper = lanes;
        if (keeper != null) {
            keeper.release(lane);
        }
    }

    @Override
    public OptionalLong position(int lane, long epoch) {
        LaneManager keeper = lanes;
        return keeper == null ? OptionalLong.empty() : keeper.position(lane, epoch);
    }

    @Override
    public boolean isTakenOver(int lane, long epoch) {
        LaneManager keeper = lanes;
        return keeper != null && keeper.isTakenOver(lane, epoch);
    }

    @Override
    public void lookAfter(int lane, long epoch) {
        LaneManager keeper = lanes;
        if (keeper != null) {
            keeper.lookAfter(lane, epoch);
        }
    }

    @Override
    public boolean take(int lane, long epoch, Iterable<List<Received>> received) {
        return keeper().take(lane, epoch, received);
    }

    private LaneManager keeper() {
        try {
            opened.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LaneManager keeper = lanes;
        if (keeper == null) {
            throw new IllegalStateException("the service stopped before it was open");
        }
        return keeper;
    }

    /** Imports relationships from CSV, with the tables as they are now; only where {@link #hasLog}. */
    public ImportResult importRelationships(InputStream csv) throws IOException, SQLException {
        AgroalDataSource rows = target.get();
        KeySpaces spaces = Dpu.keySpaces(config, config.target().orElseThrow(), rows, definitions());
        return new RelationshipImport(log, rows).run(csv, spaces);
    }

    /** None before cdc-service has started for the first time. */
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

    /** The log's tables are there, so that relationships can be asked for and imported; the topic need not be. */
    public boolean hasLog() {
        return hasLog;
    }

    /** The log's tables are there, so that dead letters can be asked for. */
    public boolean isOpen() {
        return lanes != null;
    }

    public State state() {
        if (config.target().isEmpty()) {
            return State.IDLE;
        }
        TopicGuard.Trouble trouble = trouble();
        if (trouble != null && trouble.code() == ErrorCode.TOPIC_CHANGED) {
            return State.HALTED;
        }
        return lanes == null ? State.OPENING : State.RUNNING;
    }

    /** What is amiss with the topic; null where nothing is. */
    public TopicGuard.@Nullable Trouble trouble() {
        TopicWatch watch = topic;
        return watch == null ? null : watch.trouble();
    }

    /** What the target does by itself that people must know of. */
    public List<String> warnings() {
        return acts.warnings();
    }

    /**
     * Tries again at once what a lane waits to try again.
     *
     * @return whether it waits for that
     */
    public boolean tryAgain(int lane) {
        LaneManager keeper = lanes;
        return keeper != null && keeper.tryAgain(lane);
    }

    /** The lanes that this service owns or owned last. */
    public List<Lane> lanes() {
        LaneManager keeper = lanes;
        return keeper == null ? List.of() : keeper.lanes();
    }
}
