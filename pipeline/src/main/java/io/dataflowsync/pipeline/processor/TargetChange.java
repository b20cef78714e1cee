package io.dataflowsync.pipeline.processor;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a row on its way to one target, which a processor may modify. Values are of the types that a {@link Row} holds;
 * {@code Integer}, {@code Boolean} and {@code BigDecimal} are accepted too. Not thread-safe.
 */
public final class TargetChange {
    private final Subject subject;
    private final Map<String, @Nullable Object> values;
    private final List<Addition> additions = new ArrayList<>();
    private boolean dropped;

    /**
     * Creates a change; the subject says whether it is an insert, update or delete.
     *
     * @param values the values to write, by target column: all of a new row, those that differ of a changed row, none of a deleted row
     */
    public TargetChange(Subject subject, Row values) {
        this.subject = subject;
        this.values = new LinkedHashMap<>(values.asMap());
    }

    /** The effect on the row of the target. */
    public enum Kind {
        NEW,
        CHANGED,
        GONE
    }

    /**
     * The row that a change is about.
     *
     * @param eventId the event's id, unique and the same in each call
     * @param source the source's table
     * @param target the target's table
     * @param key the row's key on the target, with its new key; empty for a table without one
     * @param before the source's row as it was, by the columns on the topic, with its old keys; null for a new row
     * @param after the source's row as it is; null for a deleted row
     */
    public record Subject(
            Kind kind,
            String eventId,
            TableName source,
            String target,
            Row key,
            @Nullable Row before,
            @Nullable Row after) {}

    /**
     * A row of another table of the target.
     *
     * @param values the values that it must have in addition to its key; null if the row must not exist
     */
    public record Addition(String table, Row key, @Nullable Row values) {}

    public Subject subject() {
        return subject;
    }

    public Kind kind() {
        return subject.kind();
    }

    /** Returns the source's row after the change, or before it for a deleted row. */
    public Row row() {
        return subject.after() == null ? Objects.requireNonNull(subject.before()) : subject.after();
    }

    /** Returns the values to write, by target column. */
    public Row values() {
        return Row.of(values);
    }

    /** Sets another value, or the value of an additional column. The columns of the row's key cannot be set. */
    public TargetChange set(String column, @Nullable Object value) {
        if (kind() == Kind.GONE) {
            throw new IllegalStateException("the row is gone, so " + column + " cannot be written");
        }
        if (subject.key().has(column)) {
            throw new IllegalArgumentException(column + " belongs to the row's key, which cannot change");
        }
        values.put(column, RowValues.value(column, value));
        return this;
    }

    /** Leaves a column out of the write. */
    public TargetChange leave(String column) {
        if (subject.key().has(column)) {
            throw new IllegalArgumentException(column + " belongs to the row's key, which cannot change");
        }
        values.remove(column);
        return this;
    }

    /**
     * Drops the change of the row; the rows of other tables are still written. A processor that drops a new row has to drop its later
     * changes too.
     */
    public TargetChange drop() {
        dropped = true;
        return this;
    }

    /** Inserts or updates the row of this key in another table of the target. */
    public TargetChange put(String table, Map<String, ?> key, Map<String, ? extends @Nullable Object> itsValues) {
        additions.add(new Addition(table, RowValues.row(key), RowValues.row(itsValues)));
        return this;
    }

    /** Deletes the row of this key from another table of the target, if it is there. */
    public TargetChange remove(String table, Map<String, ?> key) {
        additions.add(new Addition(table, RowValues.row(key), null));
        return this;
    }

    public boolean isDropped() {
        return dropped;
    }

    /** Returns the rows of other tables, in the order in which they were added. */
    public List<Addition> additions() {
        return List.copyOf(additions);
    }

    /** Returns the result, one line for each row: {@code CHANGED clients {id=97} {name=Ada}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append(dropped ? "DROPPED" : kind())
                .append(' ')
                .append(subject.target())
                .append(' ')
                .append(subject.key());
        if (!dropped && kind() != Kind.GONE) {
            text.append(' ').append(values);
        }
        for (Addition addition : additions) {
            text.append(addition.values() == null ? "\nREMOVE " : "\nPUT ")
                    .append(addition.table())
                    .append(' ')
                    .append(addition.key());
            if (addition.values() != null) {
                text.append(' ').append(addition.values());
            }
        }
        return text.toString();
    }
}
