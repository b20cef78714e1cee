package io.dataflowsync.monitor.feed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.dataflowsync.monitor.log.Totals;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one table on the overview. In their JSON all counts stand next to each other.
 *
 * @param table {@code schema.table}; empty for events of several tables or none
 * @param queued the events captured and not processed
 */
public record TableFigures(
        String table,
        @JsonUnwrapped CapturedCounts captured,
        @JsonUnwrapped ResultCounts results,
        long queued) {

    /** The numbers of captured events by their action. */
    public record CapturedCounts(long snapshot, long insert, long update, long delete, long other) {
        long all() {
            return snapshot + insert + update + delete + other;
        }
    }

    /** The tables in the order of their names. */
    static List<TableFigures> of(Totals totals) {
        Map<String, Builder> tables = new TreeMap<>();
        for (Totals.Captured count : totals.captured()) {
            tables.computeIfAbsent(name(count.table()), Builder::new).captured(count);
        }
        for (Totals.Done count : totals.done()) {
            tables.computeIfAbsent(name(count.table()), Builder::new).done(count);
        }
        return tables.values().stream().map(Builder::build).toList();
    }

    private static String name(@Nullable String table) {
        return table == null ? "" : table;
    }

    private static final class Builder {
        private final String table;
        private long snapshot;
        private long insert;
        private long update;
        private long delete;
        private long other;
        private long applied;
        private long skipped;
        private long dead;
        private long waiting;
        private long dismissed;
        private long done;

        Builder(String table) {
            this.table = table;
        }

        void captured(Totals.Captured count) {
            switch (count.action()) {
                case "snapshot" -> snapshot += count.events();
                case "insert" -> insert += count.events();
                case "update" -> update += count.events();
                case "delete" -> delete += count.events();
                default -> other += count.events();
            }
        }

        void done(Totals.Done count) {
            done += count.events();
            switch (count.status()) {
                case "applied" -> applied += count.events();
                case "dead" -> dead += count.events();
                case "waiting" -> waiting += count.events();
                case "dismissed" -> dismissed += count.events();
                default -> skipped += count.events();
            }
        }

        TableFigures build() {
            CapturedCounts captured = new CapturedCounts(snapshot, insert, update, delete, other);
            ResultCounts results = new ResultCounts(applied, skipped, dead, waiting, dismissed);
            return new TableFigures(table, captured, results, Math.max(0, captured.all() - done));
        }
    }
}
