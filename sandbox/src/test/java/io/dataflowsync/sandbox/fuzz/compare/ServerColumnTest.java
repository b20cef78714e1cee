package io.dataflowsync.sandbox.fuzz.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerColumnTest {
    @Test
    void aNumberKeepsAllOfItsDigitsAndTheSignOfZero() {
        assertThat(new ServerColumn("f", "float", "").asText()).isEqualTo("`f` * 1e0");
        assertThat(new ServerColumn("d", "double", "").asText()).isEqualTo("`d` * 1e0");
    }
}
