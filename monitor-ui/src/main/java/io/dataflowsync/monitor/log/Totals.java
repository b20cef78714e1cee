package io.dataflowsync.monitor.log;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The counters of both services since the logs began. */
public record Totals(List<Captured> captured, List<Done> done) {
    public static final Totals NONE = new Totals(List.of(), List.of());

    /** @param table {@code schema.table}; null for events of several tables or none */
    public record Captured(@Nullable String table, String action, long events) {}

    public record Done(@Nullable String table, String action, String status, long events) {}

    public long capturedEvents() {
        return captured.stream().mapToLong(Captured::events).sum();
    }

    public long doneEvents() {
        return done(count -> true);
    }

    public long doneEvents(String status) {
        return done(count -> count.status().equals(status));
    }

    /** The number of events that are captured and not processed: not applied, not skipped, no dead letter and not held by one. */
    public long queueLength() {
        return Math.max(0, capturedEvents() - doneEvents());
    }

    private long done(Predicate<Done> which) {
        return done.stream().filter(which).mapToLong(Done::events).sum();
    }
}
