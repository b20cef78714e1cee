package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PlaceContext;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the place, FIRST or AFTER, at which an ALTER TABLE puts a column of the target. */
final class ColumnPlace {
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> target;
    private final Set<String> expected = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ColumnPlace(TargetIdentifiers names, TableName table, Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.target = target;
    }

    /**
     * Notes the columns after which another column may be put.
     *
     * @param columns the columns that the statement makes or names, by their names in the source
     */
    void addExpected(Collection<String> columns) {
        expected.addAll(columns);
    }

    /** SQL of the place on the target; empty, so that the column comes last, if the target does not have the column before it. */
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
        return !expected.contains(column)
                && target.map(t -> t.column(names.column(table, column)).isEmpty())
                        .orElse(false);
    }
}
