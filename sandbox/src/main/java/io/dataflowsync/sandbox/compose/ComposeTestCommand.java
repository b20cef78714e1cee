package io.dataflowsync.sandbox.compose;

import io.dataflowsync.sandbox.demo.Ending;
import io.dataflowsync.sandbox.demo.KeptLogs;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./dfs compose-test}: runs the compose file in the container engine of this machine. */
@Command(
        name = "compose-test",
        description = "Builds the compose file, starts it, breaks each part of it, and compares row by row.")
public final class ComposeTestCommand implements Callable<Integer> {
    private static final String SECRET = "it's a ";
    /** The password has characters that end or escape a text in other places. */
    private static final String PASSWORD = SECRET + "\"test\" \\ of $x";

    private static final Pattern IMAGE = Pattern.compile("(?m)^(?:FROM| +image:) (\\S+:\\S+)");

    @Option(names = "--cached", description = "the first build may use what an earlier one has left")
    private boolean cached;

    private final Progress progress = Progress.to(System.out);

    @Override
    public Integer call() throws SQLException {
        try (RunDirectory run = RunDirectory.open()) {
            boolean clean = false;
            try {
                Path pipeline = pipelineFile(run);
                Path secrets = secrets(run);
                Map<String, String> settings =
                        Map.of("DFS_PIPELINE_FILE", pipeline.toString(), "DFS_SECRETS", secrets.toString());
                ContainerEngine engine = new ContainerEngine(run.path().resolve("docker.log"), settings);
                Optional<String> obstacle = obstacle(engine);
                if (obstacle.isPresent()) {
                    progress.line("skipped: " + obstacle.get());
                    return 0;
                }
                clean = isClean(run, engine, pipeline, secrets);
            } catch (EngineFailure | LaunchFailure | IllegalStateException | SQLException e) {
                Ending.stopHereIfEnding(run);
                progress.line("failed: " + e.getMessage());
            }
            if (!clean) {
                progress.line("the logs are in " + KeptLogs.keep(run));
            }
            return clean ? 0 : 1;
        }
    }

    /** The reason why the test cannot run here; empty if an engine answers that has the images or can pull them. */
    private static Optional<String> obstacle(ContainerEngine engine) {
        return engine.obstacle().or(() -> Stream.of("deploy/docker/Dockerfile", "docker-compose.yml")
                .flatMap(file ->
                        IMAGE.matcher(read(ProjectRoot.path().resolve(file))).results())
                .map(match -> match.group(1))
                .filter(image -> !engine.has(image))
                .map(image -> "the container engine has no image " + image + " and cannot pull it")
                .findFirst());
    }

    private boolean isClean(RunDirectory run, ContainerEngine engine, Path pipeline, Path secrets) throws SQLException {
        progress.line("container engine " + engine.version());
        Protocol protocol = new Protocol(progress);
        try (ComposeProject project = new ComposeProject(engine, ProjectRoot.path(), run.path())) {
            ComposedDatabases databases = new ComposedDatabases(pipeline, secrets, project.logPort(), PASSWORD);
            try {
                new ComposeTest(project, databases, new ServiceCalls(PASSWORD), protocol, pipeline, SECRET).run(cached);
            } catch (LaunchFailure | EngineFailure | SQLException | IllegalStateException e) {
                write(run.path().resolve("containers.log"), project.logs());
                throw e;
            }
        }
        progress.line(String.format("%d steps in %.0f s", protocol.steps(), protocol.seconds()));
        return true;
    }

    /** A copy of the pipeline file that the compose file mounts, for the test to change. */
    private static Path pipelineFile(RunDirectory run) {
        try {
            return Files.copy(
                    ProjectRoot.path().resolve("deploy/pipeline.yaml"),
                    run.path().resolve("pipeline.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory with the password of every user, one file each. */
    private static Path secrets(RunDirectory run) {
        Path directory = run.path().resolve("secrets");
        try {
            Files.createDirectories(directory);
            for (String name : ComposedDatabases.SECRETS) {
                Files.writeString(directory.resolve(name), PASSWORD);
            }
            Files.writeString(directory.resolve("users"), "");
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
