package io.dataflowsync.contract.event;

/**
 * Names the headers of a record on the topics of changes and of dead letters. Each is UTF-8 text, so a consumer can filter records without
 * reading the JSON.
 */
public final class EventHeaders {
    /** {@code schema.table}; absent for an event about several tables or none. */
    public static final String TABLE = "table";

    /** The word of the {@link Operation}. */
    public static final String OPERATION = "operation";

    public static final String EVENT_ID = "event-id";

    /**
     * Empty. It is present if more events of the same transaction of the source follow on the same partition, in the same transaction of
     * the topic. A consumer that cuts only after a record without it gets complete transactions.
     */
    public static final String MORE = "more";

    /** Of a dead letter: the word of its error code. */
    public static final String ERROR_CODE = "error-code";

    /** Of a dead letter: the error text, in a sentence. */
    public static final String ERROR = "error";

    /** Of a dead letter: where the error arose; absent if none was thrown. */
    public static final String STACK = "stack";

    /** Of a dead letter: the statement with its values, in readable form; absent if there is none. */
    public static final String SQL = "sql";

    /** Of a dead letter: the lane and the offset of the event on the topic of the changes, {@code 2:4711}. */
    public static final String PLACE = "place";

    private EventHeaders() {}
}
