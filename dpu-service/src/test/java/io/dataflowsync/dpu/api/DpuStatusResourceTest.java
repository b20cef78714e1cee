package io.dataflowsync.dpu.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.api.DpuStatusResource.Failure;
import io.dataflowsync.dpu.api.DpuStatusResource.LaneEvents;
import io.dataflowsync.dpu.api.DpuStatusResource.LaneStatus;
import io.dataflowsync.dpu.api.DpuStatusResource.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The JSON is flat, and has all its fields whether there is a failure or not: programs read it. */
class DpuStatusResourceTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void theFieldsOfALaneAreFlatAndInOrder() throws JsonProcessingException {
        LaneStatus halted = lane(Failure.of(ErrorCode.UNPLANNABLE, "why"), "e-1");

        assertThat(JSON.writeValueAsString(halted))
                .isEqualTo("""
                {"lane":3,"state":"halted","epoch":7,"checkpoint":10,"logged":9,"applied":5,"dead":1,"held":2,\
                "errorCode":"%s","remedy":"%s","lastError":"why","since":"2024-05-06T07:08:09Z","triedAt":null,\
                "haltedAt":"e-1","passable":null}""".formatted(ErrorCode.UNPLANNABLE.word(), ErrorCode.UNPLANNABLE.remedy()));
    }

    @Test
    void theFieldsOfTheServiceAreFlatAndInOrder() throws JsonProcessingException {
        Status status = new Status(
                "dpu-service",
                "shop",
                "running",
                Failure.of(null, "an earlier one"),
                List.of("a warning"),
                List.of(lane(Failure.of(null, null), null)),
                List.of());

        assertThat(JSON.writeValueAsString(status)).isEqualTo("""
                {"service":"dpu-service","project":"shop","state":"running","errorCode":null,"remedy":null,\
                "lastError":null,"warnings":["a warning"],"lanes":[{"lane":3,"state":"halted","epoch":7,\
                "checkpoint":10,"logged":9,"applied":5,"dead":1,"held":2,"errorCode":null,"remedy":null,\
                "lastError":null,"since":"2024-05-06T07:08:09Z","triedAt":null,"haltedAt":null,"passable":null}],\
                "servers":[]}""");
    }

    private static LaneStatus lane(Failure failure, @Nullable String haltedAt) {
        return new LaneStatus(
                3,
                "halted",
                7,
                new LaneEvents(10, 9, 5, 1, 2),
                failure,
                Instant.parse("2024-05-06T07:08:09Z"),
                null,
                haltedAt,
                null);
    }
}
