package io.dataflowsync.pipeline.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintedNumbersTest {
    @Test
    void onlyNumbersWithoutAFractionArePrintedOtherwise() {
        assertThat(PrintedNumbers.by57("{\"1.0\": 2.0, \"a\\\".0\": [-3.0, 4.05, \"5.0\", -0.0, 1.0e20]}"))
                .isEqualTo("{\"1.0\": 2, \"a\\\".0\": [-3, 4.05, \"5.0\", -0, 1.0e20]}");
    }
}
