package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.StringJoiner;

/** Finds a row's key in the first part of its event's JSON. */
final class KeyExtractor {
    private static final JsonFactory JSON = new JsonFactory();

    private KeyExtractor() {}

    /** The key as {@code order_id=17 product_id=4}; empty if the event has none, or if it is longer than the part. */
    static String of(String head) {
        try (JsonParser parser = JSON.createParser(head)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return "";
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean isKey = parser.currentName().equals("key");
                JsonToken value = parser.nextToken();
                if (isKey && value == JsonToken.START_OBJECT) {
                    return columns(parser);
                }
                parser.skipChildren();
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    private static String columns(JsonParser parser) throws IOException {
        StringJoiner columns = new StringJoiner(" ");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            columns.add(name + "=" + (value.isStructStart() ? "…" : parser.getText()));
            parser.skipChildren();
        }
        return columns.toString();
    }
}
