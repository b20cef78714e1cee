package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the conditions that show whether an operator has run a statement on the target by hand, where the names of the columns do not show
 * it.
 *
 * <p>That is so if columns exchange their names, if a column gets a name that the target has for another column, or if a column is computed
 * in another way.
 */
final class ColumnsByHand {
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> target;
    private final List<Condition> conditions = new ArrayList<>();

    /** @param target the target's table as it is now */
    ColumnsByHand(TargetIdentifiers names, TableName table, Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.target = target;
    }

    List<Condition> conditions() {
        return conditions;
    }

    /** Notes a column that gets another name on the target. */
    void rename(String from, String to) {
        if (!from.equalsIgnoreCase(to) && there(to).isPresent()) {
            conditions.add(changed(
                    from,
                    to,
                    "the column " + Identifiers.quoted(from) + " of " + names.quotedTable(table) + " is called "
                            + Identifiers.quoted(to) + " after it, and the target has one of that name already"));
        }
    }

    /** Notes a column that is computed from here on, is no longer computed, or is computed in another way. */
    void compute(String column) {
        if (there(column).isPresent()) {
            conditions.add(changed(
                    column,
                    column,
                    "the source computes the column " + Identifiers.quoted(column) + " of " + names.quotedTable(table)
                            + " in another way after it, or no longer, in the existing rows, too, and it is not known whether the"
                            + " target does so"));
        }
    }

    private Optional<ColumnDefinition> there(String column) {
        return target.flatMap(found -> found.column(column));
    }

    /** Condition on one column: while the column {@code gone} is there, only a change of the table shows that the statement was run. */
    private Condition changed(String gone, String there, String why) {
        return new Condition(
                "SELECT 1 FROM information_schema.columns WHERE table_schema = "
                        + TargetIdentifiers.text(names.targetSchema())
                        + " AND table_name = " + TargetIdentifiers.text(names.table(table)) + " AND column_name = "
                        + TargetIdentifiers.text(gone)
                        + " LIMIT 1",
                why + ": run it there, and the lane goes on by itself; if it was run there before, pass the statement",
                new Wanted.Column(names.table(table), there, true));
    }
}
