package io.dataflowsync.dpu.relationship;

/**
 * A relationship with all that is known of it.
 *
 * @param sourceTable {@code schema.table}
 * @param targetTable by its own name
 * @param state {@code reserved}, {@code applied} or {@code deleted}
 * @param changedAt in the log server's time zone of the session, UTC
 */
public record RelationshipRow(
        String sourceTable, String oldKey, String targetTable, String newKey, String state, String changedAt) {}
