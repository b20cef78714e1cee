package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.LogRow;
import java.util.List;

/** Who watches. Both ways of telling it something return at once, however slow a watcher is. */
public interface Audience {

    boolean isEmpty();

    boolean watches(LogName log);

    /** Shows the newest state of something; an older one that still waits for a watcher is not worth sending any more. */
    void show(Shown shown);

    /** Adds rows to a log, by rising number. */
    void add(LogName log, List<ShownRow> rows, long leftOut);

    /**
     * The newest state of something.
     *
     * @param type the frame's type, and the field's name
     * @param json its JSON
     */
    record Shown(String type, String json) {}

    /** A row with its JSON, which all watchers share. */
    record ShownRow(LogRow row, String json) {}
}
