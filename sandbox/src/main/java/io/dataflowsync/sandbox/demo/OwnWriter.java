package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.LostConnection;
import io.dataflowsync.sandbox.workload.TargetShop;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Lets the target's own application write now and then. If its connection is lost, it connects again. */
final class OwnWriter {
    private static final Logger LOG = System.getLogger(OwnWriter.class.getName());
    private static final long INTERVAL_MILLIS = 50;

    private final Opening opening;
    private @Nullable TargetShop shop;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "own-writer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean failed;
    private volatile String failure = "";

    /**
     * @param shop the first one
     * @param opening connects to the target, and makes a shop that goes on where the last one ended
     */
    OwnWriter(TargetShop shop, Opening opening) {
        this.shop = shop;
        this.opening = opening;
    }

    /** Makes the next shop. */
    interface Opening {
        /** @throws EngineFailure if the target is unreachable */
        TargetShop open() throws SQLException;
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::write, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void write() {
        if (failed) {
            return;
        }
        try {
            if (shop == null) {
                shop = opening.open();
            }
            shop.transact();
        } catch (SQLTransactionRollbackException e) {
            // The victim of a deadlock writes again at its next turn, as any application does.
            LOG.log(Level.DEBUG, "the target's own application was rolled back", e);
        } catch (EngineFailure e) {
            LOG.log(Level.DEBUG, "the target is unreachable for its own application", e);
        } catch (SQLException e) {
            if (LostConnection.is(e)) {
                LOG.log(Level.DEBUG, "the target's own application lost its connection", e);
                leave();
            } else {
                failed = true;
                failure = String.valueOf(e.getMessage());
            }
        }
    }

    /** Its connection is of no use any more. */
    private void leave() {
        try {
            close();
        } catch (SQLException e) {
            LOG.log(Level.DEBUG, "a lost connection", e);
        }
    }

    private void close() throws SQLException {
        TargetShop last = shop;
        shop = null;
        if (last != null) {
            last.close();
        }
    }

    /**
     * Stops it; returns when the last row is written. A second call does nothing.
     *
     * @throws IllegalStateException if it could not write: the target's application must never find that its key is taken already
     */
    void stop() throws SQLException {
        executor.shutdown();
        try {
            if (!executor.awaitTermination(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the target's own application hangs");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
        if (failed) {
            failed = false;
            throw new IllegalStateException("the target's own application could not write: " + failure);
        }
    }
}
