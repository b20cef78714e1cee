package io.dataflowsync.contract.config;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A server that the pipeline file names, by its section. */
public enum ServerName {
    SOURCE,
    TARGET,
    LOG,
    BROKER;

    /** All of them. */
    public static Set<ServerName> all() {
        return EnumSet.allOf(ServerName.class);
    }

    /** The key of its section. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
