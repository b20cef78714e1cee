package io.dataflowsync.contract.config;

import java.util.List;

/** The tables that DataFlowSync keeps for itself in a target. They are never captured: a source that is a target, too, has them as well. */
public final class OwnTables {
    public static final List<String> NAMES =
            List.of("dfs_checkpoint", "dfs_schema_change", "dfs_topic", "dfs_replayed");

    private OwnTables() {}

    /** Whether a table of this name is one of them; in any case, since the target may know names in lower case only. */
    public static boolean has(String table) {
        return NAMES.stream().anyMatch(table::equalsIgnoreCase);
    }
}
