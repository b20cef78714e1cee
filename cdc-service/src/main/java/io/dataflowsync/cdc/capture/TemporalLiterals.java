package io.dataflowsync.cdc.capture;

import io.debezium.spi.converter.CustomConverter;
import io.debezium.spi.converter.RelationalColumn;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.connect.data.SchemaBuilder;

/**
 * Reads DATE, TIME, DATETIME and TIMESTAMP as MySQL writes their literals, with as many fractional digits as the column has, TIMESTAMP
 * in UTC. The engine reads a date that is no day of the calendar as NULL: in a NOT NULL column that is known to be the zero date.
 */
public final class TemporalLiterals implements CustomConverter<SchemaBuilder, RelationalColumn> {
    @Override
    public void configure(Properties settings) {}

    @Override
    public void converterFor(RelationalColumn column, ConverterRegistration<SchemaBuilder> registration) {
        String type = column.typeName().toUpperCase(Locale.ROOT);
        switch (type) {
            case "DATE", "TIME", "DATETIME", "TIMESTAMP" -> {
                SchemaBuilder schema =
                        column.isOptional() ? SchemaBuilder.string().optional() : SchemaBuilder.string();
                int digits = type.equals("DATE") ? 0 : column.length().orElse(0);
                String zero = column.isOptional() ? null : zero(type, digits);
                registration.register(schema, value -> value == null ? zero : literal(value, digits));
            }
            default -> {}
        }
    }

    private static String zero(String type, int digits) {
        return switch (type) {
            case "DATE" -> "0000-00-00";
            case "TIME" -> "00:00:00" + fraction(0, digits);
            default -> "0000-00-00 00:00:00" + fraction(0, digits);
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
