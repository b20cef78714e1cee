package io.dataflowsync.contract.event;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as JSON objects, and back; bytes and shapes are objects of their own within them. */
final class RowJson {
    private RowJson() {}

    static void write(JsonGenerator json, String name, Row row) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<String, @Nullable Object> entry : row.asMap().entrySet()) {
            json.writeFieldName(entry.getKey());
            writeValue(json, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof String text) {
            json.writeString(text);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof BigInteger number) {
            json.writeNumber(number);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Binary binary) {
            json.writeStartObject();
            json.writeBinaryField("base64", binary.bytes());
            json.writeEndObject();
        } else if (value instanceof Geometry geometry) {
            json.writeStartObject();
            json.writeNumberField("srid", geometry.srid());
            json.writeStringField("wkb", HexFormat.of().formatHex(geometry.wkb().bytes()));
            json.writeEndObject();
        } else {
            throw new IllegalArgumentException(
                    "no JSON form for a value of " + value.getClass().getName());
        }
    }

    /** The row of the object that the parser stands at. */
    static Row read(JsonParser parser, String field) throws IOException {
        requireObject(parser, field);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String column = parser.currentName();
            values.put(column, readValue(parser, parser.nextToken(), column));
        }
        return Row.of(values);
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
