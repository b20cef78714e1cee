package io.dataflowsync.cdc.capture.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.debezium.connector.mysql.Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /** So that the list above is the whole of it. */
    @Test
    void noOtherClassReadsByReflection() {
        List<Class<?>> others = List.of(
                EngineQueue.class,
                GuardedTask.class,
                GuardedConnector.class,
                LiteralRows.class,
                LiteralFields.class,
                Summaries.class,
                EngineParser.class,
                EngineEvents.class);
        assertThat(others).allSatisfy(type -> assertThat(names(type)).doesNotContain("getDeclared", "setAccessible"));
        assertThat(names(EngineMember.class)).contains("getDeclaredField", "getDeclaredMethod", "setAccessible");
    }

    @Test
    void aFieldOfAnotherObjectIsAMistakeOfOurs() {
        assertThatThrownBy(() -> EngineMember.QUEUE_LOCK.read("no queue")).isInstanceOf(IllegalArgumentException.class);
    }

    /** The constants of its class file, which name each method that it calls. */
    private static String names(Class<?> type) {
        try (InputStream file = type.getResourceAsStream(type.getSimpleName() + ".class")) {
            return new String(file.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
