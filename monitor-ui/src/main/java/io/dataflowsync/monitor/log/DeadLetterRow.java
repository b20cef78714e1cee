package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dataflowsync.contract.error.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied, or that waits behind one.
 *
 * @param eventId the event's; where every lane has a copy of it, with the lane
 * @param errorCode a word of the catalogue
 * @param error its first few hundred characters
 * @param state {@code dead}, {@code waiting}, {@code applied} or {@code dismissed}
 * @param behind the one that it waits behind; null where it waits for none
 * @param asked {@code replay} or {@code dismiss}, as long as it is not done
 * @param waiting how many wait until this one is done with
 */
public record DeadLetterRow(
        @JsonFormat(shape = JsonFormat.Shape.STRING) long id,
        String eventId,
        int lane,
        @Nullable String table,
        String action,
        @Nullable String oldKey,
        String errorCode,
        String error,
        String state,
        @Nullable String behind,
        int attempts,
        @Nullable String asked,
        Instant createdAt,
        long waiting) {

    /** What a person does about it; empty where the code is of a later catalogue than this one's. */
    @JsonProperty
    public String remedy() {
        return ErrorCode.ofWord(errorCode).map(ErrorCode::remedy).orElse("");
    }
}
