package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.NamedTables;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.TableName;
import java.util.Collection;

/** The names that the pipeline gives the source's tables on the target. */
public final class TargetNames {
    private TargetNames() {}

    /** Whether a captured table has on the target a name that differs from this one in case alone. */
    public static boolean isOfAnother(PipelineConfig config, Collection<TableName> source, String name) {
        return source.stream()
                .filter(table -> PipelineTables.captures(config, table))
                .flatMap(table -> config.table(table.table()).targets().stream()
                        .map(rules -> rules.target().orElse(table.table())))
                .anyMatch(other -> NamedTables.differInCase(other, name));
    }
}
