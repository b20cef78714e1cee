package io.dataflowsync.servicekit.access;

import io.dataflowsync.pipeline.config.InvalidPipelineException;
import io.dataflowsync.pipeline.config.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the file of users: a line {@code name:role:hash} for each; empty lines and those that begin with {@code #} are left out. */
final class UsersFile {
    static final String VARIABLE = "DFS_USERS_FILE";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,64}");
    private static final String MAKE = "write the line that './dfs user NAME ROLE' prints";

    private final Path path;
    private final Map<String, User> users = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private UsersFile(Path path) {
        this.path = path;
    }

    /**
     * Reads the users of a file, by name.
     *
     * @throws InvalidPipelineException with every problem; no line of the file is part of its message
     */
    static Map<String, User> read(Path path) {
        UsersFile file = new UsersFile(path);
        file.read();
        if (!file.problems.isEmpty()) {
            throw new InvalidPipelineException(file.problems);
        }
        return Map.copyOf(file.users);
    }

    /** Whether a user can have this name. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    private void read() {
        try {
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && !line.startsWith("#")) {
                    readUser(line, path + ":" + (i + 1));
                }
            }
        } catch (NoSuchFileException e) {
            problems.add(new Problem(VARIABLE, "no such file: " + path, "name the file of users, or unset it"));
        } catch (IOException e) {
            problems.add(new Problem(
                    VARIABLE, "the file " + path + " cannot be read as text", "let the service's user read it"));
        }
    }

    private void readUser(String line, String place) {
        String[] parts = line.split(":", -1);
        if (parts.length != 3) {
            problems.add(new Problem(place, "not name:role:hash", MAKE));
            return;
        }
        Optional<Role> role = Role.ofWord(parts[1].strip());
        if (!isName(parts[0])) {
            problems.add(new Problem(
                    place, "the name is not one", "use up to 64 letters, digits and . _ @ + - in a user's name"));
        } else if (role.isEmpty()) {
            problems.add(new Problem(place, "the role is not one", "write viewer or operator"));
        } else {
            keep(parts[0], role.get(), parts[2].strip(), place);
        }
    }

    private void keep(String name, Role role, String hash, String place) {
        try {
            if (users.putIfAbsent(name, new User(name, role, new PasswordHash(hash))) != null) {
                problems.add(new Problem(place, "the user " + name + " is there twice", "keep one of the two lines"));
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(place, String.valueOf(e.getMessage()), MAKE));
        }
    }
}
