package io.dataflowsync.cdc.capture.stream;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import io.dataflowsync.cdc.capture.engine.LiteralRows;
import io.dataflowsync.cdc.capture.engine.StreamTap;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.FailureClassifier;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.position.BinlogFiles;
import io.dataflowsync.cdc.capture.value.RowFacts;
import io.dataflowsync.cdc.capture.value.SessionQueryData;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.table.TableName;
import io.debezium.relational.Table;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads the engine's own binlog stream before the engine does, for one run of it. At an obstacle it stops the reading thread: no event
 * after it is read, so none can be published.
 */
public final class BinlogTap extends BinaryLogClient.AbstractLifecycleListener
        implements BinaryLogClient.EventListener, StreamTap, AutoCloseable {
    private final String id;
    private final BinlogGuard guard;
    private final StreamFacts facts;
    private final DefinitionFollower definitions;
    private final BinlogFiles files;
    private final LiteralRows rows = new LiteralRows();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable Obstacle obstacle;
    private volatile @Nullable Throwable failure;
    /** The last statement that the engine was given. If the engine has failed, it failed at this one. */
    private volatile @Nullable Obstacle lastStatement;

    private volatile @Nullable Event last;
    /** The obstacle of an event that the client could not read. */
    private volatile @Nullable Obstacle unread;

    private volatile BooleanSupplier engineFailed = () -> false;

    private volatile boolean connected;
    private volatile boolean brokenOff;
    private volatile long lastReadNanos = System.nanoTime();

    /**
     * @param facts takes facts of the binlog that the engine's records lack, for the reader of those records
     * @param definitions follows the tables' definitions
     * @param files the known files of the source's binlog
     */
    public BinlogTap(BinlogGuard guard, StreamFacts facts, DefinitionFollower definitions, BinlogFiles files) {
        this.guard = guard;
        this.facts = facts;
        this.definitions = definitions;
        this.files = files;
        this.id = StreamTap.Registry.add(this);
    }

    /** The tap's id in the engine's settings. */
    public String id() {
        return id;
    }

    /** @param failed whether the engine has failed, so that it ignores later events */
    @Override
    public void engineFails(BooleanSupplier failed) {
        engineFailed = failed;
    }

    /** @param known finds the definition with which the engine decodes the rows of a table; null if it knows no such table */
    @Override
    public void engineDecodesWith(Function<TableName, @Nullable Table> known) {
        guard.rows().decodedWith(known);
        guard.rows().agreeWith(definitions);
    }

    /**
     * Registers itself ahead of the client's other listeners.
     *
     * @throws IllegalStateException if the stream may have begun already
     */
    @Override
    public void registerAt(BinaryLogClient client) {
        client.registerLifecycleListener(this);
        List<BinaryLogClient.EventListener> others = List.copyOf(client.getEventListeners());
        others.forEach(client::unregisterEventListener);
        client.registerEventListener(this);
        others.forEach(client::registerEventListener);
        if (client.isConnected() || client.getEventListeners().get(0) != this) {
            throw new IllegalStateException("the stream began before its guard was registered");
        }
    }

    @Override
    public void onEvent(Event event) {
        lastReadNanos = System.nanoTime();
        rows.see(event);
        if (released.getCount() == 0 || engineFailed.getAsBoolean()) {
            return;
        }
        Optional<Obstacle> found = look(event);
        if (found.isPresent()) {
            holdAt(found.get());
            return;
        }
        if (event.getHeader().getEventType() == EventType.FORMAT_DESCRIPTION && !enterFile(event)) {
            return;
        }
        guard.rows().hideMap(event);
        last = event;
        lastStatement = null;
        Optional<Obstacle> statement = guard.parsed(event);
        Optional<Obstacle> unproven = follow(event);
        if (unproven.isPresent()) {
            holdAt(unproven.get());
            return;
        }
        statement.ifPresent(parsed -> pass(event, parsed));
        if (BinlogGuard.data(event) instanceof RowFacts row && guard.rows().captures(row)) {
            facts.rows(guard.at(event), row.unchecked(), guard.rows().leftOut(row));
        }
    }

    /** The obstacle at this event, also if the check itself failed: the client drops what a listener throws, and goes on. */
    private Optional<Obstacle> look(Event event) {
        try {
            return guard.look(event);
        } catch (RuntimeException e) {
            return Optional.of(guard.failed(event).because(e));
        }
    }

    /** Whether the file that begins with this event is of the binlog that was read before. If not, the stream is stopped. */
    private boolean enterFile(Event first) {
        try {
            files.enter(guard.file(), time(first));
            return true;
        } catch (RuntimeException e) {
            failure = e;
            awaitRelease();
            return false;
        }
    }

    /** The time of an event in whole seconds, as the binlog has it. */
    static Instant time(Event event) {
        return Instant.ofEpochSecond(event.getHeader().getTimestamp() / 1000);
    }

    /** Follows the definitions. If that is not possible for now, the stream is stopped until the next run. */
    private Optional<Obstacle> follow(Event event) {
        try {
            return definitions.follow(guard.file(), event);
        } catch (SQLException | IOException e) {
            failure = e;
            awaitRelease();
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(guard.failed(event).because(e));
        }
    }

    /** The reason why the stream is stopped, if a retry may help. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Notes that reading ahead for the stream goes on, so that the source does not count as silent. */
    public void isAlive() {
        lastReadNanos = System.nanoTime();
    }

    private void pass(Event event, Obstacle statement) {
        lastStatement = statement;
        if (!guard.hideFromEngine(event, statement)) {
            StatementSession session = BinlogGuard.data(event) instanceof SessionQueryData query
                    ? query.session()
                    : StatementSession.unknown("");
            facts.statement(guard.at(event), session, statement.text());
        }
    }

    private void holdAt(Obstacle found) {
        obstacle = found;
        awaitRelease();
    }

    /**
     * The reason of the engine's failure: the event that it failed at, if there is one. The engine handles an event inside the listener
     * call.
     */
    public Throwable explain(Throwable failure) {
        if (FailureClassifier.known(failure).isPresent()) {
            return failure;
        }
        Obstacle notRead = unread;
        if (notRead != null) {
            return new CannotGoOnException(notRead, failure);
        }
        Event event = last;
        if (event == null || !FailureClassifier.isOfAnEvent(failure)) {
            return failure;
        }
        Obstacle statement = lastStatement;
        Obstacle at = statement == null ? guard.failed(event) : statement;
        return new CannotGoOnException(at.because(failure), failure);
    }

    /** The client would go on after an event that it cannot read. The stream stops here instead. */
    @Override
    public void onEventDeserializationFailure(BinaryLogClient client, Exception failure) {
        Obstacle found = guard.unread(failure).because(failure);
        unread = found;
        holdAt(found);
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void onConnect(BinaryLogClient client) {
        lastReadNanos = System.nanoTime();
        rows.readFor(client);
        connected = true;
    }

    @Override
    public void onDisconnect(BinaryLogClient client) {
        brokenOff = connected;
    }

    /** The obstacle at which the stream is stopped. */
    public Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }

    boolean isConnected() {
        return connected;
    }

    /** Whether there was a stream and it has ended. */
    boolean isBrokenOff() {
        return brokenOff;
    }

    /** The time of the last event from the source, of {@link System#nanoTime}. The source sends at least every heartbeat. */
    long lastReadNanos() {
        return lastReadNanos;
    }

    /** Releases the reading thread so that it can end. Nothing may be published from then on. */
    public void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        StreamTap.Registry.remove(id);
    }
}
