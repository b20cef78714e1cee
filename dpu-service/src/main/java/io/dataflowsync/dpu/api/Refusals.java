package io.dataflowsync.dpu.api;

import io.dataflowsync.dpu.DpuService;
import io.dataflowsync.servicekit.rest.CallRefusedException;
import io.dataflowsync.servicekit.rest.RestErrorCode;

/** Refuses calls that come too early. */
final class Refusals {
    private Refusals() {}

    /** @throws CallRefusedException if the service is not open */
    static void unlessOpen(DpuService service) {
        if (!service.isOpen()) {
            throw new CallRefusedException(RestErrorCode.NOT_READY, "the service is not open yet, or has no target");
        }
    }

    /** @throws CallRefusedException if the log's tables do not exist yet */
    static void unlessLogged(DpuService service) {
        if (!service.hasLog()) {
            throw new CallRefusedException(
                    RestErrorCode.NOT_READY, "the log is not there yet, or the pipeline has no target");
        }
    }
}
