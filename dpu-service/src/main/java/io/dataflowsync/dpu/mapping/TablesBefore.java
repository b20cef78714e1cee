package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the tables of the source as they were before a statement, and those of them that share one table of the target. */
public final class TablesBefore {
    private final PipelineConfig config;
    private final Tables tables;

    /** @param tables the tables as they were at the place before the statement */
    TablesBefore(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    /** The tables before a statement, if they have no other versions. */
    public static TablesBefore of(PipelineConfig config, Collection<TableDefinition> source) {
        Map<TableName, TableDefinition> byName =
                source.stream().collect(Collectors.toMap(TableDefinition::name, Function.identity()));
        return new TablesBefore(config, Tables.of(byName, List.of()));
    }

    public Optional<TableDefinition> table(TableName table) {
        return tables.isThere(table) ? Optional.ofNullable(tables.source().get(table)) : Optional.empty();
    }

    /** The other captured tables whose rows go to the same table of the target. */
    public Set<TableName> sharing(TableName table, String target) {
        return tables.source().keySet().stream()
                .filter(other -> !other.equals(table) && tables.isThere(other))
                .filter(other -> PipelineTables.captures(config, other))
                .filter(other -> targets(other).anyMatch(names -> isTarget(names, target)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first of these tables that writes values into a column of the target's table. */
    public Optional<TableName> writing(Set<TableName> sharing, String target, String column) {
        return sharing.stream().filter(other -> writes(other, target, column)).findFirst();
    }

    private boolean writes(TableName table, String target, String column) {
        List<ColumnDefinition> columns = tables.sourceTable(table).columns();
        return targets(table).filter(names -> isTarget(names, target)).anyMatch(names -> columns.stream()
                .map(ColumnDefinition::name)
                .filter(name -> names.rule(name).isWritten())
                .anyMatch(name -> names.onTarget(name).equalsIgnoreCase(column)));
    }

    /**
     * Whether any version of a table before the statement had a column of this name.
     *
     * @param column the name of the column on the topic
     */
    public boolean had(TableName table, String column) {
        BinlogPosition place = tables.place();
        return place != null && tables.history().had(table, place, column)
                || table(table).flatMap(was -> was.column(column)).isPresent();
    }

    /** Whether any version of a table before the statement had no column of this name. */
    boolean lacked(TableName table, String column) {
        BinlogPosition place = tables.place();
        return place != null && tables.history().lacked(table, place, column);
    }

    private Stream<MappedNames> targets(TableName table) {
        return config.table(table.table()).targets().stream().map(target -> new MappedNames(table, target));
    }

    /** Whether a name means this table. A name that differs only in case does so only if the target has no table of exactly that name. */
    private boolean isTarget(MappedNames names, String target) {
        String name = names.tableOnTarget();
        return name.equals(target)
                || name.equalsIgnoreCase(target) && !tables.target().containsKey(name);
    }
}
