package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.status.ServerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status that dpu-service reports.
 *
 * @param state the state as in its status: {@code running}
 */
public record DpuStatus(
        String state,
        @Nullable String errorCode,
        @Nullable String error,
        @Nullable String remedy,
        List<Lane> lanes,
        List<ServerView> servers) {

    /**
     * A lane. It is flat, because it is read from the JSON of the status.
     *
     * @param state the state as in the status: {@code halted}
     * @param triedAt the time of its last failed try; null while nothing fails
     * @param event the id of the event at which it has halted; null while it has not
     * @param passable the statement at which it has halted, if an operator may pass it; else null
     */
    public record Lane(
            int number,
            String state,
            @Nullable Instant since,
            @Nullable Instant triedAt,
            @Nullable String errorCode,
            @Nullable String error,
            @Nullable String remedy,
            @Nullable String event,
            @Nullable Passable passable) {}

    /**
     * A statement that an operator may pass.
     *
     * @param event its id
     * @param statement the statement as the source ran it
     * @param onTarget the statement for the target; empty if there is none
     */
    public record Passable(String event, String statement, String onTarget) {}
}
