package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.catalog.PipelineTables;
import io.dataflowsync.contract.config.ColumnRule;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.config.TableConfig;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
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
 * Finds the columns whose values mean something else as keys behind a statement than before it: a plain column that becomes a reference,
 * a reference that is led to another table. Rows of before have values of the one kind on the target, and those that follow have the other.
 */
public final class ChangedMeanings {

    /**
     * A column that has values of another kind behind a statement.
     *
     * @param source the source's table, as it is called before the statement
     * @param table the target's table, as it is called before the statement
     * @param column the target's column, as it is called before the statement; a new one as behind it
     * @param added whether the column is new, and the rows that are there get its default
     * @param before what its values are, in words
     * @param behind what they are behind the statement
     * @param parent the target's table that a foreign key on the column refers to, which the statement makes; null where it makes none
     */
    public record Change(
            TableName source,
            String table,
            String column,
            boolean added,
            String before,
            String behind,
            @Nullable String parent) {}

    private static final TableName NOW = new TableName("", "");
    /** Tells the keys of a table that was dropped from those of another one that takes its name. */
    private static final TableName FORMER = new TableName("", "former");

    private final PipelineConfig config;
    private final Tables beforeTables;
    private final Tables behindTables;
    private final BinlogPosition before;
    private final BinlogPosition place;

    /**
     * @param place of the statement
     * @param target the target's tables before it
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
        this.behindTables = Tables.of(definitions.at(place), target, definitions, place);
    }

    /**
     * The columns of all tables.
     *
     * @param origins the name before the statement of a table that it gave another one, by the name behind it
     * @param columns where the columns of a table come from, by its name before the statement
     */
    public List<Change> of(Map<TableName, TableName> origins, Map<TableName, ColumnOrigins> columns) {
        KeyMeanings meant = new KeyMeanings(config, beforeTables, (table, names) -> space(table.name(), origins));
        KeyMeanings means = new KeyMeanings(config, behindTables, (table, names) -> space(table.name()));
        List<Change> changes = new ArrayList<>();
        for (TableName behind : behindTables.source().keySet()) {
            TableName origin = origins.getOrDefault(behind, behind);
            find(origin, meant, behind, means, columns.getOrDefault(origin, ColumnOrigins.SAME), changes);
        }
        return changes;
    }

    /**
     * The tables behind the statement that have to be looked at: those that come with a part of it, and those that it gives other names,
     * which may come with later parts.
     */
    public List<TableDefinition> behind(Collection<TableDefinition> told, Set<TableName> renamed) {
        Set<TableName> there = told.stream().map(TableDefinition::name).collect(Collectors.toSet());
        List<TableDefinition> behind = new ArrayList<>(told);
        renamed.stream()
                .filter(table -> !there.contains(table))
                .flatMap(table -> Optional.ofNullable(behindTables.source().get(table)).stream())
                .forEach(behind::add);
        return behind;
    }

    /** What is made of values that the statement changes. */
    public ChangedValues values() {
        return new ChangedValues(config, beforeTables, tablesBefore());
    }

    /** The tables whose rows of before come out otherwise behind it. */
    public LateRows lateRows() {
        return new LateRows(tablesBefore());
    }

    public TablesBefore tablesBefore() {
        return new TablesBefore(config, beforeTables);
    }

    /**
     * The keys of a table of before the statement, which are those of the same rows behind it, whatever their table is called there. A name
     * that nobody had yet means the table that gets it.
     */
    private KeySpace space(TableName table, Map<TableName, TableName> origins) {
        for (Map.Entry<TableName, TableName> renamed : origins.entrySet()) {
            if (renamed.getValue().equals(table)) {
                return space(renamed.getKey());
            }
        }
        boolean isFormer = origins.containsKey(table) && beforeTables.history().wasThere(table, before);
        return new KeySpace(table, isFormer ? FORMER : NOW, "", false, BigInteger.ZERO);
    }

    private static KeySpace space(TableName table) {
        return new KeySpace(table, NOW, "", false, BigInteger.ZERO);
    }

    private void find(
            TableName origin,
            KeyMeanings meant,
            TableName name,
            KeyMeanings means,
            ColumnOrigins columns,
            List<Change> changes) {
        boolean isThere = behindTables.history().isThereAt(name, place)
                && PipelineTables.captures(config, name)
                && PipelineTables.captures(config, origin)
                && beforeTables.history().isThereAt(origin, before);
        if (!isThere) {
            return;
        }
        TableDefinition old = beforeTables.sourceTable(origin);
        TableDefinition behind = behindTables.sourceTable(name);
        for (ColumnDefinition column : behind.columns()) {
            Optional<KeyMeaning> now = meaning(means, behind, column.name());
            Optional<String> from = columns.before(column.name());
            if (now.isPresent() && from.isPresent() && old.column(from.get()).isPresent()) {
                meaning(meant, old, from.get())
                        .filter(then -> !isSame(then, now.get(), columns))
                        .ifPresent(then -> add(old, behind, from.get(), column.name(), then, now.get(), changes));
            } else if (columns.isFilled(column.name())
                    && !now.orElse(KeyMeaning.PLAIN).equals(KeyMeaning.PLAIN)) {
                add(old, behind, column.name(), column.name(), KeyMeaning.PLAIN, now.orElseThrow(), changes);
            }
        }
    }

    /** Empty where it cannot be said: rows of such a table are not applied either. What is rejected is never written. */
    private static Optional<KeyMeaning> meaning(KeyMeanings meanings, TableDefinition table, String column) {
        try {
            KeyMeaning meaning = meanings.of(table, column);
            return Optional.of(meaning instanceof KeyMeaning.Rejected ? KeyMeaning.PLAIN : meaning);
        } catch (MappingException | UnknownTableException e) {
            return Optional.empty();
        }
    }

    /** What tells a column what it refers to may have got another name. */
    private static boolean isSame(KeyMeaning then, KeyMeaning now, ColumnOrigins columns) {
        return then.equals(now)
                || then instanceof KeyMeaning.Told told
                        && now instanceof KeyMeaning.Told tells
                        && columns.before(tells.by())
                                .filter(told.by()::equalsIgnoreCase)
                                .isPresent()
                        && told.equals(tells.by(told.by()));
    }

    private void add(
            TableDefinition old,
            TableDefinition behind,
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
                        newParent(old, behind, from, to)));
            }
        }
    }

    private String words(KeyMeaning meaning) {
        if (meaning instanceof KeyMeaning.NewKey key) {
            TableName table = key.space().source();
            if (key.space().target().equals(FORMER)) {
                return "the new keys of the table that was " + table + " before";
            }
            String gone = behindTables.history().isThereAt(table, place) ? "" : ", a table that the source has not";
            return "the new keys of " + table + gone;
        } else if (meaning instanceof KeyMeaning.Shifted shifted) {
            return "the source's keys, moved by " + shifted.by();
        } else if (meaning instanceof KeyMeaning.Nulled) {
            return "NULL, since nobody captures what they refer to";
        }
        return meaning.equals(KeyMeaning.PLAIN) ? "the source's values" : "keys that another column or a path tells";
    }

    private @Nullable String newParent(TableDefinition old, TableDefinition behind, String from, String to) {
        List<String> names = old.foreignKeys().stream().map(ForeignKey::name).toList();
        return behind.foreignKeys().stream()
                .filter(key -> !key.dropped() && key.columns().contains(to) && !names.contains(key.name()))
                .findFirst()
                .map(key -> MappedNames.of(config, key.parent()).tableOnTarget())
                .orElse(null);
    }
}
