package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.pipeline.config.Conversion;
import io.dataflowsync.pipeline.config.Conversion.Kind;
import java.math.BigInteger;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConverterTest {
    private static Object convert(Kind kind, @Nullable String pattern, Object value) {
        return Converter.of(new Conversion(kind, Optional.ofNullable(pattern))).convert(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATE | dd.MM.yyyy | 24.12.1999 | 1999-12-24",
                "DATE | d MMM uuuu | 4 Mar 2021 | 2021-03-04",
                "DATE | yyyyMMddHHmmss | 20210304050607 | 2021-03-04 05:06:07",
                "DATE | dd.MM.yyyy HH:mm:ss.SSS | 04.03.2021 05:06:07.089 | 2021-03-04 05:06:07.089",
                "FORMAT | yyyyMMdd | 2021-03-04 05:06:07.5 | 20210304",
                "FORMAT | dd/MM/yyyy | 2021-03-04 | 04/03/2021",
                "EPOCH_SECONDS | | 1614834367 | 2021-03-04 05:06:07",
                "EPOCH_SECONDS | | 1614834367.25 | 2021-03-04 05:06:07.25",
                "EPOCH_SECONDS | | -1 | 1969-12-31 23:59:59",
                "EPOCH_MILLIS | | 1614834367089 | 2021-03-04 05:06:07.089",
                "TO_EPOCH_SECONDS | | 1970-01-02 00:00:00 | 86400",
                "TO_EPOCH_SECONDS | | 1970-01-01 00:00:00.500000 | 0.5",
                "TO_EPOCH_MILLIS | | 2021-03-04 05:06:07.089 | 1614834367089",
                "TO_EPOCH_SECONDS | | 1970-01-02 | 86400",
                "NUMBER | | ' 1,234.50 ' | 1234.50",
                "NUMBER | , | 1.234.567,89 | 1234567.89",
                "NUMBER | | 18446744073709551615 | 18446744073709551615",
                "NUMBER | | -7 | -7",
                "TEXT | | 7 | 7",
                "BOOLEAN | | Y | 1",
                "BOOLEAN | | No | 0",
                "TRIM | | ' x y ' | x y",
                "HEX | | 0x00FF | 00FF",
            })
    void aValueBecomesAnother(Kind kind, @Nullable String pattern, String value, String expected) {
        Object given = value.startsWith("0x") ? new Binary(new byte[] {0, (byte) 0xFF}) : value;
        assertThat(convert(kind, pattern, given)).hasToString(expected);
    }

    @Test
    void bytesComeOfTexts() {
        Binary bytes = new Binary(new byte[] {0, (byte) 0xFF});
        assertThat(convert(Kind.UNHEX, null, "00ff")).isEqualTo(bytes);
        assertThat(convert(Kind.UNBASE64, null, "AP8=")).isEqualTo(bytes);
        assertThat(convert(Kind.BASE64, null, bytes)).isEqualTo("AP8=");
        Object uuid = convert(Kind.UUID_BYTES, null, "00112233-4455-6677-8899-AABBCCDDEEFF");
        assertThat(convert(Kind.UUID, null, uuid)).isEqualTo("00112233-4455-6677-8899-aabbccddeeff");
    }

    @Test
    void numbersAreOfTheKindsThatARowHolds() {
        assertThat(convert(Kind.NUMBER, null, "7")).isEqualTo(7L);
        assertThat(convert(Kind.NUMBER, null, "18446744073709551615"))
                .isEqualTo(new BigInteger("18446744073709551615"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DATE | dd.MM.yyyy | yesterday",
                "DATE | dd.MM.uuuu | 32.01.2020",
                "DATE | dd.MM.yyyy | 31.02.2020",
                "FORMAT | yyyy | 0000-00-00",
                "EPOCH_SECONDS | | soon",
                "EPOCH_SECONDS | | 0.0000001",
                "NUMBER | | many",
                "NUMBER | | 1e9999",
                "NUMBER | | ''",
                "BOOLEAN | | maybe",
                "HEX | | no bytes",
                "UNHEX | | 0xyz",
                "UNHEX | | abc",
                "UNBASE64 | | ä!",
                "UUID_BYTES | | 0011",
            })
    void whatCannotBeConvertedSaysSo(Kind kind, @Nullable String pattern, String value) {
        assertThatThrownBy(() -> convert(kind, pattern, value))
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONVERSION))
                .hasMessageStartingWith("cannot convert '" + value + "' by ");
    }
}
