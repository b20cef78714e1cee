package io.dataflowsync.contract.event;

import java.util.Locale;

/** The kind of a change, in the words of the topic, its headers and both logs. */
public enum Operation {
    /** A row that a snapshot read. */
    SNAPSHOT,
    INSERT,
    UPDATE,
    DELETE,
    TRUNCATE,
    SCHEMA_CHANGE,
    /** A snapshot has read its last row. */
    SNAPSHOT_COMPLETED;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word on the wire: {@code snapshot}, {@code schema-change} … */
    public String word() {
        return word;
    }

    /**
     * Returns the operation of a word on the wire.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Operation ofWord(String word) {
        for (Operation operation : values()) {
            if (operation.word.equals(word)) {
                return operation;
            }
        }
        throw new IllegalArgumentException("no such operation: '" + word + "'");
    }
}
