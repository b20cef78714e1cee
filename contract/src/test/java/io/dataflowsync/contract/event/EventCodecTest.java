package io.dataflowsync.contract.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EventCodecTest {
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final EventOrigin STREAMED = new EventOrigin(
            "mysql-bin.000003:4711:0",
            new SourcePosition("mysql-bin.000003", 4711, 0, "3e11fa47-71ca-11e1-9e33-c80aa9429562:23", null),
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-02T03:04:05.123456Z"));
    private static final EventOrigin READ = new EventOrigin(
            "s1/shop.orders/7",
            new SourcePosition("mysql-bin.000003", 154, 0, null, "s1"),
            Instant.parse("2026-01-02T03:04:05Z"),
            Instant.parse("2026-01-02T03:04:06Z"));
    private static final StatementSession SESSION = new StatementSession(
            "shop",
            List.of("ANSI_QUOTES", "NO_ZERO_DATE"),
            "+08:00",
            1_500_000_000_123_456L,
            33,
            45,
            8,
            2,
            1,
            Unchecked.of(true, false));
    private static final Row KEY = row("id", 7L);
    private static final Row NEW = row("id", 7L, "total", "12.50", "note", null);
    private static final TableDefinition DEFINITION = new TableDefinition(
            ORDERS,
            List.of(
                    new ColumnDefinition("id", "bigint(20) unsigned", false, false, true, true),
                    new ColumnDefinition("customer_id", "int(11)", true, false, false, true)),
            List.of("id"),
            List.of(List.of("customer_id", "id")),
            List.of(new ForeignKey("fk", List.of("customer_id"), new TableName("shop", "customers"), List.of("id"))));

    private final EventCodec codec = new EventCodec();

    private static Row row(@Nullable Object... columnsAndValues) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            values.put((String) Objects.requireNonNull(columnsAndValues[i]), columnsAndValues[i + 1]);
        }
        return Row.of(values);
    }

    private static EventOrigin versioned(Unchecked unchecked) {
        return new EventOrigin(
                STREAMED.id(),
                STREAMED.position(),
                STREAMED.committedAt(),
                STREAMED.capturedAt(),
                new BinlogPosition("mysql-bin.000002", 1020),
                unchecked);
    }

    private static EventOrigin partial(@Nullable BinlogPosition version, Unchecked unchecked) {
        return new EventOrigin(
                STREAMED.id(),
                STREAMED.position(),
                STREAMED.committedAt(),
                STREAMED.capturedAt(),
                version,
                unchecked,
                true);
    }

    static Stream<ChangeEvent> everyKind() {
        return Stream.of(
                new ChangeEvent.Insert(READ, ORDERS, KEY, NEW),
                new ChangeEvent.Insert(STREAMED, ORDERS, KEY, NEW),
                new ChangeEvent.Insert(STREAMED, ORDERS, Row.empty(), NEW),
                new ChangeEvent.Update(STREAMED, ORDERS, KEY, KEY, row("id", 7L, "total", "1.00", "note", ""), NEW),
                new ChangeEvent.Update(STREAMED, ORDERS, row("id", 6L), KEY, row("id", 6L), row("id", 7L)),
                new ChangeEvent.Update(STREAMED, ORDERS, row("id", 6L), KEY, row("id", 6L), row("id", 7L))
                        .asUnfollowed(),
                new ChangeEvent.Update(
                        partial(null, Unchecked.NOTHING), ORDERS, KEY, KEY, KEY, row("id", 7L, "note", null)),
                new ChangeEvent.Delete(
                        partial(new BinlogPosition("mysql-bin.000002", 1020), Unchecked.of(true, false)),
                        ORDERS,
                        KEY,
                        KEY),
                new ChangeEvent.Delete(STREAMED, ORDERS, KEY, NEW),
                new ChangeEvent.Delete(versioned(Unchecked.NOTHING), ORDERS, KEY, NEW),
                new ChangeEvent.Insert(versioned(Unchecked.of(true, false)), ORDERS, KEY, NEW),
                new ChangeEvent.Insert(versioned(Unchecked.of(false, true)), ORDERS, KEY, NEW),
                new ChangeEvent.Truncate(versioned(Unchecked.of(true, true)), ORDERS),
                new ChangeEvent.Insert(versioned(Unchecked.of(true, true)), ORDERS, KEY, NEW),
                new ChangeEvent.Truncate(STREAMED, ORDERS),
                new ChangeEvent.SchemaChange(STREAMED, ORDERS, "ALTER TABLE orders ADD c INT", List.of(DEFINITION)),
                new ChangeEvent.SchemaChange(STREAMED, null, "CREATE DATABASE `a\nb`", List.of()).inLane(3, 4),
                new ChangeEvent.SchemaChange(
                        STREAMED,
                        ORDERS,
                        new DdlStatement(
                                "CREATE TABLE _orders_gho LIKE orders",
                                "CREATE TABLE `shop`.`_orders_gho` LIKE `shop`.`orders`",
                                SESSION),
                        List.of(DEFINITION.since("mysql-bin.000003:4711")),
                        new LaneRouting(2, 0, List.of()),
                        new GhostTable(true, List.of()),
                        List.of()),
                new ChangeEvent.SchemaChange(STREAMED, ORDERS, "ALTER TABLE orders DROP c", List.of(DEFINITION))
                        .moving(List.of(ORDERS)),
                new ChangeEvent.SchemaChange(STREAMED, ORDERS, "RENAME TABLE a TO orders", List.of(DEFINITION))
                        .renaming(List.of(new TableRename(new TableName("shop", "a"), ORDERS))),
                new ChangeEvent.SchemaChange(STREAMED, ORDERS, "RENAME TABLE _orders_new TO orders", List.of())
                        .withGhost(
                                List.of("CREATE TABLE _orders_new LIKE orders", "ALTER TABLE _orders_new ADD c INT"),
                                StatementSession.unknown("shop")),
                new ChangeEvent.SnapshotCompleted(READ, List.of(ORDERS, new TableName("shop", "a \"b\""))),
                new ChangeEvent.SnapshotCompleted(READ, List.of(ORDERS, new TableName("shop", "t")))
                        .without(List.of(ORDERS))
                        .inLanes(List.of(1, 3)),
                new ChangeEvent.SnapshotCompleted(READ, List.of()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anEventComesBackAsItWas(ChangeEvent event) {
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anEventIsOfThePublishedForm(ChangeEvent event) throws IOException {
        String json = new String(codec.encode(event), UTF_8);
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
        assertThat(json).doesNotContain("\n");
    }

    static Stream<@Nullable Object> everyKindOfValue() {
        byte[] everyByte = new byte[256];
        for (int i = 0; i < everyByte.length; i++) {
            everyByte[i] = (byte) i;
        }
        return Stream.of(
                null,
                0L,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                new BigInteger("18446744073709551615"),
                0.0,
                -0.0,
                5.0,
                0.1,
                Double.MAX_VALUE,
                -Double.MIN_VALUE,
                1.0E10,
                3.4028234663852886E38,
                "",
                "None",
                "null",
                "0000-00-00 00:00:00",
                "-838:59:59.000000",
                "99999999999999999999999999999999999.999999999999999999999999999999",
                "{\"a\": [1, \"\\u00e9\"]}",
                "it's a \"quote\", a \\ and a `tick`",
                "🐬 naïve \u2028\uFEFF",
                "\u0000\u0001\b\t\n\u000B\f\r\u001F\u007F",
                "x".repeat(100_000),
                new Binary(new byte[0]),
                new Binary(everyByte),
                new Geometry(0, new Binary(new byte[] {1, 1, 0, 0, 0})),
                new Geometry(4326, new Binary(everyByte)));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfValue")
    void aValueComesBackAsItWas(@Nullable Object value) throws IOException {
        ChangeEvent event = new ChangeEvent.Insert(STREAMED, ORDERS, Row.empty(), row("c", value));
        byte[] json = codec.encode(event);
        assertThat(codec.decode(json)).isEqualTo(event);
        assertThat(schema().validate(new String(json, UTF_8), InputFormat.JSON)).isEmpty();
    }

    @Test
    void namesMayHoldWhatMySqlAllows() {
        Row row = row("a \"b\"", 1L, "c`d", 2L, "e\\f", 3L, "größe 🐬", 4L, "base64", 5L, "", 6L);
        ChangeEvent event = new ChangeEvent.Insert(STREAMED, new TableName("my shop", "a.b"), row, row);
        assertThat(codec.decode(codec.encode(event))).isEqualTo(event);
    }

    @Test
    void columnsStayInOrder() {
        Row row = row("z", 1L, "a", 2L, "m", 3L);
        ChangeEvent event = new ChangeEvent.Insert(STREAMED, ORDERS, Row.empty(), row);
        ChangeEvent.Insert decoded = (ChangeEvent.Insert) codec.decode(codec.encode(event));
        assertThat(decoded.after().columns()).containsExactly("z", "a", "m");
    }

    @Test
    void anUpdateReadsLikeThis() {
        ChangeEvent update = new ChangeEvent.Update(
                STREAMED,
                ORDERS,
                row("id", 6L),
                KEY,
                row("id", 6L, "total", "9.99", "photo", null),
                row("id", 7L, "total", "9.99", "photo", new Binary(new byte[] {1, 2, 3})));
        assertThat(new String(codec.encode(update), UTF_8)).isEqualTo("""
                        {"version":1,"id":"mysql-bin.000003:4711:0","operation":"update","schema":"shop","table":"orders",\
                        "key":{"id":7},"oldKey":{"id":6},\
                        "before":{"id":6,"total":"9.99","photo":null},\
                        "after":{"id":7,"total":"9.99","photo":{"base64":"AQID"}},\
                        "source":{"file":"mysql-bin.000003","position":4711,"row":0,\
                        "gtid":"3e11fa47-71ca-11e1-9e33-c80aa9429562:23"},\
                        "committedAt":"2026-01-02T03:04:05Z","capturedAt":"2026-01-02T03:04:05.123456Z"}""");
    }

    @Test
    void aPartialUpdateReadsLikeThisAndNoEarlierReaderTakesIt() {
        ChangeEvent update = new ChangeEvent.Update(
                partial(new BinlogPosition("mysql-bin.000002", 1020), Unchecked.NOTHING),
                ORDERS,
                KEY,
                KEY,
                KEY,
                row("id", 7L, "note", null));
        assertThat(new String(codec.encode(update), UTF_8))
                .startsWith("{\"version\":2,")
                .contains("\"before\":{\"id\":7},\"after\":{\"id\":7,\"note\":null},")
                .endsWith(",\"definition\":\"mysql-bin.000002:1020\",\"image\":\"partial\"}");
    }

    @Test
    void aNewRowIsNeverPartial() {
        ChangeEvent update = new ChangeEvent.Update(partial(null, Unchecked.NOTHING), ORDERS, KEY, KEY, KEY, KEY);
        String json = new String(codec.encode(update), UTF_8).replace("\"update\"", "\"insert\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(json.getBytes(UTF_8)))
                .withMessageEndingWith("only the row of an update or a delete may be partial");
    }

    @Test
    void anEndOfASnapshotReadsLikeThis() {
        ChangeEvent end = new ChangeEvent.SnapshotCompleted(READ, List.of(ORDERS))
                .without(List.of(ORDERS))
                .inLanes(List.of(3));
        assertThat(new String(codec.encode(end), UTF_8))
                .contains("\"tables\":[{\"schema\":\"shop\",\"table\":\"orders\"}],"
                        + "\"partial\":[{\"schema\":\"shop\",\"table\":\"orders\"}],\"lanes\":[3],");
    }

    @Test
    void theKeyOfARecordIsTheTableAndTheKeyOfTheRow() {
        assertThat(codec.encodeKey(new ChangeEvent.Delete(STREAMED, ORDERS, KEY, NEW)))
                .asString(UTF_8)
                .isEqualTo("{\"schema\":\"shop\",\"table\":\"orders\",\"key\":{\"id\":7}}");
        assertThat(codec.encodeKey(new ChangeEvent.Truncate(STREAMED, ORDERS)))
                .asString(UTF_8)
                .isEqualTo("{\"schema\":\"shop\",\"table\":\"orders\"}");
        assertThat(codec.encodeKey(new ChangeEvent.SnapshotCompleted(READ, List.of())))
                .isNull();
    }

    @Test
    void aFieldThatALaterWriterAddsIsSkipped() {
        ChangeEvent event = new ChangeEvent.Truncate(STREAMED, ORDERS);
        String json = new String(codec.encode(event), UTF_8).replaceFirst("\\{", "{\"colour\":{\"a\":[1,{}]},");
        assertThat(codec.decode(json.getBytes(UTF_8))).isEqualTo(event);
    }

    @Test
    void aTableThatHadAnotherKeyFirstComesBackAsItWas() throws IOException {
        ChangeEvent event = new ChangeEvent.SchemaChange(
                STREAMED,
                ORDERS,
                "ALTER TABLE orders DROP PRIMARY KEY",
                List.of(DEFINITION.keyedFirstBy(List.of("id")), DEFINITION.keyedFirstBy(List.of())));
        String json = new String(codec.encode(event), UTF_8);

        assertThat(json).contains("\"firstKey\":[\"id\"]", "\"firstKey\":[]");
        assertThat(codec.decode(json.getBytes(UTF_8))).isEqualTo(event);
        assertThat(schema().validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void aTableThatHadNoOtherKeySaysNothingOfIt() {
        ChangeEvent event = new ChangeEvent.SchemaChange(STREAMED, ORDERS, "ALTER TABLE orders", List.of(DEFINITION));
        String json = new String(codec.encode(event), UTF_8);

        assertThat(json).doesNotContain("firstKey");
        assertThat(codec.decode(json.getBytes(UTF_8))).isEqualTo(event);
    }

    static Stream<Arguments> noEvents() {
        return Stream.of(
                arguments("", "no JSON object"),
                arguments("null", "no JSON object"),
                arguments("[]", "no JSON object"),
                arguments("{", "Unexpected end-of-input: expected close marker for Object"),
                arguments("{}", "no field 'version'"),
                arguments("\u0000\u0001", "Illegal character"),
                arguments("{\"version\":3,\"operation\":\"merge\"}", "its version is 3, this reader knows 1 to 2"),
                arguments("{\"version\":0}", "its version is 0, this reader knows 1 to 2"),
                arguments("{\"version\":\"1\"}", "its version is 1, this reader knows 1 to 2"),
                arguments("{\"version\":99999999999999999999}", "Numeric value (99999999999999999999) out of range"),
                arguments("{\"version\":1}", "no field 'id'"),
                arguments("{\"version\":1,\"id\":null}", "the field 'id' is no text"),
                arguments("{\"version\":1,\"operation\":\"merge\"}", "no such operation: 'merge'"),
                arguments("{\"version\":2,\"image\":\"half\"}", "no such image: 'half'"),
                arguments("{\"version\":1,\"key\":5}", "the field 'key' is no object"),
                arguments("{\"version\":1,\"key\":null}", "the field 'key' is no object"),
                arguments("{\"version\":1,\"key\":[]}", "the field 'key' is no object"),
                arguments("{\"version\":1,\"key\":{\"a\":true}}", "the column 'a' has no column's value: VALUE_TRUE"),
                arguments("{\"version\":1,\"key\":{\"a\":[1]}}", "the column 'a' has no column's value: START_ARRAY"),
                arguments("{\"version\":1,\"key\":{\"a\":{}}}", "the column 'a' has neither 'base64' nor 'wkb'"),
                arguments(
                        "{\"version\":1,\"key\":{\"a\":{\"b\":1}}}",
                        "the column 'a' has no column's value: a field 'b'"),
                arguments("{\"version\":1,\"key\":{\"a\":{\"base64\":\"%\"}}}", "Illegal character '%'"),
                arguments("{\"version\":1,\"key\":{\"a\":{\"wkb\":\"0x\"}}}", "not a hexadecimal digit"),
                arguments("{\"version\":1,\"key\":{\"a\":1", "Unexpected end-of-input"),
                arguments("{\"version\":1,\"source\":5}", "the field 'source' is no object"),
                arguments("{\"version\":1,\"source\":{}}", "no field 'source.file'"),
                arguments("{\"version\":1,\"source\":{\"file\":\"a\",\"position\":1}}", "no field 'source.row'"),
                arguments("{\"version\":1,\"committedAt\":\"today\"}", "Text 'today' could not be parsed"),
                arguments("{\"version\":1,\"definitions\":null}", "the field 'definitions' is no list of objects"),
                arguments("{\"version\":1,\"definitions\":[{}]}", "no field 'name'"),
                arguments("{\"version\":1,\"tables\":[null]}", "the field 'tables' is no list of objects"),
                arguments("{\"version\":1,\"tables\":[{\"schema\":\"a\"}]}", "Missing creator property 'table'"));
    }

    @ParameterizedTest
    @MethodSource("noEvents")
    void whatIsNoEventIsRefusedWithItsReason(String json, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode(json.getBytes(UTF_8)))
                .withMessageStartingWith("not a change event: ")
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anEventWithoutOneOfItsFieldsIsRefused(ChangeEvent event) throws IOException {
        String json = new String(codec.encode(event), UTF_8);
        for (String field : List.of("version", "id", "operation", "source", "committedAt", "capturedAt")) {
            String renamed = json.replaceFirst("\"" + field + "\":", "\"no-" + field + "\":");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> codec.decode(renamed.getBytes(UTF_8)))
                    .withMessage("not a change event: no field '" + field + "'");
            assertThat(schema().validate(renamed, InputFormat.JSON)).isNotEmpty();
        }
    }

    @Test
    void somethingAfterTheEventIsRefused() {
        String json = new String(codec.encode(new ChangeEvent.Truncate(STREAMED, ORDERS)), UTF_8);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> codec.decode((json + json).getBytes(UTF_8)))
                .withMessage("not a change event: something follows it");
    }

    @Test
    void aDamagedEventIsRefusedOrReadButNeverAnythingElse() {
        Random random = new Random(57);
        byte[] json = codec.encode(new ChangeEvent.SchemaChange(STREAMED, ORDERS, "ALTER", List.of(DEFINITION)));
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(json, json.length - random.nextInt(2) * random.nextInt(json.length));
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                codec.decode(damaged);
            } catch (IllegalArgumentException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(10_000, 20_000);
    }

    private static JsonSchema schema() throws IOException {
        try (InputStream in =
                EventCodecTest.class.getResourceAsStream("/io/dataflowsync/contract/change-event.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Objects.requireNonNull(in));
        }
    }
}
