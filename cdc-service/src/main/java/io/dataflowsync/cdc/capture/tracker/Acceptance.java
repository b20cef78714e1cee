package io.dataflowsync.cdc.capture.tracker;

/**
 * An operator's decision to pass a statement that nothing proves.
 *
 * @param definition the table after the statement, as {@code SHOW CREATE TABLE} prints it; empty if no one knows it any more
 */
public record Acceptance(String definition) {}
