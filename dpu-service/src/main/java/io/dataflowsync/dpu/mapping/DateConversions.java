package io.dataflowsync.dpu.mapping;

import io.dataflowsync.pipeline.config.Conversion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Converts dates to texts and numbers, and back. A DATETIME counts as UTC if it is converted to or from a number since 1970. */
final class DateConversions {
    private static final DateTimeFormatter LITERAL = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd[ HH:mm:ss]")
            .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int MICROS = 6;

    private DateConversions() {}

    static Converter of(Conversion conversion) {
        DateTimeFormatter pattern =
                conversion.pattern().map(DateConversions::strict).orElse(LITERAL);
        return switch (conversion.kind()) {
            case DATE -> value -> literal(pattern.parse(value.toString().strip()));
            case FORMAT -> value -> pattern.format(temporal(value));
            case EPOCH_SECONDS -> value -> ofEpoch(number(value));
            case EPOCH_MILLIS -> value -> ofEpoch(number(value).movePointLeft(3));
            case TO_EPOCH_SECONDS -> value -> whole(epoch(value));
            case TO_EPOCH_MILLIS -> value -> whole(epoch(value).movePointRight(3));
            default -> throw new IllegalArgumentException("not about dates: " + conversion);
        };
    }

    /** A strict formatter, which refuses a 31st of February. Strict formatters need the year as u, since y is the year of an era. */
    private static DateTimeFormatter strict(String pattern) {
        StringBuilder written = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            written.append(c == 'y' && !quoted ? 'u' : c);
        }
        return DateTimeFormatter.ofPattern(written.toString(), Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    }

    private static String literal(TemporalAccessor parsed) {
        LocalDate date = LocalDate.from(parsed);
        return parsed.isSupported(ChronoField.HOUR_OF_DAY) ? literal(LocalDateTime.from(parsed)) : date.toString();
    }

    private static String literal(LocalDateTime time) {
        return LITERAL.format(time);
    }

    private static TemporalAccessor temporal(Object value) {
        return LITERAL.parseBest(value.toString(), LocalDateTime::from, LocalDate::from);
    }

    private static BigDecimal number(Object value) {
        return new BigDecimal(value.toString().strip());
    }

    private static String ofEpoch(BigDecimal seconds) {
        BigDecimal micros = seconds.movePointRight(MICROS).setScale(0, RoundingMode.UNNECESSARY);
        long all = micros.longValueExact();
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(all, 1_000_000), Math.floorMod(all, 1_000_000) * 1_000L);
        return literal(LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    private static BigDecimal epoch(Object value) {
        TemporalAccessor parsed = temporal(value);
        LocalDateTime time = parsed instanceof LocalDateTime dateTime
                ? dateTime
                : LocalDate.from(parsed).atStartOfDay();
        return BigDecimal.valueOf(time.toEpochSecond(ZoneOffset.UTC))
                .add(BigDecimal.valueOf(time.getNano(), 9))
                .stripTrailingZeros();
    }

    private static Object whole(BigDecimal number) {
        return number.scale() <= 0 ? (Object) number.longValueExact() : number.toPlainString();
    }
}
