package io.dataflowsync.monitor.socket;

import io.dataflowsync.monitor.feed.Audience.Shown;
import io.dataflowsync.monitor.feed.Audience.ShownRow;
import io.dataflowsync.monitor.feed.LogName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Queues the frames for one browser: the newest state of each kind, and a bounded number of rows; the oldest rows are dropped first.
 * Thread-safe.
 */
final class Outbox {
    private static final int ROWS_IN_A_FRAME = 200;

    private final int maxRows;
    private final long maxCharacters;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Deque<Waiting> rows = new ArrayDeque<>();
    private final Map<LogName, Long> leftOut = new LinkedHashMap<>();
    private long characters;

    private record Waiting(LogName log, String json) {}

    Outbox(int maxRows, long maxCharacters) {
        this.maxRows = maxRows;
        this.maxCharacters = maxCharacters;
    }

    synchronized void show(Shown newest) {
        shown.put(newest.type(), newest.json());
    }

    synchronized void add(LogName log, ShownRow row) {
        rows.addLast(new Waiting(log, row.json()));
        characters += row.json().length();
        while (rows.size() > maxRows || characters > maxCharacters) {
            Waiting oldest = rows.removeFirst();
            characters -= oldest.json().length();
            leave(oldest.log(), 1);
        }
    }

    synchronized void leave(LogName log, long count) {
        if (count > 0) {
            leftOut.merge(log, count, Long::sum);
        }
    }

    /** Removes the rows of a log, because the browser has subscribed to others. */
    synchronized void forget(LogName log) {
        rows.removeIf(row -> row.log() == log);
        characters = rows.stream().mapToLong(row -> row.json().length()).sum();
        leftOut.remove(log);
    }

    /** Takes the body of the next frame, states before rows; empty if nothing waits. */
    synchronized Optional<Body> next() {
        if (!shown.isEmpty()) {
            Map.Entry<String, String> first = shown.entrySet().iterator().next();
            shown.remove(first.getKey());
            return Optional.of(new Body(first.getKey(), '"' + first.getKey() + "\":" + first.getValue()));
        }
        if (!rows.isEmpty()) {
            return Optional.of(rowsOf(rows.getFirst().log()));
        }
        return leftOut.keySet().stream().findFirst().map(this::rowsOf);
    }

    /** A frame's type, and its fields in addition to those of every frame. */
    record Body(String type, String fields) {}

    private Body rowsOf(LogName log) {
        StringBuilder fields = new StringBuilder("\"rows\":[");
        int count = 0;
        while (count < ROWS_IN_A_FRAME && !rows.isEmpty() && rows.getFirst().log() == log) {
            Waiting row = rows.removeFirst();
            characters -= row.json().length();
            fields.append(count++ == 0 ? "" : ",").append(row.json());
        }
        Long left = leftOut.remove(log);
        fields.append("],\"leftOut\":").append(left == null ? 0 : left);
        return new Body(log.word(), fields.toString());
    }

    synchronized int waitingRows() {
        return rows.size();
    }

    synchronized long waitingCharacters() {
        return characters;
    }
}
