package io.dataflowsync.monitor.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of the socket. */
@ConfigMapping(prefix = "dfs.monitor.socket")
public interface SocketSettings {

    /** The largest number of browsers at once: {@code MONITOR_MAX_BROWSERS}. */
    @WithDefault("64")
    int maxClients();

    /** The largest number of rows that wait for one browser. */
    @WithDefault("1000")
    int queuedRows();

    /** The largest number of characters of the rows that wait for one browser. */
    @WithDefault("2000000")
    long queuedCharacters();

    /** A browser that has received nothing for this time is disconnected. */
    @WithDefault("20s")
    Duration stallLimit();
}
