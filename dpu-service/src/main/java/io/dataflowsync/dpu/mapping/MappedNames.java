package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.Map;
import java.util.TreeMap;

/** Converts between the three names of a table's columns: in the source, on the topic and on the target. */
record MappedNames(TableName table, TableConfig config) {

    /** The names for the first of the table's targets. */
    static MappedNames of(PipelineConfig config, TableName table) {
        return new MappedNames(table, config.table(table.table()));
    }

    /** The name on the topic of a source column. */
    String onTopic(String source) {
        return config.column(source).onTopic().as().orElse(source);
    }

    /** The names on the topic of the source columns that have another name there. */
    Map<String, String> onTopic() {
        Map<String, String> names = new TreeMap<>();
        config.columns().rules().forEach((column, rule) -> rule.onTopic().as().ifPresent(as -> names.put(column, as)));
        return names;
    }

    /** The source's name of a column on the topic. */
    String inSource(String onTopic) {
        for (Map.Entry<String, ColumnRule> column : config.columns().rules().entrySet()) {
            if (column.getValue().onTopic().as().filter(onTopic::equals).isPresent()) {
                return column.getKey();
            }
        }
        return onTopic;
    }

    /** The name on the target of a column on the topic. */
    String onTarget(String onTopic) {
        String source = inSource(onTopic);
        return config.column(source).target().orElse(source);
    }

    ColumnRule rule(String onTopic) {
        return config.column(inSource(onTopic));
    }

    String tableOnTarget() {
        return config.target().name().orElse(table.table());
    }
}
