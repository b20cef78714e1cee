package io.dataflowsync.monitor.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers that a log has passed over: either nobody will use them, or a transaction that is still open will. They are looked for
 * again for a while, then given up.
 */
final class Gaps {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More gaps than this are not kept; the oldest go first. */
    static final int MOST = 16;

    private final List<Gap> gaps = new ArrayList<>();

    /** Numbers from one to another, both inclusive, missed since a moment. */
    record Gap(long from, long to, Instant since) {}

    /** Notes the numbers missing among these, which are in descending order, down to a floor that is itself not missing. */
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

    /** Takes what has come of a gap out of it; what still misses keeps its age. */
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
