package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.AffectedRows;
import org.jspecify.annotations.Nullable;

/**
 * An event that was not applied, and the reason.
 *
 * @param id the event's id; with the lane if every lane has a copy of the event
 * @param affected the rows that it holds
 * @param event its JSON, or the text that was on the topic instead
 */
public record DeadLetter(String id, int lane, long offset, What what, Why why, AffectedRows affected, String event) {

    /**
     * The change that the event means.
     *
     * @param table null if the record is no event
     * @param sqlText the SQL that was planned, readable for people; null if there is none
     */
    public record What(
            @Nullable TableName table,
            String action,
            @Nullable String oldKey,
            @Nullable String sqlText) {}

    /**
     * The reason why it was not applied.
     *
     * @param stack where the error arose, line by line; null if none was thrown
     * @param blocker the id of the dead letter that it waits for; null if it is a dead letter itself
     */
    public record Why(
            ErrorCode code,
            String error,
            @Nullable String stack,
            @Nullable String blocker) {}

    public boolean isWaiting() {
        return why.blocker() != null;
    }
}
