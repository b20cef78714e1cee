package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Needs;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.pipeline.config.ReferenceRule.OddKey;
import io.dataflowsync.pipeline.expression.ExpressionException;
import io.dataflowsync.pipeline.expression.RowContext;
import io.dataflowsync.pipeline.json.JsonPath;
import io.dataflowsync.pipeline.json.JsonValues;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Maps one value of a row.
 *
 * <p>The result is the constant of the column; or the result of its expression; or its new key, its converted value or its replacement.
 * Last, the value that stands for NULL is applied.
 */
final class ValueMapper {
    /** As many digits as the largest key has, with some leading zeros. */
    private static final Pattern KEY = Pattern.compile("[+-]?[0-9]{1,40}");

    /** A number with at most this many digits fits into a long. */
    private static final int LONG_DIGITS = 18;

    private final TablePlan plan;
    private final Set<String> names;
    private final ZeroDateRules zeroDates = new ZeroDateRules();

    ValueMapper(TablePlan plan) {
        this.plan = plan;
        this.names = plan.columns().names();
    }

    void addNeed(ColumnPlan column, Row row, Needs needs) {
        Object value = row.get(column.name());
        if (value == null || column.rule().isMade()) {
            return;
        }
        if (column.meaning() instanceof KeyMeaning.Polymorphic polymorphic
                && !polymorphic.words().isCertain(row.get(polymorphic.by()))) {
            // The value may mean any of these tables: the row is not applied, and waits for the rows of each of them.
            polymorphic.words().byValue().values().forEach(meaning -> addNeed(column, meaning, value, needs));
            return;
        }
        KeyMeaning meaning = meaning(column, row);
        if (meaning instanceof KeyMeaning.InJson json) {
            for (KeyMeaning.InJson.Place place : json.places()) {
                values(column, place.path(), value.toString()).forEach(v -> addNeed(column, place.meaning(), v, needs));
            }
        } else {
            addNeed(column, meaning, value, needs);
        }
    }

    private static List<String> values(ColumnPlan column, JsonPath path, String document) {
        try {
            return JsonValues.at(path, document);
        } catch (IllegalArgumentException e) {
            throw noDocument(column, e);
        }
    }

    private static String document(ColumnPlan column, KeyMeaning.InJson json, String text, KnownKeys keys) {
        String document = text;
        for (KeyMeaning.InJson.Place place : json.places()) {
            values(column, place.path(), document);
            document = JsonValues.changed(
                    place.path(), document, v -> String.valueOf(translated(column, place.meaning(), v, keys)));
        }
        return document;
    }

    private static MappingException noDocument(ColumnPlan column, IllegalArgumentException e) {
        return new MappingException(
                ErrorCode.CONVERSION,
                "column " + column.name()
                        + " refers to rows by places in a JSON document, and its text is not a JSON document: "
                        + e.getMessage());
    }

    private static void addNeed(ColumnPlan column, KeyMeaning meaning, Object value, Needs needs) {
        if (!(meaning instanceof KeyMeaning.NewKey newKey)) {
            return;
        }
        Optional<BigInteger> odd = odd(column, value);
        if (odd.isPresent()) {
            if (column.meaningOf(odd.get()) == OddKey.UNSAID) {
                needs.look(newKey.space(), odd.get().toString());
            }
        } else if (value instanceof Long) {
            needs.add(newKey.space(), value.toString());
        } else {
            key(value).ifPresent(key -> needs.add(newKey.space(), key.toString()));
        }
    }

    /** The key that a value names, if that is 0 or below and not certainly the key of a row. */
    private static Optional<BigInteger> odd(ColumnPlan column, Object value) {
        return notPositive(value).filter(key -> column.meaningOf(key) != OddKey.ROW);
    }

    private static Optional<BigInteger> notPositive(Object value) {
        if (value instanceof Long number) {
            return number > 0 ? Optional.empty() : Optional.of(BigInteger.valueOf(number));
        }
        return key(value).filter(key -> key.signum() <= 0);
    }

    /**
     * The value to write into the target's column.
     *
     * @throws MappingException if there is no such value, or the column cannot hold it
     */
    @Nullable
    Object map(ColumnPlan column, Row row, KnownKeys keys) {
        Object mapped = mapped(column, row, keys);
        if (mapped == null) {
            column.fit().requireNull();
        }
        return fitted(column, mapped);
    }

    static @Nullable Object fitted(ColumnPlan column, @Nullable Object mapped) {
        return mapped == null ? null : column.fit().of(mapped);
    }

    /** The mapped value, whether the target's column can hold it or not. */
    @Nullable
    Object mapped(ColumnPlan column, Row row, KnownKeys keys) {
        if (column.rule().values().constant().isPresent()) {
            return column.rule().values().constant().get().value().orElse(null);
        }
        Object mapped = column.hasExpression() ? ofExpression(column, row) : own(column, row, keys);
        return mapped == null ? column.rule().values().whenNull().orElse(null) : mapped;
    }

    private @Nullable Object own(ColumnPlan column, Row row, KnownKeys keys) {
        Object value = row.get(column.name());
        Object dated = value == null ? null : zeroDates.dated(column, value);
        Object known = dated == null ? null : translated(column, row, dated, keys);
        return known == null ? null : replaced(column, column.converter().convert(known));
    }

    private @Nullable Object ofExpression(ColumnPlan column, Row row) {
        try {
            return column.rule()
                    .values()
                    .expression()
                    .orElseThrow()
                    .value(RowContext.of(row.asMap(), plan.columns().kinds(), names));
        } catch (ExpressionException e) {
            String text = "the expression of column " + column.target() + ": " + e.getMessage();
            throw e.isOfTheEvent()
                    ? PartialRow.lacking(plan, text)
                    : new MappingException(ErrorCode.EXPRESSION_FAILED, text);
        }
    }

    private static KeyMeaning meaning(ColumnPlan column, Row row) {
        if (column.meaning() instanceof KeyMeaning.Polymorphic polymorphic) {
            Object by = row.get(polymorphic.by());
            return by == null ? KeyMeaning.PLAIN : polymorphic.words().of(by).orElse(polymorphic.otherwise());
        }
        return column.meaning();
    }

    private static @Nullable Object translated(ColumnPlan column, Row row, Object value, KnownKeys keys) {
        KeyMeaning meaning = meaning(column, row);
        if (meaning instanceof KeyMeaning.InJson json) {
            return document(column, json, value.toString(), keys);
        }
        return translated(column, meaning, value, keys);
    }

    private static @Nullable Object translated(ColumnPlan column, KeyMeaning meaning, Object value, KnownKeys keys) {
        Optional<BigInteger> odd = meaning instanceof KeyMeaning.Plain ? Optional.empty() : odd(column, value);
        if (odd.isPresent() && isNone(column, meaning, odd.get(), keys)) {
            return value;
        }
        if (meaning instanceof KeyMeaning.NewKey newKey) {
            return value instanceof Long
                    ? number(keys.newKey(newKey.space(), value.toString()))
                    : changed(value, key -> new BigInteger(keys.newKey(newKey.space(), key.toString())));
        }
        if (meaning instanceof KeyMeaning.Shifted shifted) {
            return changed(value, key -> key.add(BigInteger.valueOf(shifted.by())));
        }
        if (meaning instanceof KeyMeaning.Rejected rejected) {
            throw new MappingException(
                    ErrorCode.UNCAPTURED_REFERENCE,
                    "column " + column.name() + " refers to " + value + " of " + rejected.table()
                            + ", which is not captured");
        }
        return meaning instanceof KeyMeaning.Nulled ? null : value;
    }

    /**
     * Whether a 0, or a number below it, refers to no row. Applications write such a number for "no row", but a source may also have such a
     * row.
     *
     * @throws MappingException if the pipeline file does not say it, and no such row has been applied yet
     */
    private static boolean isNone(ColumnPlan column, KeyMeaning meaning, BigInteger key, KnownKeys keys) {
        if (column.meaningOf(key) == OddKey.NONE) {
            return true;
        }
        Optional<Relationship> row = meaning instanceof KeyMeaning.NewKey newKey
                ? keys.find(newKey.space(), key.toString())
                : Optional.empty();
        boolean isKey = meaning instanceof KeyMeaning.NewKey || meaning instanceof KeyMeaning.Shifted;
        boolean hasCome = row.filter(Relationship::hasCome).isPresent();
        if (isKey && !hasCome) {
            String word = key.signum() == 0 ? "zero" : "negative";
            throw new MappingException(
                    ErrorCode.REFERENCE_UNCLEAR,
                    "the column " + column.name() + " refers to rows with new keys and is " + key
                            + ", which may mean none or the row with the key " + key + ": write " + word
                            + ": none under its reference where it means none, so that it stays " + key + ", or " + word
                            + ": row, in addition to what is there ({ table: …, " + word + ": none })"
                            + row.filter(Relationship::isUsed)
                                    .map(found -> ". Rows that were written earlier may have " + found.newKey()
                                            + " for it: if it means none, read the table again then")
                                    .orElse(""));
        }
        return false;
    }

    private static Object changed(Object value, UnaryOperator<BigInteger> change) {
        return key(value)
                .map(change)
                .map(key -> value instanceof String ? (Object) key.toString() : number(key))
                .orElse(value);
    }

    /**
     * The integer key that a value names, in any notation. Text that is not an integer names no row, nor does a number that no integer column
     * can hold, and stays as it is.
     */
    private static Optional<BigInteger> key(Object value) {
        String text = value.toString().strip();
        return KEY.matcher(text).matches()
                ? Optional.of(new BigInteger(text)).filter(ValueMapper::isInColumn)
                : Optional.empty();
    }

    private static boolean isInColumn(BigInteger number) {
        return number.signum() < 0 ? number.bitLength() < Long.SIZE : number.bitLength() <= Long.SIZE;
    }

    /** A value after the map of the pipeline file. */
    static @Nullable Object replaced(ColumnPlan column, @Nullable Object value) {
        Map<String, String> map = column.rule().values().map();
        if (value == null || map.isEmpty()) {
            return value;
        }
        String replacement =
                value instanceof Binary bytes ? ofBytes(column, bytes) : map.get(NumberText.ofValue(value));
        if (replacement == null && value instanceof Double) {
            replacement = map.get(value.toString());
        }
        if (replacement != null) {
            return replacement;
        }
        return column.rule().values().otherwise().isEmpty()
                ? value
                : column.rule().values().otherwise().get().value().orElse(null);
    }

    /**
     * The replacement of bytes. Bytes and a text of the map are compared as SQL does it, so that the character set does not matter; or the
     * map names them as {@code 0x41}.
     */
    private static @Nullable String ofBytes(ColumnPlan column, Binary bytes) {
        Map<String, String> map = column.rule().values().map();
        String text = new String(bytes.bytes(), StandardCharsets.ISO_8859_1);
        String replacement = map.getOrDefault(bytes.toString(), isAscii(text) ? map.get(text) : null);
        boolean isDoubtful =
                text.endsWith("\0") || !isAscii(text) && map.keySet().stream().anyMatch(key -> !isAscii(key));
        if (replacement == null && isDoubtful) {
            throw new MappingException(
                    ErrorCode.CONVERSION,
                    "column " + column.name() + " has the bytes " + bytes
                            + ", and it is not certain whether they are one of the texts of its map: name them there as "
                            + bytes);
        }
        return replacement;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static Object number(String key) {
        return key.length() <= LONG_DIGITS ? (Object) Long.valueOf(key) : number(new BigInteger(key));
    }

    /** The number in the smallest type that rows use for it. */
    private static Object number(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }
}
