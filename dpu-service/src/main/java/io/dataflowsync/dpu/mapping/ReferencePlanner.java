package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.ZeroDates;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the rows that the rows of a table refer to by foreign keys, and the keys by which other tables refer to its own rows. */
final class ReferencePlanner {
    private final PipelineConfig config;
    private final Tables tables;

    ReferencePlanner(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    /**
     * A reference of a row to another row.
     *
     * @param columns the columns of the row; null for a column that only a row in between has
     * @param key the last foreign key on the way
     */
    private record Reference(
            TableDefinition table,
            List<@Nullable String> columns,
            TableDefinition child,
            ForeignKey key,
            TableDefinition parent,
            List<String> parentColumns) {}

    /** The rows that foreign keys refer to by their primary key. */
    List<TablePlan.ParentKey> parents(TableDefinition table) {
        List<TablePlan.ParentKey> parents = new ArrayList<>();
        for (Reference reference : references(table)) {
            List<String> key = reference.parent().primaryKey();
            if (isPrimary(reference.parent(), reference.parentColumns())
                    && reference.columns().stream().allMatch(Objects::nonNull)) {
                parents.add(new TablePlan.ParentKey(
                        key.stream()
                                .map(reference.parentColumns()::indexOf)
                                .map(reference.columns()::get)
                                .map(Objects::requireNonNull)
                                .toList(),
                        reference.parent().name()));
            }
        }
        return parents.stream().distinct().toList();
    }

    /** The keys of all foreign keys that {@link #parents} does not find with certainty. */
    ReferredKeys keys(TableDefinition table) {
        Set<ReferredKey> own = new LinkedHashSet<>();
        for (TableDefinition child : tables.referring(table.name())) {
            for (ForeignKey key : child.foreignKeys()) {
                if (key.parent().equals(table.name()) && !isExact(child, key, table)) {
                    own.add(new ReferredKey(
                            table.name(),
                            parentColumns(key, table).stream()
                                    .map(column -> ownPart(table, column))
                                    .toList()));
                }
            }
        }
        Set<ReferredKey> references = new LinkedHashSet<>();
        for (Reference reference : references(table)) {
            if (!isExact(reference.child(), reference.key(), reference.parent())) {
                references.add(new ReferredKey(
                        reference.parent().name(),
                        IntStream.range(0, reference.columns().size())
                                .mapToObj(place -> part(reference, place))
                                .toList()));
            }
        }
        return new ReferredKeys(List.copyOf(own), List.copyOf(references), alongWith(table.name()));
    }

    private List<TableName> alongWith(TableName root) {
        Set<TableName> reached = new LinkedHashSet<>();
        List<TableName> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            TableName parent = open.remove(0);
            for (TableDefinition child : tables.referring(parent)) {
                if (cascades(child, parent) && reached.add(child.name())) {
                    open.add(child.name());
                }
            }
        }
        return reached.stream().filter(this::isReferredTo).toList();
    }

    private static boolean cascades(TableDefinition child, TableName parent) {
        return child.foreignKeys().stream()
                .anyMatch(key -> key.parent().equals(parent) && key.onDelete() == Rule.CASCADE);
    }

    /** Whether foreign keys refer to the table by keys that {@link #parents} does not find with certainty. */
    private boolean isReferredTo(TableName name) {
        TableDefinition table = tables.source().get(name);
        return tables.referring(name).stream().anyMatch(child -> child.foreignKeys().stream()
                .anyMatch(key -> key.parent().equals(name) && (table == null || !isExact(child, key, table))));
    }

    private List<Reference> references(TableDefinition table) {
        List<Reference> found = new ArrayList<>();
        for (ForeignKey key : table.foreignKeys()) {
            add(table, table, new ArrayList<>(key.columns()), key, new HashSet<>(), found);
        }
        return found;
    }

    /**
     * Adds a reference, and the references that the parent row has in the columns that are referred to. If such a key changes by a cascade
     * of the source, no event of the row in between shows it.
     */
    private void add(
            TableDefinition table,
            TableDefinition child,
            List<@Nullable String> columns,
            ForeignKey key,
            Set<Object> seen,
            List<Reference> found) {
        TableDefinition parent = tables.source().get(key.parent());
        if (parent == null || !isHeld(child, key) || !seen.add(List.of(child.name(), key, columns.toString()))) {
            return;
        }
        List<String> parentColumns = parentColumns(key, parent);
        found.add(new Reference(table, columns, child, key, parent, parentColumns));
        for (ForeignKey next : parent.foreignKeys()) {
            List<@Nullable String> taken = new ArrayList<>();
            for (String column : next.columns()) {
                int place = parentColumns.indexOf(column);
                taken.add(place < 0 ? null : columns.get(place));
            }
            if (next.acts() && taken.stream().anyMatch(Objects::nonNull)) {
                add(table, parent, taken, next, seen, found);
            }
        }
    }

    /** Whether a foreign key demands a parent row. One that the source has dropped does not, unless the target still has it. */
    private boolean isHeld(TableDefinition child, ForeignKey key) {
        if (!key.dropped()) {
            return true;
        }
        MappedNames names = MappedNames.of(config, child.name());
        List<String> columns = key.columns().stream().map(names::onTarget).toList();
        return tables.targetTable(names.tableOnTarget()).stream()
                .flatMap(target -> target.foreignKeys().stream())
                .anyMatch(there -> there.columns().equals(columns));
    }

    /** Whether the foreign key refers to the whole primary key, and all its columns are integers, which have only one notation. */
    private boolean isExact(TableDefinition child, ForeignKey key, TableDefinition parent) {
        List<String> columns = parentColumns(key, parent);
        return isPrimary(parent, columns)
                && columns.stream().allMatch(column -> isPlainInteger(parent, column))
                && key.columns().stream().allMatch(column -> isPlainInteger(child, column));
    }

    private static boolean isPrimary(TableDefinition parent, List<String> columns) {
        return columns.size() == parent.primaryKey().size() && columns.containsAll(parent.primaryKey());
    }

    private boolean isPlainInteger(TableDefinition table, String column) {
        return isAsInSource(table, column)
                && table.column(column).map(ColumnDefinition::isInteger).orElse(false);
    }

    /** The names on the topic of the columns that are referred to, as the parent spells them. */
    private List<String> parentColumns(ForeignKey key, TableDefinition parent) {
        MappedNames names = MappedNames.of(config, parent.name());
        return key.parentColumns().stream()
                .map(names::onTopic)
                .map(column -> parent.column(column).map(ColumnDefinition::name).orElse(column))
                .toList();
    }

    private ReferredKey.Part ownPart(TableDefinition table, String column) {
        Optional<ColumnDefinition> own = table.column(column);
        return isAsInSource(table, column) && own.isPresent()
                ? new ReferredKey.Part(own.get().name(), KeyComparison.of(own.get()))
                : new ReferredKey.Part(null, KeyComparison.UNKNOWN);
    }

    private ReferredKey.Part part(Reference reference, int place) {
        String column = reference.columns().get(place);
        Optional<ColumnDefinition> own =
                column == null ? Optional.empty() : reference.table().column(column);
        Optional<ColumnDefinition> referred =
                reference.parent().column(reference.parentColumns().get(place));
        if (own.isEmpty() || !isAsInSource(reference.table(), own.get().name())) {
            return new ReferredKey.Part(null, KeyComparison.UNKNOWN);
        }
        return new ReferredKey.Part(
                own.get().name(),
                referred.map(there -> KeyComparison.of(own.get(), there)).orElse(KeyComparison.UNKNOWN));
    }

    /** Whether the topic and the target have the value of the source, except for new keys. */
    private boolean isAsInSource(TableDefinition table, String column) {
        ColumnRule rule = MappedNames.of(config, table.name()).rule(column);
        return rule.write()
                && !rule.onTopic().drop()
                && rule.onTopic().mask().isEmpty()
                && !rule.isMade()
                && rule.values().convert().isEmpty()
                && rule.values().map().isEmpty()
                && rule.values().whenNull().isEmpty()
                && rule.values().zeroDates() instanceof ZeroDates.Keep;
    }
}
