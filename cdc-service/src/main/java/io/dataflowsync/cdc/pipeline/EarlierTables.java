package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.log.EarlierTableLog;
import io.dataflowsync.cdc.log.TableSnapshotLog;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.PipelineConfig.SnapshotMode;
import io.dataflowsync.contract.config.Problem;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which tables there were before, and whether the pipeline file left them out: a start is held against it, since rows of which nobody
 * knows whether they came already could come twice, or never. Kept in the log.
 */
public final class EarlierTables {
    private final PipelineConfig config;
    private final CapturedTables tables;
    private final EarlierTableLog log;
    private final TableSnapshotLog counted;
    private final RetryUntilAvailable retry;
    private final Predicate<Obstacle> acknowledged;

    /** @param acknowledged what somebody has told the capture to pass */
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

    /** Whether each table that was there before was captured. */
    Map<TableName, Boolean> captured() throws InterruptedException {
        return retry.insist(Peer.LOG, "read which tables were captured", log::captured);
    }

    /** What there is by now is what the next start is held against. */
    void remember() throws InterruptedException {
        remember(tables.known());
    }

    /** What there may be as well, until it is certain that what is on its way is published. */
    void rememberToo(Collection<TableDefinition> there) throws InterruptedException {
        Map<TableName, Boolean> captured = tables.judged(there);
        retry.insist(Peer.LOG, "remember which tables are captured", () -> {
            log.rememberToo(captured);
            return true;
        });
    }

    /** What there is at the end of what is published, behind which the reading may be already. */
    void remember(Collection<TableDefinition> there) throws InterruptedException {
        remember(tables.judged(there));
    }

    private void remember(Map<TableName, Boolean> captured) throws InterruptedException {
        retry.insist(Peer.LOG, "remember which tables are captured", () -> {
            log.remember(captured);
            return true;
        });
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
     * Before rows of tables are read: nothing can tell those of a table without a key from those that came before.
     *
     * @throws CannotGoOnException where a table may have some, and nobody has seen to it that the target has none
     */
    void requireUnread(Iterable<TableName> wanted) throws InterruptedException {
        for (TableName table : wanted) {
            long events = tables.hasNoKey(table) ? eventsOf(table) : 0;
            if (events > 0) {
                require(new Obstacle(
                        ErrorCode.KEYLESS_ROWS,
                        config.project() + "/" + table,
                        table + " has no primary key, and rows of it came to the target before, by " + events
                                + " events: those that are to be read now could not be told from them"));
            }
        }
    }

    /**
     * Before the one snapshot of all tables begins anew: it sweeps none that is not there any more.
     *
     * @throws CannotGoOnException where rows of such a table came before, and nobody has seen to it that the target has none
     */
    void requireThere() throws InterruptedException {
        if (config.snapshot() == SnapshotMode.NEVER) {
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
                                    + events + " events: the snapshot that begins now does not meet them"));
                }
            }
        }
    }

    private long eventsOf(TableName table) throws InterruptedException {
        return retry.insist(Peer.LOG, "count a table's events", () -> counted.eventsOf(table));
    }

    private void require(Obstacle obstacle) {
        if (!acknowledged.test(obstacle)) {
            throw new CannotGoOnException(obstacle);
        }
    }

    /**
     * The schemas that the pipeline file has beside those of before: what their tables are and were is not known. Those of now are
     * remembered where there are none.
     *
     * @param streaming whether changes are streamed already
     */
    public List<Problem> newSchemas(boolean streaming) throws InterruptedException {
        return retry.insist(Peer.LOG, "compare the schemas with those of the last start", () -> {
            List<String> schemas = config.source().schemas();
            Set<String> before = log.schemas();
            List<Problem> problems = new ArrayList<>();
            if (streaming && !before.isEmpty()) {
                schemas.stream()
                        .filter(schema -> !before.contains(schema))
                        .forEach(schema -> problems.add(new Problem(
                                "dfs.source.schemas",
                                "'" + schema
                                        + "' was not followed when this pipeline streamed last, so what its tables were"
                                        + " since then is not known",
                                "give it a pipeline of its own, with another project name; or begin anew under another project"
                                        + " name with the same log.schema")));
            }
            if (problems.isEmpty()) {
                log.follow(schemas);
            }
            return problems;
        });
    }
}
