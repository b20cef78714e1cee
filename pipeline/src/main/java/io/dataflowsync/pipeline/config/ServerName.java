package io.dataflowsync.pipeline.config;

import java.util.EnumSet;
import java.util.Set;

/** The servers of the pipeline file, by their sections. */
public enum ServerName {
    SOURCE("source.password"),
    TARGET("target.password"),
    LOG("log.password"),
    BROKER("broker.sasl.password");

    private final String password;

    ServerName(String password) {
        this.password = password;
    }

    /** Returns all servers. */
    public static Set<ServerName> all() {
        return EnumSet.allOf(ServerName.class);
    }

    /** Returns the path of its password, below the root. */
    String password() {
        return password;
    }
}
