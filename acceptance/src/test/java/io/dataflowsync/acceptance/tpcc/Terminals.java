package io.dataflowsync.acceptance.tpcc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Terminals that run transactions, one after another each, until they are stopped. */
public final class Terminals implements AutoCloseable {
    private static final int DEADLOCK = 1213;
    private static final int LOCK_WAIT = 1205;

    private final ExecutorService threads;
    private final List<Future<Integer>> running = new ArrayList<>();
    private final AtomicInteger committed = new AtomicInteger();
    private volatile boolean stopped;

    /** Starts them. */
    public static Terminals start(int count, Supplier<Connection> connections, TpccSize size, long seed) {
        return new Terminals(count, connections, size, seed);
    }

    private Terminals(int count, Supplier<Connection> connections, TpccSize size, long seed) {
        threads = Executors.newFixedThreadPool(count);
        for (int i = 0; i < count; i++) {
            TpccChoice choice = new TpccChoice(seed + i, size);
            Callable<Integer> terminal = () -> work(connections.get(), choice);
            running.add(threads.submit(terminal));
        }
    }

    private int work(Connection connection, TpccChoice choice) throws SQLException {
        int own = 0;
        try (TpccSession session = new TpccSession(connection)) {
            while (!stopped) {
                if (transact(session, choice)) {
                    own++;
                    committed.incrementAndGet();
                }
            }
        }
        return own;
    }

    private static boolean transact(TpccSession session, TpccChoice choice) throws SQLException {
        try {
            if (TpccTransaction.next(choice).run(session, choice)) {
                session.commit();
                return true;
            }
        } catch (SQLException e) {
            if (e.getErrorCode() != DEADLOCK && e.getErrorCode() != LOCK_WAIT) {
                throw e;
            }
        }
        session.rollback();
        return false;
    }

    /** Returns how many transactions were committed so far. */
    public int committed() {
        return committed.get();
    }

    /** Stops them, and returns how many transactions were committed; an error of a terminal comes out here. */
    public int stop() throws InterruptedException, ExecutionException {
        stopped = true;
        int all = 0;
        for (Future<Integer> terminal : running) {
            all += terminal.get();
        }
        return all;
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
    }
}
