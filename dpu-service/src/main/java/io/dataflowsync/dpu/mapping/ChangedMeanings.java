package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.TableConfig;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the columns whose meaning as a key changes with a statement: a plain column that becomes a reference, or a reference that now
 * refers to another table.
 *
 * <p>On the target, rows from before the statement have values of the one kind, and later rows have values of the other kind.
 */
public final class ChangedMeanings {

    /**
     * A column that has values of another kind after a statement.
     *
     * @param source the source's table, as it is called before the statement
     * @param table the target's table, as it is called before the statement
     * @param column the target's column, as it is called before the statement; a new column as it is called after it
     * @param added whether the column is new, and the rows that are there get its default
     * @param before the kind of its values before the statement, in words
     * @param after the kind of its values after the statement, in words
     * @param parent the target's table that a foreign key on the column refers to which the statement adds; null if it adds none
     */
    public record Change(
            TableName source,
            String table,
            String column,
            boolean added,
            String before,
            String after,
            @Nullable String parent) {}

    private static final TableName NOW = new TableName("", "");
    /** Marks the keys of a table that was dropped, so that they differ from those of another table that takes its name. */
    private static final TableName FORMER = new TableName("", "former");

    private final PipelineConfig config;
    private final Tables beforeTables;
    private final Tables afterTables;
    private final BinlogPosition before;
    private final BinlogPosition place;

    /**
     * @param place the place of the statement in the binlog
     * @param target the target's tables before the statement
     */
    public ChangedMeanings(
            PipelineConfig config,
            TableVersions definitions,
            Collection<TableDefinition> target,
            BinlogPosition place) {
        this.config = config;
        this.place = place;
        this.before = new BinlogPosition(place.file(), place.position() - 1);
        this.beforeTables = Tables.of(definitions.at(before), target, definitions, before);
        this.afterTables = Tables.of(definitions.at(place), target, definitions, place);
    }

    /**
     * Finds the changed columns of all tables.
     *
     * @param origins the former names of the tables that the statement renamed, by their new names
     * @param columns the origins of the columns of each table, by the name of the table before the statement
     */
    public List<Change> of(Map<TableName, TableName> origins, Map<TableName, ColumnOrigins> columns) {
        KeyMeanings meant = new KeyMeanings(config, beforeTables, (table, names) -> space(table.name(), origins));
        KeyMeanings means = new KeyMeanings(config, afterTables, (table, names) -> space(table.name()));
        List<Change> changes = new ArrayList<>();
        for (TableName after : afterTables.source().keySet()) {
            TableName origin = origins.getOrDefault(after, after);
            find(origin, meant, after, means, columns.getOrDefault(origin, ColumnOrigins.SAME), changes);
        }
        return changes;
    }

    /**
     * The definitions after the statement that have to be checked: those that come with a part of it, and those of the tables that it
     * renames, which may come with later parts.
     */
    public List<TableDefinition> definitionsAfter(Collection<TableDefinition> definitions, Set<TableName> renamed) {
        Set<TableName> there = definitions.stream().map(TableDefinition::name).collect(Collectors.toSet());
        List<TableDefinition> all = new ArrayList<>(definitions);
        renamed.stream()
                .filter(table -> !there.contains(table))
                .flatMap(table -> Optional.ofNullable(afterTables.source().get(table)).stream())
                .forEach(all::add);
        return all;
    }

    /** Finds what the target has made of values that the statement changes. */
    public ChangedValues values() {
        return new ChangedValues(config, beforeTables, tablesBefore());
    }

    /** Finds the tables whose rows from before the statement would be mapped in another way after it. */
    public LateRows lateRows() {
        return new LateRows(tablesBefore());
    }

    public TablesBefore tablesBefore() {
        return new TablesBefore(config, beforeTables);
    }

    /**
     * The key space of a table before the statement. It is that of the same rows after the statement, under the name that their table has
     * then. A name that no table had yet means the table that gets it.
     */
    private KeySpace space(TableName table, Map<TableName, TableName> origins) {
        for (Map.Entry<TableName, TableName> renamed : origins.entrySet()) {
            if (renamed.getValue().equals(table)) {
                return space(renamed.getKey());
            }
        }
        boolean isFormer = origins.containsKey(table) && beforeTables.history().wasThere(table, before);
        return new KeySpace(table, isFormer ? FORMER : NOW, "", false, BigInteger.ZERO, false);
    }

    private static KeySpace space(TableName table) {
        return new KeySpace(table, NOW, "", false, BigInteger.ZERO, false);
    }

    private void find(
            TableName origin,
            KeyMeanings meant,
            TableName name,
            KeyMeanings means,
            ColumnOrigins columns,
            List<Change> changes) {
        boolean isThere = afterTables.history().isThereAt(name, place)
                && PipelineTables.captures(config, name)
                && PipelineTables.captures(config, origin)
                && beforeTables.history().isThereAt(origin, before);
        if (!isThere) {
            return;
        }
        TableDefinition old = beforeTables.sourceTable(origin);
        TableDefinition after = afterTables.sourceTable(name);
        for (ColumnDefinition column : after.columns()) {
            Optional<KeyMeaning> now = meaning(means, after, column.name());
            Optional<String> from = columns.before(column.name());
            if (now.isPresent() && from.isPresent() && old.column(from.get()).isPresent()) {
                meaning(meant, old, from.get())
                        .filter(then -> !isSame(then, now.get(), columns))
                        .ifPresent(then -> add(old, after, from.get(), column.name(), then, now.get(), changes));
            } else if (columns.isFilled(column.name())
                    && !now.orElse(KeyMeaning.PLAIN).equals(KeyMeaning.PLAIN)) {
                add(old, after, column.name(), column.name(), KeyMeaning.PLAIN, now.orElseThrow(), changes);
            }
        }
    }

    /**
     * The meaning of a column; empty if it is not certain: rows of such a table are not applied either. A rejected reference counts as
     * plain, since it is never written.
     */
    private static Optional<KeyMeaning> meaning(KeyMeanings meanings, TableDefinition table, String column) {
        try {
            KeyMeaning meaning = meanings.of(table, column);
            return Optional.of(meaning instanceof KeyMeaning.Rejected ? KeyMeaning.PLAIN : meaning);
        } catch (MappingException | UnknownTableException e) {
            return Optional.empty();
        }
    }

    /** Whether two meanings are the same, if the column that names the table may have got another name. */
    private static boolean isSame(KeyMeaning then, KeyMeaning now, ColumnOrigins columns) {
        return then.equals(now)
                || then instanceof KeyMeaning.Polymorphic was
                        && now instanceof KeyMeaning.Polymorphic is
                        && columns.before(is.by())
                                .filter(was.by()::equalsIgnoreCase)
                                .isPresent()
                        && was.equals(is.by(was.by()));
    }

    private void add(
            TableDefinition old,
            TableDefinition after,
            String from,
            String to,
            KeyMeaning then,
            KeyMeaning now,
            List<Change> changes) {
        boolean isAdded = old.column(from).isEmpty();
        for (TableConfig target : config.table(old.name().table()).targets()) {
            MappedNames names = new MappedNames(old.name(), target);
            ColumnRule rule = names.rule(from);
            if (rule.isWritten() && !rule.isMade()) {
                String table = beforeTables
                        .targetTable(names.tableOnTarget())
                        .map(there -> there.name().table())
                        .orElse(names.tableOnTarget());
                changes.add(new Change(
                        old.name(),
                        table,
                        names.onTarget(from),
                        isAdded,
                        words(then),
                        words(now),
                        newParent(old, after, from, to)));
            }
        }
    }

    private String words(KeyMeaning meaning) {
        if (meaning instanceof KeyMeaning.NewKey key) {
            TableName table = key.space().source();
            if (key.space().target().equals(FORMER)) {
                return "the new keys of the table that was " + table + " before";
            }
            String gone =
                    afterTables.history().isThereAt(table, place) ? "" : ", a table that the source does not have";
            return "the new keys of " + table + gone;
        } else if (meaning instanceof KeyMeaning.Shifted shifted) {
            return "the source's keys, moved by " + shifted.by();
        } else if (meaning instanceof KeyMeaning.Nulled) {
            return "NULL, since the table that they refer to is not captured";
        }
        return meaning.equals(KeyMeaning.PLAIN)
                ? "the source's values"
                : "keys of a table that another column or a path names";
    }

    private @Nullable String newParent(TableDefinition old, TableDefinition after, String from, String to) {
        List<String> names = old.foreignKeys().stream().map(ForeignKey::name).toList();
        return after.foreignKeys().stream()
                .filter(key -> !key.dropped() && key.columns().contains(to) && !names.contains(key.name()))
                .findFirst()
                .map(key -> MappedNames.of(config, key.parent()).tableOnTarget())
                .orElse(null);
    }
}
