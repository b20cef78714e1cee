package io.dataflowsync.dpu.schema;

import java.math.BigInteger;
import java.util.List;

/** Describes the state of the target's catalogue that shows that a part of a statement is done. Tables are of the target's schema. */
public sealed interface Wanted {

    /** A wanted state of a column. */
    sealed interface OfColumn extends Wanted {
        String table();
    }

    /** A table with these columns at least. */
    record Table(String table, List<String> columns) implements Wanted {}

    record NoTable(String table) implements Wanted {}

    /** @param columns the columns that the renamed table has at least */
    record RenamedTable(String from, String to, List<String> columns) implements Wanted {}

    record Column(String table, String column, boolean there) implements OfColumn {}

    record RenamedColumn(String table, String from, String to) implements Wanted {}

    record Index(String table, String index, boolean there) implements Wanted {}

    /** @param columns its columns, in order */
    record PrimaryKey(String table, List<String> columns) implements Wanted {}

    record ForeignKey(String table, String name, boolean there) implements Wanted {}

    /** No such table, or one without rows. */
    record NoRows(String table) implements Wanted {}

    /** No row of this key. */
    record NoRow(String table, String column, BigInteger key) implements Wanted {}

    /**
     * No row of a query; this also holds if the target lacks the table or a column.
     *
     * @param query SELECT … LIMIT 1
     */
    record NoRowOf(String query) implements Wanted {}

    /** No such column, or NULL in all rows. */
    record NoValues(String table, String column) implements Wanted {}

    /** A foreign key over the column, to this parent. */
    record ReferenceTo(String table, String column, String parent) implements OfColumn {}

    /** A state that cannot be seen in the names of the catalogue. The change counts as done when the statement has run. */
    record Unseen() implements Wanted {}

    Wanted UNSEEN = new Unseen();
}
