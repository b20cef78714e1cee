package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied.
 *
 * @param error its first few hundred characters
 * @param state {@code waiting}, {@code replayed} or {@code dismissed}
 */
public record DeadLetter(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String eventId,
        int lane,
        @Nullable String table,
        @Nullable String oldKey,
        @Nullable String errorCode,
        @Nullable String error,
        Instant createdAt,
        String state) {}
