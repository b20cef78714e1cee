package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.workload.TargetShop;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lets the target's own application write now and then. */
final class OwnWriter {
    private static final Logger LOG = System.getLogger(OwnWriter.class.getName());
    private static final long INTERVAL_MILLIS = 50;

    private final TargetShop shop;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "own-writer");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean failed;
    private volatile String failure = "";

    OwnWriter(TargetShop shop) {
        this.shop = shop;
    }

    void start() {
        var unused = executor.scheduleWithFixedDelay(this::write, 0, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void write() {
        if (failed) {
            return;
        }
        try {
            shop.transact();
        } catch (SQLTransactionRollbackException e) {
            // The victim of a deadlock writes again at its next turn, as any application does.
            LOG.log(Level.DEBUG, "the target's own application was rolled back", e);
        } catch (SQLException e) {
            failed = true;
            failure = String.valueOf(e.getMessage());
        }
    }

    /**
     * Stops it; returns when the last row is written. A second call does nothing.
     *
     * @throws IllegalStateException where it could not write: the target's application must never find that its key is taken already
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
        shop.close();
        if (failed) {
            failed = false;
            throw new IllegalStateException("the target's own application could not write: " + failure);
        }
    }
}
