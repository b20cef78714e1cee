package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.List;
import java.util.Locale;

/** Finds columns whose names look like references to captured tables with new keys, although no foreign key and no setting says so. */
final class LooseReferences {
    private final Captured source;
    private final Findings findings;

    LooseReferences(Captured source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    void check() {
        source.captured().forEach(table -> table.columns().forEach(column -> source.captured()
                .filter(parent -> isNamedAfter(column, parent) && isPlain(table, column))
                .limit(1)
                .forEach(parent -> findings.warn(
                        "dfs.tables." + table.name().table() + ".references",
                        "the column '" + table.name().table() + "." + column.name() + "' is named as a reference to '"
                                + parent.name().table()
                                + "', whose rows get new keys; no foreign key says so, and its values stay as they are",
                        "write references: { " + column.name() + ": "
                                + parent.name().table() + " } if it is one"))));
    }

    /** {@code customer_id} or {@code customers_id}, of the type of the key of {@code customers}. */
    private boolean isNamedAfter(ColumnDefinition column, TableDefinition parent) {
        String name = column.name().toLowerCase(Locale.ROOT);
        String table = parent.name().table().toLowerCase(Locale.ROOT);
        boolean named = name.endsWith("_id")
                && (name.equals(table + "_id") || table.equals(name.substring(0, name.length() - 3) + "s"));
        Identity identity = source.config()
                .table(parent.name().table())
                .keys()
                .identity()
                .orElse(source.config().rules().identity());
        return named
                && identity instanceof Identity.Allocate
                && parent.hasIntegerKey()
                && parent.column(parent.primaryKey().get(0))
                        .filter(key -> key.type().equals(column.type()))
                        .isPresent();
    }

    private boolean isPlain(TableDefinition table, ColumnDefinition column) {
        TableConfig config = source.config().table(table.name().table());
        return config.references().keySet().stream().noneMatch(column.name()::equalsIgnoreCase)
                && !config.column(column.name()).onTopic().drop()
                && table.foreignKeys().stream()
                        .flatMap(key -> key.columns().stream())
                        .noneMatch(column.name()::equalsIgnoreCase)
                && !table.primaryKey().equals(List.of(column.name()));
    }
}
