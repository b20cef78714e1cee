package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key as a statement defines it.
 *
 * @param symbol the name after CONSTRAINT; null if there is none
 * @param indexName the name after FOREIGN KEY; null if there is none
 */
record ForeignKeyClause(
        @Nullable String symbol,
        @Nullable String indexName,
        List<String> columns,
        TableName parent,
        List<String> parentColumns,
        Rule onDelete,
        Rule onUpdate) {

    /** Whether InnoDB makes the same foreign key of both: it ignores the name of the index. */
    boolean isLike(ForeignKeyClause other) {
        return Objects.equals(symbol, other.symbol)
                && isLike(columns, other.columns)
                && parent.equals(other.parent)
                && isLike(parentColumns, other.parentColumns)
                && onDelete == other.onDelete
                && onUpdate == other.onUpdate;
    }

    private static boolean isLike(List<String> names, List<String> others) {
        return names.size() == others.size()
                && IntStream.range(0, names.size()).allMatch(i -> names.get(i).equalsIgnoreCase(others.get(i)));
    }

    /** The clause in the canonical form of only the index that the server makes for it. */
    String indexAlone() {
        String name = KeyClause.ofForeignKey(this).name();
        return "INDEX " + (name == null ? "" : Identifiers.quoted(name) + " ") + list(columns);
    }

    /** The clause in the canonical form. */
    String written() {
        return (symbol == null ? "" : "CONSTRAINT " + Identifiers.quoted(symbol) + " ")
                + "FOREIGN KEY " + list(columns)
                + " REFERENCES " + Identifiers.quoted(parent) + " " + list(parentColumns)
                + written(" ON DELETE ", onDelete)
                + written(" ON UPDATE ", onUpdate);
    }

    private static String list(List<String> columns) {
        return columns.stream().map(Identifiers::quoted).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String written(String event, Rule rule) {
        return rule.acts() ? event + rule.sql() : "";
    }
}
