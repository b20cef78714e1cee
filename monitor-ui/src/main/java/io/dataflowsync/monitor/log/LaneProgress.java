package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far the log of a lane goes: its last offset and event. */
public record LaneProgress(
        int lane,
        @JsonFormat(shape = JsonFormat.Shape.STRING) long offset,
        @Nullable String eventId,
        Instant changedAt) {}
