package io.dataflowsync.dpu;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import io.dataflowsync.pipeline.config.PipelineConfig.Rules;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Start;
import io.dataflowsync.pipeline.config.PipelineConfig.UncapturedReference;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.config.TableConfig.Columns;
import io.dataflowsync.pipeline.config.TableConfig.Keys;
import io.dataflowsync.pipeline.config.TableConfig.OnTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds definitions and configurations for tests. */
public final class TestTables {
    private TestTables() {}

    public static TableName name(String table) {
        return new TableName("shop", table);
    }

    /** A table of columns like {@code id bigint}; those after a hash are the key, {@code #id bigint}. */
    public static TableDefinition table(String name, String... columns) {
        List<ColumnDefinition> definitions = new ArrayList<>();
        List<String> key = new ArrayList<>();
        for (String column : columns) {
            boolean isKey = column.startsWith("#");
            String[] parts = column.substring(isKey ? 1 : 0).split(" ", 2);
            boolean generated = parts[1].endsWith(" generated");
            String type = parts[1].replace(" generated", "");
            definitions.add(new ColumnDefinition(parts[0], type, !isKey, generated, false, true));
            if (isKey) {
                key.add(parts[0]);
            }
        }
        return new TableDefinition(name(name), definitions, key, List.of(), List.of());
    }

    /** The table with a foreign key, {@code customer_id → customers.id}. */
    public static TableDefinition referring(TableDefinition table, String column, String parent, String parentColumn) {
        List<ForeignKey> keys = new ArrayList<>(table.foreignKeys());
        keys.add(new ForeignKey("fk_" + column, List.of(column), name(parent), List.of(parentColumn)));
        return new TableDefinition(table.name(), table.columns(), table.primaryKey(), table.uniqueKeys(), keys);
    }

    /** The table with its key numbered by the server. */
    public static TableDefinition numbered(TableDefinition table) {
        List<ColumnDefinition> columns = table.columns().stream()
                .map(c -> new ColumnDefinition(
                        c.name(),
                        c.type(),
                        c.nullable(),
                        c.generated(),
                        table.primaryKey().contains(c.name()),
                        true))
                .toList();
        return new TableDefinition(table.name(), columns, table.primaryKey(), table.uniqueKeys(), table.foreignKeys());
    }

    public static TableConfig references(Map<String, ReferenceRule> references) {
        return new TableConfig(
                false, OnTarget.SAME, Keys.DEFAULT, Columns.ALL, references, Optional.empty(), List.of());
    }

    /** A table whose columns have rules. */
    public static TableConfig columns(Map<String, ColumnRule> rules) {
        return columns(OnTarget.SAME, rules);
    }

    /** A table that has another name on the target, and whose columns have rules. */
    public static TableConfig columns(OnTarget target, Map<String, ColumnRule> rules) {
        return new TableConfig(false, target, Keys.DEFAULT, Columns.of(rules), Map.of(), Optional.empty(), List.of());
    }

    /** A table whose rows are identified by a column. */
    public static TableConfig keyed(String column) {
        return keys(new Keys(Optional.empty(), List.of(column), List.of()));
    }

    /** A table that adopts the target's rows by a column. */
    public static TableConfig adopting(String column) {
        return keys(new Keys(Optional.empty(), List.of(), List.of(column)));
    }

    /** A table whose keys are handled in this way. */
    public static TableConfig identified(Identity identity) {
        return keys(new Keys(Optional.of(identity), List.of(), List.of()));
    }

    private static TableConfig keys(Keys keys) {
        return new TableConfig(false, OnTarget.SAME, keys, Columns.ALL, Map.of(), Optional.empty(), List.of());
    }

    public static PipelineConfig config(Map<String, TableConfig> tables) {
        return config(tables, UncapturedReference.KEEP);
    }

    public static PipelineConfig config(Map<String, TableConfig> tables, UncapturedReference uncaptured) {
        return new PipelineConfig(
                "shop",
                new SourceConfig("localhost", 3306, "dfs", new Secret(""), List.of("shop")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Start.INITIAL,
                new Rules(new Identity.Allocate(), uncaptured, OnError.DEAD_LETTER, Ddl.STOP),
                tables);
    }
}
