package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.Delete;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.Operation;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.RowColumns;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Needs;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps the changes of one table of the source to changes of one table of the target. */
public final class FieldMapper {
    private final TablePlan plan;
    private final ValueMapper values;
    private final RowFilter filter;
    private final FilteredRows filtered;
    private final PartialRow partial;
    private final List<ColumnPlan> expressions;
    private final List<ColumnPlan> clocked;
    private final Row constants;
    private volatile @Nullable Projection lastProjection;

    public FieldMapper(TablePlan plan) {
        this.plan = plan;
        this.values = new ValueMapper(plan);
        this.partial = new PartialRow(plan);
        this.filter = new RowFilter(plan);
        this.filtered = new FilteredRows(plan, this);
        this.expressions = plan.columns().expressions();
        this.clocked = plan.clocked();
        this.constants = constants(plan);
    }

    /**
     * The change as the target sees it. The target may have only some of the rows; empty if the change is about none of them.
     *
     * @throws MappingException if that is not certain
     */
    public Optional<RowChange> seen(RowChange change) {
        partial.require(change);
        return filter.seen(change);
    }

    /** Adds the old key of a row whose relationship is needed if there is one. */
    public void addLook(RowChange change, KeyNeeds needs) {
        plan.key().newKeys().ifPresent(space -> needs.look(space, oldKey(imageOf(change))));
    }

    /** The image after a change; for a deleted row, the image before it. */
    static Row imageOf(RowChange change) {
        return change.after() == null ? Objects.requireNonNull(change.before()) : change.after();
    }

    /** The rows that the target does not see. */
    public FilteredRows filtered() {
        return filtered;
    }

    /** Adds the old keys whose new keys {@link #map} needs. */
    public void addNeeds(RowChange change, Needs needs) {
        Row before = change.before();
        Row after = change.after();
        if (change instanceof Insert insert) {
            plan.key().newKeys().ifPresent(space -> {
                if (mayBeThere(insert)) {
                    needs.addRow(space, oldKey(change.key()));
                } else {
                    needs.addFresh(space, oldKey(change.key()));
                }
            });
        }
        if (before != null) {
            for (String name : foundBy(before)) {
                addNeed(name, before, needs);
            }
        }
        if (after != null) {
            for (String name : after.columns()) {
                if (before == null || ((!plan.isOwnKey(name) || movesKey(change)) && differs(name, before, after))) {
                    addNeed(name, after, needs);
                }
            }
        }
    }

    void addNeed(String name, Row row, Needs needs) {
        ColumnPlan column = plan.columns().written().get(name);
        if (column != null) {
            values.addNeed(column, row, needs);
        }
    }

    /**
     * Maps a change to the tables, columns and values of the target.
     *
     * @throws MappingException if the change cannot be mapped
     */
    public MappedChange map(RowChange change, KnownKeys keys) {
        if (change instanceof Insert insert) {
            return newRow(insert, keys);
        }
        if (change instanceof Update update) {
            requireColumns(update.after());
            Row changed = changed(update, keys);
            Row kept = kept(update.after(), changed, keys);
            return new MappedChange.ChangedRow(
                    changed, found(update.before(), keys), isWhole(), kept, computed(update, changed));
        }
        boolean alone = plan.filter().isPresent()
                && plan.effects().cascades().isReferredTo()
                && change.origin().unchecked().foreignKeys();
        return new MappedChange.GoneRow(found(((Delete) change).before(), keys), isWhole(), alone);
    }

    /** The key of the row in the source: before the change, or after it if the row is new. Empty for a table without a key. */
    public Row sourceKey(RowChange change) {
        Row row = change.before() == null ? Objects.requireNonNull(change.after()) : change.before();
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        plan.key().columns().forEach(name -> key.put(name, row.get(name)));
        return Row.of(key);
    }

    /** The key of the row on the target: after the change, or before it if the row is deleted. Empty for a table without a key. */
    public Row targetKey(RowChange change, KnownKeys keys) {
        boolean keepsKey = plan.key().newKeys().isPresent() && change.before() != null && !movesKey(change);
        Row row = change.after() == null || keepsKey ? Objects.requireNonNull(change.before()) : change.after();
        return Row.of(project(plan.key().columns(), row, keys));
    }

    /** The key that the row has on the target before the change. */
    public Row leftKey(RowChange change, KnownKeys keys) {
        return Row.of(project(plan.key().columns(), Objects.requireNonNull(change.before()), keys));
    }

    /** Adds the old keys whose new keys {@link #match} needs. */
    public void addMatchNeeds(Insert insert, KeyNeeds needs) {
        for (String name : plan.key().adopt()) {
            plan.column(name).ifPresent(column -> values.addNeed(column, insert.after(), needs));
        }
    }

    /** The values, by target column, that a row on the target must have to be adopted as this row; empty if one of them is NULL. */
    public Optional<Row> match(Insert insert, KnownKeys keys) {
        Map<String, @Nullable Object> match = project(plan.key().adopt(), insert.after(), keys);
        return match.size() < plan.key().adopt().size() || match.containsValue(null)
                ? Optional.empty()
                : Optional.of(Row.of(match));
    }

    /** The key of a row on the target, with the constants of the table. Empty for a table without a key. */
    Row keyOf(Row row, KnownKeys keys) {
        return isWhole() ? Row.empty() : withConstants(project(plan.key().columns(), row, keys));
    }

    /**
     * The constants that all rows of the table have. They distinguish its rows from those of other tables that go to the same target table.
     */
    public Row constants() {
        return constants;
    }

    private static Row constants(TablePlan plan) {
        Map<String, @Nullable Object> constants = new LinkedHashMap<>();
        for (ColumnPlan column : plan.constants()) {
            Object value =
                    column.rule().values().constant().orElseThrow().value().orElse(null);
            constants.put(column.target(), ValueMapper.fitted(column, value));
        }
        return Row.of(constants);
    }

    /** A row's key by target column, together with the constants that all rows of the table have. */
    public Row withConstants(Row key) {
        return constants.isEmpty() ? key : withConstants(new LinkedHashMap<>(key.asMap()));
    }

    private Row withConstants(Map<String, @Nullable Object> found) {
        constants.forEach(found::put);
        return Row.of(found);
    }

    private MappedChange newRow(Insert insert, KnownKeys keys) {
        Row row = insert.after();
        requireColumns(row);
        Row mapped = projection(row.names()).of(row, column -> values.map(column, row, keys));
        boolean there = mayBeThere(insert)
                && plan.key()
                        .newKeys()
                        .map(space -> keys.get(space, oldKey(row)).isApplied())
                        .orElse(false);
        boolean adopted = !plan.key().adopt().isEmpty() && there;
        // A row that an earlier attempt has written has an applied relationship. Any other row with this new key is not
        // this row.
        boolean again = insert.operation() == Operation.SNAPSHOT
                && (there || plan.key().newKeys().isEmpty());
        boolean snapshot = again || adopted;
        return new MappedChange.NewRow(mapped, keyOf(row, keys), snapshot, snapshot && there, computed(row));
    }

    /** Whether the target may have the row already: by an earlier snapshot, or since it is the target's own row and adopted. */
    private boolean mayBeThere(Insert insert) {
        return insert.operation() == Operation.SNAPSHOT || !plan.key().adopt().isEmpty();
    }

    /** The source's values of the columns that the target computes from the same values. */
    private Row computed(Row row) {
        if (plan.columns().compared().isEmpty() || isWhole()) {
            return Row.empty();
        }
        Map<String, @Nullable Object> computed = new LinkedHashMap<>();
        plan.columns().compared().forEach((name, there) -> {
            if (row.has(name)) {
                computed.put(there, row.get(name));
            }
        });
        return Row.of(computed);
    }

    /** The same for an update. Empty if the row stays as it is on the target and the source's values of these columns stay, too. */
    private Row computed(Update update, Row changed) {
        Row after = computed(update.after());
        return changed.isEmpty() && after.equals(computed(update.before())) ? Row.empty() : after;
    }

    /**
     * The projection for the columns of a row. The last one is kept, since most rows of a table have the same columns as the row before.
     */
    private Projection projection(RowColumns columns) {
        Projection last = lastProjection;
        if (last == null || last.source() != columns) {
            last = Projection.of(plan, columns);
            lastProjection = last;
        }
        return last;
    }

    private Row changed(Update update, KnownKeys keys) {
        Row before = update.before();
        Row after = update.after();
        boolean moves = movesKey(update);
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        for (String name : after.columns()) {
            ColumnPlan column = plan.columns().written().get(name);
            if (column != null
                    && !column.hasExpression()
                    && (moves || !plan.isOwnKey(name))
                    && differs(name, before, after)) {
                Object value = values.mapped(column, after, keys);
                boolean isKey = !(column.meaning() instanceof KeyMeaning.Plain);
                if (isKey || !before.has(name) || !Objects.equals(value, values.mapped(column, before, keys))) {
                    changed.put(column.target(), ValueMapper.fitted(column, value));
                }
            }
        }
        for (ColumnPlan column : expressions) {
            Object value = values.mapped(column, after, keys);
            if (update.isPartial() || !Objects.equals(value, values.mapped(column, before, keys))) {
                changed.put(column.target(), ValueMapper.fitted(column, value));
            }
        }
        return Row.of(changed);
    }

    /**
     * Whether an update of the key in the source gives the row another new key on the target.
     *
     * <p>Normally the row keeps its new key: rows that refer to it follow by the source's own foreign keys, which the binlog does not
     * contain. If the foreign keys were not checked, or if columns without a foreign key refer to the row, no row follows. Then rows that
     * refer to the changed key mean this row from now on, and rows that refer to its former key refer to no row.
     */
    public static boolean movesKey(RowChange change) {
        return change instanceof Update update
                && update.changesKey()
                && (update.unfollowed() || update.origin().unchecked().foreignKeys());
    }

    /** Whether the source's key of the row changes, and the row keeps its new key. */
    public static boolean keepsChangedKey(RowChange change) {
        return change instanceof Update update && update.changesKey() && !movesKey(change);
    }

    /** The columns that the target's clock would change if the UPDATE did not name them, without those that are among the changed ones. */
    private Row kept(Row after, Row changed, KnownKeys keys) {
        if (clocked.isEmpty()) {
            return Row.empty();
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (ColumnPlan column : clocked) {
            boolean known = column.rule().isMade() || after.has(column.name());
            if (known && !changed.has(column.target())) {
                kept.put(column.target(), values.map(column, after, keys));
            }
        }
        return Row.of(kept);
    }

    private Row found(Row before, KnownKeys keys) {
        Map<String, @Nullable Object> found = project(foundBy(before), before, keys);
        if (isWhole()) {
            plan.exactExpressions().forEach(column -> found.put(column.target(), values.map(column, before, keys)));
        }
        return withConstants(found);
    }

    private Map<String, @Nullable Object> project(Collection<String> names, Row row, KnownKeys keys) {
        Map<String, @Nullable Object> projected = new LinkedHashMap<>();
        for (String name : names) {
            ColumnPlan column = isWhole()
                    ? plan.columns().written().get(name)
                    : plan.finding(name).orElse(null);
            if (column != null) {
                projected.put(column.target(), values.map(column, row, keys));
            }
        }
        return projected;
    }

    private Collection<String> foundBy(Row before) {
        return isWhole() ? before.columns() : plan.key().columns();
    }

    private boolean isWhole() {
        return plan.key().isWholeRow();
    }

    /**
     * Whether the value of a column differs. It also differs if the column that names its table differs. A value that the image before
     * lacks may differ.
     */
    private boolean differs(String name, Row before, Row after) {
        if (isOther(name, before, after)) {
            return true;
        }
        ColumnPlan column = plan.columns().written().get(name);
        return column != null
                && column.meaning() instanceof KeyMeaning.Polymorphic polymorphic
                && isOther(polymorphic.by(), before, after);
    }

    private static boolean isOther(String name, Row before, Row after) {
        Object value = after.get(name);
        return !Objects.equals(before.get(name), value) || value == null && !before.has(name);
    }

    private void requireColumns(Row row) {
        for (String name : row.columns()) {
            if (!plan.columns().written().containsKey(name)
                    && !plan.columns().unwritten().contains(name)) {
                throw new MappingException(
                        ErrorCode.NO_TARGET_COLUMN,
                        "the target's table " + plan.target().name() + " has no column for " + plan.source() + "."
                                + name + ": "
                                + plan.columns().missing().getOrDefault(name, TablePlanner.ADD_COLUMN));
            }
        }
    }

    String oldKey(Row row) {
        return String.valueOf(row.get(plan.key().columns().get(0)));
    }
}
