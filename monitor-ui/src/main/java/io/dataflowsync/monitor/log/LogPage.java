package io.dataflowsync.monitor.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a log.
 *
 * @param rows newest first
 * @param before where the next stretch begins; null where the log begins
 */
public record LogPage<R extends LogRow>(
        List<R> rows, @Nullable String before) {}
