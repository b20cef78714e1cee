package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ErrorKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StopsDocTest {

    @Test
    void thePageTellsOfEveryCodeThatStopsTheCapture() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "when-the-capture-stops.md"));
        assertThat(Arrays.stream(ErrorCode.values())
                        .filter(code -> code.kind() == ErrorKind.STOP)
                        .filter(code ->
                                code.name().startsWith("SOURCE_") || code.name().endsWith("_REFUSES"))
                        .map(ErrorCode::word))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(page).contains("`" + code + "`"));
    }
}
