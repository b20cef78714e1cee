package io.dataflowsync.contract.processor;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A change of a row on its way to one target, for a processor to alter. Values are of the kinds that a {@link Row} holds; {@code
 * Integer}, {@code Boolean} and {@code BigDecimal} are taken too. Not for several threads.
 */
public final class TargetChange {
    private final Subject subject;
    private final Map<String, @Nullable Object> values;
    private final List<Addition> additions = new ArrayList<>();
    private boolean dropped;

    /**
     * A change of the kind that its subject tells.
     *
     * @param values what is to be written, by target column: all of a new row, what differs of a changed one, nothing of one that is
     *     gone
     */
    public TargetChange(Subject subject, Row values) {
        this.subject = subject;
        this.values = new LinkedHashMap<>(values.asMap());
    }

    /** What becomes of the row on the target. */
    public enum Kind {
        NEW,
        CHANGED,
        GONE
    }

    /**
     * What a change is about.
     *
     * @param eventId the event's, unique and the same whenever it is asked about
     * @param source the source's table
     * @param target the target's table
     * @param key the row's key on the target, with its new key; empty for a table without one
     * @param before the source's row as it was, by the columns on the topic, with its old keys; null for a new one
     * @param after the source's row as it is; null for one that is gone
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
     * @param values what it must have beside its key; null where it must not be there
     */
    public record Addition(String table, Row key, @Nullable Row values) {}

    public Subject subject() {
        return subject;
    }

    public Kind kind() {
        return subject.kind();
    }

    /** The source's row as it is, or as it was where it is gone. */
    public Row row() {
        return subject.after() == null ? Objects.requireNonNull(subject.before()) : subject.after();
    }

    /** What is to be written, by target column. */
    public Row values() {
        return Row.of(values);
    }

    /** Writes another value, or a further column; of the row's key none. */
    public TargetChange set(String column, @Nullable Object value) {
        if (kind() == Kind.GONE) {
            throw new IllegalStateException("the row is gone, so " + column + " cannot be written");
        }
        if (subject.key().has(column)) {
            throw new IllegalArgumentException(column + " is of the row's key, which stays");
        }
        values.put(column, RowValues.value(column, value));
        return this;
    }

    /** Does not write a column. */
    public TargetChange leave(String column) {
        if (subject.key().has(column)) {
            throw new IllegalArgumentException(column + " is of the row's key, which stays");
        }
        values.remove(column);
        return this;
    }

    /** Does nothing to the row; what is added beside it is done all the same. Who drops a new row has to drop its later changes too. */
    public TargetChange drop() {
        dropped = true;
        return this;
    }

    /** Sees to it that the row of this key is in another table of the target, and has these values, whether it was there or not. */
    public TargetChange put(String table, Map<String, ?> key, Map<String, ? extends @Nullable Object> itsValues) {
        additions.add(new Addition(table, RowValues.row(key), RowValues.row(itsValues)));
        return this;
    }

    /** Sees to it that no row of this key is in another table of the target. */
    public TargetChange remove(String table, Map<String, ?> key) {
        additions.add(new Addition(table, RowValues.row(key), null));
        return this;
    }

    public boolean isDropped() {
        return dropped;
    }

    /** The rows of other tables, in the order in which they were added. */
    public List<Addition> additions() {
        return List.copyOf(additions);
    }

    /** What comes out, a line each: {@code CHANGED clients {id=97} {name=Ada}}. */
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
