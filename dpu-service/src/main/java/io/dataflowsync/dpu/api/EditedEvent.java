package io.dataflowsync.dpu.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.Row;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces values in the row of an event, as it is after the change. */
public final class EditedEvent {
    private EditedEvent() {}

    /**
     * Returns the event's JSON with other values.
     *
     * @param values by column: a text, an integer, true, false or null; every other value is written as text, as on the topic
     * @throws IllegalArgumentException if the event has no row after it, has no such column, or the column belongs to the key
     */
    public static String of(String json, Map<String, JsonNode> values) {
        EventCodec codec = new EventCodec();
        ChangeEvent event = codec.decode(json.getBytes(StandardCharsets.UTF_8));
        ChangeEvent edited;
        if (event instanceof Insert insert) {
            edited = new Insert(
                    insert.origin(), insert.table(), insert.key(), edited(insert.after(), insert.key(), values));
        } else if (event instanceof Update update) {
            edited = new Update(
                    update.origin(),
                    update.table(),
                    update.oldKey(),
                    update.key(),
                    update.before(),
                    edited(update.after(), update.key(), values),
                    update.unfollowed());
        } else {
            throw new IllegalArgumentException("only an insert or an update has values that can be changed");
        }
        return new String(codec.encode(edited), StandardCharsets.UTF_8);
    }

    private static Row edited(Row after, Row key, Map<String, JsonNode> values) {
        Map<String, @Nullable Object> edited = new LinkedHashMap<>(after.asMap());
        values.forEach((column, value) -> {
            if (!after.has(column)) {
                throw new IllegalArgumentException("the event has no column " + column + ": it has " + after.columns());
            }
            if (key.has(column)) {
                throw new IllegalArgumentException("column " + column + " is of the key and cannot be changed");
            }
            edited.put(column, value(column, value));
        });
        return Row.of(edited);
    }

    private static @Nullable Object value(String column, JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? 1L : 0L;
        }
        if (value.isIntegralNumber()) {
            BigInteger number = value.bigIntegerValue();
            return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
        }
        if (value.isTextual()) {
            return value.textValue();
        }
        throw new IllegalArgumentException("column " + column
                + ": a text, an integer, true, false or null is wanted; write a decimal number as a text");
    }
}
