package io.dataflowsync.servicekit.access;

import java.util.Optional;

/** Which role a request needs. Whatever is not named here needs the viewer's to be read, and the operator's to be changed. */
final class RoleRule {
    /** What probes ask: up or down and a code, and no data. */
    static final String HEALTH = "/q/health";

    private RoleRule() {}

    /** The role that a request needs; empty where it needs none. */
    static Optional<Role> needed(RequestFacts arrival) {
        if (arrival.isChange()) {
            return Optional.of(Role.OPERATOR);
        }
        String path = arrival.path();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/") ? Optional.empty() : Optional.of(Role.VIEWER);
    }
}
