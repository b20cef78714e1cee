package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.Binary;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MalformedTextTest {
    @Test
    void halvesOfASignStayBytes() {
        assertThat(read("41EDA0BDEDB880", "utf8")).isEqualTo(binary("41EDA0BDEDB880"));
        assertThat(read("41EDA0BDEDB881", "utf8")).isEqualTo(binary("41EDA0BDEDB881"));
        assertThat(read("C3", "utf8mb4")).isEqualTo(binary("C3"));
        assertThat(read("0041D83D", "ucs2")).isEqualTo(binary("0041D83D"));
    }

    @Test
    void aReplacementCharacterOfTheSourceIsAText() {
        assertThat(read("41EFBFBD", "utf8")).isEqualTo("A\uFFFD");
        assertThat(read("FFFD", "ucs2")).isEqualTo("\uFFFD");
        assertThat(read("EFBFBDEDA0BD", "utf8")).isEqualTo(binary("EFBFBDEDA0BD"));
    }

    @Test
    void aTextIsItself() {
        assertThat(read("", "utf8")).isEqualTo("");
        assertThat(read("F09F8EB2", "utf8mb4")).isEqualTo("🎲");
        assertThat(read("E4", "latin1")).isEqualTo("ä");
    }

    private static Object read(String bytes, String charset) {
        return MalformedText.textOrBytes(MalformedText.decode(
                HexFormat.of().parseHex(bytes), ServerCharset.named(charset).orElseThrow()));
    }

    private static Binary binary(String bytes) {
        return new Binary(HexFormat.of().parseHex(bytes));
    }
}
