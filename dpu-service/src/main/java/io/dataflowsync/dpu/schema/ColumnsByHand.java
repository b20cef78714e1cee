package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.Identifiers;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the target must show of a statement that somebody runs there by hand, where the names of its columns do not tell it: columns change
 * places, one gets a name that the target has for another, or one is computed otherwise.
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

    /** A column gets another name on the target. */
    void rename(String from, String to) {
        if (!from.equalsIgnoreCase(to) && there(to).isPresent()) {
            conditions.add(changed(
                    from,
                    to,
                    "the column " + Identifiers.quoted(from) + " of " + names.quotedTable(table) + " is called "
                            + Identifiers.quoted(to) + " behind it, and the target has one of that name already"));
        }
    }

    /** A column that is computed from here on, or no more, or computed otherwise. */
    void compute(String column) {
        if (there(column).isPresent()) {
            conditions.add(changed(
                    column,
                    column,
                    "the source computes the column " + Identifiers.quoted(column) + " of " + names.quotedTable(table)
                            + " otherwise behind it, or no more, in the rows that are there, too, and whether the target does so is"
                            + " not known"));
        }
    }

    private Optional<ColumnDefinition> there(String column) {
        return target.flatMap(found -> found.column(column));
    }

    /** As long as the one column is there, only another table than now shows that it was done. */
    private Condition changed(String gone, String there, String why) {
        return new Condition(
                "SELECT 1 FROM information_schema.columns WHERE table_schema = "
                        + TargetIdentifiers.text(names.targetSchema())
                        + " AND table_name = " + TargetIdentifiers.text(names.table(table)) + " AND column_name = "
                        + TargetIdentifiers.text(gone)
                        + " LIMIT 1",
                why
                        + ": run it there, and the lane goes on by itself; where it was run there before, pass the statement",
                new Wanted.Column(names.table(table), there, true));
    }
}
