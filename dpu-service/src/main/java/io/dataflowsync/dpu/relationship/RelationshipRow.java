package io.dataflowsync.dpu.relationship;

/**
 * A relationship as it is stored.
 *
 * @param sourceTable {@code schema.table}
 * @param targetTable the name of the table, without a schema
 * @param state {@code reserved}, {@code applied} or {@code deleted}
 */
public record RelationshipRow(String sourceTable, String oldKey, String targetTable, String newKey, String state) {}
