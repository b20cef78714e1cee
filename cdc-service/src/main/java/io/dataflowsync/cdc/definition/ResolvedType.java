package io.dataflowsync.cdc.definition;

/**
 * A column's type as the server has it.
 *
 * @param type as {@code column_type} has it
 * @param collation empty where it is no text
 */
record ResolvedType(String type, String collation) {}
