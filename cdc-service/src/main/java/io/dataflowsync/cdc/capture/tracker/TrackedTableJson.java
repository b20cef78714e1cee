package io.dataflowsync.cdc.capture.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Converts a version of a table to and from the JSON of the topic of definitions. */
public final class TrackedTableJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private TrackedTableJson() {}

    public static String write(TrackedTable table) {
        try {
            return JSON.writeValueAsString(table);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON form for the table " + table.name(), e);
        }
    }

    /** @throws IllegalArgumentException if it is no such JSON */
    public static TrackedTable read(String json) {
        try {
            return JSON.readValue(json, TrackedTable.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a version of a table: " + e.getOriginalMessage(), e);
        }
    }
}
