package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.ChangeEvent.Update;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ReferredKey;
import io.dataflowsync.dpu.mapping.ReferredKeys;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.mapping.TablePlan.ParentKey;
import io.dataflowsync.dpu.plan.AffectedRows.Effect;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the rows of the source that an event is about, and the rows that it makes its row refer to. */
public final class AffectedRowsFinder {
    private AffectedRowsFinder() {}

    /** Returns only the event's own rows. Used where the table is not known, or lacks something on the target. */
    static AffectedRows ofUnknown(@Nullable ChangeEvent event) {
        if (event instanceof RowChange change) {
            return new AffectedRows(ownRows(change), List.of(), List.of(), Set.of(), effect(change));
        }
        if (event instanceof ChangeEvent.Truncate truncate) {
            return new AffectedRows(List.of(), List.of(), List.of(), Set.of(truncate.table()), Effect.REMOVES);
        }
        return AffectedRows.NOTHING;
    }

    /** Returns the affected rows of a change that is not applied although the plan of its table is known. */
    static AffectedRows ofFailed(RowChange change, TableContext context) {
        AffectedRows affected = ofUnknown(change);
        for (TableContext target : context.all()) {
            affected = with(affected, change, target);
        }
        return affected;
    }

    /** Returns the rows of the source that a change is about, and no others. */
    public static AffectedRows ofOwn(RowChange change) {
        return new AffectedRows(ownRows(change), List.of(), List.of(), Set.of(), Effect.NONE);
    }

    /**
     * Adds the rows that the change makes its row refer to on a target.
     *
     * @param affected the rows that were found so far
     * @param seen the change as the target sees it
     */
    public static AffectedRows with(AffectedRows affected, RowChange seen, TableContext context) {
        Set<RowName> parents = new LinkedHashSet<>(affected.parents());
        context.mapper().addNeeds(seen, (space, key) -> parents.add(new RowName(space.source(), key)));
        Set<RowName> left = new LinkedHashSet<>(affected.left());
        for (ParentKey reference : context.plan().references().parents()) {
            RowName before = parent(reference, seen.before());
            RowName after = parent(reference, seen.after());
            if (before != null) {
                left.add(before);
            } else if (isUnknown(reference, seen)) {
                left.add(RowName.any(reference.parent()));
            }
            if (after != null && !after.equals(before)) {
                parents.add(after);
            }
            if (before != null && context.plan().findsBy(reference)) {
                // If a held event changes the parent's key, the row cannot be found by the new key yet.
                parents.add(before);
            }
        }
        AffectedKeys keys = keys(seen, context.plan());
        if (seen.origin().unchecked().foreignKeys()) {
            // The change does not wait for its parents. A parent that is deleted still waits for the change.
            left.addAll(parents);
            parents.clear();
            keys = keys.unchecked();
        }
        affected.rows().forEach(parents::remove);
        affected.rows().forEach(left::remove);
        return new AffectedRows(
                affected.rows(),
                List.copyOf(parents),
                List.copyOf(left),
                Set.of(),
                affected.effect().and(effect(seen)),
                affected.keys().and(keys));
    }

    private static AffectedKeys keys(RowChange seen, TablePlan plan) {
        ReferredKeys keys = plan.references().keys();
        if (keys.isEmpty()) {
            return AffectedKeys.NONE;
        }
        Set<RowName> givenUp = new LinkedHashSet<>();
        Set<RowName> taken = new LinkedHashSet<>();
        Set<RowName> left = new LinkedHashSet<>();
        Set<RowName> needed = new LinkedHashSet<>();
        keys.addOwn(seen, (table, key) -> givenUp.add(key(table, key)), (table, key) -> taken.add(key(table, key)));
        keys.addReferences(
                seen,
                plan::findsBy,
                (table, key) -> left.add(key(table, key)),
                (table, key) -> needed.add(key(table, key)));
        return new AffectedKeys(List.copyOf(givenUp), List.copyOf(taken), List.copyOf(left), List.copyOf(needed));
    }

    private static RowName key(TableName table, String key) {
        return key.equals(ReferredKey.ANY) ? RowName.any(table) : new RowName(table, key);
    }

    /** Whether the change does not say which row its row referred to before. */
    private static boolean isUnknown(ParentKey reference, RowChange change) {
        Row before = change.before();
        return before != null && !before.columns().containsAll(reference.columns());
    }

    private static @Nullable RowName parent(ParentKey reference, @Nullable Row row) {
        if (row == null || reference.columns().stream().anyMatch(column -> row.get(column) == null)) {
            return null;
        }
        Map<String, @Nullable Object> key = new LinkedHashMap<>();
        reference.columns().forEach(column -> key.put(column, row.get(column)));
        return new RowName(reference.parent(), Objects.requireNonNull(LoggedKey.of(Row.of(key))));
    }

    private static List<RowName> ownRows(RowChange change) {
        List<RowName> rows = new ArrayList<>();
        if (change.key().isEmpty()) {
            addImage(change.table(), change.before(), rows);
            addImage(change.table(), change.after(), rows);
            return rows;
        }
        if (change instanceof Update update && update.changesKey()) {
            rows.add(name(update.table(), update.oldKey()));
        }
        rows.add(name(change.table(), change.key()));
        return rows;
    }

    private static RowName name(TableName table, Row key) {
        return new RowName(table, Objects.requireNonNull(LoggedKey.of(key)));
    }

    private static void addImage(TableName table, @Nullable Row image, List<RowName> rows) {
        if (image != null) {
            rows.add(new RowName(table, digest(image.toString())));
        }
    }

    /** Returns the effect on the rows that refer to the changed row. An update that keeps the key has none. */
    private static Effect effect(RowChange change) {
        if (change instanceof Insert) {
            return Effect.BRINGS;
        }
        return change instanceof Update update && !update.changesKey() ? Effect.NONE : Effect.REMOVES;
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
