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
     * @param event the id of the event before which it stands still; null while it does not
     */
    public record Lane(
            int number,
            String state,
            @Nullable Instant since,
            @Nullable String errorCode,
            @Nullable String error,
            @Nullable String remedy,
            @Nullable String event) {}
}
