package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Answers questions about the pipeline file by the full names of tables. */
public final class PipelineTables {
    private PipelineTables() {}

    /** Whether the pipeline captures a table of this name. */
    public static boolean captures(PipelineConfig config, TableName table) {
        return config.source().schemas().contains(table.schema())
                && !config.table(table.table()).skip();
    }

    /** Returns the tables that a table refers to according to the file, in addition to its foreign keys. */
    public static Set<TableName> declaredParents(PipelineConfig config, TableName table) {
        return config.table(table.table()).references().values().stream()
                .flatMap(rule -> rule.parents().stream())
                .map(parent -> TableName.named(parent, table.schema()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
