package io.dataflowsync.contract.event;

/** The headers of a record on the changes topic, each UTF-8 text, so that a consumer can choose without reading the JSON. */
public final class EventHeaders {
    /** {@code schema.table}; absent for an event that is about no single table. */
    public static final String TABLE = "table";

    /** The word of the {@link Operation}. */
    public static final String OPERATION = "operation";

    public static final String EVENT_ID = "event-id";

    private EventHeaders() {}
}
