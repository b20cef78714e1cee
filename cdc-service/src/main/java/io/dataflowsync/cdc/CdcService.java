package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CaptureLoop;
import io.dataflowsync.cdc.capture.KnownSource;
import io.dataflowsync.cdc.capture.OperatorRequests;
import io.dataflowsync.cdc.capture.ServerReach;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.cdc.capture.status.CaptureStatus;
import io.dataflowsync.cdc.capture.stream.SourceBinlogReader;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory;
import io.dataflowsync.cdc.capture.tracker.SchemaTracker;
import io.dataflowsync.cdc.capture.tracker.UnprovenException;
import io.dataflowsync.cdc.log.BinlogFileLog;
import io.dataflowsync.cdc.log.ChangeLog;
import io.dataflowsync.cdc.log.EarlierTableLog;
import io.dataflowsync.cdc.log.LogServer;
import io.dataflowsync.cdc.log.TableSnapshotLog;
import io.dataflowsync.cdc.log.TieLog;
import io.dataflowsync.cdc.log.TopicLog;
import io.dataflowsync.cdc.pipeline.BatchMapper;
import io.dataflowsync.cdc.pipeline.BatchWriter;
import io.dataflowsync.cdc.pipeline.CdcMeters;
import io.dataflowsync.cdc.pipeline.EarlierTables;
import io.dataflowsync.cdc.pipeline.EventObstacles;
import io.dataflowsync.cdc.pipeline.EventPipeline;
import io.dataflowsync.cdc.pipeline.KeptBinlogFiles;
import io.dataflowsync.cdc.pipeline.PublishReport;
import io.dataflowsync.cdc.pipeline.PublishedTopicsGuard;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.cdc.pipeline.RetryingCatalogue;
import io.dataflowsync.cdc.pipeline.SizeLimit;
import io.dataflowsync.cdc.pipeline.Skips;
import io.dataflowsync.cdc.pipeline.TableRequests;
import io.dataflowsync.cdc.pipeline.Ties;
import io.dataflowsync.cdc.publish.OffsetTopic;
import io.dataflowsync.cdc.publish.Publisher;
import io.dataflowsync.cdc.publish.Topics;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import io.dataflowsync.servicekit.broker.BrokerRights;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/** Runs the service: captures, maps, logs and publishes events until it is closed. It is the only class that uses all packages. */
public final class CdcService implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CdcService.class);
    private static final int FAILED = 1;
    /** The settings that say where reading begins. */
    private static final List<String> BEGINNING = List.of("dfs.start-from", "dfs.snapshot");

    private final PipelineConfig config;
    private final LogServer logServer;
    private final CaptureStatus status;
    private final IntConsumer exit;
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Released when an operator resumes a failed capture. */
    private final Semaphore resumed = new Semaphore(0);

    private final RetryUntilAvailable retry;
    private final Skips skips;
    private final SizeLimit sizes;
    private final Publisher publisher;
    private final EarlierTables earlier;
    private final TableRequests requests;
    private final PublishedTopicsGuard topics;
    private final EventPipeline pipeline;
    private final SchemaTracker tracker;
    private final CaptureLoop capture;
    private final Thread thread = new Thread(this::run, "capture");

    /** @param exit ends the process with a code; called at most once */
    public CdcService(
            PipelineConfig config, LogServer logServer, CaptureStatus status, CdcMeters meters, IntConsumer exit) {
        this.config = config;
        this.logServer = logServer;
        this.status = status;
        this.exit = exit;
        this.retry = new RetryUntilAvailable(status, closing);
        this.skips = new Skips(logServer);
        this.sizes = new SizeLimit(Topics.MAX_RECORD_BYTES, skips::has);
        this.publisher = new Publisher(config, new OffsetTopic(config));
        DefinitionHistory history = new DefinitionHistory();
        CapturedTables tables = new CapturedTables(config, new RetryingCatalogue(config, retry), history::beganWithout);
        status.reportLeftOut(tables::leftOut);
        TableSnapshotLog snapshots = new TableSnapshotLog(logServer.connections());
        this.earlier = new EarlierTables(
                config, tables, new EarlierTableLog(logServer.connections()), snapshots, retry, skips::has);
        this.requests = new TableRequests(config, tables, snapshots, earlier, retry);
        ChangeLog log = new ChangeLog(logServer.connections());
        this.topics = new PublishedTopicsGuard(config, new TopicLog(logServer.connections()), retry);
        this.tracker = SchemaTracker.of(config.source(), history, skips::ofUnproven, this::isReadingAhead);
        EventObstacles obstacles = new EventObstacles(skips::has);
        Ties ties =
                new Ties(config, tables, new TieLog(logServer.connections()), earlier, retry, history::definitionsAt);
        BatchMapper mapper = new BatchMapper(config, tables, tracker, sizes, obstacles, log, ties, retry);
        PublishReport report = new PublishReport(config, status, meters);
        BatchWriter writer = new BatchWriter(log, publisher, topics, retry, obstacles, earlier, history, report);
        this.pipeline = new EventPipeline(config, tables, tracker, requests, earlier, retry, mapper, writer);
        SourceBinlogReader source = new SourceBinlogReader(config.source());
        KeptBinlogFiles files =
                new KeptBinlogFiles(source, new BinlogFileLog(logServer.connections()), retry, pipeline);
        this.capture = new CaptureLoop(
                config,
                new KnownSource(tables, tracker, files.files(), source),
                new OperatorRequests(skips::has, requests),
                status,
                files);
    }

    private void isReadingAhead() {
        capture.isReadingAhead();
    }

    public void start() {
        topics.watch(closing, pipeline::fail);
        thread.start();
    }

    private void run() {
        try (publisher) {
            for (boolean again = true; again; ) {
                again = runOnce().map(this::fail).orElse(false);
                if (again) {
                    resumed.acquire();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted while the service ends", e);
        }
    }

    /** Captures until it ends; returns the reason, or empty if it was closed. */
    private Optional<Throwable> runOnce() throws InterruptedException {
        try {
            prepare();
            return capture.run();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Prepares all that the first event needs. It waits for a server that is unreachable, but not for a wrong setting to change. */
    private void prepare() throws InterruptedException {
        LogConfig log = config.log().orElseThrow();
        retry.runUntilDone(Peer.LOG, "reach the log", () -> new ServerReach(JdbcUrl.logServer(log), log.tls()).test());
        check(Preflight.checkLog(config));
        retry.runUntilDone(Peer.LOG, "migrate the log", logServer::migrate);
        retry.runUntilDone(Peer.LOG, "read the log", skips::read);
        retry.runUntilDone(Peer.LOG, "read the log", requests::read);
        sizes.logTakes(retry.untilDone(Peer.LOG, "ask the log", logServer::maxPacket));
        requireRights();
        topics.open();
        requireRights();
        topics.opened(pipeline.readBack());
        SourceConfig source = config.source();
        retry.runUntilDone(
                Peer.SOURCE, "reach the source", () -> new ServerReach(JdbcUrl.source(source), source.tls()).test());
        check(sourceProblems());
        check(earlier.newSchemas(!pipeline.begins()));
        pipeline.check();
        if (pipeline.published().isEmpty()) {
            requests.requireFirst();
        }
        requests.compare(!pipeline.begins());
    }

    /** Requires the rights on the topics that exist, and the right to create the others. */
    private void requireRights() throws InterruptedException {
        BrokerRights rights = new BrokerRights(config);
        retry.runUntilDone(Peer.BROKER, "ask for the rights on the topics", () -> check(rights.missingForCapture()));
    }

    /** The problems of the source. A problem of the settings that say where reading begins does not count once reading has begun. */
    private List<Problem> sourceProblems() {
        return Preflight.checkSource(config, warning -> LOG.warnf("%s", warning)).stream()
                .filter(problem -> pipeline.begins() || BEGINNING.stream().noneMatch(problem.place()::contains))
                .toList();
    }

    private static void check(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    /** Reports a failure; returns whether to wait until an operator fixes the cause and resumes. */
    private boolean fail(Throwable reason) {
        if (closing.getCount() == 0) {
            return false;
        }
        Optional<CannotGoOnException> known = FailureClassifier.known(reason);
        ErrorCode code = known.map(CannotGoOnException::code).orElseGet(() -> codeOf(reason));
        known.flatMap(CannotGoOnException::obstacle)
                .ifPresentOrElse(
                        status::stopAt, () -> status.enter(CaptureState.FAILED, code, FailureClassifier.line(reason)));
        if (code == ErrorCode.INSTANCE_TAKEN_OVER) {
            LOG.errorf("This instance ends (%s): %s", code.word(), FailureClassifier.line(reason));
            exit.accept(FAILED);
            return false;
        } else if (reason instanceof InvalidPipelineException invalid) {
            System.err.println(invalid.getMessage());
            exit.accept(InvalidPipelineException.EXIT_CODE);
            return false;
        }
        LOG.errorf(
                known.isPresent() ? null : reason,
                "The capture has stopped (%s): %s. %s",
                code.word(),
                FailureClassifier.line(reason),
                code.remedy());
        return true;
    }

    private static ErrorCode codeOf(Throwable reason) {
        ErrorCode code = FailureClassifier.code(reason);
        return code == ErrorCode.SOURCE_AWAY ? ErrorCode.CAPTURE_FAILED : code;
    }

    /**
     * Resumes a failed capture.
     *
     * @return whether the capture had failed
     */
    public synchronized boolean resume() {
        if (status.state() != CaptureState.FAILED || closing.getCount() == 0) {
            return false;
        }
        status.enter(CaptureState.STARTING);
        resumed.release();
        return true;
    }

    /**
     * Skips the one event or statement that the capture has stopped at, for good, and resumes.
     *
     * @param place the place that the status shows
     * @param by the operator
     * @return whether the capture had stopped there
     */
    public synchronized boolean skip(String place, String by) throws SQLException, IOException {
        return skip(place, "", by);
    }

    /**
     * Skips the one statement that the capture has stopped at, and takes the given definition as the table after it.
     *
     * @param definition the CREATE TABLE of the table; empty if none is given
     * @throws UnprovenException if it cannot be read, or if the stop needs no definition
     */
    public synchronized boolean skip(String place, String definition, String by) throws SQLException, IOException {
        Optional<Obstacle> before =
                status.obstacle().filter(obstacle -> obstacle.place().equals(place));
        if (before.isEmpty()) {
            return false;
        }
        if (!definition.isEmpty()) {
            requireWanted(before.get(), definition);
        }
        skips.add(before.get(), definition, by);
        LOG.warnf("%s lets the capture skip %s", by, before.get().line());
        return resume();
    }

    private void requireWanted(Obstacle obstacle, String definition) throws SQLException, IOException {
        if (obstacle.code() != ErrorCode.DEFINITION_UNPROVEN) {
            throw new UnprovenException("a definition goes with " + ErrorCode.DEFINITION_UNPROVEN.word()
                    + " alone, and this is " + obstacle.code().word());
        }
        tracker.requireReadable(definition, config.source().schemas().get(0));
    }

    /** The requests for snapshots of single tables. */
    public TableRequests requests() {
        return requests;
    }

    /** Ends the service after the batch in flight. */
    @Override
    public void close() {
        closing.countDown();
        resumed.release();
        capture.close();
        try {
            thread.join(15_000);
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join(5_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
