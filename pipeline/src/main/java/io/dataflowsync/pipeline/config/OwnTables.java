package io.dataflowsync.pipeline.config;

import java.util.List;

/**
 * Names the tables that DataFlowSync keeps for itself in a target. They are never captured, because a source that is also a target has
 * them, too.
 */
public final class OwnTables {
    public static final List<String> NAMES =
            List.of("dfs_checkpoint", "dfs_schema_change", "dfs_topic", "dfs_replayed");

    private OwnTables() {}

    /** Whether a table of this name is one of them. Case is ignored, because the target may store names in lower case. */
    public static boolean has(String table) {
        return NAMES.stream().anyMatch(table::equalsIgnoreCase);
    }
}
