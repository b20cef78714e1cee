package io.dataflowsync.sandbox.fuzz.model;

/**
 * The column of another table whose values a column holds.
 *
 * @param table the number of that table, which outlives its names
 */
public record Reference(int table, String column) {}
