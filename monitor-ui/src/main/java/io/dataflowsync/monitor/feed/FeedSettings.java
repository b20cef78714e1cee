package io.dataflowsync.monitor.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What the feed is told. */
@ConfigMapping(prefix = "dfs.monitor")
public interface FeedSettings {
    /** The variable of {@link #cdcUrl}. */
    String CDC_URL = "MONITOR_CDC_URL";

    /** The variable of {@link #dpuUrl}. */
    String DPU_URL = "MONITOR_DPU_URL";

    /** The pipeline's name, for the page's head. */
    @WithDefault("dfs")
    String project();

    /** Where cdc-service answers; absent: its state is unknown. */
    Optional<URI> cdcUrl();

    /** Where dpu-service answers; absent: its state is unknown. */
    Optional<URI> dpuUrl();

    /** How often the log is read while somebody watches. */
    @WithDefault("500ms")
    Duration interval();

    /** How often it is read otherwise. */
    @WithDefault("5s")
    Duration idleInterval();
}
