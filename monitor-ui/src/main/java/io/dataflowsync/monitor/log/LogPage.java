package io.dataflowsync.monitor.log;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of a log.
 *
 * @param rows the rows, the newest first
 * @param before the number below which the next range is; null at the beginning of the log
 */
public record LogPage<R extends LogRow>(
        List<R> rows, @Nullable String before) {}
