package io.dataflowsync.servicekit.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineSettingsTest {
    private static final String NAME = "quarkus.datasource.log.password";

    @AfterEach
    void forget() {
        PipelineSettings.use(Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "${HOME}", "a$$b", "\\${x}\\", "$", " a, b ", "#{x}"})
    void aPasswordReachesTheFrameworkAsItIs(String password) {
        PipelineSettings.use(Map.of(NAME, password));
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PipelineSettings())
                .build();
        assertThat(config.getValue(NAME, String.class)).isEqualTo(password);
        assertThat(System.getProperties()).doesNotContainKey(NAME);
    }
}
