package io.dataflowsync.monitor.page;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A column before and after a change.
 *
 * @param key whether the column belongs to the row's key
 * @param before null if there was no row
 * @param after null if there is no row any more
 */
public record ColumnChange(
        String column,
        boolean key,
        @Nullable Shown before,
        @Nullable Shown after) {
    private static final EventCodec CODEC = new EventCodec();
    private static final int MOST_CHARACTERS = 2_000;

    /**
     * @param text the value as text, cut if it is long; null is SQL's NULL
     * @param kind {@code number}, {@code text}, {@code binary}, {@code null}, or {@code long} for a text that was cut
     */
    public record Shown(@Nullable String text, String kind) {}

    public boolean isChanged() {
        return !Objects.equals(before, after);
    }

    /** The columns of an event's row; none if the event has no row, or its form is not known here. */
    static List<ColumnChange> of(String json) {
        try {
            ChangeEvent event = CODEC.decode(json.getBytes(StandardCharsets.UTF_8));
            return event instanceof ChangeEvent.RowChange change ? of(change) : List.of();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    private static List<ColumnChange> of(ChangeEvent.RowChange change) {
        Row before = change.before();
        Row after = change.after();
        Set<String> columns = new LinkedHashSet<>();
        if (after != null) {
            columns.addAll(after.columns());
        }
        if (before != null) {
            columns.addAll(before.columns());
        }
        List<ColumnChange> changes = new ArrayList<>();
        for (String column : columns) {
            changes.add(
                    new ColumnChange(column, change.key().has(column), shown(before, column), shown(after, column)));
        }
        return changes;
    }

    private static @Nullable Shown shown(@Nullable Row row, String column) {
        if (row == null || !row.has(column)) {
            return null;
        }
        Object value = row.get(column);
        if (value == null) {
            return new Shown(null, "null");
        }
        String text = value.toString();
        if (text.length() > MOST_CHARACTERS) {
            return new Shown(text.substring(0, MOST_CHARACTERS) + "…", "long");
        }
        return new Shown(text, value instanceof Number ? "number" : value instanceof String ? "text" : "binary");
    }
}
