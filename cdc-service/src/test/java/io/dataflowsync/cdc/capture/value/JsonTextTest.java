package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aNumberHasTheSignAndTheWidthOfItsType() throws IOException {
        assertThat(hex("05ffff")).isEqualTo("-1");
        assertThat(hex("06ffff")).isEqualTo("65535");
        assertThat(hex("07ffffffff")).isEqualTo("-1");
        assertThat(hex("08ffffffff")).isEqualTo("4294967295");
        assertThat(hex("09ffffffffffffffff")).isEqualTo("-1");
        assertThat(hex("0affffffffffffffff")).isEqualTo("18446744073709551615");
    }

    /** {"a": [1, null, 4294967295], "bc": true}, in both forms. */
    @Test
    void whatFitsStandsWhereThePlaceOfOthersDoes() throws IOException {
        assertThat(hex("00" + "0200" + "2c00" + "12000100" + "13000200" + "021500" + "040100" + "61" + "6263" + "0300"
                        + "1100" + "050100" + "040000" + "080d00" + "ffffffff"))
                .isEqualTo("{\"a\": [1, null, 4294967295], \"bc\": true}");
        assertThat(hex("01" + "02000000" + "41000000" + "1e0000000100" + "1f0000000200" + "0321000000" + "0401000000"
                        + "61" + "6263" + "03000000" + "17000000" + "0501000000" + "0400000000" + "08ffffffff"))
                .isEqualTo("{\"a\": [1, null, 4294967295], \"bc\": true}");
        assertThat(hex("0000000400")).isEqualTo("{}");
        assertThat(hex("0200000400")).isEqualTo("[]");
    }

    @Test
    void daysAndMomentsAreTextsOfThem() throws IOException {
        long day = (2026L * 13 + 11) << 5 | 29;
        assertThat(opaque(10, day << 41)).isEqualTo("\"2026-11-29\"");
        assertThat(opaque(12, (day << 17 | 10 << 12 | 11 << 6 | 12) << 24 | 7))
                .isEqualTo("\"2026-11-29 10:11:12.000007\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0d", "0403", "05ff", "0c05616263", "0cffffffffff01", "0000", "000100ff000b0001000c0000"})
    void whatIsNoDocumentIsRefused(String hex) {
        assertThatThrownBy(() -> hex(hex)).isInstanceOf(IOException.class).hasMessageContaining("cannot be read");
    }

    @Test
    void bytesSayWhatTheyWere() throws IOException {
        assertThat(JsonText.of(HexFormat.of().parseHex("0ffc03ff00fe"))).isEqualTo("\"base64:type252:/wD+\"");
    }

    @Test
    void anEmptyDocumentIsNull() throws IOException {
        assertThat(JsonText.of(new byte[0])).isEqualTo("null");
    }

    private static String hex(String document) throws IOException {
        return JsonText.of(HexFormat.of().parseHex(document));
    }

    private static String number(double value) throws IOException {
        return JsonText.of(little(9).put((byte) 0x0b).putDouble(value).array());
    }

    private static String time(long packed) throws IOException {
        return opaque(11, packed);
    }

    private static String opaque(int type, long packed) throws IOException {
        return JsonText.of(little(11)
                .put((byte) 0x0f)
                .put((byte) type)
                .put((byte) 8)
                .putLong(packed)
                .array());
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
