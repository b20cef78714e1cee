package io.dataflowsync.cdc.definition;

/**
 * A column's type as the server has it.
 *
 * @param type the type as {@code column_type} shows it
 * @param collation the collation of a text; empty for other types
 */
record ResolvedType(String type, String collation) {}
