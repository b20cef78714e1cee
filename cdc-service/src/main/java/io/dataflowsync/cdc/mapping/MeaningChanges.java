package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides which statements change the meaning of a table's rows: its name, its key, or its references. For one thread.
 *
 * <p>Rows before such a statement must not be applied after rows that follow it, whichever lanes they are in. For example, the
 * rows of {@code a} before {@code RENAME TABLE a TO b, c TO a} and those after it are rows of two different tables.
 *
 * <p>Also, the statements of two tables that share a table of the target must keep their order. If that is not certain, a statement counts
 * as such a change: that costs the lanes a short wait.
 */
public final class MeaningChanges {
    /** Statements that change a table under its own name. */
    private static final Pattern IN_PLACE = Pattern.compile(
            "\\s*(ALTER\\s+(IGNORE\\s+)?TABLE|CREATE\\s+((UNIQUE|FULLTEXT|SPATIAL)\\s+)?INDEX|DROP\\s+INDEX)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * Words of a statement that may change a name, a key or a parent. They are searched for because the definitions before it may be
     * unknown after a start.
     */
    private static final Pattern MAY_CHANGE =
            Pattern.compile("\\b(RENAME|CHANGE|PRIMARY|FOREIGN)\\b", Pattern.CASE_INSENSITIVE);

    private final PipelineConfig config;
    private final Map<TableName, TableDefinition> known = new HashMap<>();

    public MeaningChanges(PipelineConfig config) {
        this.config = config;
    }

    /** Takes the tables as they are now. */
    public void learn(Collection<TableDefinition> tables) {
        tables.forEach(table -> known.put(table.name(), table));
    }

    /** Whether a statement changes the meaning of rows. Its tables are known as they are after it from now on. */
    public boolean areChangedBy(SchemaChange change) {
        boolean changed = !change.ghost().isSubject()
                && change.table() != null
                && (isShared(change.table())
                        || !IN_PLACE.matcher(change.statement().readable()).matches()
                        || MAY_CHANGE.matcher(change.statement().readable()).find()
                        || change.definitions().isEmpty()
                        || change.definitions().stream().anyMatch(this::isOther));
        learn(change.definitions());
        return changed;
    }

    /**
     * Whether rows of another table go to the same table of the target. What one statement does to that table depends on the statements of
     * the other: they must reach it in the source's order.
     */
    private boolean isShared(TableName table) {
        Set<String> targets = targets(table);
        return known.keySet().stream()
                .filter(other -> !other.equals(table))
                .anyMatch(other -> !Collections.disjoint(targets(other), targets));
    }

    private Set<String> targets(TableName table) {
        return config.targetsOf(List.of(table.table())).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private boolean isOther(TableDefinition after) {
        TableDefinition before = known.get(after.name());
        return before == null
                || !key(before).equals(key(after))
                || !before.foreignKeys().equals(after.foreignKeys());
    }

    private record KeyColumn(String name, String type) {}

    private static List<KeyColumn> key(TableDefinition table) {
        return table.primaryKey().stream()
                .map(name -> new KeyColumn(
                        name,
                        Optional.of(name)
                                .flatMap(table::column)
                                .map(ColumnDefinition::type)
                                .orElse("")))
                .toList();
    }
}
