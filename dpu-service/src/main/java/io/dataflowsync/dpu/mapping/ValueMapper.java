package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Row;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import java.math.BigInteger;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps one value: a constant, else its new key, else its replacement, else itself; and what stands for NULL. */
final class ValueMapper {

    void addNeed(ColumnPlan column, Row row, KeyNeeds needs) {
        Object value = row.get(column.name());
        if (value != null
                && column.rule().constant().isEmpty()
                && meaning(column, row) instanceof KeyMeaning.NewKey newKey) {
            needs.add(newKey.space(), value.toString());
        }
    }

    @Nullable
    Object map(ColumnPlan column, Row row, KnownKeys keys) {
        if (column.rule().constant().isPresent()) {
            return column.rule().constant().get().value().orElse(null);
        }
        Object value = row.get(column.name());
        Object mapped = value == null ? null : replaced(column, translated(column, row, value, keys));
        return mapped == null ? column.rule().whenNull().orElse(null) : mapped;
    }

    private static KeyMeaning meaning(ColumnPlan column, Row row) {
        if (column.meaning() instanceof KeyMeaning.Told told) {
            Object by = row.get(told.by());
            return by == null ? KeyMeaning.PLAIN : told.byValue().getOrDefault(by.toString(), told.otherwise());
        }
        return column.meaning();
    }

    private static @Nullable Object translated(ColumnPlan column, Row row, Object value, KnownKeys keys) {
        KeyMeaning meaning = meaning(column, row);
        if (meaning instanceof KeyMeaning.NewKey newKey) {
            String key = keys.newKey(newKey.space(), value.toString());
            return value instanceof String ? key : number(new BigInteger(key));
        }
        if (meaning instanceof KeyMeaning.Shifted shifted) {
            BigInteger moved = new BigInteger(value.toString()).add(BigInteger.valueOf(shifted.by()));
            return value instanceof String ? moved.toString() : number(moved);
        }
        if (meaning instanceof KeyMeaning.Rejected rejected) {
            throw new MappingException(
                    "uncaptured-reference",
                    "column " + column.name() + " refers to " + value + " of " + rejected.table()
                            + ", which is not captured");
        }
        return meaning instanceof KeyMeaning.Nulled ? null : value;
    }

    private static @Nullable Object replaced(ColumnPlan column, @Nullable Object value) {
        Map<String, String> map = column.rule().map();
        if (value == null || map.isEmpty()) {
            return value;
        }
        String replacement = map.get(value.toString());
        return replacement == null ? value : replacement;
    }

    /** The smallest of the types that a row holds numbers in. */
    private static Object number(BigInteger value) {
        if (value.bitLength() < Long.SIZE) {
            return value.longValue();
        }
        return value;
    }
}
