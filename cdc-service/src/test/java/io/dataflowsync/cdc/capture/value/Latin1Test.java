package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class Latin1Test {
    @Test
    void everyByteIsASignOfItsOwn() {
        Set<String> signs = new HashSet<>();
        for (int code = 0; code < 256; code++) {
            signs.add(Latin1.decode(new byte[] {(byte) code}));
        }
        assertThat(signs).hasSize(256).doesNotContain("\uFFFD");
    }

    @Test
    void theSecondHalfBeginsWithTheEuroAndHasControlsWhereWindowsHasNothing() {
        assertThat(Latin1.decode(new byte[] {(byte) 0x80, (byte) 0x81, (byte) 0x9D, (byte) 0xE9}))
                .isEqualTo("\u20ac\u0081\u009d\u00e9");
    }
}
