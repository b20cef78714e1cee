package io.dataflowsync.sandbox.workload;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes random values, among them values that careless programs damage. */
final class Values {
    private static final List<String> TEXTS = List.of(
            "plain",
            "O'Brien \"the\" `quoted`",
            "back\\slash \\' \\n \\0 %_",
            "emoji \uD83D\uDE80\uD83D\uDC69\u200D\uD83D\uDCBB and \u00FC\u00DF\u4E2D\u6587",
            "None",
            "NULL",
            "null",
            "",
            " spaces at both ends  ",
            "two\nlines\tand a tab\r",
            "'; DROP TABLE customers; --",
            "${jndi:x} {{x}} #{x} :x ?",
            "</script><b>&amp;",
            "\u0080\u0091 and a zero \u0000 byte",
            "true",
            "0",
            "0x41",
            "2020-01-01 00:00:00");
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final LocalDateTime BEGIN = LocalDateTime.of(2024, 1, 1, 0, 0);

    private final Random random;

    Values(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String text() {
        return oneOf(TEXTS) + (oneIn(2) ? "" : " " + random.nextInt(1000));
    }

    @Nullable
    String textOrNull() {
        return oneIn(5) ? null : text();
    }

    String longText() {
        return text().repeat(1 + random.nextInt(40));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    byte @Nullable [] bytesOrNull(int maximum) {
        return oneIn(3) ? null : bytes(random.nextInt(maximum + 1));
    }

    /** A signed number with this number of digits after the point. */
    BigDecimal decimal(int digits, int scale) {
        BigInteger unscaled = new BigInteger(digits * 3, random);
        return new BigDecimal(oneIn(8) ? unscaled.negate() : unscaled, scale);
    }

    /** A number from the whole range of an unsigned 64 bit column. */
    BigInteger unsigned64() {
        return new BigInteger(64, random);
    }

    String dateTime() {
        return MICROS.format(
                BEGIN.plusNanos(random.nextInt(1_000_000) * 1000L).plusSeconds(random.nextInt(60_000_000)));
    }

    @Nullable
    String dateTimeOrNull() {
        return oneIn(4) ? null : dateTime();
    }

    @Nullable
    String dateOrNull() {
        return oneIn(2) ? null : dateTime().substring(0, 10);
    }

    @Nullable
    String jsonOrNull() {
        return switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> "{\"colour\": \"r\u00F6t \uD83D\uDE80\", \"sizes\": [1, 2.5, -3], \"deep\": {\"none\": null}}";
            case 2 -> "[true, false, \"quote \\\" and \\\\ slash\"]";
            case 3 -> "\"None\"";
            default -> "{\"n\": " + random.nextInt(100_000) + "}";
        };
    }
}
