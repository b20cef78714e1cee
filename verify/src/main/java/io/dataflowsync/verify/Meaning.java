package io.dataflowsync.verify;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows that the values of a column refer to. */
sealed interface Meaning {
    Meaning PLAIN = new Plain();
    Meaning UNCAPTURED = new Uncaptured();

    /** No rows: the value is the same on both sides. */
    record Plain() implements Meaning {}

    /** The rows of a captured table that gets new keys, by their old keys. */
    record KeyOf(TableDefinition table) implements Meaning {}

    /** The rows of a table that is not captured. */
    record Uncaptured() implements Meaning {}

    /**
     * Rows of several tables; another column of the same row decides which table.
     *
     * @param by the name of that column in this table
     * @param column the definition of the column that has the words
     * @param byValue the meaning for each value of that column
     */
    record Polymorphic(String by, ColumnDefinition column, Map<String, Meaning> byValue) implements Meaning {
        /** The meaning if the other column has this value, as {@link RowReader} reads it. */
        Meaning of(@Nullable String value) {
            Meaning found = value == null ? UNCAPTURED : byValue.get(value);
            return found != null
                    ? found
                    : byValue.entrySet().stream()
                            .filter(word -> isSame(word.getKey(), Objects.requireNonNull(value)))
                            .findFirst()
                            .map(Map.Entry::getValue)
                            .orElse(UNCAPTURED);
        }

        private boolean isSame(String word, String value) {
            return switch (column.baseType()) {
                case "binary" -> hex(word).equals(value.replaceFirst("(00)+$", ""));
                case "varbinary", "tinyblob", "blob", "mediumblob", "longblob" ->
                    hex(word).equals(value);
                default ->
                    column.collation().endsWith("_ci")
                            ? unpadded(word).equalsIgnoreCase(unpadded(value))
                            : unpadded(word).equals(unpadded(value));
            };
        }

        private static String hex(String word) {
            return HexFormat.of().withUpperCase().formatHex(word.getBytes(StandardCharsets.UTF_8));
        }

        private static String unpadded(String text) {
            return text.replaceFirst(" +$", "");
        }
    }

    /** Rows that are referred to at some places of a JSON document. */
    record InJson(Map<JsonPath, Meaning> places) implements Meaning {}

    /** The meaning cannot be found out any more. */
    record Unknown(String why) implements Meaning {}
}
