package io.dataflowsync.cdc.capture.value;

import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Sets the columns that pass the engine as text: DATE, TIME, DATETIME and TIMESTAMP, as the literals that {@code LiteralRows} and {@code
 * LiteralFields} read, and texts with a character set, because the engine does not know all characters of some sets. A YEAR passes as a
 * number. A value that the engine read itself, out of a compressed transaction, becomes a literal here.
 */
public final class TextColumns implements CustomConverter<SchemaBuilder, RelationalColumn> {
    @Override
    public void configure(Properties settings) {}

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        SchemaBuilder schema = column.isOptional() ? SchemaBuilder.string().optional() : SchemaBuilder.string();
        if (isTemporal(column.typeName())) {
            int digits = column.typeName().equalsIgnoreCase("DATE")
                    ? 0
                    : column.length().orElse(0);
            registration.register(schema, value -> value == null ? null : literal(value, digits));
        } else if (isYear(column.typeName())) {
            SchemaBuilder year = column.isOptional() ? SchemaBuilder.int32().optional() : SchemaBuilder.int32();
            registration.register(year, TextColumns::year);
        } else {
            charset(column.typeName(), column.charsetName())
                    .ifPresent(charset -> registration.register(
                            schema,
                            value -> value instanceof byte[] bytes
                                    ? MalformedText.decode(bytes, charset)
                                    : (String) value));
        }
    }

    /**
     * The character set of a text, which the engine might read differently from the server. Options of ENUM and SET come by their
     * definition, not as bytes.
     */
    public static Optional<ServerCharset> charset(String type, @Nullable String charset) {
        String upper = type.toUpperCase(Locale.ROOT);
        return charset != null && (upper.contains("CHAR") || upper.contains("TEXT"))
                ? ServerCharset.named(charset)
                : Optional.empty();
    }

    /** The year of a value. The binlog has years from 1900 on; no column can hold 1900 itself, so it stands for the year 0. */
    private static @Nullable Integer year(@Nullable Object value) {
        if (value instanceof Year year) {
            return year.getValue() == 1900 ? 0 : year.getValue();
        }
        return value == null ? null : Integer.valueOf(value.toString());
    }

    public static boolean isYear(String type) {
        return type.toUpperCase(Locale.ROOT).startsWith("YEAR");
    }

    public static boolean isTemporal(String type) {
        return switch (type.toUpperCase(Locale.ROOT)) {
            case "DATE", "TIME", "DATETIME", "TIMESTAMP" -> true;
            default -> false;
        };
    }

    static String literal(Object value, int digits) {
        if (value instanceof LocalDate date) {
            return date(date);
        } else if (value instanceof LocalDateTime moment) {
            return moment(moment, digits);
        } else if (value instanceof Timestamp moment) {
            return moment(moment.toLocalDateTime(), digits);
        } else if (value instanceof ZonedDateTime moment) {
            return moment(moment.withZoneSameInstant(ZoneOffset.UTC).toLocalDateTime(), digits);
        } else if (value instanceof OffsetDateTime moment) {
            return moment(moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime(), digits);
        } else if (value instanceof Duration time) {
            return time(time, digits);
        } else {
            return value.toString();
        }
    }

    private static String date(LocalDate date) {
        return String.format(Locale.ROOT, "%04d-%02d-%02d", date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    private static String moment(LocalDateTime moment, int digits) {
        return date(moment.toLocalDate())
                + String.format(
                        Locale.ROOT, " %02d:%02d:%02d", moment.getHour(), moment.getMinute(), moment.getSecond())
                + fraction(moment.getNano(), digits);
    }

    private static String time(Duration time, int digits) {
        Duration size = time.abs();
        return (time.isNegative() ? "-" : "")
                + String.format(
                        Locale.ROOT, "%02d:%02d:%02d", size.toHours(), size.toMinutesPart(), size.toSecondsPart())
                + fraction(size.getNano(), digits);
    }

    private static String fraction(int nanos, int digits) {
        return digits == 0
                ? ""
                : "." + String.format(Locale.ROOT, "%09d", nanos).substring(0, digits);
    }
}
