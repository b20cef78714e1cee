package io.dataflowsync.servicekit.access;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings that say who may call a service, and under which names.
 *
 * @param usersFile the file of users
 * @param admin the only operator that the environment defines
 * @param hosts the names under which the service may be called
 * @param https the encryption of the calls
 */
public record AccessSettings(
        Optional<Path> usersFile, Optional<User> admin, HostNames hosts, Optional<Oidc> oidc, HttpsSettings https) {
    /** The only user without a file, an operator. */
    public static final String ADMIN = "admin";

    static final String ADMIN_PASSWORD = "DFS_ADMIN_PASSWORD";

    /**
     * Reads the settings from the environment.
     *
     * @throws InvalidPipelineException if the file of users, the file of the admin's password, or a certificate is not valid
     */
    public static AccessSettings of(Map<String, String> environment) {
        String file = environment.getOrDefault(UsersFile.VARIABLE, "");
        AccessSettings settings = new AccessSettings(
                file.isEmpty() ? Optional.empty() : Optional.of(Path.of(file)),
                adminPassword(environment).map(password -> new User(ADMIN, Role.OPERATOR, PlainPassword.of(password))),
                HostNames.of(environment.getOrDefault(HostNames.VARIABLE, "")),
                Oidc.of(environment),
                HttpsSettings.of(environment));
        settings.readUsers();
        return settings;
    }

    /** Returns the password of {@link #ADMIN}; empty if there is no such user. */
    public static Optional<String> adminPassword(Map<String, String> environment) {
        return secret(environment, ADMIN_PASSWORD);
    }

    /**
     * Returns the value of a variable, or the text of the file that the variable with the suffix {@code _FILE} names.
     *
     * @throws InvalidPipelineException if that file cannot be read
     */
    public static Optional<String> secret(Map<String, String> environment, String variable) {
        String file = environment.getOrDefault(variable + "_FILE", "");
        return Optional.of(file.isEmpty() ? environment.getOrDefault(variable, "") : read(file, variable + "_FILE"))
                .filter(text -> !text.isEmpty());
    }

    private static String read(String file, String variable) {
        try {
            return Files.readString(Path.of(file)).replaceFirst("\\r?\\n\\z", "");
        } catch (IOException e) {
            throw new InvalidPipelineException(List.of(new Problem(
                    variable, "the file " + file + " cannot be read as text", "name a file with the password alone")));
        }
    }

    /**
     * Reads all users that can sign in with a password from the present file, by name.
     *
     * @throws InvalidPipelineException if the file is not valid
     */
    Map<String, User> readUsers() {
        Map<String, User> users = usersFile.map(UsersFile::read).orElse(Map.of());
        if (admin.isEmpty()) {
            return users;
        }
        if (users.containsKey(ADMIN)) {
            throw new InvalidPipelineException(List.of(new Problem(
                    UsersFile.VARIABLE,
                    "the file has a user " + ADMIN + ", and " + ADMIN_PASSWORD + " is set",
                    "remove one of the two")));
        }
        Map<String, User> all = new HashMap<>(users);
        all.put(ADMIN, admin.get());
        return Map.copyOf(all);
    }

    /** Returns the settings for the framework, under the framework's names. */
    public Map<String, String> framework() {
        return oidc.map(Oidc::settings).orElse(Map.of());
    }
}
