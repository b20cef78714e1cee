package io.dataflowsync.dpu;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.event.Row;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A key as the logs have it: {@code 42}, and of several columns {@code [7,"a"]}. */
final class KeyText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private KeyText() {}

    /** Null for a row without a key. */
    static @Nullable String of(Row key) {
        if (key.isEmpty()) {
            return null;
        }
        List<@Nullable Object> values = key.values();
        if (values.size() == 1) {
            return String.valueOf(values.get(0));
        }
        try {
            return JSON.writeValueAsString(values.stream()
                    .map(v -> v instanceof Binary ? v.toString() : v)
                    .toList());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The key again, of these columns. */
    static Row parse(String text, List<ColumnDefinition> columns) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        if (columns.size() == 1) {
            key.put(columns.get(0).name(), value(text, columns.get(0)));
            return Row.of(key);
        }
        try {
            JsonNode values = JSON.readTree(text);
            for (int i = 0; i < columns.size(); i++) {
                JsonNode value = values.path(i);
                key.put(columns.get(i).name(), value.isNull() ? null : value(value.asText(), columns.get(i)));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a key of " + columns.size() + " columns: " + text, e);
        }
        return Row.of(key);
    }

    private static Object value(String text, ColumnDefinition column) {
        if (column.isInteger()) {
            return new BigInteger(text);
        }
        boolean binary =
                column.baseType().endsWith("binary") || column.baseType().endsWith("blob");
        return binary
                ? new Binary(HexFormat.of().parseHex(text.substring(2).toLowerCase(java.util.Locale.ROOT)))
                : text;
    }
}
