package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
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
 * Tells which statements change what the rows of a table mean: the table's name, its key, what it refers to. Rows of before such a
 * statement must not be applied after rows of behind it, in whichever lanes they are; nor may a statement come before that of another table
 * which is one with it on the target. Where that is not certain, a statement counts as one: it costs the lanes a short wait. For one thread.
 */
public final class MeaningChanges {
    /** What changes a table where it is. */
    private static final Pattern IN_PLACE = Pattern.compile(
            "\\s*(ALTER\\s+(IGNORE\\s+)?TABLE|CREATE\\s+((UNIQUE|FULLTEXT|SPATIAL)\\s+)?INDEX|DROP\\s+INDEX)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** What may give something another name, key or parent; the definitions of before may not be known after a start. */
    private static final Pattern MAY_CHANGE =
            Pattern.compile("\\b(RENAME|CHANGE|PRIMARY|FOREIGN)\\b", Pattern.CASE_INSENSITIVE);

    private final PipelineConfig config;
    private final Map<TableName, TableDefinition> known = new HashMap<>();

    public MeaningChanges(PipelineConfig config) {
        this.config = config;
    }

    /** The tables are such by now. */
    public void learn(Collection<TableDefinition> tables) {
        tables.forEach(table -> known.put(table.name(), table));
    }

    /** Whether a statement changes what rows mean; its tables are known as they are behind it from now on. */
    public boolean areChangedBy(SchemaChange change) {
        boolean changed = !change.ofGhost()
                && change.table() != null
                && (isShared(change.table())
                        || !IN_PLACE.matcher(change.statement()).matches()
                        || MAY_CHANGE.matcher(change.statement()).find()
                        || change.definitions().isEmpty()
                        || change.definitions().stream().anyMatch(this::isOther));
        learn(change.definitions());
        return changed;
    }

    /**
     * Whether rows of another table go to the target's table of this one, too. What is done to that for the one depends on what was done for
     * the other: their statements must come to it in the source's order.
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

    private boolean isOther(TableDefinition behind) {
        TableDefinition before = known.get(behind.name());
        return before == null
                || !key(before).equals(key(behind))
                || !before.foreignKeys().equals(behind.foreignKeys());
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
