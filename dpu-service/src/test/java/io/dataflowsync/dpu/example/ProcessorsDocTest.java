package io.dataflowsync.dpu.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code in {@code docs/processors.md} is the code that is tested here. */
class ProcessorsDocTest {
    @ParameterizedTest
    @ValueSource(strings = {"CustomerProcessor", "CustomerProcessorTest"})
    void theDocumentShowsTheExample(String name) throws IOException {
        String code = Files.readString(Path.of("src/test/java/io/dataflowsync/dpu/example", name + ".java"));
        assertThat(Files.readString(Path.of("../docs/processors.md"))).contains("```java\n" + code + "```");
    }
}
