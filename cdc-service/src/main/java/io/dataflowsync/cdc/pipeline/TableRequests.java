package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.snapshot.CascadeReach;
import io.dataflowsync.cdc.capture.snapshot.Overtaken;
import io.dataflowsync.cdc.capture.snapshot.TableSnapshots;
import io.dataflowsync.cdc.log.TableSnapshotLog;
import io.dataflowsync.cdc.log.TableSnapshotLog.Entry;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SnapshotMode;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.UnfrozenTables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Keeps the requests for snapshots of single tables: those of operators, and those for tables that the pipeline file left out until now.
 * They are in the log, so a restart forgets none.
 */
public final class TableRequests implements TableSnapshots {
    private static final Logger LOG = Logger.getLogger(TableRequests.class);
    /** The requester for a table that was left out until now, and for one that has got the name of such a table. */
    private static final String JOINING = "cdc-service";
    /** The requester for tables that were captured before. */
    private static final String AGAIN = "cdc-service, again";

    private final PipelineConfig config;
    private final CapturedTables tables;
    private final TableSnapshotLog log;
    private final EarlierTables earlier;
    private final RetryUntilAvailable retry;
    private final ReadableTables readable;
    private volatile boolean asked;

    public TableRequests(
            PipelineConfig config,
            CapturedTables tables,
            TableSnapshotLog log,
            EarlierTables earlier,
            RetryUntilAvailable retry) {
        this.config = config;
        this.tables = tables;
        this.log = log;
        this.earlier = earlier;
        this.retry = retry;
        this.readable = new ReadableTables(tables, log);
    }

    /** Reads which requests are still open from an earlier run of the service. */
    public void read() throws SQLException {
        look(log.all());
    }

    /** Requires, before the snapshot of all tables begins, that no row without a key came by an earlier topic. */
    public void requireFirst() throws InterruptedException {
        if (config.start().snapshot() != SnapshotMode.NEVER) {
            earlier.requireUnread(
                    tables.all().stream().map(TableDefinition::name).toList());
        }
    }

    /**
     * Marks the snapshots as done whose end is published.
     *
     * @param lastEvent the id of the last published event
     */
    void published(String lastEvent) throws InterruptedException {
        retry.runUntilDone(Peer.LOG, "note which snapshots are done", () -> {
            if (log.ended(lastEvent) > 0) {
                look(log.all());
            }
        });
    }

    private void look(List<Entry> entries) {
        asked = entries.stream().anyMatch(entry -> !entry.isDone());
    }

    /**
     * Requests snapshots of tables that were left out until now, and remembers which tables are left out.
     *
     * @param streaming whether changes are streamed already; else the snapshot of all tables is still to come
     */
    public void compare(boolean streaming) throws InterruptedException {
        Set<TableName> joining = streaming ? earlier.joining() : Set.of();
        if (!joining.isEmpty()) {
            join(joining);
        }
        earlier.remember();
    }

    private void join(Set<TableName> joining) throws InterruptedException {
        if (config.start().snapshot() == SnapshotMode.NEVER) {
            LOG.warnf("Newly captured, from now on only, since the pipeline file says snapshot: never: %s", joining);
            return;
        }
        earlier.requireUnread(joining);
        requireFrozen(joining);
        LOG.infof("Newly captured: %s; their rows are read before streaming goes on", joining);
        retry.runUntilDone(Peer.LOG, "ask for snapshots", () -> {
            Set<TableName> along = readable.along(joining);
            along.removeAll(joining);
            if (!along.isEmpty()) {
                LOG.infof("Read again together with them, since their rows change with theirs: %s", along);
            }
            ask(joining, JOINING);
            ask(along, AGAIN);
        });
    }

    private void requireFrozen(Set<TableName> joining) {
        List<Problem> problems = tables.unfrozen(joining).entrySet().stream()
                .map(found -> new Problem(
                        config.places().of("dfs.tables." + found.getKey().table()),
                        UnfrozenTables.what(found.getKey(), found.getValue()),
                        UnfrozenTables.fix(found.getKey())))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidPipelineException(problems);
        }
    }

    /**
     * Requests a snapshot of these tables, and of those that the source itself changes together with them.
     *
     * @param names {@code schema.table}; with one captured schema, the table alone is enough
     * @return the problem of the first table that cannot be read, in which case nothing is requested
     */
    public Optional<String> ask(List<String> names, String by) throws SQLException {
        List<TableName> wanted = new ArrayList<>();
        for (String name : names) {
            TableName table = TableName.named(name, config.source().schemas().get(0));
            Optional<String> wrong = readable.problem(table);
            if (wrong.isPresent()) {
                return wrong;
            }
            wanted.add(table);
        }
        Set<TableName> reached = readable.along(wanted);
        ask(reached, by);
        LOG.infof("%s asks for a snapshot of %s", by, reached);
        return Optional.empty();
    }

    public List<Entry> all() throws SQLException {
        return log.all();
    }

    @Override
    public boolean areAsked() {
        return asked;
    }

    @Override
    public Set<TableName> asked() throws InterruptedException {
        if (!asked) {
            return Set.of();
        }
        Set<TableName> open = new TreeSet<>();
        for (Entry entry : entries()) {
            if (!entry.isDone() && tables.captures(entry.table())) {
                open.add(entry.table());
            }
        }
        asked = !open.isEmpty();
        return open;
    }

    @Override
    public void ending(Set<TableName> ending, BinlogPosition place, String event) throws InterruptedException {
        retry.runUntilDone(
                Peer.LOG, "note that a snapshot ends", () -> log.ending(ending, event, place.file(), place.position()));
    }

    @Override
    public void done(Set<TableName> done, BinlogPosition place) throws InterruptedException {
        retry.runUntilDone(
                Peer.LOG, "note that a snapshot is done", () -> log.done(done, place.file(), place.position()));
        look(entries());
        LOG.infof("The snapshot of %s at %s is complete", done, place);
    }

    @Override
    public Overtaken overtaken() throws InterruptedException {
        Map<TableName, BinlogPosition> places = new HashMap<>();
        Set<TableName> joining = new HashSet<>();
        for (Entry entry : entries()) {
            if (!entry.isDone()) {
                if (entry.askedBy().equals(JOINING)) {
                    joining.add(entry.table());
                }
            } else {
                BinlogPosition place = new BinlogPosition(
                        Objects.requireNonNull(entry.binlogFile()), Objects.requireNonNull(entry.binlogPosition()));
                places.merge(entry.table(), place, (one, other) -> one.compareTo(other) < 0 ? other : one);
            }
        }
        return new Overtaken(Map.copyOf(places), Set.copyOf(joining));
    }

    @Override
    public Set<TableName> askAgain(Set<TableName> wanted, String change) throws InterruptedException {
        return retry.untilDone(Peer.LOG, "ask for snapshots", () -> {
            Set<TableName> read = readable.among(wanted);
            if (!read.isEmpty()) {
                Set<TableName> tied = readable.among(CascadeReach.tied(read, tables.all()));
                LOG.infof("Rows of %s change by foreign keys with %s; read again: %s", read, change, tied);
                ask(tied, AGAIN);
            }
            return without(wanted, read);
        });
    }

    @Override
    public Set<TableName> askRenamed(Set<TableName> renamed, boolean joining) throws InterruptedException {
        return retry.untilDone(Peer.LOG, "ask for snapshots", () -> {
            Set<TableName> read = readable.among(renamed);
            LOG.infof("Tables with a requested snapshot have a new name, and are read as %s", read);
            ask(read, joining ? JOINING : AGAIN);
            return without(renamed, read);
        });
    }

    private void ask(Set<TableName> wanted, String by) throws SQLException {
        log.ask(wanted, by);
        asked = true;
    }

    private static Set<TableName> without(Set<TableName> all, Set<TableName> some) {
        Set<TableName> rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private List<Entry> entries() throws InterruptedException {
        return retry.untilDone(Peer.LOG, "read which snapshots are asked for", log::all);
    }
}
