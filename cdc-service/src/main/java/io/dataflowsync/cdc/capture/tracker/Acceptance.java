package io.dataflowsync.cdc.capture.tracker;

/**
 * What somebody said of a statement that nothing proves: the capture is to pass it.
 *
 * @param definition the table as the statement left it, as {@code SHOW CREATE TABLE} prints it; empty where nobody knows it any more
 */
public record Acceptance(String definition) {}
