package io.dataflowsync.pipeline.processor;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.event.Geometry;
import io.dataflowsync.contract.event.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts Java values to the types that a row holds. */
final class RowValues {
    private RowValues() {}

    static Row row(Map<String, ? extends @Nullable Object> values) {
        Map<String, @Nullable Object> held = new LinkedHashMap<>();
        values.forEach((column, value) -> held.put(column, value(column, value)));
        return Row.of(held);
    }

    static @Nullable Object value(String column, @Nullable Object value) {
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value != null && !fits(value)) {
            throw new IllegalArgumentException("no column takes a "
                    + value.getClass().getName() + ", as " + column + " was given: write it as text");
        }
        return value;
    }

    private static boolean fits(Object value) {
        return value instanceof Long
                || value instanceof BigInteger
                || value instanceof Double
                || value instanceof String
                || value instanceof Binary
                || value instanceof Geometry;
    }
}
