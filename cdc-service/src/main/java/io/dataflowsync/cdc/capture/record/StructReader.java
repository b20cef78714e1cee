package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.value.MalformedText;
import io.dataflowsync.cdc.capture.value.MemberOptions;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.event.Geometry;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.RowColumns;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Reads the engine's structures as rows, by a plan for each of their schemas that is built once. */
final class StructReader {
    private static final String SOURCE_TYPE = "__debezium.source.column.type";
    /** The limit of kept plans. A changed table has a new schema; the plan of the old one is not needed any more. */
    private static final int MAX_PLANS = 10_000;

    private final boolean snapshot;
    /** Plans by the columns that rows lack; most rows lack none. */
    private final Map<Schema, Map<Set<String>, Plan>> plans = new IdentityHashMap<>();

    private int count;

    /** @param snapshot whether the rows are a snapshot's, whose ENUM and SET values come as the server prints them */
    StructReader(boolean snapshot) {
        this.snapshot = snapshot;
    }

    private record Plan(RowColumns columns, List<ColumnReader> readers) {}

    /** @param defaults whether the column has a default, which the engine's structure would give instead of NULL */
    private record ColumnReader(Field field, boolean defaults, Function<Object, Object> value) {
        @Nullable
        Object read(Struct struct) {
            Object found = defaults ? struct.getWithoutDefault(field.name()) : struct.get(field);
            return found == null ? null : value.apply(found);
        }
    }

    /** @param without the columns that the source's row lacks, whatever the engine put there */
    Row read(Struct struct, Set<String> without) {
        Plan plan = plan(struct.schema(), without);
        @Nullable Object[] values = new Object[plan.columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plan.readers().get(i).read(struct);
        }
        return Row.of(plan.columns(), values);
    }

    private Plan plan(Schema schema, Set<String> without) {
        Map<Set<String>, Plan> ofSchema = plans.get(schema);
        Plan known = ofSchema == null ? null : ofSchema.get(without);
        if (known != null) {
            return known;
        }
        if (count++ > MAX_PLANS) {
            plans.clear();
            count = 0;
        }
        List<Field> fields = schema.fields().stream()
                .filter(field -> !without.contains(field.name()))
                .toList();
        Plan plan = new Plan(
                RowColumns.of(fields.stream().map(Field::name).toList()),
                fields.stream()
                        .map(field -> new ColumnReader(field, field.schema().defaultValue() != null, reader(field)))
                        .toList());
        plans.computeIfAbsent(schema, first -> new HashMap<>(2)).put(without, plan);
        return plan;
    }

    private Function<Object, Object> reader(Field field) {
        Schema schema = field.schema();
        String meaning = schema.name() == null ? "" : schema.name();
        return switch (meaning) {
            case "" -> plain(field);
            case "org.apache.kafka.connect.data.Decimal" ->
                isInteger(schema) ? value -> integer(((BigDecimal) value).toBigIntegerExact()) : StructReader::decimal;
            case "io.debezium.data.Bits" -> value -> integer(bits(bytes(value)));
            case "io.debezium.data.Json" -> value -> value;
            case "io.debezium.data.Enum", "io.debezium.data.EnumSet" ->
                MemberOptions.reader(meaning.endsWith("Set"), allowed(schema), snapshot);
            case "io.debezium.data.geometry.Point", "io.debezium.data.geometry.Geometry" ->
                value -> geometry((Struct) value);
            default -> throw new IllegalStateException("column " + field.name() + ": no reader for " + meaning);
        };
    }

    private static Function<Object, Object> plain(Field field) {
        return switch (field.schema().type()) {
            case INT8, INT16, INT32, INT64 -> value -> ((Number) value).longValue();
            case BOOLEAN -> value -> (Boolean) value ? 1L : 0L;
            case FLOAT32 -> value -> single((Float) value);
            case STRING -> value -> MalformedText.textOrBytes((String) value);
            case FLOAT64 -> value -> value;
            case BYTES -> value -> new Binary(bytes(value));
            default ->
                throw new IllegalStateException("column " + field.name() + ": no reader for "
                        + field.schema().type());
        };
    }

    /**
     * The shortest text that gives this FLOAT, not the DOUBLE next to it. For the largest FLOAT, that text would be larger than a FLOAT.
     */
    private static Object single(Float value) {
        return Math.abs(value) == Float.MAX_VALUE ? (double) value : Double.parseDouble(value.toString());
    }

    private static String allowed(Schema schema) {
        Map<String, String> parameters = schema.parameters();
        String allowed = parameters == null ? null : parameters.get("allowed");
        if (allowed == null) {
            throw new IllegalStateException("the engine does not report the options of a column");
        }
        return allowed;
    }

    /** Whether it is a BIGINT UNSIGNED: the engine gives it in the same form as a DECIMAL. */
    private static boolean isInteger(Schema schema) {
        Map<String, String> parameters = schema.parameters();
        String type = parameters == null ? null : parameters.get(SOURCE_TYPE);
        if (type == null) {
            throw new IllegalStateException("the engine does not report the columns' types");
        }
        String upper = type.toUpperCase(Locale.ROOT);
        return upper.startsWith("BIGINT") || upper.startsWith("INT8");
    }

    private static Object decimal(Object value) {
        return ((BigDecimal) value).toPlainString();
    }

    private static Object integer(BigInteger value) {
        return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
    }

    /** The bits as a number; the engine gives the lowest byte first. */
    private static BigInteger bits(byte[] bytes) {
        byte[] highestFirst = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            highestFirst[i] = bytes[bytes.length - 1 - i];
        }
        return new BigInteger(1, highestFirst);
    }

    private static Geometry geometry(Struct value) {
        Integer srid = value.getInt32("srid");
        return new Geometry(srid == null ? 0 : srid, new Binary(bytes(value.get("wkb"))));
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        ByteBuffer buffer = ((ByteBuffer) value).duplicate();
        byte[] array = new byte[buffer.remaining()];
        buffer.get(array);
        return array;
    }
}
