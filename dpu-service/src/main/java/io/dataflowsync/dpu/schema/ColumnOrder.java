package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What shows that nobody has run a statement on the target before, where columns change names in a ring and it could be run twice: the order of
 * the columns, which keep their places and not their names.
 */
final class ColumnOrder {
    private final TargetIdentifiers names;
    private final TableName table;
    private final List<String> before;
    private final List<String> behind;

    /** @param definition the source's table behind the statement, under the name that it had before */
    ColumnOrder(TargetIdentifiers names, TableName table, Optional<TableDefinition> definition) {
        this.names = names;
        this.table = table;
        this.before = columns(names, names.before().table(table));
        this.behind = columns(names, definition);
    }

    private static List<String> columns(TargetIdentifiers names, Optional<TableDefinition> definition) {
        return definition.map(names::columns).orElse(List.of()).stream()
                .map(column -> column.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Empty where a second run would fail. */
    Optional<Condition> condition(TradedNames traded) {
        if (!traded.mayRunTwice()) {
            return Optional.empty();
        }
        List<String> ring =
                traded.all().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        for (String first : ring) {
            for (String second : ring) {
                if (before.indexOf(first) < before.indexOf(second)
                        && behind.indexOf(first) > behind.indexOf(second)
                        && before.contains(first)
                        && behind.contains(second)) {
                    return Optional.of(
                            condition(later(first, second), "has them in the order that they have behind it"));
                }
            }
        }
        return Optional.of(condition(
                "SELECT 1 FROM " + names.quotedTable(table) + " LIMIT 1",
                "shows by nothing whether that was done there"));
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
                        + why + ": where it was run there before, pass the statement; else run it there, " + WayOn.PASS,
                Wanted.UNSEEN);
    }
}
