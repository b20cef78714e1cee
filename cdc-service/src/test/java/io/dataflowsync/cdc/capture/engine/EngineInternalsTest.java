package io.dataflowsync.cdc.capture.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.debezium.connector.mysql.Module;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineInternalsTest {
    @Test
    void theEngineHasTheVersionThatItsMembersWereReadIn() {
        assertThat(Module.version()).isEqualTo(EngineMember.VERSION);
    }

    @ParameterizedTest
    @EnumSource
    void theEngineHasTheField(EngineMember member) {
        assertThat(member.find().trySetAccessible()).isTrue();
    }

    @Test
    void theEngineHasTheMethod() {
        assertThat(EngineMember.drainRecords().trySetAccessible()).isTrue();
    }

    /** {@link EngineMember} lists every private member of the engine that this package uses, because no other class looks one up. */
    @Test
    void noOtherClassReadsByReflection() throws IOException, URISyntaxException {
        Path member = classFile(EngineMember.class);
        List<Path> others;
        try (Stream<Path> files = Files.list(member.getParent())) {
            others = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> !file.equals(member))
                    .toList();
        }
        assertThat(others)
                .contains(classFile(EngineQueue.class), classFile(GuardedTask.class))
                .allSatisfy(file -> assertThat(names(file)).doesNotContain("getDeclared", "setAccessible"));
        assertThat(names(member)).contains("getDeclaredField", "getDeclaredMethod", "setAccessible");
    }

    @Test
    void aFieldOfAnotherObjectIsAMistakeOfOurs() {
        assertThatThrownBy(() -> EngineMember.QUEUE_LOCK.read("no queue")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Path classFile(Class<?> type) throws URISyntaxException {
        return Path.of(type.getResource(type.getSimpleName() + ".class").toURI());
    }

    /** The constants of a class file, which name each method that the class calls. */
    private static String names(Path classFile) throws IOException {
        return Files.readString(classFile, StandardCharsets.ISO_8859_1);
    }
}
