package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the condition that a statement was not run on the target before, for a statement in which columns exchange their names in a ring.
 *
 * <p>Such a statement could be run twice without an error. The order of the columns shows whether it was run: columns keep their places, not
 * their names.
 */
final class ColumnOrder {
    private final TargetIdentifiers names;
    private final TableName table;
    private final List<String> before;
    private final List<String> after;

    /** @param definition the source's table after the statement, under its name before it */
    ColumnOrder(TargetIdentifiers names, TableName table, Optional<TableDefinition> definition) {
        this.names = names;
        this.table = table;
        this.before = columns(names, names.before().table(table));
        this.after = columns(names, definition);
    }

    private static List<String> columns(TargetIdentifiers names, Optional<TableDefinition> definition) {
        return definition.map(names::columns).orElse(List.of()).stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The condition; empty if a second run would fail. */
    Optional<Condition> condition(TradedNames traded) {
        if (!traded.mayRunTwice()) {
            return Optional.empty();
        }
        List<String> ring =
                traded.all().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (String first : ring) {
            for (String second : ring) {
                if (before.indexOf(first) < before.indexOf(second)
                        && after.indexOf(first) > after.indexOf(second)
                        && before.contains(first)
                        && after.contains(second)) {
                    return Optional.of(
                            condition(later(first, second), "has them in the order that they have after it"));
                }
            }
        }
        return Optional.of(condition(
                "SELECT 1 FROM " + names.quotedTable(table) + " LIMIT 1", "does not show whether that was done there"));
    }

    private String later(String first, String second) {
        String of =
                " FROM information_schema.columns WHERE table_schema = " + TargetIdentifiers.text(names.targetSchema())
                        + " AND table_name = " + TargetIdentifiers.text(names.table(table)) + " AND column_name = ";
        return "SELECT 1" + of + TargetIdentifiers.text(first) + " AND ordinal_position > (SELECT ordinal_position" + of
                + TargetIdentifiers.text(second) + ") LIMIT 1";
    }

    private Condition condition(String query, String why) {
        return new Condition(
                query,
                "columns of " + names.quotedTable(table) + " get each other's names with it, and the target's table "
                        + why + ": if it was run there before, pass the statement; else run it there, " + WayOn.PASS,
                Wanted.UNSEEN);
    }
}
