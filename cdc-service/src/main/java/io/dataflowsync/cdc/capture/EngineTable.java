package io.dataflowsync.cdc.capture;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.TableName;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * A table as the engine's parser knew it at a statement. It stands in for one that the source has no more: the parser knows the columns
 * and the primary key, and neither other keys nor references.
 *
 * @param table the engine's own description
 */
record EngineTable(TableName name, Struct table) {

    TableDefinition definition() {
        List<ColumnDefinition> columns = table.getArray("columns").stream()
                .map(Struct.class::cast)
                .map(EngineTable::column)
                .toList();
        List<String> key = table.<String>getArray("primaryKeyColumnNames");
        return new TableDefinition(name, columns, List.copyOf(key), List.of(), List.of());
    }

    private static ColumnDefinition column(Struct column) {
        boolean nullable = isTrue(column.getBoolean("optional"));
        boolean autoIncrement = isTrue(column.getBoolean("autoIncremented"));
        // The engine calls a column that the server numbers generated, too.
        boolean generated = isTrue(column.getBoolean("generated")) && !autoIncrement;
        boolean hasDefault = nullable || generated || autoIncrement || column.get("defaultValueExpression") != null;
        return new ColumnDefinition(
                column.getString("name"), type(column), nullable, generated, autoIncrement, hasDefault);
    }

    /** {@code INT UNSIGNED} and a length of 10 are {@code int(10) unsigned}. */
    private static String type(Struct column) {
        String[] words = column.getString("typeName").toLowerCase(Locale.ROOT).split(" ", 2);
        Integer length = column.getInt32("length");
        Integer scale = column.getInt32("scale");
        String size = length == null ? "" : scale == null ? "(" + length + ")" : "(" + length + "," + scale + ")";
        List<String> members = column.getArray("enumValues");
        String list = members == null || members.isEmpty() ? size : "(" + String.join(",", members) + ")";
        return words[0] + list + (words.length > 1 ? " " + words[1] : "");
    }

    private static boolean isTrue(@Nullable Boolean value) {
        return Boolean.TRUE.equals(value);
    }
}
