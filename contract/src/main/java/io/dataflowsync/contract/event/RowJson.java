package io.dataflowsync.contract.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows from JSON objects. Bytes and shapes are nested objects. */
final class RowJson {
    private RowJson() {}

    /**
     * Reads the row of the object at which the parser stands.
     *
     * @param likely the columns of the last row; a row with the same columns is read faster
     */
    static Row read(JsonParser parser, String field, RowColumns likely) throws IOException {
        requireObject(parser, field);
        @Nullable Object[] values = new Object[likely.size()];
        int read = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            if (read == values.length || !column.equals(likely.names().get(read))) {
                return readOther(parser, likely, Arrays.copyOf(values, read));
            }
            values[read++] = readValue(parser, parser.nextToken(), column);
        }
        return read == values.length
                ? Row.of(likely, values)
                : row(likely, Arrays.asList(values).subList(0, read));
    }

    /** Reads the rest of a row that has other columns than expected from here on. */
    private static Row readOther(JsonParser parser, RowColumns likely, @Nullable Object[] read) throws IOException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < read.length; i++) {
            values.put(likely.names().get(i), read[i]);
        }
        do {
            String column = parser.currentName();
            values.put(column, readValue(parser, parser.nextToken(), column));
        } while (parser.nextToken() != JsonToken.END_OBJECT);
        return Row.of(values);
    }

    private static Row row(RowColumns columns, List<@Nullable Object> values) {
        return Row.of(RowColumns.of(columns.names().subList(0, values.size())), values.toArray());
    }

    static void requireObject(JsonParser parser, String field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("the field '" + field + "' is no object");
        }
    }

    private static @Nullable Object readValue(JsonParser parser, JsonToken token, String column) throws IOException {
        return switch (token) {
            case VALUE_NULL -> null;
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case START_OBJECT -> readStructured(parser, column);
            default ->
                throw new IllegalArgumentException("the column '" + column + "' has no column's value: " + token);
        };
    }

    private static Object integer(JsonParser parser) throws IOException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getBigIntegerValue();
        }
        return parser.getLongValue();
    }

    private static Object readStructured(JsonParser parser, String column) throws IOException {
        byte @Nullable [] base64 = null;
        byte @Nullable [] wkb = null;
        int srid = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "base64" -> base64 = parser.getBinaryValue();
                case "wkb" -> wkb = HexFormat.of().parseHex(parser.getText());
                case "srid" -> srid = parser.getIntValue();
                default ->
                    throw new IllegalArgumentException(
                            "the column '" + column + "' has no column's value: a field '" + name + "'");
            }
        }
        if (base64 != null) {
            return new Binary(base64);
        }
        if (wkb != null) {
            return new Geometry(srid, new Binary(wkb));
        }
        throw new IllegalArgumentException("the column '" + column + "' has neither 'base64' nor 'wkb'");
    }
}
