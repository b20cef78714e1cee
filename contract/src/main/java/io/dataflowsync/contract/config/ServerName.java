package io.dataflowsync.contract.config;

import java.util.EnumSet;
import java.util.Set;

/** A server that the pipeline file names, by its section. */
public enum ServerName {
    SOURCE("source.password"),
    TARGET("target.password"),
    LOG("log.password"),
    BROKER("broker.sasl.password");

    private final String password;

    ServerName(String password) {
        this.password = password;
    }

    /** All of them. */
    public static Set<ServerName> all() {
        return EnumSet.allOf(ServerName.class);
    }

    /** Where the password to it stands, below the root. */
    String password() {
        return password;
    }
}
