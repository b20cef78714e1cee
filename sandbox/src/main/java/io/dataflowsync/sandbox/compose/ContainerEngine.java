package io.dataflowsync.sandbox.compose;

import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Calls the container engine of this machine by its client, {@code docker}. */
final class ContainerEngine {
    private static final Duration QUICK = Duration.ofSeconds(20);
    private static final Duration PULL = Duration.ofMinutes(10);
    private static final int LINES_SHOWN = 15;

    private final Path log;
    private final Map<String, String> environment;

    /**
     * @param log takes the calls and their error output
     * @param environment variables that are added to the launcher's
     */
    ContainerEngine(Path log, Map<String, String> environment) {
        this.log = log;
        this.environment = environment;
    }

    /** The reason why nothing can be run here; empty if an engine with compose answers. */
    Optional<String> obstacle() {
        if (exitCode(QUICK, "version", "--format", "{{.Server.Version}}") != 0) {
            return Optional.of("no container engine answers here");
        }
        if (exitCode(QUICK, "compose", "version") != 0) {
            return Optional.of("the container engine here has no compose");
        }
        return Optional.empty();
    }

    /** Whether the image is on this machine, or can be pulled. */
    boolean has(String image) {
        return exitCode(QUICK, "image", "inspect", image) == 0 || exitCode(PULL, "pull", "--quiet", image) == 0;
    }

    /** The version of the engine. */
    String version() {
        return run(QUICK, "version", "--format", "{{.Server.Version}}");
    }

    /**
     * Runs a command, and returns its output without the last line break.
     *
     * @throws LaunchFailure if it fails or takes longer
     */
    String run(Duration patience, String... arguments) {
        Path output = output();
        try {
            int code = exitCode(patience, output, arguments);
            if (code != 0) {
                throw new LaunchFailure("docker " + String.join(" ", arguments) + " ended with exit code " + code
                        + ":\n" + lastLines());
            }
            return Files.readString(output).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int exitCode(Duration patience, String... arguments) {
        return exitCode(patience, output(), arguments);
    }

    private int exitCode(Duration patience, Path output, String... arguments) {
        List<String> command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(output.toFile())
                .redirectError(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.writeString(
                    log, "$ " + String.join(" ", command) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return await(builder.start(), patience);
        } catch (IOException e) {
            return 127;
        }
    }

    private static int await(Process process, Duration patience) {
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroy();
                throw new LaunchFailure(process.info().commandLine().orElse("docker") + " took more than "
                        + patience.toSeconds() + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted");
        }
    }

    private Path output() {
        return log.resolveSibling("docker.out");
    }

    private String lastLines() throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
    }
}
