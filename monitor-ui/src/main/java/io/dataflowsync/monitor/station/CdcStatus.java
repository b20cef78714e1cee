package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.watch.ServerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What cdc-service says of itself.
 *
 * @param state as its status has it: {@code STREAMING}
 * @param stoppedAt what POST /api/v1/capture/skip may pass; null where there is nothing of that kind
 */
public record CdcStatus(
        String state,
        @Nullable Instant since,
        @Nullable String errorCode,
        @Nullable String error,
        @Nullable String remedy,
        @Nullable StoppedAt stoppedAt,
        List<ServerView> servers) {

    /** @param statement what stands at the place; its beginning, where it is long */
    public record StoppedAt(String place, String statement) {}
}
