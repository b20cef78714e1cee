package io.dataflowsync.dpu.api;

import io.dataflowsync.contract.error.ErrorCode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;

/** Returns the list of all errors as JSON. */
@Path("/api/v1/errors")
public final class ErrorsResource {

    /** @param kind {@code retry}, {@code reject} or {@code stop} */
    public record Entry(String code, String kind, String remedy) {}

    @GET
    public List<Entry> errors() {
        return Arrays.stream(ErrorCode.values())
                .map(code -> new Entry(code.word(), code.kind().word(), code.remedy()))
                .toList();
    }
}
