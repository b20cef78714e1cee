package io.dataflowsync.monitor.feed;

import io.dataflowsync.servicekit.access.AccessSettings;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The user as which the monitor itself reads the status of the other services: a viewer of theirs.
 *
 * @param authorization the header's value; empty if no user is named. It is printed as stars.
 */
public record ServiceLogin(Optional<String> authorization) {
    private static final String USER = "MONITOR_USER";
    private static final String PASSWORD = "MONITOR_PASSWORD";

    /**
     * Reads the user that {@code MONITOR_USER} and {@code MONITOR_PASSWORD} name; else the admin of the environment, if there is one.
     */
    public static ServiceLogin of(Map<String, String> environment) {
        String user = environment.getOrDefault(USER, "");
        return new ServiceLogin(
                user.isEmpty()
                        ? AccessSettings.adminPassword(environment)
                                .map(password -> basic(AccessSettings.ADMIN, password))
                        : AccessSettings.secret(environment, PASSWORD).map(password -> basic(user, password)));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder authorize(HttpRequest.Builder request) {
        authorization.ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    @Override
    public String toString() {
        return "***";
    }
}
