package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.log.EarlierTableLog;
import io.dataflowsync.cdc.log.TableSnapshotLog;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SnapshotMode;
import io.dataflowsync.pipeline.config.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Compares the tables with those of the last start, and whether the pipeline file captured them; keeps both in the log.
 *
 * <p>Without that, rows that were captured before could come twice, or rows that were left out could never come.
 */
public final class EarlierTables {
    private final PipelineConfig config;
    private final CapturedTables tables;
    private final EarlierTableLog log;
    private final TableSnapshotLog counted;
    private final RetryUntilAvailable retry;
    private final Predicate<Obstacle> acknowledged;

    /** @param acknowledged whether an operator has skipped this obstacle */
    public EarlierTables(
            PipelineConfig config,
            CapturedTables tables,
            EarlierTableLog log,
            TableSnapshotLog counted,
            RetryUntilAvailable retry,
            Predicate<Obstacle> acknowledged) {
        this.config = config;
        this.tables = tables;
        this.log = log;
        this.counted = counted;
        this.retry = retry;
        this.acknowledged = acknowledged;
    }

    /** The tables of the last start, each with whether it was captured. */
    Map<TableName, Boolean> captured() throws InterruptedException {
        return retry.untilDone(Peer.LOG, "read which tables were captured", log::captured);
    }

    /** Remembers the tables as they are now, for the next start. */
    void remember() throws InterruptedException {
        remember(tables.known());
    }

    /** Remembers these tables in addition, until the events in flight are certainly published. */
    void rememberToo(Collection<TableDefinition> there) throws InterruptedException {
        Map<TableName, Boolean> captured = tables.judged(there);
        retry.runUntilDone(Peer.LOG, "remember which tables are captured", () -> log.rememberToo(captured));
    }

    /** Remembers the tables at the end of what is published; reading may be further. */
    void remember(Collection<TableDefinition> there) throws InterruptedException {
        remember(tables.judged(there));
    }

    private void remember(Map<TableName, Boolean> captured) throws InterruptedException {
        retry.runUntilDone(Peer.LOG, "remember which tables are captured", () -> log.remember(captured));
    }

    /** The tables that are captured now, and were left out before. */
    Set<TableName> joining() throws InterruptedException {
        Map<TableName, Boolean> before = captured();
        Set<TableName> joining = new TreeSet<>();
        tables.known().forEach((table, captured) -> {
            if (captured && Boolean.FALSE.equals(before.get(table))) {
                joining.add(table);
            }
        });
        return joining;
    }

    /**
     * Requires that no row of these tables was captured before, if they have no primary key: such rows cannot be distinguished from
     * those that are read now.
     *
     * @throws CannotGoOnException if a table may have such rows, and no operator has confirmed that the target has none
     */
    void requireUnread(Iterable<TableName> wanted) throws InterruptedException {
        for (TableName table : wanted) {
            long events = tables.hasNoKey(table) ? eventsOf(table) : 0;
            if (events > 0) {
                require(new Obstacle(
                        ErrorCode.KEYLESS_ROWS,
                        config.project() + "/" + table,
                        table + " has no primary key, and rows of it came to the target before, by " + events
                                + " events: those that are to be read now could not be distinguished from them"));
            }
        }
    }

    /**
     * Requires, before the snapshot of all tables begins again, that no captured table has gone: the sweep after the snapshot does not
     * cover such a table.
     *
     * @throws CannotGoOnException if rows of such a table were captured before, and no operator has confirmed that the target has none
     */
    void requireThere() throws InterruptedException {
        if (config.start().snapshot() == SnapshotMode.NEVER) {
            return;
        }
        for (Map.Entry<TableName, Boolean> table : captured().entrySet()) {
            if (table.getValue() && !tables.known().containsKey(table.getKey())) {
                long events = eventsOf(table.getKey());
                if (events > 0) {
                    require(new Obstacle(
                            ErrorCode.TABLE_GONE,
                            config.project() + "/" + table.getKey(),
                            table.getKey()
                                    + " is not there any more, or has another name, and its rows came to the target before, by "
                                    + events + " events: the snapshot that begins now does not contain them"));
                }
            }
        }
    }

    private long eventsOf(TableName table) throws InterruptedException {
        return retry.untilDone(Peer.LOG, "count a table's events", () -> counted.eventsOf(table));
    }

    private void require(Obstacle obstacle) {
        if (!acknowledged.test(obstacle)) {
            throw new CannotGoOnException(obstacle);
        }
    }

    /**
     * Reports the schemas that are new in the pipeline file: the earlier definitions of their tables are not known. Remembers the schemas
     * if there is no problem.
     *
     * @param streaming whether changes are streamed already
     */
    public List<Problem> newSchemas(boolean streaming) throws InterruptedException {
        return retry.untilDone(Peer.LOG, "compare the schemas with those of the last start", () -> {
            List<String> schemas = config.source().schemas();
            Set<String> before = log.schemas();
            List<Problem> problems = new ArrayList<>();
            if (streaming && !before.isEmpty()) {
                schemas.stream()
                        .filter(schema -> !before.contains(schema))
                        .forEach(schema -> problems.add(new Problem(
                                "dfs.source.schemas",
                                "'" + schema
                                        + "' was not captured when this pipeline streamed last, so the definitions of its tables"
                                        + " since then are not known",
                                "give it a pipeline of its own, with another project name; or begin again under another project"
                                        + " name with the same log.schema")));
            }
            if (problems.isEmpty()) {
                log.follow(schemas);
            }
            return problems;
        });
    }
}
