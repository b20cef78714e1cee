package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PlaceContext;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Where an ALTER TABLE puts a column of the target. */
final class ColumnPlace {
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> target;
    private final Set<String> made = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ColumnPlace(TargetIdentifiers names, TableName table, Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.target = target;
    }

    /** @param columns those that the statement makes or names, by their names in the source: behind each there is a place */
    void foresee(Collection<String> columns) {
        made.addAll(columns);
    }

    /** The words for the target; behind a column that it does not have, a column comes last. */
    String text(@Nullable PlaceContext place) {
        if (place == null) {
            return "";
        }
        if (place.FIRST_SYMBOL() != null) {
            return " FIRST";
        }
        String after = Identifier.last(place.identifier());
        return names.drops(table, after) || isMissing(after) ? "" : " AFTER " + names.quotedColumn(table, after);
    }

    private boolean isMissing(String column) {
        return !made.contains(column)
                && target.map(t -> t.column(names.column(table, column)).isEmpty())
                        .orElse(false);
    }
}
