package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.launch.ProjectRoot;
import io.dataflowsync.sandbox.launch.ServiceArchives;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Lets every program run once before the first test, as a build of {@code ./dfs} does, so that the hundreds of starts that follow are quick.
 * Only with {@code -Ddfs.archives=true}: it takes a minute, which a test or two do not win back.
 */
public final class ProgramArchives implements BeforeAllCallback {
    private static final boolean WANTED = Boolean.getBoolean("dfs.archives");

    @Override
    public void beforeAll(ExtensionContext context) throws IOException, InterruptedException {
        if (WANTED && !ServiceArchives.areMade()) {
            make();
        }
    }

    private static void make() throws IOException, InterruptedException {
        Path root = ProjectRoot.path();
        Process made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Ddfs.root=" + root,
                        "-jar",
                        root.resolve("sandbox/target/sandbox.jar").toString(),
                        "archive")
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "archives.log").toFile())
                .start();
        assertThat(made.waitFor()).as("the exit code, see target/archives.log").isZero();
    }
}
