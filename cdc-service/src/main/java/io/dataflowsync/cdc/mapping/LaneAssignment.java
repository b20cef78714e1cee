package io.dataflowsync.cdc.mapping;

import io.dataflowsync.cdc.mapping.DeclaredTies.Pin;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The lane of each table. Tables tied by references, however far apart, share one, so that a parent is never overtaken: the lane that
 * the first of their names hashes to. Where some are pinned, the others come to them.
 */
public final class LaneAssignment {
    private final int lanes;
    /** Towards the smallest name of the tables that are tied to this one. */
    private final Map<TableName, TableName> towardsFirst = new HashMap<>();
    /** The first tables of those that are pinned. */
    private final Set<TableName> fixed = new HashSet<>();

    private LaneAssignment(int lanes) {
        this.lanes = lanes;
    }

    /**
     * @param declared what ties tables beside their foreign keys
     * @param lanes the partitions of the topic, from 1
     */
    public static LaneAssignment of(Collection<TableDefinition> tables, DeclaredTies declared, int lanes) {
        LaneAssignment assignment = new LaneAssignment(lanes);
        tables.forEach(table -> assignment.towardsFirst.put(table.name(), table.name()));
        declared.pinned().forEach(assignment::pin);
        for (TableDefinition table : tables) {
            table.foreignKeys().stream().map(ForeignKey::parent).forEach(p -> assignment.tie(table.name(), p));
        }
        declared.ties().stream()
                .filter(tie -> assignment.towardsFirst.containsKey(tie.child()))
                .forEach(tie -> assignment.tie(tie.child(), tie.parent()));
        return assignment;
    }

    /** How many lanes there are. */
    public int count() {
        return lanes;
    }

    /** The tables that have another lane here than there; one that is new there, than it would have had alone. */
    public List<TableName> movedSince(LaneAssignment earlier) {
        return towardsFirst.keySet().stream()
                .filter(table -> laneOf(table) != earlier.laneOf(table))
                .sorted()
                .toList();
    }

    public int laneOf(TableName table) {
        return Math.floorMod(first(table).toString().hashCode(), lanes);
    }

    private void tie(TableName one, TableName other) {
        if (!towardsFirst.containsKey(other)) {
            return;
        }
        TableName a = first(one);
        TableName b = first(other);
        if (fixed.contains(a) && fixed.contains(b)) {
            return;
        }
        boolean toA = fixed.contains(a) || !fixed.contains(b) && a.compareTo(b) <= 0;
        if (toA) {
            towardsFirst.put(b, a);
        } else {
            towardsFirst.put(a, b);
        }
    }

    private void pin(Pin pin) {
        towardsFirst.put(pin.table(), pin.first());
        towardsFirst.put(pin.first(), pin.first());
        fixed.add(pin.first());
    }

    /** The tables as they are here. */
    public List<Pin> pins() {
        return towardsFirst.keySet().stream()
                .sorted()
                .map(table -> new Pin(table, first(table)))
                .toList();
    }

    private TableName first(TableName table) {
        TableName next = towardsFirst.getOrDefault(table, table);
        while (!next.equals(towardsFirst.getOrDefault(next, next))) {
            next = towardsFirst.getOrDefault(next, next);
        }
        return next;
    }
}
