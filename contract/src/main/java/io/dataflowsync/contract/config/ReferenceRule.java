package io.dataflowsync.contract.config;

import java.util.Map;

/** What a referring column refers to. */
public sealed interface ReferenceRule {

    /** Rows of one table. */
    record ToTable(String table) implements ReferenceRule {}

    /**
     * Rows of several tables, told apart by another column of the same row.
     *
     * @param by the telling column
     * @param tables its values, and the table of each
     */
    record Polymorphic(String by, Map<String, String> tables) implements ReferenceRule {}
}
