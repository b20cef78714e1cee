package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.AffectedRows;
import io.dataflowsync.dpu.plan.RowName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the rows of a lane that are held by events that were not applied.
 *
 * <p>An event waits for the earliest event before it that was not applied and
 *
 * <ul>
 *   <li>affects the same row, or a row whose key may be equal in some collation,
 *   <li>or inserts, deletes, or changes the key of a row that this event refers to,
 *   <li>or refers to a row that this event removes.
 * </ul>
 *
 * <p>All keys of a row are checked in this way. Not thread-safe.
 */
public final class HeldRows {
    private final Map<RowName, Held> rows;
    private final Map<RowName, Held> referred;
    private final Map<TableName, Held> wholeTables;
    private final Map<TableName, Held> partsOfTables;
    private final HeldKeys keys;
    private int size;

    public HeldRows() {
        this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HeldKeys(), 0);
    }

    private HeldRows(
            Map<RowName, Held> rows,
            Map<RowName, Held> referred,
            Map<TableName, Held> wholeTables,
            Map<TableName, Held> partsOfTables,
            HeldKeys keys,
            int size) {
        this.rows = rows;
        this.referred = referred;
        this.wholeTables = wholeTables;
        this.partsOfTables = partsOfTables;
        this.keys = keys;
        this.size = size;
    }

    /**
     * The events that hold a row or a table.
     *
     * @param first the earliest one
     * @param binding the earliest one for which events that refer to the row have to wait, because it brings or removes the row or changes
     *     its key; null if there is none
     */
    private record Held(Holder first, @Nullable Holder binding) {
        Held and(Held other) {
            return new Held(
                    first.or(other.first), other.binding == null ? binding : Holder.earliest(binding, other.binding));
        }

        Held and(Holder other, boolean binds) {
            return new Held(first.or(other), binds ? Holder.earliest(binding, other) : binding);
        }
    }

    public HeldRows copy() {
        return new HeldRows(
                new HashMap<>(rows),
                new HashMap<>(referred),
                new HashMap<>(wholeTables),
                new HashMap<>(partsOfTables),
                keys.copy(),
                size);
    }

    /** The number of events that hold rows. */
    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Whether a row of a table is held, or a row that refers to such a row. */
    public boolean holdsOf(TableName table) {
        return partsOfTables.containsKey(table);
    }

    /** Holds the rows of an event that is not applied: events that affect them wait. */
    public void hold(String eventId, long offset, AffectedRows affected) {
        Holder holder = new Holder(eventId, offset);
        for (RowName row : affected.rows()) {
            add(rows, spelled(row), holder, affected.binding());
            add(partsOfTables, row.table(), holder, affected.binding());
        }
        for (RowName row : affected.parents()) {
            add(referred, spelled(row), holder, false);
            add(partsOfTables, row.table(), holder, false);
        }
        for (RowName row : affected.left()) {
            add(referred, spelled(row), holder, false);
            add(partsOfTables, row.table(), holder, false);
        }
        for (TableName table : affected.tables()) {
            add(wholeTables, table, holder, true);
            add(partsOfTables, table, holder, true);
        }
        keys.hold(holder, affected.keys());
        affected.keys().left().forEach(key -> add(partsOfTables, key.table(), holder, false));
        affected.keys().needed().forEach(key -> add(partsOfTables, key.table(), holder, false));
        size++;
    }

    private static <K> void add(Map<K, Held> held, K key, Holder holder, boolean binding) {
        held.merge(key, new Held(holder, binding ? holder : null), (known, added) -> known.and(holder, binding));
    }

    /** Returns the id of the event that an event at this offset must wait for. */
    public Optional<String> blocker(AffectedRows affected, long offset) {
        if (size == 0) {
            return Optional.empty();
        }
        Holder found = keys.blocker(affected.keys());
        for (RowName row : affected.rows()) {
            found = Holder.earliest(found, first(held(rows, row)));
            found = Holder.earliest(found, first(wholeTables.get(row.table())));
            if (affected.effect() == AffectedRows.Effect.REMOVES) {
                found = Holder.earliest(found, first(held(referred, row)));
            }
        }
        for (RowName parent : affected.parents()) {
            found = Holder.earliest(found, binding(held(rows, parent)));
            found = Holder.earliest(found, first(wholeTables.get(parent.table())));
        }
        for (RowName key : affected.keys().needed()) {
            found = Holder.earliest(found, first(wholeTables.get(key.table())));
        }
        for (TableName table : affected.tables()) {
            found = Holder.earliest(found, first(partsOfTables.get(table)));
        }
        return found != null && found.offset() < offset ? Optional.of(found.eventId()) : Optional.empty();
    }

    /** Returns one name for all keys that the source may take for this key; any row of the table if these are not known. */
    private static RowName spelled(RowName row) {
        return Spelling.of(row.key())
                .map(spelling -> new RowName(row.table(), spelling))
                .orElse(RowName.any(row.table()));
    }

    /** Returns the holders of a row; if it may be any row of its table, the holders of the table. */
    private @Nullable Held held(Map<RowName, Held> of, RowName row) {
        RowName spelled = spelled(row);
        if (spelled.isAny()) {
            return partsOfTables.get(row.table());
        }
        Held one = of.get(spelled);
        Held any = of.get(RowName.any(row.table()));
        return one == null ? any : any == null ? one : one.and(any);
    }

    private static @Nullable Holder first(@Nullable Held held) {
        return held == null ? null : held.first;
    }

    private static @Nullable Holder binding(@Nullable Held held) {
        return held == null ? null : held.binding;
    }
}
