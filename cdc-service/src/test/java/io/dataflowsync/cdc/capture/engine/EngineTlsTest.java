package io.dataflowsync.cdc.capture.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig.Captured;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.pipeline.config.Tls;
import io.dataflowsync.pipeline.config.Tls.Mode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineTlsTest {
    @ParameterizedTest
    @CsvSource({
        "OFF, disabled, true",
        "OFF, disabled, false",
        "REQUIRED, required, false",
        "VERIFY_CA, verify_ca, false",
        "VERIFY_IDENTITY, verify_identity, false"
    })
    void aModeIsInTheEnginesWords(Mode mode, String word, boolean keyRetrieval) {
        SourceConfig source = new SourceConfig(
                "db57",
                3306,
                "dfs",
                new Secret("p"),
                new Captured(List.of("shop"), List.of(), List.of()),
                new Tls(mode, Optional.empty(), Optional.empty()),
                keyRetrieval);
        assertThat(EngineTls.of(source))
                .isEqualTo(Map.of(
                        "database.ssl.mode", word, "driver.allowPublicKeyRetrieval", Boolean.toString(keyRetrieval)));
    }
}
