package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.ColumnRule;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the values that a map of the pipeline file names. Values arrive as the column prints them, so a word that is written in another
 * way would never match.
 */
final class MapWords {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,400}(?:\\.[0-9]{0,400})?");
    private static final Pattern MOMENT = Pattern.compile(
            "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[ T]([0-9]{2}:[0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,6}))?)?)?");
    private static final Pattern TIME = Pattern.compile("(-?[0-9]{2,3}:[0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,6}))?)?");

    private MapWords() {}

    /** @throws MappingException if a word is not written as the column prints it */
    static void requirePrinted(TableName table, ColumnDefinition column, ColumnRule rule) {
        if (rule.values().map().isEmpty()
                || rule.onTopic().mask().isPresent()
                || rule.values().convert().isPresent()) {
            return;
        }
        for (String word : rule.values().map().keySet()) {
            String printed = printed(word, ColumnType.of(column));
            if (!printed.equals(word)) {
                throw new MappingException(
                        ErrorCode.EXPRESSION_FAILED,
                        "the map of column " + column.name() + " of " + table + " names '" + word + "', which a "
                                + column.type() + " prints as '" + printed
                                + "': write it so in the pipeline file, and start dpu-service again");
            }
        }
    }

    private static String printed(String word, ColumnType type) {
        if (type.isInteger()) {
            return word.matches("[+-]?[0-9]{1,40}") ? new BigInteger(word).toString() : word;
        }
        return switch (type.name()) {
            case "decimal" -> decimal(word, type.scale());
            case "datetime", "timestamp" -> moment(word, type.size());
            case "time" -> time(word, type.size());
            default -> word;
        };
    }

    private static String decimal(String word, int scale) {
        if (!NUMBER.matcher(word).matches()) {
            return word;
        }
        BigDecimal number = new BigDecimal(word);
        return number.stripTrailingZeros().scale() > scale
                ? word
                : number.setScale(scale).toPlainString();
    }

    private static String moment(String word, int digits) {
        Matcher parts = MOMENT.matcher(word);
        return parts.matches()
                ? parts.group(1) + " " + Objects.requireNonNullElse(parts.group(2), "00:00")
                        + seconds(parts.group(3), parts.group(4), digits)
                : word;
    }

    private static String time(String word, int digits) {
        Matcher parts = TIME.matcher(word);
        return parts.matches() ? parts.group(1) + seconds(parts.group(2), parts.group(3), digits) : word;
    }

    private static String seconds(@Nullable String seconds, @Nullable String fraction, int digits) {
        String known = Objects.requireNonNullElse(fraction, "");
        String all = known.length() >= digits ? known : known + "0".repeat(digits - known.length());
        return ":" + Objects.requireNonNullElse(seconds, "00") + (all.isEmpty() ? "" : "." + all);
    }
}
