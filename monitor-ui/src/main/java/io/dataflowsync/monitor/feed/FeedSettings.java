package io.dataflowsync.monitor.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The settings of the feed. */
@ConfigMapping(prefix = "dfs.monitor")
public interface FeedSettings {
    /** The variable of {@link #cdcUrl}. */
    String CDC_URL = "MONITOR_CDC_URL";

    /** The variable of {@link #dpuUrl}. */
    String DPU_URL = "MONITOR_DPU_URL";

    /** The pipeline's name, for the page's head. */
    @WithDefault("dfs")
    String project();

    /** The address of cdc-service; absent: its state is unknown. */
    Optional<URI> cdcUrl();

    /** The address of dpu-service; absent: its state is unknown. */
    Optional<URI> dpuUrl();

    /** The interval of reading the log while a browser watches. */
    @WithDefault("500ms")
    Duration interval();

    /** The interval of reading it while no browser watches. */
    @WithDefault("5s")
    Duration idleInterval();
}
