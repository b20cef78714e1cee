package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Builds the plan of a table from both ends' definitions and the pipeline file. */
public final class TablePlanner {
    private final PipelineConfig config;
    private final Tables tables;
    private final KeyMeanings meanings;

    public TablePlanner(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
        this.meanings = new KeyMeanings(config, tables);
    }

    /**
     * The plan of a source table.
     *
     * @throws UnknownTableException where its definition, or that of a table it refers to, has not come yet
     * @throws MappingException where the target has no such table
     */
    public TablePlan plan(TableName name) {
        TableDefinition source = tables.sourceTable(name);
        TableNames names = new TableNames(name, config.table(name.table()));
        TableDefinition target =
                tables.targetTable(names.tableOnTarget()).orElseThrow(() -> noTargetTable(name, names.tableOnTarget()));
        Map<String, ColumnPlan> columns = new LinkedHashMap<>();
        Set<String> unwritten = new LinkedHashSet<>();
        Set<String> missing = new LinkedHashSet<>();
        for (ColumnDefinition column : source.columns()) {
            Optional<ColumnDefinition> there = target.column(names.onTarget(column.name()));
            if (there.isEmpty()) {
                missing.add(column.name());
            } else if (there.get().generated() || names.rule(column.name()).drop()) {
                unwritten.add(column.name());
            } else {
                columns.put(column.name(), columnPlan(source, names, column.name(), there.get()));
            }
        }
        List<String> key = key(source, names);
        return new TablePlan(
                name,
                target,
                Collections.unmodifiableMap(columns),
                Set.copyOf(unwritten),
                Collections.unmodifiableSet(missing),
                key,
                newKeys(source, key, columns),
                parents(source),
                names.config().adopt().stream().map(names::onTopic).toList(),
                constants(source, names));
    }

    private ColumnPlan columnPlan(TableDefinition source, TableNames names, String name, ColumnDefinition there) {
        return new ColumnPlan(name, there.name(), meanings.of(source, name), names.rule(name));
    }

    private static List<String> key(TableDefinition source, TableNames names) {
        return source.primaryKey().isEmpty()
                ? names.config().key().stream().map(names::onTopic).toList()
                : source.primaryKey();
    }

    private static Optional<KeySpace> newKeys(
            TableDefinition source, List<String> key, Map<String, ColumnPlan> columns) {
        return key.stream()
                .limit(key.size() == 1 ? 1 : 0)
                .map(columns::get)
                .filter(Objects::nonNull)
                .map(ColumnPlan::meaning)
                .filter(KeyMeaning.NewKey.class::isInstance)
                .map(meaning -> ((KeyMeaning.NewKey) meaning).space())
                .filter(space -> space.source().equals(source.name()))
                .findFirst();
    }

    /** Where a foreign key refers to another unique key than the primary one, the row it means is not told by it. */
    private List<TablePlan.ParentKey> parents(TableDefinition source) {
        List<TablePlan.ParentKey> parents = new ArrayList<>();
        for (ForeignKey key : source.foreignKeys()) {
            TableDefinition parent = tables.source().get(key.parent());
            if (parent != null) {
                TableNames parentNames =
                        new TableNames(parent.name(), config.table(parent.name().table()));
                List<String> referred =
                        key.parentColumns().stream().map(parentNames::onTopic).toList();
                if (referred.size() == parent.primaryKey().size() && referred.containsAll(parent.primaryKey())) {
                    parents.add(new TablePlan.ParentKey(
                            parent.primaryKey().stream()
                                    .map(referred::indexOf)
                                    .map(key.columns()::get)
                                    .toList(),
                            parent.name()));
                }
            }
        }
        return List.copyOf(parents);
    }

    /** The constants of columns that only the target has. */
    private static Map<String, Optional<String>> constants(TableDefinition source, TableNames names) {
        Map<String, Optional<String>> constants = new LinkedHashMap<>();
        names.config().columns().forEach((column, rule) -> {
            if (rule.constant().isPresent()
                    && source.column(names.onTopic(column)).isEmpty()) {
                constants.put(
                        rule.target().orElse(column), rule.constant().get().value());
            }
        });
        return Collections.unmodifiableMap(constants);
    }

    static MappingException noTargetTable(TableName source, String target) {
        return new MappingException(
                ErrorCode.NO_TARGET_TABLE,
                "the target has no table " + target + " for " + source
                        + ": create it, or name another as its 'target'");
    }
}
