package io.dataflowsync.dpu;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes events for tests, each at a place of its own in the source; the first column of a row is its key. */
public final class TestEvents {
    private static final Instant COMMITTED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Instant CAPTURED = Instant.parse("2026-01-02T03:04:05.678901Z");

    private int position = 4;
    private @Nullable BinlogPosition definition;

    /** Further events are of rows that were written under the version of this place. */
    public TestEvents under(BinlogPosition place) {
        definition = place;
        return this;
    }

    private Unchecked unchecked = Unchecked.NOTHING;

    /** Those that are made from now on are of a session that checks foreign keys, or does not. */
    public void checkForeignKeys(boolean checks) {
        unchecked = Unchecked.of(!checks, false);
    }

    private boolean isPartial;

    /** Those that are made from now on have some of the columns only. */
    public TestEvents partial() {
        isPartial = true;
        return this;
    }

    /** {@code row("id", 1L, "name", "Ada")}. */
    public static Row row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return Row.of(row);
    }

    public ChangeEvent.Insert insert(TableName table, Row after) {
        return new ChangeEvent.Insert(origin(null), table, key(after), after);
    }

    public ChangeEvent.Insert snapshot(String snapshot, TableName table, Row after) {
        return new ChangeEvent.Insert(origin(snapshot), table, key(after), after);
    }

    public ChangeEvent.Update update(TableName table, Row before, Row after) {
        return new ChangeEvent.Update(origin(null), table, key(before), key(after), before, after);
    }

    public ChangeEvent.Delete delete(TableName table, Row before) {
        return new ChangeEvent.Delete(origin(null), table, key(before), before);
    }

    public ChangeEvent.Truncate truncate(TableName table) {
        return new ChangeEvent.Truncate(origin(null), table);
    }

    public ChangeEvent.SnapshotCompleted completed(String snapshot, TableName... tables) {
        return new ChangeEvent.SnapshotCompleted(origin(snapshot), List.of(tables));
    }

    public ChangeEvent.SchemaChange schemaChange(TableDefinition after, String ddl) {
        return new ChangeEvent.SchemaChange(origin(null), after.name(), ddl, List.of(after));
    }

    private static Row key(Row row) {
        String name = row.columns().iterator().next();
        return row(name, row.get(name));
    }

    private EventOrigin origin(@Nullable String snapshot) {
        position += 10;
        SourcePosition place = new SourcePosition("mysql-bin.000001", position, 0, null, snapshot);
        String id = snapshot == null ? place.toString() : snapshot + "/" + position;
        return new EventOrigin(id, place, COMMITTED, CAPTURED, definition, unchecked, isPartial);
    }
}
