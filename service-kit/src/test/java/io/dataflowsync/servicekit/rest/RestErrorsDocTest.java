package io.dataflowsync.servicekit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestErrorsDocTest {
    @Test
    void theDocumentationHasEveryCodeWithItsStatusAndRemedy() throws IOException {
        String text = Files.readString(Path.of("..", "docs", "security.md"));
        String section = text.substring(text.indexOf("## Errors over HTTP"));
        List<String> rows = section.substring(0, section.indexOf("\n## ", 1))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .isEqualTo(Arrays.stream(RestErrorCode.values())
                        .map(code -> "| `" + code.word() + "` | " + code.status() + " | " + code.remedy() + " |")
                        .toList());
    }
}
