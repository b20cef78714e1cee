package io.dataflowsync.monitor.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.dataflowsync.contract.error.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that could not be applied, or that is held by one. It is flat, because it is the JSON of a row of the page.
 *
 * @param eventId the id of the event; if every lane has a copy of it, with the lane
 * @param errorCode an error code of the catalogue
 * @param error the first few hundred characters of the error
 * @param state {@code dead}, {@code waiting}, {@code applied} or {@code dismissed}
 * @param behind the id of the event that it waits for; null if it waits for none
 * @param asked {@code replay} or {@code dismiss}, while that is requested and not done
 * @param waiting the number of events that wait until this one is settled
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

    /** The remedy; empty if the code is from a later catalogue than this one. */
    @JsonProperty
    public String remedy() {
        return ErrorCode.ofWord(errorCode).map(ErrorCode::remedy).orElse("");
    }
}
