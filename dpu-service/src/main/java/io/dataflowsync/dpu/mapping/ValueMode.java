package io.dataflowsync.dpu.mapping;

/**
 * Says how the session of a statement treats values.
 *
 * @param strict whether the session refuses a value that does not fit, so that the statement fails
 * @param padded whether the session reads a CHAR with blanks up to its length; if the column gets another type, the blanks stay in the
 *     value
 */
public record ValueMode(boolean strict, boolean padded) {}
