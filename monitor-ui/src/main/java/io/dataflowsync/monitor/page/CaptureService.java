package io.dataflowsync.monitor.page;

import io.dataflowsync.monitor.feed.FeedSettings;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Passes on to cdc-service what a person asks for. Who may ask is for cdc-service to decide. */
@Singleton
public final class CaptureService {
    private final ServiceCalls calls;

    public CaptureService(FeedSettings settings) {
        this.calls = new ServiceCalls("cdc-service", "MONITOR_CDC_URL", settings.cdcUrl());
    }

    /** What cdc-service answers; see {@link ServiceCalls#post}. */
    Response post(String path, @Nullable String authorization, byte @Nullable [] json) {
        return calls.post(path, authorization, json);
    }
}
