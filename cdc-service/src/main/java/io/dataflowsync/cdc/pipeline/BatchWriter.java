package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory;
import io.dataflowsync.cdc.log.ChangeLog;
import io.dataflowsync.cdc.mapping.OutgoingBatch;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.cdc.publish.Publisher;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Writes batches to the log, and publishes them; knows where the last published batch ended. */
public final class BatchWriter implements Delivery.Steps {
    private static final Logger LOG = Logger.getLogger(BatchWriter.class);

    private final ChangeLog log;
    private final Publisher publisher;
    private final PublishedTopicsGuard topics;
    private final RetryUntilAvailable retry;
    private final EventObstacles obstacles;
    private final EarlierTables earlier;
    private final DefinitionHistory history;
    private final PublishReport report;
    private volatile Optional<String> published = Optional.empty();
    /** The place at which the tables are remembered; empty before the first of this reading. */
    private volatile Optional<BinlogPosition> remembered = Optional.empty();

    public BatchWriter(
            ChangeLog log,
            Publisher publisher,
            PublishedTopicsGuard topics,
            RetryUntilAvailable retry,
            EventObstacles obstacles,
            EarlierTables earlier,
            DefinitionHistory history,
            PublishReport report) {
        this.log = log;
        this.publisher = publisher;
        this.topics = topics;
        this.retry = retry;
        this.obstacles = obstacles;
        this.earlier = earlier;
        this.history = history;
        this.report = report;
    }

    /** Reads back the offset after the last batch that was published. */
    Optional<Committed> readBack() throws InterruptedException {
        Optional<Committed> committed = retry.untilDone(Peer.BROKER, "read the offset back", publisher::committed);
        published = committed.map(Committed::offset);
        return committed;
    }

    /** Removes from the log the events that will never be on the topic: those after the last published one. */
    void withdrawAfter(String lastEvent) throws InterruptedException {
        int withdrawn =
                retry.untilDone(Peer.LOG, "clean the log", () -> log.withdrawAfter(lastEvent, topics.loggedBefore()));
        if (withdrawn > 0) {
            LOG.infof("%d events of an interrupted snapshot were logged only, and are withdrawn", withdrawn);
        }
    }

    /** The offset after the last published batch; empty before the first one. */
    Optional<SourceOffset> published() {
        return published.map(SourceOffset::ofJson);
    }

    /** Begins after the last published batch, and publishes a batch that has no events. */
    void begin(OutgoingBatch definitions) throws InterruptedException {
        remembered = published().flatMap(SourceOffset::streamed);
        send(definitions);
    }

    @Override
    public void log(OutgoingBatch batch) throws InterruptedException {
        try {
            retry.untilDone(Peer.LOG, "write the log", () -> log.write(batch.events()));
        } catch (RuntimeException e) {
            throw obstacles.placed(batch, e, log::write);
        }
    }

    @Override
    public void publish(OutgoingBatch batch) throws InterruptedException {
        Optional<BinlogPosition> streamedTo = streamedTo(batch).filter(this::isOfOtherTables);
        Optional<List<TableDefinition>> others = streamedTo.map(history::definitionsAt);
        if (others.isPresent()) {
            earlier.rememberToo(others.get());
        }
        try {
            send(batch);
        } catch (RuntimeException e) {
            throw EventObstacles.placed(batch, e);
        }
        if (others.isPresent()) {
            earlier.remember(others.get());
            remembered = streamedTo;
        }
        published = batch.offset().or(() -> published);
        report.published(batch.events().stream().map(OutgoingEvent::event).toList());
    }

    private void send(OutgoingBatch batch) throws InterruptedException {
        if (!batch.isEmpty()) {
            retry.runUntilDone(Peer.BROKER, "publish", () -> {
                topics.require();
                publisher.publish(batch);
            });
        }
    }

    /** How far the stream is after a batch; empty if the batch is only of a snapshot, whose place is not in the stream. */
    private static Optional<BinlogPosition> streamedTo(OutgoingBatch batch) {
        return BatchMapper.reached(
                BatchMapper.last(batch.events()).filter(position -> !position.isSnapshot()),
                batch.offset().map(SourceOffset::ofJson));
    }

    /** Whether the tables at a place differ from those that are remembered. */
    private boolean isOfOtherTables(BinlogPosition place) {
        return remembered
                .map(earlierPlace -> history.hasChanged(earlierPlace, place))
                .orElse(true);
    }
}
