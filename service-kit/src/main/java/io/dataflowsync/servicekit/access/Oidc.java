package io.dataflowsync.servicekit.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The provider whose bearer tokens are accepted.
 *
 * @param url the URL of the issuer
 * @param audience the audience that a token must have; empty: any
 * @param rolesClaim the path of the claim with {@code viewer} or {@code operator}, as {@code realm_access/roles}; empty: {@code groups}
 */
record Oidc(String url, String audience, String rolesClaim) {
    static final String URL = "DFS_OIDC_URL";
    static final String AUDIENCE = "DFS_OIDC_AUDIENCE";
    static final String ROLES = "DFS_OIDC_ROLES";

    static Optional<Oidc> of(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "");
        return url.isEmpty()
                ? Optional.empty()
                : Optional.of(new Oidc(
                        url, environment.getOrDefault(AUDIENCE, ""), environment.getOrDefault(ROLES, "groups")));
    }

    /** Returns the settings under the framework's names. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.oidc.tenant-enabled", "true");
        settings.put("quarkus.oidc.auth-server-url", url);
        settings.put("quarkus.oidc.application-type", "service");
        settings.put("quarkus.oidc.roles.role-claim-path", rolesClaim.isEmpty() ? "groups" : rolesClaim);
        // The service can start while the provider is unreachable; it calls the provider when the first token comes.
        settings.put("quarkus.oidc.connection-delay", "0S");
        if (!audience.isEmpty()) {
            settings.put("quarkus.oidc.token.audience", audience);
        }
        return settings;
    }
}
