package io.dataflowsync.dpu.mapping;

/**
 * How the session of a statement treats values.
 *
 * @param strict whether it refuses a value that does not fit, so that the statement fails
 * @param padded whether it reads a CHAR with blanks up to its length: another type that the column gets keeps them
 */
public record ValueMode(boolean strict, boolean padded) {}
