package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Part;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.PlaceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where an ALTER TABLE puts a column of the target. */
final class ColumnPlace {
    private final Names names;
    private final TableName table;
    private final Optional<TableDefinition> target;

    ColumnPlace(Names names, TableName table, Optional<TableDefinition> target) {
        this.names = names;
        this.table = table;
        this.target = target;
    }

    /**
     * The words for the target; behind a column that it does not have, a column comes last.
     *
     * @param earlier the parts of the statement before this one
     */
    String text(@Nullable PlaceContext place, List<Part> earlier) {
        if (place == null) {
            return "";
        }
        if (place.FIRST_SYMBOL() != null) {
            return " FIRST";
        }
        String after = Identifier.last(place.identifier());
        return names.drops(table, after) || isMissing(after, earlier)
                ? ""
                : " AFTER " + names.quotedColumn(table, after);
    }

    private boolean isMissing(String column, List<Part> earlier) {
        String name = names.column(table, column);
        boolean added = earlier.stream()
                .anyMatch(part -> part.wanted() instanceof Wanted.Column there
                        && there.there()
                        && there.column().equalsIgnoreCase(name));
        boolean renamedTo = earlier.stream()
                .anyMatch(part -> part.wanted() instanceof Wanted.RenamedColumn there
                        && there.to().equalsIgnoreCase(name));
        return !added && !renamedTo && target.map(t -> t.column(name).isEmpty()).orElse(false);
    }
}
