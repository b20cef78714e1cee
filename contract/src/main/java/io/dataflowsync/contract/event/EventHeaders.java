package io.dataflowsync.contract.event;

/** The headers of a record on the topics of changes and of dead letters, each UTF-8 text, so that a consumer can choose without reading the JSON. */
public final class EventHeaders {
    /** {@code schema.table}; absent for an event that is about no single table. */
    public static final String TABLE = "table";

    /** The word of the {@link Operation}. */
    public static final String OPERATION = "operation";

    public static final String EVENT_ID = "event-id";

    /**
     * Empty; there where more of the same transaction of the source follows on the same partition, in the same transaction of the
     * topic. Whoever takes up to a record without it takes transactions as wholes.
     */
    public static final String MORE = "more";

    /** Of a dead letter: the word of its error code. */
    public static final String ERROR_CODE = "error-code";

    /** Of a dead letter: what went wrong, in a sentence. */
    public static final String ERROR = "error";

    /** Of a dead letter: where the error arose; absent where none was thrown. */
    public static final String STACK = "stack";

    /** Of a dead letter: the statement with its values, as a person would read it; absent where there is none. */
    public static final String SQL = "sql";

    /** Of a dead letter: the lane and the offset of the event on the topic of the changes, {@code 2:4711}. */
    public static final String PLACE = "place";

    private EventHeaders() {}
}
