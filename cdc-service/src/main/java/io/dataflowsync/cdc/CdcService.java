package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CannotGoOnException;
import io.dataflowsync.cdc.capture.CaptureLoop;
import io.dataflowsync.cdc.capture.CaptureState;
import io.dataflowsync.cdc.capture.CaptureStatus;
import io.dataflowsync.cdc.capture.CapturedBatch;
import io.dataflowsync.cdc.capture.CapturedTables;
import io.dataflowsync.cdc.capture.ServerReach;
import io.dataflowsync.cdc.capture.SourceCatalogue;
import io.dataflowsync.cdc.capture.SourceOffset;
import io.dataflowsync.cdc.capture.Trouble;
import io.dataflowsync.cdc.log.ChangeLog;
import io.dataflowsync.cdc.log.LogServer;
import io.dataflowsync.cdc.mapping.FieldMapper;
import io.dataflowsync.cdc.mapping.LaneAssignment;
import io.dataflowsync.cdc.mapping.Outgoing;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.cdc.publish.FencedException;
import io.dataflowsync.cdc.publish.OffsetTopic;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.cdc.publish.Publisher;
import io.dataflowsync.cdc.publish.Topics;
import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.Problem;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.preflight.Preflight;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.jboss.logging.Logger;

/** The way of an event: captured, mapped, logged, published. The one class that knows all the rooms. */
public final class CdcService implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(CdcService.class);
    private static final int FAILED = 1;

    private final PipelineConfig config;
    private final LogServer logServer;
    private final CaptureStatus status;
    private final CdcMeters meters;
    private final IntConsumer exit;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Patience patience;
    private final CapturedTables tables;
    private final FieldMapper fields;
    private final Outgoing outgoing;
    private final ChangeLog log;
    private final Publisher publisher;
    private final CaptureLoop capture;
    private final Thread thread = new Thread(this::run, "capture");
    private volatile Optional<SourceOffset> published = Optional.empty();
    private LaneAssignment lanes;

    /** @param exit ends the process with a code; called at most once */
    public CdcService(
            PipelineConfig config, LogServer logServer, CaptureStatus status, CdcMeters meters, IntConsumer exit) {
        this.config = config;
        this.logServer = logServer;
        this.status = status;
        this.meters = meters;
        this.exit = exit;
        this.patience = new Patience(status, closing);
        this.tables = new CapturedTables(config, this::readCatalogue);
        this.fields = new FieldMapper(config);
        this.outgoing = new Outgoing(fields);
        this.log = new ChangeLog(logServer.connections());
        this.publisher = new Publisher(config, new OffsetTopic(config));
        this.capture = new CaptureLoop(config, tables, status, this::take, this::readBack);
        this.lanes = assignLanes();
    }

    public void start() {
        thread.start();
    }

    private void run() {
        try (publisher) {
            prepare();
            Optional<Throwable> reason = capture.run();
            if (reason.isPresent()) {
                fail(reason.get());
            }
        } catch (InterruptedException e) {
            LOG.debug("interrupted while the service ends", e);
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    /** Everything that must be there before the first event. A server that is away is waited for; a wrong setting is not. */
    private void prepare() throws InterruptedException {
        insist(
                "reach the log",
                () -> new ServerReach(JdbcUrl.logServer(config.log().orElseThrow())).test());
        check(Preflight.checkLog(config));
        insist("migrate the log", logServer::migrate);
        insist("create the topics", new Topics(config)::create);
        readBack();
        insist("reach the source", () -> new ServerReach(JdbcUrl.source(config.source())).test());
        check(sourceProblems());
        tables.reread();
        fields.check(tables.all());
        lanes = assignLanes();
        List<TableDefinition> definitions = fields.map(tables.all());
        publish(new OutgoingBatch(List.of(), definitions, Optional.empty()));
    }

    private Optional<SourceOffset> readBack() throws InterruptedException {
        Optional<Committed> committed = patience.insist("read the offset back", publisher::committed);
        published = committed.map(found -> SourceOffset.ofJson(found.offset()));
        if (published.map(SourceOffset::inSnapshot).orElse(true)) {
            String last = committed.map(Committed::lastEventId).orElse("");
            int withdrawn = patience.insist("clean the log", () -> log.withdrawBehind(last));
            if (withdrawn > 0) {
                LOG.infof("%d events of an interrupted snapshot were logged only, and are withdrawn", withdrawn);
            }
        }
        return published;
    }

    private interface Action {
        void run() throws Exception;
    }

    private void insist(String what, Action action) throws InterruptedException {
        patience.insist(what, () -> {
            action.run();
            return true;
        });
    }

    /** The place to start from is of no interest any more once the source has been read from there. */
    private List<Problem> sourceProblems() {
        return Preflight.checkSource(config).stream()
                .filter(problem -> published.isEmpty() || !problem.place().contains("dfs.start-from"))
                .toList();
    }

    private static void check(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    /** The way of a batch. On return it is in the log and on the topic. */
    private void take(CapturedBatch batch) throws InterruptedException {
        if (!batch.definitions().isEmpty()) {
            lanes = assignLanes();
        }
        OutgoingBatch mapped = map(batch);
        patience.insist("write the log", () -> log.write(mapped.events()));
        try {
            publish(mapped);
        } catch (FencedException e) {
            throw new CannotGoOnException(e.getMessage(), e);
        }
        published = batch.offset().isPresent() ? batch.offset() : published;
        tell(mapped.events().stream().map(OutgoingEvent::event).toList());
    }

    private OutgoingBatch map(CapturedBatch batch) {
        List<OutgoingEvent> events =
                batch.events().stream().map(event -> outgoing.of(event, lanes)).toList();
        boolean moved = batch.offset().isPresent() && !batch.offset().equals(published);
        Optional<String> offset =
                moved || !events.isEmpty() ? batch.offset().map(SourceOffset::json) : Optional.empty();
        return new OutgoingBatch(events, fields.map(batch.definitions()), offset);
    }

    private void publish(OutgoingBatch batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            insist("publish", () -> publisher.publish(batch));
        }
    }

    private void tell(List<ChangeEvent> events) {
        status.published(events, Instant.now());
        meters.published(events);
        if (events.stream().anyMatch(ChangeEvent.SnapshotCompleted.class::isInstance)) {
            LOG.infof(
                    "The snapshot is complete, %d events so far", status.view().captured());
            status.enter(CaptureLoop.afterSnapshot(config));
        }
    }

    private LaneAssignment assignLanes() {
        return LaneAssignment.of(
                tables.all(), config, config.broker().orElseThrow().partitions());
    }

    private List<TableDefinition> readCatalogue() {
        try {
            return patience.insist("read the source's tables", new SourceCatalogue(config.source())::read);
        } catch (InterruptedException e) {
            throw new CannotGoOnException("the service ends", e);
        }
    }

    private void fail(Throwable reason) {
        if (closing.getCount() == 0) {
            return;
        }
        status.enter(CaptureState.FAILED, Trouble.line(reason));
        if (reason instanceof FencedException || reason.getCause() instanceof FencedException) {
            LOG.errorf("This instance ends: %s", reason.getMessage());
            exit.accept(FAILED);
        } else if (reason instanceof InvalidPipelineException invalid) {
            System.err.println(invalid.getMessage());
            exit.accept(InvalidPipelineException.EXIT_CODE);
        } else {
            LOG.errorf(reason, "The capture failed and waits for someone: %s", Trouble.line(reason));
        }
    }

    /** Ends after the batch that is on its way. */
    @Override
    public void close() {
        closing.countDown();
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
