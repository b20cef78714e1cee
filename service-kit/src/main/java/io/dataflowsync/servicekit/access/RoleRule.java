package io.dataflowsync.servicekit.access;

import java.util.Optional;

/**
 * Decides which role a request needs. A request that is not named here needs the viewer's role to read, and the operator's role to change
 * something.
 */
final class RoleRule {
    /** The path for probes: it answers up or down and a code, but no data. */
    static final String HEALTH = "/q/health";

    private RoleRule() {}

    /** Returns the role that a request needs; empty if it needs none. */
    static Optional<Role> needed(RequestFacts arrival) {
        if (arrival.isChange()) {
            return Optional.of(Role.OPERATOR);
        }
        String path = arrival.path();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/") ? Optional.empty() : Optional.of(Role.VIEWER);
    }
}
