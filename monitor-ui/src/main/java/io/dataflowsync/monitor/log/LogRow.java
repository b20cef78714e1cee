package io.dataflowsync.monitor.log;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of one of the two logs, as a list shows it: no text of it is longer than a few hundred characters. */
public sealed interface LogRow permits CdcRow, DpuRow {

    /** The number in its log; numbers rise, but may become visible out of order. */
    long id();

    String eventId();

    /** {@code schema.table}; null for an event of several tables or none. */
    @Nullable
    String table();

    String action();

    /** The result in dpu-service; null in the log of cdc-service. */
    @Nullable
    String status();

    /** The texts that a search looks through. */
    String searched();

    /** Whether a search finds the row; upper and lower case are the same. */
    default boolean mentions(String text) {
        return searched().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
