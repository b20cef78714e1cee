package io.dataflowsync.cdc.capture.tracker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A version of a table as the topic of definitions keeps it. */
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

    /** @throws IllegalArgumentException where it is no such JSON */
    public static TrackedTable read(String json) {
        try {
            return JSON.readValue(json, TrackedTable.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a version of a table: " + e.getOriginalMessage(), e);
        }
    }
}
