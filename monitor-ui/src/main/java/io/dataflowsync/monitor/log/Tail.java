package io.dataflowsync.monitor.log;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Follows a log: it returns each row once, even if a writer's transaction makes an earlier number visible later. Not thread-safe. */
public final class Tail<R extends LogRow> {
    /** The limit of rows for one look; of more, the newest are read. */
    static final int MOST = 2_000;

    private static final int FIRST = 200;

    private final EventLog<R> log;
    private final Clock clock;
    private final Gaps gaps = new Gaps();
    private long highest = -1;

    public Tail(EventLog<R> log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * The rows since the last look.
     *
     * @param rows the rows by rising number
     * @param leftOut the largest possible number of further rows: the numbers that were passed over unread
     */
    public record News<R extends LogRow>(List<R> rows, long leftOut) {}

    /** Reads the new rows; the first look, and the first after {@link #rest}, reads the newest rows. */
    public News<R> look() {
        if (highest < 0) {
            return begin();
        }
        Instant now = clock.instant();
        gaps.giveUp(now);
        List<R> found = lateRows();
        List<R> fresh = log.between(highest + 1, Long.MAX_VALUE, MOST);
        if (fresh.isEmpty() && found.isEmpty()) {
            if (log.highest() < highest) {
                rest();
            }
            return new News<>(List.of(), 0);
        }
        long leftOut = 0;
        if (!fresh.isEmpty()) {
            long lowest = fresh.get(fresh.size() - 1).id();
            boolean cut = fresh.size() == MOST;
            leftOut = cut ? lowest - highest - 1 : 0;
            gaps.note(fresh, cut ? lowest - 1 : highest, now);
            highest = fresh.get(0).id();
        }
        found.addAll(fresh);
        found.sort(Comparator.comparingLong(LogRow::id));
        return new News<>(found, leftOut);
    }

    /** Forgets its place, while no browser watches. */
    public void rest() {
        highest = -1;
        gaps.clear();
    }

    private News<R> begin() {
        List<R> rows = new ArrayList<>(log.newest(FIRST));
        highest = 0;
        if (!rows.isEmpty()) {
            gaps.note(rows, rows.get(rows.size() - 1).id() - 1, clock.instant());
            highest = rows.get(0).id();
        }
        rows.sort(Comparator.comparingLong(LogRow::id));
        return new News<>(rows, 0);
    }

    private List<R> lateRows() {
        List<R> late = new ArrayList<>();
        for (Gaps.Gap gap : gaps.open()) {
            List<R> rows = log.between(gap.from(), gap.to(), MOST);
            if (rows.size() < MOST) {
                gaps.fill(gap, rows);
            }
            late.addAll(rows);
        }
        return late;
    }
}
