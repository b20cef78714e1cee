package io.dataflowsync.contract.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorsDocTest {

    @Test
    void thePageTellsOfEveryCodeWithItsKindAndItsRemedy() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("..", "docs", "errors.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .toList();

        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(ErrorCode.values())
                        .map(code -> "| `" + code.word() + "` | " + code.kind().word() + " | "
                                + code.remedy().replace("|", "\\|") + " |")
                        .toList());
    }

    @Test
    void aCodeIsFoundByItsWord() {
        assertThat(ErrorCode.ofWord("duplicate-value")).contains(ErrorCode.DUPLICATE_VALUE);
        assertThat(ErrorCode.ofWord("1062")).isEmpty();
    }
}
