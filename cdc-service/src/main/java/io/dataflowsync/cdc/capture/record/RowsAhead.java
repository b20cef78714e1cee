package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.capture.snapshot.Overtaken;
import io.dataflowsync.cdc.capture.snapshot.TableSnapshots;
import io.dataflowsync.cdc.capture.stream.LeftOut;
import io.dataflowsync.cdc.capture.stream.RowGuard;
import io.dataflowsync.cdc.capture.stream.StatementAheadException;
import io.dataflowsync.cdc.capture.stream.StreamFacts;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.Followed;
import io.dataflowsync.cdc.capture.tracker.Lineage;
import io.dataflowsync.cdc.definition.TableEffect;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.TableRename;
import io.dataflowsync.contract.table.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Compares the stream with the snapshots of single tables that are ahead of it or still to be read, and drops the stream's changes that
 * such a snapshot contains. For one thread.
 *
 * <p>A cascade changes rows, but the binlog has no event for them. A dropped change may have changed rows of other tables in this way,
 * and a change that is not dropped may change rows of a table with a snapshot a second time. Those tables are read again.
 */
public final class RowsAhead {
    private final CapturedTables tables;
    private final TableSnapshots snapshots;
    private final Predicate<Obstacle> acknowledged;
    private final SourceCascades cascades;
    /** The tables that are still to be read. */
    private final Set<TableName> asked;

    private Overtaken overtaken;

    /**
     * @param overtaken the changes that the stream brings and that snapshots contain already, or will contain
     * @param asked the tables that are still to be read
     * @param acknowledged whether an operator has acknowledged an obstacle, so that capture passes it
     */
    public RowsAhead(
            CapturedTables tables,
            Overtaken overtaken,
            Set<TableName> asked,
            TableSnapshots snapshots,
            Predicate<Obstacle> acknowledged) {
        this.tables = tables;
        this.overtaken = overtaken;
        this.asked = new HashSet<>(asked);
        this.snapshots = snapshots;
        this.acknowledged = acknowledged;
        this.cascades = new SourceCascades(tables::all);
    }

    /** Whether no snapshot is ahead of the stream. */
    boolean isEmpty() {
        return overtaken.isEmpty();
    }

    /**
     * Whether a change of rows is dropped.
     *
     * @throws CannotGoOnException if the change also changes rows without an event in the binlog, and those rows cannot be read again
     */
    boolean drops(EngineRecord change, StreamFacts.Fact fact) {
        boolean dropped = overtaken.has(change.table(), change.place());
        if (change.kind() == EngineRecord.Kind.ROW && !fact.unchecked().foreignKeys()) {
            checkCascades(change, dropped, fact.leftOut());
        }
        return dropped;
    }

    private void checkCascades(EngineRecord change, boolean dropped, LeftOut leftOut) {
        Set<TableName> late = new TreeSet<>(cascades.reached(change, leftOut.after()));
        late.removeIf(table -> asked.contains(table)
                || table.equals(change.table())
                || overtaken.has(table, change.place()) == dropped);
        if (late.isEmpty()) {
            return;
        }
        Set<TableName> unread = interruptibly(
                () -> snapshots.askAgain(late, RowGuard.rowsOf(change.table()) + " at " + change.place()));
        late.removeAll(unread);
        asked.addAll(late);
        String text = RowGuard.rowsOf(change.table()) + ", and with them rows of " + new TreeSet<>(unread)
                + " by foreign keys: the snapshot of "
                + (dropped
                        ? "the former has this change already, and the latter have not"
                        : "the latter has that already");
        requireAcknowledged(
                unread, new Obstacle(ErrorCode.SOURCE_CASCADE, change.place().toString(), text));
    }

    /**
     * Follows a rename: a table that is still to be read is read under its new name. A table that takes over the old name is another one.
     */
    void pass(Followed statement) {
        cascades.forget();
        if (snapshots.areAsked()) {
            asked.addAll(interruptibly(snapshots::asked));
        }
        List<TableRename> renamed = new Lineage(statement.effects())
                .renames().stream()
                        .filter(rename -> asked.contains(rename.from()))
                        .toList();
        if (renamed.isEmpty()) {
            return;
        }
        Set<TableName> to = renamed.stream()
                .map(TableRename::to)
                .filter(tables.known()::containsKey)
                .filter(tables::captures)
                .collect(Collectors.toCollection(TreeSet::new));
        boolean joining = renamed.stream().map(TableRename::from).anyMatch(overtaken.joining()::contains);
        Set<TableName> unread = interruptibly(() -> snapshots.askRenamed(to, joining));
        asked.addAll(to);
        if (joining) {
            Set<TableName> all = new HashSet<>(overtaken.joining());
            all.addAll(to);
            overtaken = new Overtaken(overtaken.places(), Set.copyOf(all));
        }
        requireAcknowledged(unread, BatchReader.eventOf(statement));
    }

    /**
     * Requires that none of these statements is about a table that is to be read.
     *
     * <p>A snapshot may be ahead of changes of rows, but not of a statement about its table. The statement belongs before the rows, and
     * would come after them.
     *
     * @param statements the statements between the stream and the place of the snapshots
     * @throws StatementAheadException if a statement is about a table that is to be read, or links other tables to it by a foreign key
     */
    public void requireUnrelated(List<Followed> statements) {
        for (int i = statements.size() - 1; i >= 0; i--) {
            if (isAbout(statements.get(i))) {
                throw new StatementAheadException(
                        statements.get(i).place(), statements.get(i).sql());
            }
        }
    }

    private boolean isAbout(Followed statement) {
        boolean empties = !statement.effects().isEmpty()
                && statement.effects().stream().allMatch(effect -> effect.kind() == TableEffect.Kind.TRUNCATED);
        return !empties
                && (statement.tables().stream().anyMatch(asked::contains)
                        || statement.made().stream().anyMatch(this::isTied));
    }

    private boolean isTied(Version made) {
        return asked.contains(made.name())
                || made.table().stream()
                        .flatMap(table -> table.definition().foreignKeys().stream())
                        .anyMatch(key -> key.acts() && asked.contains(key.parent()));
    }

    private void requireAcknowledged(Set<TableName> unread, Obstacle obstacle) {
        if (!unread.isEmpty() && !acknowledged.test(obstacle)) {
            throw new CannotGoOnException(obstacle.because(
                    new IllegalStateException(unread + " has no primary key, so that its rows cannot be read again")));
        }
    }

    private interface Asking {
        Set<TableName> ask() throws InterruptedException;
    }

    private static Set<TableName> interruptibly(Asking asking) {
        try {
            return asking.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while tables are asked for", e);
        }
    }
}
