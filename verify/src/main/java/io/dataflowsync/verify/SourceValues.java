package io.dataflowsync.verify;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.expression.Moment;
import io.dataflowsync.pipeline.expression.RowContext;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Presents a row of the source, read as texts, in the form that the expressions of the pipeline file use. */
final class SourceValues {
    private SourceValues() {}

    static RowContext of(
            TableDefinition table,
            TableConfig config,
            Map<String, @Nullable String> source,
            BiFunction<ColumnRule, String, String> masked) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (ColumnDefinition column : table.columns()) {
            ColumnRule rule = config.column(column.name());
            String text = source.get(column.name());
            if (!rule.onTopic().drop()) {
                Object value = text == null
                        ? null
                        : rule.onTopic().mask().isPresent() ? masked.apply(rule, text) : value(column, text);
                values.put(rule.wireName(column.name()), value);
            }
        }
        return RowContext.of(values, Map.of());
    }

    private static Object value(ColumnDefinition column, String text) {
        return switch (column.baseType()) {
            case "tinyint", "smallint", "mediumint", "int", "bigint" -> new BigInteger(text);
            case "year" -> Long.valueOf(text.length() > 4 ? text.substring(0, 4) : text);
            case "decimal", "float", "double" -> new BigDecimal(text);
            case "bit" -> new BigInteger(text, 16);
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
                new Binary(HexFormat.of().parseHex(text));
            case "date", "time", "datetime", "timestamp" -> new Moment(text);
            default -> text;
        };
    }
}
