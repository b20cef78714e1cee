package io.dataflowsync.monitor.socket;

import io.dataflowsync.monitor.feed.Audience.Shown;
import io.dataflowsync.monitor.feed.Audience.ShownRow;
import io.dataflowsync.monitor.feed.LogName;
import io.dataflowsync.monitor.log.LogFilter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Sends frames to one browser, one at a time; everything else waits in the outbox. Thread-safe. */
final class Client {
    private static final int ROWS_AT_ONCE = 400;

    private final Wire wire;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<LogName, LogFilter> watched = new ConcurrentHashMap<>();
    private final AtomicBoolean sending = new AtomicBoolean();
    private volatile @Nullable Instant sendingSince;
    private long sequence;

    Client(Wire wire, Outbox outbox, Clock clock) {
        this.wire = wire;
        this.outbox = outbox;
        this.clock = clock;
    }

    boolean watches(LogName log) {
        return watched.containsKey(log);
    }

    /** Watches one log, or none: a page shows one at a time. */
    void watch(@Nullable LogName log, LogFilter filter) {
        watched.keySet().forEach(outbox::forget);
        watched.clear();
        if (log != null) {
            watched.put(log, filter);
        }
    }

    void show(Shown shown) {
        outbox.show(shown);
        pump();
    }

    /** Adds the rows that pass this browser's filter; of more than 400 at once, the newest. */
    void add(LogName log, List<ShownRow> rows, long leftOut) {
        LogFilter filter = watched.get(log);
        if (filter == null) {
            return;
        }
        List<ShownRow> wanted =
                rows.stream().filter(row -> filter.accepts(row.row())).toList();
        int skipped = Math.max(0, wanted.size() - ROWS_AT_ONCE);
        outbox.leave(log, leftOut + skipped);
        wanted.stream().skip(skipped).forEach(row -> outbox.add(log, row));
        pump();
    }

    /** Whether the current frame has been on the wire for longer than this. */
    boolean stalledFor(Duration limit) {
        Instant since = sendingSince;
        return since != null && since.plus(limit).isBefore(clock.instant());
    }

    void cut() {
        wire.cut();
    }

    private void pump() {
        if (!sending.compareAndSet(false, true)) {
            return;
        }
        Optional<Outbox.Body> body = outbox.next();
        if (body.isEmpty()) {
            sending.set(false);
            return;
        }
        Instant now = clock.instant();
        sendingSince = now;
        sequence++;
        String frame = "{\"type\":\"" + body.get().type() + "\",\"seq\":" + sequence + ",\"at\":\"" + now + "\","
                + body.get().fields() + "}";
        wire.send(frame, this::through, wire::cut);
    }

    private void through() {
        sendingSince = null;
        sending.set(false);
        pump();
    }
}
