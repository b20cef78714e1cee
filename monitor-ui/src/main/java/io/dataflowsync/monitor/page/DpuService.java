package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.feed.FeedSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Passes on to dpu-service what a person asks for. Who may ask is for dpu-service to decide. */
@Singleton
public final class DpuService {
    private final ServiceCalls calls;

    public DpuService(FeedSettings settings) {
        this.calls = new ServiceCalls("dpu-service", "MONITOR_DPU_URL", settings.dpuUrl());
    }

    /** What dpu-service answers; see {@link ServiceCalls#post}. */
    Response post(String path, @Nullable String authorization, byte @Nullable [] json) {
        return calls.post(path, authorization, json);
    }
}
