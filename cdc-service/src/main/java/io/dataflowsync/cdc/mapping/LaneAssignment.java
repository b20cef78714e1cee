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
 * Computes the lane of each table.
 *
 * <p>Tables that are tied by references, directly or over other tables, share a lane, so that a child never overtakes its parent. The lane
 * is the hash of the first of their names, in alphabetical order. If some are pinned, the others join their lane.
 */
public final class LaneAssignment {
    private final int lanes;
    /** From each table one step towards the smallest name of the tables that are tied to it. */
    private final Map<TableName, TableName> towardsFirst = new HashMap<>();
    /** The first table of each pinned group. */
    private final Set<TableName> fixed = new HashSet<>();

    private LaneAssignment(int lanes) {
        this.lanes = lanes;
    }

    /**
     * @param declared the ties in addition to foreign keys
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

    /** The number of lanes. */
    public int count() {
        return lanes;
    }

    /** The tables whose lane differs from the earlier assignment. A table that the earlier one does not know counts as alone there. */
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

    /** All tables, pinned to their lanes here. */
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
