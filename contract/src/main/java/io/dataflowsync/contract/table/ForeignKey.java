package io.dataflowsync.contract.table;

import java.util.List;

/**
 * Defines a foreign key.
 *
 * @param name the constraint's name
 * @param columns the referring columns, in order
 * @param parent the table referred to
 * @param parentColumns the columns referred to, in the same order
 * @param onDelete the effect on the referring rows when the row that they refer to is deleted
 * @param onUpdate the effect on them when its key changes
 * @param dropped whether the source has dropped the constraint; the columns still refer to the same table, until the pipeline file says
 *     otherwise
 */
public record ForeignKey(
        String name,
        List<String> columns,
        TableName parent,
        List<String> parentColumns,
        Rule onDelete,
        Rule onUpdate,
        boolean dropped) {

    /** The effect of a change on referring rows. */
    public enum Rule {
        /** The server refuses the change; RESTRICT is the same. */
        NO_ACTION,
        CASCADE,
        SET_NULL,
        SET_DEFAULT;

        public static Rule ofSql(String rule) {
            return rule.equals("RESTRICT") ? NO_ACTION : valueOf(rule.replace(' ', '_'));
        }

        /** Returns the words of SQL: {@code SET NULL}. */
        public String sql() {
            return name().replace('_', ' ');
        }

        /** Whether it changes referring rows. */
        public boolean acts() {
            return this != NO_ACTION;
        }
    }

    /** Whether referring rows change when the row that they refer to is deleted or its key changes. */
    public boolean acts() {
        return onDelete.acts() || onUpdate.acts();
    }

    /** Returns a copy that refers to another table. */
    public ForeignKey to(TableName other) {
        return new ForeignKey(name, columns, other, parentColumns, onDelete, onUpdate, dropped);
    }

    /** Returns a copy with this spelling of the referring columns. */
    ForeignKey over(List<String> others) {
        return columns.equals(others)
                ? this
                : new ForeignKey(name, others, parent, parentColumns, onDelete, onUpdate, dropped);
    }

    /** Returns a copy with this spelling of the columns referred to. */
    public ForeignKey toColumns(List<String> others) {
        return parentColumns.equals(others)
                ? this
                : new ForeignKey(name, columns, parent, others, onDelete, onUpdate, dropped);
    }

    /** Returns a copy with other rules. */
    public ForeignKey acting(Rule delete, Rule update) {
        return new ForeignKey(name, columns, parent, parentColumns, delete, update, dropped);
    }

    /** A foreign key that is not dropped. */
    public ForeignKey(
            String name,
            List<String> columns,
            TableName parent,
            List<String> parentColumns,
            Rule onDelete,
            Rule onUpdate) {
        this(name, columns, parent, parentColumns, onDelete, onUpdate, false);
    }

    /** A foreign key that changes no row by itself. */
    public ForeignKey(String name, List<String> columns, TableName parent, List<String> parentColumns) {
        this(name, columns, parent, parentColumns, Rule.NO_ACTION, Rule.NO_ACTION);
    }
}
