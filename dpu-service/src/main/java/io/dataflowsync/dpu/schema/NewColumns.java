package io.dataflowsync.dpu.schema;

import io.debezium.ddl.parser.mysql.generated.MySqlParser.AlterListItemContext;
import java.util.ArrayList;
import java.util.List;

/** The columns that an ALTER TABLE makes, or gives a name. */
final class NewColumns {
    private NewColumns() {}

    static List<String> of(List<AlterListItemContext> items) {
        List<String> columns = new ArrayList<>();
        for (AlterListItemContext item : items) {
            boolean names = item.ADD_SYMBOL() != null || item.CHANGE_SYMBOL() != null || item.RENAME_SYMBOL() != null;
            if (names && item.identifier() != null) {
                columns.add(Identifier.last(item.identifier()));
            }
            if (item.tableElementList() != null) {
                item.tableElementList().tableElement().stream()
                        .filter(element -> element.columnDefinition() != null)
                        .forEach(element -> columns.add(
                                Identifier.last(element.columnDefinition().columnName())));
            }
        }
        return columns;
    }
}
