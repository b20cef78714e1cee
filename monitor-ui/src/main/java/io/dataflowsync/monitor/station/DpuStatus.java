package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.watch.ServerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What dpu-service says of itself.
 *
 * @param state as its status has it: {@code running}
 */
public record DpuStatus(
        String state,
        @Nullable String errorCode,
        @Nullable String error,
        @Nullable String remedy,
        List<Lane> lanes,
        List<ServerView> servers) {

    /**
     * A lane.
     *
     * @param state as the status has it: {@code halted}
     * @param triedAt when it tried in vain last; null while nothing troubles it
     * @param event the id of the event before which it stands still; null while it does not
     * @param passable the statement before which it stands still, where a person may pass it; else null
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
     * A statement that a person may pass.
     *
     * @param event its id
     * @param statement as the source ran it
     * @param onTarget what it is on the target; empty where it cannot be carried there
     */
    public record Passable(String event, String statement, String onTarget) {}
}
