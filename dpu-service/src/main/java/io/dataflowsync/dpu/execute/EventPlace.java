package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.event.SourcePosition;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of an event in the source, as its id tells it. */
public final class EventPlace {
    private static final Pattern STREAMED = Pattern.compile("(.+):([0-9]+):([0-9]+)");
    /** Files are numbered, and their names may grow longer. */
    private static final Comparator<SourcePosition> IN_ORDER = Comparator.<SourcePosition>comparingInt(
                    p -> p.file().length())
            .thenComparing(SourcePosition::file)
            .thenComparingLong(SourcePosition::position)
            .thenComparingInt(SourcePosition::row);

    private EventPlace() {}

    /** Whether the event of this id is at a place of the binlog or behind it. */
    public static boolean isFrom(String eventId, SourcePosition place) {
        Matcher id = STREAMED.matcher(eventId);
        return id.matches()
                && IN_ORDER.compare(
                                new SourcePosition(
                                        id.group(1),
                                        Long.parseLong(id.group(2)),
                                        Integer.parseInt(id.group(3)),
                                        null,
                                        null),
                                place)
                        >= 0;
    }
}
