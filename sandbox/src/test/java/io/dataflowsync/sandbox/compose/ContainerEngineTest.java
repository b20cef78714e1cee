package io.dataflowsync.sandbox.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where there is no engine: this machine's, if it has one, is out of reach here. */
class ContainerEngineTest {
    @Test
    void whereNoEngineAnswersItSaysSo(@TempDir Path directory) {
        ContainerEngine engine = engine(directory);
        assertThat(engine.obstacle()).contains("no container engine answers here");
        assertThat(engine.has("mysql:5.7")).isFalse();
    }

    @Test
    void aCallThatFailsIsNamed(@TempDir Path directory) {
        ContainerEngine engine = engine(directory);
        assertThatThrownBy(() -> engine.run(Duration.ofSeconds(20), "inspect", "nothing"))
                .isInstanceOf(LaunchFailure.class)
                .hasMessageStartingWith("docker inspect nothing ended with exit code ")
                .hasMessageContaining("$ docker inspect nothing");
    }

    private static ContainerEngine engine(Path directory) {
        String nowhere = "unix://" + directory.resolve("no.sock");
        return new ContainerEngine(directory.resolve("docker.log"), Map.of("DOCKER_HOST", nowhere));
    }
}
