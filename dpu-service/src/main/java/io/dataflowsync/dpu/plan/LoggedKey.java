package io.dataflowsync.dpu.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads and writes a key as the logs have it: {@code 42}, and {@code [7,"a"]} for several columns. */
final class LoggedKey {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> DIGITS = Set.of("decimal", "time", "datetime", "timestamp");

    private LoggedKey() {}

    /** Returns the text of a key; null for a row without a key. */
    static @Nullable String of(Row key) {
        if (key.isEmpty()) {
            return null;
        }
        List<@Nullable Object> values = key.values();
        if (values.size() == 1) {
            return String.valueOf(values.get(0));
        }
        return json(
                values.stream().map(v -> v instanceof Binary ? v.toString() : v).toList());
    }

    private static String json(Object values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no columns of a key: " + text, e);
        }
    }

    /** Returns the text of some columns of a key, with their names. */
    static String ofSome(Map<String, Object> values) {
        Map<String, Object> texts = new LinkedHashMap<>(values);
        texts.replaceAll((column, value) -> value instanceof Binary ? value.toString() : value);
        return json(texts);
    }

    /** Reads the text that {@link #ofSome} has written. */
    static JsonNode some(String text) {
        return tree(text);
    }

    /** Splits a key of {@code columns} columns into its columns. */
    static List<JsonNode> elements(String key, int columns) {
        if (columns == 1) {
            return List.of(TextNode.valueOf(key));
        }
        List<JsonNode> elements = new ArrayList<>();
        tree(key).forEach(elements::add);
        return elements;
    }

    /** Returns the text of a key from its columns. */
    static String of(List<JsonNode> elements) {
        return elements.size() == 1
                ? elements.get(0).asText()
                : JSON.createArrayNode().addAll(elements).toString();
    }

    /** Returns the key as a row of these columns. */
    static Row parse(String text, List<ColumnDefinition> columns) {
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        if (columns.size() == 1) {
            key.put(columns.get(0).name(), value(text, columns.get(0)));
            return Row.of(key);
        }
        JsonNode values = tree(text);
        for (int i = 0; i < columns.size(); i++) {
            JsonNode value = values.path(i);
            key.put(columns.get(i).name(), value.isNull() ? null : value(value.asText(), columns.get(i)));
        }
        return Row.of(key);
    }

    /**
     * Returns the key in one normal form: numbers and times without trailing zeros.
     *
     * <p>The table may have had other types, so that the same value was written with another number of digits.
     */
    static String plain(String key, List<ColumnDefinition> columns) {
        if (columns.stream().noneMatch(column -> DIGITS.contains(column.baseType()))) {
            return key;
        }
        List<JsonNode> values = new ArrayList<>(elements(key, columns.size()));
        for (int i = 0; i < columns.size(); i++) {
            if (DIGITS.contains(columns.get(i).baseType()) && !values.get(i).isNull()) {
                values.set(i, TextNode.valueOf(plain(values.get(i).asText(), columns.get(i))));
            }
        }
        return of(values);
    }

    private static String plain(String text, ColumnDefinition column) {
        if (column.baseType().equals("decimal")) {
            BigDecimal number = new BigDecimal(text);
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        String whole = column.baseType().equals("datetime") && text.indexOf(' ') < 0 ? text + " 00:00:00" : text;
        int end = whole.length();
        while (whole.indexOf('.') >= 0 && "0.".indexOf(whole.charAt(end - 1)) >= 0) {
            end--;
            if (whole.charAt(end) == '.') {
                return whole.substring(0, end);
            }
        }
        return whole.substring(0, end);
    }

    private static Object value(String text, ColumnDefinition column) {
        return switch (column.baseType()) {
            case "tinyint", "smallint", "mediumint", "int", "bigint", "bit", "year" -> new BigInteger(text);
            case "float", "double" -> Double.valueOf(text);
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
                new Binary(HexFormat.of().parseHex(text.substring(2).toLowerCase(Locale.ROOT)));
            default -> text;
        };
    }
}
