package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CaptureLoop;
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
import io.dataflowsync.cdc.pipeline.CdcMeters;
import io.dataflowsync.cdc.pipeline.EarlierTables;
import io.dataflowsync.cdc.pipeline.EventObstacles;
import io.dataflowsync.cdc.pipeline.EventPipeline;
import io.dataflowsync.cdc.pipeline.KeptBinlogFiles;
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
import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.LogConfig;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.config.Problem;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.preflight.Preflight;
import io.dataflowsync.servicekit.broker.BrokerRights;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/** The way of an event: captured, mapped, logged, published. The one class that knows all the rooms. */
public final class CdcService implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CdcService.class);
    private static final int FAILED = 1;
    /** Settings that say where the reading begins. */
    private static final List<String> BEGINNING = List.of("dfs.start-from", "dfs.snapshot");

    private final PipelineConfig config;
    private final LogServer logServer;
    private final CaptureStatus status;
    private final IntConsumer exit;
    private final CountDownLatch closing = new CountDownLatch(1);
    /** Given by whoever wants a failed capture to be tried again. */
    private final Semaphore resumed = new Semaphore(0);

    private final RetryUntilAvailable retry;
    private final Skips skips;
    private final SizeLimit sizes;
    private final Publisher publisher;
    private final EarlierTables earlier;
    private final TableRequests requests;
    private final PublishedTopicsGuard topics;
    private final EventPipeline way;
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
        status.leavesOut(tables::leftOut);
        TableSnapshotLog snapshots = new TableSnapshotLog(logServer.connections());
        this.earlier = new EarlierTables(
                config, tables, new EarlierTableLog(logServer.connections()), snapshots, retry, skips::has);
        this.requests = new TableRequests(config, tables, snapshots, earlier, retry);
        ChangeLog log = new ChangeLog(logServer.connections());
        this.topics = new PublishedTopicsGuard(config, new TopicLog(logServer.connections()), retry);
        this.tracker = SchemaTracker.of(config.source(), history, skips::ofUnproven, this::isReadingAhead);
        this.way = new EventPipeline(
                config,
                tables,
                sizes,
                new EventObstacles(skips::has),
                log,
                publisher,
                topics,
                retry,
                status,
                meters,
                requests,
                earlier,
                tracker,
                new Ties(config, tables, new TieLog(logServer.connections()), earlier, retry, history::definitionsAt));
        SourceBinlogReader source = new SourceBinlogReader(config.source());
        KeptBinlogFiles files = new KeptBinlogFiles(source, new BinlogFileLog(logServer.connections()), retry);
        this.capture = new CaptureLoop(
                config,
                tables,
                status,
                batch -> {
                    files.keep();
                    way.take(batch);
                },
                way.underway(),
                () -> {
                    files.look();
                    return way.begin();
                },
                skips::has,
                requests,
                tracker,
                files.files(),
                source);
    }

    private void isReadingAhead() {
        capture.isReadingAhead();
    }

    public void start() {
        topics.watch(closing, way::fail);
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

    /** Why it ended, unless it was told to. */
    private Optional<Throwable> runOnce() throws InterruptedException {
        try {
            prepare();
            return capture.run();
        } catch (RuntimeException e) {
            return Optional.of(e);
        }
    }

    /** Everything that must be there before the first event. A server that is away is waited for; a wrong setting is not. */
    private void prepare() throws InterruptedException {
        LogConfig log = config.log().orElseThrow();
        insist(Peer.LOG, "reach the log", () -> new ServerReach(JdbcUrl.logServer(log), log.tls()).test());
        check(Preflight.checkLog(config));
        insist(Peer.LOG, "migrate the log", logServer::migrate);
        insist(Peer.LOG, "read the log", skips::read);
        insist(Peer.LOG, "read the log", requests::read);
        sizes.logTakes(retry.insist(Peer.LOG, "ask the log", logServer::maxPacket));
        requireRights();
        topics.open();
        requireRights();
        topics.opened(way.readBack());
        SourceConfig source = config.source();
        insist(Peer.SOURCE, "reach the source", () -> new ServerReach(JdbcUrl.source(source), source.tls()).test());
        check(sourceProblems());
        check(earlier.newSchemas(!way.begins()));
        way.check();
        if (way.published().isEmpty()) {
            requests.requireFirst();
        }
        requests.compare(!way.begins());
    }

    /** On the topics that are there, and to create the others. */
    private void requireRights() throws InterruptedException {
        BrokerRights rights = new BrokerRights(config);
        insist(Peer.BROKER, "ask for the rights on the topics", () -> check(rights.missingForCapture()));
    }

    private interface Action {
        void run() throws Exception;
    }

    private void insist(Peer peer, String what, Action action) throws InterruptedException {
        retry.insist(peer, what, () -> {
            action.run();
            return true;
        });
    }

    /** The place to begin at is of no interest any more once the source has been read from there. */
    private List<Problem> sourceProblems() {
        return Preflight.checkSource(config, warning -> LOG.warnf("%s", warning)).stream()
                .filter(problem -> way.begins() || BEGINNING.stream().noneMatch(problem.place()::contains))
                .toList();
    }

    private static void check(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    /** Whether it is worth waiting for someone who mends it. */
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
                "The capture stands still (%s): %s. %s",
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
     * Tries again what failed.
     *
     * @return whether there was something to try again
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
     * Lets the capture pass the one thing that it stands before, for good, and resumes.
     *
     * @param place as the status tells it
     * @param by who says so
     * @return whether it stood there
     */
    public synchronized boolean skip(String place, String by) throws SQLException, IOException {
        return skip(place, "", by);
    }

    /**
     * Lets the capture pass the one thing that it stands before, with the definition that a table has behind it.
     *
     * @param definition its CREATE TABLE; empty where nobody gives it
     * @throws UnprovenException where that is none that can be read, or nothing is to be known of a table there
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
        LOG.warnf("%s tells the capture to pass %s", by, before.get().line());
        return resume();
    }

    private void requireWanted(Obstacle obstacle, String definition) throws SQLException, IOException {
        if (obstacle.code() != ErrorCode.DEFINITION_UNPROVEN) {
            throw new UnprovenException("a definition goes with " + ErrorCode.DEFINITION_UNPROVEN.word()
                    + " alone, and this is " + obstacle.code().word());
        }
        tracker.requireReadable(definition, config.source().schemas().get(0));
    }

    /** The snapshots of single tables. */
    public TableRequests requests() {
        return requests;
    }

    /** Ends after the batch that is on its way. */
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
