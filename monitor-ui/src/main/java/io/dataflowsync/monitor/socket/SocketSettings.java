package io.dataflowsync.monitor.socket;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of the socket. */
@ConfigMapping(prefix = "dfs.monitor.socket")
public interface SocketSettings {

    /** How many browsers may watch at once: {@code MONITOR_MAX_BROWSERS}. */
    @WithDefault("64")
    int maxClients();

    /** How many rows may wait for one browser. */
    @WithDefault("1000")
    int queuedRows();

    /** How many characters of rows may wait for one browser. */
    @WithDefault("2000000")
    long queuedCharacters();

    /** A browser that has taken nothing for so long is disconnected. */
    @WithDefault("20s")
    Duration stallLimit();
}
