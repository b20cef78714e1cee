package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.LogRow;
import java.util.List;

/** The browsers that watch. {@link #show} and {@link #add} return at once, however slow a browser is. */
public interface Audience {

    boolean isEmpty();

    boolean watches(LogName log);

    /** Shows the newest state of something; it replaces an older one that still waits for a browser. */
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

    /** A row with its JSON, which all browsers share. */
    record ShownRow(LogRow row, String json) {}
}
