package io.dataflowsync.monitor.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the numbers that a log has passed over: either they stay unused, or a transaction that is still open uses them. They are read again
 * for a while, then given up.
 */
final class Gaps {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More gaps than this are not kept; the oldest go first. */
    static final int MOST = 16;

    private final List<Gap> gaps = new ArrayList<>();

    /** The numbers from one to another, both inclusive, that are missing since a moment. */
    record Gap(long from, long to, Instant since) {}

    /** Notes the numbers that are missing between these rows, which are in descending order, down to a floor that is not missing itself. */
    void note(List<? extends LogRow> newestFirst, long floor, Instant now) {
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            long below =
                    i == newestFirst.size() - 1 ? floor : newestFirst.get(i + 1).id();
            long id = newestFirst.get(i).id();
            if (id - below > 1) {
                gaps.add(new Gap(below + 1, id - 1, now));
            }
        }
        while (gaps.size() > MOST) {
            gaps.remove(0);
        }
    }

    List<Gap> open() {
        return List.copyOf(gaps);
    }

    /** Removes the rows that have come from a gap; the numbers that are still missing keep their age. */
    void fill(Gap gap, List<? extends LogRow> newestFirst) {
        gaps.remove(gap);
        long to = gap.to();
        for (LogRow row : newestFirst) {
            keep(row.id() + 1, to, gap.since());
            to = row.id() - 1;
        }
        keep(gap.from(), to, gap.since());
    }

    void giveUp(Instant now) {
        gaps.removeIf(gap -> gap.since().plus(PATIENCE).isBefore(now));
    }

    private void keep(long from, long to, Instant since) {
        if (from <= to) {
            gaps.add(new Gap(from, to, since));
        }
    }

    void clear() {
        gaps.clear();
    }
}
