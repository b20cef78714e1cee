package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.dpu.relationship.KnownKeys;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the keys of other tables that the target changes along with a row. */
public final class CascadedKeys {
    private static final Follows UNKNOWN = new Follows(null, null);

    private final TablePlan plan;
    private final ValueMapper values;
    private final Update update;
    private final KnownKeys keys;

    private CascadedKeys(TablePlan plan, Update update, KnownKeys keys) {
        this.plan = plan;
        this.values = new ValueMapper(plan);
        this.update = update;
        this.keys = keys;
    }

    /**
     * A change of the keys of other rows, by their columns.
     *
     * @param table the target's table
     * @param before the former values of the columns; a column that is not named may have had any value
     * @param after the values of the columns now; a column that is not named has kept its value
     */
    public record Moved(String table, Map<String, Object> before, Map<String, Object> after) {}

    /** @param before null if it is not known, or not needed */
    private record Follows(
            @Nullable Object before, @Nullable Object after) {
        boolean changes() {
            return after != null && !after.equals(before);
        }
    }

    /** Finds the keys that a change moves. A change without checked foreign keys moves none. */
    public static List<Moved> along(TablePlan plan, RowChange change, KnownKeys keys) {
        return plan.effects().cascaded().isEmpty()
                        || !(change instanceof Update update)
                        || update.origin().unchecked().foreignKeys()
                ? List.of()
                : new CascadedKeys(plan, update, keys).moved();
    }

    private List<Moved> moved() {
        List<Moved> moved = new ArrayList<>();
        for (CascadedKey key : plan.effects().cascaded()) {
            if (key.byKey() && !update.changesKey()) {
                continue;
            }
            Map<String, Object> before = new LinkedHashMap<>();
            Map<String, Object> after = new LinkedHashMap<>();
            boolean changes = false;
            for (Map.Entry<String, String> column : key.follows().entrySet()) {
                Follows follows = follows(column.getValue());
                put(column.getKey(), follows.before(), before);
                put(column.getKey(), follows.after(), after);
                changes |= follows.changes();
            }
            if (changes) {
                moved.add(new Moved(key.table().name().table(), before, after));
            }
        }
        return moved;
    }

    private static void put(String column, @Nullable Object value, Map<String, Object> values) {
        if (value != null) {
            values.put(column, value);
        }
    }

    private Follows follows(String target) {
        Optional<ColumnPlan> found = plan.columns().written().values().stream()
                .filter(column -> column.target().equalsIgnoreCase(target))
                .findFirst();
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        ColumnPlan column = found.get();
        String name = column.name();
        boolean stays = plan.isOwnKey(name) && !FieldMapper.movesKey(update)
                || !column.hasExpression() && (!update.after().has(name) || isSame(name));
        if (plan.key().columns().contains(name)) {
            Object before = values.map(column, update.before(), keys);
            return new Follows(before, stays ? before : values.map(column, update.after(), keys));
        }
        if (stays) {
            return UNKNOWN;
        }
        boolean isKnown = update.before().has(name) && !(column.meaning() instanceof KeyMeaning.NewKey);
        return new Follows(
                isKnown ? values.map(column, update.before(), keys) : null, values.map(column, update.after(), keys));
    }

    private boolean isSame(String name) {
        return update.before().has(name)
                && Objects.equals(update.before().get(name), update.after().get(name));
    }
}
