package io.dataflowsync.cdc.capture.stream;

import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import io.dataflowsync.cdc.capture.value.RowFacts;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.KeysOnTarget;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Finds captured rows that the source changes without an event and that the target does not change by itself. For one thread.
 *
 * <p>A cascade changes rows, but the binlog has no event for them. Foreign keys reach such rows over a table that is not captured, or by
 * columns that are not written on the target. Other such rows are in the binlog under the name of a MERGE table.
 */
final class UnseenCascades {
    /** The storage engines whose tables show the rows of others. */
    private static final Set<String> OF_MERGE_TABLES = Set.of("mrg_myisam", "merge");

    private final Predicate<TableName> captures;
    private final KeysOnTarget onTarget;
    private final Supplier<KnownDefinitions> now;
    private final Map<TableName, List<Cascade>> known = new HashMap<>();
    private final Map<TableName, Boolean> merging = new HashMap<>();

    /**
     * Captured rows that change, at whatever depth, with rows that are deleted or whose key changes.
     *
     * @param key the foreign key of a table that refers to them
     * @param gone whether they are deleted; otherwise their key changes
     * @param reached the table whose rows change
     */
    private record Cascade(ForeignKey key, boolean gone, TableName reached) {
        String text() {
            return reached + ", whose rows change with them by the foreign key " + key.name() + " ON "
                    + (gone
                            ? "DELETE " + key.onDelete().sql()
                            : "UPDATE " + key.onUpdate().sql());
        }
    }

    /** The change of a table's rows: they are deleted, or these columns change. */
    private record Change(TableName table, Set<String> columns) {
        boolean gone() {
            return columns.isEmpty();
        }

        boolean concerns(List<String> referredTo) {
            return gone()
                    || columns.stream().anyMatch(column -> referredTo.stream().anyMatch(column::equalsIgnoreCase));
        }

        static Change gone(TableName table) {
            return new Change(table, Set.of());
        }
    }

    /** @param now the tables of the source at the place of the stream */
    UnseenCascades(Predicate<TableName> captures, KeysOnTarget onTarget, Supplier<KnownDefinitions> now) {
        this.captures = captures;
        this.onTarget = onTarget;
        this.now = now;
    }

    /** Forgets what is known, because a statement has changed tables. */
    void forget() {
        known.clear();
        merging.clear();
    }

    /** The rows that change with these rows without an event in the binlog, as a text; empty if there are none. */
    Optional<String> of(TableName table, RowFacts rows) {
        if (merges(table)) {
            return Optional.of("those of the tables that it merges: a MERGE table has none of its own");
        }
        if (rows instanceof RowFacts.Written || rows.unchecked().foreignKeys()) {
            return Optional.empty();
        }
        String text = known.computeIfAbsent(table, this::find).stream()
                .filter(cascade -> rows instanceof RowFacts.Updated updated
                        ? !cascade.gone() && changes(table, cascade.key().parentColumns(), updated)
                        : cascade.gone())
                .map(Cascade::text)
                .distinct()
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Whether deleted or changed rows of the table change captured rows without an event in the binlog. */
    boolean hasAny(TableName table) {
        return !known.computeIfAbsent(table, this::find).isEmpty();
    }

    /** Whether it is a MERGE table: its rows are those of others. */
    boolean merges(TableName table) {
        return merging.computeIfAbsent(table, name -> now.get()
                .table(name)
                .filter(known -> OF_MERGE_TABLES.contains(known.engine()))
                .isPresent());
    }

    /** Whether a restart of the source empties the table, and logs that as a DELETE. */
    boolean isEmptiedByRestart(TableName table) {
        return now.get()
                .table(table)
                .filter(known -> known.engine().equals("memory"))
                .isPresent();
    }

    private List<Cascade> find(TableName table) {
        List<Cascade> found = new ArrayList<>();
        boolean seen = captures.test(table);
        for (SourceTable child : now.get().tables().values()) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.parent().equals(table)) {
                    for (Change change :
                            List.of(Change.gone(table), new Change(table, Set.copyOf(key.parentColumns())))) {
                        Set<TableName> reached = new LinkedHashSet<>();
                        follow(child, key, change, seen, new HashSet<>(Set.of(change)), reached);
                        reached.forEach(at -> found.add(new Cascade(key, change.gone(), at)));
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    /**
     * Follows one foreign key from a change to the changes that it causes.
     *
     * @param seen whether the target has the change too: no table on the path is left out
     * @param visited the changes that were followed already
     */
    private void follow(
            SourceTable child,
            ForeignKey key,
            Change parent,
            boolean seen,
            Set<Change> visited,
            Set<TableName> reached) {
        Rule rule = parent.gone() ? key.onDelete() : key.onUpdate();
        if (!rule.acts() || !parent.concerns(key.parentColumns())) {
            return;
        }
        boolean captured = captures.test(child.name());
        boolean canFollow = seen && (!captured || canAct(child, key, parent));
        if (captured && !canFollow) {
            reached.add(child.name());
            return;
        }
        Change change = parent.gone() && rule == Rule.CASCADE
                ? Change.gone(child.name())
                : new Change(child.name(), Set.copyOf(key.columns()));
        if (visited.add(change)) {
            for (SourceTable next : now.get().tables().values()) {
                next.foreignKeys().stream()
                        .filter(further -> further.parent().equals(child.name()))
                        .forEach(further -> follow(next, further, change, captured, visited, reached));
            }
        }
    }

    private boolean canAct(SourceTable child, ForeignKey key, Change parent) {
        Optional<TableDefinition> referred = now.get().table(key.parent()).map(SourceTable::definition);
        return onTarget.canAct(child.definition(), key, referred, parent.gone());
    }

    /** Whether a change touches these columns. If it is not known which column is which, every change counts. */
    private boolean changes(TableName table, List<String> columns, UpdateRowsEventData rows) {
        Optional<SourceTable> definition = now.get().table(table);
        return rows.getRows().stream().anyMatch(row -> columns.stream()
                .anyMatch(column -> differs(
                        definition.map(known -> index(known, column)).orElse(-1),
                        rows.getIncludedColumnsBeforeUpdate(),
                        row.getKey(),
                        rows.getIncludedColumns(),
                        row.getValue())));
    }

    private static int index(SourceTable table, String column) {
        List<SourceColumn> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equalsIgnoreCase(column)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean differs(
            int column, BitSet columnsBefore, Serializable[] before, BitSet columnsAfter, Serializable[] after) {
        if (column < 0) {
            return true;
        }
        // A column that the image after a change lacks has not changed.
        return columnsAfter.get(column)
                && !(columnsBefore.get(column)
                        && Objects.deepEquals(
                                before[columnsBefore.get(0, column).cardinality()],
                                after[columnsAfter.get(0, column).cardinality()]));
    }
}
