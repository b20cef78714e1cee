package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import org.jspecify.annotations.Nullable;

/**
 * An event that was not applied, and the reason.
 *
 * @param id the event's id; with the lane if every lane has a copy of the event
 * @param stack where the error arose, line by line; null if none was thrown
 * @param blocker the id of the dead letter that it waits for; null if it is a dead letter itself
 * @param event its JSON, or the text that was on the topic instead
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
        @Nullable String blocker,
        @Nullable String sqlText,
        AffectedRows affected,
        String event) {

    public boolean isWaiting() {
        return blocker != null;
    }
}
