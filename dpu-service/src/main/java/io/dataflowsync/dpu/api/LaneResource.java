package io.dataflowsync.dpu.api;

import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.dpu.api.DpuStatusResource.LaneStatus;
import io.dataflowsync.servicekit.access.AuditTrail;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.jspecify.annotations.Nullable;

/**
 * Takes requests of users with the role {@code operator} about a lane that tries again.
 *
 * <p>The replica that has the lane must be asked.
 */
@Path("/api/v1/lanes")
public final class LaneResource {
    private final DpuService service;
    private final AuditTrail audit;

    LaneResource(DpuService service, AuditTrail audit) {
        this.service = service;
        this.audit = audit;
    }

    /** Lets a lane, halted or not, do at once the attempt that it would make by itself after a while. */
    @POST
    @Path("/{lane}/resume")
    public LaneStatus resume(@PathParam("lane") int number) {
        Refusals.unlessOpen(service);
        LaneStatus before = lane(number);
        if (!service.tryAgain(number)) {
            throw new CallRefusedException(
                    RestErrorCode.CONFLICT,
                    "lane " + number + " has nothing to try again, its state is " + before.state());
        }
        audit.change(text(before.state(), before.failure().errorCode()), "tries again at once");
        return lane(number);
    }

    private LaneStatus lane(int number) {
        return service.lanes().stream()
                .filter(lane -> lane.number() == number)
                .findFirst()
                .map(LaneStatus::of)
                .orElseThrow(() ->
                        new CallRefusedException(RestErrorCode.NOT_FOUND, "this replica does not have lane " + number));
    }

    private static String text(String state, @Nullable String code) {
        return code == null ? state : state + ", " + code;
    }
}
