package io.dataflowsync.monitor.station;

import io.dataflowsync.contract.status.ServerView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The status that cdc-service reports.
 *
 * @param state the state as in its status: {@code STREAMING}
 * @param stoppedAt the place that POST /api/v1/capture/skip may skip; null if there is none
 */
public record CdcStatus(
        String state,
        @Nullable Instant since,
        @Nullable String errorCode,
        @Nullable String error,
        @Nullable String remedy,
        @Nullable StoppedAt stoppedAt,
        List<ServerView> servers) {

    /** @param statement the statement or event at the place; its beginning, if it is long */
    public record StoppedAt(String place, String statement) {}
}
