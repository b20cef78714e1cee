package io.dataflowsync.sandbox.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds the differences of a server from the usual one.
 *
 * @param port absent: a free one
 * @param flags further flags ({@code --max-connections=5}; for the broker {@code name=value}); they come after the usual ones, so they
 * override them
 * @param environment variables in addition to the launcher's ({@code TZ})
 * @param home where its data lives; kept when the server ends, and used again by the next start. Absent: in the run directory
 */
public record EngineOptions(
        OptionalInt port, List<String> flags, Map<String, String> environment, Optional<Path> home) {

    public static final EngineOptions DEFAULT =
            new EngineOptions(OptionalInt.empty(), List.of(), Map.of(), Optional.empty());

    public EngineOptions withPort(int number) {
        return new EngineOptions(OptionalInt.of(number), flags, environment, home);
    }

    public EngineOptions withFlags(String... more) {
        return new EngineOptions(port, List.of(more), environment, home);
    }

    public EngineOptions withVariable(String name, String value) {
        return new EngineOptions(port, flags, Map.of(name, value), home);
    }

    public EngineOptions withHome(Path directory) {
        return new EngineOptions(port, flags, environment, Optional.of(directory));
    }
}
