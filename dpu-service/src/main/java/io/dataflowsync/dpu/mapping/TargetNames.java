package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.NamedTables;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds the names that the pipeline file gives the source's tables on the target. */
public final class TargetNames {
    private TargetNames() {}

    /** The captured table among these whose name on the target differs from this one only in case. */
    public static Optional<TableName> otherInCase(PipelineConfig config, Collection<TableName> source, String name) {
        return source.stream()
                .filter(table -> PipelineTables.captures(config, table))
                .filter(table -> config.targetsOf(List.of(table.table())).stream()
                        .anyMatch(other -> NamedTables.differInCase(other, name)))
                .findFirst();
    }
}
