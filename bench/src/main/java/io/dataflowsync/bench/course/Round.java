package io.dataflowsync.bench.course;

import io.dataflowsync.bench.contender.Contender;
import io.dataflowsync.bench.scenario.Arrival;
import io.dataflowsync.bench.scenario.BenchTable;
import io.dataflowsync.bench.scenario.Comparison;
import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.bench.scenario.Workload;
import io.dataflowsync.bench.scenario.WorkloadScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Runs a workload through a contender once, on tables of its own. */
final class Round {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String FIRST = "the first row";
    private static final String LAST = "the last row";

    private final Contender contender;
    private final WorkloadScript script;
    private final Loader loader;
    /** The number of rows that each table has at the source after the load. */
    private Map<String, Long> counts = Map.of();

    /** @param number distinguishes its tables from those of other rounds */
    Round(Contender contender, Workload workload, String number) {
        this.contender = contender;
        this.script = workload.script("_" + number);
        this.loader = new Loader(contender.source());
    }

    WorkloadScript script() {
        return script;
    }

    Loader loader() {
        return loader;
    }

    /** Makes the tables, and returns when the rows that exist before the load have arrived. */
    void prepare() {
        List<BenchTable> tables = script.tables();
        List<String> creates = tables.stream().map(BenchTable::create).toList();
        if (!contender.makesTables()) {
            contender.target().execute(Loader.SCHEMA, creates.toArray(String[]::new));
        }
        contender.expect(tables.stream().map(BenchTable::name).toList());
        loader.run(creates);
        loader.run(script.before());
        loader.mark(tables, FIRST);
        await(FIRST);
    }

    /**
     * Writes the transactions, and a last row to each table. Call it soon after the pause: a pipeline that is paused too long gives up
     * its source.
     */
    void load() {
        if (contender.readsCommitGroups()) {
            loader.run(script.writers());
        } else {
            loader.runFast(script.writers());
        }
        loader.mark(script.tables(), LAST);
        counts = loader.counts(script.tables());
    }

    /** The number of events that {@link #load} makes. */
    long events() {
        return script.events() + script.tables().size();
    }

    /**
     * Returns when the last row of each table is on the target, and as many rows as at the source: some contenders write the inserts of a
     * batch before its deletes.
     */
    void awaitLast() {
        await(LAST);
        new Arrival(contender.target()).awaitCounts(counts, PATIENCE, contender::failIfDead);
    }

    private void await(String mark) {
        new Arrival(contender.target()).await(script.tables(), mark, PATIENCE, contender::failIfDead);
    }

    void compare() {
        try (Connection source = contender.source().connect(Loader.SCHEMA);
                Connection target = contender.target().connect(Loader.SCHEMA)) {
            new Comparison(contender.keepsKeys()).require(script.tables(), source, target);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
