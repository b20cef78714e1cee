package io.dataflowsync.acceptance;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeMappingDocTest {
    @Test
    void theDocumentNamesTheTypesThatAreProven() throws IOException {
        List<String> documented;
        try (var lines = Files.lines(Path.of("../docs/type-mapping.md"))) {
            documented = lines.dropWhile(line -> !line.startsWith("| "))
                    .takeWhile(line -> line.startsWith("|"))
                    .filter(line -> line.startsWith("| "))
                    .map(line -> line.split("\\|")[1].strip())
                    .filter(type -> !type.equals("type"))
                    .toList();
        }
        assertThat(documented).doesNotHaveDuplicates();
        assertThat(TypeCase.all().stream().map(TypeCase::name).collect(toSet()))
                .containsExactlyInAnyOrderElementsOf(documented);
    }
}
