package io.dataflowsync.cdc.capture;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import io.dataflowsync.cdc.capture.value.LiteralRows;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Sits on the engine's own binlog stream, before the engine, for one life of it. At an obstacle it holds the thread that reads: nothing
 * behind is read, so nothing behind can be published.
 */
final class BinlogTap extends BinaryLogClient.AbstractLifecycleListener
        implements BinaryLogClient.EventListener, AutoCloseable {
    private static final Map<String, BinlogTap> OPEN = new ConcurrentHashMap<>();

    private final String id = UUID.randomUUID().toString();
    private final BinlogGuard guard;
    private final LiteralRows rows = new LiteralRows();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile @Nullable Obstacle obstacle;
    /** The statement that the engine was given last. */
    private volatile @Nullable Obstacle lastStatement;

    private volatile boolean connected;
    private volatile boolean brokenOff;
    private volatile long lastReadNanos = System.nanoTime();

    BinlogTap(BinlogGuard guard) {
        this.guard = guard;
        OPEN.put(id, this);
    }

    /** What the engine's settings call it. */
    String id() {
        return id;
    }

    static Optional<BinlogTap> find(String id) {
        return Optional.ofNullable(OPEN.get(id));
    }

    /**
     * Goes before whoever listens already.
     *
     * @throws IllegalStateException where the stream may have begun without it
     */
    void sitOn(BinaryLogClient client) {
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
        if (released.getCount() == 0) {
            return;
        }
        Optional<Obstacle> found = guard.look(event);
        if (found.isPresent()) {
            obstacle = found.get();
            awaitRelease();
            return;
        }
        guard.parsed(event).ifPresent(statement -> {
            lastStatement = statement;
            guard.hideFromEngine(event, statement);
        });
    }

    /** The engine's failure, or what it failed at: it parses a statement while it is given it. */
    Throwable explain(Throwable failure) {
        Obstacle statement = lastStatement;
        return statement != null && Trouble.isUnparseable(failure) ? new CannotGoOnException(statement) : failure;
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
    Optional<Obstacle> obstacle() {
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
    void release() {
        released.countDown();
    }

    @Override
    public void close() {
        release();
        OPEN.remove(id);
    }
}
