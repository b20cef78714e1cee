package io.dataflowsync.servicekit.access;

import io.dataflowsync.contract.config.InvalidPipelineException;
import io.dataflowsync.contract.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who may call a service, and under which names.
 *
 * @param usersFile the file of users
 * @param admin the one operator that the environment names
 * @param hosts under which the service may be called
 * @param https how the calls are encrypted
 */
public record AccessSettings(
        Optional<Path> usersFile, Optional<User> admin, HostNames hosts, Optional<Oidc> oidc, HttpsSettings https) {
    /** The one user without a file: an operator. */
    public static final String ADMIN = "admin";

    static final String ADMIN_PASSWORD = "DFS_ADMIN_PASSWORD";

    /**
     * What the environment says.
     *
     * @throws InvalidPipelineException where the file of users, that of the admin's password, or a certificate is no good
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

    /** The password of {@link #ADMIN}; empty where there is no such user. */
    public static Optional<String> adminPassword(Map<String, String> environment) {
        return secret(environment, ADMIN_PASSWORD);
    }

    /**
     * What a variable has, or the file that the variable of its name with {@code _FILE} behind it names.
     *
     * @throws InvalidPipelineException where that file cannot be read
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
     * Everyone who can sign in with a password, by name, as the file is now.
     *
     * @throws InvalidPipelineException where the file is no good
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

    /** What the framework must know of it, under its names. */
    public Map<String, String> framework() {
        return oidc.map(Oidc::settings).orElse(Map.of());
    }
}
