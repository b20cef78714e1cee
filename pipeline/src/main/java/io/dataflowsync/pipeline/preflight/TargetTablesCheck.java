package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.catalog.NamedTables;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Checks the target's tables: each captured table needs a table there, with a column for each of its columns. */
final class TargetTablesCheck {
    private final Captured source;
    private final List<TableDefinition> targets;
    private final Findings findings;

    TargetTablesCheck(Captured source, List<TableDefinition> targets, Findings findings) {
        this.source = source;
        this.targets = targets;
        this.findings = findings;
    }

    void check() {
        source.captured().forEach(table -> {
            String path = "dfs.tables." + table.name().table();
            List<TableConfig> configs =
                    source.config().table(table.name().table()).targets();
            for (int i = 0; i < configs.size(); i++) {
                check(configs.size() == 1 ? path : path + ".targets[" + i + "]", configs.get(i), table, i == 0);
            }
        });
    }

    /** @param numbers whether this target assigns the table's keys */
    private void check(String path, TableConfig config, TableDefinition table, boolean numbers) {
        String name = config.target().name().orElse(table.name().table());
        List<TableDefinition> named = NamedTables.of(targets, name);
        if (named.size() > 1 || isSharedByCase(named, table, name)) {
            findings.add(
                    path + ".target",
                    "the target has no table '" + name + "', and it is not clear whether '"
                            + named.get(0).name().table() + "' is meant, because names of tables differ only in case",
                    "create it, or write target: and the exact name of another");
            return;
        }
        Optional<TableDefinition> target = named.stream().findFirst();
        if (target.isEmpty()) {
            findings.add(
                    path + ".target",
                    "the target has no table '" + name + "'",
                    "create it, write target: and the name of another, or skip: true");
            return;
        }
        checkColumns(path + ".columns.", config, table, target.get());
        if (numbers) {
            checkKey(path + ".identity", config, table, target.get());
            checkRules(path, table, target.get());
            new TargetRules(source, findings).check(path, table, target.get());
        }
    }

    /** Whether another table of the source, whose name differs only in case, also goes to the target's table with the other case. */
    private boolean isSharedByCase(List<TableDefinition> named, TableDefinition table, String name) {
        return named.size() == 1
                && !named.get(0).name().table().equals(name)
                && source.captured()
                        .filter(other -> !other.name().equals(table.name()))
                        .flatMap(other -> source.config().table(other.name().table()).targets().stream()
                                .map(config -> config.target()
                                        .name()
                                        .orElse(other.name().table())))
                        .anyMatch(other -> NamedTables.differInCase(other, name));
    }

    private void checkColumns(String path, TableConfig config, TableDefinition table, TableDefinition target) {
        Set<String> filled = new HashSet<>();
        for (ColumnDefinition column : table.columns()) {
            ColumnRule rule = config.column(column.name());
            boolean written = rule.write() || table.primaryKey().contains(column.name());
            if (!rule.onTopic().drop() && written) {
                fill(path, column.name(), config, target, filled);
            }
        }
        config.columns().rules().forEach((column, rule) -> {
            if (rule.isMade() && table.column(column).isEmpty()) {
                fill(path, column, config, target, filled);
            }
        });
        for (ColumnDefinition column : target.columns()) {
            if (!column.hasDefault() && !filled.contains(lower(column.name()))) {
                findings.add(
                        path + column.name(),
                        "the target's column '" + nameOf(target, column.name())
                                + "' takes no NULL, has no default, and nothing fills it",
                        "give it a default there, or write " + column.name() + ": { constant: value }");
            }
        }
    }

    private void fill(String path, String column, TableConfig config, TableDefinition target, Set<String> filled) {
        String name = config.column(column).targetName(column);
        filled.add(lower(name));
        if (target.column(name).isEmpty()) {
            findings.add(
                    path + column,
                    "the target has no column '" + nameOf(target, name) + "'",
                    config.column(column).isMade()
                            ? "add it there, or leave this out"
                            : "add it there, write " + column + ": and the name of another, or " + column
                                    + ": { write: false }");
        }
    }

    private static String nameOf(TableDefinition table, String column) {
        return table.name().table() + "." + column;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /**
     * Checks the target's AUTO_INCREMENT column: new keys come from its counter, so that the target's other writers never use the same
     * keys.
     */
    private void checkKey(String path, TableConfig config, TableDefinition table, TableDefinition target) {
        Identity identity =
                config.keys().identity().orElse(source.config().rules().identity());
        if (!(identity instanceof Identity.Allocate) || !hasKeyOfItsOwn(config, table)) {
            return;
        }
        String key = config.column(table.primaryKey().get(0))
                .targetName(table.primaryKey().get(0));
        Optional<ColumnDefinition> column = target.column(key);
        if (column.isPresent() && !(column.get().isInteger() && column.get().autoIncrement())) {
            findings.add(
                    path,
                    "new keys for '" + nameOf(target, key) + "', which is not an integer with AUTO_INCREMENT",
                    "make it one there, or write identity: keep");
        }
    }

    /** Checks that the target has the source's cascades: their effects are not in the binlog, so the target must do the same by itself. */
    private void checkRules(String path, TableDefinition table, TableDefinition target) {
        for (ForeignKey key : table.foreignKeys()) {
            Rule onTarget = target.foreignKeys().stream()
                    .filter(k -> isSame(key, table, k))
                    .map(ForeignKey::onDelete)
                    .findFirst()
                    .orElse(Rule.NO_ACTION);
            if (source.isCaptured(key.parent()) && key.onDelete() != onTarget) {
                findings.add(
                        path,
                        "the source's foreign key '" + key.name() + "' says ON DELETE "
                                + key.onDelete().sql()
                                + ", the target's table '" + target.name().table() + "' has ON DELETE " + onTarget.sql()
                                + " for it, or no such foreign key",
                        "let the target's foreign key say the same");
            }
        }
    }

    private boolean isSame(ForeignKey key, TableDefinition table, ForeignKey onTarget) {
        TableConfig config = source.config().table(table.name().table());
        TableConfig parent = source.config().table(key.parent().table());
        return onTarget.parent()
                        .table()
                        .equalsIgnoreCase(
                                parent.target().name().orElse(key.parent().table()))
                && lower(onTarget.columns())
                        .equals(lower(key.columns().stream()
                                .map(c -> config.column(c).targetName(c))
                                .toList()));
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(TargetTablesCheck::lower).toList();
    }

    /** Whether the table's key gets its own new values. A key that refers to another table takes the new value from there. */
    private static boolean hasKeyOfItsOwn(TableConfig config, TableDefinition table) {
        return table.hasIntegerKey()
                && !config.references().containsKey(table.primaryKey().get(0))
                && table.foreignKeys().stream().noneMatch(key -> key.columns()
                        .contains(table.primaryKey().get(0)));
    }
}
