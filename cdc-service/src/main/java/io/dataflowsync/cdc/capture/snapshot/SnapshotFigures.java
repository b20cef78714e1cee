package io.dataflowsync.cdc.capture.snapshot;

import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the progress of a snapshot, table by table in the order in which they are read. For one thread at a time. */
public final class SnapshotFigures {
    private final Map<TableName, Rows> tables = new LinkedHashMap<>();
    private final Instant begunAt;
    private @Nullable Instant endedAt;
    private @Nullable TableName current;

    /**
     * The state at one moment.
     *
     * @param endedAt null while the snapshot runs
     * @param rows the rows published so far
     * @param estimatedRows the rows by the source's statistics, which may be off by half; never less than those published
     */
    public record View(
            Instant begunAt, @Nullable Instant endedAt, long rows, long estimatedRows, List<TableView> tables) {}

    /** @param state {@code waiting}, {@code reading} or {@code read} */
    public record TableView(String table, long rows, long estimatedRows, String state) {}

    private static final class Rows {
        private final long estimated;
        private long read;
        private boolean over;

        Rows(long estimated) {
            this.estimated = estimated;
        }

        long estimated() {
            return over ? read : Math.max(estimated, read);
        }
    }

    /** @param estimates the estimated rows of each table, in the order in which they are read */
    public SnapshotFigures(Map<TableName, Long> estimates, Instant begunAt) {
        estimates.forEach((table, rows) -> tables.put(table, new Rows(rows)));
        this.begunAt = begunAt;
    }

    /** Counts a published row of the table. All tables before it are read by now. */
    public void row(TableName table) {
        if (!table.equals(current)) {
            enter(table);
        }
        rows(table).read++;
    }

    private void enter(TableName table) {
        rows(table);
        for (Map.Entry<TableName, Rows> before : tables.entrySet()) {
            if (before.getKey().equals(table)) {
                break;
            }
            before.getValue().over = true;
        }
        current = table;
    }

    private Rows rows(TableName table) {
        return tables.computeIfAbsent(table, t -> new Rows(0));
    }

    public void end(Instant at) {
        tables.values().forEach(rows -> rows.over = true);
        endedAt = at;
    }

    public View view() {
        List<TableView> views = tables.entrySet().stream()
                .map(table -> new TableView(
                        table.getKey().toString(),
                        table.getValue().read,
                        table.getValue().estimated(),
                        state(table.getKey(), table.getValue())))
                .toList();
        return new View(
                begunAt,
                endedAt,
                views.stream().mapToLong(TableView::rows).sum(),
                views.stream().mapToLong(TableView::estimatedRows).sum(),
                views);
    }

    private String state(TableName table, Rows rows) {
        if (rows.over) {
            return "read";
        }
        return table.equals(current) ? "reading" : "waiting";
    }
}
