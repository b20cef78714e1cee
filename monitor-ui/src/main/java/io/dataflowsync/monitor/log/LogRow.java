package io.dataflowsync.monitor.log;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of one of the two logs, as a list shows it: no text of it is longer than a few hundred characters. */
public sealed interface LogRow permits CdcRow, DpuRow {

    /** Its number in its log; rises, but may become visible out of order. */
    long id();

    String eventId();

    /** {@code schema.table}; null for an event of several tables or none. */
    @Nullable
    String table();

    String action();

    /** What became of it; null in the log of the capturing side. */
    @Nullable
    String status();

    /** The texts in which a search looks. */
    String searched();

    /** Whether a search finds it, whatever the case of the letters. */
    default boolean mentions(String text) {
        return searched().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
