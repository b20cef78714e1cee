package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import org.jspecify.annotations.Nullable;

/**
 * An event that was not applied, and why.
 *
 * @param id the event's; where every lane has a copy of it, with the lane
 * @param stack where the error arose, line by line; null where none was thrown
 * @param behind the id of the dead letter that it waits behind; null where it is one itself
 * @param event its JSON, or whatever was on the topic instead
 */
public record DeadLetter(
        String id,
        int lane,
        long offset,
        @Nullable TableName table,
        String action,
        @Nullable String oldKey,
        ErrorCode code,
        String error,
        @Nullable String stack,
        @Nullable String behind,
        @Nullable String sqlText,
        AffectedRows touched,
        String event) {

    public boolean isWaiting() {
        return behind != null;
    }
}
