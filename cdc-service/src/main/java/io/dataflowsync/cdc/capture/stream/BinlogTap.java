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
 * Sits on the engine's own binlog stream, before the engine, for one life of it. At an obstacle it holds the thread that reads: nothing
 * behind is read, so nothing behind can be published.
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
    /** What the engine was given last; what it failed at, where it has failed. */
    private volatile @Nullable Obstacle lastStatement;

    private volatile @Nullable Event last;
    /** What the client could not read. */
    private volatile @Nullable Obstacle unread;

    private volatile BooleanSupplier engineFailed = () -> false;

    private volatile boolean connected;
    private volatile boolean brokenOff;
    private volatile long lastReadNanos = System.nanoTime();

    /**
     * @param facts what the binlog says beside rows, for whoever reads the engine's records
     * @param definitions follows the tables' definitions
     * @param files of the source's binlog that are known
     */
    public BinlogTap(BinlogGuard guard, StreamFacts facts, DefinitionFollower definitions, BinlogFiles files) {
        this.guard = guard;
        this.facts = facts;
        this.definitions = definitions;
        this.files = files;
        this.id = StreamTap.Registry.add(this);
    }

    /** What the engine's settings call it. */
    public String id() {
        return id;
    }

    /** @param failed whether the engine has failed, so that what it is given from then on is nothing to it */
    @Override
    public void engineFails(BooleanSupplier failed) {
        engineFailed = failed;
    }

    /** @param known what the engine decodes the rows of a table with; null where it knows no such table */
    @Override
    public void engineDecodesWith(Function<TableName, @Nullable Table> known) {
        guard.rows().decodedWith(known);
        guard.rows().agreeWith(definitions);
    }

    /**
     * Goes before whoever listens already.
     *
     * @throws IllegalStateException where the stream may have begun without it
     */
    @Override
    public void sitOn(BinaryLogClient client) {
        client.registerLifecycleListener(this);
        List<BinaryLogClient.EventListener> others = List.copyOf(client.getEventListeners());
        others.forEach(client::unregisterEventListener);
        client.registerEventListener(this);
        others.forEach(client::registerEventListener);
        if (client.isConnected() || client.getEventListeners().get(0) != this) {
            throw new IllegalStateException("the engine was faster than the guard of its stream");
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

    /** What is in the way, if only that the look itself failed: the client drops what a listener throws, and goes on. */
    private Optional<Obstacle> look(Event event) {
        try {
            return guard.look(event);
        } catch (RuntimeException e) {
            return Optional.of(guard.failed(event).because(e));
        }
    }

    /** Whether the file that begins with this event is of the binlog that was read before; else the stream is held. */
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

    /** In whole seconds, as the binlog has it. */
    static Instant time(Event event) {
        return Instant.ofEpochSecond(event.getHeader().getTimestamp() / 1000);
    }

    /** Where the definitions cannot be followed for now, the stream is held until its next life. */
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

    /** Why the stream is held, where that may pass. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    /** Reading ahead for the stream is no silence of the source. */
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

    /** The engine's failure, or what it failed at: it handles an event while it is given it. */
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

    /** The client reads on behind what it cannot read; here it does not. */
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

    /** Where the stream is held. */
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

    /** When the source was last heard of, of {@link System#nanoTime}; it has something to say at least every heartbeat. */
    long lastReadNanos() {
        return lastReadNanos;
    }

    /** Lets the reading thread go, so that it can end. Nothing may be published from then on. */
    public void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        StreamTap.Registry.remove(id);
    }
}
