package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.workload.Application;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Runs an application that writes all the time, and starts a new one after each failure of its server. */
final class Writer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Writer.class.getName());
    private static final long AWAY_NANOS = Duration.ofMillis(200).toNanos();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Opening opening;
    private final List<Integer> pauses;
    private final Random random;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long transactions;

    /** Opens an application that continues where the last one was cut off. */
    interface Opening {
        Application open(long seed) throws SQLException;
    }

    private Writer(String name, Opening opening, List<Integer> pauses, long seed) {
        this.opening = opening;
        this.pauses = pauses;
        this.random = new Random(seed);
        this.thread = new Thread(this::write, name);
        this.thread.setDaemon(true);
    }

    /** @param pauses the pauses between transactions, in milliseconds; another one is chosen now and then */
    static Writer start(String name, Opening opening, List<Integer> pauses, long seed) {
        Writer writer = new Writer(name, opening, pauses, seed);
        writer.thread.start();
        return writer;
    }

    /**
     * Runs applications until it is stopped. If the last one was cut off at the very end, one more is opened, which only checks the
     * last transaction.
     */
    private void write() {
        boolean cutOff = false;
        while (!stopped || cutOff) {
            try (Application application = opening.open(random.nextLong())) {
                transact(application);
                cutOff = false;
            } catch (SQLException | EngineFailure e) {
                cutOff = true;
                LOG.log(Level.DEBUG, thread.getName() + " could not write", e);
                LockSupport.parkNanos(AWAY_NANOS);
            }
        }
    }

    private void transact(Application application) throws SQLException {
        while (!stopped) {
            int pause = pauses.get(random.nextInt(pauses.size()));
            for (int left = 5 + random.nextInt(60); left > 0 && !stopped; left--) {
                application.transact();
                transactions++;
                LockSupport.parkNanos(Duration.ofMillis(pause).toNanos());
            }
        }
    }

    /** The number of transactions that are known to be committed. */
    long transactions() {
        return transactions;
    }

    /** Stops it after its current transaction; its server must be reachable. */
    @Override
    public void close() {
        stopped = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new EngineFailure(thread.getName() + " hangs");
        }
    }
}
