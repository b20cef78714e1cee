package io.dataflowsync.sandbox.verify;

import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.ReferenceRule;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.contract.json.JsonPath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the columns of one source table refer to: its foreign keys, and what the pipeline file adds. */
final class References {
    private final TableDefinition table;
    private final Map<String, ReferenceRule> declared;
    private final Map<TableName, TableDefinition> captured;

    /** @param captured every captured table of the source */
    References(TableDefinition table, PipelineConfig config, Map<TableName, TableDefinition> captured) {
        this.table = table;
        this.declared = config.table(table.name().table()).references();
        this.captured = captured;
    }

    boolean isReference(String column) {
        return declared.containsKey(column) || foreignKey(column).isPresent();
    }

    /** The table that this row's column refers to; empty where that is not captured. */
    Optional<TableDefinition> parent(String column, Map<String, @Nullable String> row) {
        ReferenceRule rule = declared.get(column);
        if (rule instanceof ReferenceRule.ToTable to) {
            return named(to.table());
        }
        if (rule instanceof ReferenceRule.Polymorphic polymorphic) {
            String kind = row.get(polymorphic.by());
            return Optional.ofNullable(kind).map(polymorphic.tables()::get).flatMap(this::named);
        }
        return foreignKey(column).map(key -> captured.get(key.parent()));
    }

    /** The places of a document in that column, and the table that each refers to; none where it has no such. */
    Map<JsonPath, Optional<TableDefinition>> inJson(String column) {
        Map<JsonPath, Optional<TableDefinition>> places = new LinkedHashMap<>();
        if (declared.get(column) instanceof ReferenceRule.InJson json) {
            json.places().forEach(place -> places.put(place.path(), named(place.table())));
        }
        return places;
    }

    private Optional<TableDefinition> named(String name) {
        return Optional.ofNullable(captured.get(new TableName(table.name().schema(), name)));
    }

    /** The foreign key from that column alone to a parent's key; one to another column keeps its values. */
    private Optional<ForeignKey> foreignKey(String column) {
        return table.foreignKeys().stream()
                .filter(key -> key.columns().size() == 1 && key.columns().get(0).equals(column))
                .filter(key -> {
                    TableDefinition parent = captured.get(key.parent());
                    return parent == null || parent.primaryKey().equals(key.parentColumns());
                })
                .findFirst();
    }
}
