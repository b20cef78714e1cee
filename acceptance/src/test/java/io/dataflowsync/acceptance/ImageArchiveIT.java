package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.launch.ProjectRoot;
import io.dataflowsync.sandbox.launch.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The step of the Dockerfile that keeps the classes of a start: it makes the archive, and writes nothing into the build's output. */
class ImageArchiveIT {
    private static final String SECONDS = "8";

    @TempDir
    private Path directory;

    @Test
    void theArchiveIsMadeAndNothingIsWritten() throws Exception {
        Path built = Service.CDC.jar().getParent();
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copy(file, directory.resolve(built.relativize(file)));
            }
        }
        ProcessBuilder step = new ProcessBuilder(
                        "sh",
                        ProjectRoot.path().resolve("deploy/docker/archive.sh").toString(),
                        SECONDS)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        step.environment().remove("JAVA_TOOL_OPTIONS");

        Process made = step.start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(made.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
        assertThat(directory.resolve("start.jsa")).isNotEmptyFile();
    }

    private static void copy(Path file, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
    }
}
