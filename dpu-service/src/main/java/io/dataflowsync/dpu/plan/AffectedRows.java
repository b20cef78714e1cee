package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Set;

/**
 * The rows that an event is about.
 *
 * @param rows the row that it changes; two if it changes the key, none if it is about no single row
 * @param parents the rows that it makes its row refer to
 * @param left the rows that its row referred to before; {@linkplain RowName#any any} of a table if that is not known
 * @param tables the tables that it changes as a whole
 * @param effect its effect on the rows that refer to its row
 * @param keys the keys, other than primary keys, by which rows refer to each other
 */
public record AffectedRows(
        List<RowName> rows,
        List<RowName> parents,
        List<RowName> left,
        Set<TableName> tables,
        Effect effect,
        AffectedKeys keys) {
    public static final AffectedRows NOTHING = new AffectedRows(List.of(), List.of(), List.of(), Set.of(), Effect.NONE);

    /** Creates the affected rows of an event that is about no other keys. */
    public AffectedRows(
            List<RowName> rows, List<RowName> parents, List<RowName> left, Set<TableName> tables, Effect effect) {
        this(rows, parents, left, tables, effect, AffectedKeys.NONE);
    }

    /** The effect of an event on the rows that refer to its row; the constants are in rising order of strength. */
    public enum Effect {
        /** Nothing: the row stays, under its key. */
        NONE,
        /** It brings the row: events that refer to the row have to come after it. */
        BRINGS,
        /** It removes the row, or changes its key: events that refer to the row have to come before or after it, as in the source. */
        REMOVES;

        public Effect and(Effect other) {
            return compareTo(other) < 0 ? other : this;
        }
    }

    /** Whether events that refer to its row depend on it. */
    public boolean binding() {
        return effect != Effect.NONE;
    }
}
