package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.ForeignKey;
import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.Identity;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.ReferenceRule;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a column means as a key: its own table's, or by foreign keys and declared references another's. References are followed
 * to their end: a reference to a key that is itself a reference means what that one means.
 */
final class KeyMeanings {
    private final PipelineConfig config;
    private final Tables tables;

    KeyMeanings(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    KeyMeaning of(TableDefinition table, String column) {
        return of(table, column, new HashSet<>());
    }

    private KeyMeaning of(TableDefinition table, String column, Set<TableName> met) {
        TableNames names = names(table.name());
        ReferenceRule declared = names.config().references().get(names.inSource(column));
        if (declared != null) {
            return declared(names, declared, met);
        }
        if (met.add(table.name())) {
            KeyMeaning referred = byForeignKey(table, column, met);
            if (referred != null) {
                return referred;
            }
        }
        boolean own = table.hasIntegerKey() && table.primaryKey().get(0).equals(column);
        return own ? ownKey(table, names) : KeyMeaning.PLAIN;
    }

    private KeyMeaning declared(TableNames names, ReferenceRule rule, Set<TableName> met) {
        if (rule instanceof ReferenceRule.ToTable to) {
            return keyOf(TableName.named(to.table(), names.table().schema()), met);
        }
        if (rule instanceof ReferenceRule.InJson json) {
            return new KeyMeaning.InJson(json.places().stream()
                    .map(place -> new KeyMeaning.InJson.Place(
                            place.path(),
                            keyOf(TableName.named(place.table(), names.table().schema()), new HashSet<>(met))))
                    .toList());
        }
        ReferenceRule.Polymorphic told = (ReferenceRule.Polymorphic) rule;
        Map<String, KeyMeaning> byValue = new HashMap<>();
        told.tables()
                .forEach((value, table) -> byValue.put(
                        value, keyOf(TableName.named(table, names.table().schema()), new HashSet<>(met))));
        return new KeyMeaning.Told(
                names.onTopic(told.by()), Map.copyOf(byValue), uncaptured("a table that is not named"));
    }

    private @Nullable KeyMeaning byForeignKey(TableDefinition table, String column, Set<TableName> met) {
        KeyMeaning found = null;
        for (ForeignKey key : table.foreignKeys()) {
            int place = key.columns().indexOf(column);
            if (place >= 0 && (found == null || found.equals(KeyMeaning.PLAIN))) {
                String parentColumn =
                        names(key.parent()).onTopic(key.parentColumns().get(place));
                found = PipelineTables.captures(config, key.parent())
                        ? of(tables.sourceTable(key.parent()), parentColumn, met)
                        : uncaptured(key.parent().toString());
            }
        }
        return found;
    }

    /** What the key of a table means. A reference can only name a row by a key of one column. */
    private KeyMeaning keyOf(TableName name, Set<TableName> met) {
        if (!PipelineTables.captures(config, name)) {
            return uncaptured(name.toString());
        }
        TableDefinition table = tables.sourceTable(name);
        return table.primaryKey().size() == 1 ? of(table, table.primaryKey().get(0), met) : KeyMeaning.PLAIN;
    }

    private KeyMeaning ownKey(TableDefinition table, TableNames names) {
        Identity identity = names.config().identity().orElse(config.identity());
        if (identity instanceof Identity.Offset offset) {
            return new KeyMeaning.Shifted(offset.by());
        }
        return identity instanceof Identity.Allocate ? new KeyMeaning.NewKey(keySpace(table, names)) : KeyMeaning.PLAIN;
    }

    private KeySpace keySpace(TableDefinition table, TableNames names) {
        TableDefinition target = tables.targetTable(names.tableOnTarget())
                .orElseThrow(() -> TablePlanner.noTargetTable(table.name(), names.tableOnTarget()));
        String keyColumn = names.onTarget(table.primaryKey().get(0));
        ColumnDefinition column = target.column(keyColumn)
                .orElseThrow(() -> new MappingException(
                        ErrorCode.NO_TARGET_COLUMN,
                        "the target's table " + target.name() + " has no column " + keyColumn));
        return keySpace(table.name(), target, column);
    }

    static KeySpace keySpace(TableName source, TableDefinition target, ColumnDefinition key) {
        return new KeySpace(source, target.name(), key.name(), key.autoIncrement(), largest(key));
    }

    private static BigInteger largest(ColumnDefinition column) {
        int bits =
                switch (column.baseType()) {
                    case "tinyint" -> 8;
                    case "smallint" -> 16;
                    case "mediumint" -> 24;
                    case "int" -> 32;
                    default -> 64;
                };
        boolean unsigned = column.type().contains("unsigned");
        return BigInteger.ONE.shiftLeft(unsigned ? bits : bits - 1).subtract(BigInteger.ONE);
    }

    private KeyMeaning uncaptured(String table) {
        return switch (config.uncaptured()) {
            case KEEP -> KeyMeaning.PLAIN;
            case NULL -> new KeyMeaning.Nulled();
            case DEAD_LETTER -> new KeyMeaning.Rejected(table);
        };
    }

    private TableNames names(TableName table) {
        return new TableNames(table, config.table(table.table()));
    }
}
