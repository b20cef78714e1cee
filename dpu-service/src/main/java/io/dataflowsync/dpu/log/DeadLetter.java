package io.dataflowsync.dpu.log;

import io.dataflowsync.contract.event.TableName;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied, and why.
 *
 * @param errorCode a word for machines, or the target's error number
 * @param event its JSON, or whatever was on the topic instead
 */
public record DeadLetter(
        String eventId,
        int lane,
        long offset,
        @Nullable TableName table,
        @Nullable String oldKey,
        String errorCode,
        String error,
        @Nullable String sqlText,
        String event) {}
