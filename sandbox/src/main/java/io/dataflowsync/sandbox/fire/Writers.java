package io.dataflowsync.sandbox.fire;

import io.dataflowsync.sandbox.demo.DemoEngines;
import io.dataflowsync.sandbox.workload.Application;
import io.dataflowsync.sandbox.workload.OwnRows;
import io.dataflowsync.sandbox.workload.Sidelines;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Runs the shop and its sidelines on the source, and the target's own application. */
final class Writers implements AutoCloseable {
    /** Sometimes fast, sometimes slow. */
    private static final List<Integer> PAUSE_MILLIS = List.of(0, 5, 20, 60, 200);

    private static final List<Integer> OWN_PAUSE_MILLIS = List.of(50, 200);

    private final DemoEngines engines;
    private final OwnRows ownRows;
    private final Writer shop;
    private final Writer sidelines;
    private final Writer own;

    private Writers(DemoEngines engines, Random seeds) {
        this.engines = engines;
        this.ownRows = new OwnRows(engines.target().connect(DemoEngines.TARGET_SCHEMA));
        this.shop = Writer.start("shop", engines::openShop, PAUSE_MILLIS, seeds.nextLong());
        this.sidelines = Writer.start("sidelines", this::openSidelines, PAUSE_MILLIS, seeds.nextLong());
        this.own = Writer.start(
                "own-writer", seed -> engines.openTargetShop(seed, ownRows), OWN_PAUSE_MILLIS, seeds.nextLong());
    }

    static Writers start(DemoEngines engines, Random seeds) {
        return new Writers(engines, seeds);
    }

    private Application openSidelines(long seed) throws SQLException {
        return new Sidelines(engines.source().connect(DemoEngines.SOURCE_SCHEMA), seed);
    }

    /** The rows of the target's own application; complete once this is closed and the target is reachable. */
    OwnRows ownRows() {
        return ownRows;
    }

    long transactions() {
        return shop.transactions() + sidelines.transactions();
    }

    long ownTransactions() {
        return own.transactions();
    }

    @Override
    public void close() {
        shop.close();
        sidelines.close();
        own.close();
    }
}
