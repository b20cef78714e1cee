package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a lane's log goes. */
public record LaneProgress(
        int lane,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long offset,
        @Nullable String eventId,
        Instant changedAt) {}
