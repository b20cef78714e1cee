package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.pipeline.catalog.TypePair;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Compares the source's and the target's rules for rows: actions of foreign keys, collations of unique columns, and types. */
final class TargetRules {
    private final Captured source;
    private final Findings findings;

    TargetRules(Captured source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** @param path the table's section */
    void check(String path, TableDefinition table, TableDefinition target) {
        TableConfig config = source.config().table(table.name().table());
        target.foreignKeys().forEach(key -> checkRules(path, config, table, target, key));
        Stream.concat(Stream.of(target.primaryKey()), target.uniqueKeys().stream())
                .flatMap(List::stream)
                .distinct()
                .forEach(name -> checkCollation(path, config, table, target, name));
        table.columns().forEach(column -> checkType(path, config.column(column.name()), column, target));
    }

    /** Warns of a target type that does not hold all values exactly, because such values become dead letters. */
    private void checkType(String path, ColumnRule rule, ColumnDefinition column, TableDefinition target) {
        boolean isAsItIs = rule.isWritten()
                && !rule.isMade()
                && rule.values().convert().isEmpty()
                && rule.onTopic().mask().isEmpty()
                && rule.values().map().isEmpty();
        if (!isAsItIs) {
            return;
        }
        target.column(rule.targetName(column.name()))
                .filter(there -> !there.generated() && !new TypePair(column, there).isExact())
                .ifPresent(there -> findings.warn(
                        path + ".columns." + column.name(),
                        "the target's column '" + target.name().table() + "." + there.name() + "' is " + there.type()
                                + ", the source's is " + column.type()
                                + ": rows with values that it does not hold exactly will be dead letters",
                        "give the target's column a type that holds them all, or write a convert: or an expression:"));
    }

    private void checkRules(
            String path, TableConfig config, TableDefinition table, TableDefinition target, ForeignKey onTarget) {
        Optional<ForeignKey> onSource = table.foreignKeys().stream()
                .filter(key -> isSame(config, key, onTarget))
                .findFirst();
        Rule onDelete = onSource.map(ForeignKey::onDelete).orElse(Rule.NO_ACTION);
        Rule onUpdate = onSource.map(ForeignKey::onUpdate).orElse(Rule.NO_ACTION);
        if (onSource.isEmpty() && onTarget.onDelete() != Rule.NO_ACTION) {
            warn(path, target, onTarget, "ON DELETE " + onTarget.onDelete().sql(), "no such foreign key");
        }
        if (onTarget.onUpdate() != onUpdate && onDelete == onTarget.onDelete()) {
            warn(path, target, onTarget, "ON UPDATE " + onTarget.onUpdate().sql(), "ON UPDATE " + onUpdate.sql());
        }
    }

    private void warn(String path, TableDefinition target, ForeignKey key, String there, String here) {
        findings.warn(
                path,
                "the target's foreign key '" + key.name() + "' of '"
                        + target.name().table() + "' says " + there + ", the source has " + here
                        + ": rows of the target may change where those of the source do not",
                "let the target's foreign key say the same");
    }

    private boolean isSame(TableConfig config, ForeignKey key, ForeignKey onTarget) {
        String parent = key.parent().table();
        return source.config()
                        .table(parent)
                        .target()
                        .name()
                        .orElse(parent)
                        .equalsIgnoreCase(onTarget.parent().table())
                && lower(key.columns().stream()
                                .map(column -> config.column(column).targetName(column))
                                .toList())
                        .equals(lower(onTarget.columns()));
    }

    private void checkCollation(
            String path, TableConfig config, TableDefinition table, TableDefinition target, String name) {
        Optional<ColumnDefinition> there = target.column(name);
        Optional<ColumnDefinition> here = table.columns().stream()
                .filter(column ->
                        config.column(column.name()).targetName(column.name()).equalsIgnoreCase(name))
                .findFirst();
        if (there.isEmpty() || here.isEmpty()) {
            return;
        }
        String onTarget = there.get().collation();
        String onSource = here.get().collation();
        boolean collides = !onTarget.isEmpty()
                && !onSource.isEmpty()
                && !onTarget.endsWith("_bin")
                && !comparison(onTarget).equals(comparison(onSource));
        if (collides) {
            findings.warn(
                    path + ".columns." + here.get().name(),
                    "the target's unique column '" + target.name().table() + "."
                            + there.get().name()
                            + "' is compared by " + onTarget + ", the source's by " + onSource
                            + ": values that differ at the source may be the same there",
                    "give the target's column a collation that distinguishes the same values");
        }
    }

    /** Returns the collation's name without the character set: {@code general_ci}. */
    private static String comparison(String collation) {
        return collation.substring(collation.indexOf('_') + 1);
    }

    private static List<String> lower(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    }
}
