package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Documents of a single value, in the form of MySQL's own description ({@code json_binary.h}): a type and its bytes. */
class JsonTextTest {
    @Test
    void aDoubleIsPrintedAsMysqlDoes() throws IOException {
        assertThat(number(1.0)).isEqualTo("1.0");
        assertThat(number(-0.5)).isEqualTo("-0.5");
        assertThat(number(0.0)).isEqualTo("0.0");
        assertThat(number(1e300)).isEqualTo("1e300");
        assertThat(number(1.5e-7)).isEqualTo("1.5e-7");
        assertThat(number(12345678.9)).isEqualTo("12345678.9");
        assertThat(number(100)).isEqualTo("100.0");
        assertThat(number(Double.MIN_VALUE)).isEqualTo("4.9e-324");
    }

    @Test
    void aTimeKeepsItsSignAndItsFraction() throws IOException {
        assertThat(time((10L << 12 | 11 << 6 | 12) << 24 | 13)).isEqualTo("\"10:11:12.000013\"");
        assertThat(time(-((10L << 12 | 11 << 6 | 12) << 24 | 13))).isEqualTo("\"-10:11:12.000013\"");
        assertThat(time(-500_000)).isEqualTo("\"-00:00:00.500000\"");
    }

    @Test
    void signsThatJsonHasItsOwnFormForAreEscaped() throws IOException {
        assertThat(JsonText.of(HexFormat.of().parseHex("0c0a" + "225c080c0a0d0900612f")))
                .isEqualTo("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000a/\"");
    }

    @Test
    void bytesSayWhatTheyWere() throws IOException {
        assertThat(JsonText.of(HexFormat.of().parseHex("0ffc03ff00fe"))).isEqualTo("\"base64:type252:/wD+\"");
    }

    @Test
    void anEmptyDocumentIsNull() throws IOException {
        assertThat(JsonText.of(new byte[0])).isEqualTo("null");
    }

    private static String number(double value) throws IOException {
        return JsonText.of(little(9).put((byte) 0x0b).putDouble(value).array());
    }

    private static String time(long packed) throws IOException {
        return JsonText.of(little(11)
                .put((byte) 0x0f)
                .put((byte) 0x0b)
                .put((byte) 8)
                .putLong(packed)
                .array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
