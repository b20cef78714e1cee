package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.snapshot.CascadeReach;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Finds the captured tables in which the source deletes or changes rows together with one row, by foreign keys. For one thread. */
final class SourceCascades {
    private final Supplier<Collection<TableDefinition>> tables;
    private final Map<TableName, List<Referring>> known = new HashMap<>();

    /** A foreign key, with the table that has it. */
    private record Referring(TableName child, ForeignKey key) {}

    /** @param tables the captured tables at the place of the stream */
    SourceCascades(Supplier<Collection<TableDefinition>> tables) {
        this.tables = tables;
    }

    /** Forgets what is known, because a statement has changed tables. */
    void forget() {
        known.clear();
    }

    /** @param unnamed the columns that the image after the change lacks: they are unchanged */
    Set<TableName> reached(EngineRecord record, Set<String> unnamed) {
        Set<TableName> children = new TreeSet<>();
        for (Referring referring : known.computeIfAbsent(record.table(), this::referring)) {
            if (acts(referring.key(), record, unnamed)) {
                children.add(referring.child());
            }
        }
        return children.isEmpty() ? children : CascadeReach.of(children, tables.get());
    }

    private List<Referring> referring(TableName table) {
        return tables.get().stream()
                .flatMap(child -> child.foreignKeys().stream()
                        .filter(key -> key.acts() && key.parent().equals(table))
                        .map(key -> new Referring(child.name(), key)))
                .toList();
    }

    private static boolean acts(ForeignKey key, EngineRecord record, Set<String> unnamed) {
        if (record.isKeyChangeStart()) {
            return key.onUpdate().acts() && changes(key, record.key(), record.newKey(), unnamed);
        }
        return switch (record.operation()) {
            case "d" -> key.onDelete().acts();
            case "u" -> key.onUpdate().acts() && changes(key, record.before(), record.after(), unnamed);
            default -> false;
        };
    }

    /** Whether the key's columns change. A column that the images lack may have changed. */
    private static boolean changes(
            ForeignKey key, @Nullable Struct before, @Nullable Struct after, Set<String> unnamed) {
        return key.parentColumns().stream().anyMatch(column -> {
            Field field = field(before, column);
            if (before == null || after == null || field == null) {
                return true;
            }
            return !unnamed.contains(field.name()) && !Objects.deepEquals(before.get(field), after.get(field.name()));
        });
    }

    private static @Nullable Field field(@Nullable Struct image, String column) {
        return image == null
                ? null
                : image.schema().fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase(column))
                        .findFirst()
                        .orElse(null);
    }
}
