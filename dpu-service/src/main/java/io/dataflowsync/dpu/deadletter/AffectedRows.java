package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Set;

/**
 * The rows that an event is about.
 *
 * @param rows the row that it changes; two where it changes the key, none where it is about no single row
 * @param parents the rows that it makes its row refer to
 * @param left the rows that its row referred to before; {@linkplain RowName#any any} of a table where that is not known
 * @param tables the tables that it changes as a whole
 * @param effect what it does to those who refer to its row
 * @param keys by which rows refer to each other otherwise than by their primary keys
 */
public record AffectedRows(
        List<RowName> rows,
        List<RowName> parents,
        List<RowName> left,
        Set<TableName> tables,
        Effect effect,
        AffectedKeys keys) {
    public static final AffectedRows NOTHING = new AffectedRows(List.of(), List.of(), List.of(), Set.of(), Effect.NONE);

    /** Of an event that is about no other keys. */
    public AffectedRows(
            List<RowName> rows, List<RowName> parents, List<RowName> left, Set<TableName> tables, Effect effect) {
        this(rows, parents, left, tables, effect, AffectedKeys.NONE);
    }

    /** What an event does to those who refer to its row; the later of two is the stronger. */
    public enum Effect {
        /** Nothing: the row stays, under its key. */
        NONE,
        /** It brings the row: who refers to it has to come behind. */
        BRINGS,
        /** It removes the row, or changes its key: who refers to it has to come before, or behind, as in the source. */
        REMOVES;

        public Effect and(Effect other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /** Whether those who refer to its row depend on it. */
    boolean binding() {
        return effect != Effect.NONE;
    }
}
