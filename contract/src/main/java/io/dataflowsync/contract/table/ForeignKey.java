package io.dataflowsync.contract.table;

import java.util.List;

/**
 * A foreign key.
 *
 * @param name the constraint's name
 * @param columns the referring columns, in order
 * @param parent the table referred to
 * @param parentColumns the columns referred to, in the same order
 * @param onDelete what becomes of the referring rows when the row referred to is deleted
 * @param onUpdate what becomes of them when its key is changed
 * @param dropped whether the source has the constraint no more; the columns refer to what they referred to, until the pipeline file says
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

    /** What a server does to referring rows. */
    public enum Rule {
        /** It refuses the change; RESTRICT is the same. */
        NO_ACTION,
        CASCADE,
        SET_NULL,
        SET_DEFAULT;

        public static Rule ofSql(String rule) {
            return rule.equals("RESTRICT") ? NO_ACTION : valueOf(rule.replace(' ', '_'));
        }

        /** As SQL has it: {@code SET NULL}. */
        public String sql() {
            return name().replace('_', ' ');
        }

        /** Whether it changes referring rows. */
        public boolean acts() {
            return this != NO_ACTION;
        }
    }

    /** Whether referring rows change with the row referred to, when it goes or its key changes. */
    public boolean acts() {
        return onDelete.acts() || onUpdate.acts();
    }

    /** The same to another table. */
    public ForeignKey to(TableName other) {
        return new ForeignKey(name, columns, other, parentColumns, onDelete, onUpdate, dropped);
    }

    /** The same over columns that are spelt so. */
    ForeignKey over(List<String> others) {
        return columns.equals(others)
                ? this
                : new ForeignKey(name, others, parent, parentColumns, onDelete, onUpdate, dropped);
    }

    /** The same to columns that are spelt so. */
    public ForeignKey toColumns(List<String> others) {
        return parentColumns.equals(others)
                ? this
                : new ForeignKey(name, columns, parent, others, onDelete, onUpdate, dropped);
    }

    /** The same with other rules. */
    public ForeignKey acting(Rule delete, Rule update) {
        return new ForeignKey(name, columns, parent, parentColumns, delete, update, dropped);
    }

    /** A foreign key that is there. */
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
