package io.dataflowsync.cdc.capture.tracker;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import io.dataflowsync.cdc.capture.value.BinlogClients;
import io.dataflowsync.cdc.capture.value.SessionQueryData;
import io.dataflowsync.cdc.capture.value.Statements;
import io.dataflowsync.cdc.capture.value.TemporaryTables;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Reads ahead in the source's binlog: the statements of a range of it, without rows.
 *
 * <p>The server describes a table as it is now. That is the definition at an earlier position if, and only if, no statement in between
 * has changed the table.
 */
final class BinlogScout {
    private static final Set<String> OF_TRANSACTIONS = Set.of("BEGIN", "COMMIT", "ROLLBACK");
    private static final long CONNECT_MILLIS = 10_000;

    private final SourceConfig source;
    /** The temporary tables; they are kept from one range to the next. */
    private final TemporaryTables temporary = new TemporaryTables();

    BinlogScout(SourceConfig source) {
        this.source = source;
    }

    /**
     * A statement of the binlog, other than those that begin and end transactions.
     *
     * @param error the number of the error with which it failed at the source after it did a part; 0 if it did not fail
     */
    record Scouted(BinlogPosition place, BinlogPosition end, String sql, StatementSession session, int error) {

        /** Another statement in its place, which did not fail. */
        Scouted succeeding(String other) {
            return new Scouted(place, end, other, session, 0);
        }
    }

    /**
     * Reads the statements that begin at or after one position and before another, in order, on the caller's thread.
     *
     * @param progress gets the position that was reached, repeatedly
     * @throws IOException if the source cannot be reached or has purged that range
     */
    void read(BinlogPosition from, BinlogPosition to, Consumer<Scouted> statements, Consumer<BinlogPosition> progress)
            throws IOException {
        if (from.compareTo(to) >= 0) {
            return;
        }
        BinaryLogClient client = BinlogClients.from(source, from, statementsOnly());
        client.setConnectTimeout(CONNECT_MILLIS);
        Reading reading = new Reading(client, from, to, statements, progress, temporary);
        client.registerEventListener(reading);
        client.registerLifecycleListener(reading);
        client.connect();
        reading.requireWhole();
    }

    private static EventDeserializer statementsOnly() {
        EventDeserializer deserializer = BinlogClients.frame();
        deserializer.setEventDataDeserializer(EventType.QUERY, new Statements());
        return deserializer;
    }

    /** One read, which ends itself at the last position; the server ends it at the end of its binlog. */
    private static final class Reading extends BinaryLogClient.AbstractLifecycleListener
            implements BinaryLogClient.EventListener {
        private final BinaryLogClient client;
        private final BinlogPosition to;
        private final Consumer<Scouted> statements;
        private final Consumer<BinlogPosition> progress;
        private final TemporaryTables temporary;
        private final AtomicReference<Exception> failure = new AtomicReference<>();
        private String file;
        private BinlogPosition reached;

        Reading(
                BinaryLogClient client,
                BinlogPosition from,
                BinlogPosition to,
                Consumer<Scouted> statements,
                Consumer<BinlogPosition> progress,
                TemporaryTables temporary) {
            this.temporary = temporary;
            this.client = client;
            this.to = to;
            this.statements = statements;
            this.progress = progress;
            this.file = from.file();
            this.reached = from;
        }

        @Override
        public void onEvent(Event event) {
            if (event.getHeader().getEventType() == EventType.ROTATE) {
                file = ((RotateEventData) event.getData()).getBinlogFilename();
                return;
            }
            EventHeaderV4 header = event.getHeader();
            if (header.getNextPosition() == 0) {
                return;
            }
            BinlogPosition place = new BinlogPosition(file, header.getPosition());
            if (place.compareTo(to) < 0 && header.getEventType() == EventType.QUERY) {
                add(place, header, event.getData());
            }
            reached = new BinlogPosition(file, header.getNextPosition());
            progress.accept(reached);
            if (reached.compareTo(to) >= 0) {
                end();
            }
        }

        private void add(BinlogPosition place, EventHeaderV4 header, SessionQueryData query) {
            query.readHeader(header);
            if (!OF_TRANSACTIONS.contains(query.getSql()) && !temporary.follow(query)) {
                BinlogPosition end = new BinlogPosition(file, header.getNextPosition());
                statements.accept(new Scouted(place, end, query.getSql(), query.session(), query.getErrorCode()));
            }
        }

        private void end() {
            try {
                client.disconnect();
            } catch (IOException e) {
                failure.compareAndSet(null, e);
            }
        }

        @Override
        public void onCommunicationFailure(BinaryLogClient failed, Exception e) {
            failure.compareAndSet(null, e);
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient failed, Exception e) {
            failure.compareAndSet(null, e);
        }

        void requireWhole() throws IOException {
            if (reached.compareTo(to) < 0) {
                throw new IOException("the binlog was read ahead to " + reached + " only, not to " + to, failure.get());
            }
        }
    }
}
